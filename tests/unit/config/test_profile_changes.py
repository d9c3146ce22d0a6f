import json

import pytest

from qovery_cli.config import profile_changes, profiles
from qovery_cli.config.profiles import StoredToken
from qovery_cli.errors import UsageError


def contents(directory):
    return json.loads((directory / "config.json").read_text())


def kept(directory, name="default"):
    return contents(directory)["profiles"][name]


def test_the_first_value_makes_file_and_profile(tmp_path):
    profile_changes.set_values(tmp_path, "prod", {"organization": "Acme"})
    assert contents(tmp_path) == {
        "version": 1,
        "active": "default",
        "profiles": {"prod": {"organization": "Acme"}},
    }


def test_setting_returns_the_profile(tmp_path):
    found = profile_changes.set_values(tmp_path, "prod", {"output": "json", "project": "shop"})
    assert (found.name, found.output, found.scope) == ("prod", "json", {"project": "shop"})


def test_change_keeps_unknown_keys(tmp_path):
    before = {
        "version": 1,
        "active": "x",
        "profiles": {"x": {"colour": "red", "token": {"storage": "file", "url": "https://a.test"}}},
        "later": [1],
    }
    (tmp_path / "config.json").write_text(json.dumps(before))
    profile_changes.set_values(tmp_path, "x", {"output": "json"})
    before["profiles"]["x"]["output"] = "json"
    assert contents(tmp_path) == before


def test_an_unknown_key_gets_the_nearest_one(tmp_path):
    with pytest.raises(UsageError) as raised:
        profile_changes.set_values(tmp_path, "x", {"organisation": "Acme"})
    assert raised.value.hint == "Did you mean 'organization'?"
    assert not (tmp_path / "config.json").exists()


@pytest.mark.parametrize(
    "values",
    [
        {"api_url": "ftp://acme.test"},
        {"api_url": "http://acme.test"},
        {"api_level": "2"},
        {"output": "xml"},
        {"project": " "},
        {"application": "api", "database": "main"},
    ],
)
def test_a_value_that_is_not_allowed_is_not_kept(tmp_path, values):
    with pytest.raises(UsageError):
        profile_changes.set_values(tmp_path, "x", values)
    assert not (tmp_path / "config.json").exists()


def test_a_url_is_kept_in_its_one_form(tmp_path):
    found = profile_changes.set_values(tmp_path, "x", {"api_url": "https://ACME.test/"})
    assert found.api_url == "https://acme.test"


def test_plain_http_is_kept_where_it_is_allowed(tmp_path):
    url = "http://acme.test"
    assert (
        profile_changes.set_values(tmp_path, "x", {"api_url": url}, allow_http=True).api_url == url
    )


def test_a_name_that_is_not_allowed_makes_no_profile(tmp_path):
    with pytest.raises(UsageError):
        profile_changes.set_values(tmp_path, "a b", {"output": "json"})


def test_another_project_forgets_the_environment_of_the_old_one(tmp_path):
    first = {"organization": "o", "project": "shop", "environment": "e", "application": "api"}
    profile_changes.set_values(tmp_path, "x", first)
    profile_changes.set_values(tmp_path, "x", {"project": "blog"})
    assert kept(tmp_path, "x") == {"organization": "o", "project": "blog"}


def test_the_same_project_again_forgets_nothing(tmp_path):
    profile_changes.set_values(tmp_path, "x", {"project": "shop", "environment": "e"})
    profile_changes.set_values(tmp_path, "x", {"project": "shop"})
    assert kept(tmp_path, "x") == {"project": "shop", "environment": "e"}


def test_a_chain_that_is_named_at_once_is_kept_whole(tmp_path):
    profile_changes.set_values(tmp_path, "x", {"project": "shop", "environment": "old"})
    profile_changes.set_values(tmp_path, "x", {"environment": "new", "project": "blog"})
    assert kept(tmp_path, "x") == {"project": "blog", "environment": "new"}


def test_another_kind_of_service_takes_the_place_of_the_first(tmp_path):
    profile_changes.set_values(tmp_path, "x", {"environment": "e", "application": "api"})
    profile_changes.set_values(tmp_path, "x", {"database": "main"})
    assert kept(tmp_path, "x") == {"environment": "e", "database": "main"}


def test_values_are_unset(tmp_path):
    profile_changes.set_values(tmp_path, "x", {"project": "shop", "output": "json"})
    found = profile_changes.unset_values(tmp_path, "x", ["project", "cluster"])
    assert found.scope == {}
    assert kept(tmp_path, "x") == {"output": "json"}


def test_an_unknown_key_cannot_be_unset(tmp_path):
    with pytest.raises(UsageError, match="'token'"):
        profile_changes.unset_values(tmp_path, "default", ["token"])


def test_unset_in_unknown_profile_is_rejected(tmp_path):
    with pytest.raises(UsageError, match="Profile 'x' does not exist"):
        profile_changes.unset_values(tmp_path, "x", ["project"])


def test_a_profile_becomes_the_active_one(tmp_path):
    profile_changes.set_values(tmp_path, "prod", {"output": "json"})
    profile_changes.use(tmp_path, "prod")
    assert profiles.read(tmp_path).active == "prod"


def test_default_profile_can_be_activated_without_entry(tmp_path):
    profile_changes.use(tmp_path, "default")
    assert profiles.read(tmp_path).active == "default"


def test_unknown_profile_cannot_be_activated(tmp_path):
    with pytest.raises(UsageError):
        profile_changes.use(tmp_path, "prod")
    assert not (tmp_path / "config.json").exists()


def test_a_profile_is_removed(tmp_path):
    profile_changes.set_values(tmp_path, "a", {"output": "json"})
    profile_changes.set_values(tmp_path, "b", {"output": "json"})
    profile_changes.use(tmp_path, "b")
    profile_changes.remove(tmp_path, "a")
    assert list(contents(tmp_path)["profiles"]) == ["b"]
    assert contents(tmp_path)["active"] == "b"


def test_without_the_active_profile_the_default_is_active(tmp_path):
    profile_changes.set_values(tmp_path, "a", {"output": "json"})
    profile_changes.use(tmp_path, "a")
    profile_changes.remove(tmp_path, "a")
    assert profiles.read(tmp_path).active == "default"


def test_unknown_profile_cannot_be_removed(tmp_path):
    with pytest.raises(UsageError):
        profile_changes.remove(tmp_path, "a")


def test_the_place_of_a_token_is_noted_and_forgotten(tmp_path):
    token = StoredToken("keyring", "https://a.test", backend="keyring.backends.X.Keyring")
    assert profile_changes.set_token(tmp_path, "x", token).token == token
    assert profile_changes.set_token(tmp_path, "x", None).token is None
    assert kept(tmp_path, "x") == {}


def test_the_url_that_a_token_is_for_becomes_the_profiles_own(tmp_path):
    url = "https://acme.test"
    profile_changes.set_token(tmp_path, "x", StoredToken("file", url), api_url=url)
    assert kept(tmp_path, "x")["api_url"] == url


def test_the_usual_url_is_not_written_down(tmp_path):
    url = "https://api.qovery.com"
    profile_changes.set_token(tmp_path, "x", StoredToken("file", url), api_url=url)
    assert "api_url" not in kept(tmp_path, "x")


def test_the_usual_url_takes_the_place_of_another_one(tmp_path):
    url = "https://api.qovery.com"
    profile_changes.set_values(tmp_path, "x", {"api_url": "https://acme.test"})
    profile_changes.set_token(tmp_path, "x", StoredToken("file", url), api_url=url)
    assert kept(tmp_path, "x")["api_url"] == url


def test_invalid_file_is_not_modified(tmp_path):
    path = tmp_path / "config.json"
    path.write_text('{"profiles": []}')
    with pytest.raises(UsageError):
        profile_changes.set_values(tmp_path, "x", {"output": "json"})
    assert path.read_text() == '{"profiles": []}'
