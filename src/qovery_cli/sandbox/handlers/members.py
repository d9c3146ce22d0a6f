"""Members and invitations of an organization."""

import secrets
from typing import Any

from qovery_cli.sandbox.handler import Call, Refusal, handles
from qovery_cli.sandbox.handlers.collection import Collection, handlers_of
from qovery_cli.sandbox.schema import string_formats
from qovery_cli.sandbox.state.roles import built_in_role, role_fields
from qovery_cli.sandbox.state.store import Document

_MEMBER = "member"
_INVITED = "inviteMember"
_ACCOUNT_ROLE = "account_role"


@handles("getOrganizationMembers")
def list_members(call: Call) -> Any:
    """Return the members."""
    return {"results": _members(call)}


@handles("deleteMember@1.0.3", "deleteMember@1.0.4")
def remove_member(call: Call) -> None:
    """Remove a member other than the owner; the user is in the path or in the body."""
    member = _member(call, call.path.get("userId") or call.body.get("user_id"))
    if member["role"] == "OWNER":
        raise Refusal(403, "The owner of an organization cannot be removed.")
    if member["id"] == call.user["id"]:
        _give_account(call, None)
    if call.store.parent(_MEMBER, member["id"]) == call.path["organizationId"]:
        call.store.delete(_MEMBER, member["id"])


@handles("editOrganizationMemberRole")
def change_role(call: Call) -> None:
    """Change the role of a member."""
    member = _member(call, call.body["user_id"])
    role = chosen_role(call, call.body["role_id"])
    if "OWNER" in (role["role"], member["role"]):
        raise Refusal(400, "role_id cannot give or take ownership: it is transferred instead.")
    _give(call, member, role)


@handles("postOrganizationTransferOwnership")
def transfer(call: Call) -> None:
    """Transfer the ownership; the former owner becomes an administrator."""
    heir = _member(call, call.body["user_id"])
    for member in _members(call):
        if member["role"] == "OWNER":
            _give(call, member, built_in_role("ADMIN"))
    _give(call, heir, built_in_role("OWNER"))
    organization = call.document("organization")
    call.store.put("organization", organization["id"], {**organization, "owner": heir["id"]})


@handles("postInviteMember")
def invite(call: Call) -> Any:
    """Invite a user; 409 for an existing member or invitation."""
    organization = call.document("organization")
    email = _email(call.body["email"])
    people = call.store.children(_INVITED, organization["id"])
    people += _members(call)
    if any(person.get("email", "").casefold() == email.casefold() for person in people):
        raise Refusal(409, f"{email} is invited or a member already.")
    doc = {
        **call.body,
        **_invited_role(call),
        "invitation_status": "PENDING",
        "invitation_link": f"https://join.acme.test/{secrets.token_urlsafe(6)}",
        "inviter": call.user.get("name", ""),
        "organization_name": organization["name"],
    }
    return call.store.add(_INVITED, doc, organization["id"])


@handles("postAcceptInviteMember")
def accept(call: Call) -> Any:
    """Accept an invitation; 409 if it has expired."""
    invited = _invited(call)
    if invited["invitation_status"] != "PENDING":
        raise Refusal(409, "The invitation has expired.")
    name = invited["email"].partition("@")[0]
    role = {field: invited.get(field) for field in ("role", "role_name", "role_id")}
    member = {"email": invited["email"], "name": name, "nickname": name, **role}
    call.store.add(_MEMBER, member, call.path["organizationId"])
    call.store.delete(_INVITED, invited["id"])
    return invited


HANDLERS = handlers_of(
    Collection(
        kind=_INVITED,
        noun="invitation",
        item="inviteId",
        lists="getOrganizationInvitedMembers",
        gets="getMemberInvitation",
        deletes="deleteInviteMember",
    )
)


def _members(call: Call) -> list[Document]:
    """Return the members; the account that created the organization is first.

    An account has one id in all its organizations, so each organization stores its role.
    """
    organization = call.document("organization")
    docs = call.store.children(_MEMBER, organization["id"])
    account, role = call.user, organization.get(_ACCOUNT_ROLE, built_in_role("OWNER"))
    if role is None or any(doc["id"] == account["id"] for doc in docs):
        return docs
    return [{**account, **role}, *docs]


def _give(call: Call, member: Document, role: Document) -> None:
    if call.store.parent(_MEMBER, member["id"]) == call.path["organizationId"]:
        call.store.put(_MEMBER, member["id"], {**member, **role})
    else:
        names = ("role", "role_name", "role_id")
        _give_account(call, {**{name: member.get(name) for name in names}, **role})


def _give_account(call: Call, role: Document | None) -> None:
    organization = call.document("organization")
    changed = {**organization, _ACCOUNT_ROLE: role}
    call.store.put("organization", organization["id"], changed)


def _invited_role(call: Call) -> Document:
    if call.body.get("role_id"):
        return chosen_role(call, call.body["role_id"])
    return built_in_role(call.body.get("role") or "VIEWER")


def chosen_role(call: Call, id: str) -> Document:
    """Return the fields of the role that a request chooses; 400 for an unknown one."""
    role = role_fields(call.store, call.path["organizationId"], id)
    if role is None:
        raise Refusal(400, f"role_id {id} does not exist.")
    return role


def _email(text: str) -> str:
    try:
        return string_formats.email(text)
    except ValueError:
        raise Refusal(400, "email must be an e-mail address.") from None


def _member(call: Call, key: Any) -> Document:
    match = next((member for member in _members(call) if member["id"] == key), None)
    if match is None:
        raise Refusal(404, f"No member with the id {key} was found.")
    return match


def _invited(call: Call) -> Document:
    key = call.path["inviteId"]
    if call.store.parent(_INVITED, key) != call.path["organizationId"]:
        raise Refusal(404, f"No invitation with the id {key} was found.")
    return call.document(_INVITED, key)
