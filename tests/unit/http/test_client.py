import threading

import httpx
import pytest

from qovery_cli.errors import (
    AuthError,
    ConflictError,
    NotFoundError,
    UnavailableError,
    UsageError,
)
from qovery_cli.http.client import Client, redacted_url
from qovery_cli.http.request import Request

BASE = "https://api.acme.test"


def test_the_authorization_is_sent_as_it_is_given(httpx_mock, client_at):
    httpx_mock.add_response(json={"results": []})
    answer = client_at().send(Request("GET", BASE + "/organization"))
    assert answer.data == {"results": []}
    assert httpx_mock.get_request().headers["Authorization"] == "Token t-1"


def test_without_a_token_no_authorization_is_sent(httpx_mock, client_at):
    httpx_mock.add_response(json={})
    client_at(authorization=None).send(Request("GET", BASE + "/ips"))
    assert "authorization" not in httpx_mock.get_request().headers


def test_a_body_goes_out_as_json(httpx_mock, client_at):
    httpx_mock.add_response(status_code=201, json={"id": "1"})
    client_at().send(Request("POST", BASE + "/x", body={"name": "é"}))
    sent = httpx_mock.get_request()
    assert (sent.content, sent.headers["Content-Type"]) == (
        '{"name":"é"}'.encode(),
        "application/json",
    )


def test_a_header_given_replaces_ours(httpx_mock, client_at):
    httpx_mock.add_response(text="x")
    client_at().send(Request("GET", BASE + "/x", headers=(("accept", "*/*"),), accept="text/plain"))
    assert httpx_mock.get_request().headers.get_list("accept") == ["*/*"]


def test_the_first_word_of_the_user_agent_tells_the_audit_log_that_it_is_a_cli(
    httpx_mock, client_at
):
    httpx_mock.add_response(json={})
    client_at().send(Request("GET", BASE + "/x"))
    assert httpx_mock.get_request().headers["User-Agent"].startswith("CLI ")


@pytest.mark.parametrize("url", ["http://api.acme.test/x", "https://api.acme.test:8443/x"])
def test_the_token_is_not_sent_to_another_origin(client_at, url):
    with pytest.raises(AuthError, match=r"belongs to api.acme.test"):
        client_at().send(Request("GET", url))


def test_a_redirect_is_not_followed(httpx_mock, client_at):
    httpx_mock.add_response(status_code=307, headers={"Location": "https://evil.test/x"})
    with pytest.raises(UnavailableError, match=r"redirects to evil.test"):
        client_at().send(Request("GET", BASE + "/x"))


@pytest.mark.parametrize("url", ["", "api.qovery.com", "ftp://a.test", "http://", "http://a:b:c"])
def test_a_url_that_is_none_is_refused_at_once(url):
    with pytest.raises(UsageError, match="not a URL of an API"):
        Client(url)


@pytest.mark.parametrize("token", ["Token a\nb", "Token é", "Bearer \x00"])
def test_a_token_that_no_header_can_hold_is_refused_without_showing_it(token):
    with pytest.raises(AuthError) as caught:
        Client(BASE, token)
    assert token not in caught.value.message


@pytest.mark.parametrize("method", ["GET", "PUT", "DELETE"])
@pytest.mark.parametrize("status", [429, 502, 503, 504])
def test_a_passing_failure_is_repeated(httpx_mock, client_at, method, status):
    httpx_mock.add_response(status_code=status)
    httpx_mock.add_response(json=[1])
    client = client_at()
    assert client.send(Request(method, BASE + "/x")).data == [1]
    assert len(client.pauses) == 1


def test_a_lasting_failure_is_given_up_after_four_attempts(httpx_mock, client_at):
    httpx_mock.add_response(status_code=503, is_reusable=True)
    client = client_at()
    with pytest.raises(UnavailableError, match="after 4 attempts"):
        client.send(Request("GET", BASE + "/x"))
    assert len(httpx_mock.get_requests()) == 4
    assert client.pauses == sorted(client.pauses)


def test_retry_after_is_waited_for(httpx_mock, client_at):
    httpx_mock.add_response(status_code=429, headers={"Retry-After": "7"})
    httpx_mock.add_response(status_code=202)
    client = client_at()
    client.send(Request("POST", BASE + "/x/deploy"))
    assert client.pauses == [7.0]


def test_a_long_pause_is_reported_once(httpx_mock, client_at):
    httpx_mock.add_response(status_code=429, headers={"Retry-After": "30"})
    httpx_mock.add_response(status_code=503, headers={"Retry-After": "5"})
    httpx_mock.add_response(json={})
    notices = []
    client = client_at(notice=notices.append)
    client.send(Request("GET", BASE + "/x"))
    assert client.pauses == [30.0, 5.0]
    assert notices == ["Trying again in 30 s: the API answered 429 Too Many Requests."]


def test_a_pause_that_cannot_be_waited_for_ends_at_once(httpx_mock, client_at):
    httpx_mock.add_response(status_code=503, headers={"Retry-After": "3600"})
    client = client_at()
    with pytest.raises(UnavailableError) as caught:
        client.send(Request("GET", BASE + "/x"))
    assert client.pauses == []
    assert "in 3600 s" in caught.value.hint


@pytest.mark.parametrize("method", ["POST", "PATCH"])
def test_a_post_that_may_have_been_processed_is_sent_once(httpx_mock, client_at, method):
    httpx_mock.add_response(status_code=502)
    with pytest.raises(UnavailableError, match="may have been carried out") as caught:
        client_at().send(Request(method, BASE + "/application/a/deploy"))
    assert "/application/a/status" in caught.value.hint


def test_a_refusal_is_not_repeated(httpx_mock, client_at):
    httpx_mock.add_response(status_code=409, json={"message": "Operation is in progress"})
    client = client_at()
    with pytest.raises(ConflictError):
        client.send(Request("GET", BASE + "/x", operation="op"))
    assert client.pauses == []


@pytest.mark.parametrize("first", [502, 503, 504])
def test_a_repeated_delete_that_finds_nothing_has_succeeded(httpx_mock, client_at, first):
    httpx_mock.add_response(status_code=first)
    httpx_mock.add_response(status_code=404)
    answer = client_at().send(Request("DELETE", BASE + "/application/a"))
    assert (answer.status, answer.data) == (204, None)


@pytest.mark.parametrize("first", [None, 429])
def test_a_delete_that_finds_nothing_has_failed_if_none_arrived_before(
    httpx_mock, client_at, first
):
    if first:
        httpx_mock.add_response(status_code=first)
    httpx_mock.add_response(status_code=404)
    with pytest.raises(NotFoundError):
        client_at().send(Request("DELETE", BASE + "/application/a"))


def test_a_repeated_put_that_finds_nothing_has_failed(httpx_mock, client_at):
    httpx_mock.add_response(status_code=503)
    httpx_mock.add_response(status_code=404)
    with pytest.raises(NotFoundError):
        client_at().send(Request("PUT", BASE + "/application/a", body={}))


@pytest.mark.parametrize("method", ["GET", "POST"])
def test_what_never_reached_the_server_is_repeated(httpx_mock, client_at, method):
    httpx_mock.add_exception(httpx.ConnectError("no"))
    httpx_mock.add_exception(httpx.ConnectTimeout("no"))
    httpx_mock.add_response(json={})
    client = client_at()
    client.send(Request(method, BASE + "/x"))
    assert len(client.pauses) == 2


def test_a_read_that_runs_out_of_time_is_repeated_once(httpx_mock, client_at):
    httpx_mock.add_exception(httpx.ReadTimeout("slow"), is_reusable=True)
    with pytest.raises(UnavailableError, match="no complete answer within 60 s"):
        client_at().send(Request("GET", BASE + "/x"))
    assert len(httpx_mock.get_requests()) == 2


def test_a_post_that_runs_out_of_time_may_have_been_carried_out(httpx_mock, client_at):
    httpx_mock.add_exception(httpx.ReadTimeout("slow"))
    with pytest.raises(UnavailableError, match="may have been carried out"):
        client_at().send(Request("POST", BASE + "/x"))


def test_an_answer_that_trickles_in_is_cut_off_at_the_time_limit(client_at):
    class Trickle(httpx.SyncByteStream):
        def __iter__(self):
            while True:
                yield b" "

    transport = httpx.MockTransport(lambda _: httpx.Response(200, stream=Trickle()))
    client = client_at(timeout=0.01, transport=transport)
    with pytest.raises(UnavailableError, match=r"no complete answer within 0.01 s"):
        client.send(Request("GET", BASE + "/x"))


def test_several_requests_are_answered_in_order_with_errors_in_place(httpx_mock, client_at):
    httpx_mock.add_response(url=BASE + "/1", json=1)
    httpx_mock.add_response(url=BASE + "/2", status_code=404)
    httpx_mock.add_response(url=BASE + "/3", json=3)
    one, two, three = client_at().send_all([Request("GET", f"{BASE}/{n}") for n in (1, 2, 3)])
    assert (one.data, type(two), three.data) == (1, NotFoundError, 3)


def test_eight_requests_are_under_way_at_once_over_one_client(loopback, steps, client_at):
    together = threading.Barrier(8)

    def meets(handler):
        together.wait(5)
        steps.says(200, b"[]")(handler)

    server = loopback(meets)
    client = client_at(server.url)
    answers = client.send_all([Request("GET", f"{server.url}/{n}") for n in range(8)])
    assert [answer.status for answer in answers] == [200] * 8


def test_debug_tells_each_exchange_on_a_line(httpx_mock, client_at):
    lines = []
    httpx_mock.add_response(status_code=503, headers={"X-Request-Id": "r1"})
    httpx_mock.add_response(json={})
    client_at(debug=lines.append).send(Request("GET", BASE + "/x", (("name", "a b"),)))
    assert len(lines) == 2
    assert lines[0].startswith(f"GET {BASE}/x?name=a%20b 503 in ")
    assert lines[0].endswith(" ms, attempt 1, request id r1")
    assert lines[1].endswith("attempt 2")


def test_debug_tells_why_there_was_no_answer(httpx_mock, client_at):
    lines = []
    httpx_mock.add_exception(httpx.ReadError("reset"))
    with pytest.raises(UnavailableError):
        client_at(debug=lines.append).send(Request("POST", BASE + "/x"))
    assert "no answer (the connection broke before the answer was complete)" in lines[0]


def test_debug_shows_no_secret(httpx_mock, client_at):
    lines = []
    httpx_mock.add_response(json={"token": "s3cr3t-answer"})
    request = Request(
        "POST", BASE + "/x?access_token=s3cr3t-query", body={"password": "s3cr3t-body"}
    )
    client_at(authorization="Token s3cr3t-token", debug=lines.append).send(request)
    assert "s3cr3t" not in "".join(lines)
    assert "access_token=***" in lines[0]


def test_a_password_in_a_url_is_not_shown():
    assert redacted_url("https://u:p@a.test/x") == "https://a.test/x"


def test_an_error_that_quotes_the_request_shows_neither_the_token_nor_a_secret(
    httpx_mock, client_at
):
    secrets = set()
    client = client_at(authorization="Token t0k3n-value", secrets=secrets)
    secrets.add("s3cr3t")
    words = "x" * 390 + " s3cr3t t0k3n-value https://u:p@a.test"
    httpx_mock.add_response(status_code=400, json={"detail": words[380:] + words})
    with pytest.raises(UsageError) as caught:
        client.send(Request("POST", BASE + "/x", body={}))
    assert "s3cr" not in caught.value.message
    assert "t0k3" not in caught.value.message


def test_the_token_of_every_sandbox_is_no_secret_in_an_error(httpx_mock, client_at):
    httpx_mock.add_response(status_code=400, json={"detail": "The sandbox is not ready."})
    with pytest.raises(UsageError) as caught:
        client_at(authorization="Token sandbox").send(Request("POST", BASE + "/x", body={}))
    assert "sandbox is not ready" in caught.value.message
