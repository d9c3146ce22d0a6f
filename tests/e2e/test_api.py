"""``qovery api``: any request, as it is."""

import json

import pytest


@pytest.fixture
def api(ran, shop):
    def api(*words, **more):
        return ran("api", *words, env=shop.environ, **more)

    return api


def test_path_is_requested_and_printed_as_json(api):
    for path in ("organization", "/organization"):
        ended = api(path)
        assert ended.code == 0, ended
        assert ended.json["results"]


def test_placeholders_are_filled_from_the_context(api, shop):
    shop.application("web")
    ended = api("/environment/{environmentId}/application", "-q", "results[].name")
    assert ended.json == ["web"]


def test_a_placeholder_that_the_context_cannot_fill_is_refused(api):
    ended = api("/x/{colourId}")
    assert ended.code == 2
    assert "colourId" in ended.sentence


def test_fields_make_a_post_with_a_json_body(api, shop):
    ended = api("/project/{projectId}/environment", "-f", "name=preview", "-F", "mode=DEVELOPMENT")
    assert ended.code == 0, ended
    assert ended.json["name"] == "preview"
    assert shop.sandbox.changes == [f"POST /project/{shop.project_id}/environment"]


def test_typed_fields_are_json_and_others_text(api):
    words = ["-f", "text=1", "-F", "number=1", "-F", "flag=true", "-F", "none=null", "-F", "word=x"]
    ended = api("/x", *words, "--dry-run", "-o", "json")
    assert ended.json[0]["body"] == {
        "text": "1",
        "number": 1,
        "flag": True,
        "none": None,
        "word": "x",
    }


def test_fields_can_be_nested(api):
    words = ["-f", "a[b]=c", "-F", "list[]=1", "-F", "list[]=2", "-f", "objects[][name]=x"]
    ended = api("/x", *words, "--dry-run", "-o", "json")
    assert ended.code == 0, ended
    assert ended.json[0]["body"] == {"a": {"b": "c"}, "list": [1, 2], "objects": [{"name": "x"}]}


def test_a_field_from_a_file(api, home):
    home.write("value.txt", "from a file")
    ended = api("/x", "-F", "text=@value.txt", "--dry-run", "-o", "json")
    assert ended.json[0]["body"] == {"text": "from a file"}


@pytest.mark.parametrize(
    "words", [["-f", "x"], ["-F", "=1"], ["-f", "[]=1"], ["-f", "a=1", "-f", "a[b]=2"]]
)
def test_a_field_that_is_none_is_refused(words, api):
    ended = api("/x", *words)
    assert ended.code == 2, ended
    assert "Traceback" not in ended.err


def test_the_body_from_a_file_or_stdin(api, home):
    body = json.dumps({"name": "one", "mode": "DEVELOPMENT"})
    home.write("body.json", body)
    assert api("/project/{projectId}/environment", "--input", "body.json").code == 0
    second = body.replace("one", "two")
    assert api("/project/{projectId}/environment", "--input", "-", stdin=second).code == 0


def test_input_and_fields_exclude_each_other(api):
    ended = api("/x", "--input", "-", "-f", "a=1", stdin="{}")
    assert ended.code == 2


def test_missing_file_is_reported(api):
    ended = api("/x", "--input", "nothing.json")
    assert ended.code == 2
    assert "nothing.json" in ended.sentence


def test_the_method_is_an_option(api, shop):
    ended = api("/project/{projectId}", "-X", "PUT", "-f", f"name={shop.project}")
    assert ended.code == 0, ended
    assert shop.sandbox.changes[0].startswith("PUT ")
    assert api("/project/{projectId}", "-X", "delete").code == 0


def test_status_and_headers_come_before_with_include(api):
    ended = api("organization", "-i")
    head, _, body = ended.out.partition("\n\n")
    assert head.splitlines()[0] == "HTTP 200"
    assert "content-type: application/json" in head
    assert json.loads(body)["results"]


def test_a_header_is_sent(api):
    ended = api("organization", "-H", "X-Sandbox-Fault: kind=status; status=403")
    assert ended.code == 5
    assert api("organization", "-H", "nonsense").code == 2


def test_pages_are_followed(ran, sandbox):
    environ = {
        **sandbox.environ,
        "QOVERY_PROJECT": "storefront",
        "QOVERY_ENVIRONMENT": "production",
    }
    path = "/environment/{environmentId}/deploymentHistory"
    first = ran(f"api {path}", env=environ).json["results"]
    everything = ran(f"api {path} --paginate", env=environ).json["results"]
    assert len(everything) > len(first)
    ids = [one["id"] for one in everything]
    assert len(ids) == len(set(ids))


def test_a_url_of_the_api_itself_is_taken(api, shop):
    assert api(f"{shop.sandbox.url}/organization").code == 0


def test_a_url_elsewhere_is_refused_and_no_token_leaves(api, shop):
    ended = api("https://evil.test/organization")
    assert ended.code == 3
    assert "evil.test" in ended.sentence
    assert shop.sandbox.requests == []


@pytest.mark.parametrize("path", ["//evil.test/x", "@evil.test/x", "../../x", "\\evil.test"])
def test_a_path_that_pretends_to_be_a_host_stays_here(path, api, shop):
    ended = api(path)
    assert ended.code in {2, 3, 4}, ended
    assert "Traceback" not in ended.err


def test_an_error_of_the_api_is_one_sentence_with_the_request_id(api):
    ended = api("/environment/00000000-0000-4000-8000-000000000000")
    assert ended.code == 4
    assert ended.out == ""
    assert "request: " in ended.err


def test_other_formats_on_request(api):
    assert api("organization", "-o", "yaml").out.startswith("results:")
    assert api("organization", "-q", "results[0].name").json == "Acme"


def test_a_change_can_be_rehearsed(api, shop):
    ended = api("/project/{projectId}", "-X", "DELETE", "--explain")
    assert ended.code == 0
    assert ended.out.startswith("curl ")
    assert shop.sandbox.changes == []


def test_an_empty_answer_prints_nothing(api):
    ended = api("/project/{projectId}", "-X", "DELETE")
    assert ended.code == 0
    assert ended.out.strip() == ""


def test_no_path_is_refused(ran, sandbox):
    ended = ran("api", env=sandbox.environ)
    assert ended.code == 2
    assert "PATH" in ended.sentence
