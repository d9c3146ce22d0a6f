"""Find the changes of an update that the resource does not show afterwards.

Only what the update changed is compared, and by its meaning: an API may answer 1.0 for 1, another
spelling of a value, or the items of a list in another order.
"""

from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from datetime import datetime
from typing import Any, Final

from qovery_cli.body import schemas
from qovery_cli.body.enums import SYNONYMS
from qovery_cli.body.merge import LIST_KEYS, counterpart, json_equal
from qovery_cli.frozen import record

_MISSING: Final = schemas.MISSING
_EMPTY: Final[tuple[Any, ...]] = ("", [], {})


@record
class Mismatch:
    """A field with the value that was sent and the one that was read afterwards.

    A value that is not there is None. ``plain`` is the path without indexes.
    """

    path: str
    plain: str
    sent: Any
    actual: Any


def not_applied(
    before: Any,
    sent: Any,
    after: Any,
    echo: Any = _MISSING,
    *,
    ignored: Callable[[str], bool] = lambda _path: False,
    list_keys: Mapping[str, str] = LIST_KEYS,
) -> list[Mismatch]:
    """Return the fields that differ between ``before`` and ``sent`` and that ``after`` lacks.

    ``after`` is what was read after the update and ``echo`` the answer of the update itself, both
    in the shape of the request. The echo shows how the API spells what it was sent, and which
    fields it returns at all. ``ignored`` is asked with a path without indexes.
    """
    return list(_Check(ignored, list_keys).values("", "", before, sent, after, echo))


def equivalent(one: Any, other: Any) -> bool:
    """Tell whether two JSON values mean the same to the API.

    Objects are equivalent if those fields are that both have.
    """
    if isinstance(one, dict) and isinstance(other, dict):
        return all(equivalent(value, other[key]) for key, value in one.items() if key in other)
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and not _uncovered(one, other)
    if isinstance(one, str) and isinstance(other, str):
        return bool(_meanings(one) & _meanings(other))
    if isinstance(one, bool) or isinstance(other, bool):
        return str(one).casefold() == str(other).casefold()
    number = _number(one)
    return json_equal(one, other) or (number is not None and number == _number(other))


def _meanings(text: str) -> set[str | datetime]:
    """Return what a string stands for, in all forms by which two strings are compared."""
    word = text.strip().casefold()
    found: set[str | datetime] = {word.rstrip("/").removesuffix(".git")}
    for spellings in SYNONYMS:
        if word.upper() in spellings:
            found |= set(spellings)
    with suppress(ValueError):
        found.add(datetime.fromisoformat(text.strip()))
    return found


def _number(value: Any) -> float | None:
    """Return the number that a value is, or that a string spells."""
    with suppress(ValueError, OverflowError):
        if isinstance(value, str | int | float) and not isinstance(value, bool):
            return float(value)
    return None


def _uncovered(items: list[Any], others: list[Any]) -> list[Any]:
    """Return the items without an equivalent among the others, each of which counts once."""
    left, found = list(others), []
    for item in items:
        index = next((i for i, other in enumerate(left) if equivalent(item, other)), None)
        if index is None:
            found.append(item)
        else:
            del left[index]
    return found


class _Check:
    """Walks four versions of a body at once. MISSING stands for a value that is not there."""

    def __init__(self, ignored: Callable[[str], bool], list_keys: Mapping[str, str]) -> None:
        self.ignored = ignored
        self.list_keys = list_keys

    def values(
        self, path: str, plain: str, before: Any, sent: Any, after: Any, echo: Any
    ) -> Iterator[Mismatch]:
        if json_equal(before, sent) or (plain and self.ignored(plain)):
            return
        if isinstance(sent, dict) and isinstance(after, dict):
            yield from self.fields(path, plain, before, sent, after, echo)
        elif isinstance(sent, list) and isinstance(after, list):
            yield from self.lists(path, plain, before, sent, after, echo)
        elif not self.applied(before, sent, after, echo):
            yield Mismatch(path, plain, sent, None if after is _MISSING else after)

    def applied(self, before: Any, sent: Any, after: Any, echo: Any) -> bool:
        """Tell whether a value of which at least one side is no object or list was taken."""
        if after is _MISSING or after is None:
            return _is_empty(sent) or (_is_empty(before) and _is_empty(echo))
        if _is_empty(sent):
            # What is cleared may fall back to a default.
            return _is_empty(before) or not equivalent(before, after)
        if isinstance(after, dict | list) or isinstance(sent, dict | list):
            # The API answers in another shape than it is asked in.
            return True
        normalize_enums = not _is_empty(echo) and equivalent(echo, after)
        return equivalent(sent, after) or (normalize_enums and not equivalent(before, after))

    def fields(
        self, path: str, plain: str, before: Any, sent: dict[str, Any], after: Any, echo: Any
    ) -> Iterator[Mismatch]:
        for name, value in sent.items():
            inner, plain_inner = (f"{each}.{name}" if each else name for each in (path, plain))
            others = [
                each.get(name, _MISSING) if isinstance(each, dict) else _MISSING
                for each in (before, after, echo)
            ]
            yield from self.values(inner, plain_inner, others[0], value, *others[1:])

    def lists(
        self, path: str, plain: str, before: Any, sent: list[Any], after: list[Any], echo: Any
    ) -> Iterator[Mismatch]:
        known = before if isinstance(before, list) else []
        if not all(isinstance(item, dict) for item in [*known, *sent, *after]):
            gone = _uncovered(known, sent)
            lacking = _uncovered(sent, after) or len(_uncovered(gone, after)) < len(gone)
            if lacking and not (equivalent(echo, after) and not equivalent(before, after)):
                yield Mismatch(path, plain, sent, after)
            return
        for item in sent:
            old, new, said = (self.match(item, each, plain) for each in (known, after, echo))
            inner = f"{path}[{self.label(item, plain)}]"
            if new is not _MISSING:
                yield from self.values(inner, plain, old, item, new, said)
            elif not json_equal(old, item):
                yield Mismatch(inner, plain, item, None)
        for item in known:
            left = self.match(item, after, plain)
            if left is not _MISSING and self.match(item, sent, plain) is _MISSING:
                yield Mismatch(f"{path}[{self.label(item, plain)}]", plain, None, left)

    def match(self, item: dict[str, Any], items: Any, plain: str) -> Any:
        """Return the item of a list that is the same thing, MISSING if there is none."""
        found = counterpart(item, items, plain, self.list_keys)
        if found is not _MISSING or not isinstance(items, list):
            return found
        key = self.list_keys.get(plain, "id")
        if item.get("id") is not None or item.get(key) is not None:
            several = [each for each in items if isinstance(each, dict) and _has(each, item, key)]
            return next((each for each in several if equivalent(item, each)), _MISSING)
        return next((each for each in items if equivalent(item, each)), _MISSING)

    def label(self, item: dict[str, Any], plain: str) -> str:
        for key in (self.list_keys.get(plain), "id", "key", "name"):
            if key and item.get(key) is not None:
                return f"{key}={item[key]}"
        return "..."


def _has(item: dict[str, Any], wanted: dict[str, Any], key: str) -> bool:
    return any(
        wanted.get(field) is not None and equivalent(wanted[field], item.get(field))
        for field in ("id", key)
    )


def _is_empty(value: Any) -> bool:
    return value is None or value is _MISSING or value in _EMPTY
