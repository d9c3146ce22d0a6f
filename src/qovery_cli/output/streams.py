"""Lists that are written while they still come in: the formats that have a line for each item."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from qovery_cli.output import json_
from qovery_cli.output.columns import choose, means_column, path_of, picked, requested
from qovery_cli.output.path import MISSING, find
from qovery_cli.output.view import View

if TYPE_CHECKING:
    from qovery_cli.output.show import ShowOptions


def can_stream(kind: str, view: View, options: "ShowOptions") -> bool:
    """Tell whether a line can be written before the next item is known."""
    if options.sort_by or options.query is not None or view.sort:
        return False
    if kind in {"csv", "tsv"}:
        # Columns that follow from the items are known after the last one only.
        return bool(options.columns or view.columns)
    return kind in {"ndjson", "name", "id"}


def lines(
    items: Iterable[Any], view: View, options: "ShowOptions", kind: str, *, ascii_only: bool
) -> Iterator[str]:
    """Yield the lines of a list in one of the formats that can be streamed.

    Whether a field that is filtered or shown exists at all is known after the last item: if no
    item has it, UsageError is raised then.
    """
    from qovery_cli.output.narrow import stream

    passing = stream(_watched(items, view, options), view, options.filters, options.limit)
    if kind in {"name", "id"}:
        from qovery_cli.output.single import single_lines

        return single_lines(passing, view.name if kind == "name" else view.id, kind)
    if kind == "ndjson":
        columns = choose(options.columns, view, ()) if options.columns else ()
        return (json_.line(picked(item, columns), ascii_only=ascii_only) for item in passing)
    from qovery_cli.output.delimited import csv_lines, tsv_lines

    written = csv_lines if kind == "csv" else tsv_lines
    columns = choose(options.columns, view, ())
    return written(passing, columns, headers=not options.no_headers)


def _watched(items: Iterable[Any], view: View, options: "ShowOptions") -> Iterator[Any]:
    """Yield items; after the last one, raise UsageError for a named field that none has had."""
    missing = [name for name in _named(options) if not means_column(name, view)]
    first = MISSING
    for item in items:
        if missing:
            first = item if first is MISSING else first
            missing = [name for name in missing if find(item, name) is MISSING]
        yield item
    if first is not MISSING:
        for name in missing:
            path_of(name, view, [first])


def _named(options: "ShowOptions") -> list[str]:
    from qovery_cli.output.narrow import parse_filter

    fields = [parse_filter(spec).field for spec in options.filters]
    return fields + [column.path for column in requested(options.columns)]
