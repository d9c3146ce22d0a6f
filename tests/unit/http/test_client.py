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


def test_authorization_is_sent_verbatim(httpx_mock, client_at):
    httpx_mock.add_response(json={"results": []})
    answer = client_at().send(Request("GET", BASE + "/organization"))
    assert answer.data == {"results": []}
    assert httpx_mock.get_request().headers["Authorization"] == "Token t-1"


def test_without_a_token_no_authorization_is_sent(httpx_mock, client_at):
    httpx_mock.add_response(json={})
    client_at(authorization=None).send(Request("GET", BASE + "/ips"))
    assert "authorization" not in httpx_mock.get_request().headers


def test_body_is_sent_as_json(httpx_mock, client_at):
    httpx_mock.add_response(status_code=201, json={"id": "1"})
    client_at().send(Request("POST", BASE + "/x", body={"name": "é"}))
    sent = httpx_mock.get_request()
    assert (sent.content, sent.headers["Content-Type"]) == (
        '{"name":"é"}'.encode(),
        "application/json",
    )


def test_request_header_overrides_the_default(httpx_mock, client_at):
    httpx_mock.add_response(text="x")
    client_at().send(Request("GET", BASE + "/x", headers=(("accept", "*/*"),), accept="text/plain"))
    assert httpx_mock.get_request().headers.get_list("accept") == ["*/*"]


def test_user_agent_identifies_the_cli_for_the_audit_log(httpx_mock, client_at):
    httpx_mock.add_response(json={})
    client_at().send(Request("GET", BASE + "/x"))
    assert httpx_mock.get_request().headers["User-Agent"].startswith("CLI ")


@pytest.mark.parametrize("url", ["http://api.acme.test/x", "https://api.acme.test:8443/x"])
def test_the_token_is_not_sent_to_another_origin(client_at, url):
    with pytest.raises(AuthError, match=r"is for api.acme.test"):
        client_at().send(Request("GET", url))


def test_a_redirect_is_not_followed(httpx_mock, client_at):
    httpx_mock.add_response(status_code=307, headers={"Location": "https://evil.test/x"})
    with pytest.raises(UnavailableError, match=r"redirects to evil.test"):
        client_at().send(Request("GET", BASE + "/x"))


@pytest.mark.parametrize("url", ["", "api.qovery.com", "ftp://a.test", "http://", "http://a:b:c"])
def test_invalid_url_is_rejected(url):
    with pytest.raises(UsageError, match="Invalid API URL"):
        Client(url)


@pytest.mark.parametrize("token", ["Token a\nb", "Token é", "Bearer \x00"])
def test_invalid_token_is_rejected_without_showing_it(token):
    with pytest.raises(AuthError) as caught:
        Client(BASE, token)
    assert token not in caught.value.message


@pytest.mark.parametrize("method", ["GET", "PUT", "DELETE"])
@pytest.mark.parametrize("status", [429, 502, 503, 504])
def test_temporary_failure_is_retried(httpx_mock, client_at, method, status):
    httpx_mock.add_response(status_code=status)
    httpx_mock.add_response(json=[1])
    client = client_at()
    assert client.send(Request(method, BASE + "/x")).data == [1]
    assert len(client.pauses) == 1


def test_permanent_failure_is_raised_after_four_attempts(httpx_mock, client_at):
    httpx_mock.add_response(status_code=503, is_reusable=True)
    client = client_at()
    with pytest.raises(UnavailableError, match="after 4 attempts"):
        client.send(Request("GET", BASE + "/x"))
    assert len(httpx_mock.get_requests()) == 4
    assert client.pauses == sorted(client.pauses)


def test_retry_after_is_respected(httpx_mock, client_at):
    httpx_mock.add_response(status_code=429, headers={"Retry-After": "7"})
    httpx_mock.add_response(status_code=202)
    client = client_at()
    client.send(Request("POST", BASE + "/x/deploy"))
    assert client.pauses == [7.0]


def test_long_delay_is_reported_once(httpx_mock, client_at):
    httpx_mock.add_response(status_code=429, headers={"Retry-After": "30"})
    httpx_mock.add_response(status_code=503, headers={"Retry-After": "5"})
    httpx_mock.add_response(json={})
    notices = []
    client = client_at(notice=notices.append)
    client.send(Request("GET", BASE + "/x"))
    assert client.pauses == [30.0, 5.0]
    assert notices == ["Retrying in 30 s: the API returned 429 Too Many Requests."]


def test_unreachable_retry_after_fails_at_once(httpx_mock, client_at):
    httpx_mock.add_response(status_code=503, headers={"Retry-After": "3600"})
    client = client_at()
    with pytest.raises(UnavailableError) as caught:
        client.send(Request("GET", BASE + "/x"))
    assert client.pauses == []
    assert "in 3600 s" in caught.value.hint


@pytest.mark.parametrize("method", ["POST", "PATCH"])
def test_post_that_may_have_been_processed_is_not_retried(httpx_mock, client_at, method):
    httpx_mock.add_response(status_code=502)
    with pytest.raises(UnavailableError, match="may have been carried out") as caught:
        client_at().send(Request(method, BASE + "/application/a/deploy"))
    assert "/application/a/status" in caught.value.hint


def test_client_error_is_not_retried(httpx_mock, client_at):
    httpx_mock.add_response(status_code=409, json={"message": "Operation is in progress"})
    client = client_at()
    with pytest.raises(ConflictError):
        client.send(Request("GET", BASE + "/x", operation="op"))
    assert client.pauses == []


@pytest.mark.parametrize("first", [502, 503, 504])
def test_404_to_a_retried_delete_is_success(httpx_mock, client_at, first):
    httpx_mock.add_response(status_code=first)
    httpx_mock.add_response(status_code=404)
    answer = client_at().send(Request("DELETE", BASE + "/application/a"))
    assert (answer.status, answer.data) == (204, None)


@pytest.mark.parametrize("first", [None, 429])
def test_404_to_a_delete_is_an_error_if_no_attempt_arrived(httpx_mock, client_at, first):
    if first:
        httpx_mock.add_response(status_code=first)
    httpx_mock.add_response(status_code=404)
    with pytest.raises(NotFoundError):
        client_at().send(Request("DELETE", BASE + "/application/a"))


def test_404_to_a_retried_put_is_an_error(httpx_mock, client_at):
    httpx_mock.add_response(status_code=503)
    httpx_mock.add_response(status_code=404)
    with pytest.raises(NotFoundError):
        client_at().send(Request("PUT", BASE + "/application/a", body={}))


@pytest.mark.parametrize("method", ["GET", "POST"])
def test_unsent_request_is_retried(httpx_mock, client_at, method):
    httpx_mock.add_exception(httpx.ConnectError("no"))
    httpx_mock.add_exception(httpx.ConnectTimeout("no"))
    httpx_mock.add_response(json={})
    client = client_at()
    client.send(Request(method, BASE + "/x"))
    assert len(client.pauses) == 2


def test_read_that_times_out_is_retried_once(httpx_mock, client_at):
    httpx_mock.add_exception(httpx.ReadTimeout("slow"), is_reusable=True)
    with pytest.raises(UnavailableError, match="no complete response within 60 s"):
        client_at().send(Request("GET", BASE + "/x"))
    assert len(httpx_mock.get_requests()) == 2


def test_post_that_times_out_may_have_been_carried_out(httpx_mock, client_at):
    httpx_mock.add_exception(httpx.ReadTimeout("slow"))
    with pytest.raises(UnavailableError, match="may have been carried out"):
        client_at().send(Request("POST", BASE + "/x"))


def test_slow_response_times_out(client_at):
    class Trickle(httpx.SyncByteStream):
        def __iter__(self):
            while True:
                yield b" "

    transport = httpx.MockTransport(lambda _: httpx.Response(200, stream=Trickle()))
    client = client_at(timeout=0.01, transport=transport)
    with pytest.raises(UnavailableError, match=r"no complete response within 0.01 s"):
        client.send(Request("GET", BASE + "/x"))


def test_send_all_returns_responses_and_errors_in_order(httpx_mock, client_at):
    httpx_mock.add_response(url=BASE + "/1", json=1)
    httpx_mock.add_response(url=BASE + "/2", status_code=404)
    httpx_mock.add_response(url=BASE + "/3", json=3)
    one, two, three = client_at().send_all([Request("GET", f"{BASE}/{n}") for n in (1, 2, 3)])
    assert (one.data, type(two), three.data) == (1, NotFoundError, 3)


def test_eight_requests_run_concurrently(loopback, steps, client_at):
    together = threading.Barrier(8)

    def meets(handler):
        together.wait(5)
        steps.respond(200, b"[]")(handler)

    server = loopback(meets)
    client = client_at(server.url)
    answers = client.send_all([Request("GET", f"{server.url}/{n}") for n in range(8)])
    assert [answer.status for answer in answers] == [200] * 8


def test_debug_logs_each_exchange_on_one_line(httpx_mock, client_at):
    lines = []
    httpx_mock.add_response(status_code=503, headers={"X-Request-Id": "r1"})
    httpx_mock.add_response(json={})
    client_at(debug=lines.append).send(Request("GET", BASE + "/x", (("name", "a b"),)))
    assert len(lines) == 2
    assert lines[0].startswith(f"GET {BASE}/x?name=a%20b 503 in ")
    assert lines[0].endswith(" ms, attempt 1, request id r1")
    assert lines[1].endswith("attempt 2")


def test_debug_logs_the_reason_of_a_failure(httpx_mock, client_at):
    lines = []
    httpx_mock.add_exception(httpx.ReadError("reset"))
    with pytest.raises(UnavailableError):
        client_at(debug=lines.append).send(Request("POST", BASE + "/x"))
    assert "no response (connection closed before the response was complete)" in lines[0]


def test_debug_masks_secrets(httpx_mock, client_at):
    lines = []
    httpx_mock.add_response(json={"token": "s3cr3t-answer"})
    request = Request(
        "POST", BASE + "/x?access_token=s3cr3t-query", body={"password": "s3cr3t-body"}
    )
    client_at(authorization="Token s3cr3t-token", debug=lines.append).send(request)
    assert "s3cr3t" not in "".join(lines)
    assert "access_token=***" in lines[0]


def test_password_in_a_url_is_removed():
    assert redacted_url("https://u:p@a.test/x") == "https://a.test/x"


def test_token_and_secrets_are_masked_in_errors(httpx_mock, client_at):
    secrets = set()
    client = client_at(authorization="Token t0k3n-value", secrets=secrets)
    secrets.add("s3cr3t")
    words = "x" * 390 + " s3cr3t t0k3n-value https://u:p@a.test"
    httpx_mock.add_response(status_code=400, json={"detail": words[380:] + words})
    with pytest.raises(UsageError) as caught:
        client.send(Request("POST", BASE + "/x", body={}))
    assert "s3cr" not in caught.value.message
    assert "t0k3" not in caught.value.message


def test_sandbox_token_is_not_masked_in_errors(httpx_mock, client_at):
    httpx_mock.add_response(status_code=400, json={"detail": "The sandbox is not ready."})
    with pytest.raises(UsageError) as caught:
        client_at(authorization="Token sandbox").send(Request("POST", BASE + "/x", body={}))
    assert "sandbox is not ready" in caught.value.message
