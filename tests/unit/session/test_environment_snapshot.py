"""What is in environments, by whichever operations an API has."""

from collections import Counter
from threading import Lock

import pytest

from qovery_cli.errors import ForbiddenError, NotFoundError, QoveryError, UnavailableError
from qovery_cli.session.environment_snapshot import (
    COMBINED,
    Service,
    fetch_snapshot,
    fetch_snapshots,
    per_kind,
)

API = {"id": "a", "name": "api", "git_repository": {"branch": "main"}}
DB = {"id": "d", "name": "main-db", "version": "13"}
JOB = {"id": "j", "name": "nightly", "service_type": "JOB", "source": {"image": {"tag": "2"}}}
RUNNING = {"id": "a", "state": "RUNNING", "steps": {"many": []}}
STOPPED = {"id": "d", "state": "STOPPED"}
LINK = {"service_id": "a", "url": "https://api.acme.test", "is_default": True}

ANSWERS = {
    "listApplication": {"results": [API]},
    "listContainer": {"results": []},
    "listDatabase": {"results": [DB]},
    "getEnvironmentApplicationStatus": {"results": [RUNNING]},
    "getEnvironmentContainerStatus": {"results": []},
    "getEnvironmentDatabaseStatus": {"results": [STOPPED]},
    "getEnvironmentStatus": {"id": "e", "state": "RUNNING"},
    "listApplicationLinks": {"results": [LINK]},
    "listServicesByEnvironmentId": {
        "results": [{**API, "service_type": "APPLICATION"}, {**DB, "service_type": "DATABASE"}, JOB]
    },
    "getEnvironmentStatuses": {
        "environment": {"id": "e", "state": "RUNNING"},
        "applications": [RUNNING],
        "databases": [STOPPED],
        "something_new": {"id": "x"},
    },
    "listEnvironmentServicesLinks": {"results": [LINK]},
}
EVERYTHING = ("services", "states", "status", "links")
PER_KIND = per_kind("1.0.3")
JOBS = {"listJobs": {"results": [JOB]}, "getEnvironmentJobStatus": {"results": []}}


class Api:
    """A session at a level, with operations that fail in an environment or in all (None)."""

    def __init__(self, level="1.0.4", **failing):
        self.level, self.newer = level, level == "1.0.4"
        self.failing = failing
        self.asked = Counter()
        self.refused = {}
        self.lock = Lock()

    def offers(self, operation):
        return self.newer or operation not in COMBINED.operations(EVERYTHING)

    def get(self, operation, path):
        (id,) = path.values()
        with self.lock:
            self.asked[operation, id] += 1
        error, where = self.failing.get(operation, (None, None))
        if error is not None and where in (None, id):
            if not isinstance(error, QoveryError):
                return error
            raise error
        if operation in per_kind("1.0.4").operations(EVERYTHING) and operation not in ANSWERS:
            raise NotFoundError("This server has no such kind.")
        return ANSWERS[operation]

    def get_many(self, asked):
        return [self.get(operation, path) for operation, path, _ in asked]

    def times(self, way):
        return sum(self.asked[one, "e"] for one in way.operations(EVERYTHING))


@pytest.mark.parametrize("level", ["1.0.3", "1.0.4"])
def test_services_states_and_addresses(level):
    found = fetch_snapshot(Api(level), "e", *EVERYTHING)
    assert found.services["a"] == Service("a", "api", "application", "main")
    assert found.services["d"] == Service("d", "main-db", "database", "13")
    assert found.status["state"] == "RUNNING"
    assert found.states == {"a": {"id": "a", "state": "RUNNING"}, "d": STOPPED}
    assert found.links == {"a": [LINK]}


def test_kinds_that_the_older_lists_do_not_have():
    assert fetch_snapshot(Api(), "e", "services").services["j"] == Service(
        "j", "nightly", "job", "2"
    )


def test_fallback_at_a_newer_level_includes_the_newer_kinds():
    api = Api(listServicesByEnvironmentId=(NotFoundError("Gone."), None))
    api.failing |= {operation: (answer, None) for operation, answer in JOBS.items()}
    assert set(fetch_snapshot(api, "e", "services").services) == {"a", "d", "j"}


def test_newer_kinds_are_not_requested_at_the_older_level():
    api = Api("1.0.3")
    fetch_snapshot(api, "e", *EVERYTHING)
    asked = {operation for operation, _ in api.asked}
    assert asked == {*PER_KIND.operations(EVERYTHING), "listApplicationLinks"}
    assert not asked & JOBS.keys()


def test_only_requested_parts_are_fetched_once():
    api = Api()
    fetch_snapshot(api, "e", "status", "states")
    assert api.asked == {("getEnvironmentStatuses", "e"): 1}


OTHER_FORMS = {
    "listServicesByEnvironmentId": [{"results": [1]}, {"results": [{"name": "x"}]}],
    "getEnvironmentStatuses": [{}, [], {"environment": None}, {"environment": {"id": "e"}}],
    "listEnvironmentServicesLinks": [{"results": ["x"]}, {"results": [{"url": "x"}]}],
}


@pytest.mark.parametrize(
    ("lost", "error"),
    [
        (operation, error)
        for operation, forms in OTHER_FORMS.items()
        for error in (NotFoundError("Gone."), ForbiddenError("No."), *forms)
    ],
)
def test_missing_combined_operation_falls_back_to_each_kind(lost, error):
    api = Api(**{lost: (error, None)})
    found = fetch_snapshot(api, "e", *EVERYTHING)
    assert set(found.services) == {"a", "d"}
    assert found.links == {"a": [LINK]}
    assert set(api.asked.values()) == {1}


def test_refused_operation_is_not_requested_again():
    api = Api(getEnvironmentStatuses=(NotFoundError("Gone."), None))
    for _ in range(3):
        assert fetch_snapshot(api, "e", "status", "states").status["state"] == "RUNNING"
    assert api.times(COMBINED) == 1
    assert api.asked["getEnvironmentStatus", "e"] == 3


def test_deleted_environment_does_not_hide_the_others():
    gone = NotFoundError("Gone.")
    everywhere = dict.fromkeys(ANSWERS, (gone, "x"))
    found = list(fetch_snapshots(Api(**everywhere), ["e", "x", "f"], "services", "states"))
    assert isinstance(found[1], NotFoundError)
    assert [set(found[place].services) >= {"a", "d"} for place in (0, 2)] == [True, True]


def test_the_first_error_has_the_others_in_its_detail():
    first, second = UnavailableError("No answer."), UnavailableError("Too slow.")
    api = Api("1.0.3", listApplication=(first, None), listDatabase=(second, None))
    with pytest.raises(QoveryError) as caught:
        fetch_snapshot(api, "e", "services")
    assert caught.value is first
    assert caught.value.detail == ("Too slow.",)


def test_other_errors_do_not_trigger_the_fallback():
    api = Api(getEnvironmentStatuses=(UnavailableError("No answer."), None))
    with pytest.raises(UnavailableError):
        fetch_snapshot(api, "e", "states")
    assert api.times(PER_KIND) == 0


@pytest.mark.parametrize("answer", [{"results": [{"name": "x"}]}, {"results": [1]}])
@pytest.mark.parametrize("operation", [*PER_KIND.services, *PER_KIND.states, *PER_KIND.status])
def test_unexpected_response_shape_is_reported(operation, answer):
    api = Api("1.0.3", **{operation: (answer, None)})
    with pytest.raises(UnavailableError) as caught:
        fetch_snapshot(api, "e", *EVERYTHING)
    assert caught.value.operation == operation


def test_no_environments_need_no_request():
    api = Api()
    assert list(fetch_snapshots(api, [], *EVERYTHING)) == []
    assert not api.asked
