"""Backdate seeded documents and actions."""

from collections.abc import Iterator
from contextlib import contextmanager

from qovery_cli.sandbox.state.store import Store

HOUR = 3600.0
DAY = 24 * HOUR
#: The age of the demo's resources.
AGE = 120 * DAY


@contextmanager
def past(store: Store, seconds: float) -> Iterator[None]:
    """Set a store's clock back by a number of seconds within the block."""
    clock = store.clock
    then = clock() - seconds
    store.clock = lambda: then
    try:
        yield
    finally:
        store.clock = clock
