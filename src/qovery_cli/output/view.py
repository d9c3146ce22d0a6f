"""How data is to be shown: what its kind says of it, and what was asked for."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Literal

from qovery_cli.frozen import record


@record
class Column:
    """A column: what stands above it, and the dotted path of its values in an item."""

    header: str
    path: str


@record
class View:
    """A description of data that a formatter follows.

    ``columns`` (and ``wide``, what ``-o wide`` adds) are columns or their short spelling, see
    `column`; without any, they are taken from the data. ``kind`` "done" is the object
    ``{"id", "name", "done"}`` that stands for an answer without a body. ``sort`` is the path that
    a list is sorted by unless asked otherwise. ``units`` maps a path without indexes to the
    unit of its numbers (a key of ``body.units.UNITS``), which tables show. ``fields`` are paths
    that exist even if no item has them. ``name`` and ``id`` are the paths of ``-o name`` and
    ``-o id``, ``target`` has under these keys what stands for them in data without.
    """

    columns: Sequence[Column | str] = ()
    wide: Sequence[Column | str] = ()
    kind: Literal["list", "object", "done"] = "list"
    empty: str = "There is nothing to show."
    sort: str | None = None
    units: Mapping[str, str] = MappingProxyType({})
    fields: tuple[str, ...] = ()
    name: str = "name"
    id: str = "id"
    target: Mapping[str, str] = MappingProxyType({})

    def chosen(self, wide: bool = False) -> tuple[Column, ...]:
        """Return the columns of a table, or of a wide one."""
        specs = (*self.columns, *self.wide) if wide else tuple(self.columns)
        return tuple(column(spec) if isinstance(spec, str) else spec for spec in specs)


@record
class ShowOptions:
    """What was asked for of the output.

    ``format`` is one of show.FORMATS, None for a table, or for JSON if there is a ``query``.
    ``columns`` are names or ``header=path``, also several with commas between them.
    """

    format: str | None = None
    query: str | None = None
    columns: tuple[str, ...] = ()
    sort_by: str | None = None
    filters: tuple[str, ...] = ()
    no_headers: bool = False
    limit: int | None = None


def column(spec: str) -> Column:
    """Return the column that ``path`` or ``header=path`` describes."""
    header, separator, path = spec.partition("=")
    return Column(header.strip(), (path if separator else header).strip())
