"""The states of one resource over time: the steps of one action.

States are spelled as in API 1.0.4; ``state_for_level`` translates them for a level. A *track* is
the steps of one action on one resource, each with its start time; the last one stays. Nothing here
uses a store or a clock: the same values give the same track.
"""

import math
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from qovery_cli.catalog.states import has_ended

#: A state unknown to every client, used by the fault ``weird-state``.
UNKNOWN_STATE = "REALIGNING"

_CANCELLING_SECONDS = 1.5
_QUEUE_SECONDS = 1.0

#: API 1.0.3's names of later states.
_EARLIER = {
    "DEPLOYED": "RUNNING",
    "BUILD_ERROR": "DEPLOYMENT_ERROR",
    "RESTART_QUEUED": "DEPLOYMENT_QUEUED",
    "RESTARTING": "DEPLOYING",
    "RESTARTED": "RUNNING",
    "RESTART_ERROR": "DEPLOYMENT_ERROR",
    "DRY_RUN": "DEPLOYING",
    "EXECUTING": "DEPLOYING",
}


@dataclass(frozen=True, slots=True)
class Step:
    """A state and its start time, in seconds since 1970."""

    at: float
    state: str


Track = tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class _Route:
    queued: str
    phases: tuple[tuple[str, float], ...]
    end: str


_DEPLOY = _Route(
    "DEPLOYMENT_QUEUED", (("BUILDING", 6.0), ("DEPLOYING", 4.0), ("EXECUTING", 3.0)), "DEPLOYED"
)

#: Each action's states and their seconds at speed 1 and average pace.
_ROUTES: Mapping[str, _Route] = {
    "DEPLOY": _DEPLOY,
    "RESTART": _DEPLOY,
    "UPDATE": _DEPLOY,
    "DRY_RUN": _Route("DEPLOYMENT_QUEUED", (("DRY_RUN", 4.0),), "READY"),
    "PLAN": _Route("DEPLOYMENT_QUEUED", (("DEPLOYING", 2.0), ("EXECUTING", 3.0)), "READY"),
    "REBOOT": _Route("RESTART_QUEUED", (("RESTARTING", 3.0),), "RESTARTED"),
    "STOP": _Route("STOP_QUEUED", (("STOPPING", 3.0),), "STOPPED"),
    "DELETE": _Route("DELETE_QUEUED", (("DELETING", 3.0),), "DELETED"),
    "UNINSTALL": _Route("DELETE_QUEUED", (("DELETING", 3.0),), "READY"),
}

#: The state in which each fault applies, and the resulting state.
_FAULT_STATES: Mapping[str, Mapping[str, str]] = {
    "fail-build": {"BUILDING": "BUILD_ERROR"},
    "fail-deploy": {"DEPLOYING": "DEPLOYMENT_ERROR", "RESTARTING": "RESTART_ERROR"},
    "fail-stop": {"STOPPING": "STOP_ERROR"},
    "fail-delete": {"DELETING": "DELETE_ERROR"},
}


def pace(id: str) -> float:
    """Return the stable slowness of a resource, a factor from 0.75 to 1.25."""
    return 0.75 + zlib.crc32(id.encode()) % 1001 / 2000


def action_track(
    action: str,
    kind: str,
    id: str,
    *,
    requested_at: float,
    free: float | None = None,
    speed: float = 1.0,
    faults: Iterable[str] = (),
    builds: bool = False,
    executes: bool = False,
) -> Track:
    """Return the track of one action on one resource.

    A resource that ``builds`` is built before it is deployed; one that ``executes`` then runs to
    its end. The track is queued at ``requested_at`` and leaves the queue after ``free``, the end of
    the execution it waits for. ``faults`` are words of ``injected_failures.FAULTS``; the first that
    fits the action applies.
    """
    route = _ROUTES[action]
    second = pace(id) * (2.0 if kind == "cluster" else 1.0) / speed
    steps = [Step(requested_at, route.queued)]
    at = max(requested_at + _QUEUE_SECONDS * second, requested_at if free is None else free)
    words = tuple(faults)
    for state, seconds in _phases(route, builds=builds, executes=executes):
        steps.append(Step(at, UNKNOWN_STATE if _is_weird(state, words) else state))
        if state == "DEPLOYING" and "hang" in words:
            return tuple(steps)
        at += seconds * second
        failed = _failure(state, builds, words)
        if failed:
            return (*steps, Step(at, failed))
    return (*steps, Step(at, route.end))


def _phases(route: _Route, *, builds: bool, executes: bool) -> list[tuple[str, float]]:
    left_out = {"BUILDING": not builds, "EXECUTING": not executes}
    return [phase for phase in route.phases if not left_out.get(phase[0])]


def _is_weird(state: str, faults: tuple[str, ...]) -> bool:
    return state == "DEPLOYING" and "weird-state" in faults


def _failure(state: str, builds: bool, faults: tuple[str, ...]) -> str | None:
    for fault in faults:
        # For a service that is not built, fail-build makes the deployment fail.
        effective = "fail-deploy" if fault == "fail-build" and not builds else fault
        if state in _FAULT_STATES.get(effective, {}):
            return _FAULT_STATES[effective][state]
    return None


def queued(action: str) -> str:
    """Return the queued state of an action."""
    return _ROUTES[action].queued


def waiting(action: str, requested_at: float) -> Track:
    """Return the track of a service that waits for an endless execution."""
    return (Step(requested_at, queued(action)),)


def skipped(action: str, requested_at: float, at: float) -> Track:
    """Return the track of a queued service that is cancelled because an earlier one failed."""
    return (*waiting(action, requested_at), Step(at, "CANCELED"))


def cancelled(track: Track, at: float, id: str, speed: float) -> Track:
    """Return a track cancelled at a time.

    A track that has ended, has not started or is being cancelled is returned unchanged.
    """
    if ends(track) <= at or track[0].at > at or state_at(track, at) == "CANCELING":
        return track
    # Not later than its regular end.
    over = min(at + _CANCELLING_SECONDS * pace(id) / speed, max(ends(track), at))
    before = tuple(step for step in track if step.at < at)
    return (*before, Step(at, "CANCELING"), Step(over, "CANCELED"))


def state_at(track: Track, now: float) -> str | None:
    """Return the state of a track at a time; None before its first step."""
    return next((step.state for step in reversed(track) if step.at <= now), None)


def ends(track: Track) -> float:
    """Return the time of the final step; infinity if the track never ends."""
    last = track[-1]
    return last.at if has_ended(last.state) else math.inf


def state_for_level(state: str, level: str) -> str:
    """Return a state in the spelling of an API level."""
    return _EARLIER.get(state, state) if level == "1.0.3" else state


_UNDER_WAY = (
    "DEPLOYMENT_QUEUED",
    "RESTART_QUEUED",
    "STOP_QUEUED",
    "DELETE_QUEUED",
    "BUILDING",
    "DEPLOYING",
    "EXECUTING",
    UNKNOWN_STATE,
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


def aggregate_state(states: Iterable[str]) -> str:
    """Return an environment's state from those of its services.

    Precedence: queued, building, other states in progress, failures, cancelled. Services that were
    never deployed count only if all are.
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
