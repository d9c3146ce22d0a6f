"""Pagination: unwrap list envelopes and request further pages.

Lists are wrapped as ``{"results": [...]}``, a few under another name or not at all. Histories,
events and backups have pages of 20, newest first; ``startId`` is the id of the last item seen.
"""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs

from qovery_cli.http.client import Client
from qovery_cli.http.request import request_for
from qovery_cli.http.response import UnexpectedResponseError

if TYPE_CHECKING:
    from qovery_cli.catalog import Operation
    from qovery_cli.catalog.model import Parameter

#: Keys of list envelopes, the usual one first.
ENVELOPES = ("results", "deployment_restrictions", "events", "targets", "ips", "blueprints")

#: Query parameters that select a page of a list.
PAGING = frozenset({"startId", "continueToken", "stepBackToken"})


def items(data: Any, operation: str | None = None) -> list[Any]:
    """Return the items of a list response, [] for null and for an envelope without them.

    Raises UnexpectedResponseError, with the operation, for a string or number in the place of the
    list.
    """
    if isinstance(data, Mapping):
        data = next((data[name] for name in ENVELOPES if name in data), None)
    if isinstance(data, str | int | float):
        raise UnexpectedResponseError(operation)
    return data if isinstance(data, list) else []


def records(data: Any, *needed: str, operation: str | None = None) -> list[dict[str, Any]]:
    """Return the items of a list response that are objects with non-null values of these fields.

    For callers that cannot use an item without these fields. Raises UnexpectedResponseError as
    ``items`` does.
    """
    objects = [dict(item) for item in items(data, operation) if isinstance(item, Mapping)]
    return [item for item in objects if all(item.get(name) is not None for name in needed)]


def mapping(data: Any) -> dict[str, Any]:
    """Return a response that should be an object, {} for anything else."""
    return dict(data) if isinstance(data, Mapping) else {}


def next_start(data: Any, operation: "Operation") -> str | None:
    """Return the ``startId`` of the next page, None after the last one.

    A page shorter than its ``page_size`` is the last one. Without ``page_size``, the last page is
    empty or ends with an item whose cursor does not match the declared type of the parameter:
    commits have a hash, while ``startId`` is a UUID.
    """
    rows = items(data)
    parameter = _parameter(operation, "startId")
    if not rows or parameter is None:
        return None
    size = data.get("page_size") if isinstance(data, Mapping) else None
    if isinstance(size, int) and len(rows) < size:
        return None
    last = rows[-1]
    cursor = (last.get("id") or last.get("git_commit_id")) if isinstance(last, Mapping) else None
    if not isinstance(cursor, str):
        return None
    from qovery_cli.body.constraints import constraint_violations

    return cursor if cursor and not any(constraint_violations(cursor, parameter.schema)) else None


def next_query(data: Any, operation: "Operation") -> dict[str, str] | None:
    """Return the query values of the next page, None after the last one."""
    start = next_start(data, operation)
    if start is not None:
        return {"startId": start}
    links = data.get("links") if isinstance(data, Mapping) else None
    link = links.get("next") if isinstance(links, Mapping) else None
    token = parse_qs(str(link or "").partition("?")[2]).get("continueToken")
    takes_token = _parameter(operation, "continueToken") is not None
    return {"continueToken": token[0]} if token and takes_token else None


def all_items(
    client: Client,
    operation: "Operation",
    path: Mapping[str, str],
    query: Mapping[str, Any] | None = None,
    *,
    limit: int | None = None,
) -> Iterator[Any]:
    """Yield the items of a list up to the limit, requesting pages as needed.

    Stops if a page has no new items, because the server ignores the paging.
    """
    values = dict(query or {})
    seen: set[str] = set()
    count = 0
    while limit is None or count < limit:
        data = client.send(request_for(operation, client.base_url, path, values)).data
        fresh = [row for row in items(data, operation.key) if _is_new(row, seen)]
        for row in fresh:
            yield row
            count += 1
            if count == limit:
                return
        next_values = next_query(data, operation)
        if not fresh or next_values is None:
            return
        values.update(next_values)


def _is_new(row: Any, seen: set[str]) -> bool:
    id = row.get("id") or row.get("git_commit_id") if isinstance(row, Mapping) else None
    if id is None:
        return True
    is_known = str(id) in seen
    seen.add(str(id))
    return not is_known


def _parameter(operation: "Operation", name: str) -> "Parameter | None":
    return next((parameter for parameter in operation.parameters if parameter.name == name), None)
