"""The catalog of blueprints: services that are ready to be created, by family and version.

A tag names one release: ``aws/postgres/17/1.1.0``. A variable belongs to the releases from
``since`` on and before ``until``.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

_TERRAFORM = ("1.13.3", "1.12.2", "1.11.4")
_ICONS = "https://cdn.acme.test/icons"
#: Where the catalog is published.
CATALOG_URL = "https://github.com/acme/service-catalog"


@dataclass(frozen=True, slots=True)
class Variable:
    """A value that a user of a blueprint may or must set."""

    name: str
    type: str = "string"
    default: str | None = None
    required: bool = False
    secret: bool = False
    allowed: tuple[str, ...] = ()
    since: str = "1.0.0"
    until: str | None = None
    description: str = ""

    def in_release(self, release: str) -> bool:
        """Return whether a release has the variable."""
        number = _number(release)
        ended = self.until is not None and number >= _number(self.until)
        return _number(self.since) <= number and not ended


@dataclass(frozen=True, slots=True)
class Blueprint:
    """A family of services; ``releases`` are those of each version, the oldest first."""

    name: str
    provider: str
    family: str
    engine: str
    description: str
    categories: tuple[str, ...]
    releases: Mapping[str, tuple[str, ...]]
    variables: tuple[Variable, ...]
    chart: tuple[str, str, str] | None = None

    def latest(self, version: str) -> str:
        """Return the newest tag of a version."""
        return f"{self.provider}/{self.family}/{version}/{self.releases[version][-1]}"

    def item(self) -> dict[str, Any]:
        """Return the entry of the catalog."""
        return {
            "name": self.name,
            "kind": "ServiceBlueprint",
            "description": self.description,
            "icon": f"{_ICONS}/{self.family}.svg",
            "categories": list(self.categories),
            "provider": self.provider,
            "serviceFamily": self.family,
            "majorVersions": [
                {"serviceVersion": version, "latestTag": self.latest(version)}
                for version in self.releases
            ],
        }

    def engine_fields(self, cloud: str) -> dict[str, Any]:
        """Return the engine of a manifest, for a cloud such as AWS."""
        size = {"cpu": "500m", "ram": "512Mi", "storage": "1Gi"}
        if self.chart is not None:
            name, repository, version = self.chart
            chart = {"name": name, "repository": repository, "version": version}
            return {"type": "helm", "chart": chart, "timeout": 600, "resources": size}
        return {
            "type": "terraform",
            "provider": cloud,
            "terraform": {"version": _TERRAFORM[0], "allowed_values": list(_TERRAFORM)},
            "credentials": _choice("cluster", "env"),
            "backend": _choice("qovery", "user_provided"),
            "timeout": 3600,
            "resources": size,
        }


def _choice(*values: str) -> dict[str, Any]:
    return {"default": values[0], "allowed_values": list(values), "overridable": True}


_BLUEPRINTS = (
    Blueprint(
        name="aws-rds-postgresql",
        provider="aws",
        family="postgres",
        engine="terraform",
        description="PostgreSQL on Amazon RDS.",
        categories=("database",),
        releases={"16": ("1.0.0",), "17": ("1.0.0", "1.1.0")},
        variables=(
            Variable(
                "instance_class",
                default="db.t4g.micro",
                allowed=("db.t4g.micro", "db.t4g.small", "db.m7g.large"),
            ),
            Variable("allocated_storage", "number", "20", description="Size in gigabytes."),
            Variable("username", required=True),
            Variable("password", required=True, secret=True),
            Variable("publicly_accessible", "bool", "false", until="1.1.0"),
            Variable("backup_retention_days", "number", "7", since="1.1.0"),
        ),
    ),
    Blueprint(
        name="aws-s3",
        provider="aws",
        family="s3",
        engine="terraform",
        description="A bucket on Amazon S3.",
        categories=("storage",),
        releases={"1": ("1.0.0",)},
        variables=(Variable("bucket_name", required=True), Variable("versioning", "bool", "true")),
    ),
    Blueprint(
        name="helm-redis",
        provider="kubernetes",
        family="redis",
        engine="helm",
        description="Redis on the cluster of the environment.",
        categories=("cache", "database"),
        releases={"7": ("1.0.0", "1.0.1")},
        variables=(
            Variable("architecture", default="standalone", allowed=("standalone", "replication")),
            Variable("password", secret=True),
        ),
        chart=("redis", "https://charts.bitnami.com/bitnami", "20.2.1"),
    ),
)


def blueprints() -> Iterator[Blueprint]:
    """Yield all blueprints of the catalog."""
    yield from _BLUEPRINTS


def blueprint_named(provider: str, family: str, version: str) -> Blueprint | None:
    """Return the blueprint of a provider that has a version, or None."""
    for blueprint in _BLUEPRINTS:
        if (blueprint.provider, blueprint.family) == (provider, family):
            return blueprint if version in blueprint.releases else None
    return None


def release_of(tag: str) -> tuple[Blueprint, str, str] | None:
    """Return blueprint, version and release of a tag, or None for an unknown one.

    Raises ValueError for a tag of another form.
    """
    provider, family, version, release = tag.split("/")
    _number(release)
    blueprint = blueprint_named(provider, family, version)
    if blueprint is None or release not in blueprint.releases[version]:
        return None
    return blueprint, version, release


def field_of(variable: Variable) -> dict[str, Any]:
    """Return a variable as manifests and updates describe it."""
    return {
        "name": variable.name,
        "type": {"type": variable.type},
        "is_secret": variable.secret,
        "allowed_values": list(variable.allowed) or None,
        "default_value": variable.default,
        "description": variable.description or None,
        "required": variable.required,
    }


def _number(release: str) -> tuple[int, ...]:
    return tuple(int(part) for part in release.split("."))
