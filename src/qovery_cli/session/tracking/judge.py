"""Judge a deployment by its entry in the history, which no later request can hide."""

from collections.abc import Sequence

from qovery_cli.catalog.states import ENDS, StateClass, classify, has_ended
from qovery_cli.session.tracking.observations import Execution, ServiceOutcome
from qovery_cli.session.tracking.verdicts import (
    Ending,
    Goal,
    Verdict,
    ending_of,
    unknown_verdict,
    verdict_for_state,
    worst,
)

_ENDED = {"SUCCESS": Ending.SUCCEEDED, "ERROR": Ending.FAILED, "CANCELED": Ending.CANCELLED}
_UNDER_WAY = frozenset({"QUEUED", "ONGOING", "CANCELING"})


def judge(goal: Goal, row: Execution) -> Verdict | None:
    """Return how an execution ended for what was asked for, None if it has not ended yet.

    Of an action on services only these decide: what fails beside them is a note.
    """
    overall = _overall(row)
    if goal.action == "cancel":
        return None if overall is None else _of_cancel(row, overall)
    if goal.targets:
        return _of_targets(goal, row, over=overall is not None)
    if overall is None:
        return None
    return _of_whole(goal, row, overall)


def judge_all(goal: Goal, rows: Sequence[Execution]) -> Verdict | None:
    """Return the verdict of several executions of which any may be ours, None if one goes on.

    It is known if all of them ended in the same way.
    """
    verdicts = [judge(goal, row) for row in rows]
    if not verdicts or None in verdicts:
        return None
    known = [verdict for verdict in verdicts if verdict is not None]
    if len({verdict.ending for verdict in known}) == 1:
        return known[0]
    return unknown_verdict("several deployments began at the same time, and they ended differently")


def _overall(row: Execution) -> Ending | None:
    if row.progress in _UNDER_WAY:
        return None
    if row.progress in _ENDED:
        return _ENDED[row.progress]
    states = [service.state for service in row.services] or [row.state]
    if not has_ended(row.state) or not all(has_ended(state) for state in states):
        return None
    kinds = {classify(state) for state in (*states, row.state)}
    if StateClass.FAILED in kinds:
        return Ending.FAILED
    return Ending.CANCELLED if StateClass.CANCELLED in kinds else Ending.SUCCEEDED


def _of_cancel(row: Execution, overall: Ending) -> Verdict:
    if overall is Ending.CANCELLED:
        return Verdict(Ending.SUCCEEDED, "CANCELED")
    state = row.state or overall
    return Verdict(Ending.FAILED, state, f"ended in {state} before it could be cancelled")


def _of_targets(goal: Goal, row: Execution, *, over: bool) -> Verdict | None:
    own = [service for service in row.services if service.id in goal.targets]
    if len(own) < len(goal.targets):
        return (
            unknown_verdict("the deployment did not include it: it may be skipped")
            if over
            else None
        )
    endings = {one.id: ending_of(goal.action, one.state, one.progress, over=over) for one in own}
    decided = [ending for ending in endings.values() if ending is not None]
    if len(decided) < len(own):
        return _undecided(row) if over else None
    ending = worst(decided)
    state = next(one.state for one in own if endings[one.id] is ending)
    reason = verdict_for_state(goal.action, state).reason if ending is Ending.FAILED else ""
    failed = tuple(one for one in own if endings[one.id] is Ending.FAILED)
    return Verdict(
        ending,
        state,
        reason,
        failed=failed if len(own) > 1 else (),
        notes=tuple(f"{one} in the same deployment" for one in _failed(row) if one not in own),
    )


def _undecided(row: Execution) -> Verdict:
    if row.progress == "CANCELED":
        return Verdict(Ending.CANCELLED, "CANCELED")
    return unknown_verdict("its deployment ended without a result of its own")


def _of_whole(goal: Goal, row: Execution, overall: Ending) -> Verdict:
    failed = _failed(row)
    if overall is Ending.FAILED:
        unstarted = tuple(one for one in row.services if _never_started(one))
        state = row.state if classify(row.state) is StateClass.FAILED else ""
        state = state or next((one.state for one in failed), row.state)
        return Verdict(Ending.FAILED, state, failed=failed, unstarted=unstarted)
    if overall is Ending.CANCELLED:
        kept = tuple(one for one in row.services if classify(one.state) is not StateClass.CANCELLED)
        return Verdict(Ending.CANCELLED, "CANCELED", kept=kept)
    # The execution succeeded as a whole; the state of a mixed environment may be any.
    state = row.state if row.state in ENDS[goal.action] else ""
    state = state or next((s.state for s in row.services if s.state in ENDS[goal.action]), "")
    return Verdict(Ending.SUCCEEDED, state or row.state)


def _failed(row: Execution) -> tuple[ServiceOutcome, ...]:
    return tuple(
        one
        for one in row.services
        if one.progress == "ERROR"
        or (one.progress is None and classify(one.state) is StateClass.FAILED)
    )


def _never_started(service: ServiceOutcome) -> bool:
    return service.progress in {"QUEUED", "CANCELED", "NEVER"} or classify(service.state) in {
        StateClass.QUEUED,
        StateClass.CANCELLED,
    }
