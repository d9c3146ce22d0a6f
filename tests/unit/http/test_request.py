from types import SimpleNamespace

import pytest

from qovery_cli.errors import UsageError
from qovery_cli.http.request import Request, request_for

BASE = "http://127.0.0.1:1"


def operation(path="/environment/{environmentId}", method="GET", **more):
    names = tuple(part[1:-1] for part in path.split("/") if part.startswith("{"))
    facts = {"key": "op", "method": method, "path": path, "path_names": names}
    return SimpleNamespace(**{"body_type": None, "response_type": None, **facts, **more})


def test_path_values_are_inserted():
    made = request_for(operation(), BASE + "/", {"environmentId": "e1", "other": "x"}, {})
    assert (made.url, made.operation) == (BASE + "/environment/e1", "op")


@pytest.mark.parametrize(
    ("value", "sent"),
    [
        ("a/b", "a%2Fb"),
        ("..", "%2E%2E"),
        (".", "%2E"),
        ("a?b#c", "a%3Fb%23c"),
        ("auth0|5", "auth0%7C5"),
        ("é %", "%C3%A9%20%25"),
        ("{environmentId}", "%7BenvironmentId%7D"),
    ],
)
def test_a_path_value_cannot_leave_its_segment(value, sent):
    made = request_for(operation(), BASE, {"environmentId": value}, {})
    assert made.url == f"{BASE}/environment/{sent}"


def test_empty_path_value_is_rejected():
    with pytest.raises(UsageError, match="'environmentId' is empty"):
        request_for(operation(method="DELETE"), BASE, {"environmentId": ""}, {})


def test_missing_path_value_is_a_key_error():
    with pytest.raises(KeyError):
        request_for(operation(), BASE, {}, {})


def test_the_query_has_lower_case_booleans_repeated_lists_and_no_none():
    query = {"toUpdate": True, "force": False, "id": ["a", "b"], "name": None, "n": 5}
    made = request_for(operation(), BASE, {"environmentId": "e"}, query)
    assert made.full_url.partition("?")[2] == "toUpdate=true&force=false&id=a&id=b&n=5"


def test_query_values_are_encoded():
    made = Request("GET", BASE + "/x", (("name", "a b&c=d/é"),))
    assert made.full_url == BASE + "/x?name=a%20b%26c%3Dd%2F%C3%A9"


def test_query_is_appended_to_the_query_of_the_url():
    assert Request("GET", BASE + "/x?a=1", (("b", "2"),)).full_url == BASE + "/x?a=1&b=2"


def test_body_is_encoded_as_utf_8_json():
    made = request_for(operation(method="PUT"), BASE, {"environmentId": "e"}, {}, {"name": "é"})
    assert (made.payload, made.payload_type) == ('{"name":"é"}'.encode(), "application/json")


@pytest.mark.parametrize("value", [float("nan"), float("inf"), "\udcff"])
def test_body_that_json_cannot_represent_is_rejected(value):
    with pytest.raises(UsageError, match="JSON cannot represent"):
        _ = Request("PUT", BASE, body={"x": value}).payload


def test_invalid_text_in_a_url_is_replaced():
    made = request_for(operation(), BASE, {"environmentId": "\udcff"}, {"q": "\udcff"})
    assert made.full_url == BASE + "/environment/%3F?q=%3F"


def test_an_empty_object_is_a_body_and_none_is_not():
    assert Request("POST", BASE, body={}).payload == b"{}"
    assert Request("POST", BASE).payload is None
    assert Request("POST", BASE).payload_type is None


def test_text_body_of_another_type_is_sent_verbatim():
    facts = operation(method="PUT", body_type="application/x-yaml")
    made = request_for(facts, BASE, {"environmentId": "e"}, {}, "a: é")
    assert (made.payload, made.payload_type) == ("a: é".encode(), "application/x-yaml")


def test_a_request_accepts_the_type_that_its_operation_documents():
    made = request_for(operation(response_type="text/plain"), BASE, {"environmentId": "e"}, {})
    assert made.accept == "text/plain"


@pytest.mark.parametrize(
    ("method", "changes"), [("GET", False), ("HEAD", False), ("POST", True), ("DELETE", True)]
)
def test_changes_depends_on_the_method(method, changes):
    assert Request(method, BASE).changes is changes
