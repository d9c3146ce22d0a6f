"""Layout of a single object: one line for each field, with dotted paths for nested ones."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Any

from qovery_cli.output.datetimes import is_timestamp, parse_timestamp, relative
from qovery_cli.output.dotted_path import find, leaves
from qovery_cli.output.format_value import Cell, CellStyle, with_unit, writer
from qovery_cli.output.sanitize import one_line
from qovery_cli.output.style import paint
from qovery_cli.output.view import Column
from qovery_cli.output.width import width_of

#: Longer keys do not widen the column of all values, only move their own.
_MAX_KEY_WIDTH = 40


def record_text(
    data: dict[str, Any],
    columns: Sequence[Column],
    style: CellStyle,
    *,
    keys: bool = True,
    units: Mapping[str, str] = MappingProxyType({}),
) -> str:
    """Return aligned ``key: value`` lines for the columns, or for every field without columns.

    Nothing is truncated: the terminal wraps long values. Without ``keys`` only values are
    written. ``units`` maps a path without indexes to the unit of its numbers.
    """
    if columns:
        rows = [(c.header.replace("_", " "), c.path, find(data, c.path)) for c in columns]
    else:
        rows = [(path, path, value) for path, value in leaves(data) if path]
    lines = [
        (f"{one_line(header)}:", _cell(path, value, style, header, units))
        for header, path, value in rows
    ]
    if not keys:
        return "".join(f"{paint(cell.text, cell.style, style.coloured)}\n" for _, cell in lines)
    widest = min(_MAX_KEY_WIDTH, max((width_of(key) for key, _ in lines), default=0))
    return "".join(_line(key, cell, widest, style) for key, cell in lines)


def _line(key: str, cell: Cell, width: int, style: CellStyle) -> str:
    padding = " " * (max(0, width - width_of(key)) + 1)
    value = paint(cell.text, cell.style, style.coloured)
    return f"{paint(key, 'bold', style.coloured)}{padding}{value}\n"


def _cell(path: str, value: Any, style: CellStyle, header: str, units: Mapping[str, str]) -> Cell:
    when = parse_timestamp(value) if is_timestamp(path.rpartition(".")[2]) else None
    if when is not None and style.interactive and isinstance(value, str):
        # A single object has room for both, and is where users look up the exact time.
        exact, ago = one_line(value), relative(when, style.now)
        return Cell(exact if exact.startswith(ago) else f"{exact} ({ago})")
    return with_unit(writer(path, style), path, header, units)(value)
