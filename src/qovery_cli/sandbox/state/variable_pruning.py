"""Deletion of variables with their aliases and overrides."""

from qovery_cli.sandbox.state.store import Store
from qovery_cli.sandbox.state.variable_scope import KIND, Owner, visible


def forget(store: Store, id: str) -> None:
    """Delete a variable with its aliases and overrides, recursively."""
    for other in store.all(KIND):
        if other.get("target") == id:
            forget(store, other["id"])
    store.delete(KIND, id)


def prune(store: Store, environment: str) -> None:
    """Delete the aliases and overrides in an environment whose target no longer exists."""
    scope = Owner("environment", environment)
    owners = [scope, *(Owner(kind, doc["id"]) for kind, doc in store.below(environment))]
    for owner in owners:
        if owner.kind == KIND:
            continue
        entries = [entry for entry in store.children(KIND, owner.id) if "target" in entry]
        if not entries:
            continue
        alive = {entry["id"] for entry in visible(store, owner)}
        for entry in entries:
            if entry["id"] not in alive:
                forget(store, entry["id"])
