"""The modules that hold handlers, imported when a server starts."""

import importlib
import pkgutil
from collections.abc import Iterator
from types import ModuleType

_OUTSIDE = ("lifecycle", "variables", "history")


def handler_modules() -> Iterator[ModuleType]:
    """Import and return every module with handlers."""
    package = importlib.import_module("qovery_cli.sandbox.handlers")
    for found in pkgutil.iter_modules(package.__path__):
        yield importlib.import_module(f"{package.__name__}.{found.name}")
    sandbox = importlib.import_module("qovery_cli.sandbox")
    present = {found.name for found in pkgutil.iter_modules(sandbox.__path__)}
    for name in _OUTSIDE:
        if name in present:
            yield importlib.import_module(f"{sandbox.__name__}.{name}")
