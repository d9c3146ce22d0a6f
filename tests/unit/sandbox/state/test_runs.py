import math

import pytest

from qovery_cli.sandbox.state.runs import play
from qovery_cli.sandbox.state.schedule import Member
from qovery_cli.sandbox.state.store import Action
from qovery_cli.sandbox.state.transitions import ends

# The pace of these is exactly 1: queue 1 s, build 6 s, deployment 4 s, stop or deletion 3 s.
API, WEB, PROXY, DB = "api-1633", "web-1660", "proxy-483", "db-17"
KINDS = {API: "application", WEB: "application", PROXY: "container", DB: "database"}


def service(id, name=None, after=(), **more):
    named = {"kind": KINDS[id], "id": id, "name": name or id, "after": list(after)}
    return {**named, **more}


ALL = [service(id) for id in KINDS]


def asked(*entries):
    """Return a log: (at, action, target, services) each; the target ``env`` is the environment."""
    log = []
    for number, (at, action, target, *services) in enumerate(entries, 1):
        kind = KINDS.get(target, "environment")
        covered = services[0] if services else ([service(target)] if target in KINDS else ALL)
        detail = {"services": [] if action in ("CANCEL", "EDIT") else covered}
        log.append(Action(number, kind, target, "env", action, float(at), 1.0, detail))
    return log


def states(log, now):
    """Return the state of each service at a time; READY by default."""
    found = dict.fromkeys(KINDS, "READY")
    for run in play(log):
        found.update({id: state for id in run.tracks if (state := run.state(id, now))})
    return found


@pytest.mark.parametrize(
    ("now", "db", "proxy", "api"),
    [
        (0, "DEPLOYMENT_QUEUED", "DEPLOYMENT_QUEUED", "DEPLOYMENT_QUEUED"),
        (1, "DEPLOYING", "DEPLOYMENT_QUEUED", "DEPLOYMENT_QUEUED"),
        (5, "DEPLOYED", "DEPLOYING", "DEPLOYMENT_QUEUED"),
        (9, "DEPLOYED", "DEPLOYED", "BUILDING"),
        (15, "DEPLOYED", "DEPLOYED", "DEPLOYING"),
        (19, "DEPLOYED", "DEPLOYED", "DEPLOYED"),
    ],
)
def test_an_environment_deploys_databases_then_containers_then_applications(now, db, proxy, api):
    found = states(asked((0, "DEPLOY", "env")), now)
    assert (found[DB], found[PROXY], found[API]) == (db, proxy, api)


def test_services_of_one_stage_deploy_side_by_side():
    found = states(asked((0, "DEPLOY", "env")), 10)
    assert found[API] == found[WEB] == "BUILDING"


def test_environment_stops_in_reverse_order():
    log = asked((0, "STOP", "env"))
    assert states(log, 2)[API] == "STOPPING"
    assert states(log, 2)[DB] == "STOP_QUEUED"
    assert states(log, 8)[DB] == "STOPPING"


def test_a_service_waits_for_what_it_depends_on():
    log = asked((0, "DEPLOY", "env", [service(WEB, after=[API]), service(API)]))
    assert (states(log, 5)[API], states(log, 5)[WEB]) == ("BUILDING", "DEPLOYMENT_QUEUED")
    assert (states(log, 12)[API], states(log, 12)[WEB]) == ("DEPLOYED", "BUILDING")


def test_dependencies_are_stopped_last():
    log = asked((0, "STOP", "env", [service(WEB, after=[API]), service(API)]))
    assert (states(log, 2)[API], states(log, 2)[WEB]) == ("STOP_QUEUED", "STOPPING")


def test_cyclic_dependencies_are_deployed():
    circle = [service(WEB, after=[API]), service(API, after=[WEB])]
    assert states(asked((0, "DEPLOY", "env", circle)), 100)[WEB] == "DEPLOYED"


def test_a_failing_stage_cancels_the_next_ones():
    log = asked((0, "DEPLOY", "env", [service(DB, "fail-deploy"), service(API)]))
    assert states(log, 4)[API] == "DEPLOYMENT_QUEUED"
    assert states(log, 5)[DB] == "DEPLOYMENT_ERROR"
    assert states(log, 5)[API] == "CANCELED"


def test_a_failing_stop_does_not_keep_the_rest_running():
    log = asked((0, "STOP", "env", [service(DB), service(API, "fail-stop")]))
    assert states(log, 100)[API] == "STOP_ERROR"
    assert states(log, 100)[DB] == "STOPPED"


def test_service_behind_hanging_one_stays_queued():
    log = asked((0, "DEPLOY", "env", [service(DB, "hang"), service(API)]))
    assert states(log, 1e9)[API] == "DEPLOYMENT_QUEUED"
    assert play(log)[0].end == math.inf


def test_cancellation_keeps_deployed_services():
    log = asked((0, "DEPLOY", "env"), (10, "CANCEL", "env"))
    found = states(log, 10)
    assert (found[DB], found[PROXY], found[API]) == ("DEPLOYED", "DEPLOYED", "CANCELING")
    assert states(log, 11.5)[API] == "CANCELED"


def test_cancellation_ends_hanging_deployment():
    log = asked((0, "DEPLOY", "env", [service(DB, "hang"), service(API)]), (60, "CANCEL", "env"))
    assert states(log, 61.5) == {**dict.fromkeys(KINDS, "READY"), DB: "CANCELED", API: "CANCELED"}


def test_a_request_waits_for_the_whole_execution_before_it():
    log = asked((0, "DEPLOY", "env", [service(DB), service(API)]), (2, "STOP", PROXY))
    assert states(log, 14.9)[PROXY] == "READY"
    first, second = play(log)
    assert first.end == second.begin == 15
    assert states(log, 15)[PROXY] == "STOP_QUEUED"
    assert states(log, 20)[PROXY] == "STOPPED"


def test_a_service_goes_from_one_execution_to_the_next_without_showing_the_end_of_the_first():
    log = asked((0, "DEPLOY", API), (3, "DELETE", API))
    assert states(log, 10.9)[API] == "DEPLOYING"
    assert states(log, 11)[API] == "DELETE_QUEUED"
    assert states(log, 15)[API] == "DELETED"


def test_requests_start_in_the_order_in_which_they_came():
    log = asked((0, "DEPLOY", API), (1, "STOP", DB), (2, "REBOOT", PROXY), (3, "DELETE", WEB))
    runs = play(log)
    assert [run.action.action for run in runs] == ["DEPLOY", "STOP", "REBOOT", "DELETE"]
    assert [run.begin for run in runs] == [0, 11, 15, 19]
    assert [run.number for run in runs] == [1, 2, 3, 4]


def test_waiting_requests_of_one_user_for_one_action_are_merged():
    log = asked((0, "DEPLOY", API), (1, "DEPLOY", DB), (2, "DEPLOY", PROXY))
    first, second = play(log)
    assert [action.id for action in first.requests] == [1]
    assert [action.id for action in second.requests] == [2, 3]
    assert [member.id for member in second.members] == [DB, PROXY]
    assert second.begin == 11


def test_a_running_request_is_not_merged_into():
    first, second = play(asked((0, "DEPLOY", API), (1, "DEPLOY", API)))
    assert (first.end, second.begin) == (11, 11)


@pytest.mark.parametrize(("action", "user"), [("STOP", "ada"), ("DEPLOY", "alan")])
def test_requests_of_another_user_or_for_another_action_are_not_merged(action, user):
    log = asked((0, "DEPLOY", API), (1, "DEPLOY", DB), (2, action, DB))
    for entry, name in zip(log, ("ada", "ada", user), strict=True):
        entry.detail["by"] = name
    assert [len(run.requests) for run in play(log)] == [1, 1, 1]


def test_requests_are_merged_past_those_of_another_user():
    log = asked((0, "DEPLOY", API), (1, "DEPLOY", DB), (2, "STOP", DB), (3, "DEPLOY", PROXY))
    log[2].detail["by"] = "alan"
    assert [[action.id for action in run.requests] for run in play(log)] == [[1], [2, 4], [3]]


def test_a_merge_keeps_the_order_of_one_users_requests():
    log = asked((0, "DEPLOY", API), (1, "DEPLOY", DB), (2, "STOP", DB), (3, "DEPLOY", DB))
    assert [run.action.action for run in play(log)] == ["DEPLOY", "DEPLOY", "STOP", "DEPLOY"]


def test_the_newer_version_of_a_merged_service_is_deployed():
    log = asked(
        (0, "DEPLOY", API),
        (1, "DEPLOY", PROXY, [service(PROXY, facts={"tag": "1"})]),
        (2, "DEPLOY", PROXY, [service(PROXY, facts={"tag": "2"})]),
    )
    _, second = play(log)
    assert [member.facts for member in second.members] == [{"tag": "2"}]


def cancelling(log, request):
    """Return a log whose last action, a cancellation, names a waiting request."""
    log[-1].detail["request"] = request
    return log


def test_a_request_that_is_cancelled_in_the_queue_is_never_executed():
    log = asked((0, "DEPLOY", API), (1, "STOP", DB), (2, "STOP", PROXY), (3, "CANCEL", "env"))
    log[2].detail["by"] = "alan"
    first, third, second = play(cancelling(log, 2))
    assert (first.end, third.begin, third.number) == (11, 11, 2)
    assert (second.begin, second.cancelled_at, second.number) == (math.inf, 3, 0)
    assert (second.waits(2.9), second.waits(3)) == (True, False)
    assert states(log, 100)[DB] == "READY"


def test_cancellation_starts_next_request():
    log = asked((0, "DEPLOY", API), (1, "STOP", DB), (3, "CANCEL", "env"))
    first, second = play(log)
    assert (first.end, second.begin) == (4.5, 4.5)
    assert states(log, 4.5)[API] == "CANCELED"


def test_cancellation_by_id_of_started_request_is_ignored():
    log = cancelling(asked((0, "DEPLOY", API), (3, "CANCEL", "env")), 1)
    assert states(log, 100)[API] == "DEPLOYED"


def test_queued_request_starts_after_hanging_one_is_cancelled():
    log = asked((0, "DEPLOY", "env", [service(DB, "hang"), service(API)]), (60, "DELETE", DB))
    first, second = play(log)
    assert (first.end, second.begin, second.waits(1e9)) == (math.inf, math.inf, True)
    log += asked((0, "CANCEL", "env"), (0, "CANCEL", "env"), (100, "CANCEL", "env"))[-1:]
    first, second = play(log)
    assert (first.end, second.begin) == (101.5, 101.5)
    assert states(log, 105.5)[DB] == "DELETED"


def test_edits_are_no_runs():
    assert play(asked((0, "EDIT", API))) == ()


def test_an_action_that_covers_no_service_is_no_run():
    assert play(asked((5, "STOP", "env", []))) == ()


def test_a_log_without_services_covers_those_that_are_given():
    raw = [Action(1, "environment", "env", "env", "DEPLOY", 0.0, 1.0, {})]
    (run,) = play(raw, [Member("container", PROXY, "proxy")])
    assert run.state(PROXY, 1) == "DEPLOYING"


@pytest.mark.parametrize(
    ("services", "now", "outcome"),
    [
        (ALL, 3, "DEPLOYMENT_QUEUED"),
        (ALL, 100, "DEPLOYED"),
        ([service(API, "fail-build"), service(WEB)], 100, "DEPLOYMENT_ERROR"),
    ],
)
def test_the_outcome_of_a_run_is_that_of_its_services(services, now, outcome):
    (run,) = play(asked((0, "DEPLOY", "env", services)))
    assert run.outcome(now) == outcome


def test_outcome_of_queued_run_is_queued_or_cancelled():
    log = cancelling(asked((0, "DEPLOY", API), (1, "STOP", DB), (3, "CANCEL", "env")), 2)
    _, second = play(log)
    assert (second.outcome(2), second.outcome(3)) == ("STOP_QUEUED", "CANCELED")


def test_the_outcome_of_a_deletion_is_that_nothing_is_left():
    (run,) = play(asked((0, "DELETE", "env")))
    assert run.outcome(run.end) == "DELETED"
    assert all(ends(track) <= run.end for track in run.tracks.values())
