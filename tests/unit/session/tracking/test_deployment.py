"""One action from the state before it to its end, over a fake API."""

import httpx
import pytest

from qovery_cli.errors import (
    ForbiddenError,
    NotFoundError,
    UnavailableError,
    UsageError,
    WaitCancelledError,
    WaitFailedError,
    WaitTimeoutError,
)
from qovery_cli.resolve.resolver import ResourceRef
from qovery_cli.session.tracking.deployment import start_only
from qovery_cli.session.tracking.errors import VerdictUnknownError

CLUSTER = ResourceRef("cluster", "c1", "prod", (("organization", "o1", "Acme"),))
CLUSTER_PATH = {"organizationId": "o1", "clusterId": "c1"}
APPLICATION = ResourceRef(
    "application", "a1", "api", (("project", "p1", "shop"), ("environment", "e1", "staging"))
)
READ = "getClusterStatus"


@pytest.fixture
def cluster(api):
    """Return a function that sets the statuses that are read one after the other."""

    def cluster(*states, **answers):
        statuses = [
            {"cluster_id": "c1", "status": state, "last_execution_id": "old" if not n else "new"}
            for n, state in enumerate(states)
        ]
        remaining = iter(statuses)

        def advance(request):
            if request.operation == READ:
                api.answers[READ] = next(remaining, statuses[-1])

        api.before.append(advance)
        api.answers |= answers
        return api

    return cluster


def perform(opened, action="deploy", operation="deployCluster"):
    return opened.session.perform(action, CLUSTER, operation, CLUSTER_PATH)


def test_success_returns_the_last_status(cluster, open_session):
    api = cluster("STOPPED", "DEPLOYING", "DEPLOYED")
    opened = open_session(wait=True)
    status = perform(opened)
    assert (status["cluster_id"], status["status"]) == ("c1", "DEPLOYED")
    operations = [request.operation for request in api.asked]
    assert operations == [READ, "deployCluster", READ, READ]


@pytest.mark.parametrize(
    ("states", "error", "sentence"),
    [
        (("STOPPED", "DEPLOYING", "DEPLOYMENT_ERROR"), WaitFailedError, "DEPLOYMENT_ERROR"),
        (("STOPPED", "DEPLOYING", "CANCELED"), WaitCancelledError, "was cancelled"),
        (("STOPPED", "DEPLOYING", "STOPPING", "STOPPED"), VerdictUnknownError, "is unknown"),
    ],
)
def test_any_other_end_is_an_error(cluster, open_session, states, error, sentence):
    cluster(*states)
    with pytest.raises(error) as caught:
        perform(open_session(wait=True))
    assert "luster 'prod'" in caught.value.message
    assert sentence in caught.value.message
    assert "qovery cluster status prod" in caught.value.hint


def test_nothing_is_sent_if_the_state_before_cannot_be_read(api, open_session):
    api.statuses[READ] = 403
    with pytest.raises(ForbiddenError):
        perform(open_session(wait=True))
    assert api.changes == []


def test_refused_request_is_not_waited_for(cluster, open_session):
    api = cluster("STOPPED", "STOPPED")
    api.statuses["deployCluster"] = 404
    with pytest.raises(NotFoundError):
        perform(open_session(wait=True))
    assert [request.operation for request in api.asked] == [READ, "deployCluster"]


def test_end_of_time_states_the_last_state(cluster, open_session):
    api = cluster("STOPPED", "DEPLOYING")
    with pytest.raises(WaitTimeoutError) as caught:
        perform(open_session(wait=True, timeout=0.3))
    assert "its state is DEPLOYING" in caught.value.message
    assert "--timeout" in caught.value.hint
    assert len(api.changes) == 1


def lose(api, operation):
    """Let the responses of an operation be lost after it was received."""

    def fail(request):
        if request.operation == operation:
            raise httpx.ReadError("Connection reset")

    api.before.append(fail)


def test_lost_response_is_looked_for(cluster, open_session):
    api = cluster("STOPPED", "DEPLOYING", "DEPLOYED")
    lose(api, "deployCluster")
    opened = open_session(wait=True)
    assert perform(opened)["status"] == "DEPLOYED"
    assert "Looking for it" in opened.err
    assert len(api.changes) == 1


def test_lost_response_without_a_wait_is_unknown(api, open_session):
    lose(api, "deployCluster")
    session = open_session().session
    request = session.request("deployCluster", CLUSTER_PATH)
    with pytest.raises(VerdictUnknownError) as caught:
        start_only(session, CLUSTER, request)
    assert "qovery cluster status prod" in caught.value.hint
    assert len(api.changes) == 1


def test_request_that_never_arrived_is_not_a_lost_response(api, open_session):
    def refuse(_):
        raise httpx.ConnectError("Connection refused")

    api.before.append(refuse)
    session = open_session().session
    request = session.request("deployCluster", CLUSTER_PATH)
    with pytest.raises(UnavailableError) as caught:
        start_only(session, CLUSTER, request)
    assert not isinstance(caught.value, VerdictUnknownError)


def stop_program(api, error):
    """End the program at the second read of the status."""
    reads = []

    def interrupt(request):
        if request.operation == READ:
            reads.append(request)
            if len(reads) == 2:
                raise error

    api.before.append(interrupt)


@pytest.mark.parametrize("error", [KeyboardInterrupt(), SystemExit(143)])
def test_interruption_says_how_it_continues(cluster, open_session, error):
    api = cluster("STOPPED", "DEPLOYING")
    stop_program(api, error)
    opened = open_session(wait=True)
    with pytest.raises(type(error)):
        perform(opened)
    assert "The deploy continues. Check it with `qovery cluster status prod" in opened.err


def test_interruption_before_the_request_has_no_notice(api, open_session):
    def interrupt(_):
        raise KeyboardInterrupt

    api.before.append(interrupt)
    opened = open_session(wait=True)
    with pytest.raises(KeyboardInterrupt):
        perform(opened)
    assert "continues" not in opened.err


def test_deleted_cluster_is_a_success(cluster, open_session):
    api = cluster("STOPPED", "DELETING")

    def delete(request):
        if request.operation == READ and len(api.asked) > 3:
            api.statuses[READ] = 404

    api.before.append(delete)
    assert perform(open_session(wait=True), "delete", "deleteCluster") == {}


def test_missing_cluster_is_no_success_of_a_deployment(cluster, open_session):
    api = cluster("STOPPED", "DEPLOYING")

    def delete(request):
        if request.operation == READ and len(api.asked) > 3:
            api.statuses[READ] = 404

    api.before.append(delete)
    with pytest.raises(VerdictUnknownError, match="no longer exists"):
        perform(open_session(wait=True))


def test_invalid_output_option_sends_nothing(cluster, open_session):
    api = cluster("STOPPED", "DEPLOYED")
    shared = {"output": "json", "query": "[[["}
    with pytest.raises(UsageError, match="query"):
        perform(open_session(wait=True, shared=shared))
    assert api.changes == []


# Services


def deploy_application(opened):
    path = {"applicationId": "a1"}
    return opened.session.perform("deploy", APPLICATION, "deployApplication", path, body={})


def test_application_is_followed_by_states_at_the_older_level(api, open_session):
    status, history = "getApplicationStatus", "listEnvironmentDeploymentHistory"
    states = iter(["RUNNING", "DEPLOYING", "DEPLOYMENT_ERROR"])
    row = {"id": "h1", "created_at": "2099-01-01T00:00:00Z", "status": "DEPLOYMENT_ERROR"}
    service = {"id": "x", "name": "api", "status": "DEPLOYMENT_ERROR"}
    api.answers[history] = {"results": []}
    api.answers["deployApplication"] = {"id": "a1", "state": "DEPLOYING"}

    def advance(request):
        if request.operation == status:
            api.answers[status] = {"id": "a1", "state": next(states)}
        if request.operation == history and api.changes:
            api.answers[history] = {"results": [{**row, "applications": [service]}]}

    api.before.append(advance)
    with pytest.raises(WaitFailedError, match="Application 'api' failed: DEPLOYMENT_ERROR"):
        deploy_application(open_session(wait=True))


def stages(state, execution):
    status = {"id": "a1", "state": state, "execution_id": execution}
    return {
        "environment": {"id": "e1", "state": state, "last_deployment_id": execution},
        "stages": [{"applications": [status]}],
    }


@pytest.mark.parametrize(("state", "status"), [("DEPLOYED", "SUCCESS"), ("CANCELED", "CANCELED")])
def test_application_is_followed_by_ids_at_the_newer_level(api, open_session, state, status):
    api.level = "1.0.4"
    api.answers |= {
        "getEnvironmentStatusesWithStages": stages("DEPLOYED", "x1"),
        "listDeploymentRequestByEnvironmentId": {"results": []},
        "listEnvironmentDeploymentHistoryV2": {"results": []},
        "deployApplication": {"deployment_request_id": "r1", "execution_id": "x2"},
    }
    entry = {
        "identifier": {"execution_id": "x2"},
        "status": state,
        "action_status": status,
        "trigger_action": "DEPLOY",
        "auditing_data": {"created_at": "2099-01-01T00:00:00Z"},
        "stages": [
            {
                "services": [
                    {
                        "identifier": {"service_id": "a1", "name": "api"},
                        "status": state,
                        "status_details": {"status": status},
                    }
                ]
            }
        ],
    }

    def end(request):
        if api.changes and not request.changes:
            api.answers["getEnvironmentStatusesWithStages"] = stages(state, "x2")
            api.answers["listEnvironmentDeploymentHistoryV2"] = {"results": [entry]}

    api.before.append(end)
    opened = open_session(wait=True)
    if state == "DEPLOYED":
        assert deploy_application(opened)["state"] == "DEPLOYED"
    else:
        with pytest.raises(WaitCancelledError):
            deploy_application(opened)
    assert len(api.changes) == 1
