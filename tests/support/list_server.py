"""A real server on the loopback that answers lists, or that never answers."""

import json
import ssl
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from certificate import CERTIFICATE

#: Is in every answer, and must be in no cache.
CANARY = "canary-b7c1"


class ListServer:
    """Lists by path. ``asked`` has path and headers of each request, in order."""

    def __init__(self) -> None:
        self.lists: dict[str, Any] = {}
        self.asked: list[tuple[str, dict[str, str]]] = []
        self.status = 200
        self.trickles = False
        self.closes = False
        self.url = ""
        self._answers = threading.Event()
        self._answers.set()
        self._answers_there = threading.Event()
        self._hanging: set[str] = set()
        self._ended = threading.Event()

    @property
    def paths(self) -> list[str]:
        """The paths that were asked for, in order."""
        return [path for path, _ in self.asked]

    def has(self, path: str, *named: Sequence[str]) -> None:
        """Answer a path with resources of these names and ids, and something that is secret."""
        items = [{"name": name, "id": id, "value": CANARY} for name, id in named]
        self.lists[path] = {"results": items}

    def hang(self) -> None:
        """Keep every request waiting until the test ends."""
        self._answers.clear()

    def hang_at(self, path: str) -> None:
        """Keep requests for one path waiting until the test ends, or the server is let go."""
        self._hanging.add(path)
        self._answers_there.clear()

    def let_go(self) -> None:
        """Answer again, also what is waiting."""
        self._answers.set()
        self._answers_there.set()

    def answer(self, handler: BaseHTTPRequestHandler) -> None:
        """Answer one request."""
        self.asked.append((handler.path, dict(handler.headers)))
        self._answers.wait()
        if handler.path in self._hanging:
            self._answers_there.wait()
        if self._ended.is_set():
            return
        known = handler.path in self.lists
        content = json.dumps(self.lists.get(handler.path, {"status": 404})).encode()
        handler.send_response(self.status if known else 404)
        handler.send_header("Content-Length", str(len(content)))
        if self.closes:
            handler.send_header("Connection", "close")
        handler.end_headers()
        if self.trickles:
            handler.wfile.write(content[:1])
            handler.wfile.flush()
            self._ended.wait()
        else:
            handler.wfile.write(content)

    def end(self) -> None:
        """Let every handler come to its end."""
        self._ended.set()
        self.let_go()


def _pass_over(request: Any, client_address: Any) -> None:
    pass


@contextmanager
def serving(*, tls: bool = False) -> Iterator[ListServer]:
    """Run a server until the block ends; with ``tls`` it is localhost, by its certificate."""
    lists = ListServer()

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            lists.answer(self)

        def log_message(self, format: str, *args: Any) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    # A connection that its client gave up must not fail a test that is about something else.
    server.handle_error = _pass_over  # type: ignore[method-assign]
    server.daemon_threads = True
    lists.url = f"http://127.0.0.1:{server.server_port}"
    if tls:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(CERTIFICATE)
        server.socket = context.wrap_socket(server.socket, server_side=True)
        lists.url = f"https://localhost:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    try:
        yield lists
    finally:
        lists.end()
        server.shutdown()
        server.server_close()
        thread.join()
