"""What tests run in: an empty home, the program in both ways, and a sandbox for a whole session."""

from collections.abc import Iterator
from pathlib import Path

import hypothesis
import pytest
from program import WIDTH, Home, InProcess, Installed, clean_environ
from sandboxes import Sandbox, running
from shop import Shop

# How long an example takes says something of the machine, and nothing of what is promised.
hypothesis.settings.register_profile("untimed", deadline=None)
hypothesis.settings.load_profile("untimed")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--schemathesis-examples",
        type=int,
        default=8,
        metavar="N",
        help="how many requests of each kind are sent to an operation of the sandbox that takes a"
        " body, half as many to others (default 8: two minutes are all that it may take)",
    )


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Home:
    """An empty home that is also the working directory of the test."""
    path = tmp_path / "home"
    path.mkdir()
    monkeypatch.chdir(path)
    for name in ("TERMINAL_WIDTH", "NO_COLOR", "FORCE_COLOR", "CI"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("COLUMNS", WIDTH)
    return Home(path, clean_environ(path))


@pytest.fixture
def qovery(home: Home) -> Installed:
    """The installed program, in a process of its own."""
    return Installed(home)


@pytest.fixture
def ran(home: Home) -> InProcess:
    """The program in this process: fast, and with a person at the terminal where one is wanted."""
    return InProcess(home)


@pytest.fixture(scope="session")
def running_sandbox(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Sandbox]:
    """The one sandbox of the session, at level 1.0.3."""
    with running(tmp_path_factory.mktemp("sandbox"), "1.0.3") as sandbox:
        yield sandbox


@pytest.fixture(scope="session")
def running_sandbox_104(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Sandbox]:
    """The one sandbox of the session at level 1.0.4."""
    with running(tmp_path_factory.mktemp("sandbox-104"), "1.0.4") as sandbox:
        yield sandbox


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


@pytest.fixture
def shop(sandbox: Sandbox) -> Shop:
    """A new project with the environment staging, at level 1.0.3."""
    made = Shop(sandbox)
    made.environment()
    sandbox.forget()
    return made


@pytest.fixture
def shop_104(sandbox_104: Sandbox) -> Shop:
    """A new project with the environment staging, at level 1.0.4."""
    made = Shop(sandbox_104)
    made.environment()
    sandbox_104.forget()
    return made
