"""Custom roles, and the roles that members and tokens can have.

A custom role has a permission for every cluster and every project. Those that a request leaves out,
and those of a new role, are the weakest ones.
"""

from typing import Any

from qovery_cli.sandbox.handler import Call, Refusal, handles
from qovery_cli.sandbox.handlers.collection import Collection, body_fields, handlers_of
from qovery_cli.sandbox.state.roles import CUSTOM_ROLE, available_roles, built_in_role
from qovery_cli.sandbox.state.store import Document

_MODES = ("DEVELOPMENT", "PREVIEW", "STAGING", "PRODUCTION")
_LOWEST_CLUSTER, _LOWEST_PROJECT = "VIEWER", "NO_ACCESS"


@handles("listOrganizationAvailableRoles")
def list_available(call: Call) -> Any:
    """Return the built-in roles and the custom ones."""
    return {"results": available_roles(call.store, call.path["organizationId"])}


def _fields(call: Call, before: Document | None) -> Document:
    body = body_fields(call, before)
    clusters, projects = body.get("cluster_permissions", ()), body.get("project_permissions", ())
    for item in clusters:
        _check_reference(call, "cluster", item.get("cluster_id"))
    for item in projects:
        _check_reference(call, "project", item.get("project_id"))
        if not item.get("is_admin") and not item.get("permissions"):
            raise Refusal(400, "project_permissions.permissions is required without is_admin.")
    return {
        "name": body["name"],
        "description": body.get("description", ""),
        "clusters": {item["cluster_id"]: item.get("permission") for item in clusters},
        "projects": {item["project_id"]: item for item in projects},
    }


def _check_reference(call: Call, kind: str, id: Any) -> None:
    organization = call.path["organizationId"]
    if not isinstance(id, str) or call.store.parent(kind, id) != organization:
        raise Refusal(400, f"{kind}_id {id} does not exist in the organization.")


def _response(call: Call, doc: Document) -> Document:
    organization = call.path["organizationId"]
    clusters = call.store.children("cluster", organization)
    projects = call.store.children("project", organization)
    return {
        "id": doc["id"],
        "name": doc["name"],
        "description": doc["description"],
        "cluster_permissions": [
            {
                "cluster_id": cluster["id"],
                "cluster_name": cluster["name"],
                "permission": doc["clusters"].get(cluster["id"]) or _LOWEST_CLUSTER,
            }
            for cluster in clusters
        ],
        "project_permissions": [
            _project_permissions(project, doc["projects"].get(project["id"], {}))
            for project in projects
        ],
    }


def _project_permissions(project: Document, stored: Document) -> Document:
    is_admin = bool(stored.get("is_admin"))
    granted = {
        item.get("environment_type"): item.get("permission")
        for item in stored.get("permissions", ())
    }
    lowest = "MANAGER" if is_admin else _LOWEST_PROJECT
    modes = (
        {"environment_type": mode, "permission": lowest if is_admin else granted.get(mode, lowest)}
        for mode in _MODES
    )
    return {
        "project_id": project["id"],
        "project_name": project["name"],
        "is_admin": is_admin,
        "permissions": list(modes),
    }


def _to_viewers(call: Call, doc: Document) -> None:
    """Make the members and tokens that have a role viewers before it is deleted."""
    viewer = built_in_role("VIEWER")
    for kind in ("member", "inviteMember", "apiToken", "policyApiToken"):
        for owner in call.store.children(kind, call.path["organizationId"]):
            if owner.get("role_id") == doc["id"]:
                call.store.put(kind, owner["id"], {**owner, **viewer})


HANDLERS = handlers_of(
    Collection(
        kind=CUSTOM_ROLE,
        noun="custom role",
        item="customRoleId",
        lists="listOrganizationCustomRoles",
        creates="createOrganizationCustomRole",
        gets="getOrganizationCustomRole",
        edits="editOrganizationCustomRole",
        deletes="deleteOrganizationCustomRole",
        fields=_fields,
        response=_response,
        deleting=_to_viewers,
    )
)
