"""The files of the example repositories, as far as services refer to them.

A repository that the sandbox does not have contains the files of ``_OTHER``.
"""

from collections.abc import Mapping, Sequence
from typing import Any

#: Paths of files by the name of the repository.
_FILES: Mapping[str, tuple[str, ...]] = {
    "storefront-api": ("Dockerfile", "src/app.py", "migrations/Dockerfile", "migrations/up.sql"),
    "storefront-web": ("Dockerfile", "package.json", "src/index.ts"),
    "worker": ("Dockerfile", "worker.py"),
    "infra": (
        "Dockerfile",
        "charts/storefront/Chart.yaml",
        "charts/storefront/values.yaml",
        "charts/storefront/values-production.yaml",
        "terraform/main.tf",
        "terraform/variables.tf",
        "terraform/production.tfvars",
        "terraform/staging.tfvars",
        "terraform/network/main.tf",
        "terraform/storage/main.tf",
        "terraform/storage/variables.tf",
        "terraform/storage/storage.tfvars",
    ),
}
_OTHER = ("Dockerfile", "Chart.yaml", "values.yaml", "main.tf", "README.md")
#: Build arguments and base images of Dockerfiles; ``_BUILD`` of those not listed.
_BUILDS: Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "storefront-api/Dockerfile": (("GIT_SHA", "PYTHON_VERSION"), ("python:3.13-slim",)),
    "storefront-api/migrations/Dockerfile": ((), ("postgres:17-alpine",)),
    "storefront-web/Dockerfile": (("NODE_ENV",), ("node:22-alpine", "nginx:1.27")),
}
_BUILD: tuple[tuple[str, ...], tuple[str, ...]] = ((), ("debian:12-slim",))
#: Resources of Terraform modules: mode, type, name, provider and attributes.
_MODULES: Mapping[str, tuple[tuple[str, str, str, str, Mapping[str, Any]], ...]] = {
    "infra/terraform": (
        ("data", "aws_caller_identity", "current", "aws", {"account_id": "123456789012"}),
        ("managed", "aws_vpc", "main", "aws", {"cidr_block": "10.20.0.0/16"}),
        ("managed", "aws_subnet", "private", "aws", {"cidr_block": "10.20.1.0/24"}),
    ),
    "infra/terraform/network": (
        ("managed", "aws_vpc", "network", "aws", {"cidr_block": "10.30.0.0/16"}),
    ),
    "infra/terraform/storage": (
        ("managed", "aws_s3_bucket", "assets", "aws", {"bucket": "acme-assets"}),
        ("managed", "aws_s3_bucket_versioning", "assets", "aws", {"status": "Enabled"}),
    ),
}
_CHART_VALUES = """\
# Default values of the chart.
replicaCount: 1
image:
  repository: {name}
  tag: ""
service:
  type: ClusterIP
  port: 80
resources: {{}}
"""


def repository_name(url: str) -> str:
    """Return the last part of a repository's URL."""
    return url.rstrip("/").removesuffix(".git").rpartition("/")[2]


def directories_of(name: str) -> list[str]:
    """Return the directories of a repository by its name, each before those in it."""
    files = _FILES.get(name, ())
    parents = {"/".join(path.split("/")[:depth]) for path in files for depth in range(1, 5)}
    return sorted(parents - set(files))


def missing_file(repository: Mapping[str, Any], paths: Sequence[str]) -> str | None:
    """Return the first path below the root path that a repository has no file at, or None."""
    files = _FILES.get(repository_name(repository["url"]), _OTHER)
    return next((path for path in paths if _below_root(repository, path) not in files), None)


def build_of(repository: Mapping[str, Any], dockerfile: str) -> tuple[list[str], list[str]]:
    """Return the build arguments and the base images of a Dockerfile."""
    path = f"{repository_name(repository['url'])}/{_below_root(repository, dockerfile)}"
    arguments, images = _BUILDS.get(path, _BUILD)
    return list(arguments), list(images)


def resources_of(repository: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Return the resources of the Terraform module at the root path of a repository."""
    path = f"{repository_name(repository['url'])}/{_root(repository)}".rstrip("/")
    return [
        {
            "resource_type": kind,
            "name": name,
            "address": f"data.{kind}.{name}" if mode == "data" else f"{kind}.{name}",
            "provider": f"registry.terraform.io/hashicorp/{provider}",
            "mode": mode,
            "attributes": dict(attributes),
        }
        for mode, kind, name, provider, attributes in _MODULES.get(path, ())
    ]


def default_values(chart: str) -> str:
    """Return the default values of a chart, as YAML."""
    return _CHART_VALUES.format(name=chart)


def _below_root(repository: Mapping[str, Any], path: str) -> str:
    return f"{_root(repository)}/{path.strip('/')}".strip("/")


def _root(repository: Mapping[str, Any]) -> str:
    return str(repository.get("root_path") or "/").strip("/")
