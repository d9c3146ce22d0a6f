"""The corners in which the end of our own deployment must be told from that of another (1.0.4)."""

from itertools import pairwise

import pytest

from qovery_cli.session.tracking.by_id import IdTracker
from qovery_cli.session.tracking.observations import (
    GONE,
    Execution,
    Observation,
    QueuedRequest,
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

API, WEB = "api", "web"
OLD = "env-1"


def state(id=API, word="DEPLOYED", execution=OLD, request=None):
    return ServiceState(id, word, execution, request)


def queued(id="R", action="DEPLOY", author="ada", services=(API,), waiting=True):
    return QueuedRequest(id, action, author, frozenset(services), waiting)


def row(id, progress="SUCCESS", action="DEPLOY", author="ada", services=None, created=None):
    word = {"SUCCESS": "DEPLOYED", "ERROR": "DEPLOYMENT_ERROR", "CANCELED": "CANCELED"}
    services = {API: progress} if services is None else services
    outcomes = [
        ServiceOutcome(one, one, "application", word.get(how, "DEPLOYING"), how)
        for one, how in services.items()
    ]
    return Execution(
        id, action, author, created, word.get(progress, "DEPLOYING"), progress, tuple(outcomes)
    )


BEFORE = Observation(
    status={"last_deployment_id": OLD},
    services={API: state(), WEB: state(WEB)},
    queue=(),
    history=(row(OLD),),
)
RESTING = {API: state(), WEB: state(WEB)}
ACCEPTED = {"deployment_request_id": "R", "execution_id": OLD}


class Run:
    """One tracker, shown observation after observation, the first after a second."""

    def __init__(self, answer=ACCEPTED, *, before=BEFORE, goal=None, sent=None, waited=0.0):
        goal = goal or Goal("deploy", frozenset({API}), frozenset({API}))
        self.tracker = IdTracker(goal, before)
        self.tracker.accepted(Receipt(answer, sent, waited))
        self.at = -9.0
        self.asked = []
        self.old = before.history or ()

    def see(self, services=None, queue=(), history=(), request="QUEUED", authors=(), **more):
        """Return what follows from a round in which this is what the API answers."""
        self.at += 10.0
        whole = {
            Lookup.STATES: {"services": RESTING if services is None else services},
            Lookup.QUEUE: {"queue": tuple(queue)},
            Lookup.HISTORY: {"history": (*history, *self.old)[:20]},
            Lookup.WHOLE_HISTORY: {"history": (*history, *self.old)[:100], "whole": True},
            Lookup.REQUEST: {"request_state": request},
            Lookup.AUTHORS: {"authors": frozenset(authors)},
        }
        asks, seen = self.tracker.lookups(), {"at": self.at, **more}
        self.asked = []
        while True:
            self.asked += asks
            for ask in asks:
                seen |= whole[ask]
            outcome = self.tracker.observe(Observation(**seen))
            if not isinstance(outcome, Need):
                return outcome
            asks = outcome.lookups

    def ends(self, **seen):
        """Return the verdict of a round."""
        outcome = self.see(**seen)
        assert isinstance(outcome, Verdict), outcome
        return outcome

    def goes_on(self, **seen):
        """Return the phase of a round that brings no verdict."""
        outcome = self.see(**seen)
        assert isinstance(outcome, Underway), outcome
        return outcome.phase


@pytest.mark.parametrize(
    ("progress", "ending"),
    [
        ("SUCCESS", Ending.SUCCEEDED),
        ("ERROR", Ending.FAILED),
        ("CANCELED", Ending.CANCELLED),
    ],
)
class TestOfItsOwnExecution:
    def test_it_started_at_once(self, progress, ending):
        assert Run().ends(history=[row("env-2", progress)]).ending is ending

    def test_the_answer_named_no_request(self, progress, ending):
        run = Run({"deployment_request_id": None, "execution_id": OLD})
        assert run.ends(history=[row("env-2", progress)]).ending is ending

    def test_a_later_deployment_ended_first_in_the_states(self, progress, ending):
        later = row("env-3", "SUCCESS" if progress == "ERROR" else "ERROR", author="grace")
        states = {API: state(execution="env-3")}
        run = Run()
        assert run.ends(services=states, history=[later, row("env-2", progress)]).ending is ending

    def test_it_waited_behind_another(self, progress, ending):
        run = Run()
        other = row("env-2", "ERROR", author="grace", services={WEB: "ERROR", API: "ERROR"})
        assert run.goes_on(queue=[queued("Q", author="grace"), queued()]) == "queued, 2 of 2"
        assert run.goes_on(queue=[queued()], history=[other]) == "queued, 1 of 1"
        ours = row("env-3", progress)
        assert run.ends(history=[ours, other]).ending is ending

    def test_a_service_without_history(self, progress, ending):
        before = Observation(services={API: state(word="READY", execution=None)}, history=())
        run = Run({"deployment_request_id": "R"}, before=before)
        assert run.ends(history=[row("env-2", progress)]).ending is ending

    def test_it_is_judged_by_itself_in_the_deployment_of_an_environment(self, progress, ending):
        beside = "ERROR" if progress != "ERROR" else "SUCCESS"
        whole = row("env-2", "ERROR", services={API: progress, WEB: beside})
        verdict = Run().ends(history=[whole])
        assert verdict.ending is ending
        assert bool(verdict.notes) is (beside == "ERROR")


def test_end_of_another_while_ours_waits_is_ignored():
    run = Run()
    for _ in range(100):
        moved = {API: state(execution="env-2")}
        assert run.goes_on(services=moved, queue=[queued()], history=[row("env-2", author="x")])


def test_nothing_moved_is_never_success():
    run = Run()
    outcomes = [run.see() for _ in range(30)]
    assert outcomes[0] == Underway("starting")
    assert outcomes[-1].ending is Ending.UNKNOWN
    assert all(isinstance(one, Underway) or one.ending is Ending.UNKNOWN for one in outcomes)


def test_history_is_read_only_when_there_is_something_to_judge():
    run = Run()
    run.goes_on(queue=[queued()])
    assert run.asked == [Lookup.STATES, Lookup.QUEUE]
    going = {API: state(word="DEPLOYING", execution="env-2")}
    run.goes_on(services=going, history=[row("env-2", "ONGOING")])
    assert run.asked == [Lookup.STATES, Lookup.QUEUE, Lookup.HISTORY, Lookup.REQUEST]
    run.goes_on(services=going)
    assert run.asked == [Lookup.STATES]
    assert run.ends(history=[row("env-2")]).ending is Ending.SUCCEEDED
    assert run.asked == [Lookup.STATES, Lookup.HISTORY]


def waiting_before(*requests):
    return Observation(services=RESTING, queue=requests, history=(row(OLD),))


def test_a_request_that_waits_already_is_joined():
    run = Run({"deployment_request_id": "Q"}, before=waiting_before(queued("Q")))
    assert run.tracker.joined
    assert run.goes_on(queue=[queued("Q", services=(API, WEB))]) == "queued, 1 of 1"
    merged = row("env-2", services={API: "SUCCESS", WEB: "ERROR"})
    assert run.ends(history=[merged]).ending is Ending.SUCCEEDED


def test_a_request_that_vanishes_into_another_is_joined():
    run = Run(before=waiting_before(queued("Q", services=(API, WEB))))
    assert run.goes_on(queue=[queued("Q", services=(API, WEB))]) == "queued"
    assert run.tracker.request == "Q"
    merged = row("env-2", "ERROR", services={API: "ERROR", WEB: "ERROR"})
    assert run.ends(history=[merged]).ending is Ending.FAILED


def test_a_request_that_was_seen_may_be_absorbed_by_one_of_the_same_user():
    run = Run()
    run.goes_on(queue=[queued("B", author="grace"), queued()])
    run.goes_on(queue=[queued("B", author="grace"), queued("S")], request=GONE)
    assert run.tracker.request == "S"


@pytest.mark.parametrize("known", ["CANCELED", GONE])
def test_it_was_cancelled_while_it_waited(known):
    run = Run()
    run.goes_on(queue=[queued("Q", author="grace"), queued()])
    queue = [queued("Q", author="grace")]
    outcomes = [run.see(queue=queue, request=known) for _ in range(5)]
    assert outcomes[-1].ending is Ending.CANCELLED


def test_cancelled_while_waiting_it_is_not_the_deployment_of_another():
    run = Run()
    run.goes_on(queue=[queued()])
    other = row("env-2", author="grace")
    assert run.ends(history=[other], request="CANCELED").ending is Ending.CANCELLED


def test_cancelled_while_running_what_was_kept_is_listed():
    everything = frozenset({API, WEB})
    run = Run(goal=Goal("deploy", expected=everything))
    services = {API: state(execution="env-2"), WEB: state(WEB, "CANCELING", "env-2")}
    cancelled = row("env-2", "CANCELING", services={API: "SUCCESS", WEB: "CANCELING"})
    run.goes_on(services=services, history=[cancelled])
    over = row("env-2", "CANCELED", services={API: "SUCCESS", WEB: "CANCELED"})
    verdict = run.ends(history=[over])
    assert verdict.ending is Ending.CANCELLED
    assert [service.id for service in verdict.kept] == [API]


def test_in_a_failed_environment_failures_come_first_then_what_never_started():
    everything = frozenset({API, WEB})
    run = Run(goal=Goal("deploy", expected=everything))
    over = row("env-2", "ERROR", services={API: "CANCELED", WEB: "ERROR"})
    verdict = run.ends(history=[over])
    assert verdict.ending is Ending.FAILED
    assert [one.id for one in verdict.failed] == [WEB]
    assert [one.id for one in verdict.unstarted] == [API]


def test_skipped_services_need_not_be_part_of_the_environments_deployment():
    run = Run(goal=Goal("deploy", expected=frozenset({API, WEB})))
    history = [row("env-2")]
    assert run.goes_on(history=history) == "starting"
    assert run.ends(history=history).ending is Ending.SUCCEEDED


def test_a_service_that_is_skipped_has_not_succeeded():
    run = Run(goal=Goal("deploy", frozenset({API, WEB}), frozenset({API, WEB})))
    run.tracker._search.execution = "env-2"
    assert run.ends(history=[row("env-2")]).ending is Ending.UNKNOWN


def many(count):
    return [row(f"other-{number}", "ERROR", author="grace") for number in range(count)]


def test_page_that_has_overflowed_is_requested_in_full():
    run = Run()
    run.goes_on(queue=[queued()])
    verdict = run.ends(history=[*many(40), row("env-2")])
    assert run.asked[-1] is Lookup.WHOLE_HISTORY
    assert verdict.ending is Ending.SUCCEEDED


def test_execution_missing_from_all_pages_is_unknown():
    run = Run()
    run.goes_on(queue=[queued()])
    assert run.ends(history=[*many(150), row("env-2")]).ending is Ending.UNKNOWN


def test_a_found_execution_that_no_page_shows_any_more_is_not_known():
    run = Run()
    going = {API: state(word="DEPLOYING", execution="env-2")}
    run.goes_on(services=going, history=[row("env-2", "ONGOING")])
    assert run.ends(history=[*many(150), row("env-2")]).ending is Ending.UNKNOWN


class TestALostAnswer:
    def test_it_is_found_in_the_queue(self):
        run = Run(None)
        assert run.goes_on(queue=[queued()], authors=["ada"]) == "queued"
        assert run.tracker.request == "R"
        assert run.ends(history=[row("env-2", "ERROR")]).ending is Ending.FAILED

    def test_it_is_found_in_the_history(self):
        run = Run(None)
        assert run.ends(history=[row("env-2")], authors=["ada"]).ending is Ending.SUCCEEDED

    def test_without_a_user_the_only_one_that_fits_is_taken(self):
        assert Run(None).ends(history=[row("env-2")]).ending is Ending.SUCCEEDED

    @pytest.mark.parametrize(
        "seen", [{"history": [row("env-2", author="grace")]}, {"queue": [queued(author="grace")]}]
    )
    def test_that_of_another_is_not_taken(self, seen):
        run = Run(None)
        outcomes = [run.see(**seen, authors=["ada"]) for _ in range(5)]
        assert outcomes[-1].ending is Ending.UNKNOWN
        assert "was lost" in outcomes[-1].reason

    def test_what_was_requested_before_is_not_taken(self):
        run = Run(None, before=waiting_before(queued("Q")))
        outcomes = [run.see(history=[row("env-2")], authors=["ada"]) for _ in range(5)]
        assert outcomes[-1].ending is Ending.UNKNOWN


def test_ambiguous_executions_with_the_same_ending_have_a_verdict():
    rows = [row("env-3", author="grace"), row("env-2")]
    assert Run(waited=20.0).ends(history=rows).ending is Ending.SUCCEEDED


def test_ambiguous_executions_with_different_endings_are_unknown():
    run = Run(waited=20.0)
    going = [row("env-3", "ONGOING", author="grace"), row("env-2")]
    assert run.goes_on(history=going) == ""
    rows = [row("env-3", "ERROR", author="grace"), row("env-2")]
    assert run.ends(history=rows).ending is Ending.UNKNOWN


def test_execution_created_before_the_request_is_ignored():
    rows = [row("env-3", created=1000.0), row("env-2", "ERROR", author="x", created=900.0)]
    assert Run(sent=(990.0, 1002.0), waited=20.0).ends(history=rows).ending is Ending.SUCCEEDED


@pytest.mark.parametrize("other", [{"action": "STOP"}, {"services": {WEB: "ERROR"}}])
def test_another_action_or_service_is_ignored(other):
    rows = [row("env-3", "ERROR", **other), row("env-2", "ERROR", **other)]
    assert Run().goes_on(history=rows) == "starting"


class TestADeletion:
    goal = Goal("delete", frozenset({API}), frozenset({API}))

    def run(self, **more):
        return Run({}, goal=self.goal, **more)

    def test_it_has_succeeded_when_the_service_is_deleted(self):
        assert self.run().ends(services={WEB: state(WEB)}).state == "DELETED"

    def test_it_has_succeeded_when_the_environment_is_deleted(self):
        assert self.run().ends(gone=True).ending is Ending.SUCCEEDED

    def test_it_has_failed_if_its_execution_has(self):
        failed = row("env-2", "ERROR", action="DELETE")
        assert self.run().ends(history=[failed]).ending is Ending.FAILED

    def test_a_service_that_was_never_there_is_no_success(self):
        run = self.run(before=Observation(services={}, history=(row(OLD),)))
        outcomes = [run.see(services={}) for _ in range(20)]
        assert outcomes[-1].ending is Ending.UNKNOWN

    def test_queued_deletion_of_another_is_ignored(self):
        run = self.run()
        theirs = queued("Q", action="DELETE", author="grace")
        outcomes = [run.see(queue=[theirs], authors=["ada"]) for _ in range(20)]
        assert outcomes[-1].ending is Ending.UNKNOWN


def test_deleted_environment_is_not_a_successful_deployment():
    assert Run().ends(gone=True).ending is Ending.UNKNOWN
    assert Run().ends(services={WEB: state(WEB)}).ending is Ending.UNKNOWN


class TestACancellation:
    goal = Goal("cancel", expected=frozenset({API}))
    running = Observation(
        status={"last_deployment_id": "env-1"},
        services={API: state(word="DEPLOYING")},
        history=(row("env-1", "ONGOING"),),
    )

    @pytest.mark.parametrize(
        ("progress", "ending"),
        [
            ("CANCELED", Ending.SUCCEEDED),
            ("SUCCESS", Ending.FAILED),
            ("ERROR", Ending.FAILED),
        ],
    )
    def test_it_succeeds_if_what_ran_was_cancelled(self, progress, ending):
        run = Run({"last_deployment_id": OLD}, before=self.running, goal=self.goal)
        seen = Observation(at=5.0, services=RESTING, history=(row("env-1", progress),))
        assert run.tracker.observe(seen).ending is ending

    def test_without_anything_under_way_an_old_cancellation_is_no_success(self):
        before = Observation(services=RESTING, history=(row(OLD, "CANCELED"),))
        run = Run({"last_deployment_id": OLD}, before=before, goal=self.goal)
        assert [run.see() for _ in range(20)][-1].ending is Ending.UNKNOWN


@pytest.mark.parametrize(
    ("action", "trigger", "end"),
    [
        ("stop", "STOP", "STOPPED"),
        ("restart", "DEPLOY", "DEPLOYED"),
        ("restart", "RESTART", "RESTARTED"),
        ("uninstall", "UNINSTALL", "READY"),
        ("uninstall", "UNINSTALL", "STOPPED"),
    ],
)
def test_every_action_has_its_own_end(action, trigger, end):
    own = frozenset({API})
    done = Execution(
        "env-2",
        trigger,
        "ada",
        None,
        end,
        "SUCCESS",
        (ServiceOutcome(API, API, "job", end, "SUCCESS"),),
    )
    assert Run(goal=Goal(action, own, own)).ends(history=[done]).ending is Ending.SUCCEEDED


def test_a_success_in_another_state_than_the_action_leads_to_is_a_failure():
    stopped = Execution(
        "env-2",
        "STOP",
        "ada",
        None,
        "DEPLOYED",
        "SUCCESS",
        (ServiceOutcome(API, API, "job", "DEPLOYED", "SUCCESS"),),
    )
    own = frozenset({API})
    verdict = Run(goal=Goal("stop", own, own)).ends(history=[stopped])
    assert verdict.ending is Ending.FAILED
    assert "ended in DEPLOYED" in verdict.reason


def test_a_queue_that_lists_what_runs_is_understood():
    run = Run()
    assert run.goes_on(queue=[queued()]) == "queued, 1 of 1"
    going = {API: state(word="DEPLOYING", execution="env-2")}
    started = [queued(waiting=False)]
    run.goes_on(services=going, queue=started, history=[row("env-2", "ONGOING")])
    assert run.ends(history=[row("env-2")]).ending is Ending.SUCCEEDED


def test_positions_only_go_down_as_others_are_served():
    run = Run()
    others = [queued(f"Q{number}", author="grace") for number in range(4)]
    phases = [run.goes_on(queue=[*others[number:], queued()]) for number in range(5)]
    places = [int(phase.split()[1]) for phase in phases]
    assert all(a > b for a, b in pairwise(places))
