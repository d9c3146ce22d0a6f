"""Goals of actions, verdicts on them, and the protocol of trackers.

A tracker (by ids, by states, of a cluster) is a pure state machine: it receives one observation
per round and returns the progress, further lookups that it needs, or the verdict. "Nothing has
changed" is never a success; a deployment that may be somebody else's is UNKNOWN.
"""

from collections.abc import Iterable, Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Any, Protocol

from qovery_cli.catalog.states import ENDS, StateClass, classify, has_ended
from qovery_cli.frozen import record
from qovery_cli.session.tracking.observations import Observation, ServiceOutcome

#: Seconds without any trace of a request that left the queue, after which the verdict is UNKNOWN.
NO_TRACE = 120.0

#: Seconds in which no execution begins and ends (the fastest on record took twelve).
FASTEST = 5.0

#: Seconds after which a request that the API does not know and that left no trace is lost.
FORGOTTEN = 30.0


class Lookup(StrEnum):
    """Read requests that a tracker can ask a reader for."""

    STATES = "states"
    QUEUE = "queue"
    HISTORY = "history"
    WHOLE_HISTORY = "whole history"
    REQUEST = "request"
    AUTHORS = "authors"


class Ending(StrEnum):
    """The end of a deployment."""

    SUCCEEDED = "succeeded"
    FAILED = "failed"
    CANCELLED = "cancelled"
    UNKNOWN = "unknown"


@record
class Goal:
    """An action on some services, or on a whole environment or cluster.

    ``targets`` are the ids of the services that decide; empty if all covered services do.
    ``expected`` are the ids of the services that the execution is expected to cover. ``names``
    are (kind, name) of the targets, for histories without service ids.
    """

    action: str
    targets: frozenset[str] = frozenset()
    expected: frozenset[str] = frozenset()
    names: frozenset[tuple[str, str]] = frozenset()


@record
class Receipt:
    """The answer to the request that starts the action, and its times.

    ``answer`` is None if the response was lost, {} if it is empty. ``sent`` are the earliest and
    latest arrival of the request, in Unix seconds of the server's clock; None if the server does
    not send its time. ``waited`` are the seconds from the snapshot before the request until its
    response.
    """

    answer: Mapping[str, Any] | None = MappingProxyType({})
    sent: tuple[float, float] | None = None
    waited: float = 0.0

    @property
    def lost(self) -> bool:
        """True if the request was sent, but its answer did not arrive."""
        return self.answer is None

    def precedes(self, created: float | None) -> bool:
        """Return True if the request can have created something with this creation time."""
        return self.sent is None or created is None or created >= self.sent[0]


@record
class Underway:
    """Result of a round without an end; ``phase`` is such as "queued, 2 of 3", "" if running."""

    phase: str = ""


@record
class Need:
    """Result of a round that needs further lookups, to be sent in parallel."""

    lookups: tuple[Lookup, ...]


@record
class Verdict:
    """The end of an action.

    ``state`` is the final state, "" if unknown. ``reason`` is a clause that explains the state, or
    "". ``failed``, ``unstarted`` and ``kept`` are services of an environment.
    """

    ending: Ending
    state: str = ""
    reason: str = ""
    failed: tuple[ServiceOutcome, ...] = ()
    unstarted: tuple[ServiceOutcome, ...] = ()
    kept: tuple[ServiceOutcome, ...] = ()
    notes: tuple[str, ...] = ()


#: The result of a round: it goes on, more must be looked up, or the verdict.
Outcome = Underway | Need | Verdict


class Tracker(Protocol):
    """State machine that follows one deployment from observation to observation."""

    def accepted(self, receipt: Receipt) -> None:
        """Record the response to the request."""

    def lookups(self) -> tuple[Lookup, ...]:
        """Return the first lookups of the next round."""

    def observe(self, latest: Observation) -> Outcome:
        """Return the progress, further lookups, or the verdict of this round."""


DELETED = Verdict(Ending.SUCCEEDED, "DELETED")


def unknown_verdict(reason: str) -> Verdict:
    """Return the verdict UNKNOWN; ``reason`` is a clause."""
    return Verdict(Ending.UNKNOWN, reason=reason)


def verdict_for_state(action: str, state: str) -> Verdict:
    """Return the verdict for an action that left a final state."""
    if state in ENDS[action]:
        return Verdict(Ending.SUCCEEDED, state)
    if classify(state) is StateClass.CANCELLED:
        return Verdict(Ending.CANCELLED, state)
    if classify(state) is StateClass.FAILED:
        return Verdict(Ending.FAILED, state)
    return Verdict(Ending.FAILED, state, f"ended in {state}, which is not a result of the {action}")


_BY_PROGRESS = {
    "SUCCESS": Ending.SUCCEEDED,
    "ERROR": Ending.FAILED,
    "FAILED": Ending.FAILED,
    "CANCELED": Ending.CANCELLED,
}
_ONGOING = frozenset({"QUEUED", "ONGOING", "EXECUTING", "CANCELING"})


def ending_of(
    action: str,
    state: str,
    progress: str | None,
    *,
    over: bool = False,
    keeps_state: bool = False,
) -> Ending | None:
    """Return the ending of one part of an execution, None if it goes on or is unclear.

    ``progress`` decides, or else the state if the whole execution is ``over``. A success with a
    state that is not the goal of the action is a failure, unless the execution ``keeps_state``.
    """
    if progress in _ONGOING:
        return None
    ending = _BY_PROGRESS.get(progress or "")
    if (
        ending is Ending.SUCCEEDED
        and has_ended(state)
        and action != "uninstall"
        and not keeps_state
    ):
        return verdict_for_state(action, state).ending
    if ending is not None:
        return ending if has_ended(state) or over else None
    return verdict_for_state(action, state).ending if over and has_ended(state) else None


def worst(endings: Iterable[Ending]) -> Ending:
    """Return the worst of several endings: failed, unknown, cancelled, then succeeded."""
    distinct = set(endings)
    order = (Ending.FAILED, Ending.UNKNOWN, Ending.CANCELLED)
    return next((ending for ending in order if ending in distinct), Ending.SUCCEEDED)
