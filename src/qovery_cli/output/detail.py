"""How one resource is laid out: a line for each of its fields, nested ones dotted."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Any

from qovery_cli.output.datetimes import is_moment, moment, relative
from qovery_cli.output.dotted_path import find, leaves
from qovery_cli.output.format_value import Cell, CellStyle, with_unit, writer
from qovery_cli.output.sanitize import one_line
from qovery_cli.output.style import paint
from qovery_cli.output.view import Column
from qovery_cli.output.width import width_of

#: A longer key pushes its own value to the right instead of everybody's.
_WIDEST_KEY = 40


def record_text(
    data: dict[str, Any],
    columns: Sequence[Column],
    look: CellStyle,
    *,
    keys: bool = True,
    units: Mapping[str, str] = MappingProxyType({}),
) -> str:
    """Return ``key: value`` lines, aligned: the columns given, or without any every field.

    Nothing is cut: a long value is the terminal's to wrap. Without ``keys`` a line is the value.
    ``units`` maps a path without indexes to the unit of its numbers.
    """
    if columns:
        rows = [(c.header.replace("_", " "), c.path, find(data, c.path)) for c in columns]
    else:
        rows = [(path, path, value) for path, value in leaves(data) if path]
    lines = [
        (f"{one_line(header)}:", _cell(path, value, look, header, units))
        for header, path, value in rows
    ]
    if not keys:
        return "".join(f"{paint(cell.text, cell.style, look.coloured)}\n" for _, cell in lines)
    widest = min(_WIDEST_KEY, max((width_of(key) for key, _ in lines), default=0))
    return "".join(_line(key, cell, widest, look) for key, cell in lines)


def _line(key: str, cell: Cell, width: int, look: CellStyle) -> str:
    blanks = " " * (max(0, width - width_of(key)) + 1)
    value = paint(cell.text, cell.style, look.coloured)
    return f"{paint(key, 'bold', look.coloured)}{blanks}{value}\n"


def _cell(path: str, value: Any, look: CellStyle, header: str, units: Mapping[str, str]) -> Cell:
    when = moment(value) if is_moment(path.rpartition(".")[2]) else None
    if when is not None and look.interactive and isinstance(value, str):
        # There is room for both here, and one resource is where the exact moment is looked up.
        exact, ago = one_line(value), relative(when, look.now)
        return Cell(exact if exact.startswith(ago) else f"{exact} ({ago})")
    return with_unit(writer(path, look), path, header, units)(value)
