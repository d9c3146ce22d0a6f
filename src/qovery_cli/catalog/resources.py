"""The kinds of resource that can be named on the command line, by kind and by path parameter."""

from qovery_cli.catalog.resource_rows import APPLICATION, ORGANIZATION, ROWS, Resource

__all__ = ["RESOURCES", "SCOPE_KINDS", "SERVICES", "Resource", "by_parameter"]

#: Every kind of resource by its name.
RESOURCES: dict[str, Resource] = {resource.kind: resource for resource in ROWS}

#: The kinds of the scope chain, outermost first; the last three stand beside each other.
SERVICES = (APPLICATION, "container", "database")
SCOPE_KINDS = (ORGANIZATION, "cluster", "project", "environment", *SERVICES)

# The parameters that mean different kinds, by what stands before them in the path.
_BY_PLACE: tuple[tuple[str, str], ...] = (
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
    # Second names, where the first is taken by another resource in the same path.
    **{f"target{kind[0].upper()}{kind[1:]}Id": kind for kind in (*SERVICES, "logicalDatabase")},
}
_DEPENDS = frozenset(place.rpartition("{")[2].rstrip("}") for place, _ in _BY_PLACE)


def by_parameter(parameter: str, where: str | None = None) -> Resource | None:
    """Return the resource that a path parameter stands for, None for one that is not listed here.

    ``where`` is the path, or the key of its operation. Without it, a parameter that means
    different kinds in different paths means none.
    """
    if parameter not in _DEPENDS:
        kind = _BY_NAME.get(parameter)
        return RESOURCES[kind] if kind else None
    path = where or ""
    if where and not where.startswith("/"):
        from qovery_cli.catalog.loader import operation

        path = operation(where).path
    known = (kind for place, kind in _BY_PLACE if place in path and parameter in place)
    return next((RESOURCES[kind] for kind in known), None)
