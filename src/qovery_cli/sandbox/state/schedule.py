"""The schedule of one execution: a track of states per service.

Stages run one after the other, forwards for deployments, backwards for stops and deletions.
Services of one stage run in parallel, except for dependencies.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from qovery_cli.sandbox.service_kinds import SERVICE_KINDS, STAGE_NAMES
from qovery_cli.sandbox.state import transitions
from qovery_cli.sandbox.state.transitions import Track

#: The actions that deploy a version, and those that run backwards through the stages.
DEPLOYS = frozenset({"DEPLOY", "RESTART"})
_BACKWARDS = frozenset({"STOP", "DELETE", "UNINSTALL"})


@dataclass(frozen=True, slots=True)
class Stage:
    """A deployment stage as it was when an action was requested."""

    order: int
    name: str
    id: str = ""


@dataclass(frozen=True, slots=True)
class Member:
    """A service covered by an action, as it was when the action was requested.

    ``after`` are the ids of its dependencies; ``facts`` are its fields in a history (commit,
    image, tag); ``placed`` is its stage, None for the default one of its kind.
    """

    kind: str
    id: str
    name: str
    faults: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    facts: Mapping[str, Any] | None = None
    placed: Stage | None = None

    @property
    def stage(self) -> Stage:
        """Its deployment stage."""
        row = SERVICE_KINDS.get(self.kind)
        index = 0 if row is None else row.stage
        return self.placed or Stage(index + 1, STAGE_NAMES[index])

    @property
    def builds(self) -> bool:
        """True if it is built from a repository before it is deployed."""
        row = SERVICE_KINDS.get(self.kind)
        return row is not None and row.builds and (self.facts is None or "commit" in self.facts)

    @property
    def executes(self) -> bool:
        """True if it runs to its end during a deployment, as all jobs but cron jobs do."""
        row = SERVICE_KINDS.get(self.kind)
        return row is not None and row.executes and (self.facts or {}).get("job_type") != "CRON"


def schedule(
    action: str, begin: float, speed: float, members: Sequence[Member]
) -> dict[str, Track]:
    """Return the track of each service of an execution that begins at ``begin``, by id."""
    return _Schedule(action, begin, speed, members).tracks()


class _Schedule:
    """Builder of the tracks of one execution, by stages and dependencies.

    ``_tracks`` holds the tracks computed so far, by id.
    """

    def __init__(self, action: str, begin: float, speed: float, members: Sequence[Member]) -> None:
        self._action = action
        self._begin = begin
        self._speed = speed
        self._members = members
        self._after = self._edges()
        self._tracks: dict[str, Track] = {}

    def tracks(self) -> dict[str, Track]:
        """Return a track per member, in the order of the members."""
        stages: dict[int, list[Member]] = {}
        for member in self._members:
            stages.setdefault(member.stage.order, []).append(member)
        free, failed = self._begin, False
        for stage in sorted(stages, reverse=self._action in _BACKWARDS):
            for member in stages[stage]:
                self._schedule(member, free, failed, frozenset())
            stage_tracks = [self._tracks[member.id] for member in stages[stage]]
            free = max(free, *(transitions.ends(track) for track in stage_tracks))
            failed = failed or any(self._stops_others(track) for track in stage_tracks)
        return {member.id: self._tracks[member.id] for member in self._members}

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

    def _schedule(self, member: Member, free: float, failed: bool, path: frozenset[str]) -> Track:
        scheduled = self._tracks.get(member.id)
        if scheduled is not None:
            return scheduled
        for other in self._members:
            same_stage = other.stage.order == member.stage.order
            # A cycle of dependencies is broken at the edge that closes it.
            if same_stage and other.id in self._after[member.id] - path - {member.id}:
                track = self._schedule(other, free, failed, path | {member.id})
                free = max(free, transitions.ends(track))
                failed = failed or self._stops_others(track)
        track = self._tracks[member.id] = self._track(member, free, failed)
        return track

    def _track(self, member: Member, free: float, failed: bool) -> Track:
        if free == math.inf:
            return transitions.waiting(self._action, self._begin)
        if failed:
            return transitions.skipped(self._action, self._begin, free)
        return transitions.action_track(
            self._action,
            member.kind,
            member.id,
            requested_at=self._begin,
            free=free,
            speed=self._speed,
            faults=member.faults,
            builds=member.builds,
            executes=member.executes,
        )

    def _stops_others(self, track: Track) -> bool:
        # A failed stop does not affect other services; a failed stage ends a deployment.
        bad = track[-1].state.endswith("_ERROR") or track[-1].state == "CANCELED"
        return bad and self._action in DEPLOYS
