"""What a JSON text says, read strictly: only what can be sent again as JSON comes out."""

import json
import math
import re
from typing import Any, Final, NoReturn

#: Deeper than any body of the API, and far from the depth at which Python gives up.
MAX_DEPTH: Final = 100


class TextError(ValueError):
    """Why a text cannot be read: a clause without a dot, and where, counted from 1."""

    def __init__(self, problem: str, line: int = 1, column: int = 1) -> None:
        super().__init__(problem)
        self.problem = problem
        self.line = line
        self.column = column


def loads(text: str) -> Any:
    """Return the value of a JSON text.

    Refused with TextError, beyond what is not JSON: a key given twice, numbers that JSON does
    not have (NaN, infinity), half characters, and more than 100 levels of nesting.
    """
    try:
        value = json.loads(
            text,
            object_pairs_hook=lambda pairs: _unique(pairs, text),
            parse_constant=lambda name: _refuse(f"{name} is not a number of JSON", name, text),
            parse_float=lambda number: _finite(number, text),
            parse_int=lambda number: _whole(number, text),
        )
    except json.JSONDecodeError as error:
        problem = error.msg[:1].lower() + error.msg[1:]
        raise TextError(problem, error.lineno, error.colno) from None
    except RecursionError:
        raise TextError("it is nested too deeply") from None
    check(value)
    return value


def check(value: Any) -> None:
    """Raise TextError if a value is nested too deeply or holds what is not text."""
    waiting = [(value, 0)]
    while waiting:
        one, depth = waiting.pop()
        if depth >= MAX_DEPTH and isinstance(one, list | dict):
            raise TextError("it is nested too deeply")
        if isinstance(one, str):
            check_text(one)
        elif isinstance(one, list):
            waiting.extend((item, depth + 1) for item in one)
        elif isinstance(one, dict):
            waiting.extend((key, depth + 1) for key in one)
            waiting.extend((item, depth + 1) for item in one.values())


def check_text(text: str) -> None:
    """Raise TextError if a text contains NUL, or half a character, which no encoding can send."""
    if "\0" in text:
        raise TextError("it contains a NUL character")
    if not text.isascii() and re.search("[\ud800-\udfff]", text):
        raise TextError("it contains bytes that are not text")


def _unique(pairs: list[tuple[str, Any]], text: str) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key, value in pairs:
        if key in found:
            _refuse(f"the key {key!r} is given twice", json.dumps(key, ensure_ascii=False), text)
        found[key] = value
    return found


def _finite(number: str, text: str) -> float:
    value = float(number)
    if not math.isfinite(value):
        _refuse("this number is too large", number, text)
    return value


def _whole(number: str, text: str) -> int:
    # Python itself refuses to read more digits than this, with an error of its own.
    if len(number) > 4000:
        _refuse("this number is too long", number, text)
    return int(number)


def _refuse(problem: str, culprit: str, text: str) -> NoReturn:
    """Raise at the last place of the culprit: of a key given twice, that is the second."""
    place = max(text.rfind(culprit), 0)
    line = text.count("\n", 0, place) + 1
    raise TextError(problem, line, place - (text.rfind("\n", 0, place) + 1) + 1)
