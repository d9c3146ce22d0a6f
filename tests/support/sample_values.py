"""What to take of the demo for each operation, where the first that is listed would not do.

Kept by hand: what a path's parameter is listed by, what fields of a body mean, and which
operations want another environment, or something else to have happened before.
"""

from collections.abc import Mapping
from typing import Any

from qovery_cli.sandbox.seeds.ids import demo_id

_SERVICES = ("application", "container", "database", "job", "helm", "terraform")
_IN_ENVIRONMENT = "/environment/{environmentId}"
_IN_ORGANIZATION = "/organization/{organizationId}"

#: The list that has what stands in a path, where that is not the path before it.
LISTS: Mapping[str, str] = {
    "/project": f"{_IN_ORGANIZATION}/project",
    "/environment": "/project/{projectId}/environment",
    "/cluster": f"{_IN_ORGANIZATION}/cluster",
    "/clusters": f"{_IN_ORGANIZATION}/cluster",
    **{f"/{kind}": f"{_IN_ENVIRONMENT}/{kind}" for kind in _SERVICES},
    "/agenticWorkflow": f"{_IN_ENVIRONMENT}/agenticWorkflow",
    "/deploymentStage": f"{_IN_ENVIRONMENT}/deploymentStage",
    "/deploymentStage/{deploymentStageId}/service": f"{_IN_ENVIRONMENT}/application",
    "/deploymentStage/{deploymentStageId}/moveAfter": f"{_IN_ENVIRONMENT}/deploymentStage",
    "/deploymentStage/{deploymentStageId}/moveBefore": f"{_IN_ENVIRONMENT}/deploymentStage",
    "/deploymentQueue": f"{_IN_ENVIRONMENT}/deploymentQueue",
    "/{serviceType}": f"{_IN_ENVIRONMENT}/application",
    "/service": f"{_IN_ENVIRONMENT}/application",
    "/blueprint": f"{_IN_ENVIRONMENT}/blueprint",
    "/mcpServer": f"{_IN_ORGANIZATION}/mcpServer",
    "/alert-receivers": f"{_IN_ORGANIZATION}/alert-receivers",
    "/alert-rules": f"{_IN_ORGANIZATION}/alert-rules",
    "/variable": f"{_IN_ENVIRONMENT}/environmentVariable",
    "/logicalDatabase": "/database/{databaseId}/logicalDatabase",
    "/application/{applicationId}/dependency": f"{_IN_ENVIRONMENT}/application",
    "/container/{containerId}/dependency": f"{_IN_ENVIRONMENT}/container",
    "/application/{applicationId}/database": f"{_IN_ENVIRONMENT}/database",
    "/database/{databaseId}/application": f"{_IN_ENVIRONMENT}/application",
    "/application/{applicationId}/logicalDatabase": "/database/{databaseId}/logicalDatabase",
    "/container/{containerId}/logicalDatabase": "/database/{databaseId}/logicalDatabase",
}
#: What stands in paths for anything but an id, by the parameter's name.
WORDS: Mapping[str, str] = {
    "region": "eu-west-3",
    "zone": "fr-par-1",
    "databaseType": "POSTGRESQL",
    "serviceType": "application",
    "provider": "aws",
    "serviceFamily": "s3",
    "serviceVersion": "1",
    "templateKey": "eks",
    "templateVersion": "1.0.0",
    "componentKey": "cert-manager",
    # Nothing lists these two.
    "secretManagerAccessId": demo_id("acme/secret-manager/aws-secrets"),
    "argocdAppId": "11111111-1111-4111-8111-111111111111",
}
#: What is taken of a list, by name.
CHOSEN: Mapping[str, str] = {
    "cluster": "scw-staging",
    "clusters": "scw-staging",
    "project": "storefront",
    "environment": "staging",
    "application": "api",
    "container": "proxy",
    "database": "main-db",
    "dependency": "search",
    "member": "Grace Hopper",
    "availableRole": "Viewer",
    "moveAfter": "DEFAULT APPLICATION",
    "moveBefore": "DEFAULT APPLICATION",
}
#: Another choice for one operation.
ELSEWHERE: Mapping[str, Mapping[str, str]] = {
    "cancelEnvironmentDeployment": {"environment": "[PR] 42-new-checkout"},
    "createApplicationDependency": {"dependency": "worker"},
    "removeApplicationDependency": {"dependency": "worker"},
    "deleteCluster": {"cluster": "new-cluster"},
    "DeleteDeploymentStage": {"deploymentStage": "DEFAULT JOB"},
    "attachDatabasetoApplication": {"application": "worker", "database": "cache"},
    "cancelDeploymentRequest": {"environment": "[PR] 42-new-checkout"},
    "getDeploymentStatusByDeploymentRequestId": {"environment": "[PR] 42-new-checkout"},
    "createVariableOverride": {"environment": "development"},
    "createEnvironmentEnvironmentVariableOverride": {"environment": "development"},
    "createEnvironmentSecretOverride": {"environment": "development"},
}
#: The request that must come first: the path of a POST, with the parameters of the operation's.
FIRST: Mapping[str, str] = {
    "removeApplicationDependency": "/application/{applicationId}/dependency/{targetApplicationId}",
    "removeContainerDependency": "/container/{containerId}/dependency/{targetContainerId}",
    **{
        f"uninstall{kind.capitalize()}": f"/{kind}/{{{kind}Id}}/deploy"
        for kind in ("job", "helm", "terraform")
    },
    "stopJob": "/job/{jobId}/deploy",
    "stopHelm": "/helm/{helmId}/deploy",
    "removeApplicationFromDatabase": "/application/{targetApplicationId}/database/{databaseId}",
    "removeDatabaseFromApplication": "/application/{applicationId}/database/{targetDatabaseId}",
    "removeLogicalDatabaseFromApplication": (
        "/application/{applicationId}/logicalDatabase/{targetLogicalDatabaseId}"
    ),
    "removeLogicalDatabaseFromContainer": (
        "/container/{containerId}/logicalDatabase/{targetLogicalDatabaseId}"
    ),
}
#: The request that adds to a list which is empty in the demo and has no POST of its own.
ADDED_BY: Mapping[str, str] = {
    f"{_IN_ENVIRONMENT}/deploymentQueue": f"{_IN_ENVIRONMENT}/redeploy",
}
#: The paths before the ids that fields of a body or a query name.
IDS: Mapping[str, str] = {
    "cluster": "/cluster",
    "cluster_id": "/cluster",
    "organization_id": "/organization",
    "project_id": "/project",
    "environment_id": "/environment",
    "application_id": "/application",
    "application_ids": "/application",
    "container_ids": "/container",
    "database_ids": "/database",
    "databases": "/database",
    "job_ids": "/job",
    "helm_ids": "/helm",
    "terraform_ids": "/terraform",
    "variable_parent_id": "/application",
    "alias_parent_id": "/application",
    "override_parent_id": "/application",
    "deploymentRequestId": "/deploymentQueue",
    "parent_id": "/environment",
    "service_id": "/application",
    "environmentId": "/environment",
    "containers.id": "/container",
    "jobs.id": "/job",
    "helms.id": "/helm",
    "terraforms.id": "/terraform",
    "credentials.id": f"{_IN_ORGANIZATION}/scaleway/credentials",
    "registry_id": f"{_IN_ORGANIZATION}/containerRegistry",
    "project_deployment_rule_ids_in_order": "/project/{projectId}/deploymentRule",
    "user_id": f"{_IN_ORGANIZATION}/member",
    "role_id": f"{_IN_ORGANIZATION}/availableRole",
    "alert_receiver_ids": f"{_IN_ORGANIZATION}/alert-receivers",
    "target.target_id": "/application",
    "annotations_groups.id": f"{_IN_ORGANIZATION}/annotationsGroups",
    "labels_groups.id": f"{_IN_ORGANIZATION}/labelsGroups",
    "git_token_id": f"{_IN_ORGANIZATION}/gitToken",
}
#: What fields mean by their names, where the first value of their type would not do.
VALUES: Mapping[str, Any] = {
    "name": "made-by-a-test",
    "url": "https://github.com/acme/storefront-api.git",
    "target_url": "https://hooks.acme.test",
    "branch": "main",
    "timezone": "Europe/Paris",
    "mount_point": "/data",
    "size": 10,
    "version": "13",
    "region": "eu-west-3",
    "internal_port": 9000,
    "key": "MADE_BY_A_TEST",
    "domain": "www.acme.test",
    "email": "made@acme.test",
    "vars.scope": "ENVIRONMENT",
    "number": "4111111111111111",
    "expiry_year": 2099,
    "plan": "BUSINESS",
    "target_type": "APPLICATION",
    "opa_policy": "allow := true",
    "smarthost": "smtp.acme.test:587",
    "expires_at": "2099-01-01T00:00:00.000Z",
    "scope": "ENVIRONMENT",
}
_CHART = {"url": "https://github.com/acme/infra.git", "root_path": "/charts/storefront"}
#: The same for one operation, over the values above.
BODIES: Mapping[str, Mapping[str, Any]] = {
    "createDatabase": {"type": "POSTGRESQL"},
    "createOrganizationApiToken": {"scope": "ADMIN"},
    "postAccountRewardClaim": {"type": "INVITATION", "code": "WELCOME"},
    "createGitToken": {"type": "GITHUB"},
    "editGitToken": {"type": "GITHUB"},
    "editOrganizationCustomRole": {"cluster_permissions": [], "project_permissions": []},
    "addCreditCode": {"code": "WELCOME"},
    "generateBillingUsageReport": {
        "from": "2026-01-01T00:00:00.000Z",
        "to": "2026-02-01T00:00:00.000Z",
    },
    "updateOrganizationEnterpriseConnection": {
        "connection_name": "acme-okta",
        "default_role": "viewer",
        "group_mappings": {"devops": ["platform"]},
    },
    "updateClusterPlatformBinding": {
        "templateKey": "kubernetes",
        "templateVersion": "1.1.0",
        "layerSelections": {"observability": True},
        "managedConfig": {},
        "customerProvidedInputs": {},
    },
    # It may be named, but not changed.
    **{
        f"edit{scope}EnvironmentVariable": {"mount_path": None}
        for scope in ("Project", "Environment", "Application", "Container", "Job")
    },
    **{
        key: {
            "schedule": {"cronjob": {"scheduled_at": "0 3 * * *", "timezone": "UTC"}},
            "source": {
                "docker": {
                    "git_repository": {
                        "url": "https://github.com/acme/infra.git",
                        "provider": "GITHUB",
                    },
                    "dockerfile_path": "Dockerfile",
                }
            },
        }
        for key in ("createJob", "editJob")
    },
    "createBlueprint": {
        "tag": "aws/s3/1/1.0.0",
        "variables": [{"name": "bucket_name", "value": "acme-assets", "is_secret": False}],
        "spec_overrides": {"engine_version": "1.13.3"},
    },
    **{
        key: {
            "tag": "aws/s3/1/1.0.0",
            "variables": {"versioning": {"value": "false"}},
            "spec_overrides": {"timeout": 600},
        }
        for key in ("updateBlueprint", "previewBlueprintUpdate")
    },
    **{key: {"source": {"git_repository": _CHART}} for key in ("createHelm", "editHelm")},
    **{
        key: {
            "terraform_files_source": {
                "git_repository": {
                    "url": "https://github.com/acme/infra.git",
                    "root_path": "/terraform/storage",
                }
            }
        }
        for key in ("createTerraform", "editTerraform")
    },
    "checkDockerfile": {"dockerfile_path": "Dockerfile"},
    "checkGitFile": {"files": ["Dockerfile"]},
    "checkHelmRepository": {"git_repository": _CHART},
    "createHelmDefaultValues": {"source": {"git_repository": _CHART}},
    "checkContainerImage": {
        "registry_id": demo_id("acme/registry/dockerhub"),
        "image_name": "library/nginx",
        "tag": "1.23.1",
    },
    "generateDeploymentBuildUsageReport": {
        "execution_id": f"{demo_id('acme/storefront/staging')}-1",
    },
    "cloneJob": {"name": "another-one"},
    "cloneTerraform": {"name": "another-one"},
    "cloneHelm": {"name": "another-one"},
}
#: The documented success of an operation that has several, if it isn't the lowest one.
SUCCESS: Mapping[str, int] = {
    # Only a deployment of its environment deploys a workflow; others are removed at once.
    "deleteAgenticWorkflow": 204,
}
#: What no request can be granted for, by level and operation: the status, and why.
REFUSED: Mapping[tuple[str, str], tuple[int, str]] = {
    **{
        (level, f"createProject{kind}Override"): (
            400,
            "Nothing but what is built in has a wider scope than a project's, and that cannot be"
            " overridden.",
        )
        for level in ("1.0.3", "1.0.4")
        for kind in ("EnvironmentVariable", "Secret")
    },
    ("1.0.4", "cancelAgenticWorkflowDeployment"): (
        409,
        "The demo deploys no environment with a workflow just now.",
    ),
    **{
        (level, "organizationGithubAppDisconnect"): (
            403,
            "The demo has applications from GitHub, and the query that forces it is optional.",
        )
        for level in ("1.0.3", "1.0.4")
    },
}
