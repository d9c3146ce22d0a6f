"""Cloud provider credentials, stored without secrets; ``generic`` lists and deletes them."""

import uuid
from typing import Any

from qovery_cli.sandbox.handler import Call, Refusal, handles
from qovery_cli.sandbox.handlers.resource_kinds import words_of
from qovery_cli.sandbox.state.store import Document

#: API 1.0.4's object types of credentials, by the request's type or the path segment.
_TYPES = {
    "AWS_STATIC": "AWS",
    "AWS_ROLE": "AWS_ROLE",
    "EKS_ANYWHERE_VSPHERE_STATIC": "EKS_ANYWHERE_VSPHERE",
    "EKS_ANYWHERE_VSPHERE_ROLE": "EKS_ANYWHERE_VSPHERE",
    "aws": "AWS",
    "scaleway": "SCW",
    "azure": "AZURE",
    "gcp": "GCP",
}
_CLOUDS = ("aws", "scaleway", "digitalOcean", "gcp", "azure", "onPremise")


@handles(
    "createAWSCredentials",
    "createScalewayCredentials",
    "createDOCredentials",
    "createGcpCredentials",
    "createAzureCredentials",
    "createOnPremiseCredentials",
)
def create(call: Call) -> Any:
    """Create credentials."""
    kind, _ = words_of(call.operation.path)
    doc = {**_facts(call, kind), "id": str(uuid.uuid4())}
    return call.store.add(kind, doc, call.path["organizationId"])


@handles(
    "editAWSCredentials",
    "editScalewayCredentials",
    "editDOCredentials",
    "editGcpCredentials",
    "editAzureCredentials",
    "editOnPremiseCredentials",
)
def edit(call: Call) -> Any:
    """Replace credentials."""
    kind, _ = words_of(call.operation.path.rpartition("/")[0])
    key = call.path["credentialsId"]
    if call.store.parent(kind, key) != call.path["organizationId"]:
        raise Refusal(404, f"No credentials with the id {key} were found.")
    return call.store.put(kind, key, _facts(call, kind))


@handles("listOrganizationCredentials")
def list_all(call: Call) -> Any:
    """Return the credentials of all clouds, each with the clusters that use them."""
    organization = call.path["organizationId"]
    clusters = call.store.children("cluster", organization)
    results = []
    for cloud in _CLOUDS:
        for doc in call.store.children(f"{cloud}/credentials", organization):
            users = [cluster for cluster in clusters if _uses(call, cluster, doc["id"])]
            results.append({"credential": doc, "clusters": users})
    return {"results": results}


def _facts(call: Call, kind: str) -> Document:
    cloud = kind.partition("/")[0]
    body = call.body
    object_type = _TYPES.get(str(body.get("type"))) or _TYPES.get(cloud, "OTHER")
    public = {name: value for name, value in body.items() if "secret" not in name}
    return {**public, "object_type": object_type}


def _uses(call: Call, cluster: Document, key: str) -> bool:
    info = call.store.get("cloudProviderInfo", cluster["id"]) or {}
    return (info.get("credentials") or {}).get("id") == key
