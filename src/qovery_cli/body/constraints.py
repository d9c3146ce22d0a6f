"""Check scalars and lists against schema limits: bounds, lengths, patterns, formats."""

import re
from collections.abc import Iterator
from functools import partial
from typing import Any, Final

from qovery_cli.body import schemas
from qovery_cli.catalog.json_values import Violation, violations

_UUID: Final = re.compile(r"[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")
_DATE: Final = r"[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])"
_TIME: Final = r"([01][0-9]|2[0-3]):[0-5][0-9]:([0-5][0-9]|60)(\.[0-9]+)?"
_OFFSET: Final = r"([zZ]|[+-]([01][0-9]|2[0-3]):[0-5][0-9])"


def _is_formatted(pattern: re.Pattern[str], text: str) -> bool:
    return pattern.fullmatch(text) is not None


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


_CHECKS: Final = {name: partial(_is_formatted, pattern) for name, (pattern, _) in FORMATS.items()}


def constraint_violations(value: Any, fact: schemas.Schema) -> Iterator[tuple[str, str]]:
    """Yield the violations of a value of the right type: kind of limit and clause."""
    for violation in violations(value, fact, _CHECKS):
        kind = "format" if violation.key == "format" else "bounds"
        yield kind, _clause(violation, value)


def _clause(violation: Violation, value: Any) -> str:
    limit = violation.limit
    match violation.key:
        case "minimum":
            return f"must be at least {limit}, not {value}"
        case "maximum":
            return f"must be at most {limit}, not {value}"
        case "minItems":
            return f"must have at least {_count(limit, 'item')}"
        case "minLength":
            return f"must have at least {_count(limit, 'character')}"
        case "maxLength":
            return f"must have at most {_count(limit, 'character')}"
        case "pattern":
            return f"must match the pattern {limit}"
        case "format":
            return f"must be {FORMATS[limit][1]}"
    return "must not contain duplicates"


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
