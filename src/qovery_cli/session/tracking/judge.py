"""Judge a deployment by its entry in the history, which later requests do not change."""

from collections.abc import Sequence

from qovery_cli.catalog.states import ENDS, WITHOUT_STATE, StateClass, classify, has_ended
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
_ONGOING = frozenset({"QUEUED", "ONGOING", "CANCELING"})


def judge(goal: Goal, row: Execution) -> Verdict | None:
    """Return the verdict of an execution on a goal, None if it has not ended yet.

    Only the target services decide, if there are any: other failed services become notes.
    """
    overall = _overall(row)
    if goal.action == "cancel":
        return None if overall is None else _judge_cancel(row, overall)
    if goal.targets:
        return _judge_targets(goal, row, over=overall is not None)
    if overall is None:
        return None
    return _judge_environment(goal, row, overall)


def judge_all(goal: Goal, rows: Sequence[Execution]) -> Verdict | None:
    """Return the verdict of several executions of which any may be ours, None if one goes on.

    It is unknown unless all of them have the same ending.
    """
    results = [judge(goal, row) for row in rows]
    verdicts = [verdict for verdict in results if verdict is not None]
    if not verdicts or len(verdicts) < len(results):
        return None
    if len({verdict.ending for verdict in verdicts}) == 1:
        return verdicts[0]
    return unknown_verdict("several deployments started at the same time, and ended differently")


def _overall(row: Execution) -> Ending | None:
    """Return the ending of the execution as a whole, None if it has not ended."""
    if row.progress in _ONGOING:
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


def _judge_cancel(row: Execution, overall: Ending) -> Verdict:
    if overall is Ending.CANCELLED:
        return Verdict(Ending.SUCCEEDED, "CANCELED")
    state = row.state or overall
    return Verdict(Ending.FAILED, state, f"ended in {state} before it could be cancelled")


def _judge_targets(goal: Goal, row: Execution, *, over: bool) -> Verdict | None:
    targets = [service for service in row.services if service.id in goal.targets]
    if len(targets) < len(goal.targets):
        return (
            unknown_verdict("the deployment did not include it: it may be skipped")
            if over
            else None
        )
    keeps_state = row.action in WITHOUT_STATE
    endings = {
        t.id: ending_of(goal.action, t.state, t.progress, over=over, keeps_state=keeps_state)
        for t in targets
    }
    decided = [ending for ending in endings.values() if ending is not None]
    if len(decided) < len(targets):
        return _undecided(row) if over else None
    ending = worst(decided)
    state = next(target.state for target in targets if endings[target.id] is ending)
    reason = verdict_for_state(goal.action, state).reason if ending is Ending.FAILED else ""
    failed = tuple(target for target in targets if endings[target.id] is Ending.FAILED)
    others = [service for service in _failed(row) if service not in targets]
    return Verdict(
        ending,
        state,
        reason,
        failed=failed if len(targets) > 1 else (),
        notes=tuple(f"{service} in the same deployment" for service in others),
    )


def _undecided(row: Execution) -> Verdict:
    if row.progress == "CANCELED":
        return Verdict(Ending.CANCELLED, "CANCELED")
    return unknown_verdict("its deployment ended without a result of its own")


def _judge_environment(goal: Goal, row: Execution, overall: Ending) -> Verdict:
    failed = _failed(row)
    if overall is Ending.FAILED:
        unstarted = tuple(service for service in row.services if _never_started(service))
        state = row.state if classify(row.state) is StateClass.FAILED else ""
        state = state or next((service.state for service in failed), row.state)
        return Verdict(Ending.FAILED, state, failed=failed, unstarted=unstarted)
    if overall is Ending.CANCELLED:
        kept = tuple(s for s in row.services if classify(s.state) is not StateClass.CANCELLED)
        return Verdict(Ending.CANCELLED, "CANCELED", kept=kept)
    # The execution succeeded as a whole; the state of a mixed environment may be any.
    state = row.state if row.state in ENDS[goal.action] else ""
    state = state or next((s.state for s in row.services if s.state in ENDS[goal.action]), "")
    return Verdict(Ending.SUCCEEDED, state or row.state)


def _failed(row: Execution) -> tuple[ServiceOutcome, ...]:
    return tuple(
        service
        for service in row.services
        if service.progress == "ERROR"
        or (service.progress is None and classify(service.state) is StateClass.FAILED)
    )


def _never_started(service: ServiceOutcome) -> bool:
    return service.progress in {"QUEUED", "CANCELED", "NEVER"} or classify(service.state) in {
        StateClass.QUEUED,
        StateClass.CANCELLED,
    }
