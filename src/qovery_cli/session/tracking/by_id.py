"""Track a deployment by the ids of its request and of its execution (API 1.0.4).

The queue of an environment is first in, first out. Its rows have the ids of requests, the history
has those of executions, and the API does not link the two. So our execution is the first new
entry of the history that matches the request, once the request has left the queue. Note that

* a queued request of the same user and action absorbs a new one;
* ``deployment_request_id`` of a 202 may be null: the deployment has started at once;
* ids in the states of services may still be those of an earlier execution.
"""

from qovery_cli.catalog.states import has_ended
from qovery_cli.session.tracking.execution_search import ExecutionSearch, missing_entry
from qovery_cli.session.tracking.judge import judge, judge_all
from qovery_cli.session.tracking.observations import Observation, ServiceState
from qovery_cli.session.tracking.verdicts import (
    DELETED,
    Goal,
    Lookup,
    Need,
    Outcome,
    Receipt,
    Underway,
    Verdict,
    unknown_verdict,
)


class IdTracker:
    """Tracker of one request through the queue and the history."""

    def __init__(self, goal: Goal, before: Observation) -> None:
        self._goal = goal
        self._before = before
        self._search = ExecutionSearch(goal, before)

    def accepted(self, receipt: Receipt) -> None:
        """Take the ids of request and execution from the response, unless they are old."""
        self._search.accepted(receipt)

    @property
    def request(self) -> str | None:
        """Id of the request, once known."""
        return self._search.request

    @property
    def joined(self) -> bool:
        """True if a request that was queued already absorbed ours."""
        return self._search.joined

    @property
    def is_queued(self) -> bool:
        """True while the request is known to be in the queue."""
        return self._search.is_queued

    def lookups(self) -> tuple[Lookup, ...]:
        """Return the first lookups: the queue only until the execution is known."""
        has_execution = self._search.execution is not None or bool(self._search.candidates)
        return (Lookup.STATES,) if has_execution else (Lookup.STATES, Lookup.QUEUE)

    def observe(self, latest: Observation) -> Outcome:
        """Return the progress, further lookups, or the verdict of this round."""
        return self._check_gone(latest) or self._follow(latest) or self._search.advance(latest)

    def _check_gone(self, latest: Observation) -> Verdict | None:
        deletes = self._goal.action == "delete"
        if latest.gone:
            return DELETED if deletes else unknown_verdict("the environment no longer exists")
        if deletes and self._goal.targets and latest.services is not None:
            existed = self._goal.targets <= (self._before.services or {}).keys()
            if existed and not self._goal.targets & latest.services.keys():
                return DELETED
        return None

    def _follow(self, latest: Observation) -> Outcome | None:
        if self._search.candidates:
            return self._judge_candidates(latest)
        if self._search.execution is None:
            return None
        if any(_runs(state, self._search.execution) for state in self._target_states(latest)):
            return Underway()
        if latest.history is None:
            return Need((Lookup.HISTORY,))
        row = next((row for row in latest.history if row.id == self._search.execution), None)
        if row is None:
            return missing_entry(latest)
        return judge(self._goal, row) or Underway()

    def _judge_candidates(self, latest: Observation) -> Outcome:
        if latest.history is None:
            return Need((Lookup.HISTORY,))
        rows = [row for row in latest.history if row.id in self._search.candidates]
        if len(rows) < len(self._search.candidates):
            return missing_entry(latest)
        return judge_all(self._goal, rows) or Underway()

    def _target_states(self, latest: Observation) -> list[ServiceState]:
        services = latest.services or {}
        targets = self._goal.targets or services.keys()
        return [services[id] for id in targets if id in services]


def _runs(service: ServiceState, execution: str) -> bool:
    return service.execution == execution and not has_ended(service.state)
