"""Follow a deployment where the API has no ids for it (1.0.3).

There only one deployment runs at a time in an environment: a request during another one is refused
with 409. So ours is the first new entry of the history that was created when the request arrived.
Whether stops, restarts and deletions have entries is not documented; without one the states
decide, and an end counts only if something was seen to move after the request.
"""

from collections.abc import Sequence

from qovery_cli.catalog.states import (
    StateClass,
    can_lead_through,
    classify,
    has_ended,
)
from qovery_cli.frozen import changed
from qovery_cli.session.tracking.observations import (
    Execution,
    Observation,
    ServiceOutcome,
    ServiceState,
)
from qovery_cli.session.tracking.request_matching import LARGE_PAGE, PAGE
from qovery_cli.session.tracking.verdicts import (
    DELETED,
    FASTEST,
    NO_TRACE,
    Ask,
    Ending,
    Goal,
    Need,
    Receipt,
    Underway,
    Verdict,
    unknown_verdict,
    verdict_for_state,
    worst,
)

#: The history is read at least every so many rounds: a later deployment may hide our end.
_ROUNDS = 5

_WORDS = {"SUCCESS": Ending.SUCCEEDED, "FAILED": Ending.FAILED}

_Outcome = Underway | Need | Verdict


class StateTracker:
    """Follows one request by the history of its environment, and by states where it has none."""

    def __init__(self, goal: Goal, before: Observation) -> None:
        self._goal = goal
        self._before = before
        self._old = {row.id for row in before.history or ()}
        self._receipt = Receipt()
        self._rows: tuple[str, ...] = ()
        self._rounds = 0
        self._last = before
        self._moved_at: float | None = None
        self._still_since = 0.0

    def accepted(self, receipt: Receipt) -> None:
        """Remember when the request arrived; to cancel is to end what was under way before."""
        self._receipt = receipt
        if self._goal.action == "cancel":
            going = (row.id for row in self._before.history or () if not has_ended(row.state))
            self._rows = tuple(going)[:1]

    def questions(self) -> tuple[Ask, ...]:
        """Return what to ask first."""
        self._rounds += 1
        return (Ask.STATES,)

    def observe(self, seen: Observation) -> _Outcome:
        """Return what follows from the answers of this round so far."""
        if seen.gone and self._goal.action == "delete":
            return DELETED
        self._note(seen)
        if seen.history is None:
            due = seen.gone or self._has_ended(seen) or self._rounds % _ROUNDS == 0
            return Need((Ask.HISTORY,)) if due else Underway()
        rows, complete = self._ours(seen)
        if not complete and not seen.whole:
            return Need((Ask.WHOLE_HISTORY,))
        if rows:
            return self._judge(rows) or Underway()
        if not complete:
            return unknown_verdict("the history no longer shows this deployment")
        if seen.gone:
            return unknown_verdict("it is gone")
        return self._by_states(seen)

    # States.

    def _note(self, seen: Observation) -> None:
        """Take note of what has moved since the request, and since the last look."""
        if _marks(seen) != _marks(self._last):
            self._still_since = seen.at
        self._last = seen
        before = self._before.services or {}
        pairs = [(before.get(one.id), one) for one in self._deciding(seen)]
        if self._moved_at is None and any(self._moved(old, new) for old, new in pairs):
            self._moved_at = seen.at

    def _moved(self, old: ServiceState | None, new: ServiceState) -> bool:
        if old is None or not can_lead_through(self._goal.action, new.state):
            return False
        was_idle = has_ended(old.state)
        if self._goal.action == "cancel":
            return not was_idle and classify(new.state) is StateClass.CANCELLED
        if was_idle and (new.state != old.state or new.date != old.date):
            return True
        # What ran before may have ended since; only another way shows that ours has begun.
        return not has_ended(new.state) and not can_lead_through(self._goal.action, old.state)

    def _deciding(self, seen: Observation) -> list[ServiceState]:
        services = seen.services or {}
        chosen = self._goal.targets or self._goal.expected
        return [one for id, one in services.items() if id in chosen] or _own(seen)

    def _has_ended(self, seen: Observation) -> bool:
        return all(has_ended(one.state) for one in self._deciding(seen))

    def _by_states(self, seen: Observation) -> _Outcome:
        if not self._has_ended(seen):
            return Underway()
        if self._moved_at is None:
            if seen.at - self._still_since >= NO_TRACE:
                return unknown_verdict("nothing in states or history shows that it began")
            return Underway("starting")
        return self._of_states([one.state for one in self._deciding(seen)])

    def _of_states(self, states: Sequence[str]) -> Verdict:
        action = self._goal.action
        if not all(can_lead_through(action, state) for state in states):
            return unknown_verdict("something else was done to it since")
        verdicts = [verdict_for_state(action, state) for state in states]
        ending = worst(verdict.ending for verdict in verdicts)
        return next(verdict for verdict in verdicts if verdict.ending is ending)

    # History.

    def _ours(self, seen: Observation) -> tuple[list[Execution], bool]:
        """Return the rows of which one is ours, oldest first, and whether all are known."""
        history = seen.history or ()
        if self._rows:
            kept = [row for row in history if row.id in self._rows]
            return kept, len(kept) == len(self._rows)
        new: list[Execution] = []
        for row in history:
            if row.id in self._old:
                break
            new.append(row)
        else:
            if self._old and len(new) >= (LARGE_PAGE if seen.whole else PAGE):
                return [], False
        fits = [row for row in reversed(new) if self._fits(row)]
        arrived = self._receipt.sent
        if arrived is not None:
            near = [row for row in fits if row.created is None or row.created <= arrived[1]]
            fits = near or fits
        # The oldest is ours, and the others came when it had ended, unless another can have begun
        # and ended between the look before the request and its arrival.
        several = self._receipt.waited >= FASTEST and arrived is not None and near
        chosen = fits if several else fits[:1]
        self._rows = tuple(row.id for row in chosen)
        return chosen, True

    def _fits(self, row: Execution) -> bool:
        chosen = self._goal.targets or self._goal.expected
        covers = not chosen or any(self._is_target(one) for one in row.services)
        mine = can_lead_through(self._goal.action, row.state)
        return covers and mine and self._receipt.precedes(row.created)

    def _is_target(self, service: ServiceOutcome) -> bool:
        # The id of an entry may be its own or that of the service: the document does not say.
        chosen = self._goal.targets or self._goal.expected
        return service.id in chosen or (service.kind, service.name) in self._goal.names

    def _judge(self, rows: Sequence[Execution]) -> Verdict | None:
        verdicts = [self._verdict(row) for row in rows]
        known = [one for one in verdicts if one is not None]
        if len(known) < len(verdicts):
            return None
        if len({one.ending for one in known}) > 1:
            return unknown_verdict(
                "several deployments began at the same time, and ended differently"
            )
        return known[0]

    def _verdict(self, row: Execution) -> Verdict | None:
        if not has_ended(row.state):
            return None
        if self._goal.action == "cancel":
            if classify(row.state) is StateClass.CANCELLED:
                return Verdict(Ending.SUCCEEDED, row.state)
            reason = f"ended in {row.state} before it could be cancelled"
            return Verdict(Ending.FAILED, row.state, reason)
        if not self._goal.targets:
            verdict = verdict_for_state(self._goal.action, row.state)
            failed = tuple(one for one in row.services if _has_failed(one))
            return changed(verdict, failed=failed if verdict.ending is Ending.FAILED else ())
        return self._of_target(row)

    def _of_target(self, row: Execution) -> Verdict:
        own = [one.state for one in row.services if self._is_target(one)]
        if classify(row.state) is StateClass.CANCELLED:
            # A state may be older here; only the word says that it ended in this deployment.
            finished = bool(own) and set(own) == {"SUCCESS"}
            return Verdict(Ending.SUCCEEDED if finished else Ending.CANCELLED, row.state)
        ending = worst(self._ending(state, row) for state in own)
        state = next((state for state in own if state not in _WORDS), row.state)
        return Verdict(ending, state)

    def _ending(self, state: str, row: Execution) -> Ending:
        return _WORDS.get(state) or verdict_for_state(self._goal.action, state or row.state).ending


def _own(seen: Observation) -> list[ServiceState]:
    state = seen.status.get("state")
    date = seen.status.get("last_deployment_date")
    return [ServiceState("", str(state), date=str(date))] if state else []


def _marks(seen: Observation) -> dict[str, tuple[str, str | None]]:
    return {one.id: (one.state, one.date) for one in (seen.services or {}).values()}


def _has_failed(service: ServiceOutcome) -> bool:
    return service.state == "FAILED" or classify(service.state) is StateClass.FAILED
