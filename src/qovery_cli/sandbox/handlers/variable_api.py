"""The operations below ``/variable``, for variables and secrets of every scope."""

from typing import Any

from qovery_cli.sandbox.handler import Call, Refusal, handles
from qovery_cli.sandbox.handlers.variables import fields
from qovery_cli.sandbox.state import variables
from qovery_cli.sandbox.state.store import Document
from qovery_cli.sandbox.state.variable_import import import_variables
from qovery_cli.sandbox.state.variable_scope import (
    KIND,
    Owner,
    entry_for_level,
    entry_with_key,
    owners,
    visible,
)

#: Scopes whose kind of resource is not the scope in lower case.
_KINDS = {"AGENTIC_WORKFLOW": "agenticWorkflow"}


@handles("listVariables")
def list_variables(call: Call) -> Any:
    """Return the variables and secrets visible at a scope."""
    owner = _owner(call, call.query["scope"], call.query["parent_id"])
    entries = visible(call.store, owner)
    if "is_secret" in call.query:
        entries = [entry for entry in entries if entry["is_secret"] == call.flag("is_secret")]
    return {"results": [entry_for_level(entry, call.level, "any") for entry in entries]}


@handles("createVariable")
def create_variable(call: Call) -> Any:
    """Create a variable or secret; 409 with the scope of the existing one if the key is taken."""
    body = call.body
    owner = _owner(call, body["variable_scope"], body["variable_parent_id"])
    before = entry_with_key(call.store, owner, body["key"])
    if before is not None:
        more = {"existing_variable": _scope_fields(call, owner)}
        raise Refusal(409, f"{body['key']} exists already.", more=more)
    key, value = body["key"], body.get("value") or ""
    entry = variables.create(call.store, owner, key, value, body["is_secret"], **fields(body))
    return entry_for_level(entry, call.level, "any")


@handles("createVariableAlias")
def create_alias(call: Call) -> Any:
    """Create an alias of a variable or secret."""
    body, id = call.body, call.path["variableId"]
    owner = _owner(call, body["alias_scope"], body["alias_parent_id"])
    entry = variables.alias(call.store, owner, id, body["key"], **fields(body))
    return entry_for_level(entry, call.level, "any")


@handles("createVariableOverride")
def create_override(call: Call) -> Any:
    """Create an override of a variable or secret of a wider scope."""
    body, id = call.body, call.path["variableId"]
    owner = _owner(call, body["override_scope"], body["override_parent_id"])
    entry = variables.override(call.store, owner, id, body["value"], **fields(body))
    return entry_for_level(entry, call.level, "any")


@handles("editVariable")
def edit_variable(call: Call) -> Any:
    """Change key and value of a variable or secret; an omitted value stays."""
    owner, id = _owner_of(call), call.path["variableId"]
    value = call.body.get("value")
    entry = variables.edit(call.store, owner, id, call.body["key"], value, **fields(call.body))
    return entry_for_level(entry, call.level, "any")


@handles("deleteVariable")
def delete_variable(call: Call) -> None:
    """Delete a variable or secret, its aliases and overrides."""
    variables.delete(call.store, _owner_of(call), call.path["variableId"])


@handles("importEnvironmentVariables")
def import_all(call: Call) -> Any:
    """Import many variables and secrets of a service at once."""
    owner = _owner(call, call.query["service_type"], call.query["service_id"])
    overwrite = bool(call.body.get("overwrite"))
    return import_variables(call.store, owner, call.body["vars"], overwrite)


def _owner(call: Call, scope: str, parent: str) -> Owner:
    if scope == "BUILT_IN":
        raise Refusal(400, "Nothing can be created at the scope BUILT_IN.")
    kind = _KINDS.get(scope, scope.lower())
    return Owner(kind, call.document(kind, parent)["id"])


def _owner_of(call: Call) -> Owner:
    """Return the owner of the variable in the path.

    404 for a built-in variable: its id alone does not identify its owner.
    """
    id = call.path["variableId"]
    parent = call.store.parent(KIND, id)
    if parent is None:
        raise Refusal(404, f"No variable with the id {id} was found.")
    return Owner(call.store.kind_of(parent) or "", parent)


def _scope_fields(call: Call, owner: Owner) -> Document:
    ids = {source.kind: source.id for source in owners(call.store, owner)}
    project = ids.get("project", "")
    service = owner.id if owner.kind not in ("project", "environment") else None
    return {
        "organization_id": call.store.parent("project", project),
        "project_id": project,
        "environment_id": ids.get("environment"),
        "service_id": service,
    }
