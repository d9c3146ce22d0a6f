"""Deployment stages of an environment and the services in them (API 1.0.4)."""

import uuid
from typing import Any

from qovery_cli.sandbox.handler import Call, Refusal, handles
from qovery_cli.sandbox.service_kinds import enum_word
from qovery_cli.sandbox.state.deployment_stages import (
    KIND,
    STAGE_ID,
    reorder,
    stage_of,
    stages_of,
)
from qovery_cli.sandbox.state.deployments import services_of
from qovery_cli.sandbox.state.store import Document


@handles("ListEnvironmentDeploymentStage")
def list_stages(call: Call) -> Any:
    """Return the stages of an environment in their order."""
    return _all(call, call.path["environmentId"])


@handles("CreateEnvironmentDeploymentStage")
def create_stage(call: Call) -> Any:
    """Create a stage after all others."""
    environment = call.path["environmentId"]
    order = len(stages_of(call.store, environment)) + 1
    doc = {**_fields(call), "deployment_order": order, "environment": {"id": environment}}
    return _response(call, call.store.add(KIND, doc, environment))


@handles("getDeploymentStage")
def get_stage(call: Call) -> Any:
    """Return a stage."""
    return _response(call, call.document(KIND))


@handles("EditDeploymentStage")
def edit_stage(call: Call) -> Any:
    """Replace name and description of a stage."""
    before = call.document(KIND)
    return _response(call, call.store.put(KIND, before["id"], {**before, **_fields(call)}))


@handles("DeleteDeploymentStage")
def delete_stage(call: Call) -> None:
    """Delete a stage; 400 if a service is in it or if it is the only one."""
    stage = call.document(KIND)
    environment = stage["environment"]["id"]
    if _response(call, stage)["services"]:
        raise Refusal(400, "The deployment stage must be empty of services.")
    remaining = [
        other for other in stages_of(call.store, environment) if other["id"] != stage["id"]
    ]
    if not remaining:
        raise Refusal(400, "An environment must have a deployment stage.")
    call.store.delete(KIND, stage["id"])
    reorder(call.store, remaining)


@handles("MoveBeforeDeploymentStage", "MoveAfterDeploymentStage")
def move_stage(call: Call) -> Any:
    """Move a stage before or after another one of its environment."""
    stage = call.document(KIND)
    environment, target = stage["environment"]["id"], call.path["stageId"]
    if call.store.parent(KIND, target) != environment:
        raise Refusal(404, f"The environment has no deployment stage with the id {target}.")
    stages = [other for other in stages_of(call.store, environment) if other["id"] != stage["id"]]
    ids = [other["id"] for other in stages]
    after = call.operation.key.startswith("MoveAfter")
    position = ids.index(target) + after if target in ids else stage["deployment_order"] - 1
    reorder(call.store, [*stages[:position], stage, *stages[position:]])
    return _all(call, environment)


@handles("AttachServiceToDeploymentStage")
def attach_service(call: Call) -> Any:
    """Move a service to a stage, or set whether deployments of its environment skip it.

    A service that moves to another stage is no longer skipped.
    """
    stage, service = call.document(KIND), call.service()
    environment = stage["environment"]["id"]
    if service["environment"]["id"] != environment:
        raise Refusal(404, f"The environment has no service with the id {service['id']}.")
    moves = stage_of(stages_of(call.store, environment), call.kind, service)["id"] != stage["id"]
    skipped = service.get("is_skipped", False) if not moves else False
    requested = (call.body or {}).get("is_skipped")
    placed = {STAGE_ID: stage["id"], "is_skipped": skipped if requested is None else requested}
    call.store.put(call.kind, service["id"], {**service, **placed})
    return _all(call, environment)


@handles("getServiceDeploymentStage")
def get_stage_of_service(call: Call) -> Any:
    """Return the stage of a service."""
    service = call.service()
    stages = stages_of(call.store, service["environment"]["id"])
    return _response(call, stage_of(stages, call.kind, service))


def _fields(call: Call) -> Document:
    name = call.body["name"]
    if not name.strip():
        raise Refusal(400, "name must not be empty.")
    return {"name": name, "description": call.body.get("description") or ""}


def _all(call: Call, environment: str) -> Any:
    stages = stages_of(call.store, environment)
    return {"results": [_response(call, stage) for stage in stages]}


def _response(call: Call, stage: Document) -> Document:
    """Return a stage with the services in it."""
    environment = stage["environment"]["id"]
    stages = stages_of(call.store, environment)
    services = [
        {
            "id": str(uuid.uuid5(uuid.NAMESPACE_URL, f"{stage['id']}/{doc['id']}")),
            "created_at": doc["created_at"],
            "updated_at": doc["updated_at"] or doc["created_at"],
            "service_id": doc["id"],
            "service_type": enum_word(kind),
            "is_skipped": bool(doc.get("is_skipped")),
        }
        for kind, doc in services_of(call.store, environment)
        if stage_of(stages, kind, doc)["id"] == stage["id"]
    ]
    return {**stage, "services": services}
