"""Determine the fields that the output options of a run use, and that must be requested.

Columns whose values come from another response (a joined state, the name for an id) are requested
in every format if a column, a filter, a sort key or a query names them, so that all formats show
the same fields. Without these options, JSON output is the unchanged response.
"""

from typing import TYPE_CHECKING

from qovery_cli.frozen import record
from qovery_cli.output.columns import path_of, requested
from qovery_cli.output.view import View
from qovery_cli.session.render import TABULAR, show_options

if TYPE_CHECKING:
    from qovery_cli.session import Session


@record
class RequestedFields:
    """The dotted paths that output options use.

    ``columns`` are those of ``--columns`` or of the table; ``keys`` are the fields of filters and
    sort keys, and columns that a query reads by header; ``query`` has all field names of a query.
    """

    columns: tuple[str, ...] = ()
    keys: tuple[str, ...] = ()
    query: frozenset[str] = frozenset()

    def include(self, path: str) -> bool:
        """Return whether any option uses the value at a path, a part of it or its parent."""
        if all(name in self.query for name in path.split(".")):
            return True
        return any(_overlap(path, other) for other in (*self.columns, *self.keys))

    def show(self, path: str) -> bool:
        """Return whether a column shows the value at a path or a part of it."""
        return any(_overlap(path, other) for other in self.columns)


def requested_fields(session: "Session", view: View) -> RequestedFields:
    """Return the fields that the output options of this run use, with the columns of a view.

    Raises UsageError for an option that cannot be parsed.
    """
    options = show_options(session)
    columns = [column.path for column in requested(options.columns)]
    if not columns and options.query is None and options.format in TABULAR:
        columns = [column.path for column in view.chosen(options.format == "wide")]
    keys = [field.strip().removeprefix("-") for field in (options.sort_by or "").split(",")]
    if options.filters:
        from qovery_cli.output.filter_sort import parse_filter

        keys += [parse_filter(spec).field for spec in options.filters]
    query: frozenset[str] = frozenset()
    if options.query is not None:
        from qovery_cli.output.query import columns_in, field_names

        query = field_names(options.query)
        keys += [column.path for column in columns_in(options.query, view)]
    return RequestedFields(
        tuple(path_of(name, view, ()) for name in columns),
        tuple(path_of(name, view, ()) for name in keys if name),
        query,
    )


def _overlap(path: str, other: str) -> bool:
    left, right = f"{path}.", f"{other.replace('[', '.')}."
    return left.startswith(right) or right.startswith(left)
