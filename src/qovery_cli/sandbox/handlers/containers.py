"""Containers, deployed from an image at a tag, and container registries."""

from typing import Any

from qovery_cli.sandbox.handler import Call, Refusal, handles
from qovery_cli.sandbox.handlers.actions import requester
from qovery_cli.sandbox.state import lifecycle, services
from qovery_cli.sandbox.state.rules import body_with_defaults, check_name, check_resources
from qovery_cli.sandbox.state.store import Document

_KIND = "container"
_REGISTRY = "containerRegistry"


@handles("listContainer")
def list_containers(call: Call) -> Any:
    """Return the containers of an environment."""
    docs = services.of_environment(call, _KIND)
    return {"results": [with_registry(call, doc) for doc in docs]}


@handles("createContainer")
def create_container(call: Call) -> Any:
    """Create a container."""
    environment = call.path["environmentId"]
    body = body_with_defaults(call)
    check_name(call, _KIND, environment, body["name"])
    doc = {**_facts(call, body, None), **services.shared_fields(_KIND, environment)}
    return with_registry(call, call.store.add(_KIND, doc, environment))


@handles("getContainer")
def get_container(call: Call) -> Any:
    """Return a container."""
    return with_registry(call, call.document(_KIND))


@handles("editContainer")
def edit_container(call: Call) -> Any:
    """Replace a container."""
    before = call.document(_KIND)
    environment = before["environment"]["id"]
    body = body_with_defaults(call)
    check_name(call, _KIND, environment, body["name"], before["id"])
    doc = {**_facts(call, body, before), **services.shared_fields(_KIND, environment)}
    return with_registry(call, services.changed(call, _KIND, before, doc))


@handles("deleteContainer")
def delete_container(call: Call) -> None:
    """Delete a container, by an action if it was deployed."""
    lifecycle.delete(call.store, _KIND, call.path["containerId"], requester(call))


@handles("getContainerStatus")
def get_status(call: Call) -> Any:
    """Return the status of a container."""
    return services.status(call, _KIND)


@handles("getEnvironmentContainerStatus")
def list_statuses(call: Call) -> Any:
    """Return the statuses of an environment's containers."""
    return {"results": services.statuses(call, [_KIND])}


@handles("listContainerLinks")
def list_links(call: Call) -> Any:
    """Return the public addresses of a container."""
    return {"results": services.links(call, _KIND, call.document(_KIND))}


def _facts(call: Call, body: Document, before: Document | None) -> Document:
    """Return the fields of a container that the request sets."""
    check_resources(body, call.level)
    environment = call.document("environment", _environment(call, before))
    organization = environment["organization"]["id"]
    if call.store.parent(_REGISTRY, body["registry_id"]) != organization:
        raise Refusal(400, f"The registry {body['registry_id']} does not exist.")
    for name in ("image_name", "tag"):
        if not body[name].strip():
            raise Refusal(400, f"{name} must not be empty.")
    # The API accepted auto_preview before its document declared it.
    preview = bool(body.get("auto_preview", (before or {}).get("auto_preview", False)))
    return {"arguments": [], **services.with_parts(body, _KIND, before), "auto_preview": preview}


def _environment(call: Call, before: Document | None) -> str:
    key = call.path.get("environmentId") if before is None else before["environment"]["id"]
    return str(key)


def with_registry(call: Call, doc: Document) -> Document:
    """Return a container with the registry fields of its response."""
    document = call.store.get(_REGISTRY, doc["registry_id"])
    registry = document or {"id": doc["registry_id"], "name": "", "url": "", "kind": "DOCKER_HUB"}
    return {**doc, "registry": registry}


@handles("listContainerRegistry")
def list_registries(call: Call) -> Any:
    """Return the registries of an organization, without their credentials."""
    docs = call.store.children(_REGISTRY, call.path["organizationId"])
    return {"results": [_registry_response(call, doc) for doc in docs]}


@handles("getContainerRegistry")
def get_registry(call: Call) -> Any:
    """Return a registry."""
    return _registry_response(call, _registry(call))


@handles("createContainerRegistry")
def create_registry(call: Call) -> Any:
    """Create a registry."""
    doc = call.store.add(_REGISTRY, _registry_facts(call), call.path["organizationId"])
    return _registry_response(call, doc)


@handles("editContainerRegistry")
def edit_registry(call: Call) -> Any:
    """Replace a registry, its credentials too."""
    key = _registry(call)["id"]
    return _registry_response(call, call.store.put(_REGISTRY, key, _registry_facts(call)))


@handles("deleteContainerRegistry")
def delete_registry(call: Call) -> None:
    """Delete a registry; containers that use it stay as they are."""
    call.store.delete(_REGISTRY, _registry(call)["id"])


def _registry_facts(call: Call) -> Document:
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
    if call.store.parent(_REGISTRY, key) != call.path["organizationId"]:
        raise Refusal(404, f"No registry with the id {key} was found.")
    return call.document(_REGISTRY, key)


def _registry_response(call: Call, doc: Document) -> Document:
    users = sum(container["registry_id"] == doc["id"] for container in call.store.all(_KIND))
    return {**doc, "associated_services_count": users}
