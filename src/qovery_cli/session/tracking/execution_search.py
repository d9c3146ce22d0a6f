"""Find the execution of a deployment request in the queue and the history of an environment."""

from collections.abc import Sequence

from qovery_cli.catalog.states import StateClass, classify
from qovery_cli.session.tracking.judge import judge, judge_all
from qovery_cli.session.tracking.observations import (
    GONE,
    Execution,
    Observation,
    QueuedRequest,
    text,
)
from qovery_cli.session.tracking.request_matching import Matcher, Matches
from qovery_cli.session.tracking.verdicts import (
    FASTEST,
    FORGOTTEN,
    NO_TRACE,
    Ending,
    Goal,
    Lookup,
    Need,
    Outcome,
    Receipt,
    Underway,
    Verdict,
    unknown_verdict,
)

#: Seconds after which an execution that covers only some of the expected services is accepted.
_PARTIAL_AFTER = 5.0


class ExecutionSearch:
    """Search for the execution of one request.

    ``execution`` is its id once it is certain, and ``candidates`` are the ids of executions that
    cannot be distinguished. ``request`` is the id of the request, once known; ``joined`` is True
    if a queued request absorbed ours.
    """

    def __init__(self, goal: Goal, before: Observation) -> None:
        self._goal = goal
        self._before = before
        self._match = Matcher(goal, before)
        self._queued_before = {request.id for request in before.queue or ()}
        self._ahead = {request.id: request for request in before.queue or () if request.waiting}
        self._announced: str | None = None
        self._contenders: frozenset[str] | None = None
        self._left_at: float | None = None
        self._begun: frozenset[str] = frozenset()
        self.execution: str | None = None
        self.candidates: tuple[str, ...] = ()
        self.request: str | None = None
        self.joined = False

    def accepted(self, receipt: Receipt) -> None:
        """Take the ids of request and execution from the response, unless they are old."""
        self._match.receipt = receipt
        answer = receipt.answer or {}
        execution = text(answer.get("execution_id")) or text(answer.get("last_deployment_id"))
        self._announced = None if execution in self._match.old else execution
        if self._goal.action == "cancel":
            self.execution = self._announced or self._running()
            return
        request = text(answer.get("deployment_request_id"))
        if request in self._ahead:
            self._adopt(self._ahead[str(request)])
        elif request not in self._queued_before and request not in self._before.requests:
            self.request = request

    def _running(self) -> str | None:
        """Return the id of the execution that was running before the request, or None."""
        rows = self._before.history or ()
        return next((row.id for row in rows if judge(self._goal, row) is None), None)

    @property
    def is_queued(self) -> bool:
        """True while the request is known to be in the queue."""
        return self.execution is None and self._left_at is None and self._match.queued is not None

    def advance(self, latest: Observation) -> Outcome:
        """Return the progress, further lookups, or the verdict of this round."""
        outcome = self._search(latest)
        if not isinstance(outcome, Need):
            self._begun = latest.begun
        return outcome

    def _search(self, latest: Observation) -> Outcome:
        queue = [request for request in latest.queue or () if request.waiting]
        if self.request is not None:
            queued = next((request for request in queue if request.id == self.request), None)
            if queued is not None:
                return self._in_queue(queued, queue)
        if self._left_at is None:
            self._left_at = latest.at
        missing = self._missing_lookups(latest)
        if missing:
            return Need(missing)
        matches = self._match.executions(latest)
        if matches.complete:
            return self._decide(latest, matches, queue)
        return missing_entry(latest)

    def _missing_lookups(self, latest: Observation) -> tuple[Lookup, ...]:
        needs_request = self.request is not None and latest.request_state is None
        missing = ((Lookup.HISTORY, latest.history is None), (Lookup.REQUEST, needs_request))
        return tuple(lookup for lookup, is_missing in missing if is_missing)

    def _in_queue(self, queued: QueuedRequest, queue: Sequence[QueuedRequest]) -> Underway:
        position = [request.id for request in queue].index(queued.id)
        self._match.queued, self._left_at = queued, None
        self._ahead |= {request.id: request for request in queue[:position]}
        # Executions that had begun by now are not ours, which is still queued.
        self._match.old |= self._begun
        return Underway(f"queued, {position + 1} of {len(queue)}")

    def _decide(self, latest: Observation, matches: Matches, queue: list[QueuedRequest]) -> Outcome:
        rows = matches.full
        gone = latest.services is not None and not self._goal.targets <= latest.services.keys()
        if gone and self._match.queued is None and self._goal.action != "delete":
            return unknown_verdict("it no longer exists")
        waiting = [request for request in queue if self._match.request(request)]
        if self.request is None and self._match.receipt.answer and rows:
            # The response has no request id: the deployment has started and is in the history.
            waiting = []
        if self.request is None:
            return self._without_id(latest, matches, waiting)
        if classify(latest.request_state or "") is StateClass.CANCELLED:
            return self._cancelled(rows)
        if rows and self._is_decisive(latest):
            return self._choose(latest, rows)
        if waiting:
            return self._find_absorbing(latest, matches, waiting)
        return self._without_trace(latest, matches)

    def _is_decisive(self, latest: Observation) -> bool:
        """Return True unless executions may belong to a similar request ahead of ours."""
        if not self._rivals():
            return True
        state = latest.request_state or GONE
        return state not in {GONE, "UNKNOWN"} and classify(state) is not StateClass.QUEUED

    def _rivals(self) -> list[QueuedRequest]:
        """Return the requests ahead of ours that match it in action, services and author."""
        return [request for request in self._ahead.values() if self._match.request(request)]

    def _cancelled(self, rows: Sequence[Execution]) -> Outcome:
        for row in rows:
            if row.progress in {"CANCELING", "CANCELED"}:
                return self._set_execution(row.id, judge(self._goal, row))
        return Verdict(Ending.CANCELLED, "CANCELED", "was cancelled while it waited in the queue")

    def _find_absorbing(
        self, latest: Observation, matches: Matches, waiting: list[QueuedRequest]
    ) -> Outcome:
        """Adopt the queued request that absorbed ours, if it is the only candidate."""
        has_author = self._match.queued is not None and self._match.queued.author is not None
        if len(waiting) == 1 and (has_author or latest.request_state != GONE):
            self._adopt(waiting[0])
            return Underway("queued")
        return self._without_trace(latest, matches)

    def _adopt(self, request: QueuedRequest) -> None:
        self.request, self.joined, self._match.queued = request.id, True, request
        ids = list(self._ahead)
        first = ids[: ids.index(request.id)] if request.id in self._ahead else ids
        self._ahead = {id: self._ahead[id] for id in first}
        self._left_at = None

    def _without_id(
        self, latest: Observation, matches: Matches, waiting: list[QueuedRequest]
    ) -> Outcome:
        late = latest.at != self._left_at and bool(matches.possible)
        unsure = waiting or late or self._match.receipt.lost
        if unsure and not self._match.receipt.answer:
            # Only the user distinguishes our request from similar ones.
            if self._match.authors is None and latest.authors is None:
                return Need((Lookup.AUTHORS,))
            if self._match.authors is None:
                self._match.authors = latest.authors
                return self._search(latest)
        rows = matches.full
        new = [request for request in waiting if request.id not in self._queued_before]
        if self._contenders is None and (rows or new):
            self._contenders = frozenset(request.id for request in new)
        pending = [request for request in new if request.id in (self._contenders or ())]
        if self._match.receipt.lost:
            # Earlier requests come first in the history; ours may never have arrived.
            rows = rows[len(self._rivals()) :]
        if rows:
            return Underway("queued") if pending else self._choose(latest, rows)
        if len(pending) == 1:
            self.request, self._match.queued, self._left_at = pending[0].id, pending[0], None
        if pending:
            return Underway("queued")
        old = [request for request in waiting if request.id in self._queued_before]
        if len(old) == 1 and not self._match.receipt.lost:
            self._adopt(old[0])
            return Underway("queued")
        return self._without_trace(latest, matches)

    def _choose(self, latest: Observation, rows: Sequence[Execution]) -> Outcome:
        """Select our execution among those that match; keep all that cannot be distinguished."""
        rivals = self._rivals()
        quick = latest.at + self._match.receipt.waited < FASTEST
        if len(rows) == 1 or (not rivals and (quick or self._match.queued is not None)):
            # In so short a time no other execution can have begun and ended.
            chosen = rows[0]
        elif self._announced == rows[-1].id and not rivals:
            chosen = rows[-1]
        else:
            self.candidates = tuple(row.id for row in rows)
            return judge_all(self._goal, rows) or Underway()
        return self._set_execution(chosen.id, judge(self._goal, chosen))

    def _set_execution(self, execution: str, verdict: Verdict | None) -> Outcome:
        self.execution = execution
        return verdict or Underway()

    def _without_trace(self, latest: Observation, matches: Matches) -> Outcome:
        passed = latest.at - (self._left_at or 0.0)
        lost = self._match.receipt.lost
        if (
            not self._goal.targets
            and self._match.queued is None
            and matches.half_covered
            and not lost
        ):
            # A deployment of the whole environment may skip services.
            ready = passed >= _PARTIAL_AFTER
            return self._choose(latest, matches.half_covered) if ready else Underway("starting")
        if lost and passed >= FORGOTTEN:
            return unknown_verdict(
                "the response was lost, and neither queue nor history contain it"
            )
        if latest.request_state == GONE and not matches.possible and passed >= FORGOTTEN:
            return Verdict(Ending.CANCELLED, "CANCELED", "left the queue without being started")
        if passed >= NO_TRACE:
            return unknown_verdict("neither queue nor history contain it")
        return Underway("starting")


def missing_entry(latest: Observation) -> Outcome:
    """Return the need for the whole history, or the verdict if it has been read already."""
    if not latest.whole:
        return Need((Lookup.WHOLE_HISTORY,))
    return unknown_verdict("the history no longer contains this deployment")
