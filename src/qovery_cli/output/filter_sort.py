"""Filter, sort and limit the items of a list: ``--filter``, ``--sort-by``, ``--limit``."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Any

from qovery_cli.errors import UsageError
from qovery_cli.frozen import record
from qovery_cli.messages import invalid
from qovery_cli.output.columns import path_of
from qovery_cli.output.dotted_path import MISSING, find
from qovery_cli.output.format_value import CellStyle, plain
from qovery_cli.output.view import View


@record
class Filter:
    """One ``--filter``: the operator is ``=``, ``!=`` or ``~=`` (contains)."""

    field: str
    operator: str
    value: str

    def passes(self, item: Any) -> bool:
        """Return true if an item matches, ignoring case."""
        value = find(item, self.field)
        if self.operator == "~=":
            wanted = self.value.casefold()
            return any(wanted in text for text in _texts(value))
        return _equals(value, self.value) is (self.operator == "=")


def parse_filter(spec: str) -> Filter:
    """Parse a filter; raise UsageError if it has no operator."""
    match = re.fullmatch(r"(.+?)(!=|~=|=)(.*)", spec, re.DOTALL)
    if match is None:
        raise UsageError(invalid("--filter", spec, "FIELD=VALUE, FIELD!=VALUE or FIELD~=PART"))
    field, operator, value = match.groups()
    return Filter(field.strip(), operator, value)


def narrow(
    items: Sequence[Any],
    view: View,
    *,
    filters: Sequence[str] = (),
    sort_by: str | None = None,
    limit: int | None = None,
) -> list[Any]:
    """Return the items that pass every filter, sorted, at most ``limit`` of them.

    ``sort_by`` is a comma-separated list of fields, each with a leading ``-`` for reverse order.
    Raises UsageError for a field that no item has.
    """
    tests = [_resolved(parse_filter(spec), view, items) for spec in filters]
    kept = [item for item in items if all(test.passes(item) for test in tests)]
    for field in reversed((sort_by or "").split(",")):
        name = field.strip().removeprefix("-")
        if name:
            kept = _sorted(kept, path_of(name, view, items), field.strip().startswith("-"))
    if not sort_by and view.sort:
        kept = _sorted(kept, view.sort.removeprefix("-"), view.sort.startswith("-"))
    return kept[:limit]


def stream(
    items: Iterable[Any], view: View, filters: Sequence[str], limit: int | None
) -> Iterator[Any]:
    """Yield the items that pass every filter as they arrive, at most ``limit`` of them."""
    tests = [_resolved(parse_filter(spec), view, ()) for spec in filters]
    passing = (item for item in items if all(test.passes(item) for test in tests))
    return islice(passing, limit)


def _resolved(test: Filter, view: View, items: Sequence[Any]) -> Filter:
    return Filter(path_of(test.field, view, items), test.operator, test.value)


def _equals(value: Any, wanted: str) -> bool:
    if wanted.casefold() in _texts(value):
        return True
    try:
        number = float(wanted)
    except ValueError:
        return False
    values = value if isinstance(value, list) else [value]
    return any(
        isinstance(item, int | float) and not isinstance(item, bool) and item == number
        for item in values
    )


def _texts(value: Any) -> list[str]:
    """Return the case-folded strings that a value matches."""
    if value is None or value is MISSING or value == []:
        return ["", "null"]
    if isinstance(value, bool):
        return ["true", "yes"] if value else ["false", "no"]
    if isinstance(value, list):
        return [text for item in value for text in _texts(item)]
    if isinstance(value, dict):
        labels = [value[key] for key in ("name", "key", "id", "state") if key in value]
        return [text for label in labels for text in _texts(label)]
    return [str(value).casefold()]


def _sorted(items: Sequence[Any], path: str, reverse: bool) -> list[Any]:
    keyed = [(find(item, path), item) for item in items]
    missing = [item for value, item in keyed if value is None or value is MISSING]
    present = [pair for pair in keyed if not (pair[0] is None or pair[0] is MISSING)]
    present.sort(key=lambda pair: natural(pair[0]), reverse=reverse)
    return [item for _, item in present] + missing


def natural(value: Any) -> tuple[Any, ...]:
    """Return a natural sort key: numbers, then text with its digits by value, then the rest."""
    if isinstance(value, int | float):
        return (0, value)
    text = value if isinstance(value, str) else plain(value, CellStyle())
    parts = re.split(r"([0-9]+)", text.casefold())
    # Odd parts are digits. Comparing length, then text orders as int() would, without its limit.
    key = [(len(p.lstrip("0")), p.lstrip("0")) if i % 2 else p for i, p in enumerate(parts)]
    return (1 if isinstance(value, str) else 2, key)
