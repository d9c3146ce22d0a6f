"""Status objects: the state at a time and details of the latest deployment.

They have the fields of both API levels; states and other enum values are those of the requested
level.
"""

import math
import uuid
from collections.abc import Sequence
from itertools import pairwise

from qovery_cli.catalog.states import StateClass, classify, has_ended
from qovery_cli.sandbox.datetimes import iso
from qovery_cli.sandbox.state import transitions
from qovery_cli.sandbox.state.deployments import (
    edits_in,
    queued_runs,
    runs_in,
    runs_of_cluster,
    services_of,
    state_of,
)
from qovery_cli.sandbox.state.runs import Run
from qovery_cli.sandbox.state.schedule import DEPLOYS
from qovery_cli.sandbox.state.store import Action, Document, Store
from qovery_cli.sandbox.state.transitions import Step, Track, state_for_level

_NAMESPACE = uuid.UUID("5b1f4ad3-7a0f-4f0e-9a53-52a1a3b7f0c6")

_ACTIONS = {
    "DEPLOY": "DEPLOY",
    "RESTART": "DEPLOY",
    "REBOOT": "RESTART",
    "STOP": "STOP",
    "DELETE": "DELETE",
    "UNINSTALL": "DELETE",
}
_MESSAGES = {
    "BUILD_ERROR": "The build failed.",
    "DEPLOYMENT_ERROR": "The deployment failed.",
    "RESTART_ERROR": "The restart failed.",
    "STOP_ERROR": "Stopping failed.",
    "DELETE_ERROR": "Deleting failed.",
    "CANCELED": "The operation was cancelled.",
}
_STEPS = {
    "BUILDING": "BUILD",
    "DEPLOYING": "DEPLOYMENT",
    transitions.UNKNOWN_STATE: "DEPLOYMENT",
    "EXECUTING": "EXECUTING",
}


def request_id(action: Action) -> str:
    """Return the stable UUID of an action, as the API shows it."""
    return entry_id(action, action.target)


def entry_id(action: Action, target: str) -> str:
    """Return the id of one resource's entry in an action."""
    return str(uuid.uuid5(_NAMESPACE, f"{target}/{action.id}"))


def execution_id(run: Run) -> str:
    """Return the id of an execution: the environment's id and the number of the execution.

    For a cluster it ends with the second of the request instead of a number.
    """
    action = run.action
    number = run.number if action.environment else int(action.at)
    return f"{action.environment or action.target}-{number}"


def service_status(store: Store, kind: str, id: str, now: float, level: str) -> Document:
    """Return the status of a service; READY and NEVER_DEPLOYED if it is unknown."""
    environment = store.parent(kind, id) or ""
    return status_of(store, runs_in(store, environment), id, now, level)


def status_of(
    store: Store,
    runs: Sequence[Run],
    id: str,
    now: float,
    level: str,
    edits: Sequence[Action] | None = None,
) -> Document:
    """Return the status of a service from the runs (and edits, if given) of its environment."""
    if edits is None:
        edits = edits_in(store, runs[0].action.environment or "") if runs else []
    state = state_of(runs, id, now)
    mine = [run for run in runs if run.state(id, now) is not None]
    last = mine[-1] if mine else None
    latest = next((run for run in reversed(runs) if run.begin <= now), None)
    return {
        "id": id,
        "state": state_for_level(state, level),
        "message": _MESSAGES.get(state),
        "service_deployment_status": deployment_status(runs, edits, id, now),
        "last_deployment_date": _moment(_last_deployment(mine, id, now)),
        "is_part_last_deployment": last is not None and last is latest,
        "execution_id": execution_id(last) if last else None,
        "steps": _steps(last.tracks[id], now) if last else None,
        "status_details": status_details(last, state),
        **_pending(queued_runs(runs, id, now)),
    }


def _pending(waiting: Sequence[Run]) -> Document:
    """Return the fields for queued requests: the id of the latest and their number."""
    return {
        "deployment_request_id": request_id(waiting[-1].action) if waiting else None,
        "deployment_requests_count": len(waiting),
    }


def queued_status(status: Document, runs: Sequence[Run], now: float) -> Document:
    """Return the status of a service with the state of its queued request, if any.

    The state of an earlier execution remains until it has finished with the service. Execution id
    and dates do not change.
    """
    waiting = queued_runs(runs, status["id"], now)
    if not waiting or not has_ended(status["state"]):
        return status
    state = transitions.queued(waiting[0].action.action)
    return {**status, "state": state, "status_details": status_details(waiting[0], state)}


def status_details(run: Run | None, state: str) -> Document:
    """Return the current action on a service and its progress, as in 1.0.4."""
    if run is None:
        return {"action": "UNKNOWN", "status": "NEVER", "sub_action": "NONE"}
    action = _ACTIONS.get(run.action.action, "UNKNOWN")
    sub_action = run.action.detail.get("sub_action", "NONE")
    return {"action": action, "status": action_status(state), "sub_action": sub_action}


def action_status(state: str) -> str:
    """Return the progress of an action from the state it led to."""
    if state == "CANCELING":
        return "CANCELING"
    words = {
        StateClass.SUCCESS: "SUCCESS",
        StateClass.IDLE: "SUCCESS",
        StateClass.CANCELLED: "CANCELED",
        StateClass.FAILED: "ERROR",
        StateClass.QUEUED: "QUEUED",
    }
    return words.get(classify(state), "ONGOING")


def deployment_status(runs: Sequence[Run], edits: Sequence[Action], id: str, now: float) -> str:
    """Return the deployment status: whether the deployed service matches its settings."""
    deployed: Run | None = None
    for run in runs:
        state = run.state(id, now)
        if run.action.action in DEPLOYS and state == "DEPLOYED":
            deployed = run
        elif run.action.action == "UNINSTALL" and state == "READY":
            deployed = None
    if deployed is None:
        return "NEVER_DEPLOYED"
    after = (deployed.begin, deployed.action.id)
    targets = (id, deployed.action.environment)
    changed = any(
        edit.target in targets and after < (edit.at, edit.id) and edit.at <= now for edit in edits
    )
    return "OUT_OF_DATE" if changed else "UP_TO_DATE"


def _last_deployment(runs: Sequence[Run], id: str, now: float) -> float | None:
    ended = [
        transitions.ends(run.tracks[id])
        for run in runs
        if run.action.action in DEPLOYS and not run.action.detail.get("dry_run")
        if transitions.ends(run.tracks[id]) <= now
    ]
    return max(ended, default=None)


def _moment(seconds: float | None) -> str | None:
    return None if seconds is None else iso(seconds)


def _steps(track: Track, now: float) -> Document:
    details = [_step(step, after) for step, after in pairwise(track) if after.at <= now]
    named = [detail for detail in details if detail["step_name"]]
    over = transitions.ends(track)
    return {
        "total_duration_sec": round(over - track[0].at) if over <= now else None,
        "total_computing_duration_sec": sum(detail["duration_sec"] for detail in named),
        "details": named,
    }


def _step(step: Step, after: Step) -> Document:
    ends = {"ERROR": "ERROR", "CANCELED": "CANCEL", "CANCELING": "CANCEL"}
    return {
        "step_name": _STEPS.get(step.state),
        "status": ends.get(action_status(after.state), "SUCCESS"),
        "duration_sec": round(after.at - step.at),
    }


def environment_status(store: Store, id: str, now: float, level: str) -> Document:
    """Return the status of an environment, derived from its services."""
    runs = runs_in(store, id)
    services = [doc["id"] for _, doc in services_of(store, id)]
    state = environment_state(runs, id, services, now)
    begun = [run for run in runs if run.begin <= now]
    deploys = [run for run in begun if run.action.action in DEPLOYS]
    last = begun[-1] if begun else None
    ended = [run.end for run in deploys if run.end <= now]
    edits = edits_in(store, id)
    summary = _summarize([deployment_status(runs, edits, service, now) for service in services])
    outcome = last.outcome(now) if last else "READY"
    return {
        "id": id,
        "state": state_for_level(state, level),
        "message": _MESSAGES.get(state),
        "service_deployment_status": summary,
        "deployment_status": summary,
        "last_deployment_date": _moment(max(ended, default=None)),
        "last_deployment_state": state_for_level(outcome, level),
        "last_deployment_id": execution_id(last) if last else None,
        "execution_id": execution_id(last) if last else None,
        "status_details": status_details(last, outcome),
        "is_part_last_deployment": last is not None,
        "total_deployment_duration_in_seconds": _taken(last, now),
        "origin": last.action.detail.get("origin", "API") if last else None,
        "triggered_by": last.action.detail.get("by") if last else None,
        **_pending([run for run in runs if run.waits(now)]),
    }


def environment_state(runs: Sequence[Run], id: str, services: Sequence[str], now: float) -> str:
    """Return an environment's state, as in 1.0.4; an empty one has its own state."""
    states = [state_of(runs, service, now) for service in services]
    remaining = [state for state in states if state != "DELETED"]
    if not services:
        return state_of(runs, id, now)
    return transitions.aggregate_state(remaining) if remaining else "DELETED"


def _summarize(states: Sequence[str]) -> str:
    if not states or set(states) == {"NEVER_DEPLOYED"}:
        return "NEVER_DEPLOYED"
    return "UP_TO_DATE" if set(states) == {"UP_TO_DATE"} else "OUT_OF_DATE"


def _taken(run: Run | None, now: float) -> int | None:
    if run is None or run.end == math.inf or run.end > now:
        return None
    return round(run.end - run.begin)


def cluster_status(store: Store, id: str, now: float, level: str) -> Document:
    """Return the status of a cluster; READY and not deployed without any action."""
    runs = runs_of_cluster(store, id)
    begun = [run for run in runs if run.begin <= now]
    deployed = [
        transitions.ends(run.tracks[id])
        for run in begun
        if run.action.action in DEPLOYS | {"UPDATE"} and run.state(id, now) == "DEPLOYED"
    ]
    return {
        "cluster_id": id,
        "status": state_for_level(state_of(runs, id, now), level),
        "is_deployed": bool(deployed),
        "last_execution_id": execution_id(begun[-1]) if begun else None,
        "last_deployment_date": _moment(max(deployed, default=None)),
        "next_k8s_available_version": None,
        "reason": "UNSPECIFIED",
    }
