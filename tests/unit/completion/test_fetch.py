import socket
import threading
import time
from contextlib import contextmanager, suppress
from urllib.parse import urlsplit

import pytest
from certificate import CERTIFICATE
from list_server import serving

from qovery_cli.completion import fetch as fetch_module
from qovery_cli.completion.endpoints import NetworkError, RefusedError
from qovery_cli.completion.fetch import Fetch


@pytest.fixture
def server():
    with serving() as running:
        running.has("/organization", ("Acme", "1"))
        yield running


@pytest.fixture
def fetch(server):
    made = []

    def fetch(url: str = "", seconds: float = 5, **environ: str) -> Fetch:
        deadline = time.monotonic() + seconds
        made.append(Fetch(url or server.url, "Token secret", environ, deadline))
        return made[-1]

    yield fetch
    for one in made:
        one.close()


@contextmanager
def answering(content: bytes, closes: bool = True):
    """Serve the same bytes to every connection."""
    listener = socket.create_server(("127.0.0.1", 0))
    done = threading.Event()

    def serve() -> None:
        connection, _ = listener.accept()
        with connection:
            connection.recv(65536)
            connection.sendall(content)
            if not closes:
                done.wait()

    thread = threading.Thread(target=serve, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{listener.getsockname()[1]}"
    finally:
        done.set()
        thread.join()
        listener.close()


@pytest.mark.parametrize("start", [b"HTTP/1.1 200 OK\r\nX-Long: ", b"HTTP/1.1 200 OK\r\n\r\n"])
def test_slow_response_times_out_at_the_deadline(fetch, start):
    listener = socket.create_server(("127.0.0.1", 0))

    def drip() -> None:
        connection, _ = listener.accept()
        with connection, suppress(OSError):
            connection.sendall(start)
            for _ in range(150):
                connection.sendall(b"x")
                time.sleep(0.02)

    threading.Thread(target=drip, daemon=True).start()
    started = time.monotonic()
    with listener, pytest.raises(NetworkError):
        fetch(f"http://127.0.0.1:{listener.getsockname()[1]}", seconds=0.2).get("/organization")
    assert time.monotonic() - started < 1


def test_request_has_the_headers_of_the_client(server, fetch):
    assert fetch().get("/organization")["results"][0]["name"] == "Acme"
    ((path, headers),) = server.asked
    assert path == "/organization"
    assert headers["Authorization"] == "Token secret"
    assert headers["Accept"] == "application/json"
    assert headers["User-Agent"].startswith("CLI qovery-cli")


def test_base_url_may_have_a_path(server, fetch):
    server.has("/v1/organization", ("Acme", "1"))
    fetch(f"{server.url}/v1").get("/organization")
    assert server.paths == ["/v1/organization"]


def test_connection_is_reused(server, fetch):
    one, ports = fetch(), set()
    for _ in range(3):
        one.get("/organization")
        assert one._socket is not None
        ports.add(one._socket.getsockname()[1])
    assert len(server.paths) == 3
    assert len(ports) == 1


@pytest.mark.parametrize("status", [400, 401, 403, 404])
def test_4xx_raises_refused_error(server, fetch, status):
    server.status = status
    with pytest.raises(RefusedError):
        fetch().get("/organization")


@pytest.mark.parametrize("status", [204, 301, 302, 429, 500, 503])
def test_other_statuses_raise_network_error(server, fetch, status):
    server.status = status
    if status == 204:
        server.lists["/organization"] = None
    with pytest.raises(NetworkError):
        fetch().get("/organization")


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"SSH-2.0-OpenSSH_9.2\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n<htm>",
        b"HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\n[",
        b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n\xff\xfe",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Length: 20000\r\n\r\n" + b"[" * 20000,
    ],
)
def test_invalid_response_raises_network_error(content, fetch):
    with answering(content) as url, pytest.raises(NetworkError):
        fetch(url).get("/organization")


@pytest.mark.parametrize("rest", [b"[1,", b"", b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n[]"])
def test_extra_bytes_are_not_read_as_the_next_response(rest, fetch):
    """Neither are the remaining bytes of an aborted response."""
    with answering(b"HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\n[1]" + rest, closes=False) as url:
        one = fetch(url, seconds=0.3)
        assert one.get("/organization") == [1]
        with pytest.raises(NetworkError):
            one.get("/organization")


def test_connection_is_reopened_after_connection_close(server, fetch):
    server.closes = True
    one = fetch()
    assert one.get("/organization") == one.get("/organization")
    assert len(server.paths) == 2


def test_connection_closed_while_idle_is_reopened(server, fetch):
    one = fetch()
    one.get("/organization")
    one._socket.shutdown(socket.SHUT_RDWR)
    assert one.get("/organization")["results"][0]["id"] == "1"


@pytest.mark.parametrize("id", ["1 HTTP/1.1\r\nX: y\r\n\r\n", "a b", "a\nb", "\u00e9", "a\x7f"])
def test_an_id_cannot_change_the_request(id, server, fetch):
    with pytest.raises(NetworkError):
        fetch().get(f"/organization/{id}")
    assert server.paths == []


def test_refused_connection_raises_network_error(fetch):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    with pytest.raises(NetworkError):
        fetch(f"http://127.0.0.1:{port}").get("/organization")


def test_hanging_server_times_out_at_the_deadline(server, fetch):
    server.hang()
    with pytest.raises(NetworkError):
        fetch(seconds=0.2).get("/organization")


def test_no_request_is_sent_after_the_deadline(server, fetch):
    with pytest.raises(NetworkError):
        fetch(seconds=-1).get("/organization")
    assert server.paths == []


def test_invalid_url_raises_network_error(fetch):
    with pytest.raises(NetworkError):
        fetch("http://127.0.0.1:notaport").get("/organization")


#: Variables, the URL that is asked for, and the proxy that it is asked from.
PROXIES = {
    "lower": ("http_proxy=http://p:1", "http://x.test", "http://p:1"),
    "https": ("HTTPS_PROXY=http://p:1", "https://x.test", "http://p:1"),
    "other scheme": ("https_proxy=http://p:1", "http://x.test", None),
    "all": ("ALL_PROXY=http://p:1", "https://x.test", "http://p:1"),
    "capitals": ("HTTP_PROXY=http://p:1", "http://x.test", "http://p:1"),
    "a header of a web server": (
        "HTTP_PROXY=http://p:1; REQUEST_METHOD=GET",
        "http://x.test",
        None,
    ),
    "small letters first": (
        "https_proxy=http://p:1; HTTPS_PROXY=http://q:1",
        "https://x.test",
        "http://p:1",
    ),
    "none on purpose": ("https_proxy=; HTTPS_PROXY=http://q:1", "https://x.test", None),
    "no scheme": ("https_proxy=p:1", "https://x.test", "http://p:1"),
    "a scheme in capitals": ("https_proxy=HTTP://p:1", "https://x.test", "http://p:1"),
    "no, with the port": ("all_proxy=http://p:1; no_proxy=X.test:443", "https://x.test", None),
    "no, with another port": (
        "all_proxy=http://p:1; no_proxy=x.test:80",
        "https://x.test",
        "http://p:1",
    ),
    "no, only below": ("all_proxy=http://p:1; no_proxy=.x.test", "https://x.test", "http://p:1"),
    "no, an address": ("all_proxy=http://p:1; no_proxy=fe80::1", "https://[fe80::1]", None),
    "another kind": ("https_proxy=socks5://p:1", "https://x.test", None),
    "loopback": ("all_proxy=http://p:1", "http://127.0.0.1", None),
    "no": ("all_proxy=http://p:1; no_proxy=a, x.test", "https://x.test", None),
    "no, below": ("all_proxy=http://p:1; NO_PROXY=.test", "https://x.test", None),
    "no, everything": ("all_proxy=http://p:1; no_proxy=*", "https://x.test", None),
    "no, half a name": ("all_proxy=http://p:1; no_proxy=est", "https://x.test", "http://p:1"),
    "none": ("", "https://x.test", None),
}


@pytest.mark.parametrize(("variables", "url", "expected"), PROXIES.values(), ids=PROXIES)
def test_proxy_is_selected_from_the_environment(variables, url, expected):
    environ = dict(one.split("=") for one in variables.split("; ") if one)
    actual = fetch_module._proxy(urlsplit(url), environ)
    assert (actual and actual.geturl()) == expected


def test_proxy_request_has_the_full_url_and_credentials(server, fetch):
    server.lists["http://api.test/organization"] = {"results": []}
    proxy = server.url.replace("http://", "http://me:p%40ss@")
    assert fetch("http://api.test", http_proxy=proxy).get("/organization") == {"results": []}
    ((path, headers),) = server.asked
    assert path == "http://api.test/organization"
    assert headers["Proxy-Authorization"] == "Basic bWU6cEBzcw=="
    assert headers["Host"] == "api.test"


@pytest.fixture
def secure():
    with serving(tls=True) as running:
        running.has("/organization", ("Acme", "1"))
        yield running


def test_https_url_uses_tls(secure, fetch):
    trusting = fetch(secure.url, SSL_CERT_FILE=str(CERTIFICATE))
    for _ in range(2):
        assert trusting.get("/organization")["results"][0]["id"] == "1"
    assert [headers["Authorization"] for _, headers in secure.asked] == ["Token secret"] * 2


def test_untrusted_server_gets_no_token(secure, fetch):
    with pytest.raises(NetworkError):
        fetch(secure.url).get("/organization")
    assert secure.asked == []


@contextmanager
def tunnelling(status: bytes, to: int):
    """Run a proxy that opens one tunnel to a local port, whatever host is requested."""
    listener, heard = socket.create_server(("127.0.0.1", 0)), []

    def carry(source: socket.socket, target: socket.socket) -> None:
        with suppress(OSError):
            while content := source.recv(65536):
                target.sendall(content)
        with suppress(OSError):
            target.shutdown(socket.SHUT_WR)

    def serve() -> None:
        client, _ = listener.accept()
        with client, socket.create_connection(("127.0.0.1", to)) as server:
            heard.append(client.recv(65536).decode())
            client.sendall(b"HTTP/1.1 " + status + b"\r\n\r\n")
            back = threading.Thread(target=carry, args=(server, client), daemon=True)
            back.start()
            carry(client, server)
            back.join()

    thread = threading.Thread(target=serve, daemon=True)
    thread.start()
    try:
        yield f"http://me:p%40ss@127.0.0.1:{listener.getsockname()[1]}", heard
    finally:
        listener.close()


def test_https_url_uses_a_proxy_tunnel(secure, fetch, monkeypatch):
    port = int(secure.url.rpartition(":")[2])
    # Loopback hosts bypass the proxy, so the host name is one that only the proxy resolves.
    monkeypatch.setattr("qovery_cli.completion.fetch.is_loopback", lambda _: False)
    with tunnelling(b"200 Connection established", port) as (proxy, heard):
        one = fetch(secure.url, https_proxy=proxy, SSL_CERT_FILE=str(CERTIFICATE))
        assert one.get("/organization") == one.get("/organization")
        one.close()
    (request,) = heard
    assert request.startswith(f"CONNECT localhost:{port} HTTP/1.1\r\nHost: localhost:{port}\r\n")
    assert "Proxy-Authorization: Basic bWU6cEBzcw==" in request
    assert "secret" not in request
    assert all("Proxy-Authorization" not in headers for _, headers in secure.asked)


def test_refused_tunnel_raises_network_error(secure, fetch, monkeypatch):
    monkeypatch.setattr("qovery_cli.completion.fetch.is_loopback", lambda _: False)
    refusing = tunnelling(b"407 Who are you", int(secure.url.rpartition(":")[2]))
    with refusing as (proxy, heard), pytest.raises(NetworkError):
        fetch(secure.url, https_proxy=proxy).get("/organization")
    assert len(heard) == 1
    assert secure.asked == []


def test_proxy_does_not_receive_the_token_of_an_https_url(server, fetch):
    with pytest.raises(NetworkError):
        fetch("https://api.test", https_proxy=server.url).get("/organization")
    assert all("secret" not in str(asked) for asked in server.asked)
