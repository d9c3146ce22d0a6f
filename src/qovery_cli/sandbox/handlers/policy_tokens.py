"""Policy API tokens: tokens whose requests an Open Policy Agent policy allows or denies.

The sandbox checks that a policy has an ``allow`` rule, but evaluates none: every request with such
a token is allowed until it expires.
"""

import re
import secrets

from qovery_cli.sandbox.datetimes import seconds
from qovery_cli.sandbox.handler import Call, Refusal
from qovery_cli.sandbox.handlers.collection import Collection, body_fields, handlers_of, without
from qovery_cli.sandbox.handlers.members import chosen_role
from qovery_cli.sandbox.state.roles import built_in_role
from qovery_cli.sandbox.state.store import Document
from qovery_cli.sandbox.state.tokens import accept

_ALLOW = re.compile(r"^\s*(default\s+)?allow\b", re.MULTILINE)


def _fields(call: Call, before: Document | None) -> Document:
    body = body_fields(call, before)
    if _ALLOW.search(body["opa_policy"]) is None:
        raise Refusal(400, "opa_policy must define an allow rule.")
    expires = body.get("expires_at")
    if expires and seconds(expires) <= call.now:
        raise Refusal(400, "expires_at must be in the future.")
    id = body.get("role_id")
    return {**body, **(chosen_role(call, id) if id else built_in_role("ADMIN"))}


def _with_token(call: Call, doc: Document) -> Document:
    token = f"sk-qov-01-{secrets.token_urlsafe(32)}"
    organization = call.path["organizationId"]
    accept(call.store, token, owner=doc["id"], organization=organization)
    return {**without(doc, "opa_policy"), "token": token, "user_sub": f"policy|{doc['id']}"}


HANDLERS = handlers_of(
    Collection(
        kind="policyApiToken",
        noun="policy API token",
        item="policyApiTokenId",
        lists="listOrganizationPolicyApiTokens",
        creates="createOrganizationPolicyApiToken",
        deletes="deleteOrganizationPolicyApiToken",
        fields=_fields,
        created=_with_token,
    )
)
