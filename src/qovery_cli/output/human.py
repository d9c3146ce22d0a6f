"""What a person reads: tables, one object as lines, a single value, what was done."""

import time
from collections.abc import Mapping
from typing import Any

from qovery_cli.output.columns import choose, derived
from qovery_cli.output.format_value import CellStyle, plain
from qovery_cli.output.sanitize import clean
from qovery_cli.output.terminal import Terminal
from qovery_cli.output.view import ShowOptions, View


def text(
    data: Any,
    view: View,
    options: ShowOptions,
    kind: str,
    terminal: Terminal,
    now: float | None = None,
) -> str:
    """Return data as a table, an object as a line for each field, anything else as it is said.

    ``kind`` is ``wide`` for all columns. ``now`` is in seconds since 1970.
    """
    look, wide = _look(terminal, now), kind == "wide"
    if isinstance(data, list):
        return _table_text(data, view, options, wide, terminal, look)
    if not isinstance(data, dict):
        return _scalar_text(data, look)
    from qovery_cli.output.detail import record_text

    columns = choose(options.columns, view, [data], wide=wide)
    return record_text(data, columns, look, keys=not options.no_headers, units=view.units)


def done_text(data: Mapping[str, Any], terminal: Terminal) -> str:
    """Return the line that says what was done to what."""
    look = CellStyle()
    what = data.get("name") or data.get("id")
    done = data.get("done")
    sign = "✓" if terminal.unicode else "+"
    said = plain(done, look) if isinstance(done, str) else "done"
    return f"{sign} {plain(what, look)}: {said}" if what else f"{sign} {said}"


def _look(terminal: Terminal, now: float | None) -> CellStyle:
    return CellStyle(
        interactive=terminal.interactive_out,
        coloured=terminal.color_out,
        unicode=terminal.unicode,
        now=time.time() if now is None else now,
    )


def _table_text(
    items: list[Any],
    view: View,
    options: ShowOptions,
    wide: bool,
    terminal: Terminal,
    look: CellStyle,
) -> str:
    if not items and terminal.interactive_out:
        return ""
    from qovery_cli.output.table import table_text

    columns = choose(options.columns, view, items, wide=wide) or derived(items, whole=wide)
    return table_text(
        items,
        columns,
        look,
        # Who asks for all of it, ids included, gets all of it: lines may wrap.
        width=terminal.width if terminal.interactive_out and not wide else None,
        headers=not options.no_headers,
        units=view.units,
    )


def _scalar_text(data: Any, look: CellStyle) -> str:
    if data is None:
        return ""
    if not isinstance(data, str):
        return plain(data, look) + "\n"
    text = clean(data) if look.interactive else data
    return text if text.endswith("\n") else f"{text}\n"
