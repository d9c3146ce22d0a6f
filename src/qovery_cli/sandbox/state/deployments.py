"""The log of deployments and other actions, and the runs that follow from it.

``record_action`` is the only entry point: it logs an action with the services it covers, their
versions and their faults. Handlers decide beforehand whether the action is permitted.
"""

import math
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from qovery_cli.sandbox.service_kinds import SERVICE_KINDS
from qovery_cli.sandbox.state import injected_failures, service_versions
from qovery_cli.sandbox.state.deployment_stages import stage_of, stages_of
from qovery_cli.sandbox.state.runs import Run, play
from qovery_cli.sandbox.state.schedule import DEPLOYS, Member
from qovery_cli.sandbox.state.store import Action, Document, Store

#: Setting with the resources that may change as time passes; ``settle`` checks only these.
UNSETTLED = "unsettled"

_ATTEMPTS = DEPLOYS | {"REBOOT", "UPDATE"}


def services_of(store: Store, environment: str) -> list[tuple[str, Document]]:
    """Return kind and document of the services of an environment, oldest first."""
    return [(kind, doc) for kind, doc in store.below(environment) if kind in SERVICE_KINDS]


def runs_in(store: Store, environment: str) -> tuple[Run, ...]:
    """Return the runs of an environment, oldest first."""
    actions = store.actions(environment=environment)
    if all(action.detail.get("services") is not None for action in actions):
        return play(actions)
    return play(actions, [_member(kind, doc) for kind, doc in services_of(store, environment)])


def edits_in(store: Store, environment: str) -> list[Action]:
    """Return the EDIT actions (changed settings or variables), oldest first."""
    return [action for action in store.actions(environment=environment) if action.action == "EDIT"]


def runs_of_cluster(store: Store, cluster: str) -> tuple[Run, ...]:
    """Return the runs of a cluster, oldest first."""
    return play(store.actions(target=cluster))


def state_of(runs: Iterable[Run], id: str, now: float) -> str:
    """Return the state of a resource at a time, as in 1.0.4; READY if no run covers it."""
    for run in reversed(tuple(runs)):
        state = run.state(id, now)
        if state == "READY" and run.action.detail.get("dry_run"):
            continue
        if state is not None:
            return state
    return "READY"


def was_deployed(runs: Iterable[Run], id: str, now: float) -> bool:
    """Return whether a deployment ever started, so that anything may be deployed."""
    begun = False
    for run in runs:
        state = run.state(id, now)
        if state is None or run.action.detail.get("dry_run"):
            continue
        if run.action.action in _ATTEMPTS:
            begun = True
        elif run.action.action == "UNINSTALL" and state == "READY":
            begun = False
    return begun


def queued_runs(runs: Iterable[Run], id: str, now: float) -> list[Run]:
    """Return the runs in the queue that cover a service, the next to start first."""
    return [run for run in runs if run.waits(now) and run.covers(id)]


def is_being_deleted(runs: Iterable[Run], id: str, now: float) -> bool:
    """Return whether a requested deletion of a service or a cluster has not ended yet."""
    return any(
        run.action.action == "DELETE" and run.covers(id) and now < run.ends_for(id) for run in runs
    )


def deletes_environment(run: Run) -> bool:
    """Return whether a run deletes its environment, not only services of it."""
    return any(
        request.action == "DELETE"
        and request.kind == "environment"
        and not request.detail.get("chosen")
        for request in run.requests
    )


def record_action(
    store: Store,
    kind: str,
    id: str,
    action: str,
    *,
    only: Iterable[str] | None = None,
    versions: Mapping[str, str] | None = None,
    detail: Mapping[str, Any] | None = None,
    at: float | None = None,
    speed: float | None = None,
) -> Action:
    """Log an action on a service, an environment or a cluster, and return it.

    On an environment it covers all services, the running ones (for STOP and UNINSTALL), or ``only``
    those with these ids. Services count as running both now and after earlier requests.
    ``versions`` maps service ids to the commit or image tag to deploy; the default is the head of
    the branch, or for RESTART the version deployed or requested last. ``at`` and ``speed`` default
    to the store's; ``at`` may be in the past. Raises KeyError for an unknown resource.
    """
    timestamp = store.clock() if at is None else at
    doc = store.get(kind, id)
    if doc is None:
        raise KeyError(id)
    environment = {"cluster": None, "environment": id}.get(kind, store.parent(kind, id))
    facts = dict(detail or {})
    if environment is None:
        facts.setdefault("faults", injected_failures.take(store, id, doc.get("name", "")))
    else:
        facts |= _scope(store, kind, doc, environment, action, only, versions or {}, timestamp)
    with store.transaction():
        logged = store.record(kind, id, environment, action, facts, at=timestamp, speed=speed)
        mark_unsettled(store, kind if kind == "cluster" else "environment", environment or id)
    return logged


def _scope(
    store: Store,
    kind: str,
    doc: Document,
    environment: str,
    action: str,
    only: Iterable[str] | None,
    versions: Mapping[str, str],
    now: float,
) -> dict[str, Any]:
    """Return the logged details of an action: the services it covers, as they are now."""
    runs = runs_in(store, environment)
    covered = _covered(store, kind, doc, runs, action, only, now)
    chosen = {**(_requested(runs, now) if action == "RESTART" else {}), **versions}
    return {
        "services": _entries(store, environment, covered, action, chosen),
        "chosen": only is not None,
        # An environment without services has its own states.
        "alone": not covered and (action == "DELETE" or not services_of(store, environment)),
    }


def _covered(
    store: Store,
    kind: str,
    doc: Document,
    runs: Sequence[Run],
    action: str,
    only: Iterable[str] | None,
    now: float,
) -> list[tuple[str, Document]]:
    if kind != "environment":
        return [(kind, doc)]
    chosen = None if only is None else set(only)
    idle = {"STOP": {"READY", "STOPPED"}, "UNINSTALL": {"READY"}}.get(action, set())
    if chosen is not None:
        # The API accepts a stop of stopped services that are listed.
        idle -= {"STOPPED"}
    return [
        (service_kind, service)
        for service_kind, service in services_of(store, doc["id"])
        if (service["id"] in chosen if chosen is not None else True)
        and not is_idle(runs, service["id"], now, idle)
        and not is_being_deleted(runs, service["id"], now)
        # Deployments of an environment leave out the services that it skips.
        and not (chosen is None and action in DEPLOYS and service.get("is_skipped"))
    ]


def is_idle(runs: Sequence[Run], id: str, now: float, idle: Iterable[str]) -> bool:
    """Return whether a service is in one of the states, both now and after all requests."""
    return all(state_of(runs, id, time) in set(idle) for time in (now, math.inf))


def _requested(runs: Sequence[Run], now: float) -> dict[str, str]:
    """Return the commits of deployments in progress or in the queue, by service id."""
    return {
        member.id: member.facts["commit"]["git_commit_id"]
        for run in runs
        if run.action.action in DEPLOYS and now < run.end
        for member in run.members
        if member.facts and member.facts.get("commit")
    }


def _entries(
    store: Store,
    environment: str,
    covered: Sequence[tuple[str, Document]],
    action: str,
    requested: Mapping[str, str],
) -> list[dict[str, Any]]:
    stages = stages_of(store, environment) if covered else []
    return [
        {
            **_entry(store, kind, doc, action, requested),
            "stage": _stage(stage_of(stages, kind, doc)),
        }
        for kind, doc in covered
    ]


def _stage(stage: Document) -> dict[str, Any]:
    return {"id": stage["id"], "name": stage["name"], "order": stage["deployment_order"]}


def _entry(
    store: Store, kind: str, doc: Document, action: str, requested: Mapping[str, str]
) -> dict[str, Any]:
    return {
        "kind": kind,
        "id": doc["id"],
        "name": doc.get("name", ""),
        "faults": injected_failures.take(store, doc["id"], doc.get("name", "")),
        "after": service_versions.dependencies(doc),
        "facts": service_versions.facts(store, kind, doc, action, requested.get(doc["id"])),
    }


def _member(kind: str, doc: Document) -> Member:
    name = doc.get("name", "")
    return Member(kind, doc["id"], name, injected_failures.in_name(name))


def cancel(
    store: Store,
    environment: str,
    detail: Mapping[str, Any] | None = None,
    *,
    request: int | None = None,
    at: float | None = None,
) -> Action:
    """Log the cancellation of an environment's running execution, and return the action.

    With ``request``, the id of a queued action, that one is cancelled instead.
    """
    facts = {**(detail or {}), "services": [], "request": request}
    return store.record("environment", environment, environment, "CANCEL", facts, at=at)


def record_edit(store: Store, kind: str, id: str) -> None:
    """Log a change of settings or variables of a project, an environment or a service."""
    if kind == "project":
        for environment in store.children("environment", id):
            record_edit(store, "environment", environment["id"])
        return
    environment_id = id if kind == "environment" else store.parent(kind, id)
    store.record(kind, id, environment_id, "EDIT", {"services": []})


def mark_unsettled(store: Store, kind: str, id: str) -> None:
    """Mark a resource that may change as time passes, so that ``settle`` checks it."""
    waiting: list[list[str]] = store.setting(UNSETTLED, [])
    if [kind, id] not in waiting:
        store.set_setting(UNSETTLED, [*waiting, [kind, id]])
