"""Check JSON values against the facts of a schema: types, limits, spellings of enum values.

The CLI checks bodies before they are sent, the sandbox when they arrive. Each words the problems
itself, and decides which formats it checks.
"""

import math
import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final

from qovery_cli.frozen import record

#: Spellings of one value: API 1.0.3 documents the first, the API itself uses the second.
SYNONYMS: Final = (("SCALEWAY", "SCW"), ("DIGITAL_OCEAN", "DO"))

#: Functions that return true for a string in the format, by its name in lower case.
Formats = Mapping[str, Callable[[str], bool]]


@record
class Violation:
    """A limit that a value exceeds: its key in the schema, such as ``maxLength``, and its value."""

    key: str
    limit: Any


def kind_of(value: Any) -> str:
    """Return the type of a JSON value, with "null" for None and "integer" for 3 and 3.0."""
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "boolean"
    if isinstance(value, int):
        return "integer"
    if isinstance(value, float):
        return "integer" if math.isfinite(value) and value == int(value) else "number"
    if isinstance(value, str):
        return "string"
    return "array" if isinstance(value, list) else "object"


def matches_kind(value: Any, *allowed: str) -> bool:
    """Check if a value has one of these types; an integer is also a number."""
    actual = kind_of(value)
    return actual in allowed or "any" in allowed or (actual == "integer" and "number" in allowed)


def synonym(value: Any) -> str | None:
    """Return the other spelling of an enum value, None if it has only one."""
    for first, second in SYNONYMS:
        if value in (first, second):
            return second if value == first else first
    return None


def violations(value: Any, schema: Mapping[str, Any], formats: Formats) -> Iterator[Violation]:
    """Yield the limits that a value of the right type exceeds; ``schema`` is that of one level."""
    if isinstance(value, str):
        yield from _of_text(value, schema, formats)
    elif isinstance(value, int | float) and not isinstance(value, bool):
        if value < schema.get("minimum", value):
            yield Violation("minimum", schema["minimum"])
        if value > schema.get("maximum", value):
            yield Violation("maximum", schema["maximum"])
    elif isinstance(value, list):
        if len(value) < schema.get("minItems", 0):
            yield Violation("minItems", schema["minItems"])
        if schema.get("uniqueItems") and any(item in value[:n] for n, item in enumerate(value)):
            yield Violation("uniqueItems", True)


def _of_text(text: str, schema: Mapping[str, Any], formats: Formats) -> Iterator[Violation]:
    if len(text) < schema.get("minLength", 0):
        yield Violation("minLength", schema["minLength"])
    if len(text) > schema.get("maxLength", len(text)):
        yield Violation("maxLength", schema["maxLength"])
    if "pattern" in schema and not _matches(schema["pattern"], text):
        yield Violation("pattern", schema["pattern"])
    name = str(schema.get("format", "")).lower()
    if name in formats and not formats[name](text):
        yield Violation("format", name)


def _matches(pattern: str, text: str) -> bool:
    """Search for a pattern of the specification; True if Python cannot compile it."""
    try:
        return re.search(pattern, text) is not None
    except re.error:
        return True
