"""Fill the completion caches from the responses of ordinary commands.

The session reports each response, and the caches are written when the command has ended. Errors
are ignored, and no requests are made.
"""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from qovery_cli.catalog.resources import ALL_SERVICES, RESOURCES, SERVICES, Resource
from qovery_cli.completion import OFF, endpoints
from qovery_cli.config.validation import switched_on

if TYPE_CHECKING:
    from qovery_cli.config.settings import Settings
    from qovery_cli.http.request import Request

#: Maximum number of lists that one command writes; more would delay its exit.
MAX_LISTS = 16

_LISTS: dict[str, list[Resource]] = {}
for _resource in RESOURCES.values():
    if not _resource.singleton:
        _LISTS.setdefault(_resource.list_operation, []).append(_resource)
_LISTS[ALL_SERVICES] += [RESOURCES[kind] for kind in SERVICES]

#: A kind of resource and the id of the parent of the list.
ListKey = tuple[str, "str | None"]


class CacheWriter:
    """Collector of the lists in one command's responses."""

    def __init__(self, environ: Mapping[str, str]) -> None:
        self._environ = environ
        self._disabled = switched_on(environ, OFF)
        #: The operation and the response of each list.
        self._lists: dict[ListKey, tuple[str, Any]] = {}
        self._invalid: set[ListKey] = set()

    def record(self, request: Request, data: Any) -> None:
        """Record a response: a list to cache, or a change that invalidates lists."""
        if self._disabled:
            return
        segments = request.url.partition("?")[0].split("/")
        if request.changes:
            self._invalid.update(self._invalidated(segments))
            return
        if request.query:
            return
        operation = str(request.operation)
        for resource in _LISTS.get(operation, ()):
            key = (resource.kind, _id_after(segments, resource.parent))
            if (key[1] is None) != (resource.parent is None):
                continue
            if len(self._lists) < MAX_LISTS or key in self._lists:
                self._lists[key] = operation, data

    def flush(self, settings: Settings | None) -> None:
        """Write the caches; ``settings`` is None for a command that did not load them."""
        if self._disabled:
            return
        # A finished command must not fail because of a full disk, a read-only home directory or
        # an unexpected response.
        with suppress(Exception):
            self._write(settings)

    def _write(self, settings: Settings | None) -> None:
        from qovery_cli.completion import cache, context

        if settings is not None and (self._lists or self._invalid):
            stored, typed = settings.stored, settings.profile_on_command_line
            folder = cache.folder(self._environ, stored, typed)
            for kind, parent in self._invalid:
                cache.forget(cache.names_file(folder, kind, parent) or "")
            for (kind, parent), (operation, data) in self._lists.items():
                path = cache.names_file(folder, kind, parent)
                if path is not None and (kind, parent) not in self._invalid:
                    cache.write(path, cache.rows_of(RESOURCES[kind], data, operation))
            if self._lists:
                cache.prune(folder)
        self._lists, self._invalid = {}, set()
        context.refresh(self._environ)

    def _invalidated(self, segments: list[str]) -> set[ListKey]:
        """Return the lists that a change at a path invalidates: .../PARENT/ID/KIND[/ID]."""
        keys: set[ListKey] = set()
        for resource in RESOURCES.values():
            parent = _id_after(segments, resource.parent)
            if segments[-1] in {endpoints.end(resource.kind), resource.segment}:
                keys.add((resource.kind, parent))
            elif segments[-2:-1] == [resource.segment] or segments[-1] == "clone":
                keys |= {key for key in self._lists if key[0] == resource.kind}
                keys |= {(resource.kind, parent)} if parent else set()
        return keys


def _id_after(segments: list[str], kind: str | None) -> str | None:
    """Return the last id of a resource of a kind in a path, None without one."""
    wanted = RESOURCES[kind].segment if kind else None
    ids = [following for segment, following in pairwise(segments) if segment == wanted]
    return ids[-1] if ids else None
