"""Classification of the sandbox's operations by the kind of their handler.

``python -m qovery_cli.sandbox.coverage`` prints the numbers and fails if any response comes from
its schema alone.
"""

from enum import StrEnum

from qovery_cli import catalog
from qovery_cli.sandbox.handler import is_for_all_kinds
from qovery_cli.sandbox.handlers.generic import makes_up
from qovery_cli.sandbox.server.backend import Backend
from qovery_cli.sandbox.state.store import Store


class Source(StrEnum):
    """The origin of an operation's responses."""

    WRITTEN = "hand-written"
    FAMILY = "one for all kinds of service"
    STORE = "generic store"
    SCHEMA = "made up from the schema"


def sources(level: str) -> dict[str, Source]:
    """Return the source of every operation of an API level, by its key."""
    store = Store()
    try:
        backend = Backend(store, level)
        return {
            key: _source(backend, key)
            for key, operation in catalog.operations().items()
            if level in operation.api
        }
    finally:
        store.close()


def _source(backend: Backend, key: str) -> Source:
    handler = backend.handlers.get(key)
    if handler is not None:
        return Source.FAMILY if is_for_all_kinds(handler, key) else Source.WRITTEN
    made_up = makes_up(catalog.operation(key), backend.members.get(key))
    return Source.SCHEMA if made_up else Source.STORE
