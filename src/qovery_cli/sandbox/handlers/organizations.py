"""Organizations, their API tokens and the current account."""

import secrets
from typing import Any

from qovery_cli import catalog
from qovery_cli.sandbox.handler import Call, Refusal, handles
from qovery_cli.sandbox.handlers.collection import Collection, handlers_of
from qovery_cli.sandbox.handlers.members import chosen_role
from qovery_cli.sandbox.schema.validate import problem
from qovery_cli.sandbox.state.roles import built_in_role
from qovery_cli.sandbox.state.rules import body_with_defaults, check_name
from qovery_cli.sandbox.state.store import Document
from qovery_cli.sandbox.state.tokens import accept

#: The fields of an organization that an update does not change.
_KEPT = ("plan", "owner", "account_role", "credits_in_cents", "earlier_deployments", "onboarding")


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
    id = body.get("role_id")
    role = chosen_role(call, id) if id else built_in_role("ADMIN")
    doc = call.store.add("apiToken", {**body, "scope": "ADMIN", **role}, organization)
    accept(call.store, text, owner=doc["id"], organization=organization)
    return {**doc, "token": text}


HANDLERS = handlers_of(
    Collection(
        kind="apiToken",
        noun="API token",
        item="apiTokenId",
        lists="listOrganizationApiTokens",
        deletes="deleteOrganizationApiToken",
    )
)


@handles("getOrganizationOnboarding")
def get_onboarding(call: Call) -> Any:
    """Return the state of the organization's onboarding, and the uses named at sign-up."""
    status = call.document("organization").get("onboarding", "IN_PROGRESS")
    sign_up = call.store.get("userSignUp", call.user["id"]) or {}
    return {"status": status, "use_cases": sign_up.get("qovery_usage")}


@handles("updateOrganizationOnboarding")
def update_onboarding(call: Call) -> Any:
    """Change the state of the organization's onboarding."""
    before = call.document("organization")
    call.store.put("organization", before["id"], {**before, "onboarding": call.body["status"]})
    return get_onboarding(call)


@handles("getAccountInformation")
def get_account(call: Call) -> Any:
    """Return the account that the token belongs to."""
    return call.user


@handles("editAccountInformation")
def edit_account(call: Call) -> Any:
    """Update the editable fields of the account."""
    account = call.document("account", call.user["id"])
    return call.store.put("account", account["id"], {**account, **call.body})
