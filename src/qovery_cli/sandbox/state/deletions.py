"""Deletion of projects, environments, services and clusters.

A resource that was never deployed is removed at once; any other deletion is an action.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from qovery_cli.sandbox.service_kinds import SERVICE_KINDS
from qovery_cli.sandbox.state.deployments import (
    deletes_environment,
    is_being_deleted,
    mark_unsettled,
    queued_runs,
    record_action,
    runs_in,
    runs_of_cluster,
    services_of,
    was_deployed,
)
from qovery_cli.sandbox.state.runs import Run
from qovery_cli.sandbox.state.store import Store
from qovery_cli.sandbox.state.variable_pruning import prune


def delete(store: Store, kind: str, id: str, detail: Mapping[str, Any] | None = None) -> None:
    """Delete a project, environment, service or cluster as the API does.

    A resource that was never deployed is removed at once; otherwise a DELETE action is recorded.
    Raises KeyError for an unknown resource.
    """
    with store.transaction():
        if kind == "project":
            _delete_project(store, id, detail)
        else:
            _take_down(store, kind, id, detail)


def _delete_project(store: Store, id: str, detail: Mapping[str, Any] | None) -> None:
    for environment in store.children("environment", id):
        delete(store, "environment", environment["id"], detail)
    if not store.children("environment", id):
        store.delete_tree("project", id)
        return
    store.record("project", id, None, "DELETE", detail)
    mark_unsettled(store, "project", id)


def _take_down(store: Store, kind: str, id: str, detail: Mapping[str, Any] | None) -> None:
    now = store.clock()
    environment = id if kind == "environment" else store.parent(kind, id) or ""
    runs = runs_of_cluster(store, id) if kind == "cluster" else runs_in(store, environment)
    parts = [id]
    if kind == "environment":
        parts += [service["id"] for _, service in services_of(store, id)]
        requested = any(deletes_environment(run) and now < run.end for run in runs)
    else:
        requested = is_being_deleted(runs, id, now)
    if requested:
        return
    if any(has_resources(runs, part, now) for part in parts):
        record_action(store, kind, id, "DELETE", detail=detail)
    else:
        remove(store, kind, id)


def has_resources(runs: Sequence[Run], id: str, now: float) -> bool:
    """Return whether anything is deployed, now or when a queued request starts."""
    return was_deployed(runs, id, now) or bool(queued_runs(runs, id, now))


def delete_services(
    store: Store,
    environment: str,
    services: Iterable[tuple[str, str]],
    detail: Mapping[str, Any] | None = None,
) -> None:
    """Delete services (kind and id) of one environment in one request."""
    now = store.clock()
    runs = runs_in(store, environment)
    deployed = []
    for kind, id in services:
        if has_resources(runs, id, now):
            deployed.append(id)
        else:
            remove(store, kind, id)
    if deployed:
        record_action(store, "environment", environment, "DELETE", only=deployed, detail=detail)


def remove(store: Store, kind: str, id: str) -> None:
    """Remove a resource, everything below it, and variables that depend on it."""
    environment = store.parent(kind, id)
    store.delete_tree(kind, id)
    if kind in SERVICE_KINDS and environment is not None:
        prune(store, environment)
