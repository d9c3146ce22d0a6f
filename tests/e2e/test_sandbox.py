"""``qovery sandbox``: in the foreground, in the background, and the tour."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import httpx
import pytest


@pytest.fixture
def background(qovery):
    """The program in a home of its own; whatever it started is stopped at the end."""
    yield qovery
    qovery("sandbox stop")


def test_start_writes_a_profile_that_works(background):
    started = background("sandbox start --speed 200 -o json")
    assert started.code == 0, started
    assert started.json["profile"] == "sandbox"
    assert started.json["url"].startswith("http://127.0.0.1:")
    ended = background("--profile sandbox env list -o name")
    assert "staging" in ended.out.split()
    status = background("auth status --profile sandbox -o json").json
    assert status["works"] is True
    assert status["storage"] == "inline"


SECRETS = {
    "QOVERY_API_TOKEN": "qov_SeCrEt",
    "QOVERY_CLI_ACCESS_TOKEN": "qov_SeCrEt",
    "Q_CLI_ACCESS_TOKEN": "qov_SeCrEt",
    "AWS_SECRET_ACCESS_KEY": "aws-SeCrEt",
    "AWS_ACCESS_KEY_ID": "aws-SeCrEt-id",
    "DB_PASSWORD": "db-SeCrEt",
    "HTTPS_PROXY": "http://ada:SeCrEt@127.0.0.1:9",
}


@pytest.mark.skipif(not Path("/proc/self/environ").exists(), reason="needs /proc")
def test_the_sandbox_inherits_no_secret(background):
    env = {**SECRETS, "NO_PROXY": "127.0.0.1", "HARMLESS": "kept"}
    pid = background("sandbox start -o json", env=env).json["pid"]
    inherited = Path(f"/proc/{pid}/environ").read_text()
    assert "HARMLESS=kept" in inherited
    assert "SeCrEt" not in inherited


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such permissions")
def test_what_a_sandbox_keeps_is_readable_by_its_owner_only(background):
    folder = Path(background.home.environ["QOVERY_CONFIG_DIR"]) / "sandbox"
    folder.mkdir(mode=0o755, parents=True)
    (folder / "log.txt").touch(mode=0o644)
    background("sandbox start")
    assert folder.stat().st_mode & 0o777 == 0o700
    modes = {file.name: file.stat().st_mode & 0o777 for file in folder.iterdir()}
    assert {"log.txt", "running.json", "state-1.0.3-demo.sqlite"} <= modes.keys()
    assert set(modes.values()) == {0o600}


@pytest.mark.skipif(
    sys.platform == "win32" or os.geteuid() == 0, reason="nothing is read-only for root"
)
def test_a_read_only_home_is_reported_as_by_other_writers(background):
    folder = Path(background.home.environ["QOVERY_CONFIG_DIR"])
    folder.mkdir(parents=True, exist_ok=True)
    folder.chmod(0o500)
    try:
        started = background("sandbox start")
        other = background("context set project shop")
    finally:
        folder.chmod(0o700)
    assert (started.code, other.code) == (2, 2)
    assert f"{folder / 'sandbox'} cannot be written: permission denied." in started.err
    assert started.hint == other.hint


def test_a_folder_that_cannot_be_made_is_reported_as_by_other_writers(background):
    (background.home.config).mkdir()
    (background.home.config / "sandbox").write_text("a file where the folder should be")
    started = background("sandbox start")
    assert started.code == 2, started
    assert str(background.home.config / "sandbox") in started.sentence
    assert "QOVERY_CONFIG_DIR" in started.hint


def test_start_twice_is_one_sandbox(background):
    first = background("sandbox start -o json").json
    second = background("sandbox start -o json")
    assert second.code == 0
    assert second.json["pid"] == first["pid"]
    assert "already" in second.err


def test_status_and_stop(background):
    assert background("sandbox status -o json").json == {"running": False}
    url = background("sandbox start -o id").out.strip()
    assert background("sandbox status -o json").json["running"] is True
    assert background("sandbox status -o name").out.strip() == url
    pid = background("sandbox status -o json").json["pid"]
    stopped = background("sandbox stop -o json")
    assert stopped.code == 0
    assert stopped.json["url"] == url
    with pytest.raises(httpx.TransportError):
        httpx.get(url, trust_env=False)
    assert not lives(pid)
    assert background("sandbox stop").code == 0


def lives(pid):
    """Tell whether a process is there, one that has ended and was not asked for yet aside."""
    stat = Path(f"/proc/{pid}/stat")
    return stat.exists() and stat.read_text().rpartition(") ")[2][0] != "Z"


def test_state_survives_a_restart_and_reset_brings_the_first_one_back(background):
    background("sandbox start")
    background("--profile sandbox project create kept")
    background("sandbox stop")
    background("sandbox start")
    assert "kept" in background("--profile sandbox project list -o name").out.split()
    assert background("sandbox reset").code == 0
    assert "kept" not in background("--profile sandbox project list -o name").out.split()


def test_the_level_is_the_profile_s(background):
    background("sandbox start --api 1.0.4")
    found = background("--profile sandbox context show -o json").json
    (level,) = [one["value"] for one in found if one["setting"] == "api_level"]
    assert level == "1.0.4"


def test_an_empty_sandbox(background):
    background("sandbox start --seed empty")
    assert background("--profile sandbox org list -o json").json == []


def test_a_sandbox_with_another_seed_does_not_inherit_the_scope_of_the_demo(background):
    background("sandbox start")
    background("sandbox stop")
    background("sandbox start --seed empty")
    found = background("--profile sandbox context show -o json").json
    assert [one["value"] for one in found if one["setting"] in {"project", "environment"}] == [
        None,
        None,
    ]


def test_reset_without_a_sandbox_is_not_found(qovery):
    ended = qovery("sandbox reset")
    assert ended.code == 4
    assert "qovery sandbox start" in ended.hint


def test_a_sandbox_that_died_is_no_sandbox(background):
    pid = background("sandbox start -o json").json["pid"]
    kill(pid)
    assert background("sandbox status -o json").json == {"running": False}
    assert background("sandbox start -o json").code == 0


def kill(pid: int) -> None:
    """End a process that a test has had started, and wait until it is gone."""
    import time

    os.kill(pid, signal.SIGTERM)
    ends = time.monotonic() + 20
    while time.monotonic() < ends:
        try:
            os.kill(pid, 0)
        except OSError:
            return
        if _is_zombie(pid):
            return


def _is_zombie(pid: int) -> bool:
    """Tell whether nothing but the entry of a process is left, where nobody collects it."""
    ended = subprocess.run(
        ["ps", "-o", "stat=", "-p", str(pid)], capture_output=True, text=True, check=False
    )
    return ended.stdout.strip().startswith("Z") or not ended.stdout.strip()


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ("--speed 0", "--speed"),
        ("--speed x", "--speed"),
        ("--speed=-1", "--speed"),
        ("--speed nan", "--speed"),
        ("--speed inf", "--speed"),
        ("--speed 1e7", "0.001 to 1000000"),
        ("--speed 1e-9", "0.001 to 1000000"),
        ("--seed other", "demo"),
        ("--api 2.0", "1.0.3"),
        ("--port x", "--port"),
        ("--port 99999999", "port"),
    ],
)
def test_an_option_that_cannot_be_is_refused(words, says, qovery):
    ended = qovery(f"sandbox run {words}")
    assert ended.code == 2, ended
    assert says in ended.err.lower()
    assert "Traceback" not in ended.err


def test_port_that_is_taken_is_reported(qovery, sandbox):
    ended = qovery(f"sandbox run --port {sandbox.url.rpartition(':')[2]}")
    assert ended.code == 2
    assert "--port 0" in ended.hint


def test_state_that_is_no_database_is_reported(qovery, home):
    home.write("state.sqlite", "this is no database at all, but text, and long enough to be read")
    ended = qovery("sandbox run --port 0 --state state.sqlite")
    assert ended.code == 2, ended
    assert "state.sqlite" in ended.err


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
@pytest.mark.parametrize("sign", [signal.SIGINT, signal.SIGTERM])
def test_in_the_foreground_one_line_reports_the_url_and_a_signal_ends_it(sign, qovery):
    with qovery.started("sandbox run --port 0") as process:
        line = process.stdout.readline()
        url = line.split()[-1]
        assert url.startswith("http://127.0.0.1:")
        assert httpx.get(f"{url}/_sandbox/", trust_env=False).json()["api"] == "1.0.3"
        process.send_signal(sign)
        out, err = process.communicate(timeout=20)
    assert out == ""
    assert "Traceback" not in err
    assert process.returncode in {0, 130, 143}


def test_without_its_packages_the_install_command_is_named(home):
    code = (
        "import sys, importlib.util as u\n"
        "found = u.find_spec\n"
        "u.find_spec = lambda name, *a: None if name in {'starlette', 'uvicorn'} "
        "else found(name, *a)\n"
        "sys.argv[1:] = ['sandbox', 'start']\n"
        "from qovery_cli.main import main\n"
        "main()\n"
    )
    ended = subprocess.run(
        [sys.executable, "-c", code], env=home.environ, capture_output=True, text=True, check=False
    )
    assert ended.returncode == 2
    assert "qovery-cli[sandbox]" in ended.stderr
    assert "pip install" in ended.stderr


def test_the_tour_takes_every_step_and_ends_0(qovery):
    """The slow one: half a minute at most."""
    ended = qovery("sandbox demo")
    assert ended.code == 0, ended
    assert "\x1b" not in ended.out + ended.err
    assert "steps done" in ended.out
    assert "Traceback" not in ended.out + ended.err
    assert qovery("sandbox status -o json").json == {"running": False}
