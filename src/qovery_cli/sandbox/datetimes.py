"""Timestamps in the API's format (RFC 3339, UTC, milliseconds) and the sandbox's clock."""

import time
from collections.abc import Callable
from datetime import UTC, datetime

#: A clock returns the seconds since 1970; the sandbox never reads the system clock directly.
Moment = Callable[[], float]


def iso(seconds: float) -> str:
    """Return a timestamp such as ``2026-03-01T12:00:00.000Z``."""
    value = datetime.fromtimestamp(seconds, UTC)
    return value.strftime("%Y-%m-%dT%H:%M:%S.") + f"{value.microsecond // 1000:03d}Z"


def seconds(text: str) -> float:
    """Return the seconds since 1970 of an ISO 8601 timestamp."""
    value = datetime.fromisoformat(text)
    return (value if value.tzinfo else value.replace(tzinfo=UTC)).timestamp()


#: Limits of the speed factor and of clock advances: beyond them timestamps lose their precision or
#: cannot be formatted.
SLOWEST, FASTEST = 0.001, 1_000_000.0
FARTHEST = 100 * 365 * 86400.0


def is_speed(value: float) -> bool:
    """Return whether a speed is in the supported range; NaN and infinity are not."""
    return SLOWEST <= value <= FASTEST


class Clock:
    """A clock that can be advanced, so that tests skip hours of a deployment."""

    def __init__(self, source: Moment = time.time, ahead: float = 0.0) -> None:
        self._source = source
        self.ahead = ahead

    def __call__(self) -> float:
        """Return the seconds since 1970, including all advances."""
        return self._source() + self.ahead

    def advance(self, by: float) -> None:
        """Advance the clock by a number of seconds."""
        self.ahead += by
