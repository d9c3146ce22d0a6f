"""What ordinary commands learn for the next TAB: the lists that passed by, and the settings.

The session tells of each answer; everything is written when the command has ended. Nothing here
ever fails a command, and a command never waits for the network because of it.
"""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from qovery_cli.catalog.resources import RESOURCES
from qovery_cli.completion import OFF, endpoints
from qovery_cli.config.validation import switched_on

if TYPE_CHECKING:
    from qovery_cli.config.settings import Settings
    from qovery_cli.http.request import Request

#: How many lists one command keeps: to write more would be felt.
MOST_LISTS = 16

_LISTS = {resource.list_operation: resource for resource in RESOURCES.values()}

#: A kind and the id of the parent whose list it is.
Place = tuple[str, "str | None"]


class Memory:
    """Collects what one command has seen."""

    def __init__(self, environ: Mapping[str, str]) -> None:
        self._environ = environ
        self._off = switched_on(environ, OFF)
        self._seen: dict[Place, Any] = {}
        self._gone: set[Place] = set()

    def answered(self, request: Request, data: Any) -> None:
        """Note the answer to a request: a list to keep, or a change that makes a list wrong."""
        if self._off:
            return
        segments = request.url.partition("?")[0].split("/")
        if request.changes:
            self._gone.update(self._changed(segments))
            return
        resource = _LISTS.get(str(request.operation))
        if resource is not None and not request.query and not resource.singleton:
            place = (resource.kind, _id_behind(segments, resource.parent))
            if (place[1] is None) != (resource.parent is None):
                return
            if len(self._seen) < MOST_LISTS or place in self._seen:
                self._seen[place] = data

    def flush(self, settings: Settings | None) -> None:
        """Write what was noted; ``settings`` are None for a command that needed none."""
        if self._off:
            return
        # A command that has done its work must not fail because of a full disk, a read-only home
        # or data of a shape that nobody has seen yet.
        with suppress(Exception):
            self._write(settings)

    def _write(self, settings: Settings | None) -> None:
        from qovery_cli.completion import cache, context

        if settings is not None and (self._seen or self._gone):
            stored, typed = settings.stored, settings.profile_on_command_line
            folder = cache.folder(self._environ, stored, typed)
            for kind, parent in self._gone:
                cache.forget(cache.names_file(folder, kind, parent) or "")
            for (kind, parent), data in self._seen.items():
                path = cache.names_file(folder, kind, parent)
                if path is not None and (kind, parent) not in self._gone:
                    cache.write(path, cache.rows_of(RESOURCES[kind], data))
            if self._seen:
                cache.prune(folder)
        self._seen, self._gone = {}, set()
        context.refresh(self._environ)

    def _changed(self, segments: list[str]) -> set[Place]:
        """Return the lists that a change at a path makes wrong: .../PARENT/ID/KIND[/ID]."""
        found: set[Place] = set()
        for resource in RESOURCES.values():
            parent = _id_behind(segments, resource.parent)
            if segments[-1] in {endpoints.end(resource.kind), endpoints.stem(resource.kind)}:
                found.add((resource.kind, parent))
            elif segments[-2:-1] == [endpoints.stem(resource.kind)] or segments[-1] == "clone":
                found |= {place for place in self._seen if place[0] == resource.kind}
                found |= {(resource.kind, parent)} if parent else set()
        return found


def _id_behind(segments: list[str], kind: str | None) -> str | None:
    """Return the id of a resource of a kind in a path, the last one if there are several."""
    stem = endpoints.stem(kind) if kind else None
    found = [after for before, after in pairwise(segments) if before == stem]
    return found[-1] if found else None
