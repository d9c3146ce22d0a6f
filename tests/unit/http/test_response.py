import json

import pytest

from qovery_cli.errors import (
    AuthError,
    ConflictError,
    ForbiddenError,
    NotFoundError,
    UnavailableError,
    UsageError,
)
from qovery_cli.http.request import Request
from qovery_cli.http.response import error_for, error_text, response_for

URL = "http://api.acme.test/environment/e1/application"
READ = Request("GET", URL, operation="listApplication")
CREATE = Request("POST", URL, operation="createApplication")
HTML = b"<!DOCTYPE html><html><body><h1>502 Bad Gateway</h1></body></html>"


def response_error(status, body=b"", request=READ, headers=None, **more):
    content = json.dumps(body).encode() if isinstance(body, dict | list) else body
    return error_for(request, status, headers or {}, content, **more)


@pytest.mark.parametrize("status", [200, 201, 202, 204, 299])
def test_any_2xx_with_json_is_data(status):
    assert response_for(READ, status, {}, b'{"results": []}').data == {"results": []}


@pytest.mark.parametrize("body", [b"", b" \n"])
def test_empty_body_is_none(body):
    assert response_for(CREATE, 200, {}, body).data is None


def test_byte_order_mark_is_ignored():
    assert response_for(READ, 200, {}, b"\xef\xbb\xbf[1]").data == [1]


def test_response_has_url_and_request_id():
    got = response_for(READ, 200, {"x-qovery-request-id": "r1"}, b"[]")
    assert (got.url, got.request_id, got.status) == (URL, "r1", 200)


@pytest.mark.parametrize("headers", [{"content-type": "text/html; charset=utf-8"}, {}])
def test_html_instead_of_json_is_an_error(headers):
    with pytest.raises(UnavailableError, match="HTML instead of JSON"):
        response_for(READ, 200, headers, HTML)


@pytest.mark.parametrize("body", [b'{"results": [', b"hello", b"[" * 100_000])
def test_invalid_json_is_an_error(body):
    with pytest.raises(UnavailableError, match="incomplete or invalid JSON"):
        response_for(READ, 200, {}, body)


def test_unreadable_response_to_a_change_hints_at_its_status():
    with pytest.raises(UnavailableError) as caught:
        response_for(CREATE, 201, {}, b'{"id')
    assert "`qovery api /environment/e1/application`" in caught.value.hint


def test_text_of_another_type_is_the_data():
    request = Request("GET", URL, accept="application/x-yaml")
    assert response_for(request, 200, {}, b"a: 1\n").data == "a: 1\n"


def test_binary_content_is_kept():
    request = Request("GET", URL, accept="application/octet-stream")
    assert response_for(request, 200, {}, b"\xff\x00PK").content == b"\xff\x00PK"


@pytest.mark.parametrize(
    ("status", "kind"),
    [
        (301, UnavailableError),
        (400, UsageError),
        (401, AuthError),
        (402, ForbiddenError),
        (403, ForbiddenError),
        (404, NotFoundError),
        (405, UsageError),
        (409, ConflictError),
        (412, UsageError),
        (415, UsageError),
        (422, UsageError),
        (423, ConflictError),
        (429, UnavailableError),
        (500, UnavailableError),
        (503, UnavailableError),
        (599, UnavailableError),
    ],
)
@pytest.mark.parametrize(
    "body", [b"", HTML, b'{"message": "no', b"plain words", b'{"detail": "x"}']
)
def test_each_status_has_an_error_class(status, kind, body):
    error = response_error(status, body)
    assert type(error) is kind
    assert error.message.endswith(".")
    assert "\n" not in error.message
    assert "<" not in error.message
    assert (error.http, error.operation) == (status, "listApplication")


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ({"detail": "D", "message": "M", "error": "E"}, "D"),
        ({"detail": "", "message": "M", "error": "Conflict"}, "M"),
        ({"message": None, "error": "E", "title": "T"}, "E"),
        ({"status": 409, "title": "T"}, "T"),
        ({"error": {"message": "inner"}}, "inner"),
        ({"status": 500}, None),
        (["x"], None),
        ({"message": "Name is taken."}, "Name is taken"),
    ],
)
def test_error_message_is_read_from_known_fields(body, text):
    assert error_text({}, json.dumps(body).encode()) == text


def test_plain_text_is_the_error_message():
    assert error_text({}, b"upstream connect error\r\n") == "upstream connect error"


def test_error_contains_the_message_of_the_server():
    error = response_error(409, {"message": "Operation is in progress"})
    assert error.message == "Conflict with the current state: Operation is in progress."


def test_error_without_message_contains_its_status():
    assert response_error(502, HTML).message == "API error: 502 Bad Gateway."


def test_control_characters_are_removed():
    error = response_error(400, {"detail": "a\x1b[31mred\x1b]0;title\x07\x9b\r\nb\u202ec\x00"})
    assert error.message == "The API rejected the request: ared b c."


def test_long_message_is_truncated():
    assert len(response_error(400, {"detail": "x" * 10_000}).message) < 500


@pytest.mark.parametrize("header", ["x-qovery-request-id", "x-request-id"])
def test_an_error_carries_the_request_id(header):
    assert response_error(500, headers={header: "r\x1b[1m7"}).request_id == "r7"


@pytest.mark.parametrize("status", [404, 405])
def test_retired_operation_hints_at_its_replacement(status):
    error = response_error(status, {"message": "No route"}, retired="qovery env redeploy")
    assert type(error) is NotFoundError
    assert error.message == "This operation has been retired from the API."
    assert error.hint == "Use qovery env redeploy instead."


def test_sentence_about_the_replacement_is_the_hint():
    assert response_error(404, retired="Tags are gone.").hint == "Tags are gone."


def test_retirement_can_be_declared_by_the_request():
    assert "retired" in response_error(404, request=Request("POST", URL, retired="")).message


def test_other_errors_of_a_retired_operation_are_kept():
    assert type(response_error(403, retired="x")) is ForbiddenError


@pytest.mark.parametrize("status", [500, 502, 503, 504])
def test_failed_post_may_have_been_carried_out(status):
    error = response_error(status, request=CREATE)
    assert "may have been carried out" in error.message
    assert "`qovery api /environment/e1/application`" in error.hint


def test_failed_action_hints_at_its_status():
    error = response_error(503, request=Request("POST", "http://a.test/application/x/deploy"))
    assert "`qovery api /application/x/status`" in error.hint


@pytest.mark.parametrize("status", [429, 400])
def test_rejected_post_was_not_carried_out(status):
    assert "carried out" not in response_error(status, request=CREATE).message


def test_error_contains_the_number_of_attempts():
    assert "after 4 attempts" in response_error(503, attempts=4).message


def test_rate_limit_contains_the_delay():
    assert "in 3600 s" in response_error(429, headers={"retry-after": "3600"}).hint


@pytest.mark.parametrize("location", ["", "/login", "http://["])
def test_redirect_without_valid_location_is_an_error(location):
    assert "redirects to elsewhere" in response_error(302, headers={"location": location}).message


def test_redirect_error_names_both_hosts():
    error = response_error(302, headers={"location": "https://login.acme.test/?next=x"})
    assert "api.acme.test redirects to login.acme.test" in error.message
