"""Deployments and previews of an image in all environments that run it."""

from collections.abc import Iterator
from typing import Any

from qovery_cli.sandbox.handler import Call, handles
from qovery_cli.sandbox.handlers.actions import check_can_start, requester, set_tag
from qovery_cli.sandbox.state import lifecycle
from qovery_cli.sandbox.state.clone import copy_environment
from qovery_cli.sandbox.state.store import Document

_CONTAINER = "container"


@handles("autoDeployContainerEnvironments")
def deploy_image(call: Call) -> Any:
    """Deploy a tag in every environment with automatic deployment that runs another of the image.

    Return the status of the first one, or READY for the organization if there is none. If one of
    them accepts no request the response is 409 and nothing is deployed.
    """
    chosen = [
        (environment, containers)
        for environment, containers in _environments(call)
        if _has_auto_deploy(call, environment)
    ]
    for environment, _ in chosen:
        check_can_start(call, environment["id"])
    return _deployed(call, chosen)


@handles("previewContainerEnvironments")
def preview_image(call: Call) -> Any:
    """Create and deploy a preview of every environment that runs another tag of the image.

    Only containers with previews enabled count. Existing previews are reused.
    """
    chosen: list[tuple[Document, list[Document]]] = []
    for environment, containers in list(_environments(call)):
        names = {doc["name"] for doc in containers if doc.get("auto_preview")}
        if names and environment["mode"] != "PREVIEW":
            preview = _preview(call, environment)
            check_can_start(call, preview["id"])
            copies = call.store.children(_CONTAINER, preview["id"])
            chosen.append((preview, [doc for doc in copies if doc["name"] in names]))
    return _deployed(call, chosen, whole=True)


def _deployed(
    call: Call, chosen: list[tuple[Document, list[Document]]], *, whole: bool = False
) -> Any:
    tag = str(call.body.get("tag") or "")
    for environment, containers in chosen:
        for container in containers:
            set_tag(call, _CONTAINER, container["id"], tag)
        ids = [container["id"] for container in containers]
        lifecycle.record_action(
            call.store,
            "environment",
            environment["id"],
            "DEPLOY",
            only=None if whole else ids,
            versions=dict.fromkeys(ids, tag),
            detail=requester(call),
            at=call.now,
        )
    if chosen:
        first = chosen[0][0]["id"]
        return lifecycle.environment_status(call.store, first, call.now, call.level)
    nothing = {"state": "READY", "service_deployment_status": "NEVER_DEPLOYED"}
    return {"id": call.path["organizationId"], **nothing}


def _environments(call: Call) -> Iterator[tuple[Document, list[Document]]]:
    """Yield the environments that run the image at another tag, with their containers."""
    image, tag = call.body.get("image_name"), call.body.get("tag")
    for project in call.store.children("project", call.path["organizationId"]):
        for environment in call.store.children("environment", project["id"]):
            containers = [
                doc
                for doc in call.store.children(_CONTAINER, environment["id"])
                if doc["image_name"] == image and doc["tag"] != tag
            ]
            if containers:
                yield environment, containers


def _has_auto_deploy(call: Call, environment: Document) -> bool:
    rules = call.store.children("deploymentRule", environment["id"])
    # At 1.0.4 the service has the setting; the rule of 1.0.3 is enabled by default.
    return all(rule.get("auto_deploy", True) for rule in rules)


def _preview(call: Call, environment: Document) -> Document:
    name = f"[PR] {environment['name']} {call.body.get('tag') or ''}".strip()
    project = environment["project"]["id"]
    existing = call.store.named("environment", project, name)
    if existing is not None:
        return existing
    fields = {field: value for field, value in environment.items() if field not in _NOT_COPIED}
    return copy_environment(
        call.store, environment["id"], {**fields, "name": name, "mode": "PREVIEW"}
    )


_NOT_COPIED = ("id", "created_at", "updated_at")
