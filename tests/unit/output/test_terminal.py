import errno
import io
import sys

import pytest

from qovery_cli.errors import QoveryError
from qovery_cli.output.terminal import SafeStream, Terminal, send


class Tty(io.StringIO):
    def isatty(self):
        return True


def of(environ=None, *, stdin=None, stdout=None, stderr=None):
    return Terminal.of(
        environ or {},
        Tty() if stdin is None else stdin,
        Tty() if stdout is None else stdout,
        Tty() if stderr is None else stderr,
    )


pytestmark = pytest.mark.skipif(
    sys.platform == "win32", reason="a console cannot be imitated by a text in memory there"
)


def test_a_terminal_is_coloured():
    assert (of().color_out, of().color_err) == (True, True)


def test_a_pipe_is_not_coloured():
    terminal = of(stdout=io.StringIO())
    assert (terminal.interactive_out, terminal.color_out) == (False, False)


def test_no_color_takes_the_colours_of_a_terminal():
    assert not of({"NO_COLOR": "1"}).color_out


def test_an_empty_no_color_changes_nothing():
    assert of({"NO_COLOR": ""}).color_out


def test_force_color_colours_a_pipe_that_stays_a_pipe():
    terminal = of({"FORCE_COLOR": "1"}, stdout=io.StringIO())
    assert (terminal.color_out, terminal.interactive_out) == (True, False)


def test_force_color_0_takes_the_colours():
    assert not of({"FORCE_COLOR": "0"}).color_out


def test_no_color_beats_force_color():
    assert not of({"NO_COLOR": "1", "FORCE_COLOR": "1"}).color_out


def test_a_dumb_terminal_has_no_colours_and_no_live_lines():
    terminal = of({"TERM": "dumb"})
    assert (terminal.color_out, terminal.live, terminal.interactive_out) == (False, False, True)


def test_a_terminal_has_live_lines():
    assert of().live


def test_columns_is_the_width():
    assert of({"COLUMNS": "132"}).width == 132


def test_terminal_width_beats_columns():
    assert of({"COLUMNS": "132", "TERMINAL_WIDTH": "44"}).width == 44


@pytest.mark.parametrize("given", ["", "0", "-3", "wide", "9" * 5000, "²"])
def test_invalid_width_is_ignored(given):
    assert of({"COLUMNS": given}).width == 80


def test_terminal_can_prompt():
    assert of().can_ask


@pytest.mark.parametrize("missing", ["stdin", "stderr"])
def test_no_prompt_unless_all_streams_are_terminals(missing):
    assert not of(**{missing: io.StringIO()}).can_ask


@pytest.mark.parametrize(("value", "asked"), [("true", False), ("1", False), ("false", True)])
def test_no_prompt_in_ci(value, asked):
    assert of({"CI": value}).can_ask is asked


def test_a_terminal_in_ci_has_no_live_lines():
    assert not of({"CI": "true"}).live


def test_missing_streams_are_written_to_without_an_error():
    terminal = Terminal.of({}, None, None, None)
    terminal.write("data")
    terminal.tell("notice")
    assert not terminal.can_ask


def test_closed_streams_are_written_to_without_an_error():
    closed = io.StringIO()
    closed.close()
    terminal = Terminal.of({}, closed, closed, closed)
    terminal.stdout.write("data")
    assert (terminal.stdin, terminal.interactive_out) == (None, False)


def test_unencodable_characters_are_replaced():
    raw = io.BytesIO()
    stream = io.TextIOWrapper(raw, encoding="ascii", newline="")
    of(stdout=stream).write("naïve ✓\n")
    assert raw.getvalue() == b"na?ve ?\n"


def test_writing_to_the_stream_itself_is_as_safe():
    raw = io.BytesIO()
    stream = io.TextIOWrapper(raw, encoding="ascii")
    of(stdout=stream).stdout.write("✓")
    assert raw.getvalue() == b"?"


def test_a_lone_surrogate_is_replaced():
    raw = io.BytesIO()
    stream = io.TextIOWrapper(raw, encoding="utf-8")
    of(stdout=stream).write("\ud800")
    assert raw.getvalue() == b"?"


@pytest.mark.parametrize(
    ("encoding", "unicode"),
    [("utf-8", True), ("UTF8", True), ("ascii", False), ("latin-1", False), ("cp437", False)],
)
def test_unicode_follows_the_encoding(encoding, unicode):
    stream = io.TextIOWrapper(io.BytesIO(), encoding=encoding)
    assert of(stdout=stream).unicode is unicode


def test_unknown_encoding_is_not_unicode():
    class Odd(io.StringIO):
        encoding = "klingon"

    assert not of(stdout=Odd()).unicode


def test_data_is_flushed_at_once():
    flushed = []

    class Stream(io.StringIO):
        def flush(self):
            flushed.append(self.getvalue())

    of(stdout=Stream()).write("data")
    assert "data" in flushed


class Broken(io.StringIO):
    def write(self, _text):
        raise BrokenPipeError(errno.EPIPE, "Broken pipe")


def test_closed_pipe_of_data_is_an_error():
    with pytest.raises(BrokenPipeError):
        of(stdout=Broken()).write("data")


def test_closed_stderr_is_no_error():
    of(stderr=Broken()).tell("notice")


def test_a_windows_pipe_without_a_reader_is_a_broken_pipe(monkeypatch):
    class Invalid(io.StringIO):
        def write(self, _text):
            raise OSError(errno.EINVAL, "Invalid argument")

    monkeypatch.setattr(sys, "platform", "win32")
    with pytest.raises(BrokenPipeError):
        send(Invalid(), "data")


class Full(io.StringIO):
    def flush(self):
        raise OSError(errno.ENOSPC, "No space left on device")


def test_a_full_device_is_an_error():
    with pytest.raises(QoveryError, match="cannot be written: no space left on device"):
        of(stdout=Full()).write("data")


def test_stderr_write_errors_are_ignored():
    of(stderr=Full()).tell("a notice")


def test_a_missing_stream_has_no_descriptor():
    with pytest.raises(io.UnsupportedOperation):
        SafeStream(None).fileno()
