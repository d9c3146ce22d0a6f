import json

import pytest

from qovery_cli.config import profiles
from qovery_cli.config.profiles import Profile, StoredToken
from qovery_cli.errors import UsageError


@pytest.fixture
def written(tmp_path):
    def write(data):
        (tmp_path / "config.json").write_text(json.dumps(data))
        return tmp_path

    return write


def test_without_a_file_the_default_profile_is_active_and_empty(tmp_path):
    found = profiles.read(tmp_path)
    assert found.active == "default"
    assert found.profiles == {}
    assert found.get("default") == Profile("default")


def test_a_profile_is_read_whole(written):
    raw = {
        "api_url": "http://127.0.0.1:4000",
        "api_level": "1.0.3",
        "output": "json",
        "organization": "Acme",
        "cluster": "eu",
        "project": "shop",
        "token": {"storage": "inline", "url": "http://127.0.0.1:4000", "value": "sandbox"},
    }
    found = profiles.read(written({"version": 1, "active": "x", "profiles": {"x": raw}}))
    assert found.active == "x"
    assert found.get("x") == Profile(
        name="x",
        api_url="http://127.0.0.1:4000",
        api_level="1.0.3",
        output="json",
        scope={"organization": "Acme", "cluster": "eu", "project": "shop"},
        token=StoredToken("inline", "http://127.0.0.1:4000", value="sandbox"),
    )


def test_unknown_keys_are_no_error(written):
    found = profiles.read(written({"later": 1, "profiles": {"x": {"colour": ["red"]}}}))
    assert found.get("x") == Profile("x")


def test_an_empty_text_counts_as_not_set(written):
    found = profiles.read(written({"profiles": {"x": {"project": "", "api_url": None}}}))
    assert found.get("x") == Profile("x")


def test_unknown_profile_is_none(written):
    assert profiles.read(written({"profiles": {"x": {}}})).get("y") is None


def test_unknown_profile_error_lists_profiles(written):
    error = profiles.read(written({"profiles": {"prod": {}}})).unknown("prd", "--profile")
    assert error.message == "Profile 'prd' does not exist."
    assert error.hint.startswith("Did you mean 'prod'?")
    assert error.detail == ("profile prod", "profile default")


@pytest.mark.parametrize(
    ("data", "place"),
    [
        ({"version": "1"}, "version"),
        ({"version": True}, "version"),
        ({"version": 0}, "version"),
        ({"active": 1}, "active"),
        ({"profiles": []}, "profiles"),
        ({"profiles": {"x": "y"}}, "profiles.x"),
        ({"profiles": {"x": {"project": 1}}}, "profiles.x.project"),
        ({"profiles": {"x": {"api_url": ["a"]}}}, "profiles.x.api_url"),
        ({"profiles": {"x": {"token": "abc"}}}, "profiles.x.token"),
        ({"profiles": {"x": {"token": {"storage": "pocket"}}}}, "profiles.x.token.storage"),
        ({"profiles": {"x": {"token": {"storage": "file"}}}}, "profiles.x.token.url"),
        (
            {"profiles": {"x": {"token": {"storage": "file", "url": "acme"}}}},
            "profiles.x.token.url",
        ),
        (
            {"profiles": {"x": {"token": {"storage": "inline", "url": "https://a.test"}}}},
            "profiles.x.token.value",
        ),
    ],
)
def test_a_file_of_another_shape_is_refused_with_file_and_place(written, data, place):
    directory = written(data)
    with pytest.raises(UsageError) as raised:
        profiles.read(directory)
    assert raised.value.message.startswith(str(directory / "config.json"))
    assert raised.value.message.endswith(f"'{place}'.")


def test_file_of_a_newer_version_asks_for_an_upgrade(written):
    directory = written({"version": 2})
    with pytest.raises(UsageError, match="newer version"):
        profiles.read(directory)


@pytest.mark.parametrize("name", ["default", "prod-eu_1.x", "9", "a" * 64])
def test_a_name_may_have_letters_digits_and_a_few_signs(name):
    assert profiles.check_name(name) == name


@pytest.mark.parametrize("name", ["", "-x", ".x", "a b", "a/b", "é", "a\n", "a" * 65, "../x"])
def test_any_other_name_is_refused(name):
    with pytest.raises(UsageError):
        profiles.check_name(name)


def test_a_token_is_not_shown_where_a_profile_is():
    token = StoredToken("inline", "https://a.test", value="hidden-value")
    assert "hidden-value" not in repr(Profile("x", token=token))
