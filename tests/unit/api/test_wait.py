from itertools import pairwise

import pytest

from qovery_cli.api.wait import SETTLE, Snapshot, Subject, wait_for
from qovery_cli.errors import (
    AuthError,
    ForbiddenError,
    NotFoundError,
    UnavailableError,
    WaitCancelledError,
    WaitFailedError,
    WaitTimeoutError,
)

GONE = Snapshot(None)


class World:
    """A clock that only sleeping moves, and a resource whose looks are told in advance.

    A look is a Snapshot, a state, or an error; the last one stays.
    """

    def __init__(self, *looks):
        self.looks = list(looks)
        self.now = 0.0
        self.naps = []
        self.polls = 0
        self.changes = []

    def poll(self):
        look = self.looks[min(self.polls, len(self.looks) - 1)]
        self.polls += 1
        if isinstance(look, BaseException):
            raise look
        return look if isinstance(look, Snapshot) else Snapshot(look)

    def sleep(self, seconds):
        assert seconds > 0
        self.naps.append(seconds)
        self.now += seconds

    def wait(self, action="deploy", before=None, timeout=3600.0, **more):
        if isinstance(before, str):
            before = Snapshot(before)
        return wait_for(
            self.poll,
            action,
            before=before,
            timeout=timeout,
            clock=lambda: self.now,
            sleep=self.sleep,
            on_change=lambda snapshot: self.changes.append(snapshot.state),
            **more,
        )


@pytest.mark.parametrize(
    ("action", "before", "looks"),
    [
        ("deploy", "READY", ["QUEUED", "BUILDING", "DEPLOYING", "RUNNING"]),
        ("deploy", "STOPPED", ["DEPLOYMENT_QUEUED", "DEPLOYING", "DEPLOYED"]),
        ("deploy", "DEPLOYMENT_ERROR", ["DEPLOYED"]),
        ("deploy", "DEPLOYED", ["DEPLOYED", "QUEUED", "DEPLOYED"]),
        ("restart", "RUNNING", ["RESTART_QUEUED", "RESTARTING", "RESTARTED"]),
        ("restart", "RUNNING", ["DEPLOYING", "RUNNING"]),
        ("stop", "RUNNING", ["STOP_QUEUED", "STOPPING", "STOPPED"]),
        ("stop", "DEPLOYING", ["DEPLOYING", "STOPPED"]),
        ("delete", "STOPPED", ["DELETE_QUEUED", "DELETING", "DELETED"]),
        ("delete", "STOPPED", ["DELETING", None]),
        ("delete", "STOPPED", [None]),
        ("cancel", "BUILDING", ["CANCELING", "CANCELED"]),
        ("cancel", "BUILDING", ["CANCELED"]),
        ("cancel", "BUILDING", ["CANCELLED"]),
    ],
)
def test_an_action_succeeds_in_the_states_that_are_its_end(action, before, looks):
    world = World(*looks)
    assert world.wait(action, before).state == looks[-1]
    assert world.polls == len(looks)


@pytest.mark.parametrize("action", ["deploy", "restart", "stop", "delete", "cancel"])
@pytest.mark.parametrize(
    "state",
    [
        "BUILD_ERROR",
        "DEPLOYMENT_ERROR",
        "STOP_ERROR",
        "DELETE_ERROR",
        "RESTART_ERROR",
        "INVALID_CREDENTIALS",
        "NEVER_HEARD_OF_ERROR",
    ],
)
def test_a_failure_is_told_with_its_state(action, state):
    with pytest.raises(WaitFailedError, match=rf"failed: {state}\."):
        World("QUEUED", state).wait(action, "READY")


@pytest.mark.parametrize("action", ["deploy", "restart", "stop", "delete"])
def test_what_was_cancelled_was_not_done(action):
    with pytest.raises(WaitCancelledError, match="was cancelled"):
        World("DEPLOYING", "CANCELING", "CANCELED").wait(action, "READY")


@pytest.mark.parametrize(
    ("action", "state"),
    [
        ("deploy", "STOPPED"),
        ("deploy", "READY"),
        ("deploy", "DELETED"),
        ("restart", "STOPPED"),
        ("stop", "DEPLOYED"),
        ("delete", "STOPPED"),
        ("cancel", "DEPLOYED"),
    ],
)
def test_the_end_of_something_else_is_a_failure(action, state):
    with pytest.raises(WaitFailedError, match=f"ended in {state}"):
        World("QUEUED", state).wait(action, "CANCELED")


@pytest.mark.parametrize("action", ["deploy", "restart", "stop", "cancel"])
@pytest.mark.parametrize("look", [None, NotFoundError("No such application.")])
def test_what_disappears_cannot_succeed(action, look):
    with pytest.raises(WaitFailedError, match="is gone"):
        World("QUEUED", look).wait(action, "READY")


@pytest.mark.parametrize("error", [NotFoundError("Not found."), ForbiddenError("Forbidden.")])
def test_a_delete_has_succeeded_when_the_api_no_longer_knows_it(error):
    assert World("DELETING", error).wait("delete", "READY") == GONE


def test_a_refusal_during_a_deploy_is_raised():
    with pytest.raises(ForbiddenError):
        World("DEPLOYING", ForbiddenError("No.")).wait("deploy", "READY")


@pytest.mark.parametrize(
    "state", ["UNAVAILABLE", "EXECUTING", "RECAP", "DRY_RUN", "WAITING_RUNNING", "FROBNICATING", ""]
)
def test_an_unknown_or_passing_state_goes_on(state):
    world = World("QUEUED", state, state, "DEPLOYED")
    assert world.wait("deploy", "READY").state == "DEPLOYED"
    assert world.polls == 4


@pytest.mark.parametrize("old", ["DEPLOYED", "DEPLOYMENT_ERROR", "CANCELED", "STOPPED", "READY"])
@pytest.mark.parametrize("action", ["deploy", "restart"])
def test_the_state_before_the_action_is_not_its_end(action, old):
    world = World(old, old, "QUEUED", "DEPLOYING", "DEPLOYED")
    assert world.wait(action, old).state == "DEPLOYED"
    assert world.polls == 5


def test_another_execution_than_before_is_an_end():
    world = World(Snapshot("DEPLOYED", "b"))
    assert world.wait("deploy", Snapshot("DEPLOYED", "a")).mark == "b"
    assert world.polls == 1


def test_a_failure_of_another_execution_counts_too():
    with pytest.raises(WaitFailedError):
        World(Snapshot("BUILD_ERROR", "b")).wait("deploy", Snapshot("BUILD_ERROR", "a"))


def test_when_nothing_moves_the_state_counts_after_a_while():
    world = World(Snapshot("DEPLOYED", "a"))
    world.wait("deploy", Snapshot("DEPLOYED", "a"))
    assert SETTLE <= world.now < SETTLE + 10


def test_how_long_nothing_must_move_can_be_set():
    world = World("DEPLOYED")
    world.wait("deploy", "DEPLOYED", settle=3.0)
    assert 3 <= world.now < 5


def test_an_old_failure_that_stays_is_a_failure():
    with pytest.raises(WaitFailedError):
        World("DEPLOYMENT_ERROR").wait("deploy", "DEPLOYMENT_ERROR")


def test_without_a_state_before_an_end_needs_something_under_way():
    world = World("DEPLOYED", "DEPLOYING", "DEPLOYED")
    world.wait("deploy")
    assert world.polls == 3


def test_without_a_state_before_an_end_that_stays_counts():
    world = World("DEPLOYED")
    world.wait("deploy")
    assert world.now >= SETTLE


def test_the_end_of_a_deployment_that_was_under_way_before_is_not_ours():
    world = World("DEPLOYING", "DEPLOYED", "QUEUED", "DEPLOYING", "BUILD_ERROR")
    with pytest.raises(WaitFailedError, match="BUILD_ERROR"):
        world.wait("deploy", "DEPLOYING")


def test_the_failure_of_a_deployment_before_does_not_fail_a_stop():
    world = World("DEPLOYING", "DEPLOYMENT_ERROR", "STOP_QUEUED", "STOPPED")
    assert world.wait("stop", "DEPLOYING").state == "STOPPED"


def test_a_deployment_that_was_merged_into_the_one_before_ends_when_that_stays_ended():
    world = World(Snapshot("DEPLOYING", "a"), Snapshot("DEPLOYED", "a"))
    world.wait("deploy", Snapshot("BUILDING", "a"))
    assert SETTLE < world.now < SETTLE + 12


def test_time_runs_out_with_the_last_state_and_where_to_look():
    world = World("DEPLOYING")
    with pytest.raises(WaitTimeoutError, match=r"after 60 s; its state is DEPLOYING") as caught:
        world.wait("deploy", "READY", timeout=60.0)
    assert "`qovery status`" in caught.value.hint
    assert world.now == 60.0


def test_the_subject_and_its_command_are_the_callers():
    subject = Subject("Application 'api'", "qovery app status api")
    with pytest.raises(WaitTimeoutError, match=r"^Application 'api' had not ended") as caught:
        World("QUEUED").wait("deploy", "READY", timeout=1.0, subject=subject)
    assert "`qovery app status api`" in caught.value.hint


def test_a_state_that_is_reached_just_in_time_counts():
    world = World("DEPLOYING", "DEPLOYED")
    assert world.wait("deploy", "READY", timeout=0.5).state == "DEPLOYED"


def test_without_a_timeout_it_waits_on():
    world = World(*["DEPLOYING"] * 2000, "DEPLOYED")
    world.wait("deploy", "READY", timeout=None)
    assert world.now > 3600


def test_the_pauses_grow_to_a_limit():
    world = World(*["DEPLOYING"] * 12, "DEPLOYED")
    world.wait("deploy", "READY", first_interval=1.0, max_interval=10.0)
    assert world.naps[0] == 1.0
    assert all(a <= b for a, b in pairwise(world.naps))
    assert world.naps[-1] == 10.0


def test_an_api_that_is_away_for_a_while_is_waited_for():
    away = UnavailableError("Away.")
    world = World("DEPLOYING", away, away, "DEPLOYED")
    assert world.wait("deploy", "READY").state == "DEPLOYED"


def test_an_api_that_stays_away_is_told():
    world = World("DEPLOYING", UnavailableError("Away."))
    with pytest.raises(UnavailableError):
        world.wait("deploy", "READY", timeout=None)
    assert 300 <= world.now < 330


def test_being_away_must_last_without_a_break():
    away = UnavailableError("Away.")
    world = World("QUEUED", *[*[away] * 20, "DEPLOYING"] * 3, "DEPLOYED")
    assert world.wait("deploy", "READY", timeout=None).state == "DEPLOYED"
    assert world.now > 400


def test_an_api_that_is_away_when_time_runs_out_is_the_error():
    with pytest.raises(UnavailableError):
        World("DEPLOYING", UnavailableError("Away.")).wait("deploy", "READY", timeout=30.0)


def test_a_refused_token_ends_the_wait_at_once():
    world = World("DEPLOYING", AuthError("Refused."))
    with pytest.raises(AuthError):
        world.wait("deploy", "READY")
    assert world.polls == 2


def test_changes_of_state_are_told_once_each():
    world = World("QUEUED", "QUEUED", "BUILDING", "BUILDING", "DEPLOYED")
    world.wait("deploy", "READY")
    assert world.changes == ["QUEUED", "BUILDING", "DEPLOYED"]


def test_what_is_known_of_a_failure_is_handed_on():
    failed = Snapshot("BUILD_ERROR", detail=("Dockerfile not found",))
    with pytest.raises(WaitFailedError) as caught:
        World(failed).wait("deploy", "READY")
    assert caught.value.detail == ("Dockerfile not found",)


def test_an_interruption_is_not_held_up():
    with pytest.raises(KeyboardInterrupt):
        World(KeyboardInterrupt()).wait()
