"""Updates over a fake API: nothing is lost, and nothing is overwritten unseen."""

import pytest

from qovery_cli.body.verify import Mismatch
from qovery_cli.cli import command_table, update_resource
from qovery_cli.cli.generated_command import run
from qovery_cli.cli.views import view
from qovery_cli.errors import ConflictError, NotFoundError, UnavailableError

ID = "11111111-1111-4111-8111-111111111111"
PROJECT = {"id": ID, "name": "shop", "description": "The shop"}


@pytest.fixture
def project(api):
    """The API with a project whose updates are stored."""
    api.answers["getProject"] = dict(PROJECT)
    return api


@pytest.fixture
def update(open_session):
    """Return a function that updates the project."""

    def update(*, options=None, **values):
        spec = command_table.command("project update")
        opened = open_session(view=view(spec), **(options or {}))
        run(opened.session, spec, {"project": ID, **values})
        return opened

    return update


def operations(api):
    return [request.operation for request in api.asked]


def test_other_fields_are_sent_back(project, update):
    opened = update(name="store")
    (request,) = project.changes
    assert request.body == {"name": "store", "description": "The shop"}
    assert operations(project) == ["getProject", "editProject", "getProject"]
    assert "store" in opened.err
    assert opened.json["name"] == "store"


def test_update_without_a_change_is_not_sent(project, update):
    opened = update(name="shop")
    assert project.changes == []
    assert "Nothing changes" in opened.err
    assert opened.json["name"] == "shop"


def test_dry_run_plans_the_whole_body(project, update):
    opened = update(name="store", options={"dry_run": True})
    assert opened.json[0]["body"] == {"name": "store", "description": "The shop"}
    assert project.changes == []


def make_old(monkeypatch):
    """Let every read be so old that it must be repeated."""
    monkeypatch.setattr(update_resource, "FRESH_FOR", -1.0)


def change_before_second_read(api, **fields):
    """Let somebody else change the project between the first and the second read."""
    reads = []

    def change(request):
        if request.operation == "getProject":
            reads.append(request)
            if len(reads) == 2:
                api.answers["getProject"] = {**PROJECT, **fields}

    api.before.append(change)


def test_change_of_another_field_is_kept(project, update, monkeypatch):
    make_old(monkeypatch)
    change_before_second_read(project, description="A better shop")
    opened = update(name="store")
    assert project.changes[0].body == {"name": "store", "description": "A better shop"}
    assert "Someone else has changed the resource" in opened.err
    assert "These changes are kept." in opened.err


def test_change_of_the_same_field_is_a_conflict(project, update, monkeypatch):
    make_old(monkeypatch)
    change_before_second_read(project, name="boutique")
    with pytest.raises(ConflictError, match="'name' to another value") as caught:
        update(name="store")
    assert "Nothing was sent" in caught.value.hint
    assert project.changes == []


def test_same_change_by_somebody_else_is_no_conflict(project, update, monkeypatch):
    make_old(monkeypatch)
    change_before_second_read(project, name="store")
    update(name="store")
    assert project.changes == []


def test_recent_read_is_not_repeated(project, update):
    change_before_second_read(project, name="store", description="The shop")
    update(name="store")
    assert operations(project)[:2] == ["getProject", "editProject"]


def overwrite_after_update(api, times):
    """Let somebody else overwrite the update for a number of reads."""
    left = [times]

    def overwrite(request):
        if request.operation == "getProject" and api.changes:
            stored = "store" if left[0] == 0 else "boutique"
            left[0] = max(left[0] - 1, 0)
            api.answers["getProject"] = {**PROJECT, "name": stored}

    api.before.append(overwrite)


def test_update_that_is_not_visible_at_once_is_read_again(project, update):
    overwrite_after_update(project, 1)
    update(name="store")
    assert operations(project).count("getProject") == 3


def test_overwritten_update_is_a_conflict(project, update):
    overwrite_after_update(project, 9)
    with pytest.raises(ConflictError, match="shows another value of 'name'") as caught:
        update(name="store")
    assert caught.value.detail == ("name: sent store, read boutique",)


def test_failed_verification_does_not_fail_the_update(project, update):
    def fail(request):
        if request.operation == "getProject" and project.changes:
            project.statuses["getProject"] = 403

    project.before.append(fail)
    opened = update(name="store")
    assert "could not be verified" in opened.err
    assert opened.json["name"] == "store"


def test_failed_update_is_not_verified(project, update):
    project.statuses["editProject"] = 409
    with pytest.raises(ConflictError):
        update(name="store")
    assert operations(project) == ["getProject", "editProject"]


def test_resource_that_cannot_be_read_is_not_updated(project, update):
    project.statuses["getProject"] = 500
    with pytest.raises(UnavailableError):
        update(name="store")
    assert project.changes == []


def test_item_of_a_list_is_found_by_its_id():
    rows = {"results": [{"id": "1", "name": "a"}, {"id": "2", "name": "b"}]}
    assert update_resource._item(rows, "2")["name"] == "b"
    assert update_resource._item({"id": "2", "name": "c"}, "2")["name"] == "c"
    with pytest.raises(NotFoundError, match="3 no longer exists"):
        update_resource._item(rows, "3")


@pytest.mark.parametrize(
    ("sent", "actual", "units", "text"),
    [
        (None, "x", {}, "cpu: not removed"),
        ({"a": 1}, None, {}, "cpu: differs from the sent value"),
        (["secret"], "x", {}, "cpu: differs from the sent value"),
        (True, False, {}, "cpu: sent true, read false"),
    ],
)
def test_mismatch_is_described_without_whole_objects(sent, actual, units, text):
    assert update_resource._describe(Mismatch("cpu", "cpu", sent, actual), units) == text
