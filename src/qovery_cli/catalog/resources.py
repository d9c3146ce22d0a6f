"""Lookup of the kinds of resources by name and by path parameter."""

from qovery_cli.catalog.resource_rows import APPLICATION, ORGANIZATION, ROWS, Resource

__all__ = ["RESOURCES", "SCOPE_KINDS", "SERVICES", "Resource", "by_parameter"]

#: Every kind of resource by its name.
RESOURCES: dict[str, Resource] = {resource.kind: resource for resource in ROWS}

#: The kinds of the scope chain, outermost first; the services are siblings.
SERVICES = (APPLICATION, "container", "database")
SCOPE_KINDS = (ORGANIZATION, "cluster", "project", "environment", *SERVICES)

# Parameters that are used for several kinds, by the path segments before them.
_BY_PATH: tuple[tuple[str, str], ...] = (
    ("/aws/credentials/{credentialsId}", "awsCredentials"),
    ("/scaleway/credentials/{credentialsId}", "scalewayCredentials"),
    ("/digitalOcean/credentials/{credentialsId}", "digitalOceanCredentials"),
    ("/gcp/credentials/{credentialsId}", "gcpCredentials"),
    ("/azure/credentials/{credentialsId}", "azureCredentials"),
    ("/onPremise/credentials/{credentialsId}", "onPremiseCredentials"),
    ("/project/{projectId}/deploymentRule/{deploymentRuleId}", "projectRule"),
    ("/environment/{environmentId}/deploymentRule/{deploymentRuleId}", "environmentRule"),
    ("/application/{applicationId}/customDomain/{customDomainId}", "applicationDomain"),
    ("/container/{containerId}/customDomain/{customDomainId}", "containerDomain"),
    ("/application/{applicationId}/deploymentRestriction/{deploymentRestrictionId}", "restriction"),
    *(
        (f"/{scope}/{{{scope}Id}}/{place}", scope + family)
        for scope in ("project", "environment", APPLICATION, "container")
        for place, family in (
            ("environmentVariable/{environmentVariableId}", "Variable"),
            ("secret/{secretId}", "Secret"),
        )
    ),
)

_BY_NAME = {
    **{resource.parameter: resource.kind for resource in ROWS},
    # Second names, used if the first is taken by another resource in the same path.
    **{f"target{kind[0].upper()}{kind[1:]}Id": kind for kind in (*SERVICES, "logicalDatabase")},
}
_AMBIGUOUS = frozenset(place.rpartition("{")[2].rstrip("}") for place, _ in _BY_PATH)


def by_parameter(parameter: str, where: str | None = None) -> Resource | None:
    """Return the resource that a path parameter identifies, None for an unknown parameter.

    ``where`` is the path, or the key of its operation. Without it, None is returned for a
    parameter that is used for several kinds.
    """
    if parameter not in _AMBIGUOUS:
        kind = _BY_NAME.get(parameter)
        return RESOURCES[kind] if kind else None
    path = where or ""
    if where and not where.startswith("/"):
        from qovery_cli.catalog.loader import operation

        path = operation(where).path
    kinds = (kind for segment, kind in _BY_PATH if segment in path and parameter in segment)
    return next((RESOURCES[kind] for kind in kinds), None)
