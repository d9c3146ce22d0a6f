"""Profiles and what they keep: show, use, set, unset, list."""

import sys
from concurrent.futures import ThreadPoolExecutor

import pytest


def settings(qovery, **env):
    found = qovery("context show -o json", env=env).json
    return {one["setting"]: (one["value"], one["origin"]) for one in found}


def test_every_value_is_shown_with_its_origin(qovery, home):
    home.write(".qovery.yaml", "organization: Acme\nproject: storefront\n")
    found = settings(qovery, QOVERY_API_LEVEL="1.0.3", QOVERY_CLUSTER="aws-prod")
    assert found["organization"][0] == "Acme"
    assert found["cluster"] == ("aws-prod", "QOVERY_CLUSTER")
    assert found["api_level"] == ("1.0.3", "QOVERY_API_LEVEL")
    assert found["project"][0] == "storefront"
    assert found["project"][1].endswith(".qovery.yaml")
    assert found["environment"] == (None, None)
    assert found["api_url"] == ("https://api.qovery.com", "default")
    assert found["output"] == ("json", "--output")


def test_names_are_looked_up_before_they_are_kept(qovery, sandbox):
    ended = qovery("context set --project STOREFRONT --env staging", env=sandbox.environ)
    assert ended.code == 0, ended
    found = settings(qovery)
    assert found["project"] == ("storefront", "profile default")
    assert found["environment"] == ("staging", "profile default")


def test_a_name_that_is_not_there_is_not_kept(qovery, sandbox):
    ended = qovery("context set --project nothing-such", env=sandbox.environ)
    assert ended.code == 4
    assert settings(qovery)["project"] == (None, None)


def test_a_name_can_be_kept_unseen(qovery):
    assert qovery("context set --project anything --no-check").code == 0
    assert settings(qovery)["project"][0] == "anything"


def test_setting_a_project_forgets_what_was_below_the_old_one(qovery):
    qovery("context set --project one --env staging --no-check")
    qovery("context set --project two --no-check")
    found = settings(qovery)
    assert found["project"][0] == "two"
    assert found["environment"] == (None, None)


def test_settings_of_the_output_are_kept(qovery, sandbox):
    assert qovery("context set --format json").code == 0
    assert isinstance(qovery("project list", env=sandbox.environ).json, list)
    assert qovery("project list -o name", env=sandbox.environ).out.startswith(("s", "d", "e", "p"))


def test_unset_forgets_one_or_everything(qovery):
    qovery("context set --project one --env staging --format wide --no-check")
    assert qovery("context unset environment").code == 0
    assert settings(qovery)["environment"] == (None, None)
    assert settings(qovery)["project"][0] == "one"
    assert qovery("context unset --everything").code == 0
    assert settings(qovery)["project"] == (None, None)
    assert qovery("context show").out.startswith("SETTING")


def test_unset_of_something_unknown_is_refused(qovery):
    ended = qovery("context unset proyect")
    assert ended.code == 2
    assert "project" in ended.err


def test_nothing_to_set_or_unset_is_refused(qovery):
    assert qovery("context set").code == 2
    assert qovery("context unset").code == 2
    assert qovery("context use").code == 2


def test_use_changes_the_active_profile(qovery):
    qovery("context set --project one --no-check --profile work")
    assert settings(qovery)["project"] == (None, None)
    assert qovery("context use work").code == 0
    assert settings(qovery)["project"] == ("one", "profile work")
    active = [one["name"] for one in qovery("context list -o json").json if one["active"]]
    assert active == ["work"]


def test_use_of_an_unknown_profile_is_refused(qovery):
    ended = qovery("context use nothing")
    assert ended.code == 2
    assert ended.out == ""


def test_list_shows_every_profile_but_no_token(qovery):
    qovery("context set --project one --no-check --profile work")
    found = qovery("context list -o json").json
    assert {one["name"] for one in found} == {"default", "work"}


@pytest.mark.parametrize(
    "words",
    [
        ["--api-url", "ftp://x"],
        ["--api-url", "http://api.qovery.com"],
        ["--api-level", "2.0"],
        ["--format", "html"],
        ["--profile", "../x", "--project", "a", "--no-check"],
    ],
)
def test_a_value_that_cannot_be_is_refused(words, qovery):
    ended = qovery("context set", *words)
    assert ended.code == 2, ended
    assert ended.out == ""


def test_two_that_write_at_once_lose_nothing(qovery):
    names = [f"p{number}" for number in range(6)]
    with ThreadPoolExecutor(6) as pool:
        lines = [f"context set --project x --no-check --profile {name}" for name in names]
        codes = [ended.code for ended in pool.map(qovery, lines)]
    assert codes == [0] * 6
    kept = {one["name"] for one in qovery("context list -o json").json}
    assert set(names) <= kept


def test_corrupt_file_is_reported_and_left_as_it_is(qovery, home):
    file = home.write("config/config.json", "{not json")
    ended = qovery("context show")
    assert ended.code == 2
    assert str(file) in ended.err
    assert file.read_text() == "{not json"
    assert qovery("context set --project x --no-check").code == 2
    assert file.read_text() == "{not json"


@pytest.mark.parametrize(
    "text", ["[]", '"x"', '{"profiles": []}', "\x00\x01", '{"profiles": {"a": 3}}']
)
def test_file_of_another_shape_is_reported(text, qovery, home):
    home.write("config/config.json", text)
    ended = qovery("context show")
    assert ended.code == 2, ended
    assert "Traceback" not in ended.err


@pytest.mark.skipif(sys.platform == "win32", reason="modes of files are another matter there")
def test_folder_that_cannot_be_written_is_reported(qovery, home):
    home.write("blocked", "a file where a folder is wanted")
    environ = {"QOVERY_CONFIG_DIR": str(home.path / "blocked")}
    ended = qovery("context set --project x --no-check", env=environ)
    assert ended.code == 2, ended
    assert "blocked" in ended.err
    assert "Traceback" not in ended.err
