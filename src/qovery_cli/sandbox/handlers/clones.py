"""Clone operations for environments and services."""

from typing import Any

from qovery_cli.sandbox.handler import Call, Refusal, handles
from qovery_cli.sandbox.state import lifecycle
from qovery_cli.sandbox.state.clone import copy_environment, copy_service
from qovery_cli.sandbox.state.environment_defaults import cluster_for, location_fields
from qovery_cli.sandbox.state.rules import check_name


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


@handles("cloneApplication", "cloneContainer", "cloneDatabase", "cloneJob", "cloneHelm")
def clone_service(call: Call) -> Any:
    """Clone a service into an environment."""
    name, key = next(iter(call.path.items()))
    kind = name.removesuffix("Id")
    original = call.document(kind, key)
    environment = call.body["environment_id"]
    if call.store.get("environment", environment) is None:
        raise Refusal(400, f"The environment {environment} does not exist.")
    check_name(call, kind, environment, call.body["name"])
    return copy_service(call.store, kind, original, environment, call.body["name"])
