"""Modules that libraries import and a command seldom uses: they are loaded when they are used.

Typer and httpx, and what they stand on, import at their top what only some of their functions
need: e-mail headers, international host names, processes. All of that is a fifteenth of a
command's start. ``defer`` makes each such import a name; the module's code runs when something
of it is first asked for, whoever asks.

The standard library's LazyLoader would be the tool, but a module's second import ends its
laziness: the import system then asks for ``__spec__``, which for LazyLoader is a use.
"""

import sys
from collections.abc import Sequence
from importlib.machinery import ModuleSpec, PathFinder
from threading import RLock
from types import ModuleType
from typing import Any

#: None of them is used by a command that gets an answer and prints it, but ipaddress for a host
#: that is a number: found by deferring every module and seeing which of them stayed unloaded. Each
#: costs more to load than to defer.
SELDOM_USED = frozenset(
    {
        "certifi",
        "email.base64mime",
        "email.errors",
        "email.header",
        "email.parser",
        "email.quoprimime",
        "idna",
        "ipaddress",
        "linecache",
        "locale",
        "mimetypes",
        "numbers",
        "selectors",
        "shellingham",
        "stringprep",
        "subprocess",
        "textwrap",
        "tokenize",
    }
)

#: What the import system asks of a module that it is about to make.
_ASKED_BY_IMPORT = frozenset({"__path__", "__file__", "__cached__"})

# One for all: a lock for each module could wait for another thread's in a circle.
_LOADING = RLock()


def defer() -> None:
    """Let the modules that are seldom used be loaded by their first use, in this process."""
    if _Finder not in sys.meta_path:
        sys.meta_path.insert(0, _Finder)


class _Finder:
    """Finds a module as ever, and gives it a loader that waits."""

    @staticmethod
    def find_spec(
        name: str, path: Sequence[str] | None = None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        if name not in SELDOM_USED:
            return None
        spec = PathFinder.find_spec(name, path, target)
        if spec is not None and spec.loader is not None:
            spec.loader = _Waiting(spec.loader)  # type: ignore[assignment]  # what is asked of it
        return spec


class _Waiting:
    """Makes a module that is not loaded yet."""

    def __init__(self, loader: Any) -> None:
        self._loader = loader

    def create_module(self, spec: ModuleSpec) -> ModuleType:
        return _Later(spec.name)

    def exec_module(self, module: ModuleType) -> None:
        # From here on everybody sees the real loader, resources and tracebacks too.
        vars(module)["__loader__"] = self._loader
        if module.__spec__ is not None:
            module.__spec__.loader = self._loader

    def __getattr__(self, name: str) -> Any:
        # Whatever else is asked of a loader.
        return getattr(self._loader, name)


class _Later(ModuleType):
    """A module whose code has not run; only what is missing gets here."""

    def __getattr__(self, name: str) -> Any:
        if name in _ASKED_BY_IMPORT:
            raise AttributeError(name)
        with _LOADING:
            if type(self) is _Later and not vars(self).get("__loading__"):
                self._load()
        return ModuleType.__getattribute__(self, name)

    def _load(self) -> None:
        mine = vars(self)
        mine["__loading__"] = True
        try:
            mine["__loader__"].exec_module(self)
            self.__class__ = ModuleType  # type: ignore[assignment]  # an ordinary one from now on
        finally:
            # A module that fails to load fails the next one who asks in the same way.
            del mine["__loading__"]
