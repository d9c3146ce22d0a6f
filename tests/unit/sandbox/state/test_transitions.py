import math

import pytest

from qovery_cli.sandbox.state.transitions import (
    UNKNOWN_STATE,
    action_track,
    aggregate_state,
    cancelled,
    ends,
    pace,
    skipped,
    state_at,
    state_for_level,
    waiting,
)

# The pace of these is exactly 1, so that the seconds in the tables are those of the phases.
API, DB = "api-1633", "db-17"


def walked(action, kind="application", id=API, **options):
    builds = kind == "application"
    return action_track(action, kind, id, requested_at=100.0, builds=builds, **options)


@pytest.mark.parametrize(
    ("after", "state"),
    [
        (0.0, "DEPLOYMENT_QUEUED"),
        (0.9, "DEPLOYMENT_QUEUED"),
        (1.0, "BUILDING"),
        (6.9, "BUILDING"),
        (7.0, "DEPLOYING"),
        (10.9, "DEPLOYING"),
        (11.0, "DEPLOYED"),
        (9999.0, "DEPLOYED"),
    ],
)
def test_an_application_is_queued_built_and_deployed(after, state):
    assert state_at(walked("DEPLOY"), 100.0 + after) == state


@pytest.mark.parametrize(
    ("action", "states"),
    [
        ("DEPLOY", ["DEPLOYMENT_QUEUED", "DEPLOYING", "DEPLOYED"]),
        ("RESTART", ["DEPLOYMENT_QUEUED", "DEPLOYING", "DEPLOYED"]),
        ("REBOOT", ["RESTART_QUEUED", "RESTARTING", "RESTARTED"]),
        ("STOP", ["STOP_QUEUED", "STOPPING", "STOPPED"]),
        ("DELETE", ["DELETE_QUEUED", "DELETING", "DELETED"]),
        ("UNINSTALL", ["DELETE_QUEUED", "DELETING", "READY"]),
    ],
)
def test_service_without_build_skips_building(action, states):
    assert [step.state for step in walked(action, "database", DB)] == states


def test_no_run_before_the_request():
    assert state_at(walked("DEPLOY"), 99.9) is None


def test_queued_service_starts_when_free():
    track = walked("STOP", free=150.0)
    assert state_at(track, 149.0) == "STOP_QUEUED"
    assert state_at(track, 150.0) == "STOPPING"


@pytest.mark.parametrize(
    ("fault", "action", "kind", "end"),
    [
        ("fail-build", "DEPLOY", "application", "BUILD_ERROR"),
        ("fail-build", "DEPLOY", "container", "DEPLOYMENT_ERROR"),
        ("fail-build", "STOP", "application", "STOPPED"),
        ("fail-deploy", "RESTART", "application", "DEPLOYMENT_ERROR"),
        ("fail-deploy", "REBOOT", "application", "RESTART_ERROR"),
        ("fail-stop", "STOP", "database", "STOP_ERROR"),
        ("fail-stop", "DEPLOY", "database", "DEPLOYED"),
        ("fail-delete", "DELETE", "container", "DELETE_ERROR"),
        ("weird-state", "DEPLOY", "container", "DEPLOYED"),
    ],
)
def test_fault_applies_to_its_action(fault, action, kind, end):
    assert walked(action, kind, faults=[fault])[-1].state == end


def test_hanging_deployment_never_ends():
    track = walked("DEPLOY", faults=["hang"])
    assert state_at(track, 1e12) == "DEPLOYING"
    assert ends(track) == math.inf


def test_weird_deployment_passes_through_unknown_state():
    states = [step.state for step in walked("DEPLOY", "container", faults=["weird-state"])]
    assert states == ["DEPLOYMENT_QUEUED", UNKNOWN_STATE, "DEPLOYED"]


@pytest.mark.parametrize("at", [100.0, 103.0, 108.0])
def test_a_deployment_can_be_cancelled_at_any_time(at):
    track = cancelled(walked("DEPLOY"), at, API, 1.0)
    assert state_at(track, at) == "CANCELING"
    assert state_at(track, at + 1.5) == "CANCELED"
    assert ends(track) == at + 1.5


def test_finished_track_is_not_cancelled():
    track = walked("DEPLOY")
    assert cancelled(track, 111.0, API, 1.0) == track


def test_waiting_track_never_ends():
    assert ends(waiting("DEPLOY", 100.0)) == math.inf


def test_skipped_service_is_cancelled_in_the_queue():
    states = [step.state for step in skipped("DEPLOY", 100.0, 105.0)]
    assert states == ["DEPLOYMENT_QUEUED", "CANCELED"]


def test_a_cluster_takes_longer():
    assert ends(action_track("DEPLOY", "cluster", DB, requested_at=0.0)) > ends(
        action_track("DEPLOY", "database", DB, requested_at=0.0)
    )


def test_the_pace_of_a_resource_is_its_own_and_moderate():
    paces = {pace(f"service-{index}") for index in range(50)}
    assert len(paces) > 40
    assert all(0.75 <= one <= 1.25 for one in paces)


@pytest.mark.parametrize(
    ("state", "earlier"),
    [
        ("DEPLOYED", "RUNNING"),
        ("BUILD_ERROR", "DEPLOYMENT_ERROR"),
        ("RESTARTED", "RUNNING"),
        ("RESTARTING", "DEPLOYING"),
        ("STOPPED", "STOPPED"),
    ],
)
def test_each_level_has_its_own_enum_values(state, earlier):
    assert state_for_level(state, "1.0.3") == earlier
    assert state_for_level(state, "1.0.4") == state


@pytest.mark.parametrize(
    ("services", "environment"),
    [
        ([], "READY"),
        (["READY", "READY"], "READY"),
        (["READY", "DEPLOYED"], "DEPLOYED"),
        (["DEPLOYED", "STOPPED"], "DEPLOYED"),
        (["STOPPED", "STOPPED"], "STOPPED"),
        (["DEPLOYED", "RESTARTED"], "DEPLOYED"),
        (["DEPLOYING", "DEPLOYMENT_QUEUED"], "DEPLOYMENT_QUEUED"),
        (["DEPLOYING", "BUILDING"], "BUILDING"),
        (["DEPLOYING", "BUILD_ERROR"], "DEPLOYING"),
        (["DEPLOYED", "BUILD_ERROR", "CANCELED"], "DEPLOYMENT_ERROR"),
        (["STOPPED", "STOP_ERROR"], "STOP_ERROR"),
        (["DEPLOYED", "CANCELED"], "CANCELED"),
        (["DEPLOYED", UNKNOWN_STATE], UNKNOWN_STATE),
    ],
)
def test_the_state_of_an_environment_follows_from_its_services(services, environment):
    assert aggregate_state(services) == environment
