import pytest

from qovery_cli.resolve.resolver import ResourceRef
from qovery_cli.session.environment_snapshot import Service
from qovery_cli.session.tracking.goals import goal_for, services_in
from qovery_cli.session.tracking.observations import Observation, ServiceState

ENVIRONMENT = ResourceRef("environment", "e", "staging")
SERVICES = {id: Service(id, f"name-{id}", "application", None) for id in "abc"}
BEFORE = Observation(
    services={
        "a": ServiceState("a", "RUNNING"),
        "b": ServiceState("b", "STOPPED"),
        "c": ServiceState("c", "DEPLOYMENT_ERROR"),
    }
)


def goal(action, target=ENVIRONMENT, body=None):
    return goal_for(action, target, BEFORE, SERVICES, body)


def test_service_decides_alone():
    made = goal("deploy", ResourceRef("application", "a", "api"))
    assert (made.targets, made.expected) == (frozenset("a"), frozenset("a"))
    assert made.names == {("application", "api")}
    assert goal("deploy", ResourceRef("application", "a")).names == frozenset()


def test_cluster_has_no_services():
    made = goal("deploy", ResourceRef("cluster", "k", "prod"))
    assert (made.action, made.targets, made.expected) == ("deploy", frozenset(), frozenset())


def test_environment_covers_all_services():
    made = goal("deploy")
    assert (made.targets, made.expected) == (frozenset(), frozenset("abc"))
    assert made.names == {("application", f"name-{id}") for id in "abc"}


def test_stop_of_an_environment_covers_those_that_run():
    assert goal("stop").expected == frozenset("ac")


def test_body_limits_the_goal():
    body = {"applications": [{"application_id": "b", "git_commit_id": "x"}], "databases": ["c"]}
    assert goal("deploy", body=body).expected == frozenset("bc")


@pytest.mark.parametrize(
    ("body", "ids"),
    [
        (None, []),
        ("x", []),
        ({}, []),
        ({"application_ids": ["a", "b"], "note": "x"}, ["a", "b"]),
        ({"jobs": [{"id": "j"}], "containers": [{"id": "c", "image_tag": "1"}]}, ["j", "c"]),
        ({"services": [{"service_id": "s"}, {"other": 1}, 7]}, ["s"]),
    ],
)
def test_services_of_a_body(body, ids):
    assert list(services_in(body)) == ids
