"""The deployment stages of an environment, in which its services are deployed one after another.

A stage is a document below its environment; ``default_for`` is the index of the default stage that
it was created as. A service names its stage in ``deployment_stage_id``; without one it belongs to
the default stage of its kind.
"""

import uuid
from collections.abc import Mapping, Sequence
from typing import Any

from qovery_cli.sandbox.service_kinds import SERVICE_KINDS, STAGE_NAMES
from qovery_cli.sandbox.state.store import Document, Store

KIND = "deploymentStage"
#: The field of a service with the id of its stage.
STAGE_ID = "deployment_stage_id"


def stages_of(store: Store, environment: str) -> list[Document]:
    """Return the stages of an environment in their order; the default ones if it has none yet."""
    stages = store.children(KIND, environment) or _planted(store, environment)
    return sorted(stages, key=lambda stage: int(stage["deployment_order"]))


def _planted(store: Store, environment: str) -> list[Document]:
    stages = []
    for index, name in enumerate(STAGE_NAMES):
        key = str(uuid.uuid5(uuid.NAMESPACE_URL, f"{environment}/{name}"))
        place = {"deployment_order": index + 1, "environment": {"id": environment}}
        doc = {"id": key, "name": name, "description": "", "default_for": index, **place}
        stages.append(store.add(KIND, doc, environment))
    return stages


def stage_of(stages: Sequence[Document], kind: str, service: Document) -> Document:
    """Return the stage of a service: its own, the default one of its kind, or the last one."""
    named = next((stage for stage in stages if stage["id"] == service.get(STAGE_ID)), None)
    index = SERVICE_KINDS[kind].stage
    default = next((stage for stage in stages if stage.get("default_for") == index), stages[-1])
    return named or default


def reorder(store: Store, stages: Sequence[Document]) -> list[Document]:
    """Store a new order of the stages of an environment and return them."""
    return [
        store.put(KIND, stage["id"], {**stage, "deployment_order": order})
        for order, stage in enumerate(stages, 1)
    ]


def copy_stages(store: Store, original: str, copy: str) -> Mapping[str, str]:
    """Copy the stages of an environment; return the id of each copy by that of its original."""
    twins: dict[str, str] = {}
    for stage in stages_of(store, original):
        doc: dict[str, Any] = {**stage, "id": str(uuid.uuid4()), "environment": {"id": copy}}
        twins[stage["id"]] = store.add(KIND, doc, copy)["id"]
    return twins
