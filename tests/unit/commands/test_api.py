"""Requests that `qovery api` sends, and what it prints."""

import pytest

from qovery_cli.commands import api as command
from qovery_cli.errors import AuthError, ForbiddenError, UsageError

PROJECTS = {"results": [{"id": "p1", "name": "shop"}]}
PROJECT = "/organization/o1/project"


def call(opened, *arguments, **options):
    command.api(opened.session, *arguments, **options)
    return opened


@pytest.mark.parametrize("path", [PROJECT, PROJECT.lstrip("/"), f"http://127.0.0.1:1{PROJECT}"])
def test_path_or_url_is_requested(api, open_session, path):
    api.answers["listProject"] = PROJECTS
    assert call(open_session(), path).json == PROJECTS
    assert [(request.method, request.path) for request in api.asked] == [("GET", PROJECT)]


def test_url_of_another_host_is_refused(api, open_session):
    with pytest.raises(AuthError, match=r"not sent to example\.com"):
        call(open_session(), "https://example.com/organization")
    assert api.asked == []


def test_body_makes_it_a_post(api, open_session):
    call(open_session(), PROJECT, field=["name=shop"])
    (request,) = api.changes
    assert (request.method, request.body) == ("POST", {"name": "shop"})


@pytest.mark.parametrize("method", ["GET", "PUT", "DELETE"])
def test_method_can_be_chosen(api, open_session, method):
    call(open_session(), "/project/p1", method=method)
    assert [request.method for request in api.asked] == [method]


def test_fields_become_nested_json():
    body = {}
    for pair in ("name=api", "git[branch]=main", "git[url]=x", "ports[]=1", "ports[]=2", "a=b=c"):
        command._set_field(body, pair, str)
    assert body == {
        "name": "api",
        "git": {"branch": "main", "url": "x"},
        "ports": ["1", "2"],
        "a": "b=c",
    }


@pytest.mark.parametrize("pair", ["name", "=x", "[]=x"])
def test_field_without_a_key_is_an_error(pair):
    with pytest.raises(UsageError, match="field"):
        command._set_field({}, pair, str)


def test_field_below_a_text_is_an_error():
    with pytest.raises(UsageError, match="its parent is not an object"):
        command._set_field({"name": "api"}, "name[x]=1", str)


@pytest.mark.parametrize(
    ("text", "value"),
    [("1", 1), ("true", True), ("null", None), ('{"a": []}', {"a": []}), ("plain", "plain")],
)
def test_typed_field_is_json_or_text(text, value):
    assert command._parse_typed(text) == value


def test_typed_field_reads_a_file(tmp_path):
    file = tmp_path / "key.pem"
    file.write_text("secret\n")
    assert command._parse_typed(f"@{file}") == "secret"


def test_input_is_sent_unchanged(api, open_session, tmp_path):
    file = tmp_path / "body.json"
    file.write_text('{"name":  "shop"}')
    call(open_session(), PROJECT, input=str(file))
    call(open_session(stdin=b'{"name": "blog"}'), PROJECT, input="-")
    assert [request.body for request in api.changes] == [{"name": "shop"}, {"name": "blog"}]


def test_input_and_fields_exclude_each_other(api, open_session):
    for fields in ({"field": ["a=1"]}, {"typed_field": ["a=1"]}):
        with pytest.raises(UsageError, match="--input"):
            call(open_session(stdin=b"{}"), PROJECT, input="-", **fields)
    assert api.asked == []


def test_path_is_required(open_session):
    with pytest.raises(UsageError, match="PATH is missing"):
        call(open_session())


def test_placeholders_are_ids_of_the_context(api, open_session):
    api.answers["listOrganization"] = {"results": [{"id": "o1", "name": "Acme"}]}
    api.answers["listProject"] = PROJECTS
    call(open_session(scope={"project": "shop"}), "/project/{projectId}/environment")
    assert api.asked[-1].path == "/project/p1/environment"


def test_unknown_placeholder_is_an_error(api, open_session):
    with pytest.raises(UsageError, match=r"\{nothing\}"):
        call(open_session(), "/project/{nothing}")
    assert api.asked == []


@pytest.mark.parametrize("header", ["Accept", ": x", " :x"])
def test_header_needs_a_name(open_session, header):
    with pytest.raises(UsageError, match="--header"):
        call(open_session(), PROJECT, header=[header])


def test_header_may_have_spaces_and_colons():
    assert command._header(" X-Time : 10:30 ") == ("X-Time", "10:30")


def test_status_and_headers_are_printed_on_request(api, open_session):
    api.answers["listProject"] = PROJECTS
    opened = call(open_session(), PROJECT, include=True)
    head, _, body = opened.out.partition("\n\n")
    assert head.startswith("HTTP 200\n")
    assert "content-type: application/json" in head
    assert '"shop"' in body
    assert "HTTP" not in call(open_session(), PROJECT).out


@pytest.mark.parametrize("flag", ["dry_run", "explain"])
def test_dry_run_plans_changes_only(api, open_session, flag):
    opened = call(open_session(**{flag: True}), PROJECT, field=["name=shop"])
    assert PROJECT in opened.out
    assert api.asked == []
    api.answers["listProject"] = PROJECTS
    assert call(open_session(**{flag: True}), PROJECT).json == PROJECTS


def test_secrets_of_the_body_are_masked_in_a_plan(open_session):
    opened = call(open_session(dry_run=True), PROJECT, field=["password=hunter2", "name=x"])
    assert "hunter2" not in opened.out
    assert opened.json[0]["body"]["name"] == "x"


def test_query_reshapes_the_response(api, open_session):
    api.answers["listProject"] = PROJECTS
    shared = {"output": "json", "query": "results[].name"}
    assert call(open_session(shared=shared), PROJECT).json == ["shop"]


def test_operation_is_sent_by_its_id(api, open_session):
    api.answers["listProject"] = PROJECTS
    opened = call(open_session(), operation="listProject", set_=["organizationId=o1"])
    assert opened.json == PROJECTS
    assert api.asked[0].path == PROJECT


@pytest.mark.parametrize(
    "options",
    [
        {"path": PROJECT, "operation": "listProject"},
        {"operation": "listProject", "method": "GET"},
        {"operation": "listProject", "field": ["a=1"]},
        {"set_": ["a=1"]},
    ],
)
def test_operation_excludes_path_method_and_body(api, open_session, options):
    with pytest.raises(UsageError, match="--operation"):
        call(open_session(), **options)
    assert api.asked == []


# Pages


class Pages:
    """A client with pages by the id after which they start."""

    def __init__(self, pages):
        self.pages, self.urls = pages, []

    def send(self, request):
        self.urls.append(request.url)
        page = self.pages[request.url.partition("startId=")[2]]
        if isinstance(page, Exception):
            raise page
        return type("Response", (), {"data": page})


def page(*ids, size=2):
    return {"page_size": size, "results": [{"id": id} for id in ids]}


def all_pages(first, url="/events", **pages):
    session = type("Session", (), {"client": Pages(pages)})
    data, error = command._all_pages(session, command.Request("GET", url), first)
    return [row["id"] for row in data["results"]], error, session.client.urls


def test_pages_are_read_up_to_a_short_one():
    ids, error, urls = all_pages(page("a", "b"), b=page("c", "d"), d=page("e"))
    assert (ids, error) == (["a", "b", "c", "d", "e"], None)
    assert urls == ["/events?startId=b", "/events?startId=d"]


def test_short_first_page_is_the_only_one():
    assert all_pages(page("a")) == (["a"], None, [])


def test_empty_page_is_the_last_one():
    assert all_pages(page("a", "b"), b=page())[0] == ["a", "b"]


def test_server_that_ignores_the_parameter_does_not_repeat_rows():
    ids, _, urls = all_pages(page("a", "b"), b=page("a", "b"))
    assert (ids, len(urls)) == (["a", "b"], 1)


def test_overlapping_rows_are_listed_once():
    assert all_pages(page("a", "b"), b=page("b", "c"), c=page())[0] == ["a", "b", "c"]


def test_parameter_is_added_to_a_query():
    assert all_pages(page("a", "b"), "/events?x=1", b=page())[2] == ["/events?x=1&startId=b"]


def test_error_of_a_page_comes_after_the_rows_before_it():
    failure = ForbiddenError("No.")
    assert all_pages(page("a", "b"), b=failure)[:2] == (["a", "b"], failure)


@pytest.mark.parametrize("first", [[1], {"results": []}, {"page_size": "x", "results": []}, "x"])
def test_anything_but_a_paged_list_is_unchanged(first):
    data, error = command._all_pages(None, command.Request("GET", "/"), first)
    assert data is first
    assert error is None


def test_rows_are_printed_before_the_error_of_a_page(api, open_session):
    api.answers["listProject"] = {"page_size": 1, "results": [{"id": "p1"}]}

    def forbid_the_second_page(request):
        if request.query:
            api.statuses["listProject"] = 403

    api.before.append(forbid_the_second_page)
    opened = open_session()
    with pytest.raises(ForbiddenError):
        call(opened, PROJECT, paginate=True)
    assert opened.json["results"] == [{"id": "p1"}]
