"""The interface of commands, over a fake API."""

import pytest

from qovery_cli.errors import UsageError
from qovery_cli.output.view import View
from qovery_cli.resolve.resolver import ResourceRef

APPLICATION = ResourceRef("application", "a1", "api", (("environment", "e1", "staging"),))
PATH = {"applicationId": "a1"}


@pytest.fixture
def acme(api):
    api.answers |= {
        "listOrganization": {"results": [{"id": "o1", "name": "Acme"}]},
        "listProject": {"results": [{"id": "p1", "name": "shop"}]},
        "listEnvironment": {"results": [{"id": "e1", "name": "staging"}]},
        "listApplication": {"results": [{"id": "a1", "name": "api"}]},
    }
    return api


def test_find_uses_the_scope_of_the_options(acme, open_session):
    session = open_session(scope={"project": "shop", "environment": "staging"}).session
    assert session.find("application", "api").id == "a1"
    assert session.find("environment").id == "e1"
    operations = [request.operation for request in acme.asked]
    assert len(operations) == len(set(operations)), "each list is fetched once"


def test_cached_response_is_that_of_a_lookup(acme, open_session):
    session = open_session().session
    session.find("project", "shop")
    before = len(acme.asked)
    cached = session.get_cached("listProject", {"organizationId": "o1"})
    assert cached == acme.answers["listProject"]
    assert len(acme.asked) == before
    session.get("listProject", {"organizationId": "o1"})
    assert len(acme.asked) == before + 1


def test_session_with_another_scope_leaves_this_one_unchanged(acme, open_session):
    session = open_session(scope={"project": "nowhere"}).session
    assert session.with_scope({"project": "shop"}).find("project").id == "p1"
    assert session.flags.scope == {"project": "nowhere"}


@pytest.mark.parametrize("changes", [False, True])
def test_empty_scope_variable_stops_a_change_only(acme, open_session, tmp_path, changes):
    (tmp_path / ".qovery.yaml").write_text("project: shop\n")
    opened = open_session(variables={"QOVERY_PROJECT": ""}, changes=changes)
    if changes:
        with pytest.raises(UsageError, match="QOVERY_PROJECT is set but empty"):
            opened.session.find("project")
    else:
        assert opened.session.find("project").id == "p1"
        assert opened.session.find("environment", "staging").id == "e1"
        assert opened.err.count("QOVERY_PROJECT is set but empty") == 1


def test_perform_without_wait_returns_the_response_and_keeps_the_target(api, open_session):
    api.answers["deployApplication"] = {"id": "a1", "state": "DEPLOYMENT_QUEUED"}
    session = open_session().session
    answer = session.perform("deploy", APPLICATION, "deployApplication", PATH, body={"a": 1})
    assert answer == api.answers["deployApplication"]
    assert [(request.method, request.body) for request in api.asked] == [("POST", {"a": 1})]
    assert session.target is APPLICATION


def test_perform_computes_its_body_when_needed(api, open_session):
    session = open_session().session
    session.perform("deploy", APPLICATION, "deployApplication", PATH, body=lambda: {"b": 2})
    assert api.changes[0].body == {"b": 2}


def test_perform_in_a_dry_run_only_plans_even_with_wait(api, open_session):
    session = open_session(dry_run=True, wait=True).session
    body = {"git_commit_id": "abc"}
    assert session.perform("deploy", APPLICATION, "deployApplication", PATH, body=body) is None
    assert [request.body for request in session.planned] == [body]
    assert api.asked == []


def test_error_of_the_body_prevents_the_request(api, open_session):
    def body():
        raise UsageError("No commit is deployed yet.")

    for wait in (False, True):
        session = open_session(wait=wait).session
        with pytest.raises(UsageError):
            session.perform("deploy", APPLICATION, "deployApplication", PATH, body=body)
    assert api.changes == []


def test_show_prints_the_data_or_the_plan(api, open_session):
    opened = open_session(view=View(("name",), kind="object"))
    opened.session.show({"name": "api", "id": "a1"})
    assert opened.json == {"name": "api", "id": "a1"}
    planned = open_session(dry_run=True)
    planned.session.send("deployApplication", PATH, body={"git_commit_id": "abc"})
    planned.session.show(None)
    (row,) = planned.json
    assert (row["method"], row["body"]) == ("POST", {"git_commit_id": "abc"})
    assert row["url"].endswith("/application/a1/deploy")


def test_text_is_shown_unchanged(open_session):
    opened = open_session()
    opened.session.show_raw("plain text")
    assert opened.out.strip() == "plain text"


def test_raw_data_is_json_unless_an_option_sets_a_format(open_session):
    opened = open_session(shared={}, variables={"QOVERY_OUTPUT": "yaml"})
    opened.session.show_raw({"a": 1})
    assert opened.json == {"a": 1}
    opened = open_session(shared={"output": "yaml"})
    opened.session.show_raw({"a": 1})
    assert opened.out == "a: 1\n"
