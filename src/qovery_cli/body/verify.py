"""Find the changes of an update that were not applied to the resource.

Only changed fields are compared, and by meaning: the API may return 1.0 for 1, another spelling
of a value, or list items in another order.
"""

from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from datetime import datetime
from typing import Any, Final

from qovery_cli.body import schemas
from qovery_cli.body.merge import LIST_KEYS, counterpart, json_equal
from qovery_cli.catalog.json_values import synonym
from qovery_cli.frozen import record

_MISSING: Final = schemas.MISSING
_EMPTY: Final[tuple[Any, ...]] = ("", [], {})


@record
class Mismatch:
    """A field with the value sent and the value read afterwards; an absent value is None.

    ``plain`` is the path without indexes.
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
    """Return the fields changed from ``before`` to ``sent`` whose change ``after`` does not show.

    ``after`` is the resource read after the update and ``echo`` the response of the update, both
    in the shape of the request. The echo shows how the API normalizes values, and which fields it
    returns at all. ``ignored`` is called with a path without indexes.
    """
    return list(_Check(ignored, list_keys).values("", "", before, sent, after, echo))


def equivalent(first: Any, second: Any) -> bool:
    """Check if two JSON values have the same meaning for the API.

    Objects are equivalent if their common fields are.
    """
    if isinstance(first, dict) and isinstance(second, dict):
        return all(equivalent(value, second[key]) for key, value in first.items() if key in second)
    if isinstance(first, list) and isinstance(second, list):
        return len(first) == len(second) and not _uncovered(first, second)
    if isinstance(first, str) and isinstance(second, str):
        return bool(_meanings(first) & _meanings(second))
    if isinstance(first, bool) or isinstance(second, bool):
        return str(first).casefold() == str(second).casefold()
    number = _number(first)
    return json_equal(first, second) or (number is not None and number == _number(second))


def _meanings(text: str) -> set[str | datetime]:
    """Return the normalized forms of a string by which strings are compared."""
    word = text.strip().casefold()
    meanings: set[str | datetime] = {word.rstrip("/").removesuffix(".git")}
    other = synonym(word.upper())
    if other is not None:
        meanings |= {word.upper(), other}
    with suppress(ValueError):
        meanings.add(datetime.fromisoformat(text.strip()))
    return meanings


def _number(value: Any) -> float | None:
    """Convert a number or numeric string to a float, None for anything else."""
    with suppress(ValueError, OverflowError):
        if isinstance(value, str | int | float) and not isinstance(value, bool):
            return float(value)
    return None


def _uncovered(items: list[Any], others: list[Any]) -> list[Any]:
    """Return the items without an equivalent in ``others``; each of these matches one item."""
    unmatched, uncovered = list(others), []
    for item in items:
        index = next((i for i, other in enumerate(unmatched) if equivalent(item, other)), None)
        if index is None:
            uncovered.append(item)
        else:
            del unmatched[index]
    return uncovered


class _Check:
    """A walk over four versions of a body; MISSING marks an absent value."""

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
        """Check if a change was applied, for values that are not two objects or two lists."""
        if after is _MISSING or after is None:
            return _is_empty(sent) or (_is_empty(before) and _is_empty(echo))
        if _is_empty(sent):
            # A cleared field may fall back to a default.
            return _is_empty(before) or not equivalent(before, after)
        if isinstance(after, dict | list) or isinstance(sent, dict | list):
            # The response has another shape than the request.
            return True
        echo_applied = not _is_empty(echo) and equivalent(echo, after)
        return equivalent(sent, after) or (echo_applied and not equivalent(before, after))

    def fields(
        self, path: str, plain: str, before: Any, sent: dict[str, Any], after: Any, echo: Any
    ) -> Iterator[Mismatch]:
        for name, value in sent.items():
            inner, plain_inner = (
                f"{version}.{name}" if version else name for version in (path, plain)
            )
            others = [
                version.get(name, _MISSING) if isinstance(version, dict) else _MISSING
                for version in (before, after, echo)
            ]
            yield from self.values(inner, plain_inner, others[0], value, *others[1:])

    def lists(
        self, path: str, plain: str, before: Any, sent: list[Any], after: list[Any], echo: Any
    ) -> Iterator[Mismatch]:
        before_items = before if isinstance(before, list) else []
        if not all(isinstance(item, dict) for item in [*before_items, *sent, *after]):
            removed = _uncovered(before_items, sent)
            is_missing = _uncovered(sent, after) or len(_uncovered(removed, after)) < len(removed)
            if is_missing and not (equivalent(echo, after) and not equivalent(before, after)):
                yield Mismatch(path, plain, sent, after)
            return
        for item in sent:
            old, actual, echoed = (
                self.match(item, version, plain) for version in (before_items, after, echo)
            )
            inner = f"{path}[{self.label(item, plain)}]"
            if actual is not _MISSING:
                yield from self.values(inner, plain, old, item, actual, echoed)
            elif not json_equal(old, item):
                yield Mismatch(inner, plain, item, None)
        for item in before_items:
            remaining = self.match(item, after, plain)
            if remaining is not _MISSING and self.match(item, sent, plain) is _MISSING:
                yield Mismatch(f"{path}[{self.label(item, plain)}]", plain, None, remaining)

    def match(self, item: dict[str, Any], items: Any, plain: str) -> Any:
        """Return the corresponding item of a list, MISSING without one."""
        item_match = counterpart(item, items, plain, self.list_keys)
        if item_match is not _MISSING or not isinstance(items, list):
            return item_match
        key = self.list_keys.get(plain, "id")
        if item.get("id") is not None or item.get(key) is not None:
            candidates = [
                candidate
                for candidate in items
                if isinstance(candidate, dict) and _has(candidate, item, key)
            ]
            return next(
                (candidate for candidate in candidates if equivalent(item, candidate)), _MISSING
            )
        return next((candidate for candidate in items if equivalent(item, candidate)), _MISSING)

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
