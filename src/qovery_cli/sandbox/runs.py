"""What became of the actions in one environment: the log of requests, played back.

A *run* is one accepted action with the track of every service that it covers. ``play`` turns the
log into runs; every question about states, histories and conflicts is answered from them. An
action names the services it covers in ``detail["services"]``, as they were when it was asked for,
so that renaming or deleting one later does not change the past.
"""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from qovery_cli.sandbox import phases
from qovery_cli.sandbox.mishaps import in_name
from qovery_cli.sandbox.phases import Track
from qovery_cli.sandbox.store import Action

#: In which stage of a deployment each kind of service takes its turn; stops run backwards.
STAGES: Mapping[str, int] = {
    "database": 0,
    "terraform": 1,
    "job": 1,
    "container": 2,
    "helm": 2,
    "application": 3,
}

#: The actions that put a version into service, and those that run backwards through the stages.
DEPLOYS = frozenset({"DEPLOY", "RESTART"})
_BACKWARDS = frozenset({"STOP", "DELETE", "UNINSTALL"})
#: How long the end of an action can be seen before another begins that waited for it.
_GAP_SECONDS = 0.5
#: What is logged without being a run: that settings changed.
_NOTES = frozenset({"EDIT"})


@dataclass(frozen=True, slots=True)
class Member:
    """A service that an action covers, as it was then.

    ``after`` are the ids that it waits for; ``facts`` is what a history shows of it (commit,
    image, tag).
    """

    kind: str
    id: str
    name: str
    faults: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    facts: Mapping[str, Any] | None = None


@dataclass(frozen=True, slots=True)
class Run:
    """One action and what it does over time: a track per service, or one of its target alone."""

    action: Action
    members: tuple[Member, ...]
    tracks: Mapping[str, Track]

    @property
    def end(self) -> float:
        """The moment at which the last track ends; infinity if one never does."""
        return max((phases.ends(track) for track in self.tracks.values()), default=self.action.at)

    @property
    def begin(self) -> float:
        """The moment at which the first track begins: later than asked if it had to wait."""
        return min((track[0].at for track in self.tracks.values()), default=self.action.at)

    def state(self, id: str, now: float) -> str | None:
        """Return the state in which this run has a service; None if it does not touch it yet."""
        track = self.tracks.get(id)
        return phases.state_at(track, now) if track else None

    def outcome(self, now: float) -> str:
        """Return the state that the services covered make up together at a moment."""
        states = (self.state(id, now) for id in self.tracks)
        return _whole(self.action.action, [state for state in states if state])


def _whole(action: str, states: list[str]) -> str:
    if action == "DELETE" and states and all(state == "DELETED" for state in states):
        return "DELETED"
    return phases.derived(state for state in states if state != "DELETED")


def play(actions: Iterable[Action], services: Sequence[Member] = ()) -> tuple[Run, ...]:
    """Return the runs of a log (in its order), with later actions' effects on earlier ones.

    ``services`` are covered by an action on the environment that names none itself.
    """
    runs: list[Run] = []
    live: list[int] = []
    for action in actions:
        if action.action in _NOTES:
            continue
        live = [index for index in live if runs[index].end > action.at]
        if action.action == "CANCEL":
            for index in live:
                runs[index] = _cancelled(runs[index], action)
            continue
        members = _members(action, services)
        targets = {member.id for member in members} or {action.target}
        for index in live:
            runs[index] = _interrupted(runs[index], targets, action)
        gap = _GAP_SECONDS / action.speed
        waits = [_free_at(runs[index], targets) + gap for index in live]
        begin = max([action.at, *waits])
        live.append(len(runs))
        runs.append(Run(action, members, _tracks(action, members, begin)))
    return tuple(runs)


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
            )
            for entry in named
        )
    if action.kind == "environment":
        return tuple(services)
    return tuple(member for member in services if member.id == action.target)


def _free_at(run: Run, targets: set[str]) -> float:
    """When a run leaves the targets free; minus infinity if it does not touch them."""
    ended = (phases.ends(run.tracks[id]) for id in targets & run.tracks.keys())
    return max(ended, default=-math.inf)


def _interrupted(run: Run, targets: set[str], action: Action) -> Run:
    """Cancel what never ends by itself but is in the way of another action."""
    endless = {id for id, track in run.tracks.items() if phases.ends(track) == math.inf}
    if not endless & targets:
        return run
    # What waited in the queue for an endless service would otherwise wait for ever.
    waiting = {id for id in endless if len(run.tracks[id]) == 1}
    cut = {
        id: phases.interrupted(run.tracks[id], action.at, id, action.speed)
        for id in endless & (targets | waiting)
    }
    return replace(run, tracks={**run.tracks, **cut})


def _cancelled(run: Run, action: Action) -> Run:
    return replace(
        run,
        tracks={
            id: phases.cancelled(track, action.at, id, action.speed)
            for id, track in run.tracks.items()
        },
    )


def _tracks(action: Action, members: tuple[Member, ...], begin: float) -> dict[str, Track]:
    word = "DRY_RUN" if action.detail.get("dry_run") else action.action
    if not members and action.detail.get("services") is not None and not action.detail.get("alone"):
        return {}
    if not members:
        faults = action.detail.get("faults", ())
        track = phases.walk(
            word, action.kind, action.target, asked=begin, speed=action.speed, faults=faults
        )
        return {action.target: track}
    return _Schedule(word, begin, action.speed, members).tracks()


class _Schedule:
    """Lays the tracks of one run: stage after stage, and within one after what each waits for."""

    def __init__(
        self, action: str, begin: float, speed: float, members: tuple[Member, ...]
    ) -> None:
        self._action = action
        self._begin = begin
        self._speed = speed
        self._members = members
        self._after = self._edges()
        self._laid: dict[str, Track] = {}

    def tracks(self) -> dict[str, Track]:
        """Return a track per member, in the order of the members."""
        stages: dict[int, list[Member]] = {}
        for member in self._members:
            stages.setdefault(STAGES.get(member.kind, 0), []).append(member)
        free, failed = self._begin, False
        for stage in sorted(stages, reverse=self._action in _BACKWARDS):
            for member in stages[stage]:
                self._lay(member, free, failed, frozenset())
            laid = [self._laid[member.id] for member in stages[stage]]
            free = max(free, *(phases.ends(track) for track in laid))
            failed = failed or any(self._stops_others(track) for track in laid)
        return {member.id: self._laid[member.id] for member in self._members}

    def _edges(self) -> dict[str, set[str]]:
        after: dict[str, set[str]] = {member.id: set() for member in self._members}
        for member in self._members:
            for other in member.after:
                first, then = other, member.id
                if self._action in _BACKWARDS:
                    first, then = then, first
                if first in after and then in after:
                    after[then].add(first)
        return after

    def _lay(self, member: Member, free: float, failed: bool, path: frozenset[str]) -> Track:
        known = self._laid.get(member.id)
        if known is not None:
            return known
        for other in self._members:
            same_stage = STAGES.get(other.kind, 0) == STAGES.get(member.kind, 0)
            # A circle of dependencies is broken at the edge that closes it.
            if same_stage and other.id in self._after[member.id] - path - {member.id}:
                track = self._lay(other, free, failed, path | {member.id})
                free = max(free, phases.ends(track))
                failed = failed or self._stops_others(track)
        track = self._laid[member.id] = self._track(member, free, failed)
        return track

    def _track(self, member: Member, free: float, failed: bool) -> Track:
        if free == math.inf:
            return phases.waiting(self._action, self._begin)
        if failed:
            return phases.skipped(self._action, self._begin, free)
        return phases.walk(
            self._action,
            member.kind,
            member.id,
            asked=self._begin,
            free=free,
            speed=self._speed,
            faults=member.faults,
        )

    def _stops_others(self, track: Track) -> bool:
        # What cannot be stopped does not keep the rest running; a broken stage ends a deployment.
        bad = track[-1].state.endswith("_ERROR") or track[-1].state == "CANCELED"
        return bad and self._action in DEPLOYS
