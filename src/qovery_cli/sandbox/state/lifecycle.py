"""Actions, statuses and the effects of passing time: the interface of ``state`` to handlers.

States are never stored: they follow from the log of actions and the current time. ``settle``
applies finished deletions and deployed versions to the documents; calling it late changes no
status.
"""

from collections.abc import Sequence

from qovery_cli.sandbox.handler import Refusal
from qovery_cli.sandbox.service_kinds import SERVICE_KINDS
from qovery_cli.sandbox.state.deletions import delete, delete_services, has_resources, remove
from qovery_cli.sandbox.state.deployments import (
    UNSETTLED,
    cancel,
    deletes_environment,
    record_action,
    record_edit,
    runs_in,
    runs_of_cluster,
    services_of,
    state_of,
)
from qovery_cli.sandbox.state.runs import Run
from qovery_cli.sandbox.state.schedule import DEPLOYS
from qovery_cli.sandbox.state.service_versions import set_deployed_version
from qovery_cli.sandbox.state.statuses import cluster_status, environment_status, service_status
from qovery_cli.sandbox.state.store import Store

__all__ = [
    "cancel",
    "cluster_status",
    "delete",
    "delete_services",
    "environment_status",
    "has_resources",
    "in_progress",
    "is_deleted",
    "raise_if_busy",
    "record_action",
    "record_edit",
    "service_status",
    "settle",
]


def in_progress(store: Store, environment_id: str, now: float) -> bool:
    """Return whether an environment executes a request, or has one in its queue."""
    return _busy(runs_in(store, environment_id), now)


def _busy(runs: Sequence[Run], now: float) -> bool:
    return any(run.action.at <= now < run.end for run in runs)


def raise_if_busy(store: Store, environment_id: str, now: float) -> None:
    """Raise Refusal 409 if an operation is in progress in an environment."""
    if in_progress(store, environment_id, now):
        raise Refusal(409, "Another operation is in progress in this environment.")


def is_deleted(store: Store, kind: str, id: str, now: float) -> bool:
    """Return whether the deletion of a resource has finished; False for an unknown one."""
    if kind == "cluster":
        return state_of(runs_of_cluster(store, id), id, now) == "DELETED"
    if kind == "environment":
        return _environment_is_deleted(runs_in(store, id), now)
    if kind == "project":
        return _project_is_deleted(store, id, now)
    environment = store.parent(kind, id) if kind in SERVICE_KINDS else None
    if environment is None:
        return False
    runs = runs_in(store, environment)
    return state_of(runs, id, now) == "DELETED" or _environment_is_deleted(runs, now)


def _environment_is_deleted(runs: Sequence[Run], now: float) -> bool:
    return any(
        deletes_environment(run)
        and run.begin <= now
        and all(run.state(id, now) == "DELETED" for id in run.tracks)
        for run in runs
    )


def _project_is_deleted(store: Store, id: str, now: float) -> bool:
    requested = any(action.action == "DELETE" for action in store.actions(target=id))
    return requested and all(
        is_deleted(store, "environment", environment["id"], now)
        for environment in store.children("environment", id)
    )


def settle(store: Store, now: float) -> None:
    """Apply finished actions: remove deleted resources and store deployed versions."""
    waiting: list[list[str]] = store.setting(UNSETTLED, [])
    if not waiting:
        return
    with store.transaction():
        # Projects last: a project is deleted once its environments are.
        order = sorted(waiting, key=lambda entry: entry[0] == "project")
        unsettled = [[kind, id] for kind, id in order if not _settled(store, kind, id, now)]
        if unsettled != waiting:
            store.set_setting(UNSETTLED, unsettled)


def _settled(store: Store, kind: str, id: str, now: float) -> bool:
    """Apply finished actions of one resource; return whether none is left."""
    if store.get(kind, id) is None:
        return True
    if is_deleted(store, kind, id, now):
        remove(store, kind, id)
        return True
    if kind == "project":
        return False
    if kind == "cluster":
        return not _busy(runs_of_cluster(store, id), now)
    runs = runs_in(store, id)
    _settle_services(store, id, runs, now)
    return not _busy(runs, now)


def _settle_services(store: Store, environment: str, runs: Sequence[Run], now: float) -> None:
    for kind, doc in services_of(store, environment):
        if state_of(runs, doc["id"], now) == "DELETED":
            remove(store, kind, doc["id"])
            continue
        for run in reversed(runs):
            if run.action.action in DEPLOYS and run.state(doc["id"], now) == "DEPLOYED":
                member = next(member for member in run.members if member.id == doc["id"])
                set_deployed_version(store, kind, doc["id"], dict(member.facts or {}))
                break
