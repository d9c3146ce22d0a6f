"""The kinds of container registry and the fields of their configurations."""

from typing import Any

from qovery_cli.sandbox.handler import Call, handles

_LOGIN = ("username", "password")
#: Kind, the fields of its configuration, whether they are required.
_KINDS: tuple[tuple[str, tuple[str, ...], bool], ...] = (
    ("ECR", ("region", "access_key_id", "secret_access_key"), True),
    ("SCALEWAY_CR", ("region", "scaleway_access_key", "scaleway_secret_key"), True),
    ("DOCKER_HUB", _LOGIN, False),
    ("PUBLIC_ECR", (), False),
    ("DOCR", (), False),
)
#: Kinds added in API 1.0.4.
_NEWER: tuple[tuple[str, tuple[str, ...], bool], ...] = (
    ("GITHUB_CR", _LOGIN, False),
    ("GITHUB_ENTERPRISE_CR", _LOGIN, False),
    ("GITLAB_CR", _LOGIN, False),
    ("GENERIC_CR", _LOGIN, False),
    ("GCP_ARTIFACT_REGISTRY", ("region", "json_credentials"), True),
    ("AZURE_CR", ("azure_tenant_id", "azure_subscription_id"), True),
)


@handles("listAvailableContainerRegistry")
def list_kinds(call: Call) -> Any:
    """Return the kinds of registry, each with the fields of its configuration."""
    kinds = _KINDS if call.level == "1.0.3" else (*_KINDS, *_NEWER)
    return {
        "results": [
            {"kind": kind, "required_config": dict.fromkeys(fields, "string"), "is_mandatory": must}
            for kind, fields, must in kinds
        ]
    }
