"""Stateful responses to operations without a handler of their own.

For a kind of resource (``resource_kinds``) created items are listed, read, replaced and deleted.
Parents of the demo start with two example items of each kind, created when they are first read.
Every other response is generated from its schema, the same every time, with the ids of the path
and the values of the body in their fields.
"""

import uuid
from collections.abc import Mapping
from typing import Any

from qovery_cli.catalog import Operation
from qovery_cli.catalog.schema import is_list
from qovery_cli.sandbox.handler import Call, Refusal
from qovery_cli.sandbox.handlers.resource_kinds import Member, Role
from qovery_cli.sandbox.schema.cache import view
from qovery_cli.sandbox.schema.generate import generate
from qovery_cli.sandbox.schema.validate import with_defaults
from qovery_cli.sandbox.service_kinds import SERVICE_KINDS
from qovery_cli.sandbox.state.history import page
from qovery_cli.sandbox.state.store import Document

#: Kinds with seeded items, which get no example items.
_PLANTED = frozenset({"customDomain", "tag", "backup", "logicalDatabase"})

_PARENTS = ("organization_id", "cluster_id", "environment_id", "project_id")


def makes_up(operation: Operation, member: Member | None) -> bool:
    """Return whether responses to an operation come from its schema alone."""
    if member is None or member.role is Role.READ_SINGLE:
        return True
    if member.role is Role.DELETE:
        return operation.response is not None
    return member.role is Role.LIST and not _is_real(member.kind)


def _is_real(kind: str) -> bool:
    return kind in SERVICE_KINDS or kind in _PLANTED


def respond(call: Call, member: Member | None) -> Any:
    """Return the response data of an operation; ``member`` is its role for a kind, if any."""
    if member is None:
        return example_response(call)
    return _HANDLERS[member.role](call, member)


def example_response(call: Call) -> Any:
    """Return stable example data for the response schema of a call; None for no body."""
    schema = call.operation.response
    if schema is None:
        return None
    seed = f"{call.operation.key}/{'/'.join(call.path.values())}"
    data = generate(schema, call.level, seed)
    if not isinstance(data, dict):
        return data
    values: dict[str, Any] = dict(call.body) if isinstance(call.body, dict) else {}
    for name, value in call.path.items():
        values[_snake(name)] = value
    if call.path:
        values.setdefault("id", list(call.path.values())[-1])
    values["state"] = "RUNNING" if call.level == "1.0.3" else "DEPLOYED"
    return {name: values.get(name, value) for name, value in data.items()}


def _list(call: Call, member: Member) -> Any:
    docs = _children(call, member)
    schema = call.operation.response
    properties = (
        (view(schema, call.level) or {}).get("properties", {}) if schema is not None else {}
    )
    if "page_size" in properties:
        return page(list(reversed(docs)), call.query.get("startId"))
    lists = (name for name, declared in properties.items() if is_list(declared, call.level))
    return {next(lists, "results"): docs}


def _create(call: Call, member: Member) -> Any:
    parent = call.path.get(member.parent or "") or _parent_in(call.body)
    body = _complete_body(call)
    name = body.get("name")
    unique = isinstance(name, str) and 409 in call.operation.statuses
    if unique and call.store.named(member.kind, parent, str(name)):
        raise Refusal(409, f"The name {name} is taken.")
    return call.store.add(member.kind, {**_references(call), **body, **_new(call)}, parent)


def _get(call: Call, member: Member) -> Any:
    return _item(call, member)


def _replace(call: Call, member: Member) -> Any:
    doc = _item(call, member)
    unchanged = {name: value for name, value in doc.items() if name not in (call.body or {})}
    declared = (view(call.operation.body, call.level) or {}) if call.operation.body else {}
    dropped = set(declared.get("properties", ()))
    unchanged = {name: value for name, value in unchanged.items() if name not in dropped}
    return call.store.put(member.kind, doc["id"], {**unchanged, **_complete_body(call)})


def _delete(call: Call, member: Member) -> Any:
    call.store.delete_tree(member.kind, _item(call, member)["id"])
    return example_response(call)


def _read_single(call: Call, member: Member) -> Any:
    parent = call.path[member.parent or ""]
    stored = call.store.get(member.kind, parent)
    return example_response(call) if stored is None else stored


def _write_single(call: Call, member: Member) -> Any:
    parent = call.path[member.parent or ""]
    doc = {**_references(call), **_complete_body(call)}
    if call.store.get(member.kind, parent) is None:
        stored = call.store.add(member.kind, {**doc, "id": parent}, parent)
    else:
        stored = call.store.put(member.kind, parent, doc)
    return stored if call.operation.response is not None else None


_HANDLERS = {
    Role.LIST: _list,
    Role.CREATE: _create,
    Role.GET: _get,
    Role.REPLACE: _replace,
    Role.DELETE: _delete,
    Role.READ_SINGLE: _read_single,
    Role.WRITE_SINGLE: _write_single,
}


def _item(call: Call, member: Member) -> Document:
    parent = call.path.get(member.parent or "")
    doc = _named(call, member, parent)
    if doc is None or (parent is not None and call.store.parent(member.kind, doc["id"]) != parent):
        name = call.path[member.item or ""]
        raise Refusal(404, f"No {member.kind} with the id {name} was found.")
    return doc


def _named(call: Call, member: Member, parent: str | None) -> Document | None:
    """Return the document in the path, by id or another field such as ``connection_name``."""
    name = member.item or ""
    document = call.store.get(member.kind, call.path[name])
    if document is not None or name.endswith("Id"):
        return document
    docs = call.store.children(member.kind, parent)
    return next((doc for doc in docs if doc.get(_snake(name)) == call.path[name]), None)


def _children(call: Call, member: Member) -> list[Document]:
    parent = call.path.get(member.parent or "")
    docs = call.store.children(member.kind, parent)
    mark = f"made up {member.kind} {parent}"
    if docs or _is_real(member.kind) or not _is_seeded(parent) or call.store.setting(mark):
        return docs
    call.store.set_setting(mark, True)
    envelope = example_response(call)
    examples = next((value for value in envelope.values() if isinstance(value, list)), [])
    for index, doc in enumerate(examples):
        if isinstance(doc, dict):
            seed = f"{parent}/{member.kind}/{index}"
            child = {**doc, **_references(call), "id": str(uuid.uuid5(uuid.NAMESPACE_URL, seed))}
            call.store.add(member.kind, child, parent)
    return call.store.children(member.kind, parent)


def _is_seeded(parent: str | None) -> bool:
    """Return whether a document is seeded: its id is a UUID of version 5, others have version 4."""
    if parent is None:
        return False
    try:
        return uuid.UUID(parent).version == 5
    except ValueError:
        return False


def _complete_body(call: Call) -> dict[str, Any]:
    schema = call.operation.body
    if schema is None or not isinstance(call.body, dict):
        return {}
    body = with_defaults(call.body, schema, call.level)
    return body if isinstance(body, dict) else {}


def _references(call: Call) -> dict[str, Any]:
    """Return the response fields of the parents, ``environment`` and ``environment_id``."""
    references: dict[str, Any] = {}
    for name, value in call.path.items():
        if name.endswith("Id"):
            references[_snake(name)] = value
            references[_snake(name).removesuffix("_id")] = {"id": value}
    return references


def _new(call: Call) -> dict[str, Any]:
    return {"id": str(uuid.uuid4()), "created_by": call.user["id"]}


def _parent_in(body: Any) -> str | None:
    fields: Mapping[str, Any] = body if isinstance(body, dict) else {}
    return next((fields[name] for name in _PARENTS if isinstance(fields.get(name), str)), None)


def _snake(name: str) -> str:
    return "".join(f"_{letter.lower()}" if letter.isupper() else letter for letter in name)
