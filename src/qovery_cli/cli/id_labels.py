"""Add the names of resources to items that contain only their ids."""

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
    spec: CommandSpec,
    items: list[Any],
    path: Mapping[str, str],
    fields: RequestedFields,
) -> list[Any]:
    """Return the items with the names of resources next to their ids, where the output shows them.

    The override ``names`` maps a field with ids to the kind of resource; `name_path` is the field
    for the name. ``path`` are the path values known so far. An id without a known name is used as
    its name. Errors are ignored, because the items are complete without names.
    """
    for field, kind in spec.names.items():
        if fields.include(name_path(field)):
            names = _names_by_id(session, RESOURCES[kind], path)
            items = [_with_name(item, field.split("."), name_path(field), names) for item in items]
    return items


def name_path(field: str) -> str:
    """Return the path of the name for a field with an id: ``cluster_name`` for ``cluster_id``."""
    owner, _, last = field.rpartition(".")
    if last != "id":
        return f"{field.removesuffix('_id')}_name"
    return f"{owner}.name" if owner else "name"


def _names_by_id(session: Session, resource: Resource, path: Mapping[str, str]) -> dict[str, str]:
    operation = resource.list_operation
    try:
        path_values = {
            name: path.get(name) or _parent(session, name, operation)
            for name in catalog.operation(operation).path_names
        }
        resources = records(session.get_cached(operation, path_values), "id", "name")
    except QoveryError:
        return {}
    return {str(item["id"]): str(item["name"]) for item in resources}


def _parent(session: Session, name: str, operation: str) -> str:
    resource = by_parameter(name, operation)
    assert resource is not None, f"{name} of {operation} is not a resource"
    return session.find(resource.kind).id


def _with_name(item: Any, steps: list[str], target: str, names: Mapping[str, str]) -> Any:
    if isinstance(item, list):
        return [_with_name(entry, steps, target, names) for entry in item]
    if not isinstance(item, dict) or steps[0] not in item:
        return item
    value = item[steps[0]]
    if len(steps) > 1:
        inner = target.partition(".")[2]
        return {**item, steps[0]: _with_name(value, steps[1:], inner, names)}
    if item.get(target) is not None:
        return item
    return {**item, target: names.get(value, value) if isinstance(value, str) else value}
