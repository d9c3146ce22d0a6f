from types import SimpleNamespace

import pytest

from qovery_cli.commands import status as command
from qovery_cli.errors import (
    AuthError,
    ForbiddenError,
    NotFoundError,
    QoveryError,
    UnavailableError,
    UsageError,
)
from qovery_cli.output.view import View
from qovery_cli.resolve.resolver import ResourceRef
from qovery_cli.session.environment_snapshot import EnvironmentSnapshot, Service

E1 = "55555555-5555-4555-8555-555555555551"
VIEW = View(("name", "state", "url"), kind="list")
LINKS = [
    {"service_id": "a", "url": "https://other.test", "is_default": False},
    {"service_id": "a", "url": "https://api.test", "is_default": True},
]


@pytest.fixture
def staging(api):
    """An environment with an application and a database."""
    api.answers |= {
        "listApplication": {"results": [{"id": "a", "name": "Web"}, {"id": "b", "name": "api"}]},
        "listContainer": {"results": []},
        "listDatabase": {"results": [{"id": "d", "name": "db", "version": "13"}]},
        "getEnvironmentApplicationStatus": {"results": [{"id": "a", "state": "RUNNING"}]},
        "getEnvironmentContainerStatus": {"results": []},
        "getEnvironmentDatabaseStatus": {"results": [{"id": "d", "state": "STOPPED"}]},
        "listApplicationLinks": {"results": LINKS},
    }
    return api


@pytest.mark.usefixtures("staging")
def test_services_are_sorted_by_kind_and_name(open_session):
    opened = open_session(view=VIEW)
    command.status(opened.session, E1)
    rows = opened.json
    assert [(row["kind"], row["name"], row["state"]) for row in rows] == [
        ("application", "api", None),
        ("application", "Web", "RUNNING"),
        ("database", "db", "STOPPED"),
    ]
    assert rows[1]["url"] == "https://api.test"
    assert rows[2]["url"] is None
    assert rows[2]["version"] == "13"


@pytest.mark.parametrize(
    ("shared", "asked"),
    [
        ({"output": "table", "columns": "name,state"}, False),
        ({"output": "table", "columns": "name,url"}, True),
        ({"output": "table", "columns": "name", "filter": ["url=x"]}, True),
        ({"output": "table", "columns": "name", "filter": ["name=curl"]}, False),
        ({"output": "json", "columns": "name"}, True),
        ({"output": "table"}, True),
    ],
)
def test_links_are_requested_if_an_option_needs_them(staging, open_session, shared, asked):
    command.status(open_session(shared=shared, view=VIEW).session, E1)
    operations = {request.operation for request in staging.asked}
    assert ("listApplicationLinks" in operations) is asked


def test_all_and_an_environment_exclude_each_other(api, open_session):
    with pytest.raises(UsageError, match="--all"):
        command.status(open_session().session, E1, all_=True)
    assert api.asked == []


# All environments


def environment(name):
    return ResourceRef("environment", f"id-{name}", name, (("project", "p1", "shop"),))


def snapshot(*names):
    made = EnvironmentSnapshot()
    made.services = {name: Service(name, name, "application", "main") for name in names}
    return made


@pytest.fixture
def rows_of_all(monkeypatch):
    """Return a function that returns the rows of environments, and the error at their end."""

    def rows_of_all(**results):
        environments = [environment(name) for name in results]
        resolver = SimpleNamespace(environments=lambda: environments)
        monkeypatch.setattr(command, "fetch_snapshots", lambda *_: (r for r in results.values()))
        rows = []
        try:
            for row in command._all_rows(SimpleNamespace(resolver=resolver), urls=False):
                assert row["project"] == "shop"
                rows.append((row["environment"], row["name"]))
        except QoveryError as error:
            return rows, error
        return rows, None

    return rows_of_all


def test_rows_of_all_environments_are_sorted_within_each(rows_of_all):
    rows, error = rows_of_all(staging=snapshot("web", "api"), live=snapshot("db"))
    assert rows == [("staging", "api"), ("staging", "web"), ("live", "db")]
    assert error is None


def test_failure_is_raised_after_the_rows_of_the_others(rows_of_all):
    rows, error = rows_of_all(dev=ForbiddenError("No."), live=snapshot("db"))
    assert rows == [("live", "db")]
    assert isinstance(error, ForbiddenError)
    assert error.message == "shop/dev: No."


def test_deleted_environment_is_no_failure(rows_of_all):
    assert rows_of_all(dev=NotFoundError("Gone."), live=snapshot("db")) == ([("live", "db")], None)


@pytest.mark.parametrize("failure", [AuthError("Refused."), UnavailableError("Down.")])
def test_failure_that_concerns_all_ends_the_list(rows_of_all, failure):
    rows, error = rows_of_all(first=snapshot("web"), dev=failure, live=snapshot("db"))
    assert rows == [("first", "web")]
    assert error is failure


def test_list_of_all_environments_has_no_urls_unless_requested(api, open_session, staging):
    api.answers |= {
        "listOrganization": {"results": [{"id": "o1", "name": "Acme"}]},
        "listProject": {"results": [{"id": "p1", "name": "shop"}]},
        "listEnvironment": {"results": [{"id": E1, "name": "staging"}]},
    }
    for columns, has_urls in ((None, False), ("name,url", True)):
        staging.asked.clear()
        opened = open_session(shared={"output": "json", "columns": columns}, view=VIEW)
        command.status(opened.session, all_=True)
        assert len(opened.json) == 3
        operations = {request.operation for request in staging.asked}
        assert ("listApplicationLinks" in operations) is has_urls
