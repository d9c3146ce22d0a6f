"""Human-readable formats: tables, single objects, scalars and confirmations."""

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
    """Return a list as a table, an object as one line for each field, a scalar as text.

    ``kind`` is ``wide`` for all columns. ``now`` is in seconds since 1970.
    """
    style, wide = _style(terminal, now), kind == "wide"
    if isinstance(data, list):
        return _table_text(data, view, options, wide, terminal, style)
    if not isinstance(data, dict):
        return _scalar_text(data, style)
    from qovery_cli.output.detail import record_text

    columns = choose(options.columns, view, [data], wide=wide)
    return record_text(data, columns, style, keys=not options.no_headers, units=view.units)


def done_text(data: Mapping[str, Any], terminal: Terminal) -> str:
    """Return the confirmation of a change, such as ``✓ web: deleted``."""
    style = CellStyle()
    target = data.get("name") or data.get("id")
    done = data.get("done")
    sign = "✓" if terminal.unicode else "+"
    result = plain(done, style) if isinstance(done, str) else "done"
    return f"{sign} {plain(target, style)}: {result}" if target else f"{sign} {result}"


def _style(terminal: Terminal, now: float | None) -> CellStyle:
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
    style: CellStyle,
) -> str:
    if not items and terminal.interactive_out:
        return ""
    from qovery_cli.output.table import table_text

    columns = choose(options.columns, view, items, wide=wide) or derived(items, whole=wide)
    return table_text(
        items,
        columns,
        style,
        # A wide table is never truncated: its lines may wrap.
        width=terminal.width if terminal.interactive_out and not wide else None,
        headers=not options.no_headers,
        units=view.units,
    )


def _scalar_text(data: Any, style: CellStyle) -> str:
    if data is None:
        return ""
    if not isinstance(data, str):
        return plain(data, style) + "\n"
    text = clean(data) if style.interactive else data
    return text if text.endswith("\n") else f"{text}\n"
