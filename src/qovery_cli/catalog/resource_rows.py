"""The table of the kinds of resources, with the operations and fields that identify them.

Written by hand from the official documents. A ``family`` is the common name of several kinds, such
as ``variable``.
"""

from typing import Any

from qovery_cli.frozen import record

_NEVER_DEPLOYED = frozenset({"organization", "project"})


@record
class Resource:
    """A kind of resource.

    ``parameter`` is the path parameter of its id; ``option`` and ``variable`` are its sources on
    the command line. ``parent`` is the kind that its list belongs to, None for a top-level list.
    ``name_fields`` are dotted paths in an item of the list, the preferred name first; all are
    accepted, and a colon joins several fields to one name. ``get_operation`` is None if the API
    has none. ``console_segment`` precedes its id in console URLs. Names of ``case_sensitive``
    kinds may differ by case only. ``own_scope`` is the ``scope`` of items that belong to the
    parent, if the list includes inherited ones. A ``singleton`` has no name: its list operation
    returns the only one. A ``host_name`` also matches in its international form. Kinds that can
    be deployed have a ``status_operation``.
    """

    kind: str
    parameter: str
    option: str
    parent: str | None
    list_operation: str
    get_operation: str | None
    name_fields: tuple[str, ...]
    noun: str
    plural: str
    family: str
    variable: str | None = None
    console_segment: str | None = None
    aliases_of_option: tuple[str, ...] = ()
    case_sensitive: bool = False
    own_scope: str | None = None
    singleton: bool = False
    host_name: bool = False
    status_operation: str | None = None

    def is_called(self, word: str) -> bool:
        """Return true for the name of the kind, its family or its path parameter."""
        return word in {self.kind, self.family, self.parameter}


def _row(
    kind: str,
    parameter: str,
    option: str,
    parent: str | None,
    list_operation: str,
    get_operation: str | None = None,
    name_fields: tuple[str, ...] = ("name",),
    **overrides: Any,
) -> Resource:
    noun = overrides.pop("noun", kind)
    plural = overrides.pop("plural", f"{noun}s")
    fields = {"noun": noun, "plural": plural, "family": kind, **overrides}
    required = (kind, parameter, option, parent, list_operation, get_operation, name_fields)
    return Resource(*required, **fields)


def _level(
    kind: str, option: str, parent: str | None, lists: str, gets: str | None, *aliases: str
) -> Resource:
    """Return the row of a scope level, which also has a variable and a console URL."""
    return _row(
        kind,
        f"{kind}Id",
        option,
        parent,
        lists,
        gets,
        aliases_of_option=aliases,
        variable=f"QOVERY_{kind.upper()}",
        status_operation=None if kind in _NEVER_DEPLOYED else f"get{kind.title()}Status",
        console_segment=kind,
    )


def _credentials(cloud: str, infix: str) -> Resource:
    return _row(
        f"{cloud}Credentials",
        "credentialsId",
        "--credentials",
        "organization",
        f"list{infix}Credentials",
        f"get{infix}Credentials",
        noun="credentials",
        plural="credentials",
        family="credentials",
    )


def _domain(parent: str, infix: str) -> Resource:
    return _row(
        f"{parent}Domain",
        "customDomainId",
        "--domain",
        parent,
        f"list{infix}CustomDomain",
        None,
        ("domain",),
        noun="custom domain",
        family="domain",
        host_name=True,
    )


def _keyed(family: str, scope: str, list_operation: str) -> Resource:
    return _row(
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


ORGANIZATION, APPLICATION = "organization", "application"

ROWS: tuple[Resource, ...] = (
    _level(ORGANIZATION, "--org", None, "listOrganization", "getOrganization", "--organization"),
    _level("cluster", "--cluster", ORGANIZATION, "listOrganizationCluster", None),
    _level("project", "--project", ORGANIZATION, "listProject", "getProject"),
    _level("environment", "--env", "project", "listEnvironment", "getEnvironment", "--environment"),
    _level(
        APPLICATION, "--app", "environment", "listApplication", "getApplication", "--application"
    ),
    _level("container", "--container", "environment", "listContainer", "getContainer"),
    _level("database", "--db", "environment", "listDatabase", "getDatabase", "--database"),
    _row(
        "registry",
        "containerRegistryId",
        "--registry",
        ORGANIZATION,
        "listContainerRegistry",
        "getContainerRegistry",
        noun="container registry",
        plural="container registries",
    ),
    _row(
        "token",
        "apiTokenId",
        "--token",
        ORGANIZATION,
        "listOrganizationApiTokens",
        noun="API token",
    ),
    _row(
        "webhook",
        "webhookId",
        "--webhook",
        ORGANIZATION,
        "listOrganizationWebHooks",
        "getOrganizationWebhook",
        ("target_url", "description"),
    ),
    _row(
        "member",
        "userId",
        "--member",
        ORGANIZATION,
        "getOrganizationMembers",
        None,
        ("email", "name", "nickname"),
    ),
    _row(
        "invite",
        "inviteId",
        "--invite",
        ORGANIZATION,
        "getOrganizationInvitedMembers",
        None,
        ("email",),
        noun="invitation",
    ),
    _row(
        "invoice",
        "invoiceId",
        "--invoice",
        ORGANIZATION,
        "listOrganizationInvoice",
        "getOrganizationInvoice",
        ("created_at",),
    ),
    _row(
        "creditCard",
        "creditCardId",
        "--card",
        ORGANIZATION,
        "listOrganizationCreditCards",
        None,
        ("last_digit",),
        noun="credit card",
    ),
    _credentials("aws", "AWS"),
    _credentials("scaleway", "Scaleway"),
    _credentials("digitalOcean", "DO"),
    _credentials("gcp", "Gcp"),
    _credentials("azure", "Azure"),
    _credentials("onPremise", "OnPremise"),
    # The list of custom roles lacks those that every organization has.
    _row("role", "roleId", "--role", ORGANIZATION, "listOrganizationAvailableRoles"),
    _row(
        "gitToken",
        "gitTokenId",
        "--git-token",
        ORGANIZATION,
        "listOrganizationGitTokens",
        "getOrganizationGitToken",
        noun="git token",
    ),
    _row("job", "jobId", "--job", "environment", "listJobs", "getJob"),
    _row(
        "projectRule",
        "deploymentRuleId",
        "--rule",
        "project",
        "listProjectDeploymentRules",
        "getProjectDeploymentRule",
        noun="deployment rule",
        family="rule",
    ),
    _row(
        "environmentRule",
        "deploymentRuleId",
        "--rule",
        "environment",
        "getEnvironmentDeploymentRule",
        None,
        ("id",),
        noun="deployment rule",
        family="rule",
        singleton=True,
    ),
    _domain(APPLICATION, "Application"),
    _domain("container", "Container"),
    _row(
        "restriction",
        "deploymentRestrictionId",
        "--restriction",
        APPLICATION,
        "getApplicationDeploymentRestrictions",
        None,
        ("value", "type:value", "mode:type:value"),
        noun="deployment restriction",
    ),
    _row("tag", "tagId", "--tag", APPLICATION, "listApplicationTag"),
    _row(
        "logicalDatabase",
        "logicalDatabaseId",
        "--logical-database",
        "database",
        "listLogicalDatabaseDatabase",
        "getLogicalDatabase",
        noun="logical database",
    ),
    _row("backup", "backupId", "--backup", "database", "listDatabaseBackup"),
    _keyed("variable", "project", "listProjectEnvironmentVariable"),
    _keyed("variable", "environment", "listEnvironmentEnvironmentVariable"),
    _keyed("variable", APPLICATION, "listApplicationEnvironmentVariable"),
    _keyed("variable", "container", "listContainerEnvironmentVariable"),
    _keyed("secret", "project", "listProjectSecrets"),
    _keyed("secret", "environment", "listEnvironmentSecrets"),
    _keyed("secret", APPLICATION, "listApplicationSecrets"),
    _keyed("secret", "container", "listContainerSecrets"),
)
