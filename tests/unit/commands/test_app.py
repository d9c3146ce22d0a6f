import pytest

from qovery_cli.commands import app
from qovery_cli.errors import UsageError
from qovery_cli.resolve.resolver import ResourceRef

ID = "11111111-1111-4111-8111-111111111111"
TARGET = ResourceRef("application", ID, "api")
NEWEST, OLDER = "abcdef1" + 33 * "0", "abc0000" + 33 * "1"
COMMITS = [
    {"git_commit_id": NEWEST, "message": "Add a page\n\nWith details."},
    {"git_commit_id": OLDER, "message": "Start"},
]


@pytest.fixture(autouse=True)
def branch(api):
    api.answers["listApplicationCommit"] = {"results": COMMITS}
    api.answers["deployApplication"] = {"id": ID, "state": "DEPLOYMENT_QUEUED"}


def deployed(api):
    """Return the commit in the only change that was sent."""
    (request,) = api.changes
    assert request.path == f"/application/{ID}/deploy"
    return request.body["git_commit_id"]


def test_newest_commit_is_deployed(api, open_session):
    opened = open_session()
    app.deploy(opened.session, ID)
    assert deployed(api) == NEWEST
    assert opened.json["state"] == "DEPLOYMENT_QUEUED"
    assert f"Deploying {ID} at abcdef1 Add a page\n" in opened.err


@pytest.mark.parametrize(("sha", "commit"), [("abc0", OLDER), ("ABC0", OLDER), ("abcd", NEWEST)])
def test_shortened_commit_is_looked_up(api, open_session, sha, commit):
    app.deploy(open_session().session, ID, commit=sha)
    assert deployed(api) == commit


def test_complete_commit_is_not_looked_up(api, open_session):
    app.deploy(open_session().session, ID, commit="f" * 40)
    assert deployed(api) == "f" * 40
    assert [request.operation for request in api.asked] == ["deployApplication"]


def test_current_commit_is_deployed_again(api, open_session):
    api.answers["getApplication"] = {"id": ID, "git_repository": {"deployed_commit_id": OLDER}}
    app.deploy(open_session().session, ID, current=True)
    assert deployed(api) == OLDER


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"commit": "abc"}, "Commit 'abc' is ambiguous."),
        ({"commit": "fff"}, "'fff'"),
        ({"current": True}, "No commit is deployed yet."),
        ({"commit": "abcd", "current": True}, "--commit"),
    ],
)
def test_commit_that_cannot_be_selected_sends_nothing(api, open_session, options, message):
    api.answers["getApplication"] = {"id": ID, "git_repository": {"deployed_commit_id": None}}
    with pytest.raises(UsageError) as caught:
        app.deploy(open_session().session, ID, **options)
    assert message in caught.value.message
    assert api.changes == []


def test_branch_without_commits_is_an_error(api, open_session):
    api.answers["listApplicationCommit"] = {"results": []}
    with pytest.raises(UsageError, match="has no commits"):
        app.branch_commit(open_session().session, TARGET)


def test_one_commit_that_is_listed_twice_is_not_ambiguous(api, open_session):
    api.answers["listApplicationCommit"] = {"results": [COMMITS[0], COMMITS[0]]}
    assert app.branch_commit(open_session().session, TARGET, "abc")["git_commit_id"] == NEWEST


def test_commit_without_a_message_is_named_by_its_sha(api, open_session):
    api.answers["listApplicationCommit"] = {"results": [{"git_commit_id": NEWEST, "message": " "}]}
    opened = open_session()
    app.deploy(opened.session, ID)
    assert f"Deploying {ID} at abcdef1\n" in opened.err


def test_dry_run_shows_the_commit_and_sends_nothing(api, open_session):
    opened = open_session(dry_run=True)
    app.deploy(opened.session, ID)
    assert opened.json[0]["body"] == {"git_commit_id": NEWEST}
    assert api.changes == []
