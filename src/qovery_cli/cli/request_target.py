"""Resolve the names on the command line or in the context to the ids in a request path."""

from collections.abc import Mapping
from typing import Any

from qovery_cli import catalog
from qovery_cli.catalog.resources import RESOURCES, by_parameter
from qovery_cli.cli.command_table import CommandSpec, ParameterSpec, belongs
from qovery_cli.errors import UsageError
from qovery_cli.frozen import record
from qovery_cli.resolve.resolver import ResourceRef
from qovery_cli.session import Session


@record
class RequestTarget:
    """The path values of a request, and their resources, outermost first."""

    values: Mapping[str, str]
    resources: tuple[ResourceRef, ...]

    @property
    def resource(self) -> ResourceRef | None:
        """The resource that the command acts on: the last one in the path."""
        return self.resources[-1] if self.resources else None


def resolve_target(
    session: Session, spec: CommandSpec, position: int, values: Mapping[str, Any]
) -> RequestTarget:
    """Return the path values and resources of a request.

    Raises the errors of ``Session.find``, and UsageError for a missing path value.
    """
    ids: dict[str, str] = {}
    resources: list[ResourceRef] = []
    operation = spec.variants[position].operation
    for name in catalog.operation(operation).path_names:
        parameter = _parameter(spec, position, name)
        value = values.get(parameter.name)
        # Not parameter.resource: the kind may differ between the operations of a command.
        resource = by_parameter(name, operation)
        if resource is None:
            ids[name] = _text_value(parameter, value)
            continue
        reference = session.find(resource.kind, value, within=ids)
        ids[name] = reference.id
        resources.append(reference)
    # A parameter that another API level has in its path is the target at this level too.
    for parameter in spec.parameters:
        if parameter.same_as and parameter.name in values and belongs(parameter, position):
            kind, text = str(parameter.resource), values[parameter.name]
            resources.append(session.find(kind, text, within=ids))
    return RequestTarget(ids, tuple(resources))


def listed_resource(operation: str, target: ResourceRef | None) -> dict[str, Any] | None:
    """Return the response of a GET operation from the list in which the target was resolved.

    Returns None unless the list has items of the schema that the operation returns.
    """
    if target is None or target.data is None or not target.whole:
        return None
    resource = RESOURCES[target.kind]
    if operation != resource.get_operation or resource.singleton:
        return None
    response = catalog.operation(operation).response or {}
    listed = catalog.resolve(catalog.operation(resource.list_operation).response or {})
    item = listed.get("properties", {}).get("results", {}).get("items", {})
    return dict(target.data) if "ref" in response and response["ref"] == item.get("ref") else None


def _parameter(spec: CommandSpec, position: int, name: str) -> ParameterSpec:
    return next(
        p for p in spec.parameters if p.where == "path" and p.field == name and belongs(p, position)
    )


def _text_value(parameter: ParameterSpec, value: Any) -> str:
    if value is None:
        raise UsageError(
            f"{parameter.spelling} is missing.", hint=f"Give {parameter.flag} {parameter.metavar}."
        )
    return str(value)
