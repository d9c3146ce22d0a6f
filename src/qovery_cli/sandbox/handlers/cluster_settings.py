"""Provider info, routes, readiness and logs of clusters."""

from typing import Any

from qovery_cli.sandbox.datetimes import iso
from qovery_cli.sandbox.handler import Call, Refusal, handles
from qovery_cli.sandbox.handlers.clusters import is_ready
from qovery_cli.sandbox.state.store import Document

_INFO = "cloudProviderInfo"
_ROUTES = "routingTable"
_CREDENTIALS = ("aws/credentials", "scaleway/credentials", "digitalOcean/credentials")


@handles("getOrganizationCloudProviderInfo")
def get_info(call: Call) -> Any:
    """Return provider, region and credentials; before they are set, the cluster's own fields."""
    return call.store.get(_INFO, call.path["clusterId"]) or _own_info(call)


@handles("specifyClusterCloudProviderInfo")
def set_info(call: Call) -> Any:
    """Set provider, region and credentials; the cluster is then ready to be deployed."""
    key = call.path["clusterId"]
    body = {name: value for name, value in call.body.items() if value is not None}
    credentials = body.get("credentials") or {}
    if credentials.get("id"):
        document = _credentials(call, credentials["id"])
        body["credentials"] = {"id": document["id"], "name": document["name"]}
    return _keep(call, _INFO, key, {**_own_info(call), **body})


@handles("getClusterReadinessStatus")
def readiness(call: Call) -> Any:
    """Return whether the cluster can be deployed."""
    return {"is_ready": is_ready(call, call.path["clusterId"])}


@handles("getRoutingTable")
def get_routes(call: Call) -> Any:
    """Return the routes; the response key differs from the request's."""
    stored = call.store.get(_ROUTES, call.path["clusterId"]) or {}
    return {"results": stored.get("routes", [])}


@handles("editRoutingTable")
def set_routes(call: Call) -> Any:
    """Replace all routes."""
    stored = _keep(call, _ROUTES, call.path["clusterId"], {"routes": call.body["routes"]})
    call.store.record("cluster", stored["id"], None, "EDIT")
    return {"results": stored["routes"]}


@handles("listClusterLogs")
def list_logs(call: Call) -> Any:
    """Return the log of the latest execution on the cluster, oldest entry first."""
    cluster = call.document("cluster")
    actions = [a for a in call.store.actions(target=cluster["id"]) if a.action in _STEPS]
    if not actions:
        return {"results": []}
    last = actions[-1]
    begun, done = _STEPS[last.action]
    second, verb = 1 / last.speed, last.action.lower()
    entries = [
        _entry(cluster, last.at, "LoadConfiguration", "Loading the configuration."),
        _entry(cluster, last.at + second, "ValidateSystemRequirements", "Checking what is needed."),
        _entry(cluster, last.at + 2 * second, begun, f"Preparing to {verb} the cluster."),
    ]
    ended = last.at + 30 * second
    if ended <= call.now:
        failed = bool(set(last.detail.get("faults", ())) - {"weird-state"})
        entries.append(
            _failure(cluster, ended, f"{begun}Error")
            if failed
            else _entry(cluster, ended, done, "Done.")
        )
    return {"results": entries}


_STEPS = {
    "DEPLOY": ("Create", "Created"),
    "UPDATE": ("Create", "Created"),
    "STOP": ("Pause", "Paused"),
    "DELETE": ("Delete", "Deleted"),
}


def _entry(cluster: Document, at: float, step: str, text: str) -> Document:
    details = _details(cluster)
    message = {"safe_message": text}
    return {
        "type": "info",
        "timestamp": iso(at),
        "step": step,
        "message": message,
        "details": details,
    }


def _failure(cluster: Document, at: float, step: str) -> Document:
    return {
        "type": "error",
        "timestamp": iso(at),
        "step": step,
        "error": {
            "tag": "CANNOT_UNINSTALL_HELM_CHART",
            "user_log_message": "A chart of the cluster could not be changed.",
            "link": "https://docs.acme.test/errors/helm",
            "hint_message": "Look at the chart's events, then try again.",
            "event_details": _details(cluster),
            "underlying_error": {"message": "timed out waiting for the condition"},
        },
    }


def _details(cluster: Document) -> Document:
    short = "z" + cluster["id"][:8]
    transmitter = {"type": "kubernetes", "id": short, "name": cluster["name"]}
    provider = str(cluster["cloud_provider"]).lower()
    return {"provider_kind": provider, "region": cluster["region"], "transmitter": transmitter}


def _own_info(call: Call) -> Document:
    cluster = call.document("cluster")
    return {"cloud_provider": cluster["cloud_provider"], "region": cluster["region"]}


def _credentials(call: Call, key: str) -> Document:
    for kind in _CREDENTIALS:
        document = call.store.get(kind, key)
        if document is not None:
            return document
    raise Refusal(400, f"The credentials {key} do not exist.")


def _keep(call: Call, kind: str, key: str, doc: Document) -> Document:
    if call.store.get(kind, key) is None:
        return call.store.add(kind, {**doc, "id": key}, key)
    return call.store.put(kind, key, doc)
