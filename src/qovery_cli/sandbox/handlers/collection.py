"""Families of resources with the same five operations: list, create, get, replace, delete.

A module describes its kinds as `Collection` rows and makes their handlers with `handlers_of`. What
differs between kinds is a function of the row: ``fields`` turns a request into a document,
``response`` a document into a response.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from qovery_cli.sandbox.handler import Call, Handler, Refusal
from qovery_cli.sandbox.state.rules import body_with_defaults
from qovery_cli.sandbox.state.store import Document

ORGANIZATION = "organization"


def body_fields(call: Call, _before: Document | None) -> Document:
    """Return the body of a request, with defaults, as the document to store."""
    return body_with_defaults(call)


def as_stored(_call: Call, doc: Document) -> Document:
    """Return a document as it is."""
    return doc


def nothing(_call: Call, _doc: Document) -> None:
    """Do nothing before a document is deleted."""


@dataclass(frozen=True, slots=True)
class Collection:
    """One kind of resource of an organization, and the keys of its operations.

    ``item`` is the path parameter of an item. ``fields(call, before)`` returns the document to
    store, ``before`` being None for a new one; ``response`` and ``list_item`` turn a document into
    response data, ``created`` does it for the response to a create, which may show a secret.
    ``deleting`` is called before a document is deleted. Names are unique if the API documents 409.
    """

    kind: str
    noun: str
    item: str
    lists: str = ""
    creates: str = ""
    gets: str = ""
    edits: str = ""
    deletes: str = ""
    fields: Callable[[Call, Document | None], Document] = body_fields
    response: Callable[[Call, Document], Document] = as_stored
    list_item: Callable[[Call, Document], Document] | None = None
    created: Callable[[Call, Document], Document] | None = None
    deleting: Callable[[Call, Document], None] = nothing

    def list(self, call: Call) -> Any:
        """Return all items of the organization in the path, oldest first."""
        shown = self.list_item or self.response
        docs = call.store.children(self.kind, call.path["organizationId"])
        return {"results": [shown(call, doc) for doc in docs]}

    def create(self, call: Call) -> Any:
        """Add an item; 400 for an empty name, 409 for a taken one."""
        organization = organization_of(call)
        doc = self.fields(call, None)
        self._check_name(call, organization, doc, "")
        author = call.user.get("name") or call.user.get("token")
        stored = call.store.add(self.kind, {"creator_name": author, **doc}, organization)
        return (self.created or self.response)(call, stored)

    def get(self, call: Call) -> Any:
        """Return an item."""
        return self.response(call, self.find(call))

    def edit(self, call: Call) -> Any:
        """Replace an item; what no request sets, such as its author, is kept."""
        before = self.find(call)
        doc = self.fields(call, before)
        self._check_name(call, str(call.store.parent(self.kind, before["id"])), doc, before["id"])
        kept = {name: before[name] for name in ("creator_name",) if name in before}
        return self.response(call, call.store.put(self.kind, before["id"], {**kept, **doc}))

    def delete(self, call: Call) -> None:
        """Delete an item."""
        doc = self.find(call)
        self.deleting(call, doc)
        call.store.delete_tree(self.kind, doc["id"])

    def find(self, call: Call, key: str | None = None) -> Document:
        """Return the item in the path; 404 if unknown, 403 for a token of another organization."""
        key = key if key is not None else call.path[self.item]
        doc = call.store.get(self.kind, key)
        parent = call.store.parent(self.kind, key)
        if doc is None or call.path.get("organizationId", parent) != parent:
            raise Refusal(404, f"No {self.noun} with the id {key} was found.")
        if call.user["organization"] not in (None, parent):
            raise Refusal(403, f"The token may not use the {self.noun} {key}.")
        return doc

    def _check_name(self, call: Call, organization: str, doc: Document, key: str) -> None:
        name = doc.get("name")
        if name is None:
            return
        if not str(name).strip():
            raise Refusal(400, "name must not be empty.")
        other = call.store.named(self.kind, organization, name)
        if 409 in call.operation.statuses and other is not None and other["id"] != key:
            raise Refusal(409, f"The name {name} is taken by another {self.noun}.")


def organization_of(call: Call) -> str:
    """Return the id of the organization in the path or in the body; 400 for an unknown one."""
    key = call.path.get("organizationId") or str(call.body["organization_id"])
    if call.store.get(ORGANIZATION, key) is None:
        raise Refusal(400, f"organization_id {key} does not exist.")
    if call.user["organization"] not in (None, key):
        raise Refusal(403, f"The token may not use the organization {key}.")
    return key


def handlers_of(*collections: Collection) -> dict[str, Handler]:
    """Return the handlers of collections by operation key."""
    handlers: dict[str, Handler] = {}
    for each in collections:
        roles: Mapping[str, Handler] = {
            each.lists: each.list,
            each.creates: each.create,
            each.gets: each.get,
            each.edits: each.edit,
            each.deletes: each.delete,
        }
        handlers |= {key: handler for key, handler in roles.items() if key}
    return handlers


def without(doc: Document, *names: str) -> Document:
    """Return a document without some fields."""
    return {name: value for name, value in doc.items() if name not in names}
