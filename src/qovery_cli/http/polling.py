"""Poll until a condition is met; clock and sleep are injected by the caller."""

from collections.abc import Callable
from math import inf
from time import monotonic
from time import sleep as really_sleep
from typing import TypeVar

from qovery_cli.errors import AuthError, ForbiddenError, QoveryError, UnavailableError

#: Seconds that the API may be unavailable before polling fails.
PATIENCE = 300.0

#: Seconds for which 401 and 403 are treated as temporary.
REFUSAL_PATIENCE = 30.0

_GROWTH = 1.5

#: Seconds below which another check is not worth starting.
_SHORTEST = 0.1

T = TypeVar("T")


def poll_until(
    check: Callable[[], T | None],
    *,
    deadline: float | None = None,
    first_interval: float = 1.0,
    max_interval: float = 10.0,
    patience: float = PATIENCE,
    clock: Callable[[], float] = monotonic,
    sleep: Callable[[float], None] = really_sleep,
) -> T:
    """Call ``check`` until it returns a value other than None, and return that value.

    ``deadline`` is a time of ``clock``, None for no limit. Intervals are in seconds and grow.
    Raises TimeoutError at the deadline. An UnavailableError of ``check`` is raised once it has
    persisted for ``patience`` seconds, an AuthError or ForbiddenError earlier, any other error at
    once.
    """
    outage, interval = _Outage(patience, clock), first_interval
    while True:
        try:
            result = check()
            outage.end()
        except (UnavailableError, AuthError, ForbiddenError) as error:
            result = None
            if deadline is None or clock() < deadline - _SHORTEST:
                outage.record(error)
        if result is not None:
            return result
        remaining = inf if deadline is None else deadline - clock()
        if remaining <= _SHORTEST:
            raise TimeoutError
        # Reserve time for the last check itself.
        sleep(interval if interval < remaining else max(remaining - 1.0, remaining / 2))
        interval = min(interval * _GROWTH, max_interval)


class _Outage:
    """The time since the API became unavailable or started to reject requests."""

    def __init__(self, patience: float, clock: Callable[[], float]) -> None:
        self._patience = patience
        self._clock = clock
        self._since: float | None = None

    def record(self, error: QoveryError) -> None:
        """Start the outage, or raise the error if the outage has lasted too long."""
        if self._since is None:
            self._since = self._clock()
        unavailable = isinstance(error, UnavailableError)
        patience = self._patience if unavailable else min(self._patience, REFUSAL_PATIENCE)
        if self._clock() - self._since >= patience:
            raise error

    def end(self) -> None:
        """End the outage; the next error starts a new one."""
        self._since = None
