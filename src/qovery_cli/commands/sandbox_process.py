"""The sandbox that runs in the background: where it is kept, how it is started and stopped."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from qovery_cli.auth.store import TokenStore
from qovery_cli.config import files, profile_changes
from qovery_cli.config.settings import writable_directory
from qovery_cli.errors import QoveryError, UnavailableError, UsageError
from qovery_cli.frozen import record, values_of
from qovery_cli.http.client import PUBLIC_TOKEN, Client
from qovery_cli.http.request import Request
from qovery_cli.session import Session

#: The profile that starting a sandbox writes.
PROFILE = "sandbox"

#: Where the demo organization is most interesting.
DEMO_SCOPE = {"project": "storefront", "environment": "staging"}

#: Parts of the names of variables that hold secrets: ours, a cloud's, a registry's.
_SECRET_WORDS = (
    "TOKEN",
    "SECRET",
    "PASSWORD",
    "PASSWD",
    "CREDENTIAL",
    "PRIVATE",
    "API_KEY",
    "APIKEY",
    "ACCESS_KEY",
)

_PATIENCE = 60.0
_FAREWELL = 2.0
_PAUSE = 0.05
_EXTRA = "pip install 'qovery-cli[sandbox]'"


@record
class SandboxOptions:
    """How a sandbox is to run; ``port`` 0 takes a free one."""

    port: int = 0
    state: str | None = None
    seed: str = "demo"
    speed: float = 1.0
    api: str = "1.0.3"

    def arguments(self) -> list[str]:
        """Return the words after ``qovery sandbox run``."""
        words = [f"--port={self.port}", f"--seed={self.seed}", f"--speed={self.speed}"]
        words.append(f"--api={self.api}")
        return [*words, f"--state={self.state}"] if self.state else words


@record
class RunningSandbox:
    """A sandbox in the background, as its file describes it."""

    pid: int
    url: str
    api: str
    seed: str
    speed: float
    state: str | None


class BackgroundSandbox:
    """Starts, finds and stops the one sandbox that runs for a directory of settings."""

    def __init__(self, directory: Path, environ: dict[str, str]) -> None:
        self.folder = directory / "sandbox"
        self.directory = directory
        self.environ = environ

    @property
    def _note(self) -> Path:
        return self.folder / "running.json"

    @property
    def _log(self) -> Path:
        return self.folder / "log.txt"

    def running(self) -> RunningSandbox | None:
        """Return the sandbox if it answers and is the process that was started."""
        kept = files.read_json(self._note)
        if kept is None:
            return None
        try:
            found = RunningSandbox(**kept)
            facts = control(found.url, "GET", "")
        except (TypeError, QoveryError):
            return None
        return found if facts.get("pid") == found.pid else None

    def start(self, wanted: SandboxOptions) -> RunningSandbox:
        """Start a sandbox, wait until it answers and write the profile that leads to it."""
        require_extra()
        files.make_private_directory(self.folder)
        with files.open_private(self._log) as log:
            process = subprocess.Popen(
                [sys.executable, "-m", "qovery_cli", "sandbox", "run", *wanted.arguments()],
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                env=without_secrets(self.environ),
                **_detached(),
            )
        url = self._url(process)
        found = RunningSandbox(
            process.pid, url, wanted.api, wanted.seed, wanted.speed, wanted.state
        )
        files.write_json(self._note, values_of(found))
        self._write_profile(found)
        return found

    def stop(self) -> RunningSandbox | None:
        """End the sandbox and return what ran; None if none did."""
        found = self.running()
        files.remove(self._note)
        if found is None:
            return None
        os.kill(found.pid, signal.SIGTERM)
        _until(lambda: not _answers(found.url), _PATIENCE)
        # It still writes after its last answer: who removes its files next is not to meet it.
        _until(lambda: not _lives(found.pid), _FAREWELL)
        return found

    def _url(self, process: "subprocess.Popen[bytes]") -> str:
        ends = time.monotonic() + _PATIENCE
        while time.monotonic() < ends and process.poll() is None:
            text = self._log.read_text(encoding="utf-8", errors="replace")
            start = text.find("http://127.0.0.1:")
            if start >= 0 and text.endswith("\n"):
                return text[start:].split()[0]
            time.sleep(_PAUSE)
        said = self._log.read_text(encoding="utf-8", errors="replace").strip()
        process.kill()
        raise UnavailableError(
            "The sandbox did not start.",
            hint="Try it in the foreground: qovery sandbox run.",
            detail=tuple(said.splitlines()[-3:]),
        )

    def _write_profile(self, found: RunningSandbox) -> None:
        values = {"api_url": found.url, "api_level": found.api}
        if found.seed == "demo":
            values.update(DEMO_SCOPE)
        kept = profile_changes.set_values(self.directory, PROFILE, values)
        if found.seed != "demo":
            # A scope that an earlier demo has left leads nowhere in another sandbox.
            stale = [level for level, name in DEMO_SCOPE.items() if kept.scope.get(level) == name]
            profile_changes.unset_values(self.directory, PROFILE, stale)
        TokenStore(self.directory, self.environ).save(PROFILE, found.url, PUBLIC_TOKEN, inline=True)


def background(session: Session) -> BackgroundSandbox:
    """Return the sandbox of this session's directory of settings."""
    environ = dict(session.runtime.environ)
    return BackgroundSandbox(writable_directory(session.settings, environ), environ)


def existing(session: Session) -> BackgroundSandbox | None:
    """Return the sandbox of this session's directory of settings, None if there is no directory."""
    directory = session.settings.config_directory
    environ = dict(session.runtime.environ)
    return None if directory is None else BackgroundSandbox(directory, environ)


def control(url: str, method: str, word: str, body: Any = None) -> dict[str, Any]:
    """Return the answer of a sandbox's own operation; UnavailableError if it is not there."""
    # Seeding anew may take its time; whether a sandbox is there is known at once.
    limit = _PATIENCE if word == "reset" else 5.0
    client = Client(url, timeout=limit, sleep=lambda _: None)
    try:
        return dict(client.send(Request(method, f"{url}/_sandbox/{word}", body=body)).data)
    finally:
        client.close()


def without_secrets(environ: Mapping[str, str]) -> dict[str, str]:
    """Return the variables that a sandbox may inherit: it lives on, and needs no secret.

    Left out are tokens, whatever has the name of a secret, and proxies, whose URLs may hold a
    password. The sandbox itself makes no requests.
    """
    return {
        name: value
        for name, value in environ.items()
        if not any(word in name.upper() for word in _SECRET_WORDS)
        and not name.upper().endswith("_PROXY")
    }


def require_extra() -> None:
    """Raise UsageError with the install command if the sandbox's packages are not there."""
    from importlib.util import find_spec

    if find_spec("starlette") is None or find_spec("uvicorn") is None:
        raise UsageError("The sandbox is not installed.", hint=f"Install it with: {_EXTRA}")


def _answers(url: str) -> bool:
    try:
        control(url, "GET", "")
    except QoveryError:
        return False
    return True


def _until(done: Callable[[], bool], seconds: float) -> None:
    ends = time.monotonic() + seconds
    while time.monotonic() < ends and not done():
        time.sleep(_PAUSE)


def _lives(pid: int) -> bool:
    if sys.platform == "win32":
        # There, signal 0 would end it.
        return False
    try:
        os.kill(pid, 0)
    except OSError:
        return False
    try:
        # One that has ended may stay as a zombie for a while.
        return Path(f"/proc/{pid}/stat").read_text().rpartition(") ")[2][:1] != "Z"
    except OSError:
        return not Path("/proc/self").exists()


def _detached() -> dict[str, Any]:
    if sys.platform == "win32":
        return {"creationflags": subprocess.CREATE_NEW_PROCESS_GROUP | subprocess.DETACHED_PROCESS}
    return {"start_new_session": True}
