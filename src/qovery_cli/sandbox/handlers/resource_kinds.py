"""Detection of the list, create, get, replace and delete operations of a kind of resource.

Derived from the paths: ``/organization/{organizationId}/webhook`` holds the items that
``/organization/{organizationId}/webhook/{webhookId}`` names, and ``/job/{jobId}`` names those of
``/environment/{environmentId}/job``. An object that is read and written at one path without items
(``/cluster/{clusterId}/dnsProvider``) is a *single*. Kinds are the literal words of the path after
the last parent, joined: ``webhook``, ``job``, ``aws/credentials``.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from qovery_cli.catalog import Operation
from qovery_cli.sandbox.schema.cache import view

_ROLES = {"GET": "get", "PUT": "replace", "PATCH": "replace", "DELETE": "delete"}
_PARAMETER = re.compile(r"\{(\w+)\}")


class Role(StrEnum):
    """The effect of an operation on the kind of resource in its path."""

    LIST = "list"
    CREATE = "create"
    GET = "get"
    REPLACE = "replace"
    DELETE = "delete"
    READ_SINGLE = "read single"
    WRITE_SINGLE = "write single"


@dataclass(frozen=True, slots=True)
class Member:
    """The role of one operation for a kind of resource, and the parameters that hold the ids.

    ``parent`` and ``item`` are names of path parameters; an item at a root path has no parent.
    """

    kind: str
    role: Role
    parent: str | None
    item: str | None


def members(operations: Mapping[str, Operation]) -> dict[str, Member]:
    """Return the `Member` of every operation that has one, by operation key."""
    kinds = _collections(operations.values())
    by_key: dict[str, Member] = {}
    for key, operation in operations.items():
        member = _item(operation, kinds) or _collection(operation, kinds)
        member = member or _single(operation, operations.values(), kinds)
        if member is not None:
            by_key[key] = member
    return by_key


def items(members_by_key: Mapping[str, Member]) -> dict[str, str]:
    """Return the kind of each path parameter that has the same kind in all paths."""
    kinds: dict[str, set[str]] = {}
    for member in members_by_key.values():
        if member.item is not None:
            kinds.setdefault(member.item, set()).add(member.kind)
    return {name: next(iter(named)) for name, named in kinds.items() if len(named) == 1}


def words_of(path: str) -> tuple[str, str | None]:
    """Return the kind at the end of a path and the parameter of its parent."""
    head, _, tail = path.rpartition("}")
    parent = _PARAMETER.findall(path)
    return tail.strip("/"), parent[-1] if head else None


def _collections(operations: Iterable[Operation]) -> set[str]:
    """Return the kinds that have a list or create operation and single items."""
    operations = list(operations)
    named = {
        words_of(operation.path.rpartition("/{")[0])[0]
        for operation in operations
        if operation.path.endswith("}")
    }
    collections = {
        words_of(operation.path)[0]
        for operation in operations
        if not operation.path.endswith("}") and (operation.method == "POST" or _lists(operation))
    }
    return named & collections


def _lists(operation: Operation) -> bool:
    if operation.method != "GET" or operation.response is None:
        return False
    return any(
        "results" in ((view(operation.response, level) or {}).get("properties") or {})
        for level in operation.api
    )


def _item(operation: Operation, kinds: set[str]) -> Member | None:
    if not operation.path.endswith("}"):
        return None
    kind, parent = words_of(operation.path.rpartition("/{")[0])
    role = _ROLES.get(operation.method)
    if kind not in kinds or role is None:
        return None
    return Member(kind, Role(role), parent, _PARAMETER.findall(operation.path)[-1])


def _collection(operation: Operation, kinds: set[str]) -> Member | None:
    kind, parent = words_of(operation.path)
    if operation.path.endswith("}") or kind not in kinds:
        return None
    if _lists(operation):
        return Member(kind, Role.LIST, parent, None)
    return Member(kind, Role.CREATE, parent, None) if operation.method == "POST" else None


def _single(
    operation: Operation, operations: Iterable[Operation], kinds: set[str]
) -> Member | None:
    kind, parent = words_of(operation.path)
    if parent is None or operation.path.endswith("}") or kind in kinds or _lists(operation):
        return None
    methods = {other.method for other in operations if other.path == operation.path}
    if operation.method == "GET" and methods & {"PUT", "POST"}:
        return Member(kind, Role.READ_SINGLE, parent, None)
    if operation.method in ("PUT", "POST") and "GET" in methods:
        return Member(kind, Role.WRITE_SINGLE, parent, None)
    return None
