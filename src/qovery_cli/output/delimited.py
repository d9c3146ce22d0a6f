r"""CSV and TSV, a record for each item.

CSV follows RFC 4180: a text with a comma, a quote or a line break is quoted, and the line break
stays. Records end in ``\n``, as every other format here, instead of the RFC's ``\r\n``. TSV knows
no quotes: a line break is written as ``\n``, a tab as ``\t`` and a backslash as ``\\``.
This module imports csv, so it is itself imported only when one is written.
"""

import csv
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from qovery_cli.output.dotted_path import getter
from qovery_cli.output.format_value import CellStyle, plain, writer
from qovery_cli.output.view import Column

_CSV = CellStyle(exact=True, multiline=True)
_TSV = CellStyle(exact=True, escaped=True)

_Spell = Callable[[Sequence[str]], str]


def csv_lines(
    items: Iterable[Any], columns: Sequence[Column], *, headers: bool = True
) -> Iterator[str]:
    """Yield comma-separated records; nothing for a null, true and false, times as RFC 3339.

    The header comes with the first item, or alone after the last one of none.
    """
    spell: _Spell = csv.writer(_Echo(), lineterminator="\n").writerow
    return _lines(items, columns, _CSV, spell, headers)


def tsv_lines(
    items: Iterable[Any], columns: Sequence[Column], *, headers: bool = True
) -> Iterator[str]:
    """Yield tab-separated lines, values and header as in `csv_lines`."""
    return _lines(items, columns, _TSV, lambda row: "\t".join(row) + "\n", headers)


class _Echo:
    """Gives back what is written to it: ``writerow`` returns what ``write`` returns."""

    def write(self, text: str) -> str:
        return text


def _lines(
    items: Iterable[Any], columns: Sequence[Column], look: CellStyle, spell: _Spell, headers: bool
) -> Iterator[str]:
    if not columns:
        return
    cells = [(getter(column.path), writer(column.path, look)) for column in columns]
    top = spell([plain(column.header, look) for column in columns]) if headers else ""
    for item in items:
        yield top + spell([write(get(item)).text for get, write in cells])
        top = ""
    if top:
        yield top
