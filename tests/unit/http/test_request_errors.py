import socket
import threading
import time

import pytest

from qovery_cli.errors import (
    UnavailableError,
    UsageError,
)
from qovery_cli.http.request import Request


def test_broken_connection_is_retried_for_a_read(loopback, steps, client_at):
    server = loopback(steps.hang_up, steps.truncate_body, steps.respond(200, b"[1]"))
    assert client_at(server.url).send(Request("GET", server.url + "/x")).data == [1]
    assert len(server.seen) == 3


def test_broken_connection_is_not_retried_for_a_post(loopback, steps, client_at):
    server = loopback(steps.hang_up)
    with pytest.raises(UnavailableError, match="may have been carried out"):
        client_at(server.url).send(Request("POST", server.url + "/x", body={}))
    assert len(server.seen) == 1


def test_retried_delete_with_lost_response_succeeds(loopback, steps, client_at):
    server = loopback(steps.hang_up, steps.respond(404, b'{"message": "no such"}'))
    answer = client_at(server.url).send(Request("DELETE", server.url + "/application/a"))
    assert answer.status == 204


def test_refused_connection_is_reported_after_four_attempts(client_at):
    client = client_at("http://127.0.0.1:1")
    with pytest.raises(UnavailableError, match=r"Could not connect to 127.0.0.1 after 4") as caught:
        client.send(Request("POST", "http://127.0.0.1:1/x"))
    assert "qovery sandbox start" in caught.value.hint


def test_unknown_host_is_reported(monkeypatch, client_at):
    def unknown(*args, **more):
        raise socket.gaierror(-2, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", unknown)
    url = "http://api.acme.test"
    with pytest.raises(UnavailableError, match="unknown host name"):
        client_at(url).send(Request("POST", url + "/x"))


def test_encoded_path_segments_are_sent_unchanged(loopback, steps, client_at):
    server = loopback(steps.respond(204))
    client_at(server.url).send(Request("GET", server.url + "/a/%2E%2E/b%2Fc%7Cd%25"))
    assert server.seen == [("GET", "/a/%2E%2E/b%2Fc%7Cd%25")]


def test_hanging_response_times_out(loopback, client_at):
    released = threading.Event()
    server = loopback(lambda _: released.wait(5))
    started = time.monotonic()
    with pytest.raises(UnavailableError, match=r"No response from .* after 2 attempts"):
        client_at(server.url, timeout=0.05).send(Request("GET", server.url + "/x"))
    released.set()
    assert time.monotonic() - started < 4


def test_proxy_of_the_environment_is_used(monkeypatch, loopback, steps, client_at):
    proxy = loopback(steps.respond(200, b"[7]"))
    monkeypatch.setenv("HTTP_PROXY", proxy.url)
    monkeypatch.delenv("NO_PROXY", raising=False)
    monkeypatch.delenv("no_proxy", raising=False)
    client = client_at("http://api.acme.test")
    assert client.send(Request("GET", "http://api.acme.test/x")).data == [7]
    assert proxy.seen == [("GET", "http://api.acme.test/x")]


def test_proxy_authentication_is_reported(monkeypatch, loopback, steps, client_at):
    proxy = loopback(steps.respond(407, b"who are you?"))
    monkeypatch.setenv("HTTP_PROXY", proxy.url)
    monkeypatch.delenv("NO_PROXY", raising=False)
    monkeypatch.delenv("no_proxy", raising=False)
    with pytest.raises(UnavailableError, match="rejected by the proxy") as caught:
        client_at("http://api.acme.test").send(Request("GET", "http://api.acme.test/x"))
    assert "HTTPS_PROXY" in caught.value.hint


def test_loopback_bypasses_the_proxy(monkeypatch, loopback, steps, client_at):
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:1")
    monkeypatch.delenv("NO_PROXY", raising=False)
    server = loopback(steps.respond(200, b"[7]"))
    assert client_at(server.url).send(Request("GET", server.url + "/x")).data == [7]


@pytest.mark.parametrize("proxy", ["gopher://p.test:1", "socks5://u:s3cr3t@p.test:1", "http://:x"])
def test_invalid_proxy_is_reported_without_its_password(monkeypatch, client_at, proxy):
    monkeypatch.setenv("HTTP_PROXY", proxy)
    with pytest.raises(UsageError, match="Invalid proxy URL") as caught:
        client_at("http://api.acme.test").send(Request("GET", "http://api.acme.test/x"))
    assert "s3cr3t" not in caught.value.message + (caught.value.hint or "")
