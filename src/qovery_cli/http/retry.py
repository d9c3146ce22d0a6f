"""Retry policy: decide if a request is retried, and after which delay.

A request that was never sent is always retried. One that may have been processed is retried only
if its method is idempotent, which POST and PATCH are not.
"""

from collections.abc import Callable, Mapping
from enum import StrEnum
from math import isfinite
from typing import TYPE_CHECKING

from qovery_cli.frozen import record
from qovery_cli.http.text import phrase

if TYPE_CHECKING:
    import httpx

#: Maximum number of attempts per request.
MAX_ATTEMPTS = 4

#: Maximum number of attempts if each one times out.
MAX_SLOW_ATTEMPTS = 2

#: Maximum delay in seconds. A longer ``Retry-After`` is cut to this, provided that the remaining
#: attempts cover the whole time.
MAX_DELAY = 60.0

_FIRST_DELAY = 0.5
_REPEATABLE_STATUS = frozenset({429, 502, 503, 504})


class FailureKind(StrEnum):
    """The reason why a request got no response."""

    UNSENT = "unsent"
    UNKNOWN = "unknown"
    TIMED_OUT = "timed out"
    UNTRUSTED = "untrusted"
    UNUSABLE = "unusable"
    TOO_LARGE = "too large"
    UNREADABLE = "unreadable"


_ARRIVED = frozenset(
    {FailureKind.UNKNOWN, FailureKind.TIMED_OUT, FailureKind.TOO_LARGE, FailureKind.UNREADABLE}
)


@record
class Failure:
    """A request without a response; ``reason`` is a printable clause.

    ``proxy`` is True if the request got no further than the proxy.
    """

    kind: FailureKind
    reason: str
    proxy: bool = False


@record
class RawResponse:
    """A response as the server sent it; header names are in lower case.

    ``body`` is the open response if the body is still unread; ``content`` is empty then.
    """

    status: int
    headers: Mapping[str, str]
    content: bytes
    body: "httpx.Response | None" = None


def backoff(
    method: str,
    outcome: RawResponse | Failure,
    attempt: int,
    *,
    now: Callable[[], float],
    jitter: Callable[[], float],
) -> float | None:
    """Return the seconds to wait before the next attempt, None if the request must not be retried.

    ``attempt`` counts from 1. ``now`` returns Unix seconds, ``jitter`` a number from 0 to 1.
    """
    if not _may_repeat(method, outcome, attempt):
        return None
    requested = retry_after(outcome.headers, now()) if isinstance(outcome, RawResponse) else None
    if requested is not None:
        reachable = requested <= MAX_DELAY * (MAX_ATTEMPTS - attempt)
        return min(requested, MAX_DELAY) if reachable else None
    # Half of the delay is random, so that clients do not retry in lockstep after an outage.
    return float(_FIRST_DELAY * 2.0 ** (attempt - 1) * (0.5 + jitter() / 2))


def may_have_arrived(outcome: RawResponse | Failure) -> bool:
    """Check if a failed request may have been carried out nevertheless."""
    if isinstance(outcome, RawResponse):
        return outcome.status >= 500
    return outcome.kind in _ARRIVED


def reason(outcome: RawResponse | Failure) -> str:
    """Return the cause of a retry or of a final failure, as a clause."""
    if isinstance(outcome, Failure):
        return outcome.reason
    return f"the API returned {outcome.status} {phrase(outcome.status)}".rstrip()


def is_idempotent(method: str) -> bool:
    """Check if sending a request twice has the same effect as sending it once."""
    return method not in {"POST", "PATCH"}


def retry_after(headers: Mapping[str, str], now: float) -> float | None:
    """Return the value of ``Retry-After`` in seconds, None if absent or invalid.

    The header is a number of seconds or a date (RFC 9110, section 10.2.3); one in the past means 0.
    """
    value = headers.get("retry-after", "").strip()
    if not value:
        return None
    try:
        seconds = float(value)
    except ValueError:
        from email.utils import parsedate_to_datetime

        try:
            seconds = parsedate_to_datetime(value).timestamp() - now
        except (ValueError, TypeError, OverflowError):
            return None
    return max(0.0, seconds) if isfinite(seconds) else None


def _may_repeat(method: str, outcome: RawResponse | Failure, attempt: int) -> bool:
    if attempt >= MAX_ATTEMPTS:
        return False
    if isinstance(outcome, RawResponse):
        if outcome.status == 429:
            return True
        return outcome.status in _REPEATABLE_STATUS and is_idempotent(method)
    if outcome.kind is FailureKind.TIMED_OUT:
        return is_idempotent(method) and attempt < MAX_SLOW_ATTEMPTS
    return outcome.kind is FailureKind.UNSENT or (
        outcome.kind is FailureKind.UNKNOWN and is_idempotent(method)
    )
