"""Check scalars and lists against schema limits: bounds, lengths, patterns, formats."""

import re
from collections.abc import Iterator
from typing import Any, Final

from qovery_cli.body import schemas

_UUID: Final = re.compile(r"[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")
_DATE: Final = r"[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])"
_TIME: Final = r"([01][0-9]|2[0-3]):[0-5][0-9]:([0-5][0-9]|60)(\.[0-9]+)?"
_OFFSET: Final = r"([zZ]|[+-]([01][0-9]|2[0-3]):[0-5][0-9])"

#: The pattern of each format and its description for errors. Other formats are not validated.
FORMATS: Final = {
    "uuid": (_UUID, "an id such as 123e4567-e89b-12d3-a456-426614174000"),
    "date-time": (
        re.compile(f"{_DATE}[tT ]{_TIME}{_OFFSET}"),
        "a timestamp with an offset, such as 2026-01-31T08:00:00Z",
    ),
    "date": (re.compile(_DATE), "a date such as 2026-01-31"),
    "uri": (
        re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^\s\x00-\x1f]+"),
        "a URL such as https://example.com",
    ),
}


def constraint_violations(value: Any, fact: schemas.Schema) -> Iterator[tuple[str, str]]:
    """Yield the violations of a value of the right type: kind of limit and clause."""
    if isinstance(value, str):
        yield from _text(value, fact)
    elif isinstance(value, int | float) and not isinstance(value, bool):
        if "minimum" in fact and value < fact["minimum"]:
            yield "bounds", f"must be at least {fact['minimum']}, not {value}"
        if "maximum" in fact and value > fact["maximum"]:
            yield "bounds", f"must be at most {fact['maximum']}, not {value}"
    elif isinstance(value, list):
        if len(value) < fact.get("minItems", 0):
            yield "bounds", f"must have at least {_count(fact['minItems'], 'item')}"
        if fact.get("uniqueItems") and any(item in value[:n] for n, item in enumerate(value)):
            yield "bounds", "must not contain duplicates"


def _text(value: str, fact: schemas.Schema) -> Iterator[tuple[str, str]]:
    if len(value) < fact.get("minLength", 0):
        yield "bounds", f"must have at least {_count(fact['minLength'], 'character')}"
    if len(value) > fact.get("maxLength", len(value)):
        yield "bounds", f"must have at most {_count(fact['maxLength'], 'character')}"
    if "pattern" in fact and not _matches(fact["pattern"], value):
        yield "bounds", f"must match the pattern {fact['pattern']}"
    form = FORMATS.get(str(fact.get("format", "")).lower())
    if form and not form[0].fullmatch(value):
        yield "format", f"must be {form[1]}"


def _matches(pattern: str, value: str) -> bool:
    """Search for a pattern of the specification; True if Python cannot compile it."""
    try:
        return re.search(pattern, value) is not None
    except re.error:
        return True


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
