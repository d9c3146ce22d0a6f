"""Clusters of an organization: settings, status, deploy and stop."""

from typing import Any

from qovery_cli.catalog.states import has_ended
from qovery_cli.sandbox.datetimes import iso
from qovery_cli.sandbox.handler import Call, Refusal, handles
from qovery_cli.sandbox.state import lifecycle
from qovery_cli.sandbox.state.clouds import chosen_features, size_of
from qovery_cli.sandbox.state.deletions import remove
from qovery_cli.sandbox.state.rules import body_with_defaults
from qovery_cli.sandbox.state.secret_managers import with_ids
from qovery_cli.sandbox.state.store import Document

_INFO = "cloudProviderInfo"


@handles("listOrganizationCluster")
def list_clusters(call: Call) -> Any:
    """Return the clusters of an organization."""
    docs = call.store.children("cluster", call.path["organizationId"])
    return {"results": [_response(call, doc) for doc in docs]}


@handles("createCluster")
def create_cluster(call: Call) -> Any:
    """Create a cluster; the first one of an organization is its default."""
    organization = call.path["organizationId"]
    first = not call.store.children("cluster", organization)
    doc = {**_facts(call, {}), "is_default": first, "organization": {"id": organization}}
    stored = call.store.add("cluster", doc, organization)
    info = call.body.get("cloud_provider_credentials")
    if info:
        call.store.add(_INFO, {**info, "id": stored["id"]}, stored["id"])
    return _response(call, stored)


@handles("editCluster")
def edit_cluster(call: Call) -> Any:
    """Replace a cluster's settings; provider, region and Kubernetes type stay."""
    before = call.document("cluster")
    names = ("cloud_provider", "region", "is_default", "organization", "kubernetes")
    unchanged = {name: before[name] for name in names if name in before}
    doc = call.store.put("cluster", before["id"], {**_facts(call, before), **unchanged})
    call.store.record("cluster", before["id"], None, "EDIT")
    return _response(call, doc)


@handles("deleteCluster")
def delete_cluster(call: Call) -> None:
    """Delete a cluster without environments; otherwise 403, as no 409 is documented."""
    key = call.path["clusterId"]
    users = [doc for doc in call.store.all("environment") if doc["cluster_id"] == key]
    if users and call.query.get("deleteMode", "DEFAULT") == "DEFAULT":
        raise Refusal(403, f"{len(users)} environments still run on the cluster.")
    for doc in users:
        remove(call.store, "environment", doc["id"])
    lifecycle.delete(call.store, "cluster", key)


@handles("getClusterStatus")
def cluster_status(call: Call) -> Any:
    """Return the status of a cluster."""
    return _status(call, call.path["clusterId"])


@handles("getOrganizationClusterStatus")
def cluster_statuses(call: Call) -> Any:
    """Return the status of every cluster of an organization."""
    docs = call.store.children("cluster", call.path["organizationId"])
    return {"results": [_status(call, doc["id"]) for doc in docs]}


@handles("deployCluster", "UpdateCluster", "upgradeCluster")
def deploy_cluster(call: Call) -> Any:
    """Install or update a cluster; 400 without credentials."""
    key = call.path["clusterId"]
    if not is_ready(call, key):
        raise Refusal(400, "The cluster has no cloud provider credentials yet.")
    action = "DEPLOY" if call.operation.key == "deployCluster" else "UPDATE"
    detail = {"dry_run": True} if call.flag("dry_run") else {}
    lifecycle.record_action(call.store, "cluster", key, action, detail=detail)
    return _status(call, key)


@handles("StopCluster")
def stop_cluster(call: Call) -> Any:
    """Stop a cluster that runs (409 otherwise)."""
    key = call.path["clusterId"]
    state = _status(call, key)["status"]
    if state in ("STOPPED", "READY") or not has_ended(state):
        raise Refusal(409, "The cluster is stopped already, or an operation is in progress.")
    lifecycle.record_action(call.store, "cluster", key, "STOP")
    return _status(call, key)


def is_ready(call: Call, cluster: str) -> bool:
    """Return whether a cluster has the credentials required to deploy it."""
    info = call.store.get(_INFO, cluster) or {}
    return bool((info.get("credentials") or {}).get("id"))


def _facts(call: Call, before: Document) -> Document:
    """Return the fields of a cluster that the request sets; Refusal 400 for invalid ones."""
    body = body_with_defaults(call)
    body.pop("cloud_provider_credentials", None)
    low, high = body["min_running_nodes"], body["max_running_nodes"]
    if low < 1 or high < low:
        raise Refusal(400, "min_running_nodes must be between 1 and max_running_nodes.")
    if body.get("kubernetes") == "K3S" and (low, high) != (1, 1):
        raise Refusal(400, "max_running_nodes of a K3S cluster must be 1.")
    cpu, memory = size_of(body["cloud_provider"], body.get("instance_type"))
    return {
        "kubernetes": "MANAGED",
        "production": False,
        "ssh_keys": [],
        **body,
        "secret_manager_accesses": with_ids(
            body.get("secret_manager_accesses") or (),
            before.get("secret_manager_accesses") or (),
            iso(call.now),
        ),
        "features": chosen_features(body["cloud_provider"], body.get("features")),
        "cpu": cpu,
        "memory": memory,
        "estimated_cloud_provider_cost": low * cpu // 1000 * 35,
        "has_access": True,
        "version": "1.23",
    }


def _status(call: Call, cluster: str) -> Document:
    return lifecycle.cluster_status(call.store, cluster, call.now, call.level)


def _response(call: Call, doc: Document) -> Document:
    status = _status(call, doc["id"])
    return {
        **doc,
        "status": status["status"],
        "is_demo": False,
        "deployment_status": _deployment_status(call, doc["id"], status["is_deployed"]),
    }


def _deployment_status(call: Call, cluster: str, deployed: bool) -> str:
    if not deployed:
        return "NEVER_DEPLOYED"
    actions = [action.action for action in call.store.actions(target=cluster)]
    last = next(
        (latest for latest in reversed(actions) if latest in ("EDIT", "DEPLOY", "UPDATE")), ""
    )
    return "OUT_OF_DATE" if last == "EDIT" else "UP_TO_DATE"
