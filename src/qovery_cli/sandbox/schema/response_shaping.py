"""Makes a document what the response schema of a level says: no field too many, none missing.

Fields that the level does not know are dropped, required ones that the document lacks are filled
in, a value that was renamed gets the level's spelling. A value that no level knows stays as it
is: that is how a state nobody has heard of reaches a client.
"""

import uuid
from functools import lru_cache
from typing import Any

from qovery_cli.sandbox.schema.cache import Schema, of_json_type, variants, view
from qovery_cli.sandbox.schema.generate import generate, placeholder
from qovery_cli.sandbox.schema.validate import RENAMED, by_discriminator, problem

_ABSENT = object()


def fit(value: Any, schema: Schema, level: str, seed: str = "") -> Any:
    """Return a value in the shape of a schema at a level; ``seed`` decides what is made up."""
    fitted = _fit(value, schema, level, seed)
    return None if fitted is _ABSENT else fitted


def _fit(value: Any, schema: Schema, level: str, seed: str) -> Any:
    seen = view(schema, level)
    if seen is None:
        return _ABSENT
    if value is None:
        return None if seen.get("nullable") or seen.get("type") == "any" else _ABSENT
    if "one_of" in seen:
        chosen = _variant(value, seen, level)
        return _fit(_told(value, seen, chosen), chosen, level, seed)
    kind = seen.get("type", "any")
    if kind == "object" and isinstance(value, dict):
        return _object(value, seen, level, seed)
    if kind == "array" and isinstance(value, list):
        items = seen.get("items")
        if items is None:
            return value
        fitted = (_fit(item, items, level, seed) for item in value)
        return [item for item in fitted if item is not _ABSENT]
    if not of_json_type(value, kind):
        return str(value) if kind == "string" and isinstance(value, int | float) else _ABSENT
    if seen.get("format") == "uuid":
        return _uuid(value)
    return _spelled(value, seen, schema, level)


@lru_cache(maxsize=4096)
def _uuid(text: str) -> str:
    """Return an id as it is; other text becomes a UUID, because one level wants one."""
    try:
        uuid.UUID(text)
    except ValueError:
        return str(uuid.uuid5(uuid.NAMESPACE_URL, text))
    return text


def _object(value: dict[str, Any], seen: Schema, level: str, seed: str) -> dict[str, Any]:
    declared = seen.get("properties")
    if not declared and not seen.get("undeclared"):
        return value
    fitted: dict[str, Any] = {}
    required = seen.get("required", ())
    own = str(value.get("id", seed))
    for name, schema in (declared or {}).items():
        found = _fit(value[name], schema, level, own) if name in value else _ABSENT
        if found is _ABSENT and name in required:
            found = _made_up(schema, level, f"{own}/{name}", name)
        if found is not _ABSENT:
            fitted[name] = found
    for name in seen.get("undeclared", ()):
        fitted[name] = value.get(name, placeholder(name))
    if seen.get("additional"):
        fitted = {**value, **fitted}
    return fitted


def _made_up(schema: Schema, level: str, seed: str, name: str) -> Any:
    seen = view(schema, level) or {}
    if seen.get("nullable") and "default" not in seen:
        return None
    if seen.get("type") == "array":
        return []
    if seen.get("type") == "string" and not {"enum", "format", "default"} & set(seen):
        return "" if name == "description" else generate(schema, level, seed, name, 5)
    return generate(schema, level, seed, name, 5)


def _variant(value: Any, seen: Schema, level: str) -> Schema:
    chosen = by_discriminator(value, seen, level)
    if chosen is not None:
        return chosen
    offered = variants(seen, level)
    for variant in offered:
        if _unknown(variant, value, level) == 0 and problem(value, variant, level) is None:
            return variant
    return min(offered, key=lambda variant: _unknown(variant, value, level))


def _told(value: Any, seen: Schema, chosen: Schema) -> Any:
    """Return a value that says of which variant it is, if there is a word for it."""
    discriminator = seen.get("discriminator") or {}
    name = discriminator.get("property")
    if not isinstance(value, dict) or name is None or value.get(name) is not None:
        return value
    mapping = discriminator.get("mapping", {})
    word = next((word for word, ref in mapping.items() if ref == chosen.get("ref")), None)
    return value if word is None else {**value, name: word}


def _unknown(variant: Schema, value: Any, level: str) -> int:
    """Count the fields of a value that a variant does not have; 1 for a value of another type."""
    seen = view(variant, level) or {}
    if isinstance(value, dict) and "properties" in seen:
        return len(set(value) - set(seen["properties"]))
    return int(not of_json_type(value, seen.get("type", "any")))


def _spelled(value: Any, seen: Schema, schema: Schema, level: str) -> Any:
    allowed = seen.get("enum")
    if not allowed or value in allowed:
        return value
    renamed = RENAMED.get(value)
    if renamed in allowed:
        return renamed
    other = "1.0.4" if level == "1.0.3" else "1.0.3"
    elsewhere = (view(schema, other) or {}).get("enum", ())
    return allowed[0] if value in elsewhere else value
