"""Secret manager accesses, which are parts of clusters, and the secrets that they can read."""

import uuid
from collections.abc import Iterable, Mapping
from typing import Any

from qovery_cli.sandbox.state.store import Document, Store

#: The names of the secrets in every secret manager of the sandbox.
SECRETS = (
    "prod/storefront/database-url",
    "prod/storefront/payment-key",
    "prod/data-platform/warehouse",
    "staging/storefront/database-url",
)


def find_access(store: Store, id: str) -> tuple[Document, Document] | None:
    """Return the secret manager access with an id and its cluster, None if there is none."""
    for cluster in store.all("cluster"):
        for access in cluster.get("secret_manager_accesses") or ():
            if access["id"] == id:
                return access, cluster
    return None


def with_ids(
    requested: Iterable[Mapping[str, Any]], before: Iterable[Document], timestamp: str
) -> list[Document]:
    """Return the accesses of a cluster after a request.

    One with a known id keeps it, and its secret if none is sent; others are new.
    """
    known = {access["id"]: access for access in before}
    result: list[Document] = []
    for access in requested:
        old = known.get(str(access.get("id")), {})
        id = old.get("id") or str(uuid.uuid4())
        made = old.get("created_at") or timestamp
        result.append({**access, "id": id, "created_at": made, "updated_at": timestamp})
    return result
