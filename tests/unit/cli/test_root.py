import json

import pytest

from qovery_cli.cli import dispatch
from qovery_cli.errors import AuthError, UsageError


@pytest.fixture
def running(ran, monkeypatch):
    """Return a function that runs a line with a replaced command body."""

    def running(line, does):
        monkeypatch.setattr(dispatch, "run_command", does)
        return ran(line)

    return running


def test_exit_code_of_the_command_is_returned(running):
    assert running("app list", lambda *_: 7).code == 7
    assert running("app list", lambda *_: None).code == 0


def test_error_is_printed_on_stderr_with_its_exit_code(running):
    def fails(*_):
        raise AuthError("No token.", hint="qovery auth login")

    ended = running("app list", fails)
    assert (ended.code, ended.out) == (3, "")
    assert ended.err == "error: No token.\nhint: qovery auth login\n"


def test_error_is_json_with_json_output(running):
    def fails(*_):
        raise AuthError("No token.", hint="qovery auth login", request_id="r1", http=401)

    for line in ("app list -o json", "-o json app list", "app list --json", "app list -o ndjson"):
        document = json.loads(running(line, fails).err)
        assert (document["code"], document["exit"], document["http"]) == ("auth", 3, 401)
        assert document["request_id"] == "r1"


def test_a_usage_error_without_a_hint_points_to_help(running):
    def fails(*_):
        raise UsageError("That is no number.")

    assert running("app create", fails).hint == "See `qovery app create --help`."


def test_unexpected_exception_is_not_swallowed(running):
    def broken(*_):
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        running("app list", broken)


def test_closed_pipe_raises_broken_pipe_error(running, monkeypatch):
    import errno
    import sys

    def closed(*_):
        raise BrokenPipeError(errno.EPIPE, "Broken pipe")

    monkeypatch.setattr(sys, "stdout", sys.stdout)
    monkeypatch.setattr(sys, "stderr", sys.stderr)
    with pytest.raises(BrokenPipeError):
        running("app list", closed)


def test_global_options_before_and_after_the_command_are_merged(running):
    seen = []
    running("--filter a=1 app --filter b=2 list -o csv --debug", lambda *a: seen.append(a[2]))
    assert seen == [{"filter": ["a=1", "b=2"], "output": "csv", "debug": True}]


def test_later_global_option_overrides_earlier(running):
    seen = []
    running("-o json app -o yaml list -o csv", lambda *a: seen.append(a[2]["output"]))
    assert seen == ["csv"]


def test_group_alias_resolves_to_the_group(running):
    seen = []
    running("application list", lambda *a: seen.append(a[0].command))
    assert seen == ["app list"]


@pytest.mark.parametrize("line", ["ap list", "app lst", "app list --evn x", "app get a b c"])
def test_parse_error_exits_2_and_points_to_help(line, ran):
    ended = ran(line)
    assert (ended.code, ended.out) == (2, "")
    assert ended.sentence[0].isupper()
    assert "--help" in ended.hint


@pytest.mark.parametrize("words", ["-o json", "--output json", "--output=json", "-ojson", "--json"])
def test_parse_error_is_json_with_json_output(words, ran):
    ended = ran(f"app list --nope {words}")
    assert json.loads(ended.err)["exit"] == 2


def test_missing_option_value_points_to_the_command_help(ran):
    ended = ran("-o table app domain list --app")
    assert ended.code == 2
    assert "qovery app domain list --help" in ended.err


def test_group_without_command_prints_help_on_stderr_and_exits_2(ran):
    ended = ran("app domain")
    assert (ended.code, ended.out) == (2, "")
    assert "qovery app domain COMMAND" in ended.err
    assert ended.sentence == "`qovery app domain` requires a command."


def test_program_without_arguments_prints_help_and_exits_0(ran):
    ended = ran("")
    assert (ended.code, ended.err) == (0, "")
    assert "Shared options:" in ended.out
