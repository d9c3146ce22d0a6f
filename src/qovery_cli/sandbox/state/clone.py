"""Clones of environments and of single services.

Settings, variables, secrets and rules are copied; custom domains, backups, the content of
databases and the history are not. The copies were never deployed.
"""

import uuid

from qovery_cli.sandbox.state.deployment_stages import KIND, STAGE_ID, copy_stages
from qovery_cli.sandbox.state.deployments import services_of
from qovery_cli.sandbox.state.store import Document, Store
from qovery_cli.sandbox.state.variable_copies import copy_variables

_LEFT_OUT = {
    "customDomain",
    "backup",
    "masterCredentials",
    "variable",
    "logicalDatabase",
    KIND,
    "blueprint",
}
#: Fields that a copy does not have; a blueprint has only one service.
_OWN = ("id", "created_at", "updated_at", "blueprint_id")


def copy_environment(store: Store, original: str, doc: Document) -> Document:
    """Create an environment with all that the original has, and return it.

    ``doc`` are the new environment's own fields; it lies below ``doc["project"]``.
    """
    copy = store.add("environment", doc, doc["project"]["id"])
    services = services_of(store, original)
    twins = {service["id"]: str(uuid.uuid4()) for _, service in services}
    stages = copy_stages(store, original, copy["id"])
    for kind, service in services:
        place = {STAGE_ID: stages.get(service.get(STAGE_ID, ""))}
        _copy_service(store, kind, {**service, **place}, copy["id"], twins, service["name"])
    service_kinds = {kind for kind, _ in services}
    _copy_children(store, original, copy["id"], service_kinds)
    pairs = [(kind, service["id"], twins[service["id"]]) for kind, service in services]
    copy_variables(store, [("environment", original, copy["id"]), *pairs])
    return copy


def copy_service(
    store: Store, kind: str, service: Document, environment: str, name: str
) -> Document:
    """Copy a service into an environment, and return the copy."""
    twins = {service["id"]: str(uuid.uuid4())}
    copy = _copy_service(store, kind, service, environment, twins, name)
    copy_variables(store, [(kind, service["id"], copy["id"])])
    return copy


def _copy_service(
    store: Store,
    kind: str,
    service: Document,
    environment: str,
    twins: dict[str, str],
    name: str,
) -> Document:
    doc = {field: value for field, value in service.items() if field not in _OWN}
    for field in ("dependencies", "linked_databases"):
        doc[field] = [twins[key] for key in service.get(field, ()) if key in twins]
    for field in ("ports", "storage"):
        parts = service.get(field)
        # A database's storage is a number of gigabytes.
        if isinstance(parts, list):
            doc[field] = [{**part, "id": str(uuid.uuid4())} for part in parts]
    doc.update(id=twins[service["id"]], name=name, environment={"id": environment})
    copy = store.add(kind, doc, environment)
    _copy_children(store, service["id"], copy["id"], set())
    return copy


def _copy_children(store: Store, original: str, copy: str, but: set[str]) -> None:
    for kind, child in store.below(original):
        if kind in _LEFT_OUT | but:
            continue
        # A singleton has the id of its parent.
        key = copy if child["id"] == original else str(uuid.uuid4())
        store.add(kind, {**child, "id": key}, copy)
