"""Build the rows of the table of resources from what they do not have in common."""

from typing import Any

from qovery_cli.catalog.resource_model import Resource, Service

ORGANIZATION, ENVIRONMENT = "organization", "environment"

#: The operation that lists the services of all kinds in an environment, since API 1.0.4.
ALL_SERVICES = "listServicesByEnvironmentId"


def row(
    kind: str,
    parameter: str,
    option: str,
    parent: str | None,
    list_operation: str,
    get_operation: str | None = None,
    name_fields: tuple[str, ...] = ("name",),
    **overrides: Any,
) -> Resource:
    """Return a row; by default, noun and family are the kind, and paths follow the parameter."""
    noun = overrides.pop("noun", kind)
    plural = overrides.pop("plural", f"{noun}s")
    list_path = overrides.pop("list_path", parameter.removesuffix("Id"))
    segment = overrides.pop("segment", list_path.rpartition("/")[2])
    family = overrides.pop("family", kind)
    paths = (list_path, segment)
    operations = (list_operation, get_operation)
    required = (kind, parameter, option, parent, *operations, name_fields, noun, plural, family)
    return Resource(*required, *paths, **overrides)


def level(
    kind: str, option: str, parent: str | None, lists: str, gets: str | None, **overrides: Any
) -> Resource:
    """Return the row of a scope level, which also has a variable and a console URL."""
    return row(
        kind,
        f"{kind}Id",
        option,
        parent,
        lists,
        gets,
        variable=f"QOVERY_{_snake_case(kind).upper()}",
        console_segment=kind.lower(),
        **overrides,
    )


def service(
    kind: str,
    option: str,
    list_operation: str,
    aliases: tuple[str, ...] = (),
    *,
    noun: str | None = None,
    states: bool = True,
    links: bool = False,
    **fields: Any,
) -> Resource:
    """Return the row of a kind of service.

    ``states`` and ``links`` are true if the API has operations for them, named after the kind.
    Other fields are those of ``Service``.
    """
    infix, snake_case = kind[0].upper() + kind[1:], _snake_case(kind)
    return level(
        kind,
        option,
        ENVIRONMENT,
        list_operation,
        f"get{infix}",
        aliases_of_option=aliases,
        noun=noun or snake_case.replace("_", " "),
        status_operation=f"get{infix}Status" if states else None,
        service_type=snake_case.upper(),
        service=Service(
            f"{snake_case}s",
            states_operation=f"getEnvironment{infix}Status" if states else None,
            links_operation=f"list{infix}Links" if links else None,
            **fields,
        ),
    )


def _snake_case(kind: str) -> str:
    return "".join(f"_{c.lower()}" if c.isupper() else c for c in kind)


def credentials(cloud: str, infix: str) -> Resource:
    """Return the row of the credentials of a cloud; ``infix`` is its name in operation ids."""
    return row(
        f"{cloud}Credentials",
        "credentialsId",
        "--credentials",
        ORGANIZATION,
        f"list{infix}Credentials",
        f"get{infix}Credentials",
        noun="credentials",
        plural="credentials",
        family="credentials",
        list_path=f"{cloud}/credentials",
    )


def domain(parent: str, infix: str, get_operation: str | None = None) -> Resource:
    """Return the row of the custom domains of a kind of service."""
    return row(
        f"{parent}Domain",
        "customDomainId",
        "--domain",
        parent,
        f"list{infix}CustomDomain",
        get_operation,
        ("domain",),
        noun="custom domain",
        family="domain",
        host_name=True,
    )


def restriction(parent: str, infix: str) -> Resource:
    """Return the row of the deployment restrictions of a kind of service."""
    return row(
        f"{parent}Restriction",
        "deploymentRestrictionId",
        "--restriction",
        parent,
        f"get{infix}DeploymentRestrictions",
        None,
        ("value", "type:value", "mode:type:value"),
        noun="deployment restriction",
        family="restriction",
    )


def keyed(family: str, scope: str, list_operation: str) -> Resource:
    """Return the row of the variables or secrets of a scope."""
    return row(
        scope + family.capitalize(),
        {"variable": "environmentVariableId", "secret": "secretId"}[family],
        {"variable": "--var", "secret": "--secret"}[family],
        scope,
        list_operation,
        None,
        ("key",),
        noun=family,
        family=family,
        case_sensitive=True,
        own_scope=scope.upper(),
    )


def in_organization(
    kind: str, option: str, list_operation: str, get_operation: str | None, **overrides: Any
) -> Resource:
    """Return the row of a kind that an organization lists."""
    parameter = overrides.pop("parameter", f"{kind}Id")
    name_fields = overrides.pop("name_fields", ("name",))
    required = (kind, parameter, option, ORGANIZATION, list_operation, get_operation, name_fields)
    return row(*required, **overrides)
