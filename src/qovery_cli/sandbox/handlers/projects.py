"""Projects of an organization."""

from typing import Any

from qovery_cli.sandbox.handler import Call, handles
from qovery_cli.sandbox.handlers.actions import requester
from qovery_cli.sandbox.service_kinds import kinds_at
from qovery_cli.sandbox.state import lifecycle
from qovery_cli.sandbox.state.rules import body_with_defaults, check_name
from qovery_cli.sandbox.state.store import Document


@handles("listProject")
def list_projects(call: Call) -> Any:
    """Return the projects of an organization."""
    docs = call.store.children("project", call.path["organizationId"])
    return {"results": [_response(call, doc) for doc in docs]}


@handles("createProject")
def create_project(call: Call) -> Any:
    """Create a project without environments."""
    organization = call.path["organizationId"]
    body = body_with_defaults(call)
    check_name(call, "project", organization, body["name"])
    doc = {**body, "organization": {"id": organization}}
    return _response(call, call.store.add("project", doc, organization))


@handles("getProject")
def get_project(call: Call) -> Any:
    """Return a project."""
    return _response(call, call.document("project"))


@handles("editProject")
def edit_project(call: Call) -> Any:
    """Replace name and description."""
    before = call.document("project")
    body = body_with_defaults(call)
    organization = before["organization"]
    check_name(call, "project", organization["id"], body["name"], before["id"])
    doc = {**body, "organization": organization}
    return _response(call, call.store.put("project", before["id"], doc))


@handles("deleteProject")
def delete_project(call: Call) -> None:
    """Delete a project; it is removed with the last of its environments."""
    lifecycle.delete(call.store, "project", call.path["projectId"], requester(call))


@handles("getOrganizationProjectStats")
def project_stats(call: Call) -> Any:
    """Return the number of services and environments of each project."""
    results = []
    for project in call.store.children("project", call.path["organizationId"]):
        environments = call.store.children("environment", project["id"])
        services = sum(count_services(call, environment["id"]) for environment in environments)
        number = {"service_total_number": services, "environment_total_number": len(environments)}
        results.append({"id": project["id"], **number, "number": services})
    return {"results": results}


def count_services(call: Call, environment: str) -> int:
    """Return the number of services of an environment."""
    return call.store.count(kinds_at(call.level), environment)


def _response(call: Call, doc: Document) -> Document:
    return {**doc, "associated_environments_count": call.store.count(["environment"], doc["id"])}
