"""Goals of actions, their verdicts, and the protocol of what finds these.

A tracker (by ids, by states, of a cluster) is a pure state machine: it receives one observation
per round and returns how far the deployment is, what else must be asked to judge it, or the
verdict. "Nothing has changed" is never a success; what cannot be told from somebody else's
deployment is UNKNOWN.
"""

from collections.abc import Iterable, Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Any, Protocol

from qovery_cli.catalog.states import ENDS, StateClass, classify, has_ended
from qovery_cli.frozen import record
from qovery_cli.session.tracking.observations import Observation, ServiceOutcome

#: Seconds without any trace of a request that left the queue, after which nothing is known of it.
NO_TRACE = 120.0

#: Seconds in which no execution begins and ends: the fastest on record took twelve.
FASTEST = 5.0

#: Seconds after which a request without a trace, of which the API knows nothing, counts as lost.
FORGOTTEN = 30.0


class Ask(StrEnum):
    """A question to the API."""

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

    ``targets`` are the ids of the services that decide; empty if everything covered does.
    ``expected`` are the ids of the services that the execution is expected to cover. ``names``
    are (kind, name) of the targets, for histories that do not contain ids of services.
    """

    action: str
    targets: frozenset[str] = frozenset()
    expected: frozenset[str] = frozenset()
    names: frozenset[tuple[str, str]] = frozenset()


@record
class Receipt:
    """The answer to the request that starts the action, and its times.

    ``answer`` is None if the answer was lost, {} if there is none. ``sent`` bounds, in Unix
    seconds of the server's clock, when the request arrived there: not before, not after; None
    where the server did not send its time. ``waited`` are the seconds from the look before the
    request until its answer came.
    """

    answer: Mapping[str, Any] | None = MappingProxyType({})
    sent: tuple[float, float] | None = None
    waited: float = 0.0

    @property
    def lost(self) -> bool:
        """True if the request was sent, but its answer did not arrive."""
        return self.answer is None

    def precedes(self, created: float | None) -> bool:
        """Return whether something created then may have been created by the request."""
        return self.sent is None or created is None or created >= self.sent[0]


@record
class Underway:
    """It goes on. ``phase`` is a short text such as ``queued, 2 of 3``, "" while it runs."""

    phase: str = ""


@record
class Need:
    """More must be asked in this round, in parallel, before anything can be decided."""

    questions: tuple[Ask, ...]


@record
class Verdict:
    """The end of an action.

    ``state`` is the final state, "" if it is not known. ``reason`` is a sentence where the state
    does not say enough. ``failed``, ``unstarted`` and ``kept`` are services of an environment.
    """

    ending: Ending
    state: str = ""
    reason: str = ""
    failed: tuple[ServiceOutcome, ...] = ()
    unstarted: tuple[ServiceOutcome, ...] = ()
    kept: tuple[ServiceOutcome, ...] = ()
    notes: tuple[str, ...] = ()


class Tracker(Protocol):
    """Follows one deployment from observation to observation."""

    def accepted(self, receipt: Receipt) -> None:
        """Take note of what came back when the request was sent."""

    def questions(self) -> tuple[Ask, ...]:
        """Return what to ask at the beginning of the next round."""

    def observe(self, seen: Observation) -> Underway | Need | Verdict:
        """Return what follows from all answers of a round so far."""


DELETED = Verdict(Ending.SUCCEEDED, "DELETED")


def unknown_verdict(reason: str) -> Verdict:
    """Return the verdict that it cannot be known, for a reason that is a clause."""
    return Verdict(Ending.UNKNOWN, reason=reason)


def verdict_for_state(action: str, state: str) -> Verdict:
    """Return the verdict that a final state means for an action."""
    if state in ENDS[action]:
        return Verdict(Ending.SUCCEEDED, state)
    if classify(state) is StateClass.CANCELLED:
        return Verdict(Ending.CANCELLED, state)
    if classify(state) is StateClass.FAILED:
        return Verdict(Ending.FAILED, state)
    return Verdict(
        Ending.FAILED, state, f"ended in {state}, which is not what the {action} was to reach"
    )


_BY_PROGRESS = {
    "SUCCESS": Ending.SUCCEEDED,
    "ERROR": Ending.FAILED,
    "FAILED": Ending.FAILED,
    "CANCELED": Ending.CANCELLED,
}
_ONGOING = frozenset({"QUEUED", "ONGOING", "EXECUTING", "CANCELING"})


def ending_of(
    action: str, state: str, progress: str | None, *, over: bool = False
) -> Ending | None:
    """Return how a part of an execution ended, None if it has not or that is not clear.

    ``progress`` decides, else the state if the whole execution is ``over``. A success that left
    another state than the action leads to is a failure.
    """
    if progress in _ONGOING:
        return None
    ending = _BY_PROGRESS.get(progress or "")
    if ending is Ending.SUCCEEDED and has_ended(state) and action != "uninstall":
        return verdict_for_state(action, state).ending
    if ending is not None:
        return ending if has_ended(state) or over else None
    return verdict_for_state(action, state).ending if over and has_ended(state) else None


def worst(endings: Iterable[Ending]) -> Ending:
    """Return the ending of several services together."""
    found = set(endings)
    order = (Ending.FAILED, Ending.UNKNOWN, Ending.CANCELLED)
    return next((ending for ending in order if ending in found), Ending.SUCCEEDED)
