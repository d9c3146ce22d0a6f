import io

import pytest
from program import Keyboard, Screen

from qovery_cli.errors import UsageError
from qovery_cli.output.terminal import Terminal
from qovery_cli.session import EngineOptions, Runtime, Session
from qovery_cli.session.redaction import MASK, masked
from qovery_cli.session.secrets import secret_value


@pytest.fixture
def said():
    return io.StringIO()


@pytest.fixture
def session(tmp_path, said):
    def session(stdin="", **environ):
        runtime = Runtime(
            environ=environ,
            terminal=Terminal.of({}, io.StringIO(stdin), io.StringIO(), said),
            cwd=tmp_path,
            read_stdin=stdin.encode,
        )
        return Session(runtime, EngineOptions())

    return session


def refusal(session, given):
    with pytest.raises(UsageError) as caught:
        secret_value(session, "--password", given)
    assert caught.value.message.startswith("--password")
    return caught.value


def test_a_dash_reads_stdin_without_its_last_line_break(session):
    assert secret_value(session("s3cret\n"), "--password", "-") == "s3cret"


def test_an_at_sign_reads_a_file(session, tmp_path):
    file = tmp_path / "secret.txt"
    file.write_text("s3cret \n", encoding="utf-8")
    assert secret_value(session(), "--password", f"@{file}") == "s3cret "


def test_env_reads_a_variable_of_the_environment(session, said):
    asked = session(MY_SECRET="s3cret")
    assert secret_value(asked, "--password", "env:MY_SECRET") == "s3cret"
    assert said.getvalue() == ""


def test_a_secret_on_the_line_is_taken_with_a_warning_that_names_the_other_ways(session, said):
    assert secret_value(session(), "--password", "s3cret") == "s3cret"
    assert "--password env:NAME" in said.getvalue()
    assert "s3cret" not in said.getvalue()


def test_without_a_terminal_the_ways_to_give_it_are_named(session):
    error = refusal(session(), None)
    assert "--password @FILE" in error.hint


def test_a_variable_that_is_not_there_is_named(session):
    assert "environment variable MISSING is not set" in refusal(session(), "env:MISSING").message


@pytest.mark.parametrize("given", ["env:", "env:1", "env:a b"])
def test_env_takes_the_name_of_a_variable(session, given):
    assert "'env:' must be followed" in refusal(session(), given).message


@pytest.mark.parametrize("given", ["-", "env:EMPTY"])
def test_an_empty_source_is_refused(session, given):
    assert refusal(session("\n", EMPTY=""), given).message.endswith("is empty.")


@pytest.mark.parametrize("name", ["missing.txt", "", "a\0b"])
def test_a_file_that_cannot_be_read_is_named(session, name):
    message = refusal(session(), f"@{name}").message
    assert message.startswith(f"--password: file {name!r} ")


def test_a_file_that_is_no_text_is_refused(session, tmp_path):
    file = tmp_path / "secret.bin"
    file.write_bytes(b"\xff\xfe\xff")
    assert "not valid UTF-8 (line 1, column 1)" in refusal(session(), f"@{file}").message


def test_stdin_is_read_for_one_secret_only(session):
    asked = session("s3cret")
    secret_value(asked, "--number", "-")
    error = refusal(asked, "-")
    assert error.message == "--password - and --number - cannot both read standard input."
    assert "env:NAME" in error.hint


def test_recorded_secret_is_masked_in_any_field(session):
    asked = session()
    secret_value(asked, "--value", "s3cret")
    body = {"key": "A", "value": "s3cret", "list": ["s3cret", "x"]}
    assert masked(body, secrets=asked.secrets) == {"key": "A", "value": MASK, "list": [MASK, "x"]}


def test_missing_secret_without_terminal_lists_the_sources(session):
    with pytest.raises(UsageError) as caught:
        secret_value(session(), "--value", None)
    assert caught.value.message == "--value is missing, and stdin is not a terminal."
    assert "--value @FILE" in str(caught.value.hint)


@pytest.fixture
def typing(tmp_path, monkeypatch):
    """Return a function that opens a session whose user types a secret at a terminal."""

    def typing(text):
        monkeypatch.setattr("getpass.getpass", lambda *_, **__: text)
        stderr = Screen()
        terminal = Terminal.of({}, Keyboard(""), Screen(), stderr)
        runtime = Runtime(environ={}, terminal=terminal, cwd=tmp_path, read_stdin=lambda: b"")
        return Session(runtime, EngineOptions())

    return typing


def test_secret_is_typed_without_echo(typing):
    session = typing("s3cret")
    assert secret_value(session, "--password", None) == "s3cret"
    assert session.secrets == {"s3cret"}


def test_empty_input_is_refused(typing):
    assert refusal(typing(""), None).message == "--password: the input is empty."


def test_empty_secret_can_be_requested_with_a_warning(session):
    opened = session()
    assert secret_value(opened, "--password", "") == ""
    assert "will have no value" in opened.terminal.stderr._stream.getvalue()
