import pytest

from qovery_cli.catalog.resources import RESOURCES, SERVICES
from qovery_cli.errors import ForbiddenError, NotFoundError, UnavailableError
from qovery_cli.http.response import UnexpectedResponseError
from qovery_cli.resolve.resolver import ResourceRef
from qovery_cli.session.tracking.observations import GONE, Observation
from qovery_cli.session.tracking.readers import ClusterReader, IdReader, StateReader
from qovery_cli.session.tracking.request_matching import LARGE_PAGE, PAGE
from qovery_cli.session.tracking.verdicts import Lookup

STATUS = {"id": "s", "state": "DEPLOYED"}
OTHER = {"id": "other", "state": "BUILDING"}


class Session:
    """A session with responses by operation."""

    level = "1.0.4"

    def __init__(self, **answers):
        self.answers = answers
        self.refused = {}

    def offers(self, _):
        return True

    def get(self, operation, *_):
        return self.answers[operation]


def states(kind, *statuses):
    """Return the states of an environment with services of one kind."""
    collection = RESOURCES[kind].service.collection
    return {"environment": {"id": "e", "state": "READY"}, collection: list(statuses)}


def read(session, kind, gone=()):
    reader = StateReader(session, ResourceRef(kind, "s", "worker"), "e")
    reader.gone = gone
    return reader.read((Lookup.STATES,), Observation(), None)


@pytest.mark.parametrize("kind", SERVICES)
def test_state_of_a_service_is_read_whatever_its_kind(kind):
    answers = {"getEnvironmentStatuses": states(kind, OTHER, STATUS)}
    own = RESOURCES[kind].status_operation
    session = Session(**({own: STATUS} if own else answers))
    assert read(session, kind).services["s"].state == "DEPLOYED"


WITHOUT_OWN = [kind for kind in SERVICES if RESOURCES[kind].status_operation is None]


@pytest.mark.parametrize("kind", WITHOUT_OWN)
def test_missing_service_counts_as_deleted_only_after_a_deletion(kind):
    session = Session(getEnvironmentStatuses=states(kind, OTHER))
    with pytest.raises(UnexpectedResponseError):
        read(session, kind)
    assert read(session, kind, gone=(NotFoundError,)).gone


# By ids

STAGES = "getEnvironmentStatusesWithStages"
QUEUE = "listDeploymentRequestByEnvironmentId"
HISTORY = "listEnvironmentDeploymentHistoryV2"
ACCOUNT = "getAccountInformation"
REQUEST = "getDeploymentStatusByDeploymentRequestId"
READY = {"environment": {"id": "e", "state": "READY"}, "stages": [{"jobs": [STATUS]}]}


class Api(Session):
    """A session with responses by operation, some of which are errors; it keeps the queries."""

    def __init__(self, **answers):
        super().__init__(**answers)
        self.queries = {}

    def get(self, operation, path, query=None):
        del path
        self.queries[operation] = query
        answer = self.answers[operation]
        if isinstance(answer, Exception):
            raise answer
        return answer


def read_ids(api, *lookups, gone=(), request=None):
    reader = IdReader(api, "e")
    reader.gone = gone
    return reader.read(lookups, Observation(), request)


def test_lookups_are_merged_into_one_observation():
    api = Api(**{STAGES: READY, QUEUE: {"results": []}, HISTORY: {"results": []}})
    latest = read_ids(api, Lookup.STATES, Lookup.QUEUE, Lookup.HISTORY)
    assert latest.status["state"] == "READY"
    assert latest.services["s"].state == "DEPLOYED"
    assert (latest.queue, latest.history, latest.whole) == ((), (), False)


@pytest.mark.parametrize(
    ("lookup", "size", "whole"),
    [(Lookup.HISTORY, PAGE, False), (Lookup.WHOLE_HISTORY, LARGE_PAGE, True)],
)
def test_history_is_read_in_two_sizes(lookup, size, whole):
    api = Api(**{HISTORY: {"results": []}})
    assert read_ids(api, lookup).whole is whole
    assert api.queries[HISTORY] == {"pageSize": size}


def test_environment_without_a_state_is_an_unexpected_response():
    with pytest.raises(UnexpectedResponseError):
        read_ids(Api(**{STAGES: {"environment": {"id": "e"}, "stages": []}}), Lookup.STATES)


def test_missing_environment_is_gone_only_after_a_deletion():
    api = Api(**{STAGES: NotFoundError("Gone.")})
    assert read_ids(api, Lookup.STATES, gone=(NotFoundError,)).gone
    with pytest.raises(NotFoundError):
        read_ids(api, Lookup.STATES)


@pytest.mark.parametrize(
    ("lookup", "operation"), [(Lookup.QUEUE, QUEUE), (Lookup.HISTORY, HISTORY)]
)
def test_missing_queue_or_history_is_tried_again(lookup, operation):
    with pytest.raises(UnavailableError):
        read_ids(Api(**{operation: NotFoundError("Gone.")}), lookup)


def test_deletion_hides_the_failures_of_other_lookups():
    api = Api(**{STAGES: NotFoundError("Gone."), QUEUE: NotFoundError("Gone.")})
    assert read_ids(api, Lookup.STATES, Lookup.QUEUE, gone=(NotFoundError,)).gone


def test_missing_permission_is_reported_before_other_failures():
    api = Api(**{STAGES: UnavailableError("Down."), QUEUE: ForbiddenError("No.")})
    with pytest.raises(ForbiddenError):
        read_ids(api, Lookup.STATES, Lookup.QUEUE)


@pytest.mark.parametrize(
    ("account", "names"),
    [
        ({"first_name": "Ada", "last_name": "L", "email": "a@b"}, {"Ada L", "a@b"}),
        ({"first_name": "Ada", "last_name": None, "nickname": "ada", "id": 7}, {"Ada", "ada", "7"}),
        ({}, set()),
        (ForbiddenError("A token without a user."), set()),
    ],
)
def test_authors_are_all_names_of_the_user(account, names):
    assert read_ids(Api(**{ACCOUNT: account}), Lookup.AUTHORS).authors == names


def test_unavailable_account_is_not_a_token_without_a_user():
    with pytest.raises(UnavailableError):
        read_ids(Api(**{ACCOUNT: UnavailableError("Down.")}), Lookup.AUTHORS)


@pytest.mark.parametrize(
    ("answer", "state"),
    [
        ({"status": "QUEUED"}, "QUEUED"),
        ({}, "UNKNOWN"),
        (NotFoundError("Gone."), GONE),
        (ForbiddenError("No."), "UNKNOWN"),
    ],
)
def test_state_of_a_request(answer, state):
    api = Api(**{REQUEST: answer})
    assert read_ids(api, Lookup.REQUEST, request="r1").request_state == state
    assert api.queries[REQUEST] == {"deploymentRequestId": "r1"}


# By states

OLD_HISTORY = "listEnvironmentDeploymentHistory"
IDS = [f"99999999-9999-4999-8999-99999999999{digit}" for digit in "123"]


def history(api, lookup, gone=()):
    reader = StateReader(api, ResourceRef("application", "s", "api"), "e")
    reader.gone = gone
    return reader.read((lookup,), Observation(), None)


def test_whole_history_is_read_page_by_page():
    class Pages(Api):
        """An API with two pages of a history."""

        def get(self, operation, path, query=None):
            super().get(operation, path, query)
            start = (query or {}).get("startId")
            rows = [{"id": IDS[2]}] if start == IDS[1] else [{"id": id} for id in IDS[:2]]
            return {"page": 1, "page_size": 2, "results": rows}

    api = Pages(**{OLD_HISTORY: None})
    latest = history(api, Lookup.WHOLE_HISTORY)
    assert [row.id for row in latest.history] == IDS
    assert latest.whole
    latest = history(api, Lookup.HISTORY)
    assert ([row.id for row in latest.history], latest.whole) == (IDS[:2], False)


def test_history_of_a_deleted_environment_is_empty():
    api = Api(**{OLD_HISTORY: NotFoundError("Gone.")})
    latest = history(api, Lookup.HISTORY, gone=(NotFoundError,))
    assert (latest.history, latest.whole) == ((), True)
    with pytest.raises(NotFoundError):
        history(api, Lookup.HISTORY)


def test_status_without_a_state_is_an_unexpected_response():
    with pytest.raises(UnexpectedResponseError):
        read(Api(getApplicationStatus={"id": "s"}), "application")


def test_missing_service_is_gone_after_a_deletion():
    api = Api(getApplicationStatus=NotFoundError("Gone."))
    assert read(api, "application", gone=(NotFoundError,)).gone
    with pytest.raises(NotFoundError):
        read(api, "application")


# Clusters


def read_cluster(answer, gone=()):
    reader = ClusterReader(Api(getClusterStatus=answer), {})
    reader.gone = gone
    return reader.read((Lookup.STATES,), Observation(at=3.0), None)


def test_status_of_a_cluster():
    latest = read_cluster({"status": "DEPLOYED"})
    assert (latest.status, latest.at) == ({"status": "DEPLOYED"}, 3.0)
    assert read_cluster(NotFoundError("Gone."), gone=(NotFoundError,)).gone


@pytest.mark.parametrize("answer", [{}, None, {"status": ""}, {"status": None}])
def test_cluster_without_a_status_is_an_unexpected_response(answer):
    with pytest.raises(UnexpectedResponseError):
        read_cluster(answer)


def test_environment_is_read_with_the_states_of_its_services():
    answers = {"environment": {"id": "s", "state": "READY"}, "jobs": [OTHER, STATUS]}
    latest = read(Session(getEnvironmentStatuses=answers), "environment")
    assert latest.status["state"] == "READY"
    assert {id: each.state for id, each in latest.services.items()} == {
        "other": "BUILDING",
        "s": "DEPLOYED",
    }
