"""Poll until something has ended: pure, with the clock and the pauses given by the caller."""

from collections.abc import Callable
from math import inf
from time import monotonic
from time import sleep as really_sleep
from typing import TypeVar

from qovery_cli.errors import AuthError, ForbiddenError, QoveryError, UnavailableError

#: Seconds that the API may be unavailable before the wait gives up.
PATIENCE = 300.0

#: Seconds for which a refusal (401, 403) may be a passing trouble.
REFUSAL_PATIENCE = 30.0

_GROWTH = 1.5

#: Less time than this is not enough for another look.
_SHORTEST = 0.1

T = TypeVar("T")


def poll_until(
    look: Callable[[], T | None],
    *,
    ends: float | None = None,
    first_interval: float = 1.0,
    max_interval: float = 10.0,
    patience: float = PATIENCE,
    clock: Callable[[], float] = monotonic,
    sleep: Callable[[float], None] = really_sleep,
) -> T:
    """Return the first result of ``look`` that is not None.

    ``ends`` is the time of the clock at which the wait is over, None for never; intervals are in
    seconds and grow. Raises TimeoutError when the time is up. An UnavailableError of ``look``
    is raised once it has lasted for ``patience``, an AuthError or ForbiddenError sooner, and any
    other error at once.
    """
    trouble, interval = _Trouble(patience, clock), first_interval
    while True:
        try:
            result = look()
            trouble.is_over()
        except (UnavailableError, AuthError, ForbiddenError) as error:
            result = None
            if ends is None or clock() < ends - _SHORTEST:
                trouble.lasts(error)
        if result is not None:
            return result
        left = inf if ends is None else ends - clock()
        if left <= _SHORTEST:
            raise TimeoutError
        # The last look needs some time itself.
        sleep(interval if interval < left else max(left - 1.0, left / 2))
        interval = min(interval * _GROWTH, max_interval)


class _Trouble:
    """The time for which the API has been away or has refused to answer."""

    def __init__(self, patience: float, clock: Callable[[], float]) -> None:
        self._patience = patience
        self._clock = clock
        self._since: float | None = None

    def lasts(self, error: QoveryError) -> None:
        """Raise the error if the trouble has lasted for too long."""
        if self._since is None:
            self._since = self._clock()
        unavailable = isinstance(error, UnavailableError)
        patience = self._patience if unavailable else min(self._patience, REFUSAL_PATIENCE)
        if self._clock() - self._since >= patience:
            raise error

    def is_over(self) -> None:
        """Start anew with the next error."""
        self._since = None
