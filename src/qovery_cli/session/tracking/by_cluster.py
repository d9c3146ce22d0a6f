"""Follow what is done to a cluster: by the id of its execution, else by its states.

A cluster has neither queue nor history. A request during another operation is refused with 409.
"""

from qovery_cli.catalog.states import can_lead_through, has_ended
from qovery_cli.session.tracking.observations import Observation, text
from qovery_cli.session.tracking.verdicts import (
    DELETED,
    NO_TRACE,
    Ask,
    Goal,
    Need,
    Receipt,
    Underway,
    Verdict,
    unknown_verdict,
    verdict_for_state,
)


class ClusterTracker:
    """Follows one operation on a cluster."""

    def __init__(self, goal: Goal, before: Observation) -> None:
        self._goal = goal
        self._state_before = str(before.status.get("status") or "")
        self._id_before = text(before.status.get("last_execution_id"))
        self._execution: str | None = None
        self._moved = False
        self._still_since = 0.0
        self._last = self._state_before

    def accepted(self, receipt: Receipt) -> None:
        """Take the id of the execution from the answer, unless it is that of the one before."""
        self._execution = self._new_id(text((receipt.answer or {}).get("last_execution_id")))

    def _new_id(self, id: str | None) -> str | None:
        return id if id != self._id_before else None

    def questions(self) -> tuple[Ask, ...]:
        """Return what to ask: there is nothing but the status."""
        return (Ask.STATES,)

    def observe(self, seen: Observation) -> Underway | Need | Verdict:
        """Return what follows from the status."""
        if seen.gone:
            return DELETED if self._goal.action == "delete" else unknown_verdict("it is gone")
        state = str(seen.status.get("status") or "")
        id = self._new_id(text(seen.status.get("last_execution_id")))
        self._execution = self._execution or id
        self._note(state, seen.at)
        if id is not None and id != self._execution:
            return unknown_verdict("something else was done to it since")
        # The answer may know the new id before the status does.
        if id is None and not self._moved:
            if seen.at - self._still_since >= NO_TRACE:
                return unknown_verdict("nothing shows that it began")
            return Underway("starting")
        if not has_ended(state):
            return Underway()
        if not can_lead_through(self._goal.action, state):
            return unknown_verdict("something else was done to it since")
        return verdict_for_state(self._goal.action, state)

    def _note(self, state: str, at: float) -> None:
        if state != self._last:
            self._last, self._still_since = state, at
        begun = has_ended(self._state_before) and state != self._state_before
        self._moved = self._moved or (begun and can_lead_through(self._goal.action, state))
