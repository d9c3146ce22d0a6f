"""The corners in which our own deployment must be told from that of another (1.0.3, clusters)."""

import pytest

from qovery_cli.session.tracking.by_cluster import ClusterTracker
from qovery_cli.session.tracking.by_state import StateTracker
from qovery_cli.session.tracking.observations import (
    Execution,
    Observation,
    ServiceOutcome,
    ServiceState,
)
from qovery_cli.session.tracking.verdicts import (
    Ending,
    Goal,
    Lookup,
    Need,
    Receipt,
    Underway,
    Verdict,
)

ARRIVED = (1000.0, 1004.0)
OWN = frozenset({"a"})


def row(id, state, created=1002.0, own=None, name="api"):
    service = ServiceOutcome(f"{id}/a", name, "application", own or state)
    return Execution(id, None, None, created, state, None, (service,))


def status(state, date="monday"):
    return {"a": ServiceState("a", state, date=date)}


class Run:
    """One tracker, shown an observation every ten seconds; ``sent`` is the server's own time."""

    def __init__(self, action="deploy", before="RUNNING", sent=ARRIVED, history=None, waited=0.5):
        names = frozenset({("application", "api")})
        goal = Goal(action, OWN, OWN, names)
        self.old = (row("old", "RUNNING", 10.0),) if history is None else history
        start = Observation(services=status(before), history=self.old)
        self.tracker = StateTracker(goal, start)
        self.tracker.accepted(Receipt({}, sent, waited))
        self.at = 0.0
        self.asked = []

    def see(self, services, history=(), **more):
        self.at += 10.0
        found = {"history": (*history, *self.old)[:20]}
        whole = {"history": (*history, *self.old)[:100], "whole": True}
        answers = {
            Lookup.STATES: {"services": services},
            Lookup.HISTORY: found,
            Lookup.WHOLE_HISTORY: whole,
        }
        asks, seen, self.asked = self.tracker.lookups(), {"at": self.at, **more}, []
        while True:
            self.asked += asks
            for ask in asks:
                seen |= answers[ask]
            outcome = self.tracker.observe(Observation(**seen))
            if not isinstance(outcome, Need):
                return outcome
            asks = outcome.lookups

    def ends(self, services, history=(), **more):
        outcome = self.see(services, history, **more)
        assert isinstance(outcome, Verdict), outcome
        return outcome.ending

    def last_of(self, count, services, history=()):
        return [self.see(services, history) for _ in range(count)][-1]


@pytest.mark.parametrize(
    ("state", "ending"),
    [
        ("RUNNING", Ending.SUCCEEDED),
        ("DEPLOYMENT_ERROR", Ending.FAILED),
        ("CANCELED", Ending.CANCELLED),
    ],
)
def test_the_row_of_the_history_decides(state, ending):
    run = Run()
    assert run.see(status("DEPLOYING")) == Underway()
    assert run.asked == [Lookup.STATES]
    other = "RUNNING" if ending is Ending.FAILED else "DEPLOYMENT_ERROR"
    later = row("later", other, 1050.0)
    assert run.ends(status(other), [later, row("ours", state)]) is ending


@pytest.mark.parametrize(("word", "ending"), [("SUCCESS", "succeeded"), ("FAILED", "failed")])
def test_containers_and_databases_only_succeed_or_fail(word, ending):
    state = "RUNNING" if word == "SUCCESS" else "DEPLOYMENT_ERROR"
    assert Run().ends(status(state), [row("ours", state, own=word)]) == ending


def test_an_older_state_in_a_cancelled_row_is_no_success():
    cancelled = row("ours", "CANCELED", own="RUNNING")
    assert Run().ends(status("RUNNING"), [cancelled]) is Ending.CANCELLED


def test_entry_created_before_the_request_is_ignored():
    rows = [row("ours", "DEPLOYMENT_ERROR"), row("theirs", "RUNNING", 900.0)]
    assert Run().ends(status("DEPLOYMENT_ERROR"), rows) is Ending.FAILED


def test_row_of_another_service_or_action_is_ignored():
    run = Run("stop")
    rows = [row("x", "STOPPED", name="web"), row("y", "RUNNING")]
    assert run.see(status("RUNNING"), rows) == Underway("starting")


def test_rows_of_the_same_seconds_are_known_if_they_agree():
    rows = [row("x", "RUNNING"), row("y", "RUNNING", 1003.0)]
    assert Run(waited=20.0).ends(status("RUNNING"), rows) is Ending.SUCCEEDED


def test_oldest_row_is_followed_if_nothing_else_can_have_ended_before_it():
    rows = [row("x", "RUNNING"), row("y", "DEPLOYMENT_ERROR", 1003.0)]
    assert Run().ends(status("RUNNING"), rows) is Ending.FAILED


def test_rows_of_the_same_seconds_are_not_known_if_they_differ():
    rows = [row("x", "RUNNING"), row("y", "DEPLOYMENT_ERROR", 1003.0)]
    assert Run(waited=20.0).ends(status("RUNNING"), rows) is Ending.UNKNOWN


def test_nothing_moved_is_never_success():
    verdict = Run().last_of(30, status("RUNNING"))
    assert isinstance(verdict, Verdict)
    assert verdict.ending is Ending.UNKNOWN


@pytest.mark.parametrize(
    ("seen", "ending"),
    [
        (["STOPPING", "STOPPED"], Ending.SUCCEEDED),
        (["STOPPED"], Ending.SUCCEEDED),
        (["STOPPING", "STOP_ERROR"], Ending.FAILED),
        (["STOPPING", "RUNNING"], Ending.UNKNOWN),
    ],
)
def test_without_a_row_an_end_counts_after_a_movement_of_its_own(seen, ending):
    run = Run("stop", history=())
    outcomes = [run.see(status(state)) for state in seen]
    assert isinstance(outcomes[-1], Verdict)
    assert outcomes[-1].ending is ending


def test_another_date_of_the_last_deployment_is_a_movement():
    run = Run(history=())
    assert run.ends(status("RUNNING", "tuesday")) is Ending.SUCCEEDED


def test_end_of_what_ran_before_is_no_movement_of_ours():
    run = Run("deploy", before="DEPLOYING", history=())
    assert run.see(status("RUNNING")) == Underway("starting")


def test_the_history_is_read_now_and_then_while_others_hide_our_end():
    run = Run()
    for _ in range(4):
        run.see(status("DEPLOYING"))
    assert run.ends(status("DEPLOYING"), [row("ours", "RUNNING")]) is Ending.SUCCEEDED


@pytest.mark.parametrize(("action", "ending"), [("delete", "succeeded"), ("deploy", "unknown")])
def test_verdict_for_deleted_target(action, ending):
    assert Run(action).ends({}, gone=True) == ending


def test_entry_of_deleted_target_decides():
    assert Run().ends({}, [row("ours", "RUNNING")], gone=True) is Ending.SUCCEEDED


@pytest.mark.parametrize(
    ("state", "ending"),
    [("CANCELED", Ending.SUCCEEDED), ("RUNNING", Ending.FAILED)],
)
def test_a_cancellation_succeeds_if_what_ran_was_cancelled(state, ending):
    run = Run("cancel", "DEPLOYING", history=(row("ours", "DEPLOYING"),))
    run.old = ()
    assert run.ends(status(state), [row("ours", state)]) is ending


def test_an_overflowing_history_is_read_further():
    many = [row(f"x{number}", "STOPPED", 2000.0) for number in range(30)]
    run = Run()
    assert run.ends(status("RUNNING"), [*many, row("ours", "RUNNING")]) is Ending.SUCCEEDED
    assert run.asked[-1] is Lookup.WHOLE_HISTORY


class Cluster:
    def __init__(self, action="deploy", before=("RUNNING", "x-1"), answer=None):
        self.tracker = ClusterTracker(Goal(action), Observation(status=self.status(*before)))
        self.tracker.accepted(Receipt({} if answer is None else {"last_execution_id": answer}))
        self.at = 0.0

    @staticmethod
    def status(state, id):
        return {"status": state, "last_execution_id": id}

    def see(self, state, id=None, **more):
        self.at += 10.0
        seen = Observation(at=self.at, status=self.status(state, id), **more)
        outcome = self.tracker.observe(seen)
        return outcome.ending if isinstance(outcome, Verdict) else outcome


@pytest.mark.parametrize("answer", [None, "x-1", "x-2"])
def test_cluster_is_judged_under_a_new_execution(answer):
    run = Cluster(answer=answer)
    assert run.see("RUNNING", "x-1") == Underway("starting")
    assert run.see("DEPLOYING", "x-2") == Underway()
    assert run.see("DEPLOYMENT_ERROR", "x-2") is Ending.FAILED


def test_a_third_execution_hides_the_end_of_a_cluster():
    run = Cluster()
    run.see("DEPLOYING", "x-2")
    assert run.see("RUNNING", "x-3") is Ending.UNKNOWN


def test_a_cluster_that_does_not_move_is_not_known():
    run = Cluster()
    outcomes = [run.see("RUNNING", "x-1") for _ in range(20)]
    assert outcomes[-1] is Ending.UNKNOWN


@pytest.mark.parametrize(
    ("action", "states", "ending"),
    [
        ("deploy", ["DEPLOYING", "RUNNING"], Ending.SUCCEEDED),
        ("stop", ["STOPPING", "STOPPED"], Ending.SUCCEEDED),
        ("stop", ["STOPPING", "STOP_ERROR"], Ending.FAILED),
        ("stop", ["STOPPING", "RUNNING"], Ending.UNKNOWN),
    ],
)
def test_cluster_without_ids_is_judged_after_a_movement(action, states, ending):
    run = Cluster(action, before=("READY" if action == "deploy" else "RUNNING", None))
    assert [run.see(state) for state in states][-1] is ending


@pytest.mark.parametrize(("action", "ending"), [("delete", "succeeded"), ("deploy", "unknown")])
def test_cluster_that_no_longer_exists(action, ending):
    assert Cluster(action).see("", gone=True) == ending


@pytest.mark.parametrize(
    ("overall", "own", "ending"),
    [
        ("DEPLOYMENT_ERROR", "RUNNING", Ending.SUCCEEDED),
        ("RUNNING", "DEPLOYMENT_ERROR", Ending.FAILED),
        ("CANCELED", "SUCCESS", Ending.SUCCEEDED),
        ("CANCELED", "RUNNING", Ending.CANCELLED),
    ],
)
def test_service_has_its_own_end_in_the_entry(overall, own, ending):
    run = Run()
    run.see(status("DEPLOYING"))
    assert run.ends(status("RUNNING"), (row("own", overall, own=own),)) is ending


def test_time_without_a_trace_begins_at_the_last_change():
    run = Run()
    run.last_of(12, status("STOPPING"))
    assert run.see(status("RUNNING")) == Underway("starting")
    assert run.last_of(11, status("RUNNING")) == Underway("starting")
    assert run.ends(status("RUNNING")) is Ending.UNKNOWN


def test_states_of_an_earlier_operation_do_not_show_that_ours_began():
    assert Run(before="DEPLOYING").last_of(2, status("RUNNING")) == Underway("starting")
    other = Run(before="STOPPING")
    assert other.see(status("DEPLOYING")) == Underway()
    assert other.ends(status("RUNNING")) is Ending.SUCCEEDED
