"""Validate requests against their schemas.

Unknown fields are accepted, as the API does. A field that a schema requires without declaring it
may be omitted. Both spellings of a renamed value are accepted.
"""

import re
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

from qovery_cli.catalog.json_values import (
    Formats,
    Violation,
    matches_kind,
    synonym,
    violations,
)
from qovery_cli.sandbox.schema import string_formats
from qovery_cli.sandbox.schema.cache import Schema, variants, view

#: Required by the schema of 1.0.3, but not by its descriptions or by official clients: a port or
#: volume without an id is a new one, and the protocol of a port defaults to HTTP.
_OPTIONAL = {("ports", "id"), ("ports", "protocol"), ("storage", "id")}


def problem(value: Any, schema: Schema, level: str, field: str = "") -> str | None:
    """Return a message about the first problem of a value, or None if it is valid."""
    return next(_problems(value, schema, level, field), None)


def _problems(value: Any, schema: Schema, level: str, field: str) -> Iterator[str]:
    resolved = view(schema, level)
    if resolved is None:
        return
    if value is None:
        anything = "one_of" not in resolved and resolved.get("type", "any") == "any"
        if not anything and not resolved.get("nullable"):
            yield f"{_label(field)} must not be null."
        return
    if "one_of" in resolved:
        yield from _variant_problems(value, resolved, level, field)
        if "properties" not in resolved:
            return
    kind = resolved.get("type", "any")
    if not matches_kind(value, kind):
        yield f"{_label(field)} must be {_type_label(kind)}."
        return
    yield from _value_problems(value, resolved, field)
    if isinstance(value, dict):
        yield from _field_problems(value, resolved, level, field)
    elif isinstance(value, list):
        yield from _item_problems(value, resolved, level, field)


def _field_problems(
    value: dict[str, Any], resolved: Schema, level: str, field: str
) -> Iterator[str]:
    declared = resolved.get("properties", {})
    owner = re.sub(r"\[\d+\]$", "", field).rpartition(".")[2]
    for name in resolved.get("required", ()):
        missing = name in declared and name not in value
        if missing and (owner, name) not in _OPTIONAL and not _read_only(declared[name], level):
            yield f"{_label(_join(field, name))} is required."
    for name, schema in declared.items():
        if name in value and not _read_only(schema, level):
            yield from _problems(value[name], schema, level, _join(field, name))


def _item_problems(value: list[Any], resolved: Schema, level: str, field: str) -> Iterator[str]:
    schema = resolved.get("items")
    if schema is not None:
        for index, item in enumerate(value):
            yield from _problems(item, schema, level, f"{field}[{index}]")


def _variant_problems(value: Any, resolved: Schema, level: str, field: str) -> Iterator[str]:
    chosen = by_discriminator(value, resolved, level)
    if chosen is not None:
        yield from _problems(value, chosen, level, field)
        return
    property = resolved.get("discriminator", {}).get("property")
    if property and isinstance(value, dict) and property in value:
        allowed = ", ".join(resolved["discriminator"].get("mapping", {}))
        yield f"{_label(_join(field, property))} must be one of {allowed}."
        return
    problems = [problem(value, schema, level, field) for schema in variants(resolved, level)]
    first = problems[0] if problems and all(problems) else None
    if first is not None:
        yield first if len(problems) == 1 else f"{_label(field)} does not match any variant."


def by_discriminator(value: Any, resolved: Schema, level: str) -> Schema | None:
    """Return the variant of a one-of selected by a value's discriminator, or None."""
    from qovery_cli import catalog

    discriminator = resolved.get("discriminator") or {}
    if not isinstance(value, dict) or not isinstance(value.get(discriminator.get("property")), str):
        return None
    name = discriminator.get("mapping", {}).get(value[discriminator["property"]])
    if name is not None:
        return catalog.named_schema(name)
    for variant in variants(resolved, level):
        declared = (view(variant, level) or {}).get("properties", {}).get(discriminator["property"])
        allowed = (view(declared, level) or {}).get("enum") if declared is not None else None
        if allowed and value[discriminator["property"]] in allowed:
            return variant
    return None


def _value_problems(value: Any, resolved: Schema, field: str) -> Iterator[str]:
    allowed = resolved.get("enum")
    if allowed and value not in allowed and synonym(value) not in allowed:
        yield f"{_label(field)} must be one of {', '.join(map(str, allowed))}."
    for violation in violations(value, resolved, _FORMATS):
        yield f"{_label(field)} {_clause(violation)}."


def _clause(violation: Violation) -> str:
    limit = violation.limit
    match violation.key:
        case "minimum":
            return f"must be at least {limit}"
        case "maximum":
            return f"must be at most {limit}"
        case "minItems":
            return f"must have at least {limit} items"
        case "minLength":
            return f"must have at least {limit} characters"
        case "maxLength":
            return f"must have at most {limit} characters"
        case "pattern":
            return "does not match the required pattern"
        case "format":
            return f"must be {_type_label(limit)}"
    return "must not contain duplicates"


def _is_read(reader: Callable[[str], object], text: str) -> bool:
    try:
        reader(text)
    except ValueError:
        return False
    return True


_FORMATS: Formats = {
    "uuid": string_formats.is_uuid,
    "date-time": partial(_is_read, string_formats.moment),
    "uri": partial(_is_read, string_formats.uri),
    "email": partial(_is_read, string_formats.email),
}


def _read_only(schema: Schema, level: str) -> bool:
    return bool((view(schema, level) or {}).get("readOnly"))


def _join(field: str, name: str) -> str:
    return f"{field}.{name}" if field else name


def _label(field: str) -> str:
    return field or "The body"


def _type_label(kind: str) -> str:
    words = {
        "integer": "an integer",
        "array": "a list",
        "object": "an object",
        "uuid": "a UUID",
        "uri": "a URL with a scheme and a host",
        "email": "an e-mail address",
        "date-time": "a date with a time and an offset, such as 2026-03-01T08:00:00Z",
    }
    return words.get(kind, f"a {kind}")


def with_defaults(value: Any, schema: Schema, level: str) -> Any:
    """Return a value with the schema's defaults for omitted fields."""
    resolved = view(schema, level)
    if resolved is None:
        return value
    if "one_of" in resolved:
        chosen = by_discriminator(value, resolved, level)
        return value if chosen is None else with_defaults(value, chosen, level)
    if isinstance(value, dict):
        completed = dict(value)
        for name, declared in resolved.get("properties", {}).items():
            if name in completed:
                completed[name] = with_defaults(completed[name], declared, level)
            elif "default" in (view(declared, level) or {}):
                completed[name] = (view(declared, level) or {})["default"]
        return completed
    if isinstance(value, list) and resolved.get("items") is not None:
        return [with_defaults(item, resolved["items"], level) for item in value]
    return value
