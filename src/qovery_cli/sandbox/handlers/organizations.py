"""Organizations, their API tokens, and the account."""

import secrets
from typing import Any

from qovery_cli import catalog
from qovery_cli.sandbox.handler import Call, Refusal, handles
from qovery_cli.sandbox.schema.validate import problem
from qovery_cli.sandbox.state.rules import check_name, whole_body
from qovery_cli.sandbox.state.store import Document
from qovery_cli.sandbox.state.tokens import accept

#: What an organization's document holds that no request to change it says.
_KEPT = ("plan", "owner", "account_role", "credits_in_cents", "earlier_deployments")


@handles("listOrganization")
def list_organizations(call: Call) -> Any:
    """Return all organizations; for an API token the one that it belongs to."""
    only = call.user["organization"]
    docs = [doc for doc in call.store.all("organization") if only in (None, doc["id"])]
    return {"results": [_shown(doc) for doc in docs]}


@handles("createOrganization")
def create_organization(call: Call) -> Any:
    """Keep a new organization of the account."""
    body = whole_body(call)
    check_name(call, "organization", None, body["name"])
    return _shown(call.store.add("organization", {**body, "owner": call.user["id"]}))


@handles("getOrganization")
def get_organization(call: Call) -> Any:
    """Return an organization."""
    return _shown(call.found("organization"))


@handles("editOrganization")
def edit_organization(call: Call) -> Any:
    """Replace all but the plan and the owner."""
    before = call.found("organization")
    body = whole_body(call)
    check_name(call, "organization", None, body["name"], before["id"])
    unchanged = {name: before[name] for name in _KEPT if name in before}
    return _shown(call.store.put("organization", before["id"], {**body, **unchanged}))


@handles("changePlan")
def change_plan(call: Call) -> Any:
    """Change the plan, the only way in which it changes."""
    before = call.found("organization")
    plan = call.body.get("plan", before["plan"])
    # The schema takes any text here, but not every text is a plan.
    error = problem(plan, catalog.schema("PlanEnum"), call.level, "plan")
    if error:
        raise Refusal(400, error)
    return _shown(call.store.put("organization", before["id"], {**before, "plan": plan}))


@handles("deleteOrganization")
def delete_organization(call: Call) -> None:
    """Forget an organization and everything in it."""
    call.store.delete_tree("organization", call.path["organizationId"])


def _shown(doc: Document) -> Document:
    plan = {"plan": doc["plan"], "audit_logs_retention_in_days": 30}
    return {**doc, "organization_plan": plan}


@handles("createOrganizationApiToken")
def create_token(call: Call) -> Any:
    """Make an API token that is accepted from now on; its text is in this answer only."""
    organization = call.path["organizationId"]
    body = whole_body(call)
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
    """Change what the account may change of itself."""
    account = call.found("account", call.user["id"])
    return call.store.put("account", account["id"], {**account, **call.body})
