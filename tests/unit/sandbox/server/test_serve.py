import re
import signal
import socket
import subprocess
import sys

import httpx
import pytest

from qovery_cli.errors import UsageError
from qovery_cli.sandbox.server.serve import serve

START = "from qovery_cli.sandbox.server.serve import serve; serve(port=0, seed='empty')"
HEADERS = {"authorization": "Token sandbox"}


@pytest.fixture
def running():
    process = subprocess.Popen(
        [sys.executable, "-c", START], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    line = process.stdout.readline()
    url = re.search(r"http://127\.0\.0\.1:\d+", line)
    assert url, line + process.stderr.read()
    yield process, url[0]
    process.kill()
    process.communicate()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signals to send")
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_server_prints_url_and_exits_normally(running, number):
    process, url = running
    with httpx.Client(base_url=url, headers=HEADERS) as client:
        assert client.get("/organization").json() == {"results": []}
        with pytest.raises(httpx.RemoteProtocolError):
            client.get("/organization", headers={"x-sandbox-fault": "kind=broken"})
        assert client.get("/organization").status_code == 200
    process.send_signal(number)
    out, err = process.communicate(timeout=20)
    assert (process.returncode, out, err) == (0, "", "")


def test_a_port_that_is_taken_is_a_usage_error():
    with socket.create_server(("127.0.0.1", 0)) as other, pytest.raises(UsageError) as caught:
        serve(port=other.getsockname()[1])
    assert "--port 0" in caught.value.hint


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"host": "evil.test"}, 421),
        ({"host": "127.0.0.1:1"}, 421),
        ({"origin": "http://evil.test"}, 403),
        ({"host": "localhost:{port}", "origin": "http://localhost:{port}"}, 200),
    ],
)
def test_hosts_and_origins_are_those_of_its_own_port(running, headers, status):
    url = running[1]
    port = url.rpartition(":")[2]
    named = {name: value.format(port=port) for name, value in headers.items()}
    assert httpx.get(f"{url}/_sandbox/", headers=named, trust_env=False).status_code == status


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such permissions")
@pytest.mark.parametrize("before", [(), ("", "-wal", "-shm")])
def test_a_state_is_readable_by_its_owner_only(tmp_path, before):
    state = tmp_path / "state.sqlite"
    for suffix in before:
        file = tmp_path / f"state.sqlite{suffix}"
        file.touch()
        file.chmod(0o644)
    start = f"serve(port=0, seed='empty', state=Path({str(state)!r}))"
    code = f"from pathlib import Path; from qovery_cli.sandbox.server.serve import serve; {start}"
    with subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE) as process:
        try:
            assert b"http://" in process.stdout.readline()
            modes = {file.name: oct(file.stat().st_mode & 0o777) for file in tmp_path.iterdir()}
        finally:
            process.kill()
    assert modes == dict.fromkeys(
        ("state.sqlite", "state.sqlite-wal", "state.sqlite-shm"), oct(0o600)
    )


def test_a_file_that_cannot_hold_the_state_is_a_usage_error(tmp_path):
    (tmp_path / "state").write_text("this is no database, and never will be one")
    with pytest.raises(UsageError) as caught:
        serve(port=0, state=tmp_path / "state")
    assert "state" in caught.value.message
