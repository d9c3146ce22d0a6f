import math

import pytest

from qovery_cli.sandbox.phases import ends
from qovery_cli.sandbox.runs import play
from qovery_cli.sandbox.store import Action

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
    """Return the state of each service at a moment; READY if nothing happened to it."""
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


def test_an_environment_stops_the_other_way_round():
    log = asked((0, "STOP", "env"))
    assert states(log, 2)[API] == "STOPPING"
    assert states(log, 2)[DB] == "STOP_QUEUED"
    assert states(log, 8)[DB] == "STOPPING"


def test_a_service_waits_for_what_it_depends_on():
    log = asked((0, "DEPLOY", "env", [service(WEB, after=[API]), service(API)]))
    assert (states(log, 5)[API], states(log, 5)[WEB]) == ("BUILDING", "DEPLOYMENT_QUEUED")
    assert (states(log, 12)[API], states(log, 12)[WEB]) == ("DEPLOYED", "BUILDING")


def test_what_others_depend_on_is_stopped_last():
    log = asked((0, "STOP", "env", [service(WEB, after=[API]), service(API)]))
    assert (states(log, 2)[API], states(log, 2)[WEB]) == ("STOP_QUEUED", "STOPPING")


def test_a_circle_of_dependencies_does_not_keep_anything_from_deploying():
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


def test_what_waits_for_a_hanging_service_stays_queued():
    log = asked((0, "DEPLOY", "env", [service(DB, "hang"), service(API)]))
    assert states(log, 1e9)[API] == "DEPLOYMENT_QUEUED"
    assert play(log)[0].end == math.inf


def test_a_cancellation_spares_what_is_deployed_already():
    log = asked((0, "DEPLOY", "env"), (10, "CANCEL", "env"))
    found = states(log, 10)
    assert (found[DB], found[PROXY], found[API]) == ("DEPLOYED", "DEPLOYED", "CANCELING")
    assert states(log, 11.5)[API] == "CANCELED"


def test_a_cancellation_ends_what_hangs():
    log = asked((0, "DEPLOY", "env", [service(DB, "hang"), service(API)]), (60, "CANCEL", "env"))
    assert states(log, 61.5) == {**dict.fromkeys(KINDS, "READY"), DB: "CANCELED", API: "CANCELED"}


def test_a_deletion_waits_for_the_deployment_of_its_service():
    log = asked((0, "DEPLOY", API), (3, "DELETE", API))
    assert states(log, 4)[API] == "BUILDING"
    assert states(log, 11)[API] == "DEPLOYED"
    assert states(log, 12)[API] == "DELETE_QUEUED"
    assert states(log, 16)[API] == "DELETED"


def test_a_deletion_does_not_wait_for_other_services():
    log = asked((0, "DEPLOY", API), (0, "DELETE", PROXY))
    assert states(log, 1)[PROXY] == "DELETING"


def test_a_deletion_interrupts_what_hangs_and_frees_what_waited():
    log = asked(
        (0, "DEPLOY", "env", [service(DB, "hang"), service(API)]), (60, "DELETE", DB, ALL[-1:])
    )
    first, second = play(log)
    assert (states(log, 60)[DB], states(log, 61.5)[DB]) == ("CANCELING", "CANCELED")
    assert states(log, 66)[DB] == "DELETED"
    assert states(log, 66)[API] == "CANCELED"
    assert (first.end, second.end) == (61.5, 66)


def test_edits_are_no_runs():
    assert play(asked((0, "EDIT", API))) == ()


def test_an_action_that_covers_no_service_is_over_at_once():
    (run,) = play(asked((5, "STOP", "env", [])))
    assert (dict(run.tracks), run.end) == ({}, 5)


def test_a_log_without_services_covers_those_that_are_given():
    from qovery_cli.sandbox.runs import Member

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


def test_the_outcome_of_a_deletion_is_that_nothing_is_left():
    (run,) = play(asked((0, "DELETE", "env")))
    assert run.outcome(run.end) == "DELETED"
    assert all(ends(track) <= run.end for track in run.tracks.values())
