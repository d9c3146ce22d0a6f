"""Asking for deployments and other actions, and reading back what became of them.

``ask`` is the only way in: it notes which services an action covers, in which version and with
which faults, and logs it. ``delete`` asks for a deletion, or does it at once if nothing was ever
deployed. Whether an action may be asked for at all is the handlers' question.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from qovery_cli.sandbox import mishaps, phases, versions
from qovery_cli.sandbox.runs import DEPLOYS, STAGES, Member, Run, play
from qovery_cli.sandbox.store import Action, Document, Store
from qovery_cli.sandbox.variable_pruning import prune

#: Where the ids of what may still change by itself are kept, so that ``settle`` need not search.
UNSETTLED = "unsettled"

_ATTEMPTS = DEPLOYS | {"REBOOT", "UPDATE"}


def services_of(store: Store, environment: str) -> list[tuple[str, Document]]:
    """Return kind and document of the services of an environment, oldest first."""
    return [(kind, doc) for kind, doc in store.below(environment) if kind in STAGES]


def runs_in(store: Store, environment: str) -> tuple[Run, ...]:
    """Return what became of every action in an environment, oldest first."""
    actions = store.actions(environment=environment)
    if all(action.detail.get("services") is not None for action in actions):
        return play(actions)
    return play(actions, [_member(kind, doc) for kind, doc in services_of(store, environment)])


def edits_in(store: Store, environment: str) -> list[Action]:
    """Return the notes that settings or variables changed, oldest first."""
    return [asked for asked in store.actions(environment=environment) if asked.action == "EDIT"]


def runs_of_cluster(store: Store, cluster: str) -> tuple[Run, ...]:
    """Return what became of every action on a cluster, oldest first."""
    return play(store.actions(target=cluster))


def state_of(runs: Iterable[Run], id: str, now: float) -> str:
    """Return the state of a resource at a moment, spelled as at 1.0.4; READY if untouched."""
    for run in reversed(tuple(runs)):
        state = run.state(id, now)
        if state == "READY" and run.action.detail.get("dry_run"):
            continue
        if state is not None:
            return state
    return "READY"


def attempted(runs: Iterable[Run], id: str, now: float) -> bool:
    """Tell whether a deployment was ever begun, so that there may be something to take down."""
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


def being_deleted(runs: Iterable[Run], id: str, now: float) -> bool:
    """Tell whether a deletion of a resource was asked for that has not ended yet."""
    return any(
        run.action.action == "DELETE" and id in run.tracks and phases.ends(run.tracks[id]) > now
        for run in runs
    )


def ask(
    store: Store,
    kind: str,
    id: str,
    action: str,
    *,
    only: Iterable[str] | None = None,
    wanted: Mapping[str, str] | None = None,
    detail: Mapping[str, Any] | None = None,
    at: float | None = None,
    speed: float | None = None,
) -> Action:
    """Log an action on a service, an environment or a cluster, and return it.

    On an environment it covers all services, those that run (for STOP and UNINSTALL), or ``only``
    those with these ids. ``wanted`` maps service ids to the commit or image tag to deploy; without
    one it is the head of the branch, or for RESTART what is deployed now. ``at`` and ``speed`` are
    the store's unless given; a moment in the past makes history. KeyError if there is no such
    resource.
    """
    moment = store.clock() if at is None else at
    doc = store.get(kind, id)
    if doc is None:
        raise KeyError(id)
    environment = {"cluster": None, "environment": id}.get(kind, store.parent(kind, id))
    facts = dict(detail or {})
    if environment is None:
        facts.setdefault("faults", mishaps.take(store, id, doc.get("name", "")))
    else:
        covered = _covered(store, kind, doc, environment, action, only, moment)
        facts["services"] = [_entry(store, *one, action, wanted or {}) for one in covered]
        # An environment without services has states of its own.
        bare = action == "DELETE" or not services_of(store, environment)
        facts["alone"] = not covered and bare
    with store.transaction():
        asked = store.record(kind, id, environment, action, facts, at=moment, speed=speed)
        _remember(store, kind if kind == "cluster" else "environment", environment or id)
    return asked


def _covered(
    store: Store,
    kind: str,
    doc: Document,
    environment: str,
    action: str,
    only: Iterable[str] | None,
    now: float,
) -> list[tuple[str, Document]]:
    if kind != "environment":
        return [(kind, doc)]
    chosen = None if only is None else set(only)
    runs = runs_in(store, environment)
    idle = {"STOP": ("READY", "STOPPED"), "UNINSTALL": ("READY",)}.get(action, ())
    return [
        (found, service)
        for found, service in services_of(store, environment)
        if (service["id"] in chosen if chosen is not None else True)
        and state_of(runs, service["id"], now) not in idle
        and not being_deleted(runs, service["id"], now)
    ]


def _entry(
    store: Store, kind: str, doc: Document, action: str, wanted: Mapping[str, str]
) -> dict[str, Any]:
    return {
        "kind": kind,
        "id": doc["id"],
        "name": doc.get("name", ""),
        "faults": mishaps.take(store, doc["id"], doc.get("name", "")),
        "after": versions.waits_for(doc),
        "facts": versions.facts(store, kind, doc, action, wanted.get(doc["id"])),
    }


def _member(kind: str, doc: Document) -> Member:
    name = doc.get("name", "")
    return Member(kind, doc["id"], name, mishaps.in_name(name))


def cancel(
    store: Store,
    environment: str,
    detail: Mapping[str, Any] | None = None,
    *,
    at: float | None = None,
) -> Action:
    """Log that whatever is under way in an environment is cancelled, and return the action."""
    facts = {**(detail or {}), "services": []}
    return store.record("environment", environment, environment, "CANCEL", facts, at=at)


def note_edit(store: Store, kind: str, id: str) -> None:
    """Log that the settings or variables of a project, an environment or a service changed."""
    if kind == "project":
        for environment in store.children("environment", id):
            note_edit(store, "environment", environment["id"])
        return
    environment_id = id if kind == "environment" else store.parent(kind, id)
    store.record(kind, id, environment_id, "EDIT", {"services": []})


def delete(store: Store, kind: str, id: str, detail: Mapping[str, Any] | None = None) -> None:
    """Delete a project, environment, service or cluster as the API does: in its own time.

    What was never deployed is gone when this returns. KeyError if there is no such resource.
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
    _remember(store, "project", id)


def _take_down(store: Store, kind: str, id: str, detail: Mapping[str, Any] | None) -> None:
    now = store.clock()
    environment = id if kind == "environment" else store.parent(kind, id)
    runs = runs_of_cluster(store, id) if kind == "cluster" else runs_in(store, environment or id)
    parts = [id]
    if kind == "environment":
        parts += [service["id"] for _, service in services_of(store, id)]
    if any(
        run.action.target == id and being_deleted([run], part, now)
        for run in runs
        for part in parts
    ):
        return
    if any(attempted(runs, part, now) for part in parts):
        ask(store, kind, id, "DELETE", detail=detail)
    else:
        remove(store, kind, id)


def remove(store: Store, kind: str, id: str) -> None:
    """Forget a resource and everything below it, and the variables that only led to it."""
    environment = store.parent(kind, id)
    store.delete_tree(kind, id)
    if kind in STAGES and environment is not None:
        prune(store, environment)


def _remember(store: Store, kind: str, id: str) -> None:
    waiting: list[list[str]] = store.setting(UNSETTLED, [])
    if [kind, id] not in waiting:
        store.keep(UNSETTLED, [*waiting, [kind, id]])
