"""Tests that the deadline bounds DNS lookup, connecting, headers, body, retries and delays."""

import socket
import threading
import time

import pytest

from qovery_cli.errors import UnavailableError
from qovery_cli.http.request import Request
from qovery_cli.http.request_errors import DeadlineExceededError


@pytest.fixture
def released():
    event = threading.Event()
    yield event
    event.set()


def drips_head(handler):
    try:
        for byte in b"HTTP/1.1 200 OK\r\nX-Long: " + b"x" * 1000:
            handler.wfile.write(bytes([byte]))
            handler.wfile.flush()
            time.sleep(0.02)
    except OSError:
        handler.close_connection = True


def drips_chunk_size(handler):
    handler.send_response(200)
    handler.send_header("Transfer-Encoding", "chunked")
    handler.end_headers()
    try:
        for _ in range(1000):
            handler.wfile.write(b"0")
            handler.wfile.flush()
            time.sleep(0.02)
    except OSError:
        handler.close_connection = True


def send_until(client, method, url, seconds):
    """Send a request with a deadline; return the error and the elapsed seconds."""
    started = time.monotonic()
    client.deadline = started + seconds
    with pytest.raises(DeadlineExceededError) as caught:
        client.send(Request(method, url))
    return caught.value, time.monotonic() - started


@pytest.mark.parametrize("step", [drips_head, drips_chunk_size])
def test_slow_response_ends_at_the_deadline(loopback, client_at, step):
    server = loopback(step)
    error, took = send_until(client_at(server.url), "GET", server.url + "/x", 0.3)
    assert took < 0.8
    assert (error.exit_code, error.may_have_arrived) == (7, True)
    assert "no complete response within 0.3 s" in error.message


@pytest.mark.parametrize("step", [drips_head, drips_chunk_size])
def test_slow_response_ends_at_the_request_timeout(loopback, client_at, step):
    server = loopback(step)
    started = time.monotonic()
    with pytest.raises(UnavailableError, match=r"no complete response within 0\.2 s"):
        client_at(server.url, timeout=0.2).send(Request("GET", server.url + "/x"))
    assert time.monotonic() - started < 1


def test_a_silent_server_ends_with_the_deadline_and_a_post_may_have_arrived(
    loopback, client_at, released
):
    server = loopback(lambda _: released.wait(5))
    error, took = send_until(
        client_at(server.url), "POST", server.url + "/application/a/deploy", 0.2
    )
    assert took < 0.7
    assert error.may_have_arrived
    assert "may have been carried out" in error.message
    assert "/application/a/status" in error.hint


def test_slow_dns_lookup_counts_as_unsent(monkeypatch, client_at, released):
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: released.wait(5))
    error, took = send_until(
        client_at("http://api.acme.test"), "POST", "http://api.acme.test/x", 0.2
    )
    assert took < 0.7
    assert not error.may_have_arrived


def test_a_request_abandoned_while_connecting_is_never_sent(
    monkeypatch, loopback, steps, client_at, released
):
    server = loopback(steps.respond(200, b"[]"))
    look_up, callers = socket.getaddrinfo, []

    def slow(*args, **more):
        callers.append(threading.current_thread())
        released.wait(5)
        return look_up(*args, **more)

    monkeypatch.setattr(socket, "getaddrinfo", slow)
    client = client_at(server.url)
    send_until(client, "POST", server.url + "/x", 0.1)
    released.set()
    callers[0].join(5)
    client.deadline = None
    assert client.send(Request("GET", server.url + "/y")).data == []
    assert server.seen == [("GET", "/y")]


def test_delay_beyond_the_deadline_fails_at_once(httpx_mock, client_at):
    httpx_mock.add_response(status_code=429, headers={"Retry-After": "30"})
    client = client_at()
    error, took = send_until(client, "POST", "https://api.acme.test/x", 10)
    assert (client.pauses, error.may_have_arrived) == ([], False)
    assert took < 1
    assert "429" in error.message


def test_delay_before_the_deadline_is_kept(httpx_mock, client_at):
    httpx_mock.add_response(status_code=429, headers={"Retry-After": "3"})
    httpx_mock.add_response(json=[])
    client = client_at()
    client.deadline = time.monotonic() + 10
    assert client.send(Request("GET", "https://api.acme.test/x")).data == []
    assert client.pauses == [3.0]


def test_nothing_is_sent_after_the_deadline(client_at):
    client = client_at()
    client.deadline = time.monotonic() - 1
    with pytest.raises(DeadlineExceededError, match="timed out before it was sent"):
        client.send(Request("POST", "https://api.acme.test/x"))


def test_the_deadline_holds_for_requests_sent_in_parallel(loopback, client_at, released):
    server = loopback(lambda _: released.wait(5))
    client = client_at(server.url)
    started = time.monotonic()
    client.deadline = started + 0.2
    answers = client.send_all([Request("GET", f"{server.url}/{n}") for n in range(12)])
    assert time.monotonic() - started < 1
    assert {type(answer) for answer in answers} == {DeadlineExceededError}


def test_response_before_the_deadline_is_returned(loopback, steps, client_at):
    server = loopback(steps.respond(200, b"[1]"))
    client = client_at(server.url)
    client.deadline = time.monotonic() + 5
    assert client.send(Request("GET", server.url + "/x")).data == [1]


def test_error_before_the_deadline_is_raised_unchanged(loopback, steps, client_at):
    server = loopback(steps.respond(500))
    client = client_at(server.url)
    client.deadline = time.monotonic() + 5
    with pytest.raises(UnavailableError) as caught:
        client.send(Request("GET", server.url + "/x"))
    assert type(caught.value) is UnavailableError
