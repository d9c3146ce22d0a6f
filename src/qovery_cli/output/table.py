"""Layout of a list as a table: untruncated for scripts, fitted to the width of a terminal."""

from collections.abc import Mapping, Sequence
from typing import Any

from qovery_cli.output.datetimes import is_timestamp
from qovery_cli.output.dotted_path import MISSING, getter
from qovery_cli.output.format_value import Cell, CellStyle, number, with_unit, writer
from qovery_cli.output.sanitize import one_line
from qovery_cli.output.style import paint
from qovery_cli.output.view import Column
from qovery_cli.output.width import cut, width_of

_GAP = "  "

_TEXT, _NAME, _ID, _SHORT = range(4)
_ALL = frozenset({_TEXT, _NAME, _ID, _SHORT})

#: The stages that shrink a table: kinds of columns, the width that they keep, and whether only
#: their headers are truncated. Names and ids shrink later than text.
_STAGES = (
    (frozenset({_TEXT}), 12, False),
    (_ALL, 4, True),
    (frozenset({_TEXT}), 8, False),
    (frozenset({_ID}), 8, False),
    (frozenset({_NAME}), 12, False),
    (frozenset({_TEXT}), 3, False),
    (_ALL, 3, False),
)


class _TableColumn:
    """One column with its cells and its current width."""

    def __init__(self, header: str, cells: list[Cell], kind: int, align_right: bool) -> None:
        self.header = header
        self.cells = cells
        self.kind = kind
        self.to_the_right = align_right
        self.widths = [width_of(cell.text) for cell in cells]
        self.width = max(max(self.widths, default=0), width_of(header))


def table_text(
    items: Sequence[Any],
    columns: Sequence[Column],
    style: CellStyle,
    *,
    width: int | None = None,
    headers: bool = True,
    units: Mapping[str, str] | None = None,
) -> str:
    """Return a table with one line per item, ending in a line break; empty without lines.

    The table is fitted to ``width``, or not truncated if None. Columns are two blanks apart.
    ``units`` maps a path without indexes to the unit of its numbers.
    """
    strips = [_strip(items, column, style, headers, units or {}) for column in columns]
    if strips and strips[0].kind == _TEXT:
        # The first column identifies a line.
        strips[0].kind = _NAME
    if width is not None:
        _fit(*_columns_to_fit(strips, columns, width))
    lines = [_GAP.join(line) for line in zip(*_painted(strips, style, headers), strict=True)]
    return "\n".join([*lines, ""]) if lines else ""


def _strip(
    items: Sequence[Any], column: Column, style: CellStyle, headers: bool, units: Mapping[str, str]
) -> _TableColumn:
    # Frequent events have the header "time" and need exact times, not "2 h ago".
    write = writer(column.path, style, to_the_second=column.header == "time", short_commits=True)
    write = with_unit(write, column.path, column.header, units)
    get = getter(column.path)
    values = [get(item) for item in items]
    cells = [write(value) for value in values]
    header = title(column) if headers else ""
    numbers = any(map(number, values)) and all(
        number(v) or v is None or v is MISSING for v in values
    )
    return _TableColumn(header, cells, _kind(column, numbers), numbers)


def title(column: Column) -> str:
    """Return the header of a column, in upper case."""
    return one_line(column.header).replace("_", " ").upper()


def _kind(column: Column, numbers: bool) -> int:
    name = column.path.rpartition(".")[2]
    if name in {"name", "key"}:
        return _NAME
    if name == "id" or name.endswith("_id"):
        return _ID
    short = numbers or is_timestamp(name) or name.endswith(("state", "status", "mode"))
    return _SHORT if short else _TEXT


def _columns_to_fit(
    strips: Sequence[_TableColumn], columns: Sequence[Column], width: int
) -> tuple[Sequence[_TableColumn], int]:
    """Return the columns to fit, and the width for them.

    The message of a log is not truncated, as its end matters; the terminal wraps it.
    """
    if len(strips) < 2 or columns[0].header != "time" or strips[-1].kind != _TEXT:
        return strips, width
    return strips[:-1], width - len(_GAP) - min(strips[-1].width, width // 3)


def _fit(strips: Sequence[_TableColumn], width: int) -> None:
    """Shrink the columns until the table fits or nothing can be shrunk."""
    excess = sum(strip.width for strip in strips) + len(_GAP) * (len(strips) - 1) - width
    for kinds, minimum, headers_only in _STAGES:
        shrinkable = [strip for strip in strips if strip.kind in kinds]
        minimums = [
            max(minimum, max(s.widths, default=0)) if headers_only else minimum for s in shrinkable
        ]
        while excess > 0:
            # Shrink the widest column by one at a time, so that equal columns stay equal.
            widest, position = max(
                ((s.width, i) for i, s in enumerate(shrinkable) if s.width > minimums[i]),
                default=(0, 0),
            )
            if not widest:
                break
            shrinkable[position].width -= 1
            excess -= 1


def _painted(strips: Sequence[_TableColumn], style: CellStyle, headers: bool) -> list[list[str]]:
    painted = []
    for position, strip in enumerate(strips):
        is_last = position == len(strips) - 1
        column = []
        if headers:
            header = Cell(strip.header, "bold")
            column.append(_padded(header, width_of(strip.header), strip, style, is_last))
        for cell, width in zip(strip.cells, strip.widths, strict=True):
            column.append(_padded(cell, width, strip, style, is_last))
        painted.append(column)
    return painted


def _padded(cell: Cell, width: int, strip: _TableColumn, style: CellStyle, is_last: bool) -> str:
    text = cell.text
    if width > strip.width:
        text, width = cut(text, strip.width, style.mark)
    padding = " " * (strip.width - width)
    painted = paint(text, cell.style, style.coloured)
    if strip.to_the_right:
        return padding + painted
    return painted if is_last else painted + padding
