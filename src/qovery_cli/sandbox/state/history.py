"""Deployment histories: newest first, twenty per page.

They are computed from the log, so they agree with every status. An entry's services, commits and
tags are those at the time of the request.
"""

import math
from collections.abc import Sequence
from typing import Any

from qovery_cli.sandbox.datetimes import iso
from qovery_cli.sandbox.handler import Refusal
from qovery_cli.sandbox.service_kinds import SERVICE_KINDS
from qovery_cli.sandbox.state import transitions
from qovery_cli.sandbox.state.deployments import runs_in
from qovery_cli.sandbox.state.runs import Run
from qovery_cli.sandbox.state.schedule import DEPLOYS, Member
from qovery_cli.sandbox.state.statuses import entry_id
from qovery_cli.sandbox.state.store import Document, Store
from qovery_cli.sandbox.state.transitions import state_for_level

PAGE_SIZE = 20


def page(entries: Sequence[Document], start: str | None = None) -> dict[str, Any]:
    """Return the first page of entries, or the page after the entry with the id ``start``.

    Raises Refusal 404 for an unknown id.
    """
    remaining = list(entries)
    if start is not None:
        ids = [entry["id"] for entry in remaining]
        if start not in ids:
            raise Refusal(404, f"The history has no entry with the id {start}.")
        remaining = remaining[ids.index(start) + 1 :]
    return {"page": 1, "page_size": PAGE_SIZE, "results": remaining[:PAGE_SIZE]}


def past_runs(store: Store, environment: str, now: float) -> list[Run]:
    """Return the executions of an environment that have started, newest first."""
    return [run for run in reversed(runs_in(store, environment)) if run.begin <= now]


def of_environment(store: Store, environment: str, now: float, level: str) -> list[Document]:
    """Return the history of an environment, including executions in progress."""
    return [_environment_entry(run, now, level) for run in past_runs(store, environment, now)]


def _environment_entry(run: Run, now: float, level: str) -> Document:
    groups: dict[str, list[Document]] = {row.group: [] for row in SERVICE_KINDS.values()}
    for member in run.members:
        groups[SERVICE_KINDS[member.kind].group].append(_nested(run, member, now, level))
    return {
        "id": entry_id(run.action, run.action.target),
        **_moments(run, now),
        "status": state_for_level(run.outcome(now), level),
        "origin": run.action.detail.get("origin", "API"),
        "triggered_by": run.action.detail.get("by", ""),
        **groups,
    }


def _nested(run: Run, member: Member, now: float, level: str) -> Document:
    """Return a service within an environment's entry; applications have a state at both levels."""
    entry = _service_entry(run, member, now)
    state = run.state(member.id, now) or "READY"
    if level == "1.0.4" or member.kind == "application":
        return {**entry, "status": state_for_level(state, level)}
    return {**entry, "status": _outcome(run, member.id, now)}


def of_service(store: Store, kind: str, id: str, now: float, level: str) -> list[Document]:
    """Return the deployment history of a service.

    Where the level has only success and failure, deployments in progress are omitted.
    """
    environment = store.parent(kind, id)
    history: list[Document] = []
    for run in past_runs(store, environment or "", now):
        member = next((member for member in run.members if member.id == id), None)
        if member is None or run.action.action not in DEPLOYS:
            continue
        status: str | None = _outcome(run, id, now)
        if level == "1.0.4" and kind != "application":
            status = state_for_level(run.state(id, now) or "READY", level)
        if status is not None:
            history.append({**_service_entry(run, member, now), "status": status})
    return history


def _service_entry(run: Run, member: Member, now: float) -> Document:
    track = run.tracks[member.id]
    over = transitions.ends(track)
    return {
        "id": entry_id(run.action, member.id),
        "created_at": iso(run.begin),
        "updated_at": iso(over) if over <= now else None,
        "name": member.name,
        **_version(run, member),
    }


_EVENTS = {"STOP": "ON_STOP", "DELETE": "ON_DELETE"}


def _version(run: Run, member: Member) -> Document:
    """Return the version of a service, and the event and command of a job."""
    facts = dict(member.facts or {})
    schedule = facts.pop("schedule", None)
    if schedule is None:
        return facts
    cron = schedule.get("cronjob")
    event = "CRON" if cron else _EVENTS.get(run.action.action, "ON_START")
    command = cron or schedule.get(event.lower()) or {}
    return {
        **facts,
        "schedule": {"event": event, "schedule_at": command.get("scheduled_at")},
        "arguments": command.get("arguments") or [],
        "entrypoint": command.get("entrypoint") or "",
    }


def _moments(run: Run, now: float) -> Document:
    over = run.end if run.end < math.inf else now
    return {"created_at": iso(run.begin), "updated_at": iso(min(over, now))}


def _outcome(run: Run, id: str, now: float) -> str | None:
    """Return SUCCESS or FAILED, or None while in progress."""
    track = run.tracks[id]
    if transitions.ends(track) > now:
        return None
    good = track[-1].state in ("DEPLOYED", "RESTARTED", "STOPPED", "DELETED", "READY")
    return "SUCCESS" if good else "FAILED"
