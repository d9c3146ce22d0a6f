r"""CSV and TSV, one record for each item.

CSV follows RFC 4180: values with commas, quotes or line breaks are quoted, and line breaks are
kept. Records end in ``\n``, as in every other format here, instead of the RFC's ``\r\n``. TSV has
no quoting: a line break is written as ``\n``, a tab as ``\t`` and a backslash as ``\\``.
Import this module only when needed, as it imports csv.
"""

import csv
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from qovery_cli.output.dotted_path import getter
from qovery_cli.output.format_value import CellStyle, plain, writer
from qovery_cli.output.view import Column

_CSV = CellStyle(exact=True, multiline=True)
_TSV = CellStyle(exact=True, escaped=True)

_LineFormatter = Callable[[Sequence[str]], str]


def csv_lines(
    items: Iterable[Any], columns: Sequence[Column], *, headers: bool = True
) -> Iterator[str]:
    """Yield comma-separated records; null is empty, timestamps are RFC 3339.

    The header comes with the first item, or alone if there are no items.
    """
    to_line: _LineFormatter = csv.writer(_Echo(), lineterminator="\n").writerow
    return _lines(items, columns, _CSV, to_line, headers)


def tsv_lines(
    items: Iterable[Any], columns: Sequence[Column], *, headers: bool = True
) -> Iterator[str]:
    """Yield tab-separated lines, values and header as in `csv_lines`."""
    return _lines(items, columns, _TSV, lambda row: "\t".join(row) + "\n", headers)


class _Echo:
    """A file whose ``write`` returns the text, so that ``writerow`` returns it too."""

    def write(self, text: str) -> str:
        return text


def _lines(
    items: Iterable[Any],
    columns: Sequence[Column],
    style: CellStyle,
    to_line: _LineFormatter,
    headers: bool,
) -> Iterator[str]:
    if not columns:
        return
    cells = [(getter(column.path), writer(column.path, style)) for column in columns]
    header = to_line([plain(column.header, style) for column in columns]) if headers else ""
    for item in items:
        yield header + to_line([write(get(item)).text for get, write in cells])
        header = ""
    if header:
        yield header
