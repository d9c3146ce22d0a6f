"""Webhooks of an organization, and the calls that deployments have caused."""

import uuid
from collections.abc import Iterator
from typing import Any

from qovery_cli.catalog.states import StateClass, classify
from qovery_cli.sandbox.datetimes import iso, seconds
from qovery_cli.sandbox.handler import Call, Refusal, handles
from qovery_cli.sandbox.handlers.collection import Collection, handlers_of
from qovery_cli.sandbox.state.deployments import runs_in
from qovery_cli.sandbox.state.rule_matching import matches
from qovery_cli.sandbox.state.rules import body_with_defaults
from qovery_cli.sandbox.state.runs import Run
from qovery_cli.sandbox.state.schedule import DEPLOYS
from qovery_cli.sandbox.state.store import Document

_OUTCOMES = {
    StateClass.SUCCESS: "DEPLOYMENT_SUCCESSFUL",
    StateClass.FAILED: "DEPLOYMENT_FAILURE",
    StateClass.CANCELLED: "DEPLOYMENT_CANCELLED",
}


def _fields(call: Call, _before: Document | None) -> Document:
    body = body_with_defaults(call)
    if not body["target_url"].startswith(("http://", "https://")):
        raise Refusal(400, "target_url must begin with http:// or https://.")
    secret = body.pop("target_secret", None)
    lists: Document = {"project_names_filter": [], "environment_types_filter": []}
    return {"enabled": True, **lists, **body, "target_secret_set": bool(secret)}


_WEBHOOKS = Collection(
    kind="webhook",
    noun="webhook",
    item="webhookId",
    lists="listOrganizationWebHooks",
    creates="createOrganizationWebhook",
    gets="getOrganizationWebhook",
    edits="editOrganizationWebhook",
    deletes="deleteOrganizationWebhook",
    fields=_fields,
)
HANDLERS = handlers_of(_WEBHOOKS)


@handles("listWebhookEvent")
def list_events(call: Call) -> Any:
    """Return the calls to a webhook since it was last changed, newest first.

    There is one for each start and each end of a deployment that its filters select.
    """
    webhook = _WEBHOOKS.find(call)
    events = sorted(_events(call, webhook), key=lambda event: event["created_at"], reverse=True)
    return {"results": events}


def _events(call: Call, webhook: Document) -> Iterator[Document]:
    since = seconds(webhook.get("updated_at") or webhook["created_at"])
    if not webhook["enabled"]:
        return
    for project in call.store.children("project", call.path["organizationId"]):
        if not _matches_name(webhook, project["name"]):
            continue
        for environment in call.store.children("environment", project["id"]):
            modes = webhook["environment_types_filter"]
            if modes and environment["mode"] not in modes:
                continue
            for run in runs_in(call.store, environment["id"]):
                for at, event in _moments(run, call.now):
                    if at >= since and event in webhook["events"]:
                        yield _event(webhook, project, environment, run, at, event)


def _matches_name(webhook: Document, name: str) -> bool:
    patterns = webhook["project_names_filter"]
    return not patterns or any(matches(pattern, name) for pattern in patterns)


def _moments(run: Run, now: float) -> Iterator[tuple[float, str]]:
    """Yield time and name of the events of a deployment so far."""
    if run.action.action not in DEPLOYS:
        return
    if run.begin <= now:
        yield run.begin, "DEPLOYMENT_STARTED"
    outcome = _OUTCOMES.get(classify(run.outcome(now)))
    if run.end <= now and outcome is not None:
        yield run.end, outcome


def _event(
    webhook: Document, project: Document, environment: Document, run: Run, at: float, event: str
) -> Document:
    names = {"project_name": project["name"], "environment_name": environment["name"]}
    ids = {"project_id": project["id"], "environment_id": environment["id"]}
    key = f"{webhook['id']}/{run.action.id}/{event}"
    return {
        "id": str(uuid.uuid5(uuid.NAMESPACE_URL, key)),
        "created_at": iso(at),
        "kind": webhook["kind"],
        "matched_event": event,
        "target_url_used": webhook["target_url"],
        "target_response_status_code": 200,
        "target_response_body": "",
        "request": {"event": event, **names, **ids, "timestamp": iso(at)},
    }
