"""Render lists item by item, while the items still arrive.

Formats with one line per item are written at once. JSON and YAML are buffered until the last
item, as a partial document is useless; the items themselves are not kept.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from qovery_cli.output import json_format
from qovery_cli.output.columns import choose, means_column, path_of, picked, requested
from qovery_cli.output.dotted_path import MISSING, find
from qovery_cli.output.view import Column, ShowOptions, View

#: Formats with one line per item, and formats that are one document.
LINES = ("ndjson", "csv", "tsv", "name", "id")
WHOLE = ("json", "yaml")


def can_stream(kind: str, view: View, options: ShowOptions) -> bool:
    """Return true if an item can be rendered before the next one is known."""
    if options.sort_by or options.query is not None or view.sort:
        return False
    return kind in LINES + WHOLE and (kind not in {"csv", "tsv"} or _has_columns(view, options))


def _has_columns(view: View, options: ShowOptions) -> bool:
    # Columns derived from the items are known only after the last item.
    return bool(options.columns or view.columns)


def narrowed_parts(
    items: Iterable[Any], view: View, options: ShowOptions, kind: str, *, ascii_only: bool
) -> Iterator[str]:
    """Yield the text of the filtered items in a format that can be streamed.

    Raises UsageError after the last item if no item has a field that is filtered or shown.
    """
    from qovery_cli.output.filter_sort import stream

    selected: Iterable[Any]
    selected = stream(_check_fields(items, view, options), view, options.filters, options.limit)
    columns = choose(options.columns, view, ())
    if kind in {"json", "ndjson", "yaml"} and options.columns:
        selected = (picked(item, columns) for item in selected)
    return parts(
        selected, view, columns, kind, headers=not options.no_headers, ascii_only=ascii_only
    )


def parts(
    items: Iterable[Any],
    view: View,
    columns: Sequence[Column],
    kind: str,
    *,
    headers: bool,
    ascii_only: bool,
) -> Iterator[str]:
    """Yield the text of a list in any format but a table, about one item at a time.

    ``columns`` are for csv and tsv. A header comes with the first item.
    """
    if kind == "json":
        return json_format.pretty_parts(items, ascii_only=ascii_only)
    if kind == "ndjson":
        return (json_format.line(item, ascii_only=ascii_only) for item in items)
    if kind == "yaml":
        from qovery_cli.output.yaml_format import list_parts

        return list_parts(items, ascii_only=ascii_only)
    if kind in {"name", "id"}:
        from qovery_cli.output.name_id import single_lines

        path = view.name if kind == "name" else view.id
        return single_lines(items, path, kind, view.target.get(kind))
    from qovery_cli.output.delimited import csv_lines, tsv_lines

    return (csv_lines if kind == "csv" else tsv_lines)(items, columns, headers=headers)


def slim(items: Iterable[Any], view: View, options: ShowOptions, kind: str) -> Iterator[Any]:
    """Yield items without the fields that a table does not show, except the first item.

    This saves memory: a table shows a few columns of possibly thousands of large objects.
    """
    tabular = kind in {"table", "wide", "csv", "tsv"} and options.query is None
    if not (tabular and _has_columns(view, options)):
        yield from items
        return
    order = [field.strip().lstrip("-") for field in (options.sort_by or view.sort or "").split(",")]
    paths = [*_named_fields(options), *order, *(column.path for column in view.chosen(wide=True))]
    needed: dict[str, bool] = {}
    first = True
    for item in items:
        if first or not isinstance(item, dict):
            first = False
            yield item
            continue
        for key in item.keys() - needed.keys():
            needed[key] = any(f"{path}.".startswith((f"{key}.", f"{key}[")) for path in paths)
        yield {key: value for key, value in item.items() if needed[key]}


def _check_fields(items: Iterable[Any], view: View, options: ShowOptions) -> Iterator[Any]:
    """Yield items; raise UsageError after the last one if no item has a named field."""
    missing = [name for name in _named_fields(options) if not means_column(name, view)]
    first = MISSING
    for item in items:
        if missing:
            first = item if first is MISSING else first
            missing = [name for name in missing if find(item, name) is MISSING]
        yield item
    if first is not MISSING:
        for name in missing:
            path_of(name, view, [first])


def _named_fields(options: ShowOptions) -> list[str]:
    from qovery_cli.output.filter_sort import parse_filter

    fields = [parse_filter(spec).field for spec in options.filters]
    return fields + [column.path for column in requested(options.columns)]
