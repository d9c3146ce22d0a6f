"""Deployment histories of API 1.0.4 (v2): stages, durations and requesters."""

import math
from collections.abc import Iterable
from typing import Any

from qovery_cli.catalog.states import StateClass, classify, has_ended
from qovery_cli.sandbox.datetimes import iso
from qovery_cli.sandbox.service_kinds import enum_word
from qovery_cli.sandbox.state import transitions
from qovery_cli.sandbox.state.deployments import queued_runs, runs_in
from qovery_cli.sandbox.state.history import past_runs
from qovery_cli.sandbox.state.runs import Run
from qovery_cli.sandbox.state.schedule import Member, Stage
from qovery_cli.sandbox.state.statuses import (
    action_status,
    execution_id,
    request_id,
    status_details,
)
from qovery_cli.sandbox.state.store import Document, Store
from qovery_cli.sandbox.state.transitions import Track

_TRIGGERS = {"RESTART": "DEPLOY", "REBOOT": "RESTART"}


def of_environment(store: Store, environment: str, now: float) -> list[Document]:
    """Return the history of an environment, newest first."""
    return [_environment_entry(run, environment, now) for run in past_runs(store, environment, now)]


def of_service(store: Store, kind: str, id: str, now: float) -> list[Document]:
    """Return the history of a service, newest first."""
    environment = store.parent(kind, id) or ""
    return [
        _service_entry(run, member, now)
        for run in past_runs(store, environment, now)
        for member in run.members
        if member.id == id
    ]


def queue(store: Store, environment: str, now: float) -> list[Document]:
    """Return the queued requests of an environment, the next to start first."""
    return [
        {
            "identifier": {
                "deployment_request_id": request_id(run.action),
                "environment_id": environment,
            },
            "auditing_data": _asked_by(run),
            "trigger_action": trigger(run),
            "stages": [_queued_stage(*stage) for stage in _by_stage(run)],
        }
        for run in runs_in(store, environment)
        if run.waits(now)
    ]


def _queued_stage(stage: Stage, members: list[Member]) -> Document:
    services = [
        {"identifier": _identifier(member), "status": "QUEUED", "icon_uri": _icon(member)}
        for member in members
    ]
    return {"name": stage.name, "status": "QUEUED", "services": services}


def queue_of_service(store: Store, kind: str, id: str, now: float) -> list[Document]:
    """Return the queued requests that cover a service, the next to start first."""
    return [
        {
            "identifier": {
                "deployment_request_id": request_id(run.action),
                **_identifier(member),
            },
            "auditing_data": _asked_by(run),
            "status_details": status_details(run, transitions.queued(run.action.action)),
            "icon_uri": _icon(member),
        }
        for run in queued_runs(runs_in(store, store.parent(kind, id) or ""), id, now)
        for member in run.members
        if member.id == id
    ]


def trigger(run: Run) -> str:
    """Return the API's name of a run's action: DEPLOY, RESTART, STOP, DELETE or UNINSTALL.

    A run that deploys nothing has a name of its own, such as DEPLOY_DRY_RUN.
    """
    named = run.action.detail.get("trigger")
    return str(named) if named else _TRIGGERS.get(run.action.action, run.action.action)


def _environment_entry(run: Run, environment: str, now: float) -> Document:
    state = run.outcome(now)
    return {
        "identifier": {"execution_id": execution_id(run), "environment_id": environment},
        "auditing_data": _auditing(run, run.end, now),
        "status": state,
        "trigger_action": trigger(run),
        "total_duration": _duration(run.begin, run.end, now),
        "stages": _stages(run, now),
        "action_status": action_status(state),
    }


def _stages(run: Run, now: float) -> list[Document]:
    return [_stage(run, stage, members, now) for stage, members in _by_stage(run)]


def _by_stage(run: Run) -> list[tuple[Stage, list[Member]]]:
    stages: dict[Stage, list[Member]] = {}
    for member in run.members:
        stages.setdefault(member.stage, []).append(member)
    return sorted(stages.items(), key=lambda entry: entry[0].order)


def _stage(run: Run, stage: Stage, members: list[Member], now: float) -> Document:
    tracks = [run.tracks[member.id] for member in members]
    begin = min(_leaves_queue(track) for track in tracks)
    end = max(transitions.ends(track) for track in tracks)
    return {
        "name": stage.name,
        "status": stage_status([run.state(member.id, now) or "" for member in members]),
        "duration": _duration(begin, end, now),
        "services": [_service_entry(run, member, now) for member in members],
    }


def _leaves_queue(track: Track) -> float:
    return track[1].at if len(track) > 1 else track[0].at


def stage_status(states: Iterable[str]) -> str:
    """Return the status of a stage from the states of its services."""
    present = [state for state in states if state]
    classes = {classify(state) for state in present}
    if StateClass.PROGRESS in classes:
        return "ONGOING"
    if not present or StateClass.QUEUED in classes:
        return "ONGOING" if any(map(has_ended, present)) else "QUEUED"
    if StateClass.FAILED in classes:
        return "ERROR"
    return "CANCELED" if StateClass.CANCELLED in classes else "DONE"


def _service_entry(run: Run, member: Member, now: float) -> Document:
    track = run.tracks[member.id]
    state = run.state(member.id, now) or "DEPLOYMENT_QUEUED"
    return {
        "identifier": {**_identifier(member), "execution_id": execution_id(run)},
        "status": state,
        "auditing_data": _auditing(run, transitions.ends(track), now),
        "details": _details(run, member),
        "icon_uri": _icon(member),
        "status_details": status_details(run, state),
        "total_duration": _duration(track[0].at, transitions.ends(track), now),
    }


def _identifier(member: Member) -> Document:
    return {
        "name": member.name,
        "service_id": member.id,
        "service_type": enum_word(member.kind),
    }


def _details(run: Run, member: Member) -> dict[str, Any]:
    """Return the version of a service as the newer history shows it."""
    facts = dict(member.facts or {})
    if "schedule" in facts:
        schedule = dict(facts["schedule"])
        cron = {"cron_job": schedule.pop("cronjob")} if "cronjob" in schedule else {}
        facts["schedule"] = {**schedule, **cron}
    if member.builds:
        facts["build_pod_name"] = f"build-{execution_id(run)}-0"
    return facts


def _icon(member: Member) -> str:
    return f"app://qovery-console/{member.kind}"


def _asked_by(run: Run) -> Document:
    detail = run.action.detail
    return {"triggered_by": detail.get("by", ""), "origin": detail.get("origin", "API")}


def _auditing(run: Run, end: float, now: float) -> Document:
    updated = min(end, now)
    return {"created_at": iso(run.begin), "updated_at": iso(updated), **_asked_by(run)}


def _duration(begin: float, end: float, now: float) -> str:
    """Return a duration in ISO 8601, such as ``PT12.4S``; the elapsed time if not finished."""
    until = now if end == math.inf else min(end, now)
    return f"PT{max(until - begin, 0.0):.3f}S"
