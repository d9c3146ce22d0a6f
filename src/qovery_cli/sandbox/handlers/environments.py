"""Environments of a project and their deployment rules."""

from typing import Any

from qovery_cli.sandbox.handler import Call, Refusal, handles
from qovery_cli.sandbox.handlers.actions import requester
from qovery_cli.sandbox.handlers.projects import count_services
from qovery_cli.sandbox.state import lifecycle
from qovery_cli.sandbox.state.clone import copy_environment
from qovery_cli.sandbox.state.environment_defaults import (
    cluster_for,
    location_fields,
    new_environment,
)
from qovery_cli.sandbox.state.rule_matching import rule_for
from qovery_cli.sandbox.state.rules import body_with_defaults, check_name
from qovery_cli.sandbox.state.store import Document


@handles("listEnvironment")
def list_environments(call: Call) -> Any:
    """Return the environments of a project."""
    return {"results": call.store.children("environment", call.path["projectId"])}


@handles("createEnvironment")
def create_environment(call: Call) -> Any:
    """Create an environment.

    Cluster, mode and times come from the body, then from the first deployment rule of the project
    that matches the name, then the default cluster and DEVELOPMENT apply.
    """
    project = call.document("project")
    body = body_with_defaults(call)
    check_name(call, "environment", project["id"], body["name"])
    rule = rule_for(call.store.children("deploymentRule", project["id"]), body["name"])
    cluster = cluster_for(
        call.store, project, body.get("cluster") or (rule or {}).get("cluster_id")
    )
    doc = {
        "name": body["name"],
        "mode": body.get("mode") or (rule or {}).get("mode") or "DEVELOPMENT",
        "last_updated_by": call.user["id"],
        **location_fields(project, cluster),
    }
    return new_environment(call.store, doc, rule)


@handles("getEnvironment")
def get_environment(call: Call) -> Any:
    """Return an environment."""
    return call.document("environment")


@handles("editEnvironment")
def edit_environment(call: Call) -> Any:
    """Change name and mode; the cluster stays."""
    before = call.document("environment")
    name = call.body.get("name", before["name"])
    check_name(call, "environment", before["project"]["id"], name, before["id"])
    changed = {"name": name, "mode": call.body.get("mode") or before["mode"]}
    doc = {**before, **changed, "last_updated_by": call.user["id"]}
    return call.store.put("environment", before["id"], doc)


@handles("deleteEnvironment")
def delete_environment(call: Call) -> None:
    """Delete an environment and its services, by an action if any was deployed."""
    lifecycle.delete(call.store, "environment", call.path["environmentId"], requester(call))


@handles("cloneEnvironment")
def clone_environment(call: Call) -> Any:
    """Clone an environment, optionally to another cluster, project or mode."""
    original = call.document("environment")
    body = call.body
    project = call.document("project", body.get("project_id") or original["project"]["id"])
    check_name(call, "environment", project["id"], body["name"])
    lifecycle.raise_if_busy(call.store, original["id"], call.now)
    cluster = cluster_for(call.store, project, body.get("cluster_id") or original["cluster_id"])
    doc = {
        "name": body["name"],
        "mode": body.get("mode") or original["mode"],
        "last_updated_by": call.user["id"],
        **location_fields(project, cluster),
    }
    return copy_environment(call.store, original["id"], doc)


@handles("getEnvironmentStatus")
def environment_status(call: Call) -> Any:
    """Return the status of an environment."""
    key = call.path["environmentId"]
    return lifecycle.environment_status(call.store, key, call.now, call.level)


@handles("getProjectEnvironmentsStatus")
def environment_statuses(call: Call) -> Any:
    """Return the status of every environment of a project."""
    docs = call.store.children("environment", call.path["projectId"])
    return {
        "results": [
            lifecycle.environment_status(call.store, doc["id"], call.now, call.level)
            for doc in docs
        ]
    }


@handles("getProjectEnvironmentServiceNumber")
def environment_stats(call: Call) -> Any:
    """Return the number of services of each environment of a project."""
    results = []
    for doc in call.store.children("environment", call.path["projectId"]):
        number = count_services(call, doc["id"])
        results.append({"id": doc["id"], "service_total_number": number, "number": number})
    return {"results": results}


@handles("getEnvironmentDeploymentRule")
def get_rule(call: Call) -> Any:
    """Return the deployment rule of an environment; it has exactly one."""
    return _rule(call)


@handles("editEnvironmentDeploymentRule")
def edit_rule(call: Call) -> Any:
    """Replace the deployment rule of an environment."""
    before = _rule(call)
    if before["id"] != call.path["deploymentRuleId"]:
        raise Refusal(404, "The environment has no such deployment rule.")
    doc = {"auto_preview": before.get("auto_preview", False), **body_with_defaults(call)}
    return call.store.put("deploymentRule", before["id"], doc)


def _rule(call: Call) -> Document:
    return call.store.children("deploymentRule", call.path["environmentId"])[0]
