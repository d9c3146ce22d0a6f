"""Descriptions of how to show data: the view of its kind, and the options of the user."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Literal

from qovery_cli.frozen import record


@record
class Column:
    """A column: its header, and the dotted path of its values in an item."""

    header: str
    path: str


@record
class View:
    """The presentation of one kind of data.

    ``columns`` (and ``wide``, those that ``-o wide`` adds) are columns or their short form, see
    `column`; without any, they are derived from the data. ``kind`` "done" is the object
    ``{"id", "name", "done"}`` that represents a response without a body. ``sort`` is the default
    sort path of a list. ``units`` maps a path without indexes to the unit of its numbers (a key
    of ``body.units.UNITS``), which tables show. ``fields`` are paths that are valid even if no
    item has them. ``name`` and ``id`` are the paths of ``-o name`` and ``-o id``; ``target``
    holds, under these keys, the fallback for data without them.
    """

    columns: Sequence[Column | str] = ()
    wide: Sequence[Column | str] = ()
    kind: Literal["list", "object", "done"] = "list"
    empty: str = "No results."
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
    """The output options of the user.

    ``format`` is one of show.FORMATS; None is JSON with a ``query``, else a table. ``columns``
    are names or ``header=path``, each possibly a comma-separated list.
    """

    format: str | None = None
    query: str | None = None
    columns: tuple[str, ...] = ()
    sort_by: str | None = None
    filters: tuple[str, ...] = ()
    no_headers: bool = False
    limit: int | None = None


def column(spec: str) -> Column:
    """Parse a column from ``path`` or ``header=path``."""
    header, separator, path = spec.partition("=")
    return Column(header.strip(), (path if separator else header).strip())
