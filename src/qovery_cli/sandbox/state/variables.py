"""Creation, changes and deletion of variables and secrets.

Invalid requests raise Refusal 400, as in the API, whose own messages are not documented. Variables
are returned as resolved by ``variable_scope``.
"""

import re
from collections.abc import Iterable
from typing import Any

from qovery_cli.sandbox.handler import Refusal
from qovery_cli.sandbox.state.deployments import record_edit
from qovery_cli.sandbox.state.store import Document, Store
from qovery_cli.sandbox.state.variable_pruning import forget
from qovery_cli.sandbox.state.variable_scope import (
    KIND,
    Owner,
    entry_with_key,
    is_alias,
    own_entry,
    rank,
    visible,
    visible_entry,
)

_KEY = re.compile(r"[a-zA-Z_][a-zA-Z0-9_]*")


def check_key(key: str) -> None:
    """Reject an invalid key (400)."""
    if not _KEY.fullmatch(key):
        raise Refusal(400, "key must consist of letters, digits and underscores.")
    if key.startswith("__") or key.upper().startswith("QOVERY"):
        raise Refusal(400, "key must not begin with two underscores or QOVERY.")


def create(
    store: Store, owner: Owner, key: str, value: str, secret: bool = False, **more: Any
) -> Document:
    """Create a variable and return it resolved; ``more`` are fields such as ``mount_path``.

    At a project or an environment an existing key is replaced, and a value equal to the key of a
    visible variable creates an alias of it. Raise Refusal 400 for an invalid or taken key.
    """
    check_key(key)
    before = entry_with_key(store, owner, key)
    if before is not None:
        _check_replacement(owner, before, secret)
    target = None
    if owner.kind in ("project", "environment"):
        target = _pointed_at(visible(store, owner), key, value, secret)
    fields = _given(more)
    kind = "FILE" if fields.get("mount_path") else "VALUE"
    if fields.get("secret_manager_access_id"):
        kind = "FILE_EXTERNAL_SECRET" if kind == "FILE" else "EXTERNAL_SECRET"
    doc = {"key": key, "value": value, "is_secret": secret, "variable_type": kind, **fields}
    if target is not None:
        doc.update(variable_type="ALIAS", target=target["id"])
    return _stored(store, owner, doc, before)


def _check_replacement(owner: Owner, before: Document, secret: bool) -> None:
    if owner.kind not in ("project", "environment"):
        raise Refusal(400, f"{before['key']} exists already.")
    if before["is_secret"] != secret:
        other = "secret" if before["is_secret"] else "variable"
        raise Refusal(400, f"{before['key']} exists already, as a {other}.")


def _pointed_at(entries: Iterable[Document], key: str, value: str, secret: bool) -> Document | None:
    for entry in entries:
        fits = entry["key"] == value and value != key and entry["is_secret"] == secret
        if fits and not is_alias(entry):
            return entry
    return None


def _stored(store: Store, owner: Owner, doc: Document, before: Document | None = None) -> Document:
    fields = {"owned_by": "QOVERY", **doc, "scope": owner.scope}
    if before is None:
        entry = store.add(KIND, fields, owner.id)
    else:
        entry = store.put(KIND, before["id"], fields)
    record_edit(store, owner.kind, owner.id)
    return visible_entry(store, owner, entry["id"])


def alias(
    store: Store, owner: Owner, target_id: str, key: str, secret: bool | None = None, **more: Any
) -> Document:
    """Create an alias of a variable of the same or a wider scope, and return it resolved."""
    target = visible_entry(store, owner, target_id, secret)
    if is_alias(target):
        raise Refusal(400, f"{target['key']} is an alias itself, and an alias cannot have aliases.")
    check_key(key)
    if entry_with_key(store, owner, key) is not None:
        raise Refusal(400, f"{key} exists already.")
    doc = {"key": key, "value": "", "is_secret": target["is_secret"], "variable_type": "ALIAS"}
    return _stored(store, owner, {**doc, **_given(more), "target": target_id})


def override(
    store: Store, owner: Owner, target_id: str, value: str, secret: bool | None = None, **more: Any
) -> Document:
    """Create an override of a variable of a wider scope, and return it resolved."""
    target = visible_entry(store, owner, target_id, secret)
    if target["scope"] == "BUILT_IN":
        raise Refusal(400, f"{target['key']} is built in: it can have an alias, but no override.")
    if rank(target["scope"]) >= rank(owner.scope):
        raise Refusal(400, f"{target['key']} can only be overridden at a narrower scope.")
    if entry_with_key(store, owner, target["key"]) is not None:
        raise Refusal(400, f"{target['key']} exists already at this scope.")
    doc = {
        "key": target["key"],
        "value": value,
        "is_secret": target["is_secret"],
        "variable_type": "OVERRIDE",
        "mount_path": target.get("mount_path"),
    }
    return _stored(store, owner, {**doc, **_given(more), "target": target_id})


def _given(more: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in more.items() if value is not None}


def edit(
    store: Store,
    owner: Owner,
    id: str,
    key: str,
    value: str | None,
    secret: bool | None = None,
    **more: Any,
) -> Document:
    """Change key and value of a variable, and return it resolved; None keeps the value."""
    entry = own_entry(store, owner, id, secret)
    if key != entry["key"]:
        _check_renaming(store, owner, entry, key)
    # The value of a secret's alias is unknown to clients, but 1.0.3 requires one.
    other = value is not None and value != entry["value"] and not entry["is_secret"]
    if is_alias(entry) and other:
        raise Refusal(400, f"{entry['key']} is an alias: its value is that of its target.")
    path = more.pop("mount_path", None)
    if path is not None and path != entry.get("mount_path"):
        raise Refusal(400, "mount_path cannot be changed; delete the variable and create it again.")
    stored = store.get(KIND, id) or entry
    doc = {**stored, **_given(more), "key": key}
    if value is not None and not is_alias(entry):
        doc["value"] = value
    return _stored(store, owner, doc, stored)


def _check_renaming(store: Store, owner: Owner, entry: Document, key: str) -> None:
    if entry["variable_type"] == "OVERRIDE":
        raise Refusal(400, f"{entry['key']} is an override: its key cannot be changed.")
    check_key(key)
    if entry_with_key(store, owner, key) is not None:
        raise Refusal(400, f"{key} exists already.")


def delete(store: Store, owner: Owner, id: str, secret: bool | None = None) -> None:
    """Delete an owner's variable with its aliases and overrides."""
    own_entry(store, owner, id, secret)
    forget(store, id)
    record_edit(store, owner.kind, owner.id)
