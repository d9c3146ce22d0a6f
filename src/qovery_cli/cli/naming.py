"""Names in tables where the API answers with an id."""

from collections.abc import Mapping
from typing import Any

from qovery_cli import catalog
from qovery_cli.api.pages import records
from qovery_cli.catalog.resources import RESOURCES, Resource, by_parameter
from qovery_cli.cli.rows import CommandRow
from qovery_cli.errors import QoveryError
from qovery_cli.output.view import column
from qovery_cli.session import Session
from qovery_cli.session.showing import TABULAR, output_format


def named(
    session: Session, row: CommandRow, found: list[Any], path: Mapping[str, str]
) -> list[Any]:
    """Return the items of a table with names in place of ids, where a column is to have that.

    The override ``names`` maps such a field to the kind of resource that its ids are of. ``path``
    are the path values that are decided already. An id without a name stays, and so do all if the
    names cannot be had: they are no reason to fail.
    """
    for field in _shown(session, row):
        known = _names(session, RESOURCES[row.names[field]], path)
        found = [_replaced(item, field, known) for item in found]
    return found


def _shown(session: Session, row: CommandRow) -> list[str]:
    """Return the fields to name that are in the columns of this output."""
    form = output_format(session)
    if form not in TABULAR:
        return []
    specs = (*row.columns, *row.wide) if form == "wide" else row.columns
    paths = [column(spec).path for spec in specs]
    return [field for field in row.names if any(f"{field}.".startswith(f"{p}.") for p in paths)]


def _names(session: Session, resource: Resource, path: Mapping[str, str]) -> dict[str, str]:
    operation = resource.list_operation
    try:
        where = {
            name: path.get(name) or _parent(session, name, operation)
            for name in catalog.operation(operation).path_names
        }
        listed = records(session.ask_once(operation, where), "id", "name")
    except QoveryError:
        return {}
    return {str(item["id"]): str(item["name"]) for item in listed}


def _parent(session: Session, name: str, operation: str) -> str:
    resource = by_parameter(name, operation)
    assert resource is not None, f"{name} of {operation} is no resource"
    return session.find(resource.kind).id


def _replaced(item: Any, field: str, known: Mapping[str, str]) -> Any:
    head, _, rest = field.partition(".")
    if not isinstance(item, dict) or head not in item:
        return item
    value = item[head]
    if rest:
        return {**item, head: _replaced(value, rest, known)}
    return {**item, head: known.get(value, value) if isinstance(value, str) else value}
