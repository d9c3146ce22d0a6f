"""Track an operation on a cluster by the id of its execution, or else by states.

A cluster has neither queue nor history. A request during another operation is refused with 409.
"""

from qovery_cli.catalog.states import can_lead_through, has_ended
from qovery_cli.session.tracking.observations import Observation, text
from qovery_cli.session.tracking.verdicts import (
    DELETED,
    NO_TRACE,
    Goal,
    Lookup,
    Need,
    Receipt,
    Underway,
    Verdict,
    unknown_verdict,
    verdict_for_state,
)


class ClusterTracker:
    """Tracker of one operation on a cluster."""

    def __init__(self, goal: Goal, before: Observation) -> None:
        self._goal = goal
        self._state_before = str(before.status.get("status") or "")
        self._id_before = text(before.status.get("last_execution_id"))
        self._execution: str | None = None
        self._moved = False
        self._still_since = 0.0
        self._last = self._state_before

    def accepted(self, receipt: Receipt) -> None:
        """Take the execution id from the response, unless it is that of the previous one."""
        self._execution = self._new_id(text((receipt.answer or {}).get("last_execution_id")))

    def _new_id(self, id: str | None) -> str | None:
        return id if id != self._id_before else None

    def lookups(self) -> tuple[Lookup, ...]:
        """Return the only lookup for clusters, the status."""
        return (Lookup.STATES,)

    def observe(self, latest: Observation) -> Underway | Need | Verdict:
        """Return the progress or the verdict that follows from the status."""
        if latest.gone:
            return (
                DELETED if self._goal.action == "delete" else unknown_verdict("it no longer exists")
            )
        state = str(latest.status.get("status") or "")
        id = self._new_id(text(latest.status.get("last_execution_id")))
        self._execution = self._execution or id
        self._record(state, latest.at)
        if id is not None and id != self._execution:
            return unknown_verdict("another operation has changed it since")
        # The response may have the new id before the status does.
        if id is None and not self._moved:
            if latest.at - self._still_since >= NO_TRACE:
                return unknown_verdict("its status does not show that it started")
            return Underway("starting")
        if not has_ended(state):
            return Underway()
        if not can_lead_through(self._goal.action, state):
            return unknown_verdict("another operation has changed it since")
        return verdict_for_state(self._goal.action, state)

    def _record(self, state: str, at: float) -> None:
        if state != self._last:
            self._last, self._still_since = state, at
        begun = has_ended(self._state_before) and state != self._state_before
        self._moved = self._moved or (begun and can_lead_through(self._goal.action, state))
