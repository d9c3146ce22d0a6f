"""Logs of services and of deployments."""

from collections.abc import Iterator
from typing import Any

from qovery_cli.sandbox.datetimes import iso
from qovery_cli.sandbox.handler import KINDS, Call, handles
from qovery_cli.sandbox.state import lifecycle, log_lines, metrics_model
from qovery_cli.sandbox.state.deployments import runs_in
from qovery_cli.sandbox.state.runs import Run
from qovery_cli.sandbox.state.schedule import Member
from qovery_cli.sandbox.state.statuses import entry_id, execution_id
from qovery_cli.sandbox.state.store import Document
from qovery_cli.sandbox.state.transitions import Step, ends, state_at

_RUNNING = ("DEPLOYED", "RESTARTED")
_HINT = "Look at the service's own log, then deploy again."

#: By state: its name in the older log, and the step of the newer log that it starts.
_WORDS = {
    "DEPLOYMENT_QUEUED": ("WAITING", "Start"),
    "RESTART_QUEUED": ("WAITING", "Start"),
    "STOP_QUEUED": ("WAITING", "Start"),
    "DELETE_QUEUED": ("WAITING", "Start"),
    "BUILDING": ("DEPLOYMENT_IN_PROGRESS", "Build"),
    "DEPLOYING": ("DEPLOYMENT_IN_PROGRESS", "Deploy"),
    "DEPLOYED": ("DEPLOYED", "Deployed"),
    "BUILD_ERROR": ("DEPLOYMENT_ERROR", "BuiltError"),
    "DEPLOYMENT_ERROR": ("DEPLOYMENT_ERROR", "DeployedError"),
    "RESTARTING": ("DEPLOYMENT_IN_PROGRESS", "Restart"),
    "RESTARTED": ("DEPLOYED", "Restarted"),
    "RESTART_ERROR": ("DEPLOYMENT_ERROR", "RestartedError"),
    "STOPPING": ("PAUSE_IN_PROGRESS", "Pause"),
    "STOPPED": ("PAUSED", "Paused"),
    "STOP_ERROR": ("PAUSE_ERROR", "PausedError"),
    "DELETING": ("DELETE_IN_PROGRESS", "Delete"),
    "DELETED": ("DELETED", "Deleted"),
    "DELETE_ERROR": ("DELETE_ERROR", "DeletedError"),
    "READY": ("DELETED", "Deleted"),
    "CANCELING": ("CANCELING", "Cancel"),
    "CANCELED": ("CANCELED", "Cancelled"),
}


@handles("listApplicationLog", "listContainerLog")
def service_log(call: Call) -> Any:
    """Return the newest lines of a service's log, oldest first."""
    kind = KINDS[next(iter(call.path))]
    service = call.document(kind)
    span = _lifetime(call, service)
    if span is None:
        return {"results": []}
    status = lifecycle.service_status(call.store, kind, service["id"], call.now, call.level)
    pods = metrics_model.instance_names(kind, service, status)
    repository = service.get("git_repository") or {}
    version = repository.get("deployed_commit_id") or service.get("tag", "")
    return {"results": log_lines.lines(service, *span, pods, version)}


@handles("listEnvironmentLog")
def environment_log(call: Call) -> Any:
    """Return the newest entries about an environment's deployments, oldest first."""
    entries = []
    for run, member, step in _steps(call, runs_in(call.store, call.path["environmentId"])):
        stage, _ = _WORDS.get(step.state, ("DEPLOYMENT_IN_PROGRESS", ""))
        failed = step.state.endswith("_ERROR")
        kind = "DATABASE" if member.kind == "database" else "APPLICATION"
        entries.append(
            {
                "id": entry_id(run.action, f"{member.id}/{step.state}"),
                "created_at": iso(step.at),
                "scope": {"type": kind, "id": member.id, "name": member.name},
                "state": stage,
                # Required but undocumented fields.
                "service": member.name,
                "status": stage,
                "message": _sentence(member, step),
                "execution_id": execution_id(run) if failed else None,
                "hint": _HINT if failed else None,
            }
        )
    return {"results": entries[-log_lines.MOST :]}


@handles("listEnvironmentLogs")
def environment_logs(call: Call) -> Any:
    """Return the entries of one deployment, by default the latest, oldest first (API 1.0.4)."""
    environment = call.document("environment")
    runs = [run for run in runs_in(call.store, environment["id"]) if run.begin <= call.now]
    version = call.query.get("version") or (execution_id(runs[-1]) if runs else "")
    chosen = [run for run in runs if execution_id(run) == version]
    return [
        _entry(environment, version, member, step)
        for _, member, step in _steps(call, tuple(chosen))
    ][-log_lines.MOST :]


def _entry(environment: Document, execution: str, member: Member, step: Step) -> Document:
    _, stage = _WORDS.get(step.state, ("", "Unknown"))
    sentence = _sentence(member, step)
    failed = step.state.endswith("_ERROR")
    error = {
        "tag": step.state,
        "user_log_message": sentence,
        "link": "https://docs.acme.test/errors",
        "hint_message": _HINT,
        "underlying_error": {"message": sentence, "full_details": sentence},
    }
    return {
        "type": "error" if failed else "info",
        "timestamp": iso(step.at),
        "details": {
            "organization_id": environment["organization"]["id"],
            "cluster_id": environment["cluster_id"],
            "execution_id": execution,
            "transmitter": {
                "id": member.id,
                "name": member.name,
                "type": member.kind.capitalize(),
            },
            "stage": {"step": stage, "id": None, "name": None},
        },
        "error": error if failed else None,
        "message": {"safe_message": sentence, "full_details": sentence},
    }


def _steps(call: Call, runs: tuple[Run, ...]) -> Iterator[tuple[Run, Member, Step]]:
    """Yield every past step in the order of time."""
    past = [
        (run, member, step)
        for run in runs
        for member in run.members
        for step in run.tracks.get(member.id, ())
        if step.at <= call.now
    ]
    yield from sorted(past, key=lambda entry: (entry[2].at, entry[1].id))


def _sentence(member: Member, step: Step) -> str:
    words = step.state.lower().replace("_", " ")
    return f"{member.kind.capitalize()} {member.name}: {words}."


def _lifetime(call: Call, service: Document) -> tuple[float, float] | None:
    """Return start and end of a service's latest run; None if it never ran."""
    begin: float | None = None
    end = call.now
    for run in runs_in(call.store, service["environment"]["id"]):
        track = run.tracks.get(service["id"])
        if track is None or track[0].at > call.now:
            continue
        over = ends(track)
        state = state_at(track, call.now)
        if begin is None and state in _RUNNING and over <= call.now:
            begin = over
        if begin is not None:
            end = min(track[0].at, call.now) if run.action.action == "STOP" else call.now
    return None if begin is None else (begin, end)
