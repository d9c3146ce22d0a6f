"""Sandboxes as processes of their own, and what a test asks of one directly."""

import itertools
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx
from program import clean_environ

TOKEN = "sandbox"


class Sandbox:
    """A running sandbox."""

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


@contextmanager
def running(
    folder: Path, level: str, speed: int = 200, environ: Mapping[str, str] | None = None
) -> Iterator[Sandbox]:
    """Run a sandbox until the end of the block, with some further variables."""
    words = ["sandbox", "run", "--port", "0", "--speed", str(speed), "--api", level]
    process = subprocess.Popen(
        [sys.executable, "-m", "qovery_cli", *words],
        stdout=subprocess.PIPE,
        env={**clean_environ(folder), **(environ or {})},
        text=True,
    )
    assert process.stdout is not None
    try:
        sandbox = Sandbox(process.stdout.readline().split()[-1], level, process.pid)
        try:
            yield sandbox
        finally:
            sandbox.client.close()
    finally:
        process.terminate()
        process.wait(timeout=20)
        process.stdout.close()
