"""Audit events of a service (API 1.0.3) and of an organization (API 1.0.4)."""

from collections.abc import Iterable, Iterator
from typing import Any

from qovery_cli.catalog.states import StateClass, classify
from qovery_cli.sandbox.datetimes import iso, seconds
from qovery_cli.sandbox.handler import KINDS, Call, Refusal, handles
from qovery_cli.sandbox.service_kinds import enum_word
from qovery_cli.sandbox.state import history
from qovery_cli.sandbox.state.audit import KIND as AUDIT
from qovery_cli.sandbox.state.deployments import runs_in, runs_of_cluster
from qovery_cli.sandbox.state.runs import Run
from qovery_cli.sandbox.state.statuses import entry_id, status_of
from qovery_cli.sandbox.state.store import Action, Document

_PLACE = ("project_id", "project_name", "environment_id", "environment_name")
#: Timestamps above this one, which is in the year 5138, are in nanoseconds.
_NANOSECONDS = 1e11
_PAGE = 10
_LARGEST = 100


@handles("listApplicationEvent", "listDatabaseEvent")
def service_events(call: Call) -> Any:
    """Return the events of a service, newest first."""
    kind = KINDS[next(iter(call.path))]
    service = call.document(kind)
    runs = runs_in(call.store, service["environment"]["id"])
    mine = [run for run in runs if run.state(service["id"], call.now) is not None]
    entries = [_service_event(call, service, run, runs) for run in reversed(mine)]
    return history.page(entries, call.query.get("startId"))


def _service_event(call: Call, service: Document, run: Run, runs: tuple[Run, ...]) -> Document:
    key = entry_id(run.action, service["id"])
    until = runs[: runs.index(run) + 1]
    member = next((item for item in run.members if item.id == service["id"]), None)
    facts = dict(member.facts or {}) if member is not None else {}
    first, _, last = str(run.action.detail.get("by", "")).partition(" ")
    return {
        "id": key,
        "created_at": iso(run.action.at),
        "user": {"id": call.user["id"], "first_name": first, "last_name": last},
        "commit": facts.get("commit"),
        "status": status_of(call.store, until, service["id"], call.now, call.level),
        "type": run.action.action,
        "log": {"id": key},
    }


@handles("getOrganizationEvents")
def organization_events(call: Call) -> Any:
    """Return the events in all environments of an organization, newest first.

    The query filters them; the tokens in ``links`` select the next and the previous page.
    """
    events = [event for event in _events(call) if _matches_query(call, event)]
    size = int(float(call.query.get("pageSize") or _PAGE))
    size = min(max(size, 1), _LARGEST)
    first = _token(call.query.get("continueToken") or call.query.get("stepBackToken"))
    path = f"{call.url}/organization/{call.path['organizationId']}/events?pageSize={size}"
    links: Document = {}
    if first + size < len(events):
        links["next"] = f"{path}&continueToken={first + size}"
    if first > 0:
        links["previous"] = f"{path}&stepBackToken={max(first - size, 0)}"
    page = events[first : first + size]
    return {"links": links, "organization_max_limit_reached": False, "events": page}


@handles("getOrganizationEventTargets")
def event_targets(call: Call) -> Any:
    """Return the distinct targets of the events that the query selects, the latest first.

    ``targetLevelToFetch`` selects their projects or their environments instead.
    """
    level = call.query.get("targetLevelToFetch")
    prefix = {"PROJECT": "project", "ENVIRONMENT": "environment"}.get(level or "", "target")
    targets: dict[str, str] = {}
    for event in _events(call):
        id = event[f"{prefix}_id"]
        if id is not None and _matches_query(call, event):
            targets.setdefault(id, event[f"{prefix}_name"])
    return {"targets": [{"id": id, "name": name} for id, name in targets.items()]}


def _events(call: Call) -> list[Document]:
    """Return all events of the organization in the path, newest first."""
    organization = call.path["organizationId"]
    events = [
        (seconds(event["timestamp"]), event) for event in call.store.children(AUDIT, organization)
    ]
    for cluster in call.store.children("cluster", organization):
        place: Document = dict(zip(_PLACE, (None, "", None, ""), strict=True))
        events += _of_runs(call, runs_of_cluster(call.store, cluster["id"]), cluster, place)
    for project in call.store.children("project", organization):
        for environment in call.store.children("environment", project["id"]):
            names = (project["id"], project["name"], environment["id"], environment["name"])
            place = dict(zip(_PLACE, names, strict=True))
            events += _of_runs(call, runs_in(call.store, environment["id"]), environment, place)
    # Of events at the same time the one that was recorded last is the newest.
    events.reverse()
    return [event for _, event in sorted(events, key=lambda entry: -entry[0])]


def _of_runs(
    call: Call, runs: Iterable[Run], owner: Document, place: Document
) -> Iterator[tuple[float, Document]]:
    for run in runs:
        for request in run.requests:
            if request.at <= call.now:
                yield request.at, {**_event(call, run, request, owner), **place}


def _event(call: Call, run: Run, action: Action, environment: Document) -> Document:
    target = call.store.get(action.kind, action.target) or environment
    origin = action.detail.get("origin", "API")
    return {
        "id": entry_id(action, "event"),
        "timestamp": iso(action.at),
        "event_type": _type(action.action, run.outcome(call.now)),
        "target_id": action.target,
        "target_name": target.get("name", ""),
        "target_type": enum_word(action.kind),
        "sub_target_type": "CONFIG",
        "change": "{}",
        "origin": origin,
        "triggered_by": str(action.detail.get("by", "")),
        "user_agent": None,
    }


_DONE = {
    "DEPLOY": ("DEPLOY", "DEPLOYED"),
    "RESTART": ("DEPLOY", "DEPLOYED"),
    "REBOOT": ("RESTART", "RESTARTED"),
    "STOP": ("STOP", "STOPPED"),
    "DELETE": ("DELETE", "DELETED"),
    "UNINSTALL": ("UNINSTALL", "UNINSTALLED"),
}


def _type(action: str, outcome: str) -> str:
    verb, done = _DONE.get(action, ("DEPLOY", "DEPLOYED"))
    kind = classify(outcome)
    if kind is StateClass.FAILED:
        return f"{verb}_FAILED"
    if kind is StateClass.CANCELLED:
        return "TRIGGER_CANCEL"
    return done if kind in (StateClass.SUCCESS, StateClass.IDLE) else f"TRIGGER_{verb}"


def _matches_query(call: Call, event: Document) -> bool:
    names = {
        "eventType": "event_type",
        "targetType": "target_type",
        "targetId": "target_id",
        "triggeredBy": "triggered_by",
        "origin": "origin",
        "subTargetType": "sub_target_type",
        "serviceProjectId": "project_id",
        "serviceEnvironmentId": "environment_id",
        "projectId": "project_id",
        "environmentId": "environment_id",
    }
    if any(call.query.get(name, event[field]) != event[field] for name, field in names.items()):
        return False
    at = seconds(event["timestamp"])
    return (
        _time(call.query.get("fromTimestamp"), 0) <= at <= _time(call.query.get("toTimestamp"), at)
    )


def _time(text: str | None, default: float) -> float:
    """Return a timestamp in seconds; the document counts nanoseconds, official clients seconds."""
    if not text:
        return default
    try:
        value = float(text)
    except ValueError:
        raise Refusal(400, f"The timestamp {text} is not a number.") from None
    return value / 1e9 if value > _NANOSECONDS else value


def _token(text: str | None) -> int:
    return int(text) if text and text.isdigit() else 0
