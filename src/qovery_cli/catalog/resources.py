"""Lookup of the kinds of resources by name and by path parameter."""

from qovery_cli.catalog import resource_rows
from qovery_cli.catalog.resource_model import Resource, Service

__all__ = ["RESOURCES", "SCOPE_KINDS", "SERVICES", "Resource", "Service", "by_parameter"]

#: Every kind of resource by its name.
RESOURCES: dict[str, Resource] = {resource.kind: resource for resource in resource_rows.ROWS}

#: The kinds of the scope chain, outermost first; the services are siblings.
SERVICES = ("application", "container", "database")
SCOPE_KINDS = (*(resource.kind for resource in resource_rows.LEVELS), *SERVICES)

# Second names, used if the first is taken by another resource in the same path.
_SECOND_NAMES = {
    **{f"target{kind[0].upper()}{kind[1:]}Id": kind for kind in (*SERVICES, "logicalDatabase")},
    "stageId": "deploymentStage",
}


def _by_parameter() -> dict[str, list[Resource]]:
    resources: dict[str, list[Resource]] = {}
    for resource in RESOURCES.values():
        resources.setdefault(resource.parameter, []).append(resource)
    return resources | {name: [RESOURCES[kind]] for name, kind in _SECOND_NAMES.items()}


_BY_PARAMETER = _by_parameter()


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
