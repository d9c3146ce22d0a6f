"""Import of many variables at once.

Some entries are skipped silently, by the rules in the platform's documentation; the counts of the
response show whether any were.
"""

from typing import Any

from qovery_cli.sandbox.handler import Refusal
from qovery_cli.sandbox.state.store import Document, Store
from qovery_cli.sandbox.state.variable_scope import (
    KIND,
    Owner,
    entry_with_key,
    is_alias,
    owners,
    rank,
    visible,
)
from qovery_cli.sandbox.state.variables import check_key, create, edit, override


def import_variables(
    store: Store, service: Owner, entries: list[Document], overwrite: bool
) -> dict[str, Any]:
    """Import entries (``name``, ``value``, ``scope``, ``is_secret``) for a service.

    Return the response data: the total and the imported variables, secrets without their value.
    Raise Refusal 400 if a scope is neither the service's own nor a wider one.
    """
    scopes = {owner.scope: owner for owner in owners(store, service)}
    for entry in entries:
        if entry["scope"] not in scopes:
            allowed = ", ".join(scopes)
            raise Refusal(400, f"scope of {entry['name']} must be one of {allowed}.")
    imported = [
        entry
        for entry in entries
        if _imported(store, service, scopes[entry["scope"]], entry, overwrite)
    ]
    return {
        "total_variables_to_import": len(entries),
        "successful_imported_variables": [_response(entry) for entry in imported],
    }


def _response(entry: Document) -> Document:
    names = ("name", "scope", "is_secret") if entry["is_secret"] else _WHOLE
    return {name: entry[name] for name in names}


_WHOLE = ("name", "value", "scope", "is_secret")


def _imported(store: Store, service: Owner, owner: Owner, entry: Document, overwrite: bool) -> bool:
    name, value, secret = entry["name"], entry["value"], entry["is_secret"]
    try:
        check_key(name)
    except Refusal:
        return False
    same_name = [other for other in visible(store, service) if other["key"] == name]
    if any(is_alias(other) or other["is_secret"] != secret for other in same_name):
        return False
    here = entry_with_key(store, owner, name)
    if here is not None:
        if overwrite:
            edit(store, owner, here["id"], name, value, secret)
        return overwrite
    if _is_below(store, owner, name):
        return False
    wider = [other for other in same_name if rank(other["scope"]) < rank(owner.scope)]
    if wider:
        override(store, owner, wider[-1]["id"], value, secret)
    else:
        create(store, owner, name, value, secret)
    return True


def _is_below(store: Store, owner: Owner, key: str) -> bool:
    """Return whether a narrower scope has the key, which prevents an import at a wider one."""
    return any(
        entry_with_key(store, Owner(kind, doc["id"]), key) is not None
        or _is_below(store, Owner(kind, doc["id"]), key)
        for kind, doc in store.below(owner.id)
        if kind != KIND and owner.kind in ("project", "environment")
    )
