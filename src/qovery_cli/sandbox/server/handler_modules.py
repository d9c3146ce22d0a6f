"""Import of the modules that hold handlers, done once when a server starts."""

import importlib
import pkgutil
from collections.abc import Iterator
from types import ModuleType


def handler_modules() -> Iterator[ModuleType]:
    """Import and yield every module of ``sandbox.handlers``."""
    package = importlib.import_module("qovery_cli.sandbox.handlers")
    for module in pkgutil.iter_modules(package.__path__):
        yield importlib.import_module(f"{package.__name__}.{module.name}")
