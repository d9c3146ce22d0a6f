"""Strict JSON parsing: only values that can be sent as JSON are accepted."""

import json
import math
import re
from typing import Any, Final, NoReturn

#: Deeper than any body of the API, and far below the recursion limit of Python.
MAX_DEPTH: Final = 100


class TextError(ValueError):
    """A parse error: a clause without a final dot, line and column counted from 1."""

    def __init__(self, problem: str, line: int = 1, column: int = 1) -> None:
        super().__init__(problem)
        self.problem = problem
        self.line = line
        self.column = column


def loads(text: str) -> Any:
    """Parse a JSON text.

    Raises TextError for invalid JSON, and also for duplicate keys, NaN and infinity, lone
    surrogates, and more than MAX_DEPTH levels of nesting.
    """
    try:
        value = json.loads(
            text,
            object_pairs_hook=lambda pairs: _unique(pairs, text),
            parse_constant=lambda name: _raise_at(
                f"the number {name} is not valid in JSON", name, text
            ),
            parse_float=lambda number: _finite(number, text),
            parse_int=lambda number: _whole(number, text),
        )
    except json.JSONDecodeError as error:
        problem = error.msg[:1].lower() + error.msg[1:]
        raise TextError(problem, error.lineno, error.colno) from None
    except RecursionError:
        raise TextError("nested too deeply") from None
    check(value)
    return value


def check(value: Any) -> None:
    """Raise TextError if a value is nested too deeply or contains invalid text."""
    pending = [(value, 0)]
    while pending:
        item, depth = pending.pop()
        if depth >= MAX_DEPTH and isinstance(item, list | dict):
            raise TextError("nested too deeply")
        if isinstance(item, str):
            check_text(item)
        elif isinstance(item, list):
            pending.extend((child, depth + 1) for child in item)
        elif isinstance(item, dict):
            pending.extend((key, depth + 1) for key in item)
            pending.extend((child, depth + 1) for child in item.values())


def check_text(text: str) -> None:
    """Raise TextError if a text contains NUL or a lone surrogate, which cannot be encoded."""
    if "\0" in text:
        raise TextError("contains a NUL character")
    if not text.isascii() and re.search("[\ud800-\udfff]", text):
        raise TextError("contains invalid UTF-8")


def _unique(pairs: list[tuple[str, Any]], text: str) -> dict[str, Any]:
    result: dict[str, Any] = {}
    for key, value in pairs:
        if key in result:
            _raise_at(f"duplicate key {key!r}", json.dumps(key, ensure_ascii=False), text)
        result[key] = value
    return result


def _finite(number: str, text: str) -> float:
    value = float(number)
    if not math.isfinite(value):
        _raise_at("number too large", number, text)
    return value


def _whole(number: str, text: str) -> int:
    # Python limits the number of digits of an integer and raises another error.
    if len(number) > 4000:
        _raise_at("number too long", number, text)
    return int(number)


def _raise_at(problem: str, culprit: str, text: str) -> NoReturn:
    """Raise TextError at the last occurrence of the culprit, the second of duplicate keys."""
    offset = max(text.rfind(culprit), 0)
    line = text.count("\n", 0, offset) + 1
    raise TextError(problem, line, offset - (text.rfind("\n", 0, offset) + 1) + 1)
