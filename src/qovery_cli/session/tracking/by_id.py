"""Follow a deployment by the ids of its request and of its execution (API 1.0.4).

The queue of an environment is first in, first out. Its rows carry the ids of requests, the
history those of executions, and nothing links the two. So our execution is the first new entry of
the history that fits the request, once the request has left the queue. Facts that matter:

* a waiting request of the same user and action absorbs a new one;
* ``deployment_request_id`` of a 202 may be null: then it started at once;
* ids in the states of services may still be those of an earlier execution.
"""

from collections.abc import Sequence

from qovery_cli.catalog.states import StateClass, classify, has_ended
from qovery_cli.session.tracking.judge import judge, judge_all
from qovery_cli.session.tracking.observations import (
    GONE,
    Execution,
    Observation,
    QueuedRequest,
    ServiceState,
    text,
)
from qovery_cli.session.tracking.request_matching import Matcher, Matches
from qovery_cli.session.tracking.verdicts import (
    DELETED,
    FASTEST,
    FORGOTTEN,
    NO_TRACE,
    Ask,
    Ending,
    Goal,
    Need,
    Receipt,
    Underway,
    Verdict,
    unknown_verdict,
)

#: Seconds after which an execution that covers only some of what was expected is accepted.
_HESITATION = 5.0

_Outcome = Underway | Need | Verdict


class IdTracker:
    """Follows one request through the queue and the history."""

    def __init__(self, goal: Goal, before: Observation) -> None:
        self._goal = goal
        self._before = before
        self._match = Matcher(goal, before)
        self._queued_before = {one.id for one in before.queue or ()}
        self._ahead = {one.id: one for one in before.queue or () if one.waiting}
        self._announced: str | None = None
        self._execution: str | None = None
        self._candidates: tuple[str, ...] = ()
        self._contenders: frozenset[str] | None = None
        self._left_at: float | None = None
        self._begun: frozenset[str] = frozenset()
        #: The id of the request, once it is known.
        self.request: str | None = None
        #: Whether the request was merged into one that was waiting already.
        self.joined = False

    def accepted(self, receipt: Receipt) -> None:
        """Take the ids of request and execution from the answer, unless they are old ones."""
        self._match.receipt = receipt
        answer = receipt.answer or {}
        shown = text(answer.get("execution_id")) or text(answer.get("last_deployment_id"))
        self._announced = shown if shown and shown not in self._match.old else None
        if self._goal.action == "cancel":
            self._execution = self._announced or self._running()
            return
        request = text(answer.get("deployment_request_id"))
        if request in self._ahead:
            self._adopt(self._ahead[str(request)])
        elif request not in self._queued_before and request not in self._before.requests:
            self.request = request

    @property
    def waits(self) -> bool:
        """True while the request is known to be in the queue."""
        return self._execution is None and self._left_at is None and self._match.own is not None

    def questions(self) -> tuple[Ask, ...]:
        """Return what to ask first: the queue only until the execution is known."""
        found = self._execution is not None or bool(self._candidates)
        return (Ask.STATES,) if found else (Ask.STATES, Ask.QUEUE)

    def observe(self, seen: Observation) -> _Outcome:
        """Return what follows from the answers of this round so far."""
        outcome = self._when_gone(seen) or self._followed(seen) or self._searched(seen)
        if not isinstance(outcome, Need):
            self._begun = seen.begun
        return outcome

    def _when_gone(self, seen: Observation) -> Verdict | None:
        deletes = self._goal.action == "delete"
        if seen.gone:
            return DELETED if deletes else unknown_verdict("the environment is gone")
        if deletes and self._goal.targets and seen.services is not None:
            existed = self._goal.targets <= (self._before.services or {}).keys()
            if existed and not self._goal.targets & seen.services.keys():
                return DELETED
        return None

    def _followed(self, seen: Observation) -> _Outcome | None:
        if self._candidates:
            return self._among_candidates(seen)
        if self._execution is None:
            return None
        if any(_runs(state, self._execution) for state in self._deciding(seen)):
            return Underway()
        if seen.history is None:
            return Need((Ask.HISTORY,))
        row = next((one for one in seen.history if one.id == self._execution), None)
        if row is None:
            return self._missing(seen)
        return judge(self._goal, row) or Underway()

    def _among_candidates(self, seen: Observation) -> _Outcome:
        if seen.history is None:
            return Need((Ask.HISTORY,))
        rows = [row for row in seen.history if row.id in self._candidates]
        if len(rows) < len(self._candidates):
            return self._missing(seen)
        return judge_all(self._goal, rows) or Underway()

    def _missing(self, seen: Observation) -> _Outcome:
        if not seen.whole:
            return Need((Ask.WHOLE_HISTORY,))
        return unknown_verdict("the history no longer shows this deployment")

    def _deciding(self, seen: Observation) -> list[ServiceState]:
        services = seen.services or {}
        targets = self._goal.targets or services.keys()
        return [services[id] for id in targets if id in services]

    def _running(self) -> str | None:
        """Return the execution that was under way before the request, None if none was."""
        rows = self._before.history or ()
        return next((row.id for row in rows if judge(self._goal, row) is None), None)

    def _searched(self, seen: Observation) -> _Outcome:
        queue = [one for one in seen.queue or () if one.waiting]
        if self.request is not None:
            own = next((one for one in queue if one.id == self.request), None)
            if own is not None:
                return self._waits(own, queue)
        if self._left_at is None:
            self._left_at = seen.at
        missing = self._not_asked(seen)
        if missing:
            return Need(missing)
        fits = self._match.executions(seen)
        if fits.complete:
            return self._decided(seen, fits, queue)
        return self._missing(seen)

    def _not_asked(self, seen: Observation) -> tuple[Ask, ...]:
        asks_for_request = self.request is not None and seen.request_state is None
        return tuple(
            question
            for question, missing in (
                (Ask.HISTORY, seen.history is None),
                (Ask.REQUEST, asks_for_request),
            )
            if missing
        )

    def _waits(self, own: QueuedRequest, queue: Sequence[QueuedRequest]) -> Underway:
        place = next(number for number, one in enumerate(queue, 1) if one.id == own.id)
        self._match.own, self._left_at = own, None
        self._ahead |= {one.id: one for one in queue[: place - 1]}
        # What had begun before this look is not ours: ours still waits.
        self._match.old |= self._begun
        return Underway(f"queued, {place} of {len(queue)}")

    def _decided(self, seen: Observation, fits: Matches, queue: list[QueuedRequest]) -> _Outcome:
        rows = fits.wholly
        gone = seen.services is not None and not self._goal.targets <= seen.services.keys()
        if gone and self._match.own is None and self._goal.action != "delete":
            return unknown_verdict("it no longer exists")
        waiting = [one for one in queue if self._match.request(one)]
        if self.request is None and self._match.receipt.answer and rows:
            # The answer named no request: it has started already, and is in the history.
            waiting = []
        if self.request is None:
            return self._without_id(seen, fits, waiting)
        if classify(seen.request_state or "") is StateClass.CANCELLED:
            return self._cancelled(rows)
        if rows and self._is_decisive(seen):
            return self._choose(seen, rows)
        if waiting:
            return self._merged(seen, fits, waiting)
        return self._traceless(seen, fits)

    def _is_decisive(self, seen: Observation) -> bool:
        """Return whether executions can be ours although a similar request was ahead of ours."""
        if not self._rivals():
            return True
        state = seen.request_state or GONE
        return state not in {GONE, "UNKNOWN"} and classify(state) is not StateClass.QUEUED

    def _rivals(self) -> list[QueuedRequest]:
        """Return the requests ahead of ours that cannot be told from it by what they do."""
        return [one for one in self._ahead.values() if self._match.request(one)]

    def _cancelled(self, rows: Sequence[Execution]) -> _Outcome:
        for row in rows:
            if row.progress in {"CANCELING", "CANCELED"}:
                return self._found(row.id, judge(self._goal, row))
        return Verdict(Ending.CANCELLED, "CANCELED", "was cancelled while it waited in the queue")

    def _merged(self, seen: Observation, fits: Matches, waiting: list[QueuedRequest]) -> _Outcome:
        """Adopt the request that absorbed ours, if there is only one that can have done so."""
        known = self._match.own is not None and self._match.own.author is not None
        if len(waiting) == 1 and (known or seen.request_state != GONE):
            self._adopt(waiting[0])
            return Underway("queued")
        return self._traceless(seen, fits)

    def _adopt(self, request: QueuedRequest) -> None:
        self.request, self.joined, self._match.own = request.id, True, request
        ids = list(self._ahead)
        first = ids[: ids.index(request.id)] if request.id in self._ahead else ids
        self._ahead = {id: self._ahead[id] for id in first}
        self._left_at = None

    def _without_id(
        self, seen: Observation, fits: Matches, waiting: list[QueuedRequest]
    ) -> _Outcome:
        late = seen.at != self._left_at and bool(fits.any)
        unsure = waiting or late or self._match.receipt.lost
        if unsure and not self._match.receipt.answer:
            # Nothing but the user tells our request from another's of the same kind.
            if self._match.authors is None and seen.authors is None:
                return Need((Ask.AUTHORS,))
            if self._match.authors is None:
                self._match.authors = seen.authors
                return self._searched(seen)
        rows = fits.wholly
        new = [one for one in waiting if one.id not in self._queued_before]
        if self._contenders is None and (rows or new):
            self._contenders = frozenset(one.id for one in new)
        pending = [one for one in new if one.id in (self._contenders or ())]
        if self._match.receipt.lost:
            # What was asked for before shows first; ours need not have arrived at all.
            rows = rows[len(self._rivals()) :]
        if rows:
            return Underway("queued") if pending else self._choose(seen, rows)
        if len(pending) == 1:
            self.request, self._match.own, self._left_at = pending[0].id, pending[0], None
        if pending:
            return Underway("queued")
        old = [one for one in waiting if one.id in self._queued_before]
        if len(old) == 1 and not self._match.receipt.lost:
            self._adopt(old[0])
            return Underway("queued")
        return self._traceless(seen, fits)

    def _choose(self, seen: Observation, rows: Sequence[Execution]) -> _Outcome:
        """Choose our execution among those that fit; several that cannot be told apart stay."""
        rivals = self._rivals()
        quick = seen.at + self._match.receipt.waited < FASTEST
        if len(rows) == 1 or (not rivals and (quick or self._match.own is not None)):
            # When it is quick, nobody else's can have begun and ended since the look before.
            chosen = rows[0]
        elif self._announced == rows[-1].id and not rivals:
            chosen = rows[-1]
        else:
            self._candidates = tuple(row.id for row in rows)
            return judge_all(self._goal, rows) or Underway()
        return self._found(chosen.id, judge(self._goal, chosen))

    def _found(self, execution: str, verdict: Verdict | None) -> _Outcome:
        self._execution = execution
        return verdict or Underway()

    def _traceless(self, seen: Observation, fits: Matches) -> _Outcome:
        passed = seen.at - (self._left_at or 0.0)
        lost = self._match.receipt.lost
        if not self._goal.targets and self._match.own is None and fits.partly and not lost:
            # Services may be skipped in deployments of the whole environment.
            return (
                self._choose(seen, fits.partly) if passed >= _HESITATION else Underway("starting")
            )
        if lost and passed >= FORGOTTEN:
            return unknown_verdict("its answer was lost, and neither queue nor history shows it")
        if seen.request_state == GONE and not fits.any and passed >= FORGOTTEN:
            return Verdict(Ending.CANCELLED, "CANCELED", "left the queue without being started")
        if passed >= NO_TRACE:
            return unknown_verdict("nothing in the queue or the history belongs to it")
        return Underway("starting")


def _runs(service: ServiceState, execution: str) -> bool:
    return service.execution == execution and not has_ended(service.state)
