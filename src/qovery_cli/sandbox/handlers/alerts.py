"""Alert receivers and alert rules of an organization.

A rule is notified while the last deployment of its target has failed. Secrets of receivers are not
stored.
"""

from typing import Any

from qovery_cli.catalog.states import StateClass, classify
from qovery_cli.sandbox.handler import Call, Refusal, handles
from qovery_cli.sandbox.handlers.collection import (
    Collection,
    body_fields,
    handlers_of,
    organization_of,
    without,
)
from qovery_cli.sandbox.service_kinds import enum_word
from qovery_cli.sandbox.state import lifecycle
from qovery_cli.sandbox.state.store import Document
from qovery_cli.sandbox.state.usage import PlacedService, services_in

_RECEIVER, _RULE = "alertReceiver", "alertRule"
_SECRETS = ("webhook_url", "auth_password", "organization_id")
#: Kinds of document by the type of a target; the API's own word for a cluster begins with a space.
_TARGETS = {
    "CLUSTER": "cluster",
    "ENVIRONMENT": "environment",
    "APPLICATION": "application",
    "CONTAINER": "container",
    "JOB": "job",
    "CRONJOB": "job",
    "HELM": "helm",
    "TERRAFORM": "terraform",
}


def _receiver_fields(call: Call, before: Document | None) -> Document:
    body = body_fields(call, before)
    if before is not None and body["type"] != before["type"]:
        raise Refusal(400, f"type must stay {before['type']}.")
    _check_receiver(body)
    doc = without(body, *_SECRETS)
    if body["type"] == "EMAIL" and not doc.get("auth_username"):
        doc["auth_username"] = doc["from"]
    return doc


def _check_receiver(body: Document) -> None:
    if body["type"] == "EMAIL":
        host, _, port = body["smarthost"].rpartition(":")
        if not host or not port.isdigit():
            raise Refusal(400, "smarthost must be a host and a port, as in smtp.acme.test:587.")


def _forget_receiver(call: Call, receiver: Document) -> None:
    """Remove a receiver from the rules that notify it before it is deleted."""
    organization = call.store.parent(_RECEIVER, receiver["id"])
    for rule in call.store.children(_RULE, organization):
        others = [id for id in rule["alert_receiver_ids"] if id != receiver["id"]]
        if others != rule["alert_receiver_ids"]:
            call.store.put(_RULE, rule["id"], {**rule, "alert_receiver_ids": others})


def _rule_fields(call: Call, before: Document | None) -> Document:
    body = body_fields(call, before)
    organization = before["organization_id"] if before else organization_of(call)
    for id in body["alert_receiver_ids"]:
        if call.store.parent(_RECEIVER, id) != organization:
            raise Refusal(400, f"alert_receiver_ids: the receiver {id} does not exist.")
    if not body["alert_receiver_ids"]:
        raise Refusal(400, "alert_receiver_ids must name at least one receiver.")
    if before is not None:
        kept = ("organization_id", "cluster_id", "target")
        return {**body, **{name: before[name] for name in kept}}
    if call.store.parent("cluster", body["cluster_id"]) != organization:
        raise Refusal(400, f"cluster_id {body['cluster_id']} does not exist.")
    _check_target(call, organization, body["target"])
    return {**body, "target": without(body["target"], "service")}


def _check_target(call: Call, organization: str, target: Document) -> None:
    kind, id = _TARGETS[target["target_type"].strip()], target["target_id"]
    if kind in ("cluster", "environment"):
        parent = call.store.parent(kind, id)
        owner = call.store.parent("project", parent) if kind == "environment" and parent else parent
        exists = owner == organization
    else:
        service = _service(call, organization, id)
        exists = service is not None and service.kind == kind
    if not exists:
        raise Refusal(400, f"target.target_id: no {kind} with the id {id} exists.")


def _service(call: Call, organization: str, id: str) -> PlacedService | None:
    services = services_in(call.store, organization)
    return next((service for service in services if service.doc["id"] == id), None)


def _rule_response(call: Call, doc: Document) -> Document:
    service = _service(call, doc["organization_id"], doc["target"]["target_id"])
    state = "OK" if doc["enabled"] else "UNDEPLOYED"
    target = doc["target"]
    more: Document = {}
    if service is not None:
        target = {**target, "service": _light(service)}
        status = lifecycle.service_status(
            call.store, service.kind, service.doc["id"], call.now, call.level
        )
        if doc["enabled"] and classify(status["state"]) is StateClass.FAILED:
            state, more = "NOTIFIED", {"starts_at": status["last_deployment_date"]}
    managed = {"source": "MANAGED", "is_up_to_date": True, "state": state}
    return {**doc, **managed, **more, "target": target}


def _light(service: PlacedService) -> Document:
    doc = service.doc
    return {
        **service.place,
        "id": doc["id"],
        "name": doc["name"],
        "description": doc.get("description", ""),
        "icon_uri": doc.get("icon_uri", "app://qovery-console"),
        "cluster_id": service.environment["cluster_id"],
        "service_type": enum_word(service.kind),
    }


_RECEIVERS = Collection(
    kind=_RECEIVER,
    noun="alert receiver",
    item="alertReceiverId",
    lists="getAlertReceivers",
    creates="createAlertReceiver",
    gets="getAlertReceiver",
    edits="editAlertReceiver",
    deletes="deleteAlertReceiver",
    fields=_receiver_fields,
    deleting=_forget_receiver,
)
_RULES = Collection(
    kind=_RULE,
    noun="alert rule",
    item="alertRuleId",
    lists="getAlertRules",
    creates="createAlertRule",
    gets="getAlertRule",
    edits="editAlertRule",
    deletes="deleteAlertRule",
    fields=_rule_fields,
    response=_rule_response,
)
HANDLERS = handlers_of(_RECEIVERS, _RULES)


@handles("validateExistingAlertReceiver")
def validate_existing(call: Call) -> Any:
    """Accept a test message to a receiver: the sandbox sends none."""
    _RECEIVERS.find(call)


@handles("validateNewAlertReceiver")
def validate_new(call: Call) -> Any:
    """Check the settings of a receiver and accept a test message: the sandbox sends none."""
    body: Any = call.body["alert_receiver"]
    if call.store.get("organization", body["organization_id"]) is None:
        raise Refusal(400, f"organization_id {body['organization_id']} does not exist.")
    _check_receiver(body)
