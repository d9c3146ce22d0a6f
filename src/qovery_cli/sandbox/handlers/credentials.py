"""Cloud provider credentials, stored without secrets."""

import uuid
from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from qovery_cli.sandbox.handler import Call, handles
from qovery_cli.sandbox.handlers.collection import Collection, body_fields, handlers_of
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
#: The word in operation keys, by the path segment of a cloud.
_CLOUDS: Mapping[str, str] = {
    "aws": "AWS",
    "scaleway": "Scaleway",
    "digitalOcean": "DO",
    "gcp": "Gcp",
    "azure": "Azure",
    "onPremise": "OnPremise",
}
#: Lifetime of the tokens of a Google Cloud identity federation.
_TOKEN_SECONDS = 3600


@handles("listOrganizationCredentials")
def list_all(call: Call) -> Any:
    """Return the credentials of all clouds, each with the clusters that use them."""
    organization = call.path["organizationId"]
    clusters = call.store.children("cluster", organization)
    results = []
    for cloud in (each for each in _CLOUDS if each != "digitalOcean"):
        for doc in call.store.children(f"{cloud}/credentials", organization):
            users = [cluster for cluster in clusters if _uses(call, cluster, doc["id"])]
            results.append({"credential": doc, "clusters": users})
    return {"results": results}


def _fields(cloud: str, call: Call, before: Document | None) -> Document:
    body = body_fields(call, before)
    object_type = _TYPES.get(str(body.get("type"))) or _TYPES.get(cloud, "OTHER")
    public = {name: value for name, value in body.items() if not _is_secret(name)}
    more = _MORE[cloud](body, before or {}) if cloud in _MORE else {}
    return {**public, "object_type": object_type, **more}


def _is_secret(name: str) -> bool:
    return any(word in name for word in ("secret", "password", "gcp_credentials"))


def _of_azure(_body: Document, before: Document) -> Document:
    """Return the application that Qovery registers in Azure for new credentials."""
    names = ("azure_application_id", "azure_application_object_id")
    return {name: before.get(name) or str(uuid.uuid4()) for name in names}


def _of_gcp(body: Document, _before: Document) -> Document:
    """Return the fields of a workload identity federation, {} for a service account's key."""
    account = body.get("service_account_email")
    if account is None:
        return {}
    return {
        "object_type": "GCP_WORKLOAD_IDENTITY_FEDERATION",
        # PROJECT in NAME@PROJECT.iam.gserviceaccount.com
        "project_id": str(account).partition("@")[2].partition(".")[0],
        "token_lifetime_seconds": _TOKEN_SECONDS,
    }


_MORE: Mapping[str, Callable[[Document, Document], Document]] = {
    "azure": _of_azure,
    "gcp": _of_gcp,
}


HANDLERS = handlers_of(
    *(
        Collection(
            kind=f"{cloud}/credentials",
            noun="credentials",
            item="credentialsId",
            lists=f"list{word}Credentials",
            creates=f"create{word}Credentials",
            gets=f"get{word}Credentials",
            edits=f"edit{word}Credentials",
            deletes=f"delete{word}Credentials",
            fields=partial(_fields, cloud),
        )
        for cloud, word in _CLOUDS.items()
    )
)


def _uses(call: Call, cluster: Document, key: str) -> bool:
    info = call.store.get("cloudProviderInfo", cluster["id"]) or {}
    return (info.get("credentials") or {}).get("id") == key
