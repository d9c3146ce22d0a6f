"""Write data to stdout: filtered, queried and in the requested format.

Only the JSON format is imported here; the others are imported when used. ``human`` renders
tables and other text for people.
"""

from collections.abc import Iterable, Mapping
from contextlib import AbstractContextManager, closing, nullcontext
from typing import Any

from qovery_cli.errors import UnavailableError, UsageError
from qovery_cli.messages import available
from qovery_cli.output import json_format
from qovery_cli.output.columns import choose, derived, flat, picked, requested
from qovery_cli.output.finite import Finite
from qovery_cli.output.streams import WHOLE, can_stream, narrowed_parts, parts, slim
from qovery_cli.output.terminal import Terminal
from qovery_cli.output.view import Column, ShowOptions, View

FORMATS = ("table", "wide", "json", "ndjson", "yaml", "csv", "tsv", "name", "id")
_STRUCTURED = ("json", "ndjson", "yaml")
_TABLES = ("table", "wide")
#: Formats without escapes, so every character must be encodable.
_EXACT = ("csv", "tsv", "name", "id")

#: The number of characters that are buffered before a write.
_BLOCK = 1 << 16


def check_options(options: ShowOptions) -> str:
    """Validate the options that need no data; return the requested format.

    Raises UsageError. Commands that change something call this before they send the request.
    """
    kind = options.format or ("json" if options.query else "table")
    if kind not in FORMATS:
        raise UsageError(f"Unknown output format '{kind}'.", hint=available("formats", FORMATS))
    if options.limit is not None and options.limit < 1:
        raise UsageError("--limit must be at least 1.", hint="Omit --limit to show all.")
    requested(options.columns)
    if options.filters:
        from qovery_cli.output.filter_sort import parse_filter

        for spec in options.filters:
            parse_filter(spec)
    if options.query is not None:
        from qovery_cli.output.query import check

        check(options.query)
    return kind


def show(
    data: Any,
    view: View,
    options: ShowOptions,
    terminal: Terminal,
    *,
    now: float | None = None,
) -> None:
    """Write data to stdout: an object, a list, a string, or an iterable of items.

    The items of an iterable are written as they arrive in formats with one line per item (ndjson,
    csv, tsv, name, id), unless they have to be sorted or queried; otherwise all are read before
    anything is written. ``--filter``, ``--sort-by`` and ``--limit`` are applied first, then
    ``--columns``, then the query, whose result is shown by its own fields.
    A string is written unchanged, but sanitized for a terminal. NaN and the infinities become
    null, with a warning. ``now`` is in seconds since 1970. Raises UsageError for options that do
    not fit the data, UnavailableError for data nested too deeply for the format.
    """
    kind = check_options(options)
    try:
        _show(data, view, options, kind, terminal, now)
    except RecursionError as error:
        whole = "" if kind == "json" else "-o json, or "
        raise UnavailableError(
            f"The result is nested too deeply for {kind}.",
            hint=f"Use {whole}-q to select a part of it.",
        ) from error


def _show(
    data: Any, view: View, options: ShowOptions, kind: str, terminal: Terminal, now: float | None
) -> None:
    finite = Finite(lambda: _warn("NaN and Infinity are shown as null.", terminal))
    if _is_stream(data):
        with _closing(data):
            items = finite.items(data)
            if can_stream(kind, view, options):
                _show_stream(items, view, options, kind, terminal)
                return
            data = list(slim(items, view, options, kind))
    result = _narrowed(finite.data(data), view, options)
    if options.query is not None or kind in _STRUCTURED:
        result = _picked(result, view, options)
    if options.query is not None:
        from qovery_cli.output.query import search, with_headers

        with_columns = with_headers(options.query, result, view)
        selected = finite.data(search(options.query, with_columns))
        result, view, options = selected, View(), ShowOptions(kind)
    if view.kind == "done" and kind in _TABLES and isinstance(result, dict):
        from qovery_cli.output.human import done_text

        _notify(done_text(result, terminal), terminal)
        return
    _write(terminal, kind, _parts(result, view, options, kind, terminal, now))
    if result == [] and kind in _TABLES and terminal.interactive_err:
        _notify("No items match the filter." if data and options.filters else view.empty, terminal)


def _notify(text: str, terminal: Terminal) -> None:
    from qovery_cli.output.message import notice

    notice(text, terminal)


def _warn(text: str, terminal: Terminal) -> None:
    from qovery_cli.output.message import warning

    warning(text, terminal)


def _is_stream(data: Any) -> bool:
    return isinstance(data, Iterable) and not isinstance(data, str | Mapping | list)


def _closing(data: Any) -> AbstractContextManager[Any]:
    """Return a context manager that closes a generator, also if writing fails."""
    return closing(data) if hasattr(data, "close") else nullcontext()


def _show_stream(
    data: Iterable[Any], view: View, options: ShowOptions, kind: str, terminal: Terminal
) -> None:
    text = narrowed_parts(data, view, options, kind, ascii_only=not terminal.unicode)
    if kind in WHOLE:
        _write(terminal, kind, list(text))
        return
    for line in text:
        terminal.write(line, exact=kind in _EXACT)


def _write(terminal: Terminal, kind: str, pieces: Iterable[str]) -> None:
    """Write the pieces of a text in blocks."""
    buffer: list[str] = []
    size = 0
    is_complete = True
    for piece in pieces:
        buffer.append(piece)
        size += len(piece)
        if size >= _BLOCK:
            is_complete &= terminal.write("".join(buffer), exact=kind in _EXACT)
            buffer, size = [], 0
    is_complete &= terminal.write("".join(buffer), exact=kind in _EXACT)
    if not is_complete:
        encoding = terminal.stdout.encoding
        _warn(
            f"Characters that {encoding} lacks are shown as '?'; use -o json to see them.", terminal
        )


def _narrowed(data: Any, view: View, options: ShowOptions) -> Any:
    if isinstance(data, list):
        if not (options.filters or options.sort_by or options.limit or view.sort):
            return data
        from qovery_cli.output.filter_sort import narrow

        return narrow(
            data, view, filters=options.filters, sort_by=options.sort_by, limit=options.limit
        )
    if options.filters or options.sort_by:
        option = "--filter" if options.filters else "--sort-by"
        raise UsageError(f"{option} requires a list, but the result is not one.")
    return data


def _picked(data: Any, view: View, options: ShowOptions) -> Any:
    """Return data with only the fields of ``--columns``, all of it without the option."""
    if not options.columns:
        return data
    if isinstance(data, list):
        columns = choose(options.columns, view, data)
        return [picked(item, columns) for item in data]
    return picked(data, choose(options.columns, view, [data]))


def _parts(
    data: Any,
    view: View,
    options: ShowOptions,
    kind: str,
    terminal: Terminal,
    now: float | None,
) -> Iterable[str]:
    """Return the text of data, that of a list in parts."""
    if kind in WHOLE and not isinstance(data, list):
        return [_whole_text(data, kind, ascii_only=not terminal.unicode)]
    if kind == "ndjson" or (kind not in _TABLES and isinstance(data, dict | list)):
        return _list_parts(data, view, options, kind, terminal)
    from qovery_cli.output import human

    return [human.text(data, view, options, kind, terminal, now)]


def _list_parts(
    data: Any, view: View, options: ShowOptions, kind: str, terminal: Terminal
) -> Iterable[str]:
    items = data if isinstance(data, list) else [data]
    columns: tuple[Column, ...] = ()
    if kind in {"csv", "tsv"}:
        columns = choose(options.columns, view, items)
        columns = columns or (flat(data) if isinstance(data, dict) else derived(items, whole=True))
    headers, ascii_only = not options.no_headers, not terminal.unicode
    text = parts(items, view, columns, kind, headers=headers, ascii_only=ascii_only)
    # Nothing is written if any item lacks a name.
    return list(text) if kind in {"name", "id"} else text


def _whole_text(data: Any, kind: str, *, ascii_only: bool) -> str:
    if kind == "json":
        return json_format.pretty(data, ascii_only=ascii_only)
    from qovery_cli.output.yaml_format import dumps

    return dumps(data, ascii_only=ascii_only)
