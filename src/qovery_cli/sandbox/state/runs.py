"""Executions of the actions in one environment, computed by replaying the log.

A *run* is a request and, once it has started, its execution. An environment executes one request
at a time, first in, first out; others wait in its queue, where requests of the same user for the
same action are merged. ``play`` turns the log into runs, from which states, histories and the queue
are derived. An action lists the services it covers in ``detail["services"]``, as they were when it
was requested, so that renaming or deleting one later does not change the past.
"""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from qovery_cli.sandbox.state import transitions
from qovery_cli.sandbox.state.injected_failures import in_name
from qovery_cli.sandbox.state.schedule import Member, Stage, schedule
from qovery_cli.sandbox.state.store import Action
from qovery_cli.sandbox.state.transitions import Track

#: Logged actions that are no runs: changes of settings.
_NOTES = frozenset({"EDIT"})


@dataclass(frozen=True, slots=True)
class Run:
    """A request and its execution: a track per service, or one for the target itself.

    ``requests`` are the actions merged into it; the first identifies it. ``begin`` is the start of
    the execution: infinity if an earlier one never ends or if it was cancelled in the queue (at
    ``cancelled_at``). ``number`` is the number of the execution.
    """

    requests: tuple[Action, ...]
    members: tuple[Member, ...]
    begin: float = math.inf
    number: int = 0
    tracks: Mapping[str, Track] = field(default_factory=dict)
    cancelled_at: float = math.inf

    @property
    def action(self) -> Action:
        """The first request, whose id and user are those of the run."""
        return self.requests[0]

    @property
    def end(self) -> float:
        """The time at which nothing more happens; infinity if that never comes."""
        last = max((transitions.ends(track) for track in self.tracks.values()), default=math.inf)
        return min(last, self.cancelled_at)

    def covers(self, id: str) -> bool:
        """Return whether a service, or the target itself, is part of this run."""
        ids = {member.id for member in self.members} or {self.action.target}
        return id in ids

    def ends_for(self, id: str) -> float:
        """Return the time at which a covered service is done; infinity for never."""
        track = self.tracks.get(id)
        return min(transitions.ends(track) if track else math.inf, self.cancelled_at)

    def waits(self, now: float) -> bool:
        """Return whether the request is in the queue at a time."""
        return self.action.at <= now < min(self.begin, self.cancelled_at)

    def executes(self, now: float) -> bool:
        """Return whether the execution is in progress at a time."""
        return self.begin <= now < self.end

    def state(self, id: str, now: float) -> str | None:
        """Return the state of a service in this run; None before it is affected."""
        track = self.tracks.get(id)
        return transitions.state_at(track, now) if track else None

    def outcome(self, now: float) -> str:
        """Return the state of the whole run: queued, cancelled, or that of its services."""
        if self.cancelled_at <= now:
            return "CANCELED"
        if now < self.begin:
            return transitions.queued(self.action.action)
        states = [state for id in self.tracks if (state := self.state(id, now))]
        if self.action.action == "DELETE" and all(state == "DELETED" for state in states):
            return "DELETED"
        return transitions.aggregate_state(state for state in states if state != "DELETED")


def play(actions: Iterable[Action], services: Sequence[Member] = ()) -> tuple[Run, ...]:
    """Return the runs of a log sorted by time.

    Executed runs come first, in order, then those that are never executed. ``services`` are covered
    by environment actions that list none. An action without services is no run.
    """
    queue = _Queue()
    for action in actions:
        if action.action in _NOTES:
            continue
        queue.pass_time(action.at)
        if action.action == "CANCEL":
            queue.cancel(action)
        else:
            queue.put(Run((action,), _members(action, services)))
    queue.pass_time(math.inf)
    return queue.runs()


class _Queue:
    """The queue of one environment (or cluster) during the replay."""

    def __init__(self) -> None:
        self._begun: list[Run] = []
        self._waiting: list[Run] = []
        self._withdrawn: list[Run] = []

    def runs(self) -> tuple[Run, ...]:
        return (*self._begun, *self._waiting, *self._withdrawn)

    def pass_time(self, until: float) -> None:
        """Start the executions that are due until a time."""
        while self._waiting:
            free = self._begun[-1].end if self._begun else -math.inf
            begin = max(self._waiting[0].action.at, free)
            if begin > until or begin == math.inf:
                return
            run = self._waiting.pop(0)
            tracks = _tracks(run, begin)
            if tracks:
                number = len(self._begun) + 1
                self._begun.append(replace(run, begin=begin, tracks=tracks, number=number))

    def put(self, run: Run) -> None:
        """Add a request, or merge it into its user's latest queued one for the same action."""
        if run.action.environment is None:
            self._interrupt(run.action)
        for index, waiting in reversed(list(enumerate(self._waiting))):
            if waiting.action.detail.get("by") == run.action.detail.get("by"):
                if _is_same(waiting.action, run.action):
                    self._waiting[index] = _merged(waiting, run)
                    return
                break
        self._waiting.append(run)
        self.pass_time(run.action.at)

    def cancel(self, action: Action) -> None:
        """Cancel the queued request in the action's details, or the running execution."""
        request = action.detail.get("request")
        if request is None:
            if self._begun and self._begun[-1].executes(action.at):
                self._begun[-1] = _cancelled(self._begun[-1], action)
            return
        for run in self._waiting:
            if run.action.id == request:
                self._waiting.remove(run)
                self._withdrawn.append(replace(run, cancelled_at=action.at))
                return

    def _interrupt(self, action: Action) -> None:
        """Cancel an endless execution on a cluster, where no request can cancel it."""
        if self._begun and self._begun[-1].end == math.inf:
            self._begun[-1] = _cancelled(self._begun[-1], action)


def _is_same(waiting: Action, action: Action) -> bool:
    same = waiting.action == action.action
    trigger = waiting.detail.get("trigger") == action.detail.get("trigger")
    return action.environment is not None and same and trigger


def _merged(waiting: Run, run: Run) -> Run:
    members = {member.id: member for member in (*waiting.members, *run.members)}
    return replace(
        waiting, requests=(*waiting.requests, *run.requests), members=tuple(members.values())
    )


def _cancelled(run: Run, action: Action) -> Run:
    tracks = {
        id: transitions.cancelled(track, action.at, id, action.speed)
        for id, track in run.tracks.items()
    }
    return replace(run, tracks=tracks)


def _members(action: Action, services: Sequence[Member]) -> tuple[Member, ...]:
    named = action.detail.get("services")
    if named is not None:
        return tuple(
            Member(
                entry["kind"],
                entry["id"],
                entry.get("name", ""),
                tuple(entry.get("faults", in_name(entry.get("name", "")))),
                tuple(entry.get("after", ())),
                entry.get("facts"),
                Stage(**entry["stage"]) if "stage" in entry else None,
            )
            for entry in named
        )
    if action.kind == "environment":
        return tuple(services)
    return tuple(member for member in services if member.id == action.target)


def _tracks(run: Run, begin: float) -> dict[str, Track]:
    action = run.action
    walked = action.action
    if action.detail.get("dry_run"):
        walked = "DRY_RUN" if action.environment is None else "PLAN"
    if run.members:
        return schedule(walked, begin, action.speed, run.members)
    alone = action.detail.get("services") is None or action.detail.get("alone")
    if not alone:
        return {}
    faults = action.detail.get("faults", ())
    return {
        action.target: transitions.action_track(
            walked,
            action.kind,
            action.target,
            requested_at=begin,
            speed=action.speed,
            faults=faults,
        )
    }
