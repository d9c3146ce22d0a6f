"""Shared behaviour of services of every kind.

A service's document has its environment as parent and no state: that follows from the log of
actions (``lifecycle``).
"""

from collections.abc import Iterable
from typing import Any

from qovery_cli.sandbox.handler import Call
from qovery_cli.sandbox.service_kinds import enum_word
from qovery_cli.sandbox.state import lifecycle
from qovery_cli.sandbox.state.builtin_variables import public_host, short
from qovery_cli.sandbox.state.deployments import edits_in, runs_in
from qovery_cli.sandbox.state.rules import MAXIMUM_CPU, MAXIMUM_MEMORY
from qovery_cli.sandbox.state.statuses import status_of
from qovery_cli.sandbox.state.store import Document


def of_environment(call: Call, kind: str) -> list[Document]:
    """Return the services of a kind; with ``toUpdate`` only those with undeployed changes."""
    key = call.path["environmentId"]
    docs = call.store.children(kind, key)
    if not call.flag("toUpdate"):
        return docs
    runs = runs_in(call.store, key)
    return [
        doc
        for doc in docs
        if status_of(call.store, runs, doc["id"], call.now, call.level)["service_deployment_status"]
        == "OUT_OF_DATE"
    ]


def statuses(call: Call, kinds: Iterable[str]) -> list[Document]:
    """Return the statuses of an environment's services of some kinds."""
    return [status for group in statuses_by_kind(call, kinds).values() for status in group]


def statuses_by_kind(call: Call, kinds: Iterable[str]) -> dict[str, list[Document]]:
    """Return the statuses of an environment's services, by kind."""
    key = call.path["environmentId"]
    runs, edits = runs_in(call.store, key), edits_in(call.store, key)
    return {
        kind: [
            status_of(call.store, runs, doc["id"], call.now, call.level, edits)
            for doc in call.store.children(kind, key)
        ]
        for kind in kinds
    }


def status(call: Call, kind: str) -> Document:
    """Return the status of the service in the path."""
    return lifecycle.service_status(call.store, kind, call.path[f"{kind}Id"], call.now, call.level)


def shared_fields(kind: str, environment: str) -> dict[str, Any]:
    """Return the fields of a service that no request sets."""
    return {
        "environment": {"id": environment},
        "maximum_cpu": MAXIMUM_CPU,
        "maximum_memory": MAXIMUM_MEMORY,
        "maximum_gpu": 0,
        "maximun_gpu": 0,
        "service_type": enum_word(kind),
    }


def validation_domain(call: Call, service: Document) -> str:
    """Return the host name that a custom domain of a service must point to."""
    environment = call.document("environment", service["environment"]["id"])
    return f"z{short(service['id'])}.z{short(environment['cluster_id'])}.bool.sh"


def links(call: Call, kind: str, service: Document) -> list[Document]:
    """Return the addresses of a service: one per public port, and one per custom domain."""
    environment = call.document("environment", service["environment"]["id"])
    public = [port for port in service.get("ports", ()) if port.get("publicly_accessible")]
    result = [
        _link(kind, service, port, public_host(service, environment, port), own=True)
        for port in public
    ]
    default = next((port for port in public if port.get("is_default")), None)
    for custom in call.store.children("customDomain", service["id"]):
        if default is not None:
            result.append(_link(kind, service, default, custom["domain"], own=False))
    return result


def _link(kind: str, service: Document, port: Document, host: str, *, own: bool) -> Document:
    return {
        "url": f"https://{host}",
        "service_id": service["id"],
        "service_type": enum_word(kind),
        "internal_port": port["internal_port"],
        "external_port": port.get("external_port", 443),
        "is_qovery_domain": own,
        "is_default": bool(port.get("is_default")),
    }
