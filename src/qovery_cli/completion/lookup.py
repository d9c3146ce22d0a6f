"""Look up names below the scope of a command line: in the caches, else from the API.

A list that is read only for the id of a parent is used at any age, because ids do not change. If
the API then rejects such an id, the lookup is repeated once without old lists.
"""

import string
from collections.abc import Callable, Mapping
from contextlib import suppress
from typing import Any, Protocol
from urllib.parse import unquote

from qovery_cli.catalog.resources import ALL_SERVICES, RESOURCES, Resource
from qovery_cli.completion import cache, endpoints
from qovery_cli.completion.cache import Row
from qovery_cli.completion.endpoints import NetworkError, RefusedError

_UUID = frozenset(string.hexdigits + "-")


class Scope(Protocol):
    """The value of a scope level."""

    @property
    def value(self) -> str:
        """A name, an id, a path or a URL."""


class Lookup:
    """Lookup of list rows.

    ``get`` requests a path from the API and raises the errors of ``Fetch.get``; ``level`` is that
    of the API. With ``writes_cache``, its responses are written to the caches. If ``together``,
    the lookup is for several kinds of service, which the API may list in one response.
    """

    def __init__(
        self,
        folder: str,
        scope: Mapping[str, Scope],
        get: Callable[[str], Any],
        level: str,
        writes_cache: bool = True,
        *,
        together: bool = False,
    ) -> None:
        self._folder = folder
        self._writes_cache = writes_cache
        self._scope = scope
        self._get = get
        self._level = level
        self._together = together
        self._responses: dict[str, Any] = {}
        self._fetched: dict[str, list[Row]] = {}
        self._use_old, self._old_used = True, False

    def cached(self, kind: str) -> list[Row]:
        """Return the rows of a kind from the caches alone, of any age."""
        get, self._get = self._get, _unreachable
        try:
            place = self._place(RESOURCES[kind])
            names = cache.read(place[1]) if place else None
        except (NetworkError, RefusedError):
            return []
        finally:
            self._get = get
        return list(names.rows) if names else []

    def names(self, kind: str, text: str = "") -> list[Row]:
        """Return the rows of a kind in its parent, [] if the scope does not name the parent.

        If no name starts with ``text``, the part before its last slash is used as the parent, and
        paths are returned. Raises NetworkError.
        """
        while True:
            try:
                return self._matching(RESOURCES[kind], text)
            except RefusedError:
                if not self._old_used:
                    return []
                self._use_old = self._old_used = False

    def _matching(self, resource: Resource, text: str) -> list[Row]:
        rows = self._final(resource, self._place(resource))
        parent_path, slash, _ = text.rpartition("/")
        if not (slash and resource.parent) or any(name.startswith(text) for name, _ in rows):
            return rows
        parent = self._resolve(RESOURCES[resource.parent], parent_path)
        path = cache.names_file(self._folder, resource.kind, parent)
        children = self._final(resource, (parent, path) if parent and path else None)
        return rows + [(f"{parent_path}/{name}", id) for name, id in children]

    def _final(self, resource: Resource, place: tuple[str | None, str] | None) -> list[Row]:
        if place is None:
            return []
        cached = cache.read(place[1]) if self._use_old else None
        return list(cached.rows) if cached and cached.fresh else self._fetch(resource, *place)

    def _place(self, resource: Resource) -> tuple[str | None, str] | None:
        """Return the id of a kind's parent and the file of its list, None without a parent."""
        parent = self._id(resource.parent) if resource.parent else None
        if resource.parent and parent is None:
            return None
        path = cache.names_file(self._folder, resource.kind, parent)
        return (parent, path) if path else None

    def _id(self, kind: str) -> str | None:
        entry = self._scope.get(kind)
        if entry is not None:
            return self._resolve(RESOURCES[kind], entry.value.strip())
        if RESOURCES[kind].parent is not None:
            return None
        rows = self._rows(RESOURCES[kind], None)
        return rows[0][1] if len(rows) == 1 else None

    def _resolve(self, resource: Resource, text: str) -> str | None:
        """Return the id for a name, an id, a path or a URL of the console, None if unknown."""
        if _is_uuid(text):
            return text.lower()
        if "/" in text and (ids := _ids_in(text)) is not None:
            return ids.get(resource.kind)
        parent = self._id(resource.parent) if resource.parent else None
        if parent or not resource.parent:
            id = self._in_list(resource, parent, text)
            if id:
                return id
        left, slash, right = text.rpartition("/")
        outer = (
            self._resolve(RESOURCES[resource.parent], left) if slash and resource.parent else None
        )
        return self._in_list(resource, outer, right) if outer else None

    def _in_list(self, resource: Resource, parent: str | None, text: str) -> str | None:
        id = _id_by_name(self._rows(resource, parent), text)
        path = cache.names_file(self._folder, resource.kind, parent)
        if id is None and path and path not in self._fetched:
            id = _id_by_name(self._fetch(resource, parent, path), text)
        return id

    def _rows(self, resource: Resource, parent: str | None) -> list[Row]:
        """Return the rows of a list, from the caches at any age."""
        path = cache.names_file(self._folder, resource.kind, parent)
        cached = cache.read(path) if path and self._use_old else None
        # With an invalid id, nothing below it could be resolved.
        if cached and cached.rows and all(cache.is_id(id) for _, id in cached.rows):
            self._old_used = True
            return list(cached.rows)
        return self._fetch(resource, parent, path) if path else []

    def _fetch(self, resource: Resource, parent: str | None, path: str) -> list[Row]:
        if path in self._fetched:
            return self._fetched[path]
        operation, response = self._list(resource, parent)
        rows = cache.rows_of(resource, response, operation)
        self._fetched[path] = rows
        # A read-only home directory must not prevent completion.
        with suppress(OSError):
            if self._writes_cache:
                cache.write(path, rows)
                cache.prune(self._folder)
        return rows

    def _list(self, resource: Resource, parent: str | None) -> tuple[str, Any]:
        """Return the operation and the response with the list of a kind.

        The response is [] if the API level lacks the kind.
        """
        if resource.service is not None and not resource.service.is_at(self._level):
            return resource.list_operation, []
        if resource.service is not None and parent and self._together:
            path = endpoints.all_services(parent)
            try:
                if path not in self._responses:
                    self._responses[path] = self._get(path)
                return ALL_SERVICES, self._responses[path]
            except RefusedError:
                # Some servers lack the list of all kinds.
                self._together = False
        return resource.list_operation, self._get(endpoints.path(resource.kind, parent))


def _id_by_name(rows: list[Row], text: str) -> str | None:
    for spelling in dict.fromkeys((text, unquote(text))):
        exact = [id for name, id in rows if name == spelling]
        ids = exact or [id for name, id in rows if name.casefold() == spelling.casefold()]
        if len(ids) == 1:
            return ids[0]
    return None


def _is_uuid(text: str) -> bool:
    return len(text) == 36 and text.count("-") == 4 and not set(text) - _UUID


def _ids_in(text: str) -> Mapping[str, str] | None:
    """Return the ids in a URL of the console by kind, None if the text is not a URL."""
    from qovery_cli.resolve.reference import console_ids, is_url

    return console_ids(text) if is_url(text) else None


def _unreachable(path: str) -> Any:  # noqa: ARG001 - the signature of ``get``
    raise NetworkError
