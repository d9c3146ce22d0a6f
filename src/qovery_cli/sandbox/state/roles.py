"""Roles of the members and tokens of an organization: the built-in ones and custom ones.

API 1.0.3 has the four values of ``role``, which API 1.0.4 still shows; DEVELOPER stands for DevOps
and for every custom role.
"""

import uuid

from qovery_cli.sandbox.state.store import Document, Store

CUSTOM_ROLE = "customRole"
#: The built-in roles: word, name, and value of ``role``.
_BUILT_IN = (
    ("OWNER", "Owner", "OWNER"),
    ("ADMIN", "Admin", "ADMIN"),
    ("DEVOPS", "DevOps", "DEVELOPER"),
    ("VIEWER", "Viewer", "VIEWER"),
    ("BILLING_MANAGER", "Billing Manager", "VIEWER"),
)


def role_id(word: str) -> str:
    """Return the id of a built-in role, the same in every organization."""
    return str(uuid.uuid5(uuid.NAMESPACE_URL, f"role/{word}"))


def built_in_role(role: str) -> Document:
    """Return the fields of a member or token with the first built-in role of a ``role`` value."""
    word, name = next((word, name) for word, name, value in _BUILT_IN if value == role)
    return {"role": role, "role_name": name, "role_id": role_id(word)}


def available_roles(store: Store, organization: str) -> list[Document]:
    """Return id and name of every role that a member or a token can have."""
    built_in = [{"id": role_id(word), "name": name} for word, name, _ in _BUILT_IN]
    custom = store.children(CUSTOM_ROLE, organization)
    return [*built_in, *({"id": doc["id"], "name": doc["name"]} for doc in custom)]


def role_fields(store: Store, organization: str, id: str) -> Document | None:
    """Return the fields of a member or token with the role of an id; None for an unknown one."""
    for word, name, role in _BUILT_IN:
        if role_id(word) == id:
            return {"role": role, "role_name": name, "role_id": id}
    for doc in store.children(CUSTOM_ROLE, organization):
        if doc["id"] == id:
            return {"role": "DEVELOPER", "role_name": doc["name"], "role_id": id}
    return None
