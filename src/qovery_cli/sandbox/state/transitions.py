"""How one resource moves through its states in time: the steps of one action.

States are spelled as API 1.0.4 spells them; ``shown`` translates them for a level. A *track* is
the steps of one action on one resource, each with the moment it begins; the last one stays.
Nothing here knows a store or a clock: the same values give the same track, for ever.
"""

import math
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from qovery_cli.catalog.states import has_ended

#: A state that no client has heard of; ``weird-state`` passes through it.
UNHEARD_OF = "REALIGNING"

_CANCELLING_SECONDS = 1.5
_QUEUE_SECONDS = 1.0

#: What API 1.0.3 calls the states that came later.
_EARLIER = {
    "DEPLOYED": "RUNNING",
    "BUILD_ERROR": "DEPLOYMENT_ERROR",
    "RESTART_QUEUED": "DEPLOYMENT_QUEUED",
    "RESTARTING": "DEPLOYING",
    "RESTARTED": "RUNNING",
    "RESTART_ERROR": "DEPLOYMENT_ERROR",
    "DRY_RUN": "DEPLOYING",
}


@dataclass(frozen=True, slots=True)
class Step:
    """A state and the moment at which it begins, in seconds since 1970."""

    at: float
    state: str


Track = tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class _Way:
    queued: str
    phases: tuple[tuple[str, float], ...]
    end: str


_DEPLOY = _Way("DEPLOYMENT_QUEUED", (("BUILDING", 6.0), ("DEPLOYING", 4.0)), "DEPLOYED")

#: Each action's states and their seconds at speed 1, before a resource's own pace is applied.
_WAYS: Mapping[str, _Way] = {
    "DEPLOY": _DEPLOY,
    "RESTART": _DEPLOY,
    "UPDATE": _DEPLOY,
    "DRY_RUN": _Way("DEPLOYMENT_QUEUED", (("DRY_RUN", 4.0),), "READY"),
    "REBOOT": _Way("RESTART_QUEUED", (("RESTARTING", 3.0),), "RESTARTED"),
    "STOP": _Way("STOP_QUEUED", (("STOPPING", 3.0),), "STOPPED"),
    "DELETE": _Way("DELETE_QUEUED", (("DELETING", 3.0),), "DELETED"),
    "UNINSTALL": _Way("DELETE_QUEUED", (("DELETING", 3.0),), "READY"),
}

#: In which state each fault strikes, and what comes of it.
_STRIKES: Mapping[str, Mapping[str, str]] = {
    "fail-build": {"BUILDING": "BUILD_ERROR"},
    "fail-deploy": {"DEPLOYING": "DEPLOYMENT_ERROR", "RESTARTING": "RESTART_ERROR"},
    "fail-stop": {"STOPPING": "STOP_ERROR"},
    "fail-delete": {"DELETING": "DELETE_ERROR"},
}


def pace(id: str) -> float:
    """Return how much slower than average a resource is: 0.75 to 1.25, always the same."""
    return 0.75 + zlib.crc32(id.encode()) % 1001 / 2000


def walk(
    action: str,
    kind: str,
    id: str,
    *,
    asked: float,
    free: float | None = None,
    speed: float = 1.0,
    faults: Iterable[str] = (),
) -> Track:
    """Return the track of one action on one resource.

    It is queued from ``asked`` on and leaves the queue after ``free`` (when what it waits for has
    ended). ``faults`` are words of ``injected_failures.FAULTS``; the first that fits the action
    applies.
    """
    route = _WAYS[action]
    second = pace(id) * (2.0 if kind == "cluster" else 1.0) / speed
    steps = [Step(asked, route.queued)]
    at = max(asked + _QUEUE_SECONDS * second, asked if free is None else free)
    words = tuple(faults)
    for state, seconds in _phases(route, kind):
        steps.append(Step(at, UNHEARD_OF if _is_weird(state, words) else state))
        if state == "DEPLOYING" and "hang" in words:
            return tuple(steps)
        at += seconds * second
        failed = _failure(state, kind, words)
        if failed:
            return (*steps, Step(at, failed))
    return (*steps, Step(at, route.end))


def _phases(route: _Way, kind: str) -> list[tuple[str, float]]:
    return [phase for phase in route.phases if phase[0] != "BUILDING" or builds(kind)]


def builds(kind: str) -> bool:
    """Tell whether a kind of service is built from sources before it is deployed."""
    return kind == "application"


def _is_weird(state: str, faults: tuple[str, ...]) -> bool:
    return state == "DEPLOYING" and "weird-state" in faults


def _failure(state: str, kind: str, faults: tuple[str, ...]) -> str | None:
    for fault in faults:
        # What is never built can still be named fail-build: its deployment fails instead.
        effective = "fail-deploy" if fault == "fail-build" and not builds(kind) else fault
        if state in _STRIKES.get(effective, {}):
            return _STRIKES[effective][state]
    return None


def queued(action: str) -> str:
    """Return the state of what is queued for an action."""
    return _WAYS[action].queued


def waiting(action: str, asked: float) -> Track:
    """Return the track of what waits in the queue for something that never ends."""
    return (Step(asked, queued(action)),)


def skipped(action: str, asked: float, at: float) -> Track:
    """Return the track of what is cancelled in the queue because something before it failed."""
    return (*waiting(action, asked), Step(at, "CANCELED"))


def cancelled(track: Track, at: float, id: str, speed: float) -> Track:
    """Return a track that is cancelled at a moment.

    One that has ended, has not begun or is being cancelled already stays as it is.
    """
    if ends(track) <= at or track[0].at > at or state_at(track, at) == "CANCELING":
        return track
    # Not later than it would have ended anyway.
    over = min(at + _CANCELLING_SECONDS * pace(id) / speed, max(ends(track), at))
    before = tuple(step for step in track if step.at < at)
    return (*before, Step(at, "CANCELING"), Step(over, "CANCELED"))


def state_at(track: Track, now: float) -> str | None:
    """Return the state of a track at a moment; None before its first step."""
    return next((step.state for step in reversed(track) if step.at <= now), None)


def ends(track: Track) -> float:
    """Return the moment at which nothing more will happen; infinity if that never comes."""
    last = track[-1]
    return last.at if has_ended(last.state) else math.inf


def shown(state: str, level: str) -> str:
    """Return a state as an API level spells it."""
    return _EARLIER.get(state, state) if level == "1.0.3" else state


_UNDER_WAY = (
    "DEPLOYMENT_QUEUED",
    "RESTART_QUEUED",
    "STOP_QUEUED",
    "DELETE_QUEUED",
    "BUILDING",
    "DEPLOYING",
    UNHEARD_OF,
    "RESTARTING",
    "STOPPING",
    "DELETING",
    "CANCELING",
)
_FAILED = {
    "BUILD_ERROR": "DEPLOYMENT_ERROR",
    "DEPLOYMENT_ERROR": "DEPLOYMENT_ERROR",
    "RESTART_ERROR": "RESTART_ERROR",
    "STOP_ERROR": "STOP_ERROR",
    "DELETE_ERROR": "DELETE_ERROR",
}


def derived(states: Iterable[str]) -> str:
    """Return an environment's state from those of its services.

    Queued before building, before the other states under way, before failures, before what was
    cancelled; services that were never deployed do not count unless all are such.
    """
    present = set(states)
    for state in _UNDER_WAY:
        if state in present:
            return state
    for state, environment in _FAILED.items():
        if state in present:
            return environment
    if "CANCELED" in present:
        return "CANCELED"
    present -= {"READY"}
    if not present:
        return "READY"
    return present.pop() if len(present) == 1 else "DEPLOYED"
