"""Copies of variables for cloned environments and services, with their aliases and overrides."""

import uuid
from collections.abc import Iterable

from qovery_cli.sandbox.state.store import Document, Store
from qovery_cli.sandbox.state.variable_scope import KIND, Owner, built_in_at


def copy_variables(store: Store, pairs: Iterable[tuple[str, str, str]]) -> None:
    """Copy all variables; ``pairs`` are (kind, id of the original, id of the copy).

    Pass the environment and its services together, once the copies exist: aliases and overrides
    then refer to the copies' variables, also to the built-in ones.
    """
    all_pairs = list(pairs)
    twins = dict(_built_in_twins(store, all_pairs))
    copied: list[tuple[Document, str]] = []
    for _, original, copy in all_pairs:
        for entry in store.children(KIND, original):
            twins[entry["id"]] = str(uuid.uuid4())
            copied.append((entry, copy))
    for entry, parent in copied:
        doc = {name: value for name, value in entry.items() if name not in _OWN}
        if "target" in doc:
            doc["target"] = twins.get(doc["target"], doc["target"])
        store.add(KIND, {**doc, "id": twins[entry["id"]]}, parent)


_OWN = ("id", "created_at", "updated_at")


def _built_in_twins(store: Store, pairs: list[tuple[str, str, str]]) -> Iterable[tuple[str, str]]:
    copies = {original: copy for _, original, copy in pairs}
    for kind, original, copy in pairs:
        theirs = {_part(entry): entry["id"] for entry in built_in_at(store, Owner(kind, copy))}
        for entry in built_in_at(store, Owner(kind, original)):
            service, name = _part(entry)
            twin = theirs.get((copies.get(service or "", service), name))
            if twin is not None:
                yield entry["id"], twin


def _part(entry: Document) -> tuple[str | None, str]:
    """Return the service of a built-in variable and its key without the service's id."""
    service = entry.get("service_id")
    if service is None:
        return None, entry["key"]
    return service, entry["key"].partition(f"_Z{service[:8].upper()}_")[2]
