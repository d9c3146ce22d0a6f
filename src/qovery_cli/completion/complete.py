"""``qovery __complete SHELL WORD...``: the names that a shell cannot tell by itself.

The last word is the unfinished one. Prints a line for each candidate, with a tab and a few words
behind it where there is something to say. Whatever goes wrong, it is silent, and it ends within
a second: the scripts call it while somebody waits for TAB.
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
from qovery_cli.completion.parse_line import Asked, asked
from qovery_cli.config.settings import Settings, load
from qovery_cli.config.validation import switched_on

if TYPE_CHECKING:
    from qovery_cli.completion.fetch import Fetch

#: Seconds from the start of this module to the answer; with Python's own start it is one second.
LIMIT = 0.85

SHELLS = ("bash", "zsh", "fish", "powershell")

#: The levels in which something can lie, with how deep that is.
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
    # The text of names must not depend on the locale: a shell reads bytes.
    with suppress(OSError, AttributeError):
        sys.stdout.buffer.write("".join(f"{line}\n" for line in lines).encode())
    return 0


def candidates(
    words: Sequence[str], environ: Mapping[str, str], cwd: Path, deadline: float
) -> list[str]:
    """Return the lines for the last word, [] if it is to be no name."""
    wanted = asked(words)
    if wanted is None:
        return []
    search = Search(wanted, environ, cwd, deadline)
    # In a thread: a name server, a keyring or a trickle of bytes keeps no deadline.
    worker = threading.Thread(target=search.run, daemon=True)
    worker.start()
    worker.join(max(deadline - time.monotonic(), 0))
    if worker.is_alive():
        search.hold()
    return _lines(search.found, wanted)


class Search:
    """One search; ``found`` has the rows of each kind, what is known before what is asked."""

    def __init__(
        self, wanted: Asked, environ: Mapping[str, str], cwd: Path, deadline: float
    ) -> None:
        self.found: dict[str, list[Row]] = {}
        self._wanted = wanted
        self._environ = environ
        self._cwd = cwd
        self._deadline = deadline
        self._folder = ""
        self._keeps = not switched_on(environ, OFF)

    def run(self) -> None:
        """Fill ``found``; errors end it, and leave what was known."""
        with suppress(Exception):
            settings = load(self._wanted.line.typed, self._environ, self._cwd)
            self._folder = cache.folder(
                self._environ, settings.stored, settings.profile_on_command_line
            )
            if self._keeps:
                with suppress(Exception):
                    context.refresh(self._environ)
            kinds = _meant(self._wanted, settings.scope)
            self.found = {kind: [] for kind in kinds}
            jobs = [partial(self._fill, kind, settings) for kind in kinds]
            others = [threading.Thread(target=job, daemon=True) for job in jobs[1:]]
            for thread in others:
                thread.start()
            for job in jobs[:1]:
                job()
            for thread in others:
                thread.join()

    def hold(self) -> None:
        """Leave the network alone for a while: the next TAB is not to wait in vain as well."""
        if self._folder and self._keeps:
            with suppress(OSError):
                cache.write(self._hold_file, [], cache.HELD)

    def _fill(self, kind: str, settings: Settings) -> None:
        # Each thread has its own connection, and its own memory of what it asked.
        fetch: list[Fetch] = []

        def get(path: str) -> Any:
            if not fetch:
                fetch.append(self._opened(settings))
            try:
                return fetch[0].get(path)
            except NetworkError:
                self.hold()
                raise

        lookup = Lookup(self._folder, settings.scope, get, self._keeps)
        with suppress(Exception):
            self.found[kind] = lookup.known(kind)
            self.found[kind] = lookup.names(kind, self._wanted.text)
        for one in fetch:
            one.close()

    def _opened(self, settings: Settings) -> "Fetch":
        held = cache.read(self._hold_file)
        if held is not None and held.fresh:
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


def _meant(wanted: Asked, scope: Mapping[str, Any]) -> list[str]:
    """Return the kinds that a name may be of: the alternative that the command line selects."""
    depths: dict[str, int] = {}
    for code in wanted.kinds.split("|"):
        kinds, _, flag = code.partition("?")
        parent = str(RESOURCES[kinds.partition("+")[0]].parent)
        if code == wanted.kinds or flag in wanted.line.flags:
            return kinds.split("+")
        if not flag and parent in scope:
            depths[kinds] = _DEPTH.get(parent, _DEEPEST)
    deepest = [kinds for kinds, depth in depths.items() if depth == max(depths.values())]
    return deepest if len(deepest) == 1 else []


def _lines(found: Mapping[str, Sequence[Row]], wanted: Asked) -> list[str]:
    lines: dict[str, str] = {}
    for kind, rows in found.items():
        for name, id in rows:
            if name.startswith("-") and wanted.is_argument:
                # The name would be taken for an option.
                lines.setdefault(id, name)
            else:
                lines.setdefault(name, RESOURCES[kind].noun if len(found) > 1 else "")
    return [f"{wanted.lead}{text}" + (f"\t{said}" if said else "") for text, said in lines.items()]
