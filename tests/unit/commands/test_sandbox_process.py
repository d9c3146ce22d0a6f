"""The process of a sandbox in the background, with its server replaced."""

import json
import signal
from types import SimpleNamespace

import pytest

from qovery_cli.commands import sandbox_process
from qovery_cli.commands.sandbox_process import (
    BackgroundSandbox,
    RunningSandbox,
    SandboxOptions,
    existing,
    require_extra,
    without_secrets,
)
from qovery_cli.config import profiles
from qovery_cli.errors import UnavailableError, UsageError

PID = 4321
URL = "http://127.0.0.1:8123"


class Process:
    """A process that logs a text and has an exit code, None while it runs."""

    pid = PID

    def __init__(self, log, text, code):
        log.write(text)
        log.flush()
        self.code, self.killed = code, False

    def poll(self):
        return self.code

    def kill(self):
        self.killed = True


@pytest.fixture
def machine(monkeypatch):
    """The processes of this machine: the server that responds, and the signals that are sent."""

    machine = SimpleNamespace(
        log=f"The sandbox listens on {URL}\n", code=None, responds_with=None, signals=[]
    )

    def popen(command, *, stdout, env, **_):
        text = machine.log if "b" not in getattr(stdout, "mode", "") else machine.log.encode()
        machine.command, machine.environ = command, env
        machine.process = Process(stdout, text, machine.code)
        machine.responds_with = {"pid": PID}
        return machine.process

    def control(url, *_):
        if machine.responds_with is None or url != URL:
            raise UnavailableError("Nothing listens.")
        return machine.responds_with

    def kill(pid, number):
        if number == 0:
            raise ProcessLookupError
        machine.signals.append((pid, number))
        machine.responds_with = None

    monkeypatch.setattr(sandbox_process.subprocess, "Popen", popen)
    monkeypatch.setattr(sandbox_process, "control", control)
    monkeypatch.setattr(sandbox_process.os, "kill", kill)
    monkeypatch.setattr(sandbox_process, "_PAUSE", 0.0)
    return machine


@pytest.fixture
def background(tmp_path):
    return BackgroundSandbox(tmp_path, {"EDITOR": "vi", "QOVERY_API_TOKEN": "qov_s3cret"})


def test_start_returns_the_process_that_is_found_again(machine, background):
    options = SandboxOptions(8123, "x.sqlite", "demo", 2.0, "1.0.4")
    started = background.start(options)
    assert started == RunningSandbox(PID, URL, "1.0.4", "demo", 2.0, "x.sqlite")
    assert background.running() == started
    assert machine.command[1:5] == ["-m", "qovery_cli", "sandbox", "run"]
    assert machine.command[5:] == options.arguments()
    assert machine.environ == {"EDITOR": "vi"}


def test_start_writes_a_profile_with_the_scope_of_the_demo(machine, background, tmp_path):
    background.start(SandboxOptions())
    profile = profiles.read(tmp_path).get("sandbox")
    assert (profile.api_url, profile.api_level) == (URL, "1.0.3")
    assert profile.scope == {"project": "storefront", "environment": "staging"}
    assert machine.process.killed is False


@pytest.mark.usefixtures("machine")
def test_other_data_has_no_scope_of_the_demo(background, tmp_path):
    background.start(SandboxOptions())
    background.start(SandboxOptions(seed="empty"))
    assert profiles.read(tmp_path).get("sandbox").scope == {}


def test_server_that_ends_is_an_error_with_its_last_lines(machine, background):
    machine.log, machine.code = "one\ntwo\nthree\nfour\n", 2
    with pytest.raises(UnavailableError, match="did not start") as caught:
        background.start(SandboxOptions())
    assert caught.value.detail == ("two", "three", "four")
    assert machine.process.killed


def test_recorded_process_that_does_not_respond_is_not_running(machine, background):
    background.start(SandboxOptions())
    machine.responds_with = None
    assert background.running() is None


def test_process_of_another_id_is_not_ours_and_is_not_stopped(machine, background):
    background.start(SandboxOptions())
    machine.responds_with = {"pid": PID + 1}
    assert background.running() is None
    assert background.stop() is None
    assert machine.signals == []


@pytest.mark.usefixtures("machine")
@pytest.mark.parametrize("content", [{"pid": 1}, {"other": 1}])
def test_damaged_record_is_not_a_running_sandbox(background, content):
    background.folder.mkdir()
    (background.folder / "running.json").write_text(json.dumps(content))
    assert background.running() is None


def test_stop_ends_the_process_and_forgets_it(machine, background):
    started = background.start(SandboxOptions())
    assert background.stop() == started
    assert machine.signals == [(PID, signal.SIGTERM)]
    assert background.stop() is None
    assert len(machine.signals) == 1


def test_nothing_is_running_at_first(background):
    assert background.running() is None
    assert not background.folder.exists()


def test_secrets_and_proxies_are_not_passed_on():
    environ = {
        "PATH": "/bin",
        "HOME": "/root",
        "QOVERY_CONFIG_DIR": "/x",
        "QOVERY_API_TOKEN": "s",
        "AWS_SECRET_ACCESS_KEY": "s",
        "aws_access_key_id": "s",
        "DB_PASSWORD": "s",
        "HTTPS_PROXY": "s",
        "http_proxy": "s",
        "OPENAI_API_KEY": "s",
    }
    assert without_secrets(environ).keys() == {"PATH", "HOME", "QOVERY_CONFIG_DIR"}


def test_missing_packages_are_named(monkeypatch):
    require_extra()
    monkeypatch.setattr("importlib.util.find_spec", lambda _: None)
    with pytest.raises(UsageError) as caught:
        require_extra()
    assert "pip install 'qovery-cli[sandbox]'" in caught.value.hint


def test_sandbox_of_a_session_is_in_its_settings(open_session, tmp_path):
    session = open_session().session
    sandbox = existing(session)
    assert sandbox is None or sandbox.folder == tmp_path / "config" / "sandbox"
    (tmp_path / "config").mkdir(exist_ok=True)
    assert existing(open_session().session).directory == tmp_path / "config"


def test_arguments_without_a_state_file():
    assert SandboxOptions().arguments() == [
        "--port=0",
        "--seed=demo",
        "--speed=1.0",
        "--api=1.0.3",
    ]
