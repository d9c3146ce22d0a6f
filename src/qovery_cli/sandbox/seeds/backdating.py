"""Makes the past: what is planted inside ``past`` was created and asked for then."""

from collections.abc import Iterator
from contextlib import contextmanager

from qovery_cli.sandbox.state.store import Store

HOUR = 3600.0
DAY = 24 * HOUR
#: How long ago the demo's resources were created.
AGE = 120 * DAY


@contextmanager
def past(store: Store, seconds: float) -> Iterator[None]:
    """Let a store's clock stand so many seconds back while the block runs."""
    clock = store.clock
    then = clock() - seconds
    store.clock = lambda: then
    try:
        yield
    finally:
        store.clock = clock
