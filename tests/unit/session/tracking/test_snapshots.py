"""The state before an action, over a fake API."""

import pytest

from qovery_cli.errors import NotFoundError
from qovery_cli.http.response import UnexpectedResponseError
from qovery_cli.resolve.resolver import ResourceRef
from qovery_cli.session.tracking.readers import ClusterReader, IdReader, StateReader
from qovery_cli.session.tracking.snapshots import take_snapshot

PLACE = (("environment", "e1", "staging"),)
STATUS = {"id": "a1", "state": "RUNNING"}
NEWER = "getEnvironmentStatusesWithStages"


@pytest.fixture(autouse=True)
def answers(api):
    api.answers |= {
        "getApplicationStatus": STATUS,
        "getApplication": {"id": "a1", "name": "api", "environment": {"id": "e1"}},
        "listEnvironmentDeploymentHistory": {"results": []},
        "listEnvironmentDeploymentHistoryV2": {"results": []},
        "listDeploymentRequestByEnvironmentId": {"results": []},
        NEWER: {"environment": {"id": "e1", "state": "RUNNING"}, "stages": []},
        "getClusterStatus": {"cluster_id": "c1", "status": "DEPLOYED"},
        "listOrganization": {"results": [{"id": "o1", "name": "Acme"}]},
    }
    return api.answers


def operations(api):
    return {request.operation for request in api.asked}


def test_service_at_the_older_level_is_read_by_states(api, open_session):
    target = ResourceRef("application", "a1", "api", PLACE)
    snapshot = take_snapshot(open_session().session, target, {})
    assert isinstance(snapshot.reader, StateReader)
    assert snapshot.before.services["a1"].state == "RUNNING"
    assert snapshot.before.history == ()
    assert operations(api) == {"getApplicationStatus", "listEnvironmentDeploymentHistory"}


def test_service_at_the_newer_level_is_read_by_ids(api, open_session):
    api.level = "1.0.4"
    target = ResourceRef("application", "a1", None, PLACE)
    snapshot = take_snapshot(open_session().session, target, {})
    assert isinstance(snapshot.reader, IdReader)
    assert (snapshot.before.queue, snapshot.before.history) == ((), ())
    assert "getApplication" not in operations(api), "the name is not needed"


@pytest.mark.parametrize("status", [403, 404])
def test_server_without_the_newer_operations_is_read_by_states(api, open_session, status):
    api.level = "1.0.4"
    api.statuses[NEWER] = status
    target = ResourceRef("application", "a1", "api", PLACE)
    assert isinstance(take_snapshot(open_session().session, target, {}).reader, StateReader)


def test_id_is_completed_by_its_name_and_environment(open_session):
    snapshot = take_snapshot(open_session().session, ResourceRef("application", "a1"), {})
    assert snapshot.target.name == "api"
    assert snapshot.target.path == (("environment", "e1", None),)


def test_name_of_an_id_in_an_environment_is_looked_up_for_the_older_history(open_session):
    target = ResourceRef("application", "a1", None, PLACE)
    snapshot = take_snapshot(open_session().session, target, {})
    assert (snapshot.target.name, snapshot.target.path) == ("api", PLACE)


def test_service_without_an_environment_is_an_unexpected_response(open_session, answers):
    answers["getApplication"] = {"id": "a1", "name": "api"}
    with pytest.raises(UnexpectedResponseError):
        take_snapshot(open_session().session, ResourceRef("application", "a1"), {})


def test_environment_includes_its_services(api, open_session, answers):
    answers |= {
        "listApplication": {"results": [{"id": "a1", "name": "api"}]},
        "listContainer": {"results": []},
        "listDatabase": {"results": []},
        "getEnvironmentApplicationStatus": {"results": [STATUS]},
        "getEnvironmentContainerStatus": {"results": []},
        "getEnvironmentDatabaseStatus": {"results": []},
        "getEnvironmentStatus": {"id": "e1", "state": "RUNNING"},
    }
    target = ResourceRef("environment", "e1", "staging")
    snapshot = take_snapshot(open_session().session, target, {})
    assert set(snapshot.services) == {"a1"}
    assert snapshot.before.status["state"] == "RUNNING"


@pytest.mark.parametrize(
    ("path", "place"),
    [({"organizationId": "o1"}, ()), ({}, (("organization", "o1", "Acme"),)), ({}, ())],
    ids=["path of the action", "path of the cluster", "context"],
)
def test_cluster_is_read_in_its_organization(api, open_session, path, place):
    target = ResourceRef("cluster", "c1", "prod", place)
    snapshot = take_snapshot(open_session().session, target, path)
    assert isinstance(snapshot.reader, ClusterReader)
    assert snapshot.before.status["status"] == "DEPLOYED"
    assert api.asked[-1].path == "/organization/o1/cluster/c1/status"


def test_missing_service_is_an_error(api, open_session):
    api.others = 404
    for level in ("1.0.3", "1.0.4"):
        api.level = level
        target = ResourceRef("application", "a1", "api", PLACE)
        with pytest.raises(NotFoundError):
            take_snapshot(open_session().session, target, {})
