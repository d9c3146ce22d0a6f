"""When a request is sent again, and how long before.

A request that was never sent is repeated whatever it is. One that may have been processed is
repeated only if doing it twice is the same as doing it once, which POST and PATCH do not promise.
"""

from collections.abc import Callable, Mapping
from enum import StrEnum
from math import isfinite
from typing import TYPE_CHECKING

from qovery_cli.frozen import record
from qovery_cli.http.text import phrase

if TYPE_CHECKING:
    import httpx

#: How often a request is sent at most.
MAX_ATTEMPTS = 4

#: How often at most when each attempt runs into the time limit: it was slow enough already.
MAX_SLOW_ATTEMPTS = 2

#: The longest pause in seconds. A server that asks for more is asked again after this time, as
#: long as the attempts that are left reach the time that it asked for.
MAX_DELAY = 60.0

_FIRST_DELAY = 0.5
_REPEATABLE_STATUS = frozenset({429, 502, 503, 504})


class FailureKind(StrEnum):
    """What is known of a request that got no answer."""

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
    """A request without an answer; ``reason`` is a clause, fit to print.

    ``proxy`` tells that it got no further than the proxy.
    """

    kind: FailureKind
    reason: str
    proxy: bool = False


@record
class RawResponse:
    """What a server sent back. The names of headers are in lower case.

    ``body`` is the open response where the body is still to be read; ``content`` is empty then.
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
    """Return the seconds to wait before the next attempt, None if there must be none.

    ``attempt`` counts from 1. ``now`` gives Unix seconds, ``jitter`` a number from 0 to 1.
    """
    if not _may_repeat(method, outcome, attempt):
        return None
    asked = retry_after(outcome.headers, now()) if isinstance(outcome, RawResponse) else None
    if asked is not None:
        reachable = asked <= MAX_DELAY * (MAX_ATTEMPTS - attempt)
        return min(asked, MAX_DELAY) if reachable else None
    # Half of it is random, so that the clients of one outage do not come back all at once.
    return float(_FIRST_DELAY * 2.0 ** (attempt - 1) * (0.5 + jitter() / 2))


def may_have_arrived(outcome: RawResponse | Failure) -> bool:
    """Tell whether the request may have been carried out although it got no good answer."""
    if isinstance(outcome, RawResponse):
        return outcome.status >= 500
    return outcome.kind in _ARRIVED


def reason(outcome: RawResponse | Failure) -> str:
    """Return a clause that says why a request is repeated or given up."""
    if isinstance(outcome, Failure):
        return outcome.reason
    return f"the API answered {outcome.status} {phrase(outcome.status)}".rstrip()


def is_idempotent(method: str) -> bool:
    """Tell whether sending it twice has the same effect as sending it once."""
    return method not in {"POST", "PATCH"}


def retry_after(headers: Mapping[str, str], now: float) -> float | None:
    """Return the seconds that a ``Retry-After`` header asks for, None without a readable one.

    It is a number of seconds or a date (RFC 9110, section 10.2.3); one in the past means 0.
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
