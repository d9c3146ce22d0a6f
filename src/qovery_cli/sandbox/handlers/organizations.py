"""Organizations, their API tokens and the current account."""

import secrets
from typing import Any

from qovery_cli import catalog
from qovery_cli.sandbox.handler import Call, Refusal, handles
from qovery_cli.sandbox.schema.validate import problem
from qovery_cli.sandbox.state.rules import body_with_defaults, check_name
from qovery_cli.sandbox.state.store import Document
from qovery_cli.sandbox.state.tokens import accept

#: The fields of an organization that an update does not change.
_KEPT = ("plan", "owner", "account_role", "credits_in_cents", "earlier_deployments")


@handles("listOrganization")
def list_organizations(call: Call) -> Any:
    """Return all organizations; an API token sees only its own."""
    only = call.user["organization"]
    docs = [doc for doc in call.store.all("organization") if only in (None, doc["id"])]
    return {"results": [_response(doc) for doc in docs]}


@handles("createOrganization")
def create_organization(call: Call) -> Any:
    """Create an organization owned by the account."""
    body = body_with_defaults(call)
    check_name(call, "organization", None, body["name"])
    return _response(call.store.add("organization", {**body, "owner": call.user["id"]}))


@handles("getOrganization")
def get_organization(call: Call) -> Any:
    """Return an organization."""
    return _response(call.document("organization"))


@handles("editOrganization")
def edit_organization(call: Call) -> Any:
    """Replace all but the plan and the owner."""
    before = call.document("organization")
    body = body_with_defaults(call)
    check_name(call, "organization", None, body["name"], before["id"])
    unchanged = {name: before[name] for name in _KEPT if name in before}
    return _response(call.store.put("organization", before["id"], {**body, **unchanged}))


@handles("changePlan")
def change_plan(call: Call) -> Any:
    """Change the plan; no other operation does."""
    before = call.document("organization")
    plan = call.body.get("plan", before["plan"])
    # The schema accepts any string, but only some are plans.
    error = problem(plan, catalog.named_schema("PlanEnum"), call.level, "plan")
    if error:
        raise Refusal(400, error)
    return _response(call.store.put("organization", before["id"], {**before, "plan": plan}))


@handles("deleteOrganization")
def delete_organization(call: Call) -> None:
    """Delete an organization and everything in it."""
    call.store.delete_tree("organization", call.path["organizationId"])


def _response(doc: Document) -> Document:
    plan = {"plan": doc["plan"], "audit_logs_retention_in_days": 30}
    return {**doc, "organization_plan": plan}


@handles("createOrganizationApiToken")
def create_token(call: Call) -> Any:
    """Create an API token; only this response contains its value."""
    organization = call.path["organizationId"]
    body = body_with_defaults(call)
    if call.store.named("apiToken", organization, body["name"]):
        raise Refusal(409, f"The name {body['name']} is taken by another token.")
    text = f"qov_{secrets.token_urlsafe(32)}"
    role = {"scope": "ADMIN", "role_name": "Admin", "role_id": body.get("role_id")}
    doc = call.store.add("apiToken", {**body, **role}, organization)
    accept(call.store, text, owner=doc["id"], organization=organization)
    return {**doc, "token": text}


@handles("getAccountInformation")
def get_account(call: Call) -> Any:
    """Return the account that the token belongs to."""
    return call.user


@handles("editAccountInformation")
def edit_account(call: Call) -> Any:
    """Update the editable fields of the account."""
    account = call.document("account", call.user["id"])
    return call.store.put("account", account["id"], {**account, **call.body})
