"""Track a deployment by history and states, for API 1.0.3, which has no ids of requests.

An environment runs only one deployment at a time there: a request during another one is refused
with 409. So ours is the first new entry of the history that was created when the request arrived.
It is not documented that stops, restarts and deletions have entries; without one the states
decide, and a final state counts only if a state has changed after the request.
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
    Ending,
    Goal,
    Lookup,
    Need,
    Outcome,
    Receipt,
    Underway,
    Verdict,
    unknown_verdict,
    verdict_for_state,
    worst,
)

#: The history is read at least every so many rounds, as a later deployment may hide our end.
_ROUNDS = 5

_ENDINGS = {"SUCCESS": Ending.SUCCEEDED, "FAILED": Ending.FAILED}


class StateTracker:
    """Tracker of one request by the history of its environment, or by states without an entry."""

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
        """Record the arrival of the request; for a cancel, follow the running deployment."""
        self._receipt = receipt
        if self._goal.action == "cancel":
            running = (row.id for row in self._before.history or () if not has_ended(row.state))
            self._rows = tuple(running)[:1]

    def lookups(self) -> tuple[Lookup, ...]:
        """Return the first lookup of a round, the states."""
        self._rounds += 1
        return (Lookup.STATES,)

    def observe(self, latest: Observation) -> Outcome:
        """Return the progress, further lookups, or the verdict of this round."""
        if latest.gone and self._goal.action == "delete":
            return DELETED
        self._record(latest)
        if latest.history is None:
            due = latest.gone or self._has_ended(latest) or self._rounds % _ROUNDS == 0
            return Need((Lookup.HISTORY,)) if due else Underway()
        rows, complete = self._ours(latest)
        if not complete and not latest.whole:
            return Need((Lookup.WHOLE_HISTORY,))
        if rows:
            return self._judge(rows) or Underway()
        if not complete:
            return unknown_verdict("the history no longer contains this deployment")
        if latest.gone:
            return unknown_verdict("it no longer exists")
        return self._by_states(latest)

    # States.

    def _record(self, latest: Observation) -> None:
        """Record the times of changes since the request and since the last round."""
        if _fingerprint(latest) != _fingerprint(self._last):
            self._still_since = latest.at
        self._last = latest
        before = self._before.services or {}
        pairs = [(before.get(service.id), service) for service in self._target_states(latest)]
        if self._moved_at is None and any(self._moved(old, new) for old, new in pairs):
            self._moved_at = latest.at

    def _moved(self, old: ServiceState | None, new: ServiceState) -> bool:
        if old is None or not can_lead_through(self._goal.action, new.state):
            return False
        was_idle = has_ended(old.state)
        if self._goal.action == "cancel":
            return not was_idle and classify(new.state) is StateClass.CANCELLED
        if was_idle and (new.state != old.state or new.date != old.date):
            return True
        # An earlier operation may still be running, so its states do not show that ours began.
        return not has_ended(new.state) and not can_lead_through(self._goal.action, old.state)

    def _target_states(self, latest: Observation) -> list[ServiceState]:
        services = latest.services or {}
        ids = self._goal.targets or self._goal.expected
        return [service for id, service in services.items() if id in ids] or _own_state(latest)

    def _has_ended(self, latest: Observation) -> bool:
        return all(has_ended(service.state) for service in self._target_states(latest))

    def _by_states(self, latest: Observation) -> Outcome:
        if not self._has_ended(latest):
            return Underway()
        if self._moved_at is None:
            if latest.at - self._still_since >= NO_TRACE:
                return unknown_verdict("neither states nor history show that it started")
            return Underway("starting")
        return self._judge_states([service.state for service in self._target_states(latest)])

    def _judge_states(self, states: Sequence[str]) -> Verdict:
        action = self._goal.action
        if not all(can_lead_through(action, state) for state in states):
            return unknown_verdict("another operation has changed it since")
        verdicts = [verdict_for_state(action, state) for state in states]
        ending = worst(verdict.ending for verdict in verdicts)
        return next(verdict for verdict in verdicts if verdict.ending is ending)

    # History.

    def _ours(self, latest: Observation) -> tuple[list[Execution], bool]:
        """Return the entries of which one is ours, oldest first; False if some are missing."""
        history = latest.history or ()
        if self._rows:
            kept = [row for row in history if row.id in self._rows]
            return kept, len(kept) == len(self._rows)
        new: list[Execution] = []
        for row in history:
            if row.id in self._old:
                break
            new.append(row)
        else:
            if self._old and len(new) >= (LARGE_PAGE if latest.whole else PAGE):
                return [], False
        fits = [row for row in reversed(new) if self._fits(row)]
        arrived = self._receipt.sent
        if arrived is not None:
            near = [row for row in fits if row.created is None or row.created <= arrived[1]]
            fits = near or fits
        # The oldest is ours and the others began after its end, unless another deployment can
        # have begun and ended between the snapshot before the request and its arrival.
        ambiguous = self._receipt.waited >= FASTEST and arrived is not None and near
        selected = fits if ambiguous else fits[:1]
        self._rows = tuple(row.id for row in selected)
        return selected, True

    def _fits(self, row: Execution) -> bool:
        ids = self._goal.targets or self._goal.expected
        covers = not ids or any(self._is_target(service) for service in row.services)
        possible = can_lead_through(self._goal.action, row.state)
        return covers and possible and self._receipt.precedes(row.created)

    def _is_target(self, service: ServiceOutcome) -> bool:
        # The id may be that of the entry or of the service: the API description leaves it open.
        ids = self._goal.targets or self._goal.expected
        return service.id in ids or (service.kind, service.name) in self._goal.names

    def _judge(self, rows: Sequence[Execution]) -> Verdict | None:
        results = [self._verdict(row) for row in rows]
        verdicts = [verdict for verdict in results if verdict is not None]
        if len(verdicts) < len(results):
            return None
        if len({verdict.ending for verdict in verdicts}) > 1:
            return unknown_verdict(
                "several deployments started at the same time, and ended differently"
            )
        return verdicts[0]

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
            failed = tuple(service for service in row.services if _has_failed(service))
            return changed(verdict, failed=failed if verdict.ending is Ending.FAILED else ())
        return self._judge_targets(row)

    def _judge_targets(self, row: Execution) -> Verdict:
        states = [service.state for service in row.services if self._is_target(service)]
        if classify(row.state) is StateClass.CANCELLED:
            # Other states may be older; only SUCCESS means that it ended in this deployment.
            finished = bool(states) and set(states) == {"SUCCESS"}
            return Verdict(Ending.SUCCEEDED if finished else Ending.CANCELLED, row.state)
        ending = worst(self._ending(state, row) for state in states)
        state = next((state for state in states if state not in _ENDINGS), row.state)
        return Verdict(ending, state)

    def _ending(self, state: str, row: Execution) -> Ending:
        return (
            _ENDINGS.get(state) or verdict_for_state(self._goal.action, state or row.state).ending
        )


def _own_state(latest: Observation) -> list[ServiceState]:
    state = latest.status.get("state")
    date = latest.status.get("last_deployment_date")
    return [ServiceState("", str(state), date=str(date))] if state else []


def _fingerprint(latest: Observation) -> dict[str, tuple[str, str | None]]:
    services = (latest.services or {}).values()
    return {service.id: (service.state, service.date) for service in services}


def _has_failed(service: ServiceOutcome) -> bool:
    return service.state == "FAILED" or classify(service.state) is StateClass.FAILED
