"""Requests of one invocation, over a fake API."""

import pytest

from qovery_cli.errors import AuthError, ForbiddenError, UsageError
from qovery_cli.http.request import Request

PROJECTS = {"results": [{"id": "p1", "name": "shop"}]}
PATH = {"organizationId": "o1"}


class Recorder:
    """A completion cache that keeps what it is passed."""

    def __init__(self):
        self.recorded, self.flushed = [], []

    def record(self, request, data):
        self.recorded.append((request.operation, data))

    def flush(self, settings):
        self.flushed.append(settings)


@pytest.fixture
def recorder():
    return Recorder()


@pytest.fixture
def session(api, open_session, recorder):
    api.answers["listProject"] = PROJECTS
    return open_session(recorder=recorder).session


def test_get_returns_the_data_and_fills_the_completion_cache(session, recorder):
    assert session.get("listProject", PATH) == PROJECTS
    assert recorder.recorded == [("listProject", PROJECTS)]


def test_get_many_returns_responses_in_order(api, session, recorder):
    api.answers["listEnvironment"] = {"results": []}
    reads = [("listEnvironment", {"projectId": "p1"}, None), ("listProject", PATH, None)]
    assert session.get_many(reads) == [{"results": []}, PROJECTS]
    assert sorted(operation for operation, _ in recorder.recorded) == [
        "listEnvironment",
        "listProject",
    ]


def test_get_many_raises_the_failure_but_records_the_rest(api, session, recorder):
    api.statuses["listEnvironment"] = 403
    reads = [("listEnvironment", {"projectId": "p1"}, None), ("listProject", PATH, None)]
    with pytest.raises(ForbiddenError):
        session.get_many(reads)
    assert recorder.recorded == [("listProject", PROJECTS)]


def test_send_returns_the_response(api, session):
    api.answers["createProject"] = {"id": "p2", "name": "blog"}
    assert session.send("createProject", PATH, body={"name": "blog"})["id"] == "p2"
    (request,) = api.changes
    assert (request.path, request.body) == ("/organization/o1/project", {"name": "blog"})
    assert session.planned == []


@pytest.mark.parametrize("flag", ["dry_run", "explain"])
def test_dry_run_plans_changes_and_sends_reads(api, open_session, flag):
    api.answers["listProject"] = PROJECTS
    session = open_session(**{flag: True}).session
    assert session.send("createProject", PATH, body={"name": "blog"}) is None
    assert [request.method for request in session.planned] == ["POST"]
    assert session.send("listProject", PATH) == PROJECTS
    assert len(session.planned) == 1
    assert api.changes == []


def test_secrets_of_a_change_are_known_before_it_is_sent(api, session):
    known = []
    api.before.append(lambda _: known.append(set(session.secrets)))
    session.send_request(
        Request("POST", f"{session.settings.api_url}/organization", body={"token": "s3cret"})
    )
    assert known == [{"s3cret"}]


def test_invalid_output_option_is_reported_before_a_change_is_sent(api, open_session):
    session = open_session(shared={"output": "json", "query": "[[["}).session
    with pytest.raises(UsageError, match="query"):
        session.send("createProject", PATH, body={"name": "blog"})
    assert api.asked == []


def test_operation_of_another_level_is_not_offered(session):
    assert session.offers("listProject")
    assert not session.offers("listHelms")


def test_retired_operation_names_its_replacement(api, open_session):
    api.level = "1.0.4"
    session = open_session().session
    session.retired = {"restartApplication": "Use `qovery app redeploy`."}
    request = session.request("restartApplication", {"applicationId": "a1"})
    assert request.retired == "Use `qovery app redeploy`."
    lookup = session.request("restartContainer", {"containerId": "c1"})
    assert lookup.retired == "Use `qovery app redeploy`."
    assert session.request("listProject", PATH).retired is None


def test_missing_token_is_reported_before_any_request(api, open_session):
    session = open_session(variables={"QOVERY_API_TOKEN": ""}).session
    with pytest.raises(AuthError):
        session.get("listProject", PATH)
    assert api.asked == []


def test_scheme_is_that_of_the_token(open_session):
    jwt = "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2ln"
    assert open_session(variables={"QOVERY_API_TOKEN": "qov_1"}).session.scheme == "Token"
    assert open_session(variables={"QOVERY_API_TOKEN": jwt}).session.scheme == "Bearer"


def test_debug_output_is_on_stderr_without_the_token(api, open_session):
    api.answers["listProject"] = PROJECTS
    opened = open_session(shared={"debug": True}, variables={"QOVERY_API_TOKEN": "qov_s3cret"})
    opened.session.get("listProject", PATH)
    assert "/organization/o1/project" in opened.err
    assert "s3cret" not in opened.err
    assert opened.out == ""


def test_client_is_opened_once(session):
    assert session.client is session.client


def test_wait_sets_the_deadline_of_requests(open_session):
    assert open_session(wait=True, timeout=60.0).session.client.deadline is not None
    assert open_session(wait=False, timeout=60.0).session.client.deadline is None


def test_close_writes_the_completion_cache_with_the_loaded_settings(session, recorder):
    session.get("listProject", PATH)
    session.close()
    assert recorder.flushed == [session.settings]


def test_close_does_not_load_settings(open_session, recorder):
    variables = {"QOVERY_OUTPUT": "nonsense"}
    open_session(variables=variables, recorder=recorder).session.close()
    assert recorder.flushed == [None]


def test_options_override_the_settings(open_session):
    scope = {"project": "blog"}
    session = open_session(scope=scope, variables={"QOVERY_PROJECT": "shop"}).session
    assert session.settings.scope["project"].value == "blog"


def test_new_profile_need_not_exist(open_session):
    session = open_session(shared={"profile": "new"}).session
    with pytest.raises(UsageError, match="'new' does not exist"):
        session.load_settings()
    assert session.load_settings(new_profile=True).profile == "new"
