"""The fields that the output options of a run name: what has to be requested to show them.

Columns whose values come from another answer (a joined state, the name for an id) are requested
in every format if a column, a filter, a sort key or a query names them, so that no format lacks
what another one shows. Without any of these JSON is what the API answered.
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
    """Dotted paths by the option that names them.

    ``columns`` are those of ``--columns``, or of the table that is shown; ``keys`` are filtered or
    sorted by, or columns that a query reads by their header; ``query`` has all its field names.
    """

    columns: tuple[str, ...] = ()
    keys: tuple[str, ...] = ()
    query: frozenset[str] = frozenset()

    def include(self, path: str) -> bool:
        """Return whether any option names the value at a path, a part of it or what it is in."""
        if all(name in self.query for name in path.split(".")):
            return True
        return any(_overlap(path, other) for other in (*self.columns, *self.keys))

    def show(self, path: str) -> bool:
        """Return whether a column shows the value at a path or a part of it."""
        return any(_overlap(path, other) for other in self.columns)


def requested_fields(session: "Session", view: View) -> RequestedFields:
    """Return the fields that the output options of this run name, by the columns of a view.

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
    one, two = f"{path}.", f"{other.replace('[', '.')}."
    return one.startswith(two) or two.startswith(one)
