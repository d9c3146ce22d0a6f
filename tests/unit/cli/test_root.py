import json

import pytest

from qovery_cli.cli import dispatch
from qovery_cli.errors import AuthError, UsageError


@pytest.fixture
def running(ran, monkeypatch):
    """Run a line whose command does what a function does."""

    def running(line, does):
        monkeypatch.setattr(dispatch, "run_command", does)
        return ran(line)

    return running


def test_the_exit_code_that_a_command_returns_is_that_of_the_program(running):
    assert running("app list", lambda *_: 7).code == 7
    assert running("app list", lambda *_: None).code == 0


def test_an_error_is_told_on_stderr_with_its_code(running):
    def fails(*_):
        raise AuthError("No token.", hint="qovery auth login")

    ended = running("app list", fails)
    assert (ended.code, ended.out) == (3, "")
    assert ended.err == "error: No token.\nhint: qovery auth login\n"


def test_an_error_is_json_where_json_is_asked_for(running):
    def fails(*_):
        raise AuthError("No token.", hint="qovery auth login", request_id="r1", http=401)

    for line in ("app list -o json", "-o json app list", "app list --json", "app list -o ndjson"):
        told = json.loads(running(line, fails).err)
        assert (told["code"], told["exit"], told["http"]) == ("auth", 3, 401)
        assert told["request_id"] == "r1"


def test_a_usage_error_without_a_hint_points_to_help(running):
    def fails(*_):
        raise UsageError("That is no number.")

    assert running("app create", fails).hint == "qovery app create --help shows what is accepted."


def test_a_mistake_of_ours_is_not_swallowed(running):
    def broken(*_):
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        running("app list", broken)


def test_a_pipe_that_is_closed_is_seen_by_the_edge(running, monkeypatch):
    import errno
    import sys

    def closed(*_):
        raise BrokenPipeError(errno.EPIPE, "Broken pipe")

    monkeypatch.setattr(sys, "stdout", sys.stdout)
    monkeypatch.setattr(sys, "stderr", sys.stderr)
    with pytest.raises(BrokenPipeError):
        running("app list", closed)


def test_shared_options_of_every_level_reach_the_command(running):
    seen = []
    running("--filter a=1 app --filter b=2 list -o csv --debug", lambda *a: seen.append(a[2]))
    assert seen == [{"filter": ["a=1", "b=2"], "output": "csv", "debug": True}]


def test_the_later_one_of_two_wins(running):
    seen = []
    running("-o json app -o yaml list -o csv", lambda *a: seen.append(a[2]["output"]))
    assert seen == ["csv"]


def test_an_alias_of_a_group_leads_to_it(running):
    seen = []
    running("application list", lambda *a: seen.append(a[0].command))
    assert seen == ["app list"]


@pytest.mark.parametrize("line", ["ap list", "app lst", "app list --evn x", "app get a b c"])
def test_what_cannot_be_parsed_is_2_with_a_way_to_help(line, ran):
    ended = ran(line)
    assert (ended.code, ended.out) == (2, "")
    assert ended.sentence[0].isupper()
    assert "--help" in ended.hint


@pytest.mark.parametrize("words", ["-o json", "--output json", "--output=json", "-ojson", "--json"])
def test_what_cannot_be_parsed_is_json_where_json_is_asked_for(words, ran):
    ended = ran(f"app list --nope {words}")
    assert json.loads(ended.err)["exit"] == 2


def test_an_option_without_its_value_leads_to_the_help_of_its_command(ran):
    ended = ran("-o table app domain list --app")
    assert ended.code == 2
    assert "qovery app domain list --help" in ended.err


def test_a_group_alone_shows_its_page_on_stderr_and_is_2(ran):
    ended = ran("app domain")
    assert (ended.code, ended.out) == (2, "")
    assert "qovery app domain COMMAND" in ended.err
    assert ended.sentence == "'qovery app domain' needs a command."


def test_the_program_alone_shows_its_page_and_is_0(ran):
    ended = ran("")
    assert (ended.code, ended.err) == (0, "")
    assert "Shared options:" in ended.out
