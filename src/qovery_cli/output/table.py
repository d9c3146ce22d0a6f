"""How a list is laid out: plain and whole for a script, fitted to the width for a person."""

from collections.abc import Mapping, Sequence
from typing import Any

from qovery_cli.output.datetimes import is_moment
from qovery_cli.output.dotted_path import MISSING, getter
from qovery_cli.output.format_value import Cell, CellStyle, number, with_unit, writer
from qovery_cli.output.sanitize import one_line
from qovery_cli.output.style import paint
from qovery_cli.output.view import Column
from qovery_cli.output.width import cut, width_of

_GAP = "  "

_TEXT, _NAME, _ID, _SHORT = range(4)
_ALL = frozenset({_TEXT, _NAME, _ID, _SHORT})

#: What gives way when a table is too wide, in this order: kinds of columns, the width that they
#: keep, and whether only their headers give way. Names and ids hold out longer than text.
_STAGES = (
    (frozenset({_TEXT}), 12, False),
    (_ALL, 4, True),
    (frozenset({_TEXT}), 8, False),
    (frozenset({_ID}), 8, False),
    (frozenset({_NAME}), 12, False),
    (frozenset({_TEXT}), 3, False),
    (_ALL, 3, False),
)


class _Strip:
    """One column with its cells, top to bottom, before and while it is fitted."""

    def __init__(self, header: str, cells: list[Cell], kind: int, to_the_right: bool) -> None:
        self.header = header
        self.cells = cells
        self.kind = kind
        self.to_the_right = to_the_right
        self.widths = [width_of(cell.text) for cell in cells]
        self.width = max(max(self.widths, default=0), width_of(header))


def table_text(
    items: Sequence[Any],
    columns: Sequence[Column],
    look: CellStyle,
    *,
    width: int | None = None,
    headers: bool = True,
    units: Mapping[str, str] | None = None,
) -> str:
    """Return a table, a line for each item, ending in a line break; empty if there are no lines.

    ``width`` is what it is fitted to, None to leave everything whole. Columns are two blanks
    apart. ``units`` maps a path without indexes to the unit of its numbers.
    """
    strips = [_strip(items, column, look, headers, units or {}) for column in columns]
    if strips and strips[0].kind == _TEXT:
        # What comes first tells one line from another.
        strips[0].kind = _NAME
    if width is not None:
        _fit(*_wrapped(strips, columns, width))
    lines = [_GAP.join(line) for line in zip(*_painted(strips, look, headers), strict=True)]
    return "\n".join([*lines, ""]) if lines else ""


def _strip(
    items: Sequence[Any], column: Column, look: CellStyle, headers: bool, units: Mapping[str, str]
) -> _Strip:
    # Of what comes many times an hour, "2 h ago" would tell nothing: it is headed "time".
    spell = writer(column.path, look, to_the_second=column.header == "time", short_commits=True)
    spell = with_unit(spell, column.path, column.header, units)
    get = getter(column.path)
    values = [get(item) for item in items]
    cells = [spell(value) for value in values]
    header = title(column) if headers else ""
    numbers = any(map(number, values)) and all(
        number(v) or v is None or v is MISSING for v in values
    )
    return _Strip(header, cells, _kind(column, numbers), numbers)


def title(column: Column) -> str:
    """Return the header of a column, in upper case."""
    return one_line(column.header).replace("_", " ").upper()


def _kind(column: Column, numbers: bool) -> int:
    name = column.path.rpartition(".")[2]
    if name in {"name", "key"}:
        return _NAME
    if name == "id" or name.endswith("_id"):
        return _ID
    short = numbers or is_moment(name) or name.endswith(("state", "status", "mode"))
    return _SHORT if short else _TEXT


def _wrapped(
    strips: Sequence[_Strip], columns: Sequence[Column], width: int
) -> tuple[Sequence[_Strip], int]:
    """Return what is to be fitted, and to which width: of a log, what comes before its text.

    The end of a line of a log is what somebody looks for. The terminal wraps it.
    """
    if len(strips) < 2 or columns[0].header != "time" or strips[-1].kind != _TEXT:
        return strips, width
    return strips[:-1], width - len(_GAP) - min(strips[-1].width, width // 3)


def _fit(strips: Sequence[_Strip], width: int) -> None:
    """Take width from the columns until the table fits or nothing is left to take."""
    excess = sum(strip.width for strip in strips) + len(_GAP) * (len(strips) - 1) - width
    for kinds, least, headers_only in _STAGES:
        giving = [strip for strip in strips if strip.kind in kinds]
        floors = [max(least, max(s.widths, default=0)) if headers_only else least for s in giving]
        while excess > 0:
            # The widest first, and a column at a time, so that equals end as equals.
            widest, position = max(
                ((s.width, i) for i, s in enumerate(giving) if s.width > floors[i]),
                default=(0, 0),
            )
            if not widest:
                break
            giving[position].width -= 1
            excess -= 1


def _painted(strips: Sequence[_Strip], look: CellStyle, headers: bool) -> list[list[str]]:
    painted = []
    for position, strip in enumerate(strips):
        is_last = position == len(strips) - 1
        column = []
        if headers:
            header = Cell(strip.header, "bold")
            column.append(_padded(header, width_of(strip.header), strip, look, is_last))
        for cell, width in zip(strip.cells, strip.widths, strict=True):
            column.append(_padded(cell, width, strip, look, is_last))
        painted.append(column)
    return painted


def _padded(cell: Cell, width: int, strip: _Strip, look: CellStyle, is_last: bool) -> str:
    text = cell.text
    if width > strip.width:
        text, width = cut(text, strip.width, look.mark)
    blanks = " " * (strip.width - width)
    shown = paint(text, cell.style, look.coloured)
    if strip.to_the_right:
        return blanks + shown
    return shown if is_last else shown + blanks
