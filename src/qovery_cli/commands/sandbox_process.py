"""Start, find and stop the sandbox process in the background."""

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

#: Default scope for the demo data.
DEMO_SCOPE = {"project": "storefront", "environment": "staging"}

#: Parts of names of environment variables with secrets: ours, of clouds, of registries.
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

#: Seconds to wait for a start or stop, then for the end of the process, and between two checks.
_TIMEOUT = 60.0
_EXIT_TIMEOUT = 2.0
_PAUSE = 0.05
_EXTRA = "pip install 'qovery-cli[sandbox]'"


@record
class SandboxOptions:
    """Options of a sandbox; ``port`` 0 selects a free port."""

    port: int = 0
    state: str | None = None
    seed: str = "demo"
    speed: float = 1.0
    api: str = "1.0.3"

    def arguments(self) -> list[str]:
        """Return the arguments of ``qovery sandbox run``."""
        arguments = [f"--port={self.port}", f"--seed={self.seed}", f"--speed={self.speed}"]
        arguments.append(f"--api={self.api}")
        return [*arguments, f"--state={self.state}"] if self.state else arguments


@record
class RunningSandbox:
    """Sandbox process in the background, as recorded in its file."""

    pid: int
    url: str
    api: str
    seed: str
    speed: float
    state: str | None


class BackgroundSandbox:
    """Sandbox process of one configuration directory."""

    def __init__(self, directory: Path, environ: dict[str, str]) -> None:
        self.folder = directory / "sandbox"
        self.directory = directory
        self.environ = environ

    @property
    def _pid_file(self) -> Path:
        return self.folder / "running.json"

    @property
    def _log(self) -> Path:
        return self.folder / "log.txt"

    def running(self) -> RunningSandbox | None:
        """Return the sandbox if it responds with the recorded process id, else None."""
        recorded = files.read_json(self._pid_file)
        if recorded is None:
            return None
        try:
            sandbox = RunningSandbox(**recorded)
            response = control(sandbox.url, "GET", "")
        except (TypeError, QoveryError):
            return None
        return sandbox if response.get("pid") == sandbox.pid else None

    def start(self, options: SandboxOptions) -> RunningSandbox:
        """Start a sandbox, wait until it listens, and write its profile."""
        require_extra()
        files.make_private_directory(self.folder)
        with files.open_private(self._log) as log:
            process = subprocess.Popen(
                [sys.executable, "-m", "qovery_cli", "sandbox", "run", *options.arguments()],
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                env=without_secrets(self.environ),
                **_detached(),
            )
        url = self._url(process)
        sandbox = RunningSandbox(
            process.pid, url, options.api, options.seed, options.speed, options.state
        )
        files.write_json(self._pid_file, values_of(sandbox))
        self._write_profile(sandbox)
        return sandbox

    def stop(self) -> RunningSandbox | None:
        """Stop the sandbox and return it; None if there was none."""
        sandbox = self.running()
        files.remove(self._pid_file)
        if sandbox is None:
            return None
        os.kill(sandbox.pid, signal.SIGTERM)
        _wait_until(lambda: not _responds(sandbox.url), _TIMEOUT)
        # It writes files until its end; wait, so that a caller can remove them.
        _wait_until(lambda: not _is_alive(sandbox.pid), _EXIT_TIMEOUT)
        return sandbox

    def _url(self, process: "subprocess.Popen[bytes]") -> str:
        """Return the URL that the sandbox logs; raise UnavailableError if it does not start."""
        deadline = time.monotonic() + _TIMEOUT
        while time.monotonic() < deadline and process.poll() is None:
            text = self._log.read_text(encoding="utf-8", errors="replace")
            start = text.find("http://127.0.0.1:")
            if start >= 0 and text.endswith("\n"):
                return text[start:].split()[0]
            time.sleep(_PAUSE)
        output = self._log.read_text(encoding="utf-8", errors="replace").strip()
        process.kill()
        raise UnavailableError(
            "The sandbox did not start.",
            hint="Run it in the foreground with `qovery sandbox run`.",
            detail=tuple(output.splitlines()[-3:]),
        )

    def _write_profile(self, sandbox: RunningSandbox) -> None:
        values = {"api_url": sandbox.url, "api_level": sandbox.api}
        if sandbox.seed == "demo":
            values.update(DEMO_SCOPE)
        profile = profile_changes.set_values(self.directory, PROFILE, values)
        if sandbox.seed != "demo":
            # The scope of an earlier demo does not exist in another sandbox.
            scope = profile.scope
            stale = [level for level, name in DEMO_SCOPE.items() if scope.get(level) == name]
            profile_changes.unset_values(self.directory, PROFILE, stale)
        TokenStore(self.directory, self.environ).save(
            PROFILE, sandbox.url, PUBLIC_TOKEN, inline=True
        )


def background(session: Session) -> BackgroundSandbox:
    """Return the sandbox of the configuration directory of a session."""
    environ = dict(session.runtime.environ)
    return BackgroundSandbox(writable_directory(session.settings, environ), environ)


def existing(session: Session) -> BackgroundSandbox | None:
    """Return the sandbox of this session's directory of settings, None if there is no directory."""
    directory = session.settings.config_directory
    environ = dict(session.runtime.environ)
    return None if directory is None else BackgroundSandbox(directory, environ)


def control(url: str, method: str, endpoint: str, body: Any = None) -> dict[str, Any]:
    """Return the response of a control endpoint; UnavailableError if no sandbox responds."""
    # A reset seeds all data, which is slow; other endpoints respond at once.
    timeout = _TIMEOUT if endpoint == "reset" else 5.0
    client = Client(url, timeout=timeout, sleep=lambda _: None)
    try:
        return dict(client.send(Request(method, f"{url}/_sandbox/{endpoint}", body=body)).data)
    finally:
        client.close()


def without_secrets(environ: Mapping[str, str]) -> dict[str, str]:
    """Return the environment variables for a sandbox, which runs on and needs no secrets.

    Leaves out variables with names of secrets, and proxies, whose URLs may contain a password.
    The sandbox itself sends no requests.
    """
    return {
        name: value
        for name, value in environ.items()
        if not any(word in name.upper() for word in _SECRET_WORDS)
        and not name.upper().endswith("_PROXY")
    }


def require_extra() -> None:
    """Raise UsageError with the install command if the packages of the sandbox are missing."""
    from importlib.util import find_spec

    if find_spec("starlette") is None or find_spec("uvicorn") is None:
        raise UsageError("The sandbox is not installed.", hint=f"Install it with `{_EXTRA}`.")


def _responds(url: str) -> bool:
    try:
        control(url, "GET", "")
    except QoveryError:
        return False
    return True


def _wait_until(done: Callable[[], bool], seconds: float) -> None:
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline and not done():
        time.sleep(_PAUSE)


def _is_alive(pid: int) -> bool:
    if sys.platform == "win32":
        # On Windows, os.kill with signal 0 ends the process.
        return False
    try:
        os.kill(pid, 0)
    except OSError:
        return False
    try:
        # An ended process may remain as a zombie for a while.
        return Path(f"/proc/{pid}/stat").read_text().rpartition(") ")[2][:1] != "Z"
    except OSError:
        return not Path("/proc/self").exists()


def _detached() -> dict[str, Any]:
    if sys.platform == "win32":
        return {"creationflags": subprocess.CREATE_NEW_PROCESS_GROUP | subprocess.DETACHED_PROCESS}
    return {"start_new_session": True}
