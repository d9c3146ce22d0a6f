import math
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from qovery_cli.catalog.states import has_ended
from qovery_cli.sandbox.state import transitions
from qovery_cli.sandbox.state.injected_failures import FAULTS
from qovery_cli.sandbox.state.runs import play
from qovery_cli.sandbox.state.store import Action

KINDS = {"web": "application", "api": "application", "proxy": "container", "db": "database"}
ACTIONS = ("DEPLOY", "RESTART", "STOP", "DELETE", "CANCEL")

#: From which state a service may come into each; the end of an action may be the start of any.
EDGES = {
    "DEPLOYMENT_QUEUED": {
        "BUILDING",
        "DEPLOYING",
        transitions.UNKNOWN_STATE,
        "CANCELING",
        "CANCELED",
    },
    "BUILDING": {"DEPLOYING", transitions.UNKNOWN_STATE, "BUILD_ERROR", "CANCELING"},
    "DEPLOYING": {"DEPLOYED", "DEPLOYMENT_ERROR", "CANCELING", "CANCELED"},
    transitions.UNKNOWN_STATE: {"DEPLOYED", "DEPLOYMENT_ERROR", "CANCELING"},
    "STOP_QUEUED": {"STOPPING", "CANCELING"},
    "STOPPING": {"STOPPED", "STOP_ERROR", "CANCELING"},
    "DELETE_QUEUED": {"DELETING", "CANCELING"},
    "DELETING": {"DELETED", "DELETE_ERROR", "CANCELING"},
    "CANCELING": {"CANCELED"},
}

services = st.lists(st.sampled_from(sorted(KINDS)), min_size=1, unique=True)
faults = st.lists(st.sampled_from(FAULTS), max_size=2, unique=True)
durations = st.floats(0, 60, allow_nan=False)


@st.composite
def logs(draw, words=ACTIONS, harm=faults):
    """Draw a log of actions on an environment or on single services, in the order of time."""
    log, at = [], 1000.0
    for number in range(draw(st.integers(1, 5))):
        at += draw(durations)
        covered = [
            {"kind": KINDS[id], "id": id, "after": draw(services), "faults": draw(harm)}
            for id in draw(services)
        ]
        action = draw(st.sampled_from(words))
        detail = {"services": [] if action == "CANCEL" else covered}
        log.append(Action(number, "environment", "env", "env", action, at, 1.0, detail))
    return log


@settings(max_examples=150)
@given(logs())
def test_services_move_along_documented_edges_only(log):
    for run in play(log):
        for track in run.tracks.values():
            states = [step.state for step in track]
            for before, after in pairwise(states):
                assert after in EDGES[before], states


@settings(max_examples=150)
@given(logs())
def test_executions_follow_each_other_and_are_numbered(log):
    begun = [run for run in play(log) if run.begin < math.inf]
    assert [run.number for run in begun] == list(range(1, len(begun) + 1))
    for earlier, later in pairwise(begun):
        assert earlier.end <= later.begin
    for run in begun:
        assert run.begin >= run.action.at


@settings(max_examples=150)
@given(logs())
def test_every_request_is_in_one_run(log):
    requests = [request.id for run in play(log) for request in run.requests]
    wanted = [action.id for action in log if action.action != "CANCEL"]
    assert sorted(requests) == sorted(wanted)


@settings(max_examples=100)
@given(logs(harm=st.lists(st.sampled_from([one for one in FAULTS if one != "hang"]), max_size=2)))
def test_every_action_ends(log):
    for run in play(log):
        assert run.end < math.inf
        assert all(has_ended(track[-1].state) for track in run.tracks.values())


@settings(max_examples=100)
@given(logs(), st.sampled_from([0.5, 2.0, 64.0]))
def test_speed_only_scales_time(log, speed):
    start = log[0].at
    faster = [
        Action(
            one.id,
            one.kind,
            one.target,
            one.environment,
            one.action,
            start + (one.at - start) / speed,
            speed,
            one.detail,
        )
        for one in log
    ]
    for slow, fast in zip(play(log), play(faster), strict=True):
        for id, track in slow.tracks.items():
            assert [step.state for step in track] == [step.state for step in fast.tracks[id]]
            for step, scaled in zip(track, fast.tracks[id], strict=True):
                assert math.isclose(scaled.at - start, (step.at - start) / speed, abs_tol=1e-3)


@settings(max_examples=50)
@given(logs())
def test_the_same_log_gives_the_same_states(log):
    assert play(log) == play(list(log))


@settings(max_examples=100)
@given(logs(words=("DEPLOY", "STOP")), durations)
def test_later_changes_do_not_alter_history(log, later):
    now = log[-1].at
    follower = Action(99, "environment", "env", "env", "CANCEL", now + later + 0.001, 1.0, {})
    for id in KINDS:
        before = [run.state(id, now) for run in play(log)]
        assert [run.state(id, now) for run in play([*log, follower])] == before
