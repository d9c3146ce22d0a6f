"""A scripted loopback server, including broken connections."""

import ssl
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Lock, Thread

import pytest
from certificate import CERTIFICATE

from qovery_cli.http.client import Client

Step = Callable[[BaseHTTPRequestHandler], None]


@dataclass
class Loopback:
    """A running server and the requests that it received."""

    url: str
    seen: list[tuple[str, str]] = field(default_factory=list)
    headers: list[dict[str, str]] = field(default_factory=list)
    bodies: list[bytes] = field(default_factory=list)


@pytest.fixture
def loopback() -> Iterator[Callable[..., Loopback]]:
    """Start a server that runs one step for each request, and repeats the last one."""
    running: list[ThreadingHTTPServer] = []

    def start(*steps: Step, tls: bool = False) -> Loopback:
        lock = Lock()
        server_log = Loopback("")

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def handle_one_request(self) -> None:
                self.raw_requestline = self.rfile.readline(65537)
                if not self.raw_requestline or not self.parse_request():
                    self.close_connection = True
                    return
                length = int(self.headers.get("content-length") or 0)
                with lock:
                    step = steps[min(len(server_log.seen), len(steps) - 1)]
                    server_log.seen.append((self.command, self.path))
                    server_log.headers.append({k.lower(): v for k, v in self.headers.items()})
                    server_log.bodies.append(self.rfile.read(length))
                step(self)
                self.wfile.flush()

            def log_message(self, *args: object) -> None:
                pass

        server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        server.daemon_threads = True
        server.block_on_close = False
        if tls:
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(CERTIFICATE)
            server.socket = context.wrap_socket(server.socket, server_side=True)
        server.handle_error = lambda *_: None
        running.append(server)
        Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
        host = "localhost" if tls else "127.0.0.1"
        server_log.url = f"{'https' if tls else 'http'}://{host}:{server.server_port}"
        return server_log

    yield start
    for server in running:
        server.shutdown()
        server.server_close()


def respond(status: int, body: bytes = b"", **headers: str) -> Step:
    """Return a step that sends a response; underscores in header names become dashes."""

    def step(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(status)
        for name, value in headers.items():
            handler.send_header(name.replace("_", "-"), value)
        handler.send_header("Content-Length", str(len(body)))
        handler.end_headers()
        handler.wfile.write(body)

    return step


def hang_up(handler: BaseHTTPRequestHandler) -> None:
    """Read the request and close the connection without a response."""
    handler.close_connection = True


def truncate_body(handler: BaseHTTPRequestHandler) -> None:
    """Announce a hundred bytes and send three."""
    handler.send_response(200)
    handler.send_header("Content-Length", "100")
    handler.end_headers()
    handler.wfile.write(b'{"a')
    handler.close_connection = True


@pytest.fixture
def steps() -> type:
    """Return the steps of a loopback server."""

    class Steps:
        respond = staticmethod(respond)
        hang_up = staticmethod(hang_up)
        truncate_body = staticmethod(truncate_body)

    return Steps


@pytest.fixture
def client_at():
    """Return a factory of clients that record their delays instead of sleeping."""
    made = []

    def make(url="https://api.acme.test", authorization="Token t-1", **more):
        pauses = []
        client = Client(url, authorization, sleep=pauses.append, **more)
        client.pauses = pauses
        made.append(client)
        return client

    yield make
    for client in made:
        client.close()
