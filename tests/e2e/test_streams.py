"""Signals, closed pipes and terminals: what a process must stand."""

import os
import re
import signal
import subprocess
import sys
import time

import pytest
from round_trip_proxy import in_front_of

posix = pytest.mark.skipif(sys.platform == "win32", reason="pipes, signals and terminals of POSIX")


@pytest.fixture
def hanging(qovery, shop):
    """A program that waits for something that never ends, once it has begun to wait."""
    id = shop.application("hang")
    with qovery.started("app deploy hang --wait", env=shop.environ) as process:
        shop.until("application", id, "BUILDING", "DEPLOYING", "DEPLOYMENT_QUEUED")
        while len([one for one in shop.sandbox.requests if one.endswith("/status")]) < 2:
            assert process.poll() is None
        yield process


@posix
@pytest.mark.parametrize(("sign", "code"), [("SIGINT", 130), ("SIGTERM", 143), ("SIGHUP", 129)])
def test_signal_in_a_wait_states_what_continues(sign, code, hanging, shop, ran):
    hanging.send_signal(getattr(signal, sign))
    out, err = hanging.communicate(timeout=20)
    assert hanging.returncode == code
    assert out == ""
    assert "Traceback" not in err
    assert "error" not in err
    last = err.splitlines()[-1]
    assert last.startswith("The deploy continues.")
    look, cancel = re.findall("`qovery (.+?)`", last)
    assert look == f"app status hang --project {shop.project} --env staging"
    for command in (look, cancel):
        ended = ran(command, env=shop.sandbox.environ)
        assert ended.code == 0, ended


@posix
def test_ctrl_c_in_a_wait_shows_the_cursor_again(qovery, shop):
    shop.application("hang")
    screen, code = at_a_terminal(
        qovery, "app deploy hang --wait", b"\x03", shop.environ, until=b"DEPLOYING"
    )
    assert code == 130, screen
    assert screen.rfind(b"\x1b[?25h") > screen.rfind(b"\x1b[?25l") > -1
    assert b"The deploy continues." in screen


_SIGNAL_AT_AN_IMPORT = """
import os, sys
from qovery_cli import main
left = [{count}]
def count(event, args):
    left[0] -= event == "import"
    if left[0] == 0:
        left[0] = -1
        os.kill(os.getpid(), {sign})
sys.argv[1:] = ["app", "list"]
sys.addaudithook(count)
main.main()
"""


@posix
@pytest.mark.parametrize("count", [2, 4, 10, 30, 60, 100, 150])
@pytest.mark.parametrize(("sign", "code"), [(2, 130), (15, 143), (1, 129)])
def test_a_signal_while_the_program_starts_is_like_a_later_one(sign, code, count, home, sandbox):
    script = _SIGNAL_AT_AN_IMPORT.format(count=count, sign=sign)
    ended = subprocess.run(
        [sys.executable, "-c", script],
        env={**home.environ, **sandbox.environ},
        capture_output=True,
        check=False,
    )
    assert (ended.returncode, ended.stdout, ended.stderr) == (code, b"", b"")


@posix
def test_ctrl_c_among_look_ups_is_130(qovery, shop_104):
    with in_front_of(shop_104.sandbox.url, quiet=3600) as never:
        place = {"QOVERY_API_URL": never.url, "QOVERY_ORGANIZATION": shop_104.organization}
        with qovery.started("app get api", env={**shop_104.environ, **place}) as process:
            while len(never.requests) < 3:
                assert process.poll() is None
            process.send_signal(signal.SIGINT)
            out, err = process.communicate(timeout=20)
    assert (process.returncode, out) == (130, "")
    assert "Traceback" not in err


@posix
def test_a_termination_is_143(hanging):
    hanging.send_signal(signal.SIGTERM)
    out, err = hanging.communicate(timeout=20)
    assert hanging.returncode == 143
    assert out == ""
    assert "Traceback" not in err


@posix
def test_ctrl_c_at_a_prompt_is_130(qovery, shop):
    shop.application("api")
    screen, code = at_a_terminal(qovery, "app delete api", b"\x03", shop.environ, until=b"[y/N]")
    assert code == 130, screen
    assert b"Traceback" not in screen
    assert shop.sandbox.changes == []


@posix
def test_a_pipe_that_closes_is_141_without_a_word(qovery, sandbox):
    words = qovery.command("commands -o json")
    process = subprocess.Popen(
        words, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=qovery.home.environ
    )
    assert process.stdout is not None
    assert process.stderr is not None
    with process:
        process.stdout.read(10)
        process.stdout.close()
        said = process.stderr.read()
    assert process.returncode == 141
    assert said == b""


@posix
@pytest.mark.parametrize("line", ["--help", "--version", "app create --help", "commands"])
def test_a_pipe_that_is_closed_already_is_141_or_done(line, qovery):
    reader, writer = os.pipe()
    os.close(reader)
    try:
        ended = subprocess.run(
            qovery.command(line),
            stdout=writer,
            stderr=subprocess.PIPE,
            env=qovery.home.environ,
            check=False,
        )
    finally:
        os.close(writer)
    assert ended.returncode == 141
    assert ended.stderr == b""


def with_full(stream, line, qovery, sandbox):
    """Return what comes of a command one of whose streams is a full device."""
    streams = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    with open("/dev/full", "wb") as full:  # noqa: PTH123 - a device, not a file of ours
        return subprocess.run(
            qovery.command(line),
            env={**qovery.home.environ, **sandbox.environ},
            check=False,
            **{**streams, stream: full},
        )


@posix
@pytest.mark.parametrize("line", ["project list -o json", "project list", "--version", "--help"])
def test_full_device_is_reported(line, qovery, sandbox):
    ended = with_full("stdout", line, qovery, sandbox)
    assert ended.returncode == 1
    assert b"The output cannot be written" in ended.stderr


@posix
@pytest.mark.parametrize(
    ("line", "code"),
    [("project list -o id", 0), ("project lst", 2), ("project get nope -o json", 4)],
)
def test_exit_code_is_kept_if_stderr_cannot_be_written(line, code, qovery, sandbox):
    assert with_full("stderr", line, qovery, sandbox).returncode == code


@posix
@pytest.mark.parametrize("closed", ["<&-", "2>&-", ">&-"])
def test_a_stream_may_be_closed_from_the_start(closed, qovery, sandbox):
    ended = subprocess.run(
        ["sh", "-c", f'exec "$@" {closed}', "sh", *qovery.command("project list -o json")],
        env={**qovery.home.environ, **sandbox.environ},
        capture_output=True,
        check=False,
    )
    assert ended.returncode == 0, ended
    assert b"Traceback" not in ended.stderr


@posix
def test_stdin_closed_where_a_prompt_would_come_names_the_flag(qovery, shop):
    shop.application("api")
    ended = subprocess.run(
        ["sh", "-c", 'exec "$@" <&-', "sh", *qovery.command("app delete api")],
        env={**qovery.home.environ, **shop.environ},
        capture_output=True,
        text=True,
        check=False,
    )
    assert ended.returncode == 2
    assert "--yes" in ended.stderr
    assert "Traceback" not in ended.stderr
    assert shop.sandbox.changes == []


@posix
def test_stdin_closed_where_a_secret_would_be_typed_names_the_flag(qovery, shop):
    shop.application("api")
    ended = subprocess.run(
        ["sh", "-c", 'exec "$@" <&-', "sh", *qovery.command("secret create KEY --app api")],
        env={**qovery.home.environ, **shop.environ},
        capture_output=True,
        text=True,
        check=False,
    )
    assert ended.returncode == 2
    assert "--value" in ended.stderr
    assert shop.sandbox.changes == []


@posix
def test_a_prompt_at_a_real_terminal(qovery, shop):
    shop.application("api")
    screen, code = at_a_terminal(qovery, "app delete api", b"y\n", shop.environ, until=b"[y/N]")
    assert code == 0, screen
    assert len(shop.sandbox.changes) == 1


@posix
def test_a_token_is_typed_unseen(qovery, sandbox, home):
    environ = {"QOVERY_API_URL": sandbox.url, "QOVERY_API_LEVEL": sandbox.level}
    screen, code = at_a_terminal(
        qovery, "auth login --insecure-storage", b"sandbox\n", environ, until=b"not shown"
    )
    assert code == 0, screen
    typed = screen.partition(b"not shown")[2].partition(b"Signed in")[0]
    assert b"sandbox" not in typed


@posix
def test_a_table_at_a_real_terminal_is_coloured(qovery, sandbox):
    screen, code = at_a_terminal(qovery, "env list --project storefront", b"", sandbox.environ)
    assert code == 0, screen
    assert b"\x1b[" in screen


@posix
def test_progress_at_a_real_terminal_ends_with_the_result(qovery, shop):
    shop.application("api")
    screen, code = at_a_terminal(qovery, "app deploy api --wait", b"", shop.environ)
    assert code == 0, screen
    assert b"RUNNING" in screen
    assert screen.count(b"\x1b[?25l") == screen.count(b"\x1b[?25h"), "the cursor is back"


@posix
def test_help_at_a_terminal_is_the_same_through_both_paths(qovery):
    quick, _ = at_a_terminal(qovery, "app list --help", b"", {})
    whole, _ = at_a_terminal(qovery, "--debug app list --help", b"", {})
    assert quick == whole


def test_help_in_a_pipe_is_the_same_through_both_paths(qovery):
    for columns in ("50", "100", "200", ""):
        environ = {"COLUMNS": columns, "TERMINAL_WIDTH": columns}
        quick = qovery("app create --help", env=environ)
        whole = qovery("--debug app create --help", env=environ)
        assert quick.out == whole.out


def at_a_terminal(qovery, line, keys, environ, until=b""):
    """Run a line at a pseudo-terminal of 100 columns; return what it showed and its exit code."""
    import pty

    whole = {**qovery.home.environ, **environ, "TERM": "xterm"}
    words = qovery.command(line)
    pid, master = pty.fork()
    if pid == 0:
        os.execvpe(words[0], words, whole)
    screen, ends = b"", time.monotonic() + 30
    while time.monotonic() < ends:
        try:
            chunk = os.read(master, 65536)
        except OSError:
            break
        if not chunk:
            break
        screen += chunk
        if keys and until in screen:
            os.write(master, keys)
            keys = b""
    _, status = os.waitpid(pid, 0)
    os.close(master)
    return screen, os.waitstatus_to_exitcode(status)
