"""Deployments and previews of an image in all environments that run it."""

from collections.abc import Iterator
from typing import Any

from qovery_cli.sandbox.handler import Call, serves
from qovery_cli.sandbox.handlers.actions import check_can_start, requester
from qovery_cli.sandbox.service_kinds import SERVICE_KINDS
from qovery_cli.sandbox.state import lifecycle
from qovery_cli.sandbox.state.clone import copy_environment
from qovery_cli.sandbox.state.document_paths import value_at
from qovery_cli.sandbox.state.service_versions import set_version
from qovery_cli.sandbox.state.statuses import status_details
from qovery_cli.sandbox.state.store import Document

#: An environment and those of its services that run the image.
_Chosen = list[tuple[Document, list[Document]]]


@serves("POST /organization/{}/KIND/deploy")
def deploy_image(call: Call) -> Any:
    """Deploy a tag in every environment with automatic deployment that runs another of the image.

    Return the status of the first one, or READY for the organization if there is none. If one of
    them accepts no request the response is 409 and nothing is deployed.
    """
    chosen = [
        (environment, services)
        for environment, services in _environments(call)
        if _has_auto_deploy(call, environment)
    ]
    for environment, _ in chosen:
        check_can_start(call, environment["id"])
    return _deployed(call, chosen)


@serves("POST /organization/{}/KIND/preview")
def preview_image(call: Call) -> Any:
    """Create and deploy a preview of every environment that runs another tag of the image.

    Only services with previews enabled count. Existing previews are reused.
    """
    chosen: _Chosen = []
    for environment, services in list(_environments(call)):
        names = {doc["name"] for doc in services if doc.get("auto_preview")}
        if names and environment["mode"] != "PREVIEW":
            preview = _preview(call, environment)
            check_can_start(call, preview["id"])
            copies = call.store.children(call.kind, preview["id"])
            chosen.append((preview, [doc for doc in copies if doc["name"] in names]))
    return _deployed(call, chosen, whole=True)


def _deployed(call: Call, chosen: _Chosen, *, whole: bool = False) -> Any:
    tag = str(call.body.get("tag") or "")
    for environment, services in chosen:
        ids = [service["id"] for service in services]
        for id in ids:
            set_version(call.store, call.kind, id, tag)
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
    return {
        "id": call.path["organizationId"],
        "state": "READY",
        "service_deployment_status": "NEVER_DEPLOYED",
        "status_details": status_details(None, "READY"),
        "is_part_last_deployment": False,
        "deployment_requests_count": 0,
    }


def _environments(call: Call) -> Iterator[tuple[Document, list[Document]]]:
    """Yield the environments that run the image at another tag, with their services."""
    for project in call.store.children("project", call.path["organizationId"]):
        for environment in call.store.children("environment", project["id"]):
            services = call.store.children(call.kind, environment["id"])
            running = [doc for doc in services if _runs_other_tag(call, doc)]
            if running:
                yield environment, running


def _runs_other_tag(call: Call, service: Document) -> bool:
    image = value_at(service, SERVICE_KINDS[call.kind].image or "") or {}
    named = image.get("image_name") == call.body.get("image_name")
    return bool(named and image.get("tag") != call.body.get("tag"))


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
