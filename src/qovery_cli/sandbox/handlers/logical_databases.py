"""Credentials of logical databases; ``generic`` handles the rest."""

from typing import Any

from qovery_cli.sandbox.handler import Call, handles
from qovery_cli.sandbox.state.builtin_variables import credentials
from qovery_cli.sandbox.state.store import Document

_KIND = "logicalDatabase"
_CREDENTIALS = "logicalDatabaseCredentials"


@handles("getLogicalDatabaseCredentials")
def get_credentials(call: Call) -> Any:
    """Return host and port of the server, with the logical database's own login."""
    doc = _logical(call)
    server = credentials(call.document("database", call.store.parent(_KIND, doc["id"]) or ""))
    defaults = {"login": doc["name"], "password": f"{server['password']}-{doc['id'][:4]}"}
    stored = call.store.get(_CREDENTIALS, doc["id"]) or {}
    return {**server, **defaults, **stored}


@handles("editLogicalDatabaseCredentials")
def edit_credentials(call: Call) -> Any:
    """Replace login and password."""
    key = _logical(call)["id"]
    call.store.delete(_CREDENTIALS, key)
    call.store.add(_CREDENTIALS, {**call.body, "id": key}, key)
    return get_credentials(call)


def _logical(call: Call) -> Document:
    return call.document(_KIND, call.path["logicalDatabaseId"])
