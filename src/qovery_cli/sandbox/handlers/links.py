"""Dependencies between services and links to databases.

Each link is an id in a list of the service's own document; the lists can be read from both sides.
"""

from typing import Any

from qovery_cli.sandbox.handler import KINDS, Call, Refusal, handles
from qovery_cli.sandbox.service_kinds import SERVICE_KINDS
from qovery_cli.sandbox.state import lifecycle
from qovery_cli.sandbox.state.service_documents import complete
from qovery_cli.sandbox.state.store import Document

#: By path segment: the field with the ids, and the kind of the targets ("" for the same kind).
_LINKS = {
    "dependency": ("dependencies", ""),
    "database": ("linked_databases", "database"),
    "logicalDatabase": ("linked_logical_databases", "logicalDatabase"),
}


@handles(
    "listApplicationDependency",
    "listContainerDependency",
    "listApplicationDatabase",
    "listApplicationLogicalDatabase",
    "listContainerLogicalDatabase",
)
def list_links(call: Call) -> Any:
    """Return the resources that a service is linked to."""
    _, source, field, target = _ends(call)
    documents = [call.store.get(target, key) for key in source.get(field, ())]
    return {"results": [_full(call, doc) for doc in documents if doc is not None]}


@handles(
    "createApplicationDependency",
    "createContainerDependency",
    "attachDatabasetoApplication",
    "attachLogicalDatabasetoApplication",
    "attachLogicalDatabaseToContainer",
)
def link(call: Call) -> Any:
    """Link a service to another resource of its environment."""
    kind, source, field, target = _ends(call)
    key = list(call.path.values())[-1]
    doc = call.document(target, key)
    linked = source.get(field, [])
    if key == source["id"] or _environment(call, target, doc) != source["environment"]["id"]:
        raise Refusal(400, "Only another resource of the same environment can be linked.")
    if key in linked and 409 in call.operation.statuses:
        raise Refusal(409, "They are linked already.")
    _put(call, kind, source, field, [*(other for other in linked if other != key), key])
    return _full(call, doc)


@handles(
    "removeApplicationDependency",
    "removeContainerDependency",
    "removeDatabaseFromApplication",
    "removeLogicalDatabaseFromApplication",
    "removeLogicalDatabaseFromContainer",
)
def unlink(call: Call) -> None:
    """Remove a link."""
    kind, source, field, _ = _ends(call)
    key = list(call.path.values())[-1]
    if key not in source.get(field, ()):
        raise Refusal(404, "They are not linked.")
    _put(call, kind, source, field, [other for other in source[field] if other != key])


@handles(
    "listDatabaseApplication",
    "listLogicalDatabaseApplication",
    "listLogicalDatabaseContainer",
)
def list_users(call: Call) -> Any:
    """Return the services of a kind that are linked to a database."""
    segments = call.operation.path.strip("/").split("/")
    field, _ = _LINKS[segments[0]]
    key = next(iter(call.path.values()))
    if segments[0] == "logicalDatabase":
        call.document("logicalDatabase", key)
    users = [doc for doc in call.store.all(segments[-1]) if key in doc.get(field, ())]
    return {"results": [_full(call, doc) for doc in users]}


@handles("removeApplicationFromDatabase")
def unlink_user(call: Call) -> None:
    """Remove a service's link to the database in the path."""
    database, key = call.path.values()
    kind = "application"
    source = call.document(kind, key)
    field = "linked_databases"
    if database not in source.get(field, ()):
        raise Refusal(404, "They are not linked.")
    _put(call, kind, source, field, [other for other in source[field] if other != database])


def _ends(call: Call) -> tuple[str, Document, str, str]:
    """Return the source's kind and document, the field of its links, and the target's kind."""
    name = next(iter(call.path))
    kind = KINDS[name]
    field, target = _LINKS[call.operation.path.strip("/").split("/")[2]]
    return kind, call.document(kind), field, target or kind


def _put(call: Call, kind: str, source: Document, field: str, linked: list[str]) -> None:
    call.store.put(kind, source["id"], {**source, field: linked})
    lifecycle.record_edit(call.store, kind, source["id"])


def _environment(call: Call, kind: str, doc: Document) -> str:
    if kind == "logicalDatabase":
        doc = call.document("database", call.store.parent(kind, doc["id"]) or "")
    return str(doc["environment"]["id"])


def _full(call: Call, doc: Document) -> Document:
    """Return a document as its own response shows it."""
    kind = call.store.kind_of(doc["id"]) or ""
    return complete(call, kind, [doc])[0] if kind in SERVICE_KINDS else doc
