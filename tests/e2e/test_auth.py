"""Signing in, being signed in, and signing out."""

import json
import stat
import sys

import pytest

SECRET = "qov_a1b2c3d4e5f6a7b8c9"


@pytest.fixture
def here(sandbox):
    """The address of the sandbox, without a token."""
    return {"QOVERY_API_URL": sandbox.url, "QOVERY_API_LEVEL": sandbox.level}


@pytest.fixture
def token(sandbox):
    """A token that the sandbox has made, of the length that real ones have."""
    organization = sandbox.items("/organization")[0]["id"]
    body = {"name": sandbox.new_name("ci"), "description": "", "scope": "ADMIN"}
    made = sandbox.call("POST", f"/organization/{organization}/apiToken", body)
    sandbox.forget()
    return made["token"]


def make_profile(qovery, here, name):
    """Make a profile with a URL of its own, which counts with ``--profile``."""
    words = f"context set --profile {name} --api-level 1.0.3 --api-url {here['QOVERY_API_URL']}"
    assert qovery(words).code == 0


def login(qovery, here, token, *words):
    return qovery("auth login --insecure-storage", *words, env=here, stdin=f"{token}\n")


def test_no_token_names_the_ways_in(qovery):
    ended = qovery("project list")
    assert ended.code == 3
    assert ended.out == ""
    assert "not signed in" in ended.sentence
    for way in ("qovery auth login", "QOVERY_API_TOKEN", "qovery sandbox"):
        assert way in ended.hint


@pytest.mark.parametrize(
    "variable", ["QOVERY_API_TOKEN", "QOVERY_CLI_ACCESS_TOKEN", "Q_CLI_ACCESS_TOKEN"]
)
def test_a_token_from_a_variable(variable, ran, here):
    assert ran("project list", env={**here, variable: "sandbox"}).code == 0


def test_the_first_of_the_variables_counts(ran, here):
    environ = {**here, "QOVERY_API_TOKEN": "nope", "Q_CLI_ACCESS_TOKEN": "sandbox"}
    assert ran("project list", env=environ).code == 3


def test_refused_token_is_reported_and_nothing_is_on_stdout(qovery, here):
    ended = qovery("project list -o json", env={**here, "QOVERY_API_TOKEN": SECRET})
    assert ended.code == 3
    assert ended.out == ""
    assert ended.error["http"] == 401
    assert "token" in ended.error["message"].lower()
    assert ended.error["hint"]
    assert SECRET not in ended.err


def test_login_from_stdin_tries_the_token_and_keeps_it(qovery, here, token):
    ended = login(qovery, here, token, "-o", "json")
    assert ended.code == 0, ended
    assert ended.json["storage"] == "file"
    assert ended.json["sees"]
    assert token not in ended.out + ended.err
    assert qovery("project list", env=here).code == 0


def test_login_with_a_refused_token_keeps_nothing(qovery, here, home):
    ended = login(qovery, here, SECRET)
    assert ended.code == 3
    assert SECRET not in ended.out + ended.err
    assert qovery("project list", env=here).code == 3
    kept = [path.read_text() for path in home.config.rglob("*") if path.is_file()]
    assert SECRET not in "".join(kept)


def test_login_with_nothing_on_stdin_states_where_to_make_a_token(qovery, here):
    ended = qovery("auth login", env=here)
    assert ended.code == 2
    assert ended.out == ""
    assert "console.qovery.com" in ended.err


@pytest.mark.parametrize("text", ["two words", "Bearer abc", "a\nb", "é"])
def test_login_with_what_cannot_be_a_token(text, qovery, here):
    ended = login(qovery, here, text)
    assert ended.code == 3, ended
    assert "Traceback" not in ended.err


@pytest.mark.skipif(sys.platform == "win32", reason="modes of files are another matter there")
def test_files_are_for_the_user_alone(qovery, here, token, home):
    login(qovery, here, token)
    files = [path for path in home.config.rglob("*") if path.is_file() and path.suffix == ".json"]
    assert files
    assert {stat.S_IMODE(path.stat().st_mode) for path in files} == {0o600}


def test_without_a_keyring_a_file_needs_consent(qovery, here, token, home):
    ended = qovery("auth login", env=here, stdin=token)
    assert ended.code == 2, ended
    assert "--insecure-storage" in ended.hint
    kept = [path.read_text() for path in home.config.rglob("*") if path.is_file()]
    assert token not in "".join(kept)


def test_status_reports_where_the_token_comes_from_and_that_it_works(qovery, here, token):
    login(qovery, here, token)
    ended = qovery("auth status -o json", env=here)
    assert ended.code == 0, ended
    assert ended.json["works"] is True
    assert ended.json["storage"] == "file"
    assert ended.json["plain_text"] is True
    assert token not in ended.out


def test_status_of_a_variable(qovery, sandbox):
    ended = qovery("auth status -o json", env=sandbox.environ)
    assert ended.json["source"] == "QOVERY_API_TOKEN"
    assert ended.json["storage"] == "variable"


def test_status_of_a_refused_token_shows_it_and_exits_3(qovery, here):
    ended = qovery("auth status -o json", env={**here, "QOVERY_API_TOKEN": SECRET})
    assert ended.code == 3
    assert ended.json["works"] is False
    assert SECRET not in ended.out + ended.err


def test_status_without_a_token_exits_3(qovery):
    ended = qovery("auth status")
    assert ended.code == 3
    assert "not signed in" in ended.sentence


def test_token_prints_it_for_another_program(qovery, here, token):
    login(qovery, here, token)
    assert qovery("auth token", env=here).out == f"{token}\n"
    assert qovery("auth token --header", env=here).out == f"Token {token}\n"


def test_a_token_in_three_parts_is_a_jwt_and_sent_as_bearer(ran, here):
    environ = {**here, "QOVERY_API_TOKEN": "aaaa.bbbb.cccc"}
    assert ran("auth token --header", env=environ).out == "Bearer aaaa.bbbb.cccc\n"


def test_logout_forgets_the_token(qovery, here, token, home):
    login(qovery, here, token)
    assert qovery("auth logout", env=here).code == 0
    assert qovery("project list", env=here).code == 3
    kept = [path.read_text() for path in home.config.rglob("*") if path.is_file()]
    assert token not in "".join(kept)


def test_logout_twice_is_no_error(qovery, here):
    ended = qovery("auth logout", env=here)
    assert ended.code == 0
    assert "no stored token" in ended.err


def test_a_stored_token_goes_to_its_own_host_only(qovery, here, token, sandbox):
    login(qovery, here, token)
    other = sandbox.url.replace("127.0.0.1", "localhost")
    sandbox.forget()
    ended = qovery("project list", env={**here, "QOVERY_API_URL": other})
    assert ended.code == 3
    assert "127.0.0.1" in ended.sentence
    assert "localhost" in ended.sentence
    assert sandbox.requests == []


def test_profiles_have_tokens_of_their_own(qovery, here, token):
    make_profile(qovery, here, "work")
    ended = login(qovery, {}, token, "--profile", "work")
    assert ended.code == 0, ended
    assert qovery("project list", env=here).code == 3
    assert qovery("project list --profile work", env=here).code == 0


def test_a_profile_on_the_command_line_beats_the_variables(qovery, here, token):
    make_profile(qovery, here, "work")
    login(qovery, {}, token, "--profile", "work")
    environ = {"QOVERY_API_URL": "http://127.0.0.1:1", "QOVERY_API_TOKEN": "nope"}
    ended = qovery("project list --profile work", env=environ)
    assert ended.code == 0, ended


def test_a_new_profile_is_made_for_the_api_of_the_environment(qovery, here, token, home, sandbox):
    ended = login(qovery, here, token, "--profile", "new", "-o", "json")
    assert ended.code == 0, ended
    assert ended.json["api_url"] == sandbox.url
    kept = json.loads((home.config / "config.json").read_text())["profiles"]["new"]
    assert (kept["api_url"], kept["api_level"]) == (sandbox.url, sandbox.level)
    # Without the variables, the profile alone says where its API is.
    assert qovery("project list --profile new").code == 0


def test_ignored_url_is_reported_at_login(qovery, here, token, sandbox):
    make_profile(qovery, here, "work")
    environ = {"QOVERY_API_URL": "http://127.0.0.1:1"}
    ended = login(qovery, environ, token, "--profile", "work")
    assert ended.code == 0, ended
    assert f"QOVERY_API_URL is ignored: profile work is for {sandbox.url}" in ended.err


@pytest.mark.parametrize("around", ["{}\n", " {} ", "\r\n{}\r\n"])
def test_white_space_around_a_token_is_dropped(around, qovery, here, token, home):
    text = around.format(token)
    assert qovery("project list", env={**here, "QOVERY_API_TOKEN": text}).code == 0
    ended = qovery("auth login --insecure-storage", stdin=text, env=here)
    assert ended.code == 0, ended
    assert qovery("auth token", env=here).out == f"{token}\n"
    file = home.config / "credentials.json"
    kept = json.loads(file.read_text())
    kept["tokens"]["default"]["token"] = text
    file.write_text(json.dumps(kept))
    assert qovery("project list", env=here).code == 0
    assert qovery("auth token --header", env=here).out == f"Token {token}\n"


def test_white_space_around_a_typed_token_is_dropped(ran, here, token, monkeypatch):
    monkeypatch.setattr("getpass.getpass", lambda *_, **__: f" {token} ")
    ended = ran("auth login --insecure-storage", typed="", env=here)
    assert ended.code == 0, ended
    assert ran("auth token", env=here).out == f"{token}\n"


def test_an_unknown_profile_names_those_there_are(qovery, here):
    make_profile(qovery, here, "work")
    ended = qovery("project list --profile wrok", env=here)
    assert ended.code == 2
    assert "work" in ended.err
