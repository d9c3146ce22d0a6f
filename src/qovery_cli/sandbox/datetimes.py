"""How the sandbox writes and reads moments: RFC 3339 in UTC with milliseconds, as the API does."""

import time
from collections.abc import Callable
from datetime import UTC, datetime

#: A clock answers with the seconds since 1970; the sandbox never asks the machine directly.
Moment = Callable[[], float]


def iso(seconds: float) -> str:
    """Return a moment as text, such as ``2026-03-01T12:00:00.000Z``."""
    value = datetime.fromtimestamp(seconds, UTC)
    return value.strftime("%Y-%m-%dT%H:%M:%S.") + f"{value.microsecond // 1000:03d}Z"


def seconds(text: str) -> float:
    """Return the seconds since 1970 of a moment written by ``iso`` or any ISO 8601 text."""
    value = datetime.fromisoformat(text)
    return (value if value.tzinfo else value.replace(tzinfo=UTC)).timestamp()


#: How much slower and faster than in reality deployments can run, and how far ahead a clock can be
#: put: beyond that, dates can be neither told apart nor written any more.
SLOWEST, FASTEST = 0.001, 1_000_000.0
FARTHEST = 100 * 365 * 86400.0


def is_speed(value: float) -> bool:
    """Return whether a speed can be kept to; NaN and infinity cannot."""
    return SLOWEST <= value <= FASTEST


class Clock:
    """A clock that can be put forward, so that hours of a deployment pass in a test at once."""

    def __init__(self, source: Moment = time.time, ahead: float = 0.0) -> None:
        self._source = source
        self.ahead = ahead

    def __call__(self) -> float:
        """Return the seconds since 1970, including what the clock was put forward."""
        return self._source() + self.ahead

    def advance(self, by: float) -> None:
        """Put the clock forward by so many seconds."""
        self.ahead += by
