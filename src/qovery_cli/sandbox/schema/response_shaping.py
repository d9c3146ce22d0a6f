"""Shape documents by the response schema of a level: no extra field, none missing.

Fields unknown to the level are dropped, missing required ones are added, and a renamed enum value
gets the level's spelling. A value unknown to both levels stays, so that a client can be
tested with an unknown state.
"""

import uuid
from functools import lru_cache
from typing import Any

from qovery_cli.catalog.json_values import matches_kind, synonym
from qovery_cli.sandbox.schema.cache import Schema, variants, view
from qovery_cli.sandbox.schema.generate import generate, placeholder
from qovery_cli.sandbox.schema.validate import by_discriminator, problem

_ABSENT = object()


def shape(value: Any, schema: Schema, level: str, seed: str = "") -> Any:
    """Return a value in the shape of a schema at a level; ``seed`` seeds generated fields."""
    fitted = _shape(value, schema, level, seed)
    return None if fitted is _ABSENT else fitted


def _shape(value: Any, schema: Schema, level: str, seed: str) -> Any:
    resolved = view(schema, level)
    if resolved is None:
        return _ABSENT
    if value is None:
        return None if resolved.get("nullable") or resolved.get("type") == "any" else _ABSENT
    if "one_of" in resolved:
        chosen = _variant(value, resolved, level)
        return _shape(_with_discriminator(value, resolved, chosen), chosen, level, seed)
    kind = resolved.get("type", "any")
    if kind == "object" and isinstance(value, dict):
        return _object(value, resolved, level, seed)
    if kind == "array" and isinstance(value, list):
        items = resolved.get("items")
        if items is None:
            return value
        fitted = (_shape(item, items, level, seed) for item in value)
        return [item for item in fitted if item is not _ABSENT]
    if not matches_kind(value, kind):
        return str(value) if kind == "string" and isinstance(value, int | float) else _ABSENT
    if resolved.get("format") == "uuid":
        return _uuid(value)
    return _renamed(value, resolved, schema, level)


@lru_cache(maxsize=4096)
def _uuid(text: str) -> str:
    """Return a UUID unchanged; map any other string to a UUID."""
    try:
        uuid.UUID(text)
    except ValueError:
        return str(uuid.uuid5(uuid.NAMESPACE_URL, text))
    return text


def _object(value: dict[str, Any], resolved: Schema, level: str, seed: str) -> dict[str, Any]:
    declared = resolved.get("properties")
    if not declared and not resolved.get("undeclared"):
        return value
    fitted: dict[str, Any] = {}
    required = resolved.get("required", ())
    item_seed = str(value.get("id", seed))
    for name, schema in (declared or {}).items():
        field = _shape(value[name], schema, level, item_seed) if name in value else _ABSENT
        if field is _ABSENT and name in required:
            field = _fallback(schema, level, f"{item_seed}/{name}", name)
        if field is not _ABSENT:
            fitted[name] = field
    for name in resolved.get("undeclared", ()):
        fitted[name] = value.get(name, placeholder(name))
    if resolved.get("additional"):
        fitted = {**value, **fitted}
    return fitted


def _fallback(schema: Schema, level: str, seed: str, name: str) -> Any:
    resolved = view(schema, level) or {}
    if resolved.get("nullable") and "default" not in resolved:
        return None
    if resolved.get("type") == "array":
        return []
    if resolved.get("type") == "string" and not {"enum", "format", "default"} & set(resolved):
        return "" if name == "description" else generate(schema, level, seed, name, 5)
    return generate(schema, level, seed, name, 5)


def _variant(value: Any, resolved: Schema, level: str) -> Schema:
    chosen = by_discriminator(value, resolved, level)
    if chosen is not None:
        return chosen
    candidates = variants(resolved, level)
    for variant in candidates:
        if _count_unknown(variant, value, level) == 0 and problem(value, variant, level) is None:
            return variant
    return min(candidates, key=lambda variant: _count_unknown(variant, value, level))


def _with_discriminator(value: Any, resolved: Schema, chosen: Schema) -> Any:
    """Return a value with the discriminator of its variant, if the schema has one."""
    discriminator = resolved.get("discriminator") or {}
    name = discriminator.get("property")
    if not isinstance(value, dict) or name is None or value.get(name) is not None:
        return value
    mapping = discriminator.get("mapping", {})
    word = next((word for word, ref in mapping.items() if ref == chosen.get("ref")), None)
    return value if word is None else {**value, name: word}


def _count_unknown(variant: Schema, value: Any, level: str) -> int:
    """Return the number of fields that a variant does not have; 1 for another type."""
    resolved = view(variant, level) or {}
    if isinstance(value, dict) and "properties" in resolved:
        return len(set(value) - set(resolved["properties"]))
    return int(not matches_kind(value, resolved.get("type", "any")))


def _renamed(value: Any, resolved: Schema, schema: Schema, level: str) -> Any:
    allowed = resolved.get("enum")
    if not allowed or value in allowed:
        return value
    renamed = synonym(value)
    if renamed in allowed:
        return renamed
    other = "1.0.4" if level == "1.0.3" else "1.0.3"
    elsewhere = (view(schema, other) or {}).get("enum", ())
    return allowed[0] if value in elsewhere else value
