"""Complete names that are not cached: ``qovery __complete SHELL WORD...``.

The last word is the unfinished one. Each candidate is printed on a line, with a tab and a
description if the candidates are of several kinds. Errors are silent, and the process ends within
one second, because the scripts call it while the user waits for TAB.
"""

import os
import sys
import threading
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qovery_cli.catalog.resources import RESOURCES
from qovery_cli.completion import OFF, cache, context
from qovery_cli.completion.cache import Row
from qovery_cli.completion.endpoints import NetworkError
from qovery_cli.completion.lookup import Lookup
from qovery_cli.completion.parse_line import NameRequest, parse_line
from qovery_cli.config import validation
from qovery_cli.config.settings import Settings, load
from qovery_cli.config.validation import switched_on

if TYPE_CHECKING:
    from qovery_cli.completion.fetch import Fetch

#: Maximum seconds from the import of this module to the output; Python's start adds 0.15.
LIMIT = 0.85

SHELLS = ("bash", "zsh", "fish", "powershell")

#: The depth of each kind of parent in the scope.
_DEPTH = {"organization": 0, "cluster": 1, "project": 1, "environment": 2}
_DEEPEST = 3


def main(argv: Sequence[str]) -> int:
    """Print the candidates for a shell and its words, and return 0."""
    deadline = time.monotonic() + LIMIT
    lines: list[str] = []
    with suppress(Exception):
        if argv and argv[0] in SHELLS:
            words = [*argv[1:-1], argv[-1].strip()] if argv[0] == "powershell" else argv[1:]
            lines = candidates(words, os.environ, Path.cwd(), deadline)
    # UTF-8 whatever the locale is: the shell passes the bytes on.
    with suppress(OSError, AttributeError):
        sys.stdout.buffer.write("".join(f"{line}\n" for line in lines).encode())
    return 0


def candidates(
    words: Sequence[str], environ: Mapping[str, str], cwd: Path, deadline: float
) -> list[str]:
    """Return the output lines for the last word, [] if it is not a resource name."""
    request = parse_line(words)
    if request is None:
        return []
    search = Search(request, environ, cwd, deadline)
    # In a thread, because name servers, keyrings and slow responses ignore the deadline.
    worker = threading.Thread(target=search.run, daemon=True)
    worker.start()
    worker.join(max(deadline - time.monotonic(), 0))
    if worker.is_alive():
        search.hold()
    return _lines(search.rows, request)


class Search:
    """One search for names.

    ``rows`` has the rows of each kind: first those of the caches, then those of the API.
    """

    def __init__(
        self, request: NameRequest, environ: Mapping[str, str], cwd: Path, deadline: float
    ) -> None:
        self.rows: dict[str, list[Row]] = {}
        self._request = request
        self._environ = environ
        self._cwd = cwd
        self._deadline = deadline
        self._folder = ""
        self._writes_cache = not switched_on(environ, OFF)

    def run(self) -> None:
        """Fill ``rows``; an error ends the search and keeps the rows so far."""
        with suppress(Exception):
            settings = load(self._request.line.typed, self._environ, self._cwd)
            self._folder = cache.folder(
                self._environ, settings.stored, settings.profile_on_command_line
            )
            if self._writes_cache:
                with suppress(Exception):
                    context.refresh(self._environ)
            kinds = _select_kinds(self._request, settings.scope)
            self.rows = {kind: [] for kind in kinds}
            jobs = [partial(self._fill, group, settings) for group in _groups(kinds, settings)]
            others = [threading.Thread(target=job, daemon=True) for job in jobs[1:]]
            for thread in others:
                thread.start()
            for job in jobs[:1]:
                job()
            for thread in others:
                thread.join()

    def hold(self) -> None:
        """Suspend API calls for a while, so that the next TAB does not wait in vain too."""
        if self._folder and self._writes_cache:
            with suppress(OSError):
                cache.write(self._hold_file, [], cache.HOLD_SECONDS)

    def _fill(self, kinds: Sequence[str], settings: Settings) -> None:
        # Each thread has its own connection, opened on first use.
        connections: list[Fetch] = []

        def get(path: str) -> Any:
            if not connections:
                connections.append(self._open(settings))
            try:
                return connections[0].get(path)
            except NetworkError:
                self.hold()
                raise

        lookup = Lookup(
            self._folder,
            settings.scope,
            get,
            settings.api_level,
            self._writes_cache,
            together=len(kinds) > 1,
        )
        with suppress(Exception):
            for kind in kinds:
                self.rows[kind] = lookup.cached(kind)
            for kind in kinds:
                self.rows[kind] = lookup.names(kind, self._request.text)
        for connection in connections:
            connection.close()

    def _open(self, settings: Settings) -> "Fetch":
        hold = cache.read(self._hold_file)
        if hold is not None and hold.fresh:
            raise NetworkError
        from qovery_cli.auth.store import TokenStore
        from qovery_cli.auth.token import find_token
        from qovery_cli.completion.fetch import Fetch

        store = TokenStore(settings.config_directory, self._environ)
        authorization = find_token(settings, self._environ, store).authorization
        return Fetch(settings.api_url, authorization, self._environ, self._deadline)

    @property
    def _hold_file(self) -> str:
        return os.path.join(self._folder, "hold")  # noqa: PTH118 - as in cache


def _groups(kinds: Sequence[str], settings: Settings) -> list[Sequence[str]]:
    """Return the kinds in groups, of which each is looked up with requests of its own."""
    newest = validation.API_LEVELS[-1]
    return [kinds] if settings.api_level == newest else [[kind] for kind in kinds]


def _select_kinds(request: NameRequest, scope: Mapping[str, Any]) -> list[str]:
    """Return the kinds of the alternative that the command line or the scope selects."""
    depths: dict[str, int] = {}
    for code in request.kinds.split("|"):
        kinds, _, flag = code.partition("?")
        parent = str(RESOURCES[kinds.partition("+")[0]].parent)
        if code == request.kinds or flag in request.line.flags:
            return kinds.split("+")
        if not flag and parent in scope:
            depths[kinds] = _DEPTH.get(parent, _DEEPEST)
    deepest = [kinds for kinds, depth in depths.items() if depth == max(depths.values())]
    return deepest if len(deepest) == 1 else []


def _lines(rows_by_kind: Mapping[str, Sequence[Row]], request: NameRequest) -> list[str]:
    lines: dict[str, str] = {}
    for kind, rows in rows_by_kind.items():
        for name, id in rows:
            if name.startswith("-") and request.is_argument:
                # The name would be parsed as an option.
                lines.setdefault(id, name)
            else:
                lines.setdefault(name, RESOURCES[kind].noun if len(rows_by_kind) > 1 else "")
    return [f"{request.lead}{text}" + (f"\t{noun}" if noun else "") for text, noun in lines.items()]
