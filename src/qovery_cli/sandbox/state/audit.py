"""The audit log of organizations: one entry for each change, with its author and its target.

Actions that take time, such as deployments, are not recorded here: their entries follow from the
log of actions. The origin of a change follows from the client's User-Agent.
"""

import json
import re
from collections.abc import Mapping
from typing import Any

from qovery_cli.sandbox.datetimes import iso
from qovery_cli.sandbox.service_kinds import SERVICE_KINDS, enum_word
from qovery_cli.sandbox.state.store import Document, Store

KIND = "auditEvent"

#: Target and sub-target of a change, by the last word of a path that is listed here. Without a
#: target, it is the resource that the path is below.
_WORDS: Mapping[str, tuple[str | None, str]] = {
    "apiToken": ("ORGANIZATION", "API_TOKEN"),
    "policyApiToken": ("ORGANIZATION", "POLICY_API_TOKEN"),
    "customRole": ("MEMBERS_AND_ROLES", "CUSTOM_ROLE"),
    "member": ("MEMBERS_AND_ROLES", "MEMBER_ROLE"),
    "inviteMember": ("MEMBERS_AND_ROLES", "INVITATION"),
    "transferOwnership": ("MEMBERS_AND_ROLES", "TRANSFER_OWNERSHIP"),
    "gitToken": ("ORGANIZATION", "GIT_TOKEN"),
    "labelsGroups": ("ORGANIZATION", "LABELS_GROUP"),
    "annotationsGroups": ("ORGANIZATION", "ANNOTATIONS_GROUP"),
    "mcpServer": ("ORGANIZATION", "MCP_SERVER"),
    "alert-receivers": ("ORGANIZATION", "ALERT_RECEIVER"),
    "alert-rules": ("ORGANIZATION", "ALERT_RULE"),
    "billingInfo": ("ORGANIZATION", "BILLING_INFO"),
    "billingUsageReport": ("ORGANIZATION", "BILLING_USAGE_REPORT"),
    "creditCard": ("ORGANIZATION", "CREDIT_CARD"),
    "creditCode": ("ORGANIZATION", "CREDIT_CODE"),
    "changePlan": ("ORGANIZATION", "PLAN"),
    "github": ("ORGANIZATION", "GITHUB_APP"),
    "credentials": ("ORGANIZATION", "CLOUD_PROVIDER_CREDENTIALS"),
    "enterpriseconnection": ("ENTERPRISE_CONNECTION", "SSO"),
    "containerRegistry": ("CONTAINER_REGISTRY", "CONFIG"),
    "helmRepository": ("HELM_REPOSITORY", "CONFIG"),
    "webhook": ("WEBHOOK", "CONFIG"),
    "environmentVariable": (None, "VARIABLE"),
    "variable": (None, "VARIABLE"),
    "secret": (None, "SECRET"),
    "customDomain": (None, "CUSTOM_DOMAIN"),
    "advancedSettings": (None, "ADVANCED_SETTINGS"),
    "deploymentRule": (None, "DEPLOYMENT_RULE"),
    "deploymentStage": (None, "DEPLOYMENT_STAGE"),
    "routingTable": (None, "CLUSTER_ROUTING_TABLE"),
    "dnsProvider": (None, "DNS_PROVIDER"),
    "kubeconfig": (None, "KUBERNETES_CREDENTIALS"),
    "argoCdConfig": (None, "ARGOCD_CONFIGURATION"),
    "argoCdDestinationClusterMapping": (None, "ARGOCD_CLUSTER_MAPPING"),
}
#: Kinds of document that are targets themselves, by the word of their collection in a path.
_TARGETS = ("organization", "project", "environment", "cluster", *SERVICE_KINDS)
#: Last words of requests that send a body but change nothing.
_READS = re.compile(r"check|validate|resolve|parse|list[A-Z]|preview|DefaultValues")
_EVENTS = {"POST": "CREATE", "PUT": "UPDATE", "PATCH": "UPDATE", "DELETE": "DELETE"}
_OTHER_EVENTS = {
    "clone": "CLONE",
    "import": "IMPORT",
    "lock": "LOCK",
    "changePlan": "UPDATE",
    "transferOwnership": "UPDATE",
    "billingUsageReport": "EXPORT",
}
#: Fields that no entry contains.
_SECRET = re.compile(r"token$|secret|password|^value$|^config$|headers|webhook_url")
_ORIGINS = (
    ("terraform", "TERRAFORM_PROVIDER"),
    ("mozilla", "CONSOLE"),
    ("cli", "CLI"),
)


def origin_of(agent: str) -> str:
    """Return the origin that a User-Agent stands for: CLI, TERRAFORM_PROVIDER, CONSOLE or API."""
    text = agent.casefold()
    return next((origin for word, origin in _ORIGINS if word in text), "API")


def author_of(user: Mapping[str, Any], agent: str) -> Document:
    """Return the fields that name the author of a request: a token, or else a person."""
    name = user.get("token") or user.get("nickname") or user.get("email") or user.get("id")
    return {"by": str(name or "unknown"), "origin": origin_of(agent)}


def is_audited(method: str, path: str) -> bool:
    """Return whether requests of a method to a path change something."""
    last = path.rpartition("}")[2] or path
    return method in _EVENTS and _READS.search(last.rpartition("/")[2]) is None


def organization_at(store: Store, ids: Mapping[str, str], body: Any) -> str | None:
    """Return the organization of the resources in a path, or else in a body; None without one."""
    for id in ids.values():
        root = _root(store, id)
        if root is not None:
            return root
    named = body.get("organization_id") if isinstance(body, dict) else None
    return str(named) if named and store.get("organization", str(named)) else None


def subject(store: Store, ids: Mapping[str, str]) -> Document | None:
    """Return the document of the last id in a path, None if there is none."""
    id = next(reversed([*ids.values()]), None)
    kind = store.kind_of(id) if id else None
    return store.get(kind, id) if kind and id else None


def record_change(
    store: Store,
    organization: str,
    *,
    method: str,
    path: str,
    ids: Mapping[str, str],
    author: Mapping[str, Any],
    agent: str,
    before: Document | None,
    after: Any,
) -> None:
    """Add the entry of a change; ``before`` and ``after`` are the resource as it was and is.

    ``ids`` are the path values, ``author`` has the fields ``by`` and ``origin``.
    """
    words = [word for word in path.split("/") if word and not word.startswith("{")]
    changed = after if isinstance(after, dict) and after else before or {}
    outer, outer_kind = _outer(store, ids, changed)
    type_, sub_type = _classify(words, outer_kind)
    target = changed if type_ != enum_word(outer_kind) or not outer else outer
    entry = {
        "timestamp": iso(store.clock()),
        "event_type": _event(words[-1], method, path),
        "target_type": type_,
        "sub_target_type": sub_type,
        "target_id": target.get("id") or (outer or {}).get("id"),
        "target_name": _name(target) or _name(changed),
        "change": _json(changed),
        "original_change": _json(before) if before and method != "POST" else None,
        "triggered_by": author["by"],
        "origin": author["origin"],
        "user_agent": agent or None,
        **_place(store, outer, outer_kind),
    }
    store.add(KIND, entry, organization)


def _event(last: str, method: str, path: str) -> str:
    if method == "DELETE" and last == "lock":
        return "UNLOCK"
    if method == "POST" and path.endswith("}"):
        return "ACCEPT"
    return _OTHER_EVENTS.get(last, _EVENTS[method])


def _classify(words: list[str], outer: str) -> tuple[str, str]:
    for word in reversed(words):
        if word in _WORDS:
            target, sub_target = _WORDS[word]
            return target or enum_word(outer), sub_target
    return enum_word(outer), "CONFIG"


def _outer(
    store: Store, ids: Mapping[str, str], changed: Mapping[str, Any]
) -> tuple[Document | None, str]:
    """Return the innermost resource that can be a target, and its kind.

    That is the changed one if it is such a resource, else the last one in the path.
    """
    for id in (changed.get("id"), *reversed([*ids.values()])):
        kind = store.kind_of(str(id)) if id else None
        if kind in _TARGETS:
            return store.get(kind, str(id)), kind
    kinds = {"serviceId": "application"}
    last = next(reversed([*ids]), "organizationId")
    kind = kinds.get(last, last.removesuffix("Id"))
    return None, kind if kind in _TARGETS else "organization"


def _place(store: Store, outer: Document | None, kind: str) -> Document:
    """Return the fields that name the project and the environment of a target."""
    place: Document = {
        "project_id": None,
        "project_name": "",
        "environment_id": None,
        "environment_name": "",
    }
    id = outer["id"] if outer else None
    while id is not None and kind != "organization":
        doc = store.get(kind, id) or {}
        if kind in ("project", "environment"):
            place |= {f"{kind}_id": id, f"{kind}_name": doc.get("name", "")}
        id = store.parent(kind, id)
        kind = (store.kind_of(id) or "organization") if id else "organization"
    return place


def _root(store: Store, id: str) -> str | None:
    kind = store.kind_of(id)
    while kind is not None and kind != "organization":
        parent = store.parent(kind, id)
        if parent is None:
            return None
        id, kind = parent, store.kind_of(parent)
    return id if kind == "organization" else None


def _name(doc: Mapping[str, Any]) -> str:
    names = ("name", "key", "email", "target_url", "domain", "connection_name")
    return str(next((doc[name] for name in names if doc.get(name)), ""))


def _json(doc: Mapping[str, Any] | None) -> str:
    public = {name: value for name, value in (doc or {}).items() if not _SECRET.search(name)}
    return json.dumps(public, sort_keys=True)
