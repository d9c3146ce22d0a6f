"""Authentication: the tokens that the sandbox accepts.

The seeded token and created API tokens are accepted with the schemes ``Bearer`` and ``Token``. Only
a token's hash is stored; deleting the API token deletes it too.
"""

import hashlib

from qovery_cli.sandbox.datetimes import seconds
from qovery_cli.sandbox.handler import Refusal
from qovery_cli.sandbox.state.store import Document, Store

#: The token of every sandbox.
TOKEN = "sandbox"  # known to everybody, good for nothing else
_KIND = "credential"


def accept(store: Store, token: str, *, owner: str | None, organization: str | None = None) -> None:
    """Accept a token from now on.

    ``owner`` is the document it is deleted with, ``organization`` the only one it may access.
    """
    doc = {"id": _hash(token), "organization": organization}
    store.add(_KIND, doc, owner)


def user_of(store: Store, authorization: str | None) -> Document:
    """Return the account behind an Authorization header; Refusal 401 if it is not accepted.

    The account of an API token has ``organization``, the id of the only one it may access, and
    ``token``, its name, which events show instead of a user.
    """
    scheme, _, token = (authorization or "").partition(" ")
    if scheme.lower() not in ("bearer", "token") or not token.strip():
        raise Refusal(401, "No access token was sent.")
    document = store.get(_KIND, _hash(token.strip()))
    owner = _owner(store, document["id"]) if document is not None else {}
    expires = owner.get("expires_at")
    if document is None or (expires and seconds(expires) <= store.clock()):
        raise Refusal(401, "The access token is not valid here.")
    accounts = store.all("account")
    account = accounts[0] if accounts else {"id": ""}
    return {
        **account,
        "organization": document["organization"],
        "token": owner.get("name"),
    }


def _owner(store: Store, key: str) -> Document:
    """Return the API token that a credential belongs to, {} for that of the account."""
    owner = store.parent(_KIND, key)
    return (store.get(store.kind_of(owner) or "", owner) if owner else None) or {}


def _hash(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
