"""Results and plans of a session with a fake API."""

import pytest

from qovery_cli.errors import UsageError
from qovery_cli.http.request import Request
from qovery_cli.output.view import View
from qovery_cli.resolve.resolver import ResourceRef
from qovery_cli.session import render

ID = "11111111-1111-4111-8111-111111111111"
URL = "http://127.0.0.1:1/project/p1"


def plan(open_session, *requests, **options):
    """Return what a dry run prints for these requests."""
    opened = open_session(dry_run=True, **options)
    for request in requests:
        opened.session.send_request(request)
    opened.session.show(None)
    return opened


BODY = {"name": "shop", "password": "hunter2"}


def test_plan_lists_method_url_and_body(open_session):
    (row,) = plan(open_session, Request("PUT", URL, body=BODY, query=(("a", "1"),))).json
    assert (row["method"], row["url"]) == ("PUT", f"{URL}?a=1")
    assert row["body"] == {"name": "shop", "password": "********"}


def test_plan_shows_secrets_on_request(open_session):
    shared = {"output": "json", "reveal": True}
    (row,) = plan(open_session, Request("PUT", URL, body=BODY), shared=shared).json
    assert row["body"] == BODY


def test_plan_is_text_in_a_table(open_session):
    text = plan(
        open_session,
        Request("PUT", URL, body=BODY),
        Request("DELETE", URL),
        shared={"output": "table"},
    ).out
    assert text.startswith(f"PUT {URL}  (not sent)\n{{\n")
    assert text.endswith(f"DELETE {URL}  (not sent)\n")
    assert "hunter2" not in text


@pytest.mark.parametrize(
    ("content", "body"),
    [
        (b'{"token": "hunter2", "a": 1}', {"token": "********", "a": 1}),
        (b"\x00\x01", "2 bytes of application/octet-stream"),
    ],
)
def test_content_of_a_file_is_shown_if_it_is_json(open_session, content, body):
    request = Request("POST", URL, content=content, content_type="application/octet-stream")
    assert plan(open_session, request).json[0]["body"] == body


def test_plan_as_curl_has_neither_token_nor_secret(open_session):
    opened = open_session(explain=True, variables={"QOVERY_API_TOKEN": "qov_s3cret"})
    opened.session.send_request(Request("PUT", URL, body=BODY))
    opened.session.send_request(Request("POST", URL, content=b"\x00secret"))
    opened.session.show(None)
    assert opened.out.count("curl") == 2
    assert URL in opened.out
    for secret in ("hunter2", "s3cret", "\x00secret"):
        assert secret not in opened.out


def test_plan_as_curl_shows_secrets_on_request(open_session):
    opened = open_session(explain=True, shared={"reveal": True})
    opened.session.send_request(Request("PUT", URL, body=BODY))
    opened.session.show(None)
    assert "hunter2" in opened.out


@pytest.mark.parametrize(
    ("shared", "form"),
    [
        ({}, "table"),
        ({"output": "yaml"}, "yaml"),
        ({"json": True}, "json"),
        ({"query": "a"}, "json"),
        ({"query": "a", "output": "yaml"}, "yaml"),
    ],
)
def test_query_means_json_unless_a_format_is_set(open_session, shared, form):
    assert render.output_format(open_session(shared=shared).session) == form


def test_format_may_come_from_the_settings(open_session):
    session = open_session(shared={}, variables={"QOVERY_OUTPUT": "yaml"}).session
    assert render.output_format(session) == "yaml"


def test_options_become_output_options():
    options = {"columns": "a,b", "sort_by": "-a", "filter": ["a=1"], "no_headers": True}
    made = render.output_options(options, "csv")
    assert (made.format, made.columns, made.sort_by) == ("csv", ("a", "b"), "-a")
    assert (made.filters, made.no_headers, made.query) == (("a=1",), True, None)
    assert render.output_options({}, None).columns == ()


def test_result_of_a_change_does_not_fail_it(open_session):
    opened = open_session(shared={"output": "csv", "columns": "nosuch"})
    opened.session.is_change = True
    opened.session.show({"id": "1"})
    assert opened.json == {"id": "1"}
    assert "shown as JSON instead" in opened.err
    reading = open_session(shared={"output": "csv", "columns": "nosuch"})
    with pytest.raises(UsageError):
        reading.session.show({"id": "1"})


def test_raw_result_of_a_change_does_not_fail_it(api, open_session):
    opened = open_session(shared={"output": "json", "query": "abs(@)"})
    with pytest.raises(UsageError):
        opened.session.show_raw({"id": "1"})
    opened.session.exchange(Request("POST", f"{api.environ['QOVERY_API_URL']}/organization"))
    opened.session.show_raw({"id": "1"})
    assert opened.json == {"id": "1"}


@pytest.mark.parametrize(("output", "name"), [("name", "api"), ("json", None)])
def test_name_of_a_target_is_looked_up_if_it_is_printed(api, open_session, output, name):
    api.answers["getApplication"] = {"id": ID, "name": "api"}
    session = open_session(shared={"output": output}).session
    render.set_target(session, ResourceRef("application", ID))
    assert session.target.name == name


def test_failed_lookup_of_a_name_does_not_fail_the_change(api, open_session):
    api.statuses["getApplication"] = 404
    session = open_session(shared={"output": "name"}).session
    render.set_target(session, ResourceRef("application", ID))
    assert session.target.id == ID


def test_change_on_this_machine_is_shown_as_a_result(open_session):
    opened = open_session(view=View(("done",), kind="object"))
    render.show_done(opened.session, {"done": "kept"})
    assert opened.json == {"done": "kept"}
