"""Names below the scope of a command line: from the caches, else from the API.

A list that only has to tell an id is believed however old it is: ids do not change. If the API
then knows nothing of it, everything is asked anew, once.
"""

import string
from collections.abc import Callable, Mapping
from contextlib import suppress
from typing import Any, Protocol
from urllib.parse import unquote

from qovery_cli.catalog.resources import RESOURCES, Resource
from qovery_cli.completion import cache, endpoints
from qovery_cli.completion.cache import Row
from qovery_cli.completion.endpoints import NetworkError, RefusedError

_UUID = frozenset(string.hexdigits + "-")


class Scope(Protocol):
    """The text that a level of the scope was given."""

    @property
    def value(self) -> str:
        """A name, an id, a path or a URL."""


class Lookup:
    """Finds the rows of lists; ``get`` asks the API for a path, and raises as ``Fetch.get``.

    With ``keeps``, what it answers is written to the caches.
    """

    def __init__(
        self,
        folder: str,
        scope: Mapping[str, Scope],
        get: Callable[[str], Any],
        keeps: bool = True,
    ) -> None:
        self._folder = folder
        self._keeps = keeps
        self._scope = scope
        self._get = get
        self._asked: dict[str, list[Row]] = {}
        self._believing, self._believed = True, False

    def known(self, kind: str) -> list[Row]:
        """Return what the caches alone say of a kind, however old."""
        get, self._get = self._get, _unreachable
        try:
            place = self._place(RESOURCES[kind])
            found = cache.read(place[1]) if place else None
        except (NetworkError, RefusedError):
            return []
        finally:
            self._get = get
        return list(found.rows) if found else []

    def names(self, kind: str, text: str = "") -> list[Row]:
        """Return the rows of a kind in its parent, [] where the scope does not name that.

        Where no name begins as the text does, what it says before its last slash is the parent,
        and the names are paths. Raises NetworkError.
        """
        while True:
            try:
                return self._named(RESOURCES[kind], text)
            except RefusedError:
                if not self._believed:
                    return []
                self._believing = self._believed = False

    def _named(self, resource: Resource, text: str) -> list[Row]:
        rows = self._final(resource, self._place(resource))
        above, slash, _ = text.rpartition("/")
        if not (slash and resource.parent) or any(name.startswith(text) for name, _ in rows):
            return rows
        parent = self._meant(RESOURCES[resource.parent], above)
        path = cache.names_file(self._folder, resource.kind, parent)
        below = self._final(resource, (parent, path) if parent and path else None)
        return rows + [(f"{above}/{name}", id) for name, id in below]

    def _final(self, resource: Resource, place: tuple[str | None, str] | None) -> list[Row]:
        if place is None:
            return []
        cached = cache.read(place[1]) if self._believing else None
        return list(cached.rows) if cached and cached.fresh else self._ask(resource, *place)

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
            return self._meant(RESOURCES[kind], entry.value.strip())
        if RESOURCES[kind].parent is not None:
            return None
        everything = self._some(RESOURCES[kind], None)
        return everything[0][1] if len(everything) == 1 else None

    def _meant(self, resource: Resource, text: str) -> str | None:
        """Return the id that a text means; paths and URLs are understood too."""
        if _is_uuid(text):
            return text.lower()
        if "/" in text and (ids := _ids_in(text)) is not None:
            return ids.get(resource.kind)
        parent = self._id(resource.parent) if resource.parent else None
        if parent or not resource.parent:
            found = self._in_list(resource, parent, text)
            if found:
                return found
        left, slash, right = text.rpartition("/")
        outer = self._meant(RESOURCES[resource.parent], left) if slash and resource.parent else None
        return self._in_list(resource, outer, right) if outer else None

    def _in_list(self, resource: Resource, parent: str | None, text: str) -> str | None:
        found = _called(self._some(resource, parent), text)
        path = cache.names_file(self._folder, resource.kind, parent)
        if found is None and path and path not in self._asked:
            found = _called(self._ask(resource, parent, path), text)
        return found

    def _some(self, resource: Resource, parent: str | None) -> list[Row]:
        """Return the rows of a list, old ones too."""
        path = cache.names_file(self._folder, resource.kind, parent)
        cached = cache.read(path) if path and self._believing else None
        # Below an id that is none, nothing could ever be found.
        if cached and cached.rows and all(cache.is_id(id) for _, id in cached.rows):
            self._believed = True
            return list(cached.rows)
        return self._ask(resource, parent, path) if path else []

    def _ask(self, resource: Resource, parent: str | None, path: str) -> list[Row]:
        if path in self._asked:
            return self._asked[path]
        rows = cache.rows_of(resource, self._get(endpoints.path(resource.kind, parent)))
        self._asked[path] = rows
        # A home that cannot be written to still gets its answer.
        with suppress(OSError):
            if self._keeps:
                cache.write(path, rows)
                cache.prune(self._folder)
        return rows


def _called(rows: list[Row], text: str) -> str | None:
    for wanted in dict.fromkeys((text, unquote(text))):
        exact = [id for name, id in rows if name == wanted]
        alike = exact or [id for name, id in rows if name.casefold() == wanted.casefold()]
        if len(alike) == 1:
            return alike[0]
    return None


def _is_uuid(text: str) -> bool:
    return len(text) == 36 and text.count("-") == 4 and not set(text) - _UUID


def _ids_in(text: str) -> Mapping[str, str] | None:
    """Return the ids in a URL of the console by kind, None for a text that is no URL."""
    from qovery_cli.resolve.reference import console_ids, is_url

    return console_ids(text) if is_url(text) else None


def _unreachable(path: str) -> Any:  # noqa: ARG001 - the signature of what it stands for
    raise NetworkError
