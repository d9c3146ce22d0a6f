"""Audit events of a service (API 1.0.3) and of an organization (API 1.0.4)."""

from typing import Any

from qovery_cli.catalog.states import StateClass, classify
from qovery_cli.sandbox.datetimes import iso, seconds
from qovery_cli.sandbox.handler import KINDS, Call, handles
from qovery_cli.sandbox.service_kinds import enum_word
from qovery_cli.sandbox.state import history
from qovery_cli.sandbox.state.deployments import runs_in
from qovery_cli.sandbox.state.runs import Run
from qovery_cli.sandbox.state.statuses import entry_id, status_of
from qovery_cli.sandbox.state.store import Action, Document

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


def _events(call: Call) -> list[Document]:
    events: list[tuple[float, Document]] = []
    for project in call.store.children("project", call.path["organizationId"]):
        for environment in call.store.children("environment", project["id"]):
            place = {
                "project_id": project["id"],
                "project_name": project["name"],
                "environment_id": environment["id"],
                "environment_name": environment["name"],
            }
            for run in runs_in(call.store, environment["id"]):
                for request in run.requests:
                    if request.at <= call.now:
                        event = _event(call, run, request, environment)
                        events.append((request.at, {**event, **place}))
    return [event for _, event in sorted(events, key=lambda entry: -entry[0])]


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
        "serviceProjectId": "project_id",
        "serviceEnvironmentId": "environment_id",
    }
    if any(call.query.get(name, event[field]) != event[field] for name, field in names.items()):
        return False
    at = seconds(event["timestamp"])
    after = float(call.query.get("fromTimestamp") or 0)
    return after <= at <= float(call.query.get("toTimestamp") or at)


def _token(text: str | None) -> int:
    return int(text) if text and text.isdigit() else 0
