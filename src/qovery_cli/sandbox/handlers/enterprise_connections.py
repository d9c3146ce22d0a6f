"""Single sign-on connections of an organization; they are set up by Qovery and keep their name."""

from typing import Any

from qovery_cli.sandbox.handler import Call, Refusal, handles
from qovery_cli.sandbox.state.roles import available_roles
from qovery_cli.sandbox.state.store import Document

_KIND = "enterpriseConnection"


@handles("listOrganizationEnterpriseConnections")
def list_connections(call: Call) -> Any:
    """Return the connections."""
    return {"results": call.store.children(_KIND, call.path["organizationId"])}


@handles("getOrganizationEnterpriseConnection")
def get_connection(call: Call) -> Any:
    """Return the connection with the name in the path."""
    return _connection(call)


@handles("updateOrganizationEnterpriseConnection")
def update_connection(call: Call) -> Any:
    """Replace the default role and the mapping of groups; both must name existing roles."""
    before = _connection(call)
    body = call.body
    if body["connection_name"] != before["connection_name"]:
        raise Refusal(400, "connection_name must be the name in the path.")
    for role in (body["default_role"], *body["group_mappings"]):
        _check_role(call, role)
    return call.store.put(_KIND, before["id"], dict(body))


def _check_role(call: Call, role: str) -> None:
    """Reject anything but the id of a role or the name of a built-in one, in any case."""
    roles = available_roles(call.store, call.path["organizationId"])
    known = {doc["id"] for doc in roles} | {doc["name"].casefold() for doc in roles}
    if role.casefold() not in known:
        raise Refusal(400, f"The role {role} does not exist.")


def _connection(call: Call) -> Document:
    name = call.path["connectionName"]
    for doc in call.store.children(_KIND, call.path["organizationId"]):
        if doc["connection_name"] == name:
            return doc
    raise Refusal(404, f"No enterprise connection with the name {name} was found.")
