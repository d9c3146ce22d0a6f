"""Names of the resources that the API answers with an id for."""

from collections.abc import Mapping
from typing import Any

from qovery_cli import catalog
from qovery_cli.catalog.resources import RESOURCES, Resource, by_parameter
from qovery_cli.cli.command_table import CommandSpec
from qovery_cli.cli.requested_fields import RequestedFields
from qovery_cli.errors import QoveryError
from qovery_cli.http.pagination import records
from qovery_cli.session import Session


def with_names(
    session: Session,
    row: CommandSpec,
    items: list[Any],
    path: Mapping[str, str],
    fields: RequestedFields,
) -> list[Any]:
    """Return the items with the name of a resource beside its id, where the output shows it.

    The override ``names`` maps a field that holds ids to the kind of resource; `name_path` is the
    field that gets the name. ``path`` are the path values that are decided already. An id without
    a name stands for it, and so do all if the names cannot be read: that is no reason to fail.
    """
    for field, kind in row.names.items():
        if fields.include(name_path(field)):
            known = _names(session, RESOURCES[kind], path)
            items = [_named(item, field.split("."), name_path(field), known) for item in items]
    return items


def name_path(field: str) -> str:
    """Return the path of the name for a field that holds an id: ``cluster_name``."""
    owner, _, last = field.rpartition(".")
    return f"{owner}.name" if last == "id" else f"{field.removesuffix('_id')}_name"


def _names(session: Session, resource: Resource, path: Mapping[str, str]) -> dict[str, str]:
    operation = resource.list_operation
    try:
        where = {
            name: path.get(name) or _parent(session, name, operation)
            for name in catalog.operation(operation).path_names
        }
        listed = records(session.get_cached(operation, where), "id", "name")
    except QoveryError:
        return {}
    return {str(item["id"]): str(item["name"]) for item in listed}


def _parent(session: Session, name: str, operation: str) -> str:
    resource = by_parameter(name, operation)
    assert resource is not None, f"{name} of {operation} is no resource"
    return session.find(resource.kind).id


def _named(item: Any, steps: list[str], target: str, known: Mapping[str, str]) -> Any:
    if not isinstance(item, dict) or steps[0] not in item:
        return item
    value = item[steps[0]]
    if len(steps) > 1:
        inner = target.partition(".")[2]
        return {**item, steps[0]: _named(value, steps[1:], inner, known)}
    if item.get(target) is not None:
        return item
    return {**item, target: known.get(value, value) if isinstance(value, str) else value}
