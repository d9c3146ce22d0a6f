"""Validation rules shared by resources with a name, ports or volumes.

Names are unique within a parent, ignoring case. An update replaces all ports and volumes: one that
is not sent is removed, one with an id keeps it, one without is new (1.0.3 document and official
clients).
"""

import uuid
from collections.abc import Iterable, Mapping
from typing import Any

from qovery_cli.sandbox.handler import Call, Refusal
from qovery_cli.sandbox.schema import string_formats
from qovery_cli.sandbox.schema.validate import with_defaults
from qovery_cli.sandbox.state.store import Document

#: Maximum of one instance of a service, in millicores and megabytes.
MAXIMUM_CPU = 16000
MAXIMUM_MEMORY = 16384


def body_with_defaults(call: Call) -> Document:
    """Return a call's body with the schema's defaults for omitted fields."""
    schema = call.operation.body
    body = call.body if schema is None else with_defaults(call.body, schema, call.level)
    return dict(body or {})


def check_name(call: Call, kind: str, parent: str | None, name: Any, id: str = "") -> None:
    """Reject an empty name (400) and one taken by another document than ``id`` (409)."""
    if not isinstance(name, str) or not name.strip():
        raise Refusal(400, "name must not be empty.")
    other = call.store.named(kind, parent, name)
    if other is not None and other["id"] != id:
        raise Refusal(409, f"The name {name} is taken by another {kind}.")


def check_uri(field: str, text: str) -> None:
    """Reject a string that is no URI with a host (400)."""
    try:
        string_formats.uri(text)
    except ValueError:
        raise Refusal(400, f"{field} must be a URL with a scheme and a host.") from None


def ports(
    requested: Iterable[Mapping[str, Any]] | None, before: Iterable[Document]
) -> list[Document]:
    """Return the ports of a service after a request; Refusal 400 for an invalid one.

    A private port has no external port; without a default port the first public one becomes it.
    """
    known_ids = {port["id"] for port in before}
    result = [_port(port, known_ids) for port in requested or ()]
    chosen = next((port for port in result if port["is_default"]), None)
    if chosen is None:
        chosen = next((port for port in result if port["publicly_accessible"]), None)
    for index, port in enumerate(result):
        port["is_default"] = port is chosen or (chosen is None and index == 0)
    return result


def _port(requested: Mapping[str, Any], known_ids: set[str]) -> Document:
    number = requested["internal_port"]
    if not 1 <= number <= 65535:
        raise Refusal(400, "ports.internal_port must be between 1 and 65535.")
    port = {
        "name": f"p{number}",
        "protocol": "HTTP",
        "is_default": False,
        **{name: value for name, value in requested.items() if value is not None},
        "id": requested["id"] if requested.get("id") in known_ids else str(uuid.uuid4()),
    }
    if port["publicly_accessible"]:
        port.setdefault("external_port", 443)
    else:
        port.pop("external_port", None)
    return port


def storage(
    requested: Iterable[Mapping[str, Any]] | None, before: Iterable[Document]
) -> list[Document]:
    """Return the volumes of a service after a request; Refusal 400 for an invalid one."""
    known_ids = {volume["id"] for volume in before}
    volumes: list[Document] = []
    for volume in requested or ():
        if volume["size"] < 4:
            raise Refusal(400, "storage.size must be at least 4.")
        exists = volume.get("id") in known_ids
        volumes.append({**volume, "id": volume["id"] if exists else str(uuid.uuid4())})
    mounted = [volume["mount_point"] for volume in volumes]
    if len(set(mounted)) < len(mounted):
        raise Refusal(400, "storage.mount_point must not be used twice.")
    return volumes


def check_resources(doc: Mapping[str, Any], level: str) -> None:
    """Reject invalid CPU, memory or numbers of instances (400)."""
    for name, most in (("cpu", MAXIMUM_CPU), ("memory", MAXIMUM_MEMORY)):
        if not 1 <= doc.get(name, 1) <= most:
            raise Refusal(400, f"{name} must be between 1 and {most}.")
    low, high = doc.get("min_running_instances", 1), doc.get("max_running_instances", 1)
    if low < 0 or (low == 0 and level == "1.0.4" and not doc.get("autoscaling")):
        raise Refusal(400, "min_running_instances must be at least 1.")
    if high < -1:
        raise Refusal(400, "max_running_instances must be at least -1 (no limit).")
    if high != -1 and high < low:
        raise Refusal(400, "max_running_instances must not be less than min_running_instances.")
