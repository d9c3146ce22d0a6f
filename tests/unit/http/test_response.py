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


def refused(status, body=b"", request=READ, headers=None, **more):
    content = json.dumps(body).encode() if isinstance(body, dict | list) else body
    return error_for(request, status, headers or {}, content, **more)


@pytest.mark.parametrize("status", [200, 201, 202, 204, 299])
def test_any_2xx_with_json_is_data(status):
    assert response_for(READ, status, {}, b'{"results": []}').data == {"results": []}


@pytest.mark.parametrize("body", [b"", b" \n"])
def test_an_empty_body_is_no_data_whatever_the_method(body):
    assert response_for(CREATE, 200, {}, body).data is None


def test_a_byte_order_mark_is_not_in_the_way():
    assert response_for(READ, 200, {}, b"\xef\xbb\xbf[1]").data == [1]


def test_an_answer_knows_its_address_and_its_request_id():
    got = response_for(READ, 200, {"x-qovery-request-id": "r1"}, b"[]")
    assert (got.url, got.request_id, got.status) == (URL, "r1", 200)


@pytest.mark.parametrize("headers", [{"content-type": "text/html; charset=utf-8"}, {}])
def test_html_where_json_is_expected_is_not_data(headers):
    with pytest.raises(UnavailableError, match="an HTML page where data was to be expected"):
        response_for(READ, 200, headers, HTML)


@pytest.mark.parametrize("body", [b'{"results": [', b"hello", b"[" * 100_000])
def test_json_that_is_cut_off_or_none_is_not_data(body):
    with pytest.raises(UnavailableError, match="not complete or not valid"):
        response_for(READ, 200, {}, body)


def test_an_unreadable_answer_to_a_change_says_where_to_look():
    with pytest.raises(UnavailableError) as caught:
        response_for(CREATE, 201, {}, b'{"id')
    assert "`qovery api /environment/e1/application`" in caught.value.hint


def test_the_text_of_an_operation_of_another_type_is_the_data():
    request = Request("GET", URL, accept="application/x-yaml")
    assert response_for(request, 200, {}, b"a: 1\n").data == "a: 1\n"


def test_bytes_of_a_binary_answer_are_kept():
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
def test_each_status_is_one_class_and_one_sentence_whatever_the_body(status, kind, body):
    error = refused(status, body)
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
def test_the_text_of_an_error_is_found_in_the_known_places(body, text):
    assert error_text({}, json.dumps(body).encode()) == text


def test_text_that_is_not_json_is_the_error():
    assert error_text({}, b"upstream connect error\r\n") == "upstream connect error"


def test_the_servers_words_are_in_the_sentence():
    error = refused(409, {"message": "Operation is in progress"})
    assert error.message == "This conflicts with the present state: Operation is in progress."


def test_an_error_without_words_names_its_status():
    assert refused(502, HTML).message == "The API failed: 502 Bad Gateway."


def test_control_characters_of_the_server_are_taken_out():
    error = refused(400, {"detail": "a\x1b[31mred\x1b]0;title\x07\x9b\r\nb\u202ec\x00"})
    assert error.message == "The API refused the request: ared b c."


def test_long_text_of_the_server_is_cut():
    assert len(refused(400, {"detail": "x" * 10_000}).message) < 500


@pytest.mark.parametrize("header", ["x-qovery-request-id", "x-request-id"])
def test_an_error_carries_the_request_id(header):
    assert refused(500, headers={header: "r\x1b[1m7"}).request_id == "r7"


@pytest.mark.parametrize("status", [404, 405])
def test_a_retired_operation_names_what_replaces_it(status):
    error = refused(status, {"message": "No route"}, retired="qovery env redeploy")
    assert type(error) is NotFoundError
    assert error.message == "This operation has been retired from the API."
    assert error.hint == "Use qovery env redeploy instead."


def test_a_sentence_about_what_replaces_an_operation_is_the_hint():
    assert refused(404, retired="Tags are gone.").hint == "Tags are gone."


def test_a_request_may_know_itself_that_it_is_retired():
    assert "retired" in refused(404, request=Request("POST", URL, retired="")).message


def test_a_retired_operation_can_fail_in_other_ways():
    assert type(refused(403, retired="x")) is ForbiddenError


@pytest.mark.parametrize("status", [500, 502, 503, 504])
def test_a_post_that_failed_may_have_been_carried_out(status):
    error = refused(status, request=CREATE)
    assert "may have been carried out" in error.message
    assert "`qovery api /environment/e1/application`" in error.hint


def test_an_action_that_failed_is_looked_up_by_its_status():
    error = refused(503, request=Request("POST", "http://a.test/application/x/deploy"))
    assert "`qovery api /application/x/status`" in error.hint


@pytest.mark.parametrize("status", [429, 400])
def test_a_post_that_was_turned_away_was_not_carried_out(status):
    assert "carried out" not in refused(status, request=CREATE).message


def test_attempts_are_told():
    assert "after 4 attempts" in refused(503, attempts=4).message


def test_a_limit_says_when_to_come_back():
    assert "in 3600 s" in refused(429, headers={"retry-after": "3600"}).hint


@pytest.mark.parametrize("location", ["", "/login", "http://["])
def test_a_redirect_to_nowhere_is_an_error_too(location):
    assert "redirects to elsewhere" in refused(302, headers={"location": location}).message


def test_a_redirect_names_both_hosts():
    error = refused(302, headers={"location": "https://login.acme.test/?next=x"})
    assert "'api.acme.test' redirects to login.acme.test" in error.message
