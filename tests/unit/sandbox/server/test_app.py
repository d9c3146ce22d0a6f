import asyncio

import pytest


def test_missing_token_is_rejected(api):
    answer = api("GET", "/organization", token=None)
    assert answer.status_code == 401


@pytest.mark.parametrize("scheme", ["Bearer", "Token", "bearer"])
def test_the_token_is_accepted_with_either_scheme(api, scheme):
    headers = {"authorization": f"{scheme} sandbox"}
    assert api("GET", "/organization", token=None, headers=headers).status_code == 200


@pytest.mark.parametrize("value", ["Token other", "Basic sandbox", "sandbox", "Token "])
def test_other_tokens_are_refused(api, value):
    headers = {"authorization": value}
    assert api("GET", "/organization", token=None, headers=headers).status_code == 401


def test_the_token_is_checked_before_the_path(api):
    assert api("GET", "/nothing", token=None).status_code == 401


def test_some_operations_need_no_token(newer):
    assert newer("GET", "/ips", token=None).status_code == 200


def test_unknown_path_is_404_and_wrong_method_405(api):
    assert api("GET", "/nothing").status_code == 404
    assert api("PROPFIND", "/nothing").status_code == 404


@pytest.mark.parametrize("method", ["PATCH", "OPTIONS", "TRACE", "PROPFIND"])
def test_other_methods_are_405_and_say_what_is_possible(api, method):
    answer = api(method, "/organization")
    assert (answer.status_code, answer.headers["allow"]) == (405, "GET, HEAD, POST")
    assert answer.json()["message"].endswith("only GET, HEAD, POST.")
    answer = api(method, "/account/rewardClaim")
    assert (answer.status_code, answer.headers["allow"]) == (405, "POST")


def test_head_is_get_without_the_body(api):
    whole, head = (api(method, "/organization") for method in ("GET", "HEAD"))
    assert (head.status_code, head.content) == (200, b"")
    for name in ("content-type", "content-length"):
        assert head.headers[name] == whole.headers[name]
    assert api("HEAD", "/account/rewardClaim").status_code == 405
    assert api("HEAD", "/organization", token=None).status_code == 401


def test_internal_error_has_the_error_format(api, monkeypatch):
    monkeypatch.setattr(api.store, "clock", None)
    answer = api("GET", "/organization", raises=False)
    assert answer.status_code == 500
    assert answer.json()["error"] == "Internal Server Error"


@pytest.mark.parametrize(
    "target", ["http://127.0.0.1/account", "http://127.0.0.1:8100/account?x=1"]
)
def test_absolute_url_is_accepted_as_path(api, target):
    assert asyncio.run(status_of(api.app, target)) == 200


async def status_of(app, target):
    """Return the status that is answered to a GET of whatever stands in the request line."""
    path, _, query = target.partition("?")
    scope = {
        "type": "http",
        "method": "GET",
        "path": path,
        "raw_path": path.encode(),
        "query_string": query.encode(),
        "headers": [(b"host", b"127.0.0.1"), (b"authorization", b"Token sandbox")],
    }
    sent = []

    async def receive():
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message):
        sent.append(message)

    await app(scope, receive, send)
    return sent[0]["status"]


def test_operations_of_the_other_level_do_not_exist(api, newer):
    assert api("GET", "/ips").status_code == 404
    assert newer("GET", "/digitalOcean/region").status_code == 404


def test_parents_are_checked_before_the_body(api, world):
    unknown = "11111111-1111-4111-8111-111111111111"
    assert api("POST", f"/environment/{unknown}/application", b"{").status_code == 404


def test_a_child_of_another_parent_is_not_found(api, world):
    other = api.post("/organization", {"name": "Other", "plan": "FREE"})
    path = f"/organization/{other['id']}/cluster/{world['cluster']['id']}/status"
    assert api("GET", path).status_code == 404


def test_a_body_that_is_not_json_is_400(api):
    answer = api("POST", "/organization", b"{nope")
    assert answer.status_code == 400
    assert "JSON" in answer.json()["message"]


def test_a_missing_body_names_the_field(api):
    assert api("POST", "/organization").json()["message"] == "name is required."


def test_the_body_is_read_before_conflicts_are_looked_for(api):
    api.post("/organization", {"name": "Acme", "plan": "FREE"})
    answer = api("POST", "/organization", {"name": "acme", "plan": "GOLD"})
    assert answer.status_code == 400


def test_errors_at_1_0_3_are_those_of_spring(api):
    error = api("GET", "/project/p").json()
    assert error == {
        "timestamp": "2026-03-01T21:20:00.000+00:00",
        "status": 404,
        "error": "Not Found",
        "message": "No project with the id p was found.",
        "path": "/project/p",
    }


def test_errors_at_1_0_4_have_a_detail(newer):
    assert newer("GET", "/project/p").json() == {
        "status": 404,
        "title": "Not Found",
        "detail": "No project with the id p was found.",
    }


def test_every_answer_has_a_request_id_of_its_own(api):
    ids = {api("GET", path).headers["x-request-id"] for path in ("/organization", "/nothing")}
    failed = api("GET", "/organization", headers={"x-sandbox-fault": "kind=html"})
    assert len({*ids, failed.headers["x-request-id"]}) == 3


@pytest.mark.parametrize("value", [None, "", "soon", "nan", "1e999", "1_000", "٣", " 60"])
def test_a_query_is_checked(demo, value):
    query = {} if value is None else {"lastSeconds": value}
    key = demo.store.all("application")[0]["id"]
    answer = demo("GET", f"/application/{key}/metric/cpu", **query)
    assert answer.status_code == 400
    assert "lastSeconds" in answer.json()["message"]


@pytest.mark.parametrize(
    "content",
    [
        b"null",
        b'{"name": "shop", "description": NaN}',
        b'{"name": "shop", "description": 1e999}',
        b'{"name": "\\ud800"}',
        b'{"name": "\xff"}',
        b"[" * 100_000,
        b'{"name": "shop", "unknown": ' + b"[" * 300 + b"]" * 300 + b"}",
    ],
)
def test_body_that_cannot_be_serialized_is_rejected(api, world, content):
    path = f"/organization/{world['organization']['id']}/project"
    assert api("POST", path, content).status_code == 400


@pytest.mark.parametrize("content", [b"null", b" null\n", b"{}", b""])
def test_an_optional_body_may_be_null(api, world, content):
    path = f"/environment/{world['environment']['id']}"
    assert api("POST", f"{path}/deploy", content).status_code == 202
    assert api("POST", f"{path}/cancelDeployment", content).status_code == 202


def test_null_is_no_body_where_a_field_is_required(api, world):
    path = f"/organization/{world['organization']['id']}/project"
    answer = api("POST", path, b"null")
    assert (answer.status_code, answer.json()["message"]) == (400, "name is required.")


def test_rejected_request_is_rolled_back(api, world):
    project = world["project"]["id"]
    unknown = "11111111-1111-4111-8111-111111111111"
    answer = api("POST", f"/project/{project}/environment", {"name": "x", "cluster": unknown})
    assert answer.status_code == 400
    assert len(api.get(f"/project/{project}/environment")["results"]) == 1


def test_success_is_what_the_document_says(api, world):
    organization = world["organization"]["id"]
    project = api("POST", f"/organization/{organization}/project", {"name": "other"})
    assert project.status_code == 200
    deleted = api("DELETE", f"/project/{project.json()['id']}")
    assert (deleted.status_code, deleted.content) == (204, b"")
    rule = api("PUT", f"/project/{world['project']['id']}/deploymentRule/order", {})
    assert (rule.status_code, rule.content) == (200, b"")


def test_an_api_token_sees_its_own_organization_only(api, world):
    organization = world["organization"]["id"]
    other = api.post("/organization", {"name": "Other", "plan": "FREE"})["id"]
    made = api.post(f"/organization/{organization}/apiToken", {"name": "ci", "scope": "ADMIN"})
    seen = api("GET", "/organization", token=made["token"]).json()["results"]
    assert [found["id"] for found in seen] == [organization]
    assert api("GET", f"/organization/{other}", token=made["token"]).status_code == 403
    environment = world["environment"]["id"]
    assert api("GET", f"/environment/{environment}", token=made["token"]).status_code == 200


def test_a_deleted_api_token_is_refused(api, world):
    path = f"/organization/{world['organization']['id']}/apiToken"
    made = api.post(path, {"name": "ci", "scope": "ADMIN"})
    assert "token" not in api.get(path)["results"][0]
    api.delete(f"{path}/{made['id']}")
    assert api("GET", "/organization", token=made["token"]).status_code == 401


def test_fault_in_header_applies_to_its_request(api):
    header = {"x-sandbox-fault": "kind=status; status=429; retry_after=2"}
    answer = api("GET", "/organization", headers=header)
    assert (answer.status_code, answer.headers["retry-after"]) == (429, "2")
    assert api("GET", "/organization").status_code == 200


def test_a_fault_can_come_before_or_after_the_effect(api):
    body = {"name": "Acme", "plan": "FREE"}
    api("POST", "/organization", body, headers={"x-sandbox-fault": "kind=status"})
    assert api.get("/organization")["results"] == []
    api("POST", "/organization", body, headers={"x-sandbox-fault": "kind=late-status"})
    assert len(api.get("/organization")["results"]) == 1


def test_invalid_fault_is_400(api):
    answer = api("GET", "/organization", headers={"x-sandbox-fault": "kind=magic"})
    assert answer.status_code == 400


def test_brackets_in_strings_do_not_count_as_nesting(api, world):
    path = f"/organization/{world['organization']['id']}/project"
    assert api.post(path, {"name": "[" * 1000, "unknown": [[]] * 1000})["name"] == "[" * 1000


def test_ids_ignore_case(api, world):
    id = world["project"]["id"]
    assert api.get(f"/project/{id.upper()}")["id"] == id


def test_text_of_any_script_comes_back_as_it_was_sent(api, world):
    name = "naïve 日本 🚀"
    organization = world["organization"]["id"]
    assert api.post(f"/organization/{organization}/project", {"name": name})["name"] == name
