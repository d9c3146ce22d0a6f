"""Generated commands, over a fake API."""

import pytest

from qovery_cli.cli import command_table
from qovery_cli.cli.generated_command import run
from qovery_cli.cli.views import view
from qovery_cli.errors import DeclinedError, NotFoundError, UsageError

APP = "11111111-1111-4111-8111-111111111111"
ENVIRONMENT = "55555555-5555-4555-8555-555555555555"
STORED = {"id": APP, "name": "api", "environment": {"id": ENVIRONMENT}, "cpu": 500}


@pytest.fixture
def generated(open_session):
    """Return a function that runs a generated command with parsed values."""

    def generated(command, *, options=None, **values):
        spec = command_table.command(command)
        opened = open_session(view=view(spec), **(options or {}))
        run(opened.session, spec, values)
        return opened

    return generated


def test_get_shows_the_resource(api, generated):
    api.answers["getApplication"] = STORED
    assert generated("app get", app=APP).json == STORED
    assert [request.path for request in api.asked] == [f"/application/{APP}"]


def test_get_reuses_the_list_in_which_the_name_was_found(api, generated):
    listed = {"id": APP, "name": "api"}
    api.answers["listApplication"] = {"results": [listed]}
    opened = generated("app get", app="api", options={"scope": {"environment": ENVIRONMENT}})
    assert opened.json == listed
    assert {request.operation for request in api.asked} == {"listApplication"}


def test_list_shows_the_items(api, generated):
    api.answers["listApplication"] = {"results": [STORED]}
    opened = generated("app list", options={"scope": {"environment": ENVIRONMENT}})
    assert [row["name"] for row in opened.json] == ["api"]


def test_skeleton_sends_no_request(api, generated):
    opened = generated("app create", skeleton=True, options={"scope": {"environment": ENVIRONMENT}})
    assert "name:" in opened.out
    assert api.asked == []


def test_skeleton_of_an_update_requires_nothing_unless_it_replaces(generated):
    update = generated("project update", skeleton=True, project=APP)
    replacement = generated("project update", skeleton=True, replace=True, project=APP)
    assert "\n# name:" in update.out
    assert "\nname:" in replacement.out


def test_creation_sends_the_body_and_shows_the_resource(api, generated):
    api.answers["createProject"] = {"id": "p1", "name": "shop"}
    organization = {"scope": {"organization": ENVIRONMENT}}
    opened = generated("project create", name="shop", options=organization)
    assert opened.json == {"id": "p1", "name": "shop"}
    assert api.changes[0].body["name"] == "shop"


def test_deletion_needs_its_confirmation(api, generated):
    api.answers |= {
        "getApplication": STORED,
        "getEnvironment": {"id": ENVIRONMENT, "mode": "STAGING"},
        "listApplication": {"results": [STORED]},
    }
    scope = {"environment": ENVIRONMENT}
    with pytest.raises(UsageError, match="Confirmation required"):
        generated("app delete", app=APP, options={"scope": scope})
    with pytest.raises(DeclinedError):
        generated("app delete", app=APP, options={"scope": scope, "typed": "n\n"})
    assert api.changes == []
    opened = generated("app delete", app=APP, options={"scope": scope, "yes": True})
    assert [request.method for request in api.changes] == ["DELETE"]
    assert (opened.json["id"], opened.json["done"]) == (APP, "deleting")


def test_deletion_in_production_needs_the_name(api, generated):
    api.answers |= {
        "getApplication": STORED,
        "getEnvironment": {"id": ENVIRONMENT, "mode": "PRODUCTION"},
        "listApplication": {"results": [STORED]},
    }
    scope = {"environment": ENVIRONMENT}
    with pytest.raises(UsageError):
        generated("app delete", app=APP, options={"scope": scope, "yes": True})
    assert api.changes == []
    generated("app delete", app=APP, options={"scope": scope, "confirm": "api"})
    assert len(api.changes) == 1


def test_action_is_started_without_a_wait(api, generated):
    api.answers["stopApplication"] = {"id": APP, "state": "STOP_QUEUED"}
    api.answers["getApplication"] = STORED
    api.answers["getEnvironment"] = {"id": ENVIRONMENT, "mode": "STAGING"}
    opened = generated("app stop", app=APP)
    assert opened.json["state"] == "STOP_QUEUED"
    assert [request.operation for request in api.changes] == ["stopApplication"]


def test_dry_run_prints_the_request_and_asks_nothing(api, generated):
    opened = generated("app delete", app=APP, options={"dry_run": True})
    (row,) = opened.json
    assert (row["method"], row["url"].rpartition("/")[2]) == ("DELETE", APP)
    assert api.changes == []


def test_unknown_column_is_refused_before_a_change(api, generated):
    shared = {"output": "json", "columns": "nonsense"}
    with pytest.raises(UsageError, match="nonsense"):
        generated("app stop", app=APP, options={"shared": shared, "yes": True})
    assert api.changes == []


def test_missing_resource_is_reported(api, generated):
    api.statuses["getApplication"] = 404
    with pytest.raises(NotFoundError):
        generated("app get", app=APP)
