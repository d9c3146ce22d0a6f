"""Words for every command: what a person would type to run it in the demo organization."""

import asyncio
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import pytest
from demo_sandbox import Seeded

from qovery_cli import catalog
from qovery_cli.catalog.resources import RESOURCES, by_parameter
from qovery_cli.cli.command_table import CommandSpec, OperationSpec, ParameterSpec, belongs
from qovery_cli.http.pagination import items
from qovery_cli.resolve.match import items_of, names_of

if TYPE_CHECKING:
    from schemathesis_cases import Prover

#: What is taken of the demo organization, where the first of a list would not do.
CHOSEN = {
    "cluster": "scw-staging",
    "project": "storefront",
    "environment": "staging",
    "application": "api",
    "container": "proxy",
    "database": "main-db",
    "service": "api",
}

#: Values of required parameters that are no resources, where their type does not say enough.
VALUES = {
    "scope": "ENVIRONMENT",
    "service_type": "APPLICATION",
    "lastSeconds": "3600",
    "name": "acme/storefront-api",
    "serviceType": "APPLICATION",
    "provider": "aws",
    "serviceFamily": "postgres",
    "serviceVersion": "17",
    "componentKey": "cert-manager",
    "templateKey": "kubernetes",
    "templateVersion": "1.1.0",
    "clusterMode": "QOVERY_MANAGED",
    "cloudProvider": "AWS",
    "region": "eu-west-3",
    "zone": "fr-par-1",
    "databaseType": "POSTGRESQL",
    "argocdClusterUrl": "https://kubernetes.default.svc",
    "endpoint": "query",
    "query": "up",
    "from_date_time": "2026-03-01T08:00:00Z",
    "to_date_time": "2026-03-01T09:00:00Z",
}

#: The kinds of resource whose ids fill parameters that mean several kinds.
OWNERS = {
    "variableId": "environmentVariable",
    "parent_id": "environment",
    "service_id": "application",
}

REPOSITORY = "https://github.com/acme/storefront-api"

NOWHERE = "00000000-0000-4000-8000-000000000000"

#: What the demo organization lacks, so that every kind of resource can be named.
MISSING = {
    "/application/{applicationId}/deploymentRestriction": {
        "mode": "MATCH",
        "type": "PATH",
        "value": "services/api/",
    },
    "/application/{applicationId}/customDomain": {
        "domain": "api.staging.acme.test",
        "generate_certificate": True,
    },
    "/container/{containerId}/customDomain": {
        "domain": "proxy.staging.acme.test",
        "generate_certificate": True,
    },
    "/container/{containerId}/environmentVariable": {"key": "WORKERS", "value": "4"},
    "/container/{containerId}/secret": {"key": "HTPASSWD", "value": "ada:x"},
    "/environment/{environmentId}/secret": {"key": "SIGNING_KEY", "value": "x"},
}

#: The same of resources that only API 1.0.4 has.
MISSING_104: dict[str, dict[str, Any]] = {
    "/organization/{organizationId}/gcp/credentials": {
        "type": "SERVICE_ACCOUNT_KEY",
        "name": "gcp",
        "gcp_credentials": "x",
    },
    "/organization/{organizationId}/azure/credentials": {
        "name": "azure",
        "azure_subscription_id": "x",
        "azure_tenant_id": "x",
    },
    "/organization/{organizationId}/onPremise/credentials": {"name": "on-premise"},
    "/organization/{organizationId}/gitToken": {"name": "git", "type": "GITHUB", "token": "x"},
    "/environment/{environmentId}/job": {
        "name": "nightly",
        "source": {
            "image": {"image_name": "acme/nightly", "tag": "1", "registry_id": "{registry}"}
        },
        "schedule": {"cronjob": {"scheduled_at": "0 3 * * *"}},
        "healthchecks": {},
    },
    "/job/{jobId}/environmentVariable": {"key": "RETENTION_DAYS", "value": "30"},
    "/job/{jobId}/secret": {"key": "BACKUP_KEY", "value": "x"},
    "/organization/{organizationId}/helmRepository": {
        "name": "charts",
        "kind": "HTTPS",
        "url": "https://charts.acme.test",
        "config": {},
        "skip_tls_verification": False,
    },
    "/environment/{environmentId}/helm": {
        "name": "grafana",
        "source": {
            "helm_repository": {
                "repository": "{helmRepository}",
                "chart_name": "grafana",
                "chart_version": "8.5.1",
            }
        },
        "auto_deploy": False,
        "arguments": [],
        "values_override": {},
    },
    "/environment/{environmentId}/terraform": {
        "name": "assets-bucket",
        "description": "",
        "engine": "TERRAFORM",
        "provider_version": {"explicit_version": "1.9.7"},
        "backend": {"kubernetes": {}},
        "auto_deploy_config": {"auto_deploy": False, "terraform_action": "DEFAULT"},
        "job_resources": {"cpu_milli": 500, "gpu": 0, "ram_mib": 512, "storage_gib": 10},
        "terraform_files_source": {"git_repository": {"url": REPOSITORY, "branch": "main"}},
        "terraform_variables_source": {"tf_vars": [], "tf_var_file_paths": []},
    },
    "/environment/{environmentId}/agenticWorkflow": {"name": "triage"},
    "/environment/{environmentId}/blueprint": {
        "name": "assets",
        "icon": "https://cdn.acme.test/icons/s3.svg",
        "tag": "aws/postgres/17/1.0.0",
        "spec_overrides": {"engine_version": "1.13.3"},
        "variables": [
            {"name": "username", "value": "acme"},
            {"name": "password", "value": "x", "is_secret": True},
        ],
    },
    "/helm/{helmId}/customDomain": {"domain": "grafana.acme.test", "generate_certificate": True},
    **{
        f"/{kind}/{{{kind}Id}}/deploymentRestriction": {
            "mode": "MATCH",
            "type": "PATH",
            "value": "services/api/",
        }
        for kind in ("job", "helm", "terraform")
    },
}

#: What reading commands need that send a body.
BODIES = {
    "env check dockerfile": ["--repository", REPOSITORY, "--dockerfile-path", "Dockerfile"],
    "env check git-file": ["--repository", REPOSITORY, "--path", "Dockerfile"],
    "env check helm": [
        *("--repository", "https://github.com/acme/infra"),
        *("--root-path", "charts/storefront"),
    ],
    "env check image": [
        *("--registry", "dockerhub", "--image", "library/nginx"),
        *("--tag", "1.23.1"),
    ],
    "helm default-values": [
        *("--repository", "https://github.com/acme/infra"),
        *("--root-path", "charts/storefront"),
    ],
    "org git directory": ["--repository", REPOSITORY, "--git-provider", "GITHUB"],
    "terraform variable list": ["--repository", REPOSITORY],
    "terraform variable files": ["--repository", REPOSITORY],
}


class Demo:
    """The resources of a demo organization, found by asking for lists as a client does."""

    def __init__(self, sandbox: Any) -> None:
        self.sandbox = sandbox
        self._known: dict[str, dict[str, Any] | None] = {}
        newer = MISSING_104 if sandbox.level == "1.0.4" else {}
        for path, body in {**MISSING, **newer}.items():
            self.sandbox.call("POST", self._filled(path), self._with_ids(body))
        # What was created changes earlier responses, such as the number of uses of a repository.
        self._known.clear()

    def item(self, kind: str) -> dict[str, Any] | None:
        """Return the chosen resource of a kind, else the first one, else None."""
        if kind not in self._known:
            self._known[kind] = self._first(kind)
        return self._known[kind]

    def id(self, kind: str) -> str:
        """Return the id of a resource, or the id of nothing where the demo has none."""
        item = self.item(kind)
        if item is None:
            return NOWHERE
        for name in RESOURCES[kind].id_field.split("."):
            item = item[name]
        return str(item)

    def words(self, row: CommandSpec, position: int = 0, *, named: bool = False) -> list[str]:
        """Return the options that fill the path of an operation and select it.

        They are ids; with ``named`` names, which are looked up in the scope of the context.
        """
        variant = row.variants[position] if row.variants else None
        words = [*self._selector(variant), *BODIES.get(row.command, ())]
        for parameter in row.parameters:
            if belongs(parameter, position) and parameter.flag not in words:
                if parameter.where == "path":
                    words += [str(parameter.flag), self._place(parameter, variant, named)]
                elif parameter.where == "query" and parameter.required:
                    kind = parameter.resource
                    value = self.id(kind) if kind else self._value(str(parameter.field))
                    words += [str(parameter.flag), value]
        return words

    def _selector(self, variant: OperationSpec | None) -> list[str]:
        """Return the words that select an operation, where they say all themselves."""
        words = (variant.when or "").split() if variant else []
        return words if len(words) > 1 else []

    def _place(self, parameter: ParameterSpec, variant: OperationSpec | None, named: bool) -> str:
        where = variant.operation if variant else None
        resource = by_parameter(str(parameter.field), where)
        kind = resource.kind if resource else parameter.resource
        item = self.item(kind) if kind else None
        if named and kind and item and not RESOURCES[kind].singleton:
            return names_of(item, RESOURCES[kind])[0]
        return self.id(kind) if kind else self._value(str(parameter.field))

    def _value(self, field: str) -> str:
        if field == "deploymentRequestId":
            return self._request_id()
        return self.id(OWNERS[field]) if field in OWNERS else VALUES[field]

    def _request_id(self) -> str:
        """Return the id of a request that waits, behind a deployment that the demo never ends."""
        listed = self.sandbox.client.request(
            "GET", self._filled("/project/{projectId}/environment")
        )
        (preview,) = (each for each in items(listed.json()) if each["name"].startswith("[PR]"))
        self.sandbox.call("POST", f"/environment/{preview['id']}/redeploy")
        queue = self.sandbox.client.request("GET", f"/environment/{preview['id']}/deploymentQueue")
        return str(items(queue.json())[0]["identifier"]["deployment_request_id"])

    def _filled(self, path: str) -> str:
        ids = {f"{kind}Id": self.id(kind) for kind in RESOURCES if f"{{{kind}Id}}" in path}
        return path.format(**ids)

    def _with_ids(self, body: Any) -> Any:
        """Return a body with the id of a resource for the name of its kind in braces."""
        if isinstance(body, dict):
            return {name: self._with_ids(value) for name, value in body.items()}
        is_kind = isinstance(body, str) and body.startswith("{")
        return self.id(body.strip("{}")) if is_kind else body

    def _first(self, kind: str) -> dict[str, Any] | None:
        resource = RESOURCES[kind]
        operation = catalog.operation(resource.list_operation)
        path = operation.path
        for name in operation.path_names:
            outer = by_parameter(name, operation.key)
            assert outer is not None, f"{operation.key}: nothing is known of {name}"
            if self.item(outer.kind) is None:
                return None
            path = path.replace(f"{{{name}}}", self.id(outer.kind))
        answer = self.sandbox.client.request("GET", path)
        if not answer.is_success:
            return None
        data = answer.json()
        listed = [data] if resource.singleton else items(data)
        listed = items_of(listed, resource)
        own = [one for one in listed if resource.own_scope in {None, one.get("scope")}]
        wanted = [one for one in own if one.get("name") == CHOSEN.get(kind)]
        return next(iter([*wanted, *own]), None)


@pytest.fixture(scope="session")
def demo(running_sandbox: Any) -> Demo:
    """The demo organization at level 1.0.3."""
    return Demo(running_sandbox)


@pytest.fixture(scope="session")
def prover(request: pytest.FixtureRequest) -> Iterator["Prover"]:
    """What thinks up requests to a sandbox in this process."""
    from schemathesis_cases import LEVEL, Prover

    with asyncio.Runner() as loop:
        sandbox = Seeded(LEVEL, loop)
        yield Prover(sandbox, request.config.getoption("--schemathesis-examples"))
        sandbox.close()


@pytest.fixture(scope="session")
def demo_104(running_sandbox_104: Any) -> Demo:
    """The demo organization at level 1.0.4."""
    return Demo(running_sandbox_104)


@pytest.fixture
def served(request: pytest.FixtureRequest) -> Any:
    """Return the sandbox of an API level, and its demo organization."""

    def served(level: str) -> tuple[Any, Demo]:
        suffix = "" if level == "1.0.3" else "_104"
        sandbox = request.getfixturevalue(f"sandbox{suffix}")
        return sandbox, request.getfixturevalue(f"demo{suffix}")

    return served
