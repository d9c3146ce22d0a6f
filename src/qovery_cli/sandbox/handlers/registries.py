"""Container registries of an organization, their kinds and the fields of their configurations."""

from collections.abc import Mapping
from typing import Any

from qovery_cli.sandbox.handler import Call, Refusal, handles
from qovery_cli.sandbox.state.rules import body_with_defaults
from qovery_cli.sandbox.state.service_documents import REGISTRY, registries_used
from qovery_cli.sandbox.state.store import Document

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


@handles("listContainerRegistry")
def list_registries(call: Call) -> Any:
    """Return the registries of an organization, without their credentials."""
    docs = call.store.children(REGISTRY, call.path["organizationId"])
    used = registries_used(call.store)
    return {"results": [_response(doc, used) for doc in docs]}


@handles("getContainerRegistry")
def get_registry(call: Call) -> Any:
    """Return a registry."""
    return _response(_registry(call), registries_used(call.store))


@handles("createContainerRegistry")
def create_registry(call: Call) -> Any:
    """Create a registry."""
    doc = call.store.add(REGISTRY, _fields(call), call.path["organizationId"])
    return _response(doc, registries_used(call.store))


@handles("editContainerRegistry")
def edit_registry(call: Call) -> Any:
    """Replace a registry, its credentials too."""
    key = _registry(call)["id"]
    stored = call.store.put(REGISTRY, key, _fields(call))
    return _response(stored, registries_used(call.store))


@handles("deleteContainerRegistry")
def delete_registry(call: Call) -> None:
    """Delete a registry; services that use it stay as they are."""
    call.store.delete(REGISTRY, _registry(call)["id"])


def _fields(call: Call) -> Document:
    body = body_with_defaults(call)
    url = body.get("url") or ""
    if url and not url.startswith("https://"):
        raise Refusal(400, "url must begin with https://.")
    secret = ("secret", "password", "json_credentials")
    config = body.get("config") or {}
    public = {name: value for name, value in config.items() if not any(s in name for s in secret)}
    return {**body, "config": public}


def _registry(call: Call) -> Document:
    key = call.path["containerRegistryId"]
    if call.store.parent(REGISTRY, key) != call.path["organizationId"]:
        raise Refusal(404, f"No registry with the id {key} was found.")
    return call.document(REGISTRY, key)


def _response(doc: Document, used: Mapping[str, int]) -> Document:
    return {**doc, "associated_services_count": used.get(doc["id"], 0)}
