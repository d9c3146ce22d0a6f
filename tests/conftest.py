"""What tests run in: an empty home, the program in both ways, and a sandbox for a whole session."""

import io
import itertools
import json
import os
import shlex
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx
import pytest
from hypothesis import settings

from qovery_cli.cli.root import run
from qovery_cli.output.terminal import Terminal
from qovery_cli.session import World

# What a property test tries is the same in every run of CI; at a desk it is new each time.
settings.register_profile("ci", derandomize=True, deadline=None)
if os.environ.get("CI"):
    settings.load_profile("ci")

WIDTH = "100"
TOKEN = "sandbox"

# All that a program may know of the machine that tests it.
_KEPT = ("PATH", "PATHEXT", "SYSTEMROOT", "TEMP", "TMP", "TMPDIR", "LANG", "LC_ALL", "PYTHONPATH")


@dataclass(frozen=True)
class Ran:
    """What a run of the program came to."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """The data on stdout, which must be JSON and nothing else."""
        return json.loads(self.out)

    @property
    def error(self) -> dict[str, Any]:
        """The error as ``-o json`` tells it: the last object on stderr."""
        start = self.err.rindex("\n{\n") + 1 if "\n{\n" in self.err else self.err.index("{")
        return json.loads(self.err[start:])

    def __str__(self) -> str:
        return f"exit {self.code}\n--- stdout\n{self.out}\n--- stderr\n{self.err}"


@dataclass
class Home:
    """An empty home with the environment of a program that lives there."""

    path: Path
    environ: dict[str, str] = field(default_factory=dict)

    @property
    def config(self) -> Path:
        """The folder of the settings."""
        return Path(self.environ["QOVERY_CONFIG_DIR"])

    def write(self, name: str, text: str) -> Path:
        """Return a new file below the home."""
        file = self.path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
        return file


def clean_environ(home: Path) -> dict[str, str]:
    """Return an environment in which nothing of the tester's own is set."""
    kept = {name: os.environ[name] for name in _KEPT if name in os.environ}
    own = {
        "HOME": str(home),
        "USERPROFILE": str(home),
        "QOVERY_CONFIG_DIR": str(home / "config"),
        "QOVERY_CACHE_DIR": str(home / "cache"),
        "QOVERY_NO_KEYRING": "1",
        "COLUMNS": WIDTH,
        "TERMINAL_WIDTH": WIDTH,
    }
    return {**kept, **own}


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Home:
    """An empty home that is also the working directory of the test."""
    path = tmp_path / "home"
    path.mkdir()
    monkeypatch.chdir(path)
    return Home(path, clean_environ(path))


def program() -> list[str]:
    """Return the installed program, or how Python runs it where it is not installed."""
    script = shutil.which("qovery", path=str(Path(sys.executable).parent))
    return [script] if script else [sys.executable, "-m", "qovery_cli"]


Runner = Callable[..., Ran]


@pytest.fixture
def qovery(home: Home) -> Runner:
    """Run the installed program: a line as it is typed, then words taken as they are."""

    def qovery(
        line: str, *words: str, stdin: str = "", env: Mapping[str, str] | None = None
    ) -> Ran:
        ended = subprocess.run(
            [*program(), *shlex.split(line), *words],
            input=stdin.encode(),
            capture_output=True,
            env={**home.environ, **(env or {})},
            cwd=home.path,
            timeout=60,
            check=False,
        )
        return Ran(ended.returncode, ended.stdout.decode(), ended.stderr.decode())

    return qovery


@pytest.fixture
def ran(home: Home) -> Runner:
    """Run a command line in this process, the way ``main`` does; waits do not sleep long."""
    return runner(home)


def runner(home: Home) -> Runner:
    """Return what runs command lines in this process."""

    def ran(line: str, *words: str, stdin: str = "", env: Mapping[str, str] | None = None) -> Ran:
        out, err = io.StringIO(), io.StringIO()
        environ = {**home.environ, **(env or {})}
        world = World(
            environ=environ,
            terminal=Terminal.of(environ, io.StringIO(stdin), out, err),
            cwd=home.path,
            read_stdin=lambda: stdin,
            sleep=lambda _: None,
        )
        # What goes past the world counts as well: help, and any stray print.
        with redirect_stdout(out), redirect_stderr(err):
            code = run([*shlex.split(line), *words], world)
        return Ran(code, out.getvalue(), err.getvalue())

    return ran


class Sandbox:
    """A running sandbox, and what a test asks of it directly."""

    _numbers = itertools.count(1)

    def __init__(self, url: str, level: str, pid: int) -> None:
        self.url = url
        self.level = level
        self.pid = pid
        self.client = httpx.Client(
            base_url=url, headers={"Authorization": f"Token {TOKEN}"}, trust_env=False
        )

    @property
    def environ(self) -> dict[str, str]:
        """The variables with which the program talks to it."""
        return {
            "QOVERY_API_URL": self.url,
            "QOVERY_API_TOKEN": TOKEN,
            "QOVERY_API_LEVEL": self.level,
        }

    def call(self, method: str, path: str, body: Any = None) -> Any:
        """Return the answer to a request, which must be a success."""
        answer = self.client.request(method, path, json=body)
        assert answer.is_success, f"{method} {path}: {answer.status_code} {answer.text}"
        return answer.json() if answer.content else None

    def items(self, path: str) -> list[dict[str, Any]]:
        """Return the items of a list."""
        return self.call("GET", path)["results"]

    def fault(self, **fields: Any) -> None:
        """Ask for trouble in the requests to come."""
        self.call("POST", "/_sandbox/faults", fields)

    def forget(self) -> None:
        """Forget requests and faults."""
        self.call("DELETE", "/_sandbox/requests")
        self.call("DELETE", "/_sandbox/faults")

    @property
    def requests(self) -> list[str]:
        """The latest requests of the program, as ``METHOD /path``."""
        noted = self.items("/_sandbox/requests")
        ours = [one for one in noted if "qovery" in one["user_agent"]]
        return [f"{one['method']} {one['path']}" for one in ours]

    @property
    def changes(self) -> list[str]:
        """The latest requests of the program that change something."""
        return [request for request in self.requests if not request.startswith("GET ")]

    def new_name(self, prefix: str) -> str:
        """Return a name that nothing in any sandbox of this session has."""
        return f"{prefix}-{next(self._numbers)}"


def start_sandbox(folder: Path, level: str) -> Iterator[Sandbox]:
    """Run a sandbox as a process of its own, and end it."""
    words = ["sandbox", "run", "--port", "0", "--speed", "200", "--api", level]
    process = subprocess.Popen(
        [sys.executable, "-m", "qovery_cli", *words],
        stdout=subprocess.PIPE,
        env=clean_environ(folder),
        text=True,
    )
    assert process.stdout is not None
    try:
        url = process.stdout.readline().split()[-1]
        sandbox = Sandbox(url, level, process.pid)
        yield sandbox
        sandbox.client.close()
    finally:
        process.terminate()
        process.wait(timeout=20)
        process.stdout.close()


@pytest.fixture(scope="session")
def running_sandbox(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Sandbox]:
    """The one sandbox of the session, at level 1.0.3."""
    yield from start_sandbox(tmp_path_factory.mktemp("sandbox"), "1.0.3")


@pytest.fixture(scope="session")
def running_sandbox_104(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Sandbox]:
    """The one sandbox of the session at level 1.0.4."""
    yield from start_sandbox(tmp_path_factory.mktemp("sandbox-104"), "1.0.4")


@pytest.fixture
def sandbox(running_sandbox: Sandbox) -> Sandbox:
    """The sandbox without faults, and without a memory of requests."""
    running_sandbox.forget()
    return running_sandbox


@pytest.fixture
def sandbox_104(running_sandbox_104: Sandbox) -> Sandbox:
    """The sandbox at level 1.0.4 without faults, and without a memory of requests."""
    running_sandbox_104.forget()
    return running_sandbox_104
