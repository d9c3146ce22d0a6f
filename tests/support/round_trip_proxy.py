"""A server in front of a sandbox that answers in waves, and so shows what waits for what.

It holds every request until the client has no other to send, passes all of them on, and answers
them together. A request that needs an answer cannot be in the same wave as what it needs, so the
number of waves is the number of dependent round trips. A client that is slow to send what it
could have sent at once makes waves too many, never too few: then a longer ``quiet`` tells.
"""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.client import HTTPConnection
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from time import monotonic
from typing import Any
from urllib.parse import urlsplit


@dataclass
class Held:
    """A request that waits for its wave; ``began`` and ``ended`` are in seconds."""

    method: str
    target: str
    headers: dict[str, str]
    body: bytes
    began: float
    ended: float = 0.0
    wave: int = 0
    status: int = 0
    content: bytes = b""
    content_type: str = "application/json"
    answered: threading.Event = field(default_factory=threading.Event)

    @property
    def line(self) -> str:
        """The request as ``METHOD /path``, with its query."""
        return f"{self.method} {self.target}"


class Waves:
    """What arrived since the start: ``requests`` in order, each with the number of its wave."""

    def __init__(self, behind: str, quiet: float) -> None:
        self.requests: list[Held] = []
        self.url = ""
        self.quiet = quiet
        self._behind = HTTPConnection(urlsplit(behind).netloc)
        self._waiting: list[Held] = []
        self._latest = 0.0
        self._changed = threading.Condition()
        self._ended = False

    @property
    def depth(self) -> int:
        """How many round trips depend on one another."""
        return max((one.wave for one in self.requests), default=0)

    @property
    def by_wave(self) -> list[list[str]]:
        """The requests of each wave, sorted."""
        waves = range(1, self.depth + 1)
        return [sorted(one.line for one in self.requests if one.wave == wave) for wave in waves]

    def forget(self, quiet: float) -> None:
        """Start anew, with another time to wait for what else comes."""
        self.requests.clear()
        self.quiet = quiet

    def hold(self, request: Held) -> None:
        """Keep a request until its wave was answered."""
        with self._changed:
            self.requests.append(request)
            self._waiting.append(request)
            self._latest = monotonic()
            self._changed.notify()
        request.answered.wait()

    def run(self) -> None:
        """Answer wave after wave, until the end."""
        while self._next_wave_is_complete():
            with self._changed:
                wave, self._waiting = self._waiting, []
                number = self.depth + 1
            for request in wave:
                self._pass_on(request)
                request.wave = number
            with self._changed:
                self._latest = monotonic()
            for request in wave:
                request.ended = monotonic()
                request.answered.set()

    def end(self) -> None:
        """Let everything come to its end."""
        with self._changed:
            self._ended = True
            self._changed.notify()
        for request in self.requests:
            request.answered.set()
        self._behind.close()

    def _next_wave_is_complete(self) -> bool:
        with self._changed:
            while not self._ended:
                left = self._latest + self.quiet - monotonic()
                if self._waiting and left <= 0:
                    return True
                self._changed.wait(left if self._waiting else None)
        return False

    def _pass_on(self, request: Held) -> None:
        kept = {n: v for n, v in request.headers.items() if n.lower() not in _NOT_PASSED}
        self._behind.request(request.method, request.target, request.body or None, kept)
        answer = self._behind.getresponse()
        request.status, request.content = answer.status, answer.read()
        request.content_type = answer.headers.get("Content-Type", "application/json")


_NOT_PASSED = {"host", "connection", "accept-encoding", "content-length"}


@contextmanager
def in_front_of(url: str, quiet: float = 0.02) -> Iterator[Waves]:
    """Run a server in front of another until the block ends."""
    waves = Waves(url, quiet)

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        disable_nagle_algorithm = True

        def _answer(self) -> None:
            body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
            headers = dict(self.headers.items())
            request = Held(self.command, self.path, headers, body, monotonic())
            waves.hold(request)
            self.send_response(request.status or 503)
            self.send_header("Content-Type", request.content_type)
            self.send_header("Content-Length", str(len(request.content)))
            self.end_headers()
            self.wfile.write(request.content)

        do_GET = do_POST = do_PUT = do_PATCH = do_DELETE = _answer  # noqa: N815

        def log_message(self, format: str, *args: Any) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    waves.url = f"http://127.0.0.1:{server.server_address[1]}"
    threads = [
        threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True),
        threading.Thread(target=waves.run, daemon=True),
    ]
    for thread in threads:
        thread.start()
    try:
        yield waves
    finally:
        waves.end()
        server.shutdown()
        server.server_close()
