r"""CSV (RFC 4180) and TSV, an item a line.

In both a line break inside a text is written as ``\n``. TSV knows no quotes: a tab is ``\t`` and
a backslash ``\\``. This module imports csv, so it is itself imported only when one is written.
"""

import csv
import io
from collections.abc import Sequence
from typing import Any

from qovery_cli.output.cell import Look, plain, writer
from qovery_cli.output.path import getter
from qovery_cli.output.view import Column

_CSV = Look(exact=True)
_TSV = Look(exact=True, escaped=True)


def csv_text(items: Sequence[Any], columns: Sequence[Column], *, headers: bool = True) -> str:
    """Return comma-separated lines; nothing for a null, true and false, moments as RFC 3339."""
    file = io.StringIO()
    csv.writer(file, lineterminator="\n").writerows(_rows(items, columns, _CSV, headers))
    return file.getvalue()


def tsv_text(items: Sequence[Any], columns: Sequence[Column], *, headers: bool = True) -> str:
    """Return tab-separated lines, values as in `csv_text`."""
    return "".join("\t".join(row) + "\n" for row in _rows(items, columns, _TSV, headers))


def _rows(
    items: Sequence[Any], columns: Sequence[Column], look: Look, headers: bool
) -> list[tuple[str, ...]]:
    strips = []
    for column in columns:
        get, spell = getter(column.path), writer(column.path, look)
        top = [plain(column.header, look)] if headers else []
        strips.append(top + [spell(get(item)).text for item in items])
    return list(zip(*strips, strict=True))
