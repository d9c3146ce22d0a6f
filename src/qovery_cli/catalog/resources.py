"""Lookup of the kinds of resources by name and by path parameter."""

from typing import Any

from qovery_cli.catalog import resource_rows
from qovery_cli.catalog.resource_builders import ALL_SERVICES
from qovery_cli.catalog.resource_model import Resource, Service

__all__ = [
    "ALL_SERVICES",
    "RESOURCES",
    "SCOPE_KINDS",
    "SERVICES",
    "Resource",
    "Service",
    "by_parameter",
    "kind_of_service",
    "services_at",
]

#: Every kind of resource by its name.
RESOURCES: dict[str, Resource] = {resource.kind: resource for resource in resource_rows.ROWS}

#: The kinds of the scope chain, outermost first; the services are siblings.
SERVICES = tuple(resource.kind for resource in resource_rows.SERVICES)
SCOPE_KINDS = (*(resource.kind for resource in resource_rows.LEVELS), *SERVICES)

# Second names, used if the first is taken by another resource in the same path.
_SECOND_NAMES = {
    **{f"target{RESOURCES[kind].infix}Id": kind for kind in (*SERVICES, "logicalDatabase")},
    "stageId": "deploymentStage",
}


def _by_parameter() -> dict[str, list[Resource]]:
    resources: dict[str, list[Resource]] = {}
    for resource in RESOURCES.values():
        resources.setdefault(resource.parameter, []).append(resource)
    return resources | {name: [RESOURCES[kind]] for name, kind in _SECOND_NAMES.items()}


_BY_PARAMETER = _by_parameter()


_BY_TYPE = {RESOURCES[kind].service_type: kind for kind in SERVICES}


def kind_of_service(service_type: Any) -> str:
    """Return the kind of a service by its type in responses, such as ``AGENTIC_WORKFLOW``.

    A type that is not in the table becomes lower case with hyphens, None becomes "service".
    """
    text = str(service_type or "service")
    return _BY_TYPE.get(text.upper()) or text.lower().replace("_", "-")


def services_at(level: str) -> tuple[Resource, ...]:
    """Return the kinds of service that an API level has."""
    return tuple(r for r in resource_rows.SERVICES if r.service and r.service.is_at(level))


def by_parameter(parameter: str, where: str | None = None) -> Resource | None:
    """Return the resource that a path parameter identifies, None for an unknown parameter.

    ``where`` is the path, or the key of its operation. Without it, None is returned for a
    parameter that is used for several kinds.
    """
    resources = _BY_PARAMETER.get(parameter, ())
    if len(resources) == 1:
        return resources[0]
    path = where or ""
    if where and not where.startswith("/"):
        from qovery_cli.catalog.loader import operation

        path = operation(where).path
    return next((r for r in resources if f"{_place(r)}/{{{parameter}}}" in path), None)


def _place(resource: Resource) -> str:
    """Return the segments before the id of a resource, with the parameter of its parent."""
    parent = RESOURCES[str(resource.parent)]
    return f"{{{parent.parameter}}}/{resource.list_path}"
