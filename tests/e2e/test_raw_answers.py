"""``qovery api`` passes any body through unchanged, in constant memory; downloads as well."""

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from fake_api import FakeApi

KUBECONFIG = b"apiVersion: v1\r\nkind: Config\nusers:\n- name: caf\xc3\xa9\n"
BODIES = {
    "/yaml": ("application/x-yaml", KUBECONFIG),
    "/text": ("text/plain", b"no line end, \x1b[31mred"),
    "/binary": ("application/octet-stream", bytes(range(256)) * 300),
    "/html": ("text/html", b"<!doctype html><p>hi"),
    "/json": ("application/json", b'{"b":1,"a":"\xc3\xa9"}'),
    "/problem": ("application/problem+json", b"[1,2]"),
    "/untyped": ("", b'{"a": 1}'),
    "/cut": ("application/json", b'{"a": '),
    "/empty": ("application/json", b""),
}


class Server(ThreadingHTTPServer):
    """Answers with the bodies above, and keeps what it was sent."""

    daemon_threads = True
    received: list[tuple[str, str, bytes]]


class Handler(BaseHTTPRequestHandler):
    """Answers one request."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        if self.path == "/huge":
            self.huge()
        elif "if-none-match" in self.headers:
            self.reply(304, "", b"")
        else:
            self.reply(200, *BODIES[self.path])

    def do_PUT(self) -> None:
        length = int(self.headers["content-length"])
        sent = (self.path, self.headers["content-type"], self.rfile.read(length))
        # The fixture gives its server this list; typeshed's server has none.
        self.server.received.append(sent)  # type: ignore[attr-defined]
        self.reply(299, "text/plain", b"taken")

    def reply(self, status: int, kind: str, body: bytes) -> None:
        self.send_response(status)
        if kind:
            self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def huge(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str((64 << 20) + 2))
        self.end_headers()
        self.wfile.write(b'"' + b"x" * (64 << 20) + b'"')

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def server() -> Iterator[Server]:
    made = Server(("127.0.0.1", 0), Handler)
    made.received = []
    threading.Thread(target=made.serve_forever, args=(0.01,), daemon=True).start()
    yield made
    made.shutdown()
    made.server_close()


@pytest.fixture
def environ(server):
    url = f"http://127.0.0.1:{server.server_port}"
    return {"QOVERY_API_URL": url, "QOVERY_API_TOKEN": "qov_t"}


@pytest.fixture
def output(qovery, environ):
    """Return the bytes that a line writes to a file."""
    import subprocess

    def run(*words, **more):
        ended = subprocess.run(
            qovery.command("api", *words),
            capture_output=True,
            env={**qovery.home.environ, **environ, **more},
            cwd=qovery.home.path,
            timeout=60,
            check=False,
        )
        assert ended.returncode == 0, ended
        return ended.stdout

    return run


@pytest.mark.parametrize("path", ["/yaml", "/text", "/binary", "/html", "/cut", "/empty"])
def test_what_is_no_json_is_passed_through_byte_for_byte(path, output):
    assert output(path) == BODIES[path][1]


@pytest.mark.parametrize("path", ["/json", "/problem", "/untyped"])
def test_json_is_formatted(path, output):
    shown = output(path)
    assert shown.endswith(b"\n")
    assert json.loads(shown) == json.loads(BODIES[path][1])
    assert shown == (json.dumps(json.loads(shown), indent=2, ensure_ascii=False) + "\n").encode()


def test_a_huge_answer_is_passed_on_whatever_the_limit(output):
    shown = output("/huge", QOVERY_MAX_ANSWER="1MB")
    assert len(shown) == (64 << 20) + 2


def test_a_format_that_needs_all_of_it_keeps_the_limit(ran, environ):
    ended = ran("api /huge -o yaml", env={**environ, "QOVERY_MAX_ANSWER": "1MB"})
    assert ended.code == 7
    assert "larger than 1 MiB" in ended.sentence


def test_an_invalid_limit_is_a_usage_error(ran, environ):
    ended = ran("api /json", env={**environ, "QOVERY_MAX_ANSWER": "lots"})
    assert ended.code == 2
    assert "QOVERY_MAX_ANSWER" in ended.sentence


@pytest.mark.parametrize("content", [KUBECONFIG, bytes(range(256)), b""])
def test_a_body_of_any_type_is_sent_unchanged(content, output, server, home):
    (home.path / "body").write_bytes(content)
    words = ["-X", "PUT", "--input", "body", "--content-type", "application/x-yaml", "-i"]
    shown = output("/kubeconfig", *words)
    assert server.received == [("/kubeconfig", "application/x-yaml", content)]
    assert shown.startswith(b"HTTP 299\n")
    assert shown.endswith(b"\n\ntaken")


def test_the_content_type_is_json_unless_it_is_named(output, server, home):
    home.write("body", "{}")
    output("/x", "-X", "PUT", "--input", "body")
    assert server.received == [("/x", "application/json", b"{}")]


def test_not_modified_is_no_redirect(ran, environ):
    ended = ran("api /json", "-H", "If-None-Match: x", env=environ)
    assert (ended.code, ended.out) == (0, "")
    assert "Not modified" in ended.err


@pytest.mark.parametrize("how", [["--dry-run", "-o", "json"], ["--explain"], ["--dry-run"]])
def test_a_rehearsal_shows_no_secret_of_a_file(how, ran, environ, home):
    home.write("kube", "users:\n- token: s3cr3t\n")
    home.write("body.json", '{"password": "s3cr3t"}')
    for name in ("kube", "body.json"):
        ended = ran("api /x -X PUT", "--input", name, *how, env=environ)
        assert ended.code == 0, ended
        assert "s3cr3t" not in ended.out + ended.err


INVOICE = "123e4567-e89b-12d3-a456-426614174000"


def download(ran, monkeypatch, link, *words):
    api = FakeApi.instead_of_network(monkeypatch, "1.0.4")
    api.answers["getOrganizationInvoicePDF"] = {"url": link}
    line = ["--organization", INVOICE, INVOICE, *words]
    return ran("org billing invoice download", *line, env=api.environ)


@pytest.mark.parametrize("link", [None, "", "later", "ftp://a.test/x", "http://[", 7, "https://"])
def test_an_invoice_link_that_is_no_url_is_an_unexpected_answer(link, ran, monkeypatch):
    ended = download(ran, monkeypatch, link)
    assert ended.code == 7
    assert "unexpected shape" in ended.sentence
    assert "later" not in ended.hint


def test_an_invoice_is_saved_as_it_comes(ran, monkeypatch, server, home):
    link = f"http://127.0.0.1:{server.server_port}/binary"
    ended = download(ran, monkeypatch, link, "--to", "invoice.pdf")
    assert ended.code == 0, ended
    assert (home.path / "invoice.pdf").read_bytes() == BODIES["/binary"][1]
    assert [file.name for file in home.path.glob("*.part")] == []
