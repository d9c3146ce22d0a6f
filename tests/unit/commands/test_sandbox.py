from types import SimpleNamespace

import pytest

from qovery_cli.commands import sandbox
from qovery_cli.commands.sandbox_process import BackgroundSandbox, RunningSandbox
from qovery_cli.errors import NotFoundError, UsageError

RUNNING = RunningSandbox(1, "http://127.0.0.1:9", "1.0.3", "demo", 1.0, None)


@pytest.fixture
def process(monkeypatch):
    """The sandbox in the background; ``current`` is the running one, None for none."""

    background = SimpleNamespace(current=None, started=[], controls=[])

    def start(_, options):
        background.started.append(options)
        background.current = RUNNING
        return RUNNING

    def stop(_):
        stopped, background.current = background.current, None
        return stopped

    monkeypatch.setattr(BackgroundSandbox, "running", lambda _: background.current)
    monkeypatch.setattr(BackgroundSandbox, "start", start)
    monkeypatch.setattr(BackgroundSandbox, "stop", stop)
    monkeypatch.setattr(sandbox, "control", lambda *call: background.controls.append(call))
    return background


def test_sandbox_is_started_with_its_options(process, open_session):
    opened = open_session()
    sandbox.start(opened.session, port=8200, seed="big", speed="20", api="1.0.4")
    (options,) = process.started
    assert (options.port, options.seed, options.speed, options.api) == (8200, "big", 20.0, "1.0.4")
    assert options.state.endswith("state-1.0.4-big.sqlite")
    assert (opened.json["url"], opened.json["profile"]) == (RUNNING.url, "sandbox")
    assert "qovery --profile sandbox status" in opened.err


def test_state_file_can_be_chosen(process, open_session):
    sandbox.start(open_session().session, state="x.sqlite")
    assert process.started[0].state == "x.sqlite"


def test_running_sandbox_is_not_started_again(process, open_session):
    process.current = RUNNING
    opened = open_session()
    sandbox.start(opened.session)
    assert process.started == []
    assert opened.json["url"] == RUNNING.url
    assert "already running" in opened.err


def test_sandbox_is_stopped(process, open_session):
    process.current = RUNNING
    opened = open_session()
    sandbox.stop(opened.session)
    assert opened.json == {"url": RUNNING.url, "done": "stopped"}
    again = open_session()
    sandbox.stop(again.session)
    assert again.json["url"] is None
    assert "The sandbox is not running." in again.err


def test_status_of_the_sandbox(process, open_session):
    opened = open_session()
    sandbox.status(opened.session)
    assert opened.json == {"running": False}
    process.current = RUNNING
    opened = open_session()
    sandbox.status(opened.session)
    assert (opened.json["running"], opened.json["url"]) == (True, RUNNING.url)


def test_reset_restores_the_seed(process, open_session):
    process.current = RUNNING
    opened = open_session()
    sandbox.reset(opened.session)
    assert process.controls == [(RUNNING.url, "POST", "reset", {"seed": "demo"})]
    assert opened.json["done"] == "reset"


def test_reset_needs_a_running_sandbox(process, open_session):
    with pytest.raises(NotFoundError) as caught:
        sandbox.reset(open_session().session)
    assert "qovery sandbox start" in caught.value.hint
    assert process.controls == []


@pytest.mark.parametrize(("text", "number"), [("1", 1.0), ("0.5", 0.5), ("1e3", 1000.0)])
def test_speed_is_a_number(text, number):
    assert sandbox.factor(text) == number


@pytest.mark.parametrize("text", ["", "fast", "0", "-1", "nan", "inf", "1e9"])
def test_invalid_speed_is_reported(process, open_session, text):
    with pytest.raises(UsageError, match="--speed"):
        sandbox.start(open_session().session, speed=text)
    assert process.started == []


@pytest.mark.parametrize("number", [0, 1, 65535])
def test_port_is_in_range(number):
    assert sandbox.port_number(number) == number


@pytest.mark.parametrize("number", [-1, 65536])
def test_port_out_of_range_is_reported(number):
    with pytest.raises(UsageError, match="--port"):
        sandbox.port_number(number)
