import json

import pytest

from qovery_cli.commands import context
from qovery_cli.config.scope import LEVELS
from qovery_cli.errors import NotFoundError, UsageError

ID = "44444444-4444-4444-8444-444444444444"


@pytest.fixture(autouse=True)
def acme(api):
    api.answers |= {
        "listOrganization": {"results": [{"id": "o1", "name": "Acme"}]},
        "listProject": {"results": [{"id": "p1", "name": "Shop"}]},
        "listEnvironment": {"results": [{"id": "e1", "name": "Staging"}]},
    }


@pytest.fixture
def profiles(tmp_path):
    """Return a function that reads the stored profiles."""

    def read():
        path = tmp_path / "config" / "config.json"
        return json.loads(path.read_text())["profiles"] if path.exists() else {}

    return read


def test_scope_is_stored_in_the_spelling_of_the_api(open_session, profiles):
    opened = open_session()
    context.set_(opened.session, project="shop", env="STAGING")
    assert opened.json["project"] == "Shop"
    assert opened.json["done"] == "kept"
    stored = json.dumps(profiles()["default"])
    assert '"Shop"' in stored
    assert '"Staging"' in stored


def test_name_that_does_not_exist_is_not_stored(open_session, profiles):
    with pytest.raises(NotFoundError, match="'blog'"):
        context.set_(open_session().session, project="blog")
    assert profiles() == {}


def test_names_are_stored_unchecked_if_requested(api, open_session, profiles):
    context.set_(open_session().session, no_check=True, project="blog")
    assert api.asked == []
    assert '"blog"' in json.dumps(profiles()["default"])


def test_settings_need_no_request(api, open_session):
    opened = open_session()
    context.set_(opened.session, format_="yaml", api_url="https://api.acme.test")
    assert opened.json == {
        "profile": "default",
        "output": "yaml",
        "api_url": "https://api.acme.test",
        "done": "kept",
    }
    assert api.asked == []


def test_setting_is_required(open_session, profiles):
    with pytest.raises(UsageError, match="No setting specified"):
        context.set_(open_session().session)
    assert profiles() == {}


def test_plain_http_is_refused_unless_it_is_allowed(open_session):
    with pytest.raises(UsageError):
        context.set_(open_session().session, api_url="http://api.acme.test")
    allowed = open_session(variables={"QOVERY_ALLOW_HTTP": "1"})
    context.set_(allowed.session, api_url="http://api.acme.test")
    assert allowed.json["api_url"] == "http://api.acme.test"


def test_new_profile_is_created_by_set(open_session, profiles):
    shared = {"output": "json", "profile": "work"}
    context.set_(open_session(shared=shared).session, api_level="1.0.4")
    assert set(profiles()) == {"work"}


@pytest.fixture
def stored(open_session):
    context.set_(open_session().session, no_check=True, project="shop", env="staging")


@pytest.mark.usefixtures("stored")
def test_one_setting_is_removed(open_session, profiles):
    opened = open_session()
    context.unset(opened.session, ["environment"])
    assert opened.json["forgotten"] == ["environment"]
    text = json.dumps(profiles())
    assert "staging" not in text
    assert "shop" in text


@pytest.mark.usefixtures("stored")
def test_everything_is_removed(open_session, profiles):
    context.unset(open_session().session, everything=True)
    text = json.dumps(profiles())
    assert "staging" not in text
    assert "shop" not in text


@pytest.mark.usefixtures("stored")
@pytest.mark.parametrize("keys", [None, [], ["nonsense"]])
def test_removal_without_a_valid_setting_changes_nothing(open_session, profiles, keys):
    before = profiles()
    with pytest.raises(UsageError):
        context.unset(open_session().session, keys)
    assert profiles() == before


def test_profile_in_use_is_switched(open_session):
    for profile in ("work", "home"):
        shared = {"output": "json", "profile": profile}
        context.set_(open_session(shared=shared).session, no_check=True, project=profile)
    opened = open_session()
    context.use(opened.session, "work")
    assert opened.json == {"profile": "work", "done": "active"}
    listed = open_session()
    context.list_(listed.session)
    active = {row["name"]: row["active"] for row in listed.json}
    assert active == {"work": True, "home": False, "default": False}
    by_name = {row["name"]: row for row in listed.json}
    assert by_name["home"]["project"] == "home"
    assert by_name["default"]["token"] is None
    assert set(LEVELS) <= by_name["home"].keys()


@pytest.mark.parametrize("name", [None, "nowhere"])
def test_use_needs_a_profile_that_exists(open_session, name):
    with pytest.raises(UsageError):
        context.use(open_session().session, name)


@pytest.mark.usefixtures("stored")
def test_each_setting_is_shown_with_its_origin(open_session):
    opened = open_session(variables={"QOVERY_ENVIRONMENT": "live"})
    context.show(opened.session)
    rows = {row["setting"]: row for row in opened.json}
    environment = rows["environment"]
    assert (environment["value"], environment["origin"]) == ("live", "QOVERY_ENVIRONMENT")
    assert environment["variable"] == "QOVERY_ENVIRONMENT"
    assert rows["project"]["value"] == "shop"
    assert "default" in rows["project"]["origin"]


@pytest.mark.usefixtures("stored")
def test_environment_of_another_project_is_not_shown(open_session):
    opened = open_session(variables={"QOVERY_PROJECT": "blog"})
    context.show(opened.session)
    assert {row["setting"]: row["value"] for row in opened.json}["environment"] is None
