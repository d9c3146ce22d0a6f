"""Families of resources of an organization: list, create, get, replace and delete."""

import pytest

UNKNOWN = "11111111-1111-4111-8111-111111111111"
LABEL = {
    "name": "team",
    "labels": [{"key": "k", "value": "v", "propagate_to_cloud_provider": True}],
}


@pytest.fixture
def path(newer):
    return f"/organization/{newer.post('/organization', {'name': 'A', 'plan': 'FREE'})['id']}"


def test_created_item_is_listed_read_replaced_and_deleted(newer, path):
    made = newer.post(f"{path}/labelsGroups", LABEL)
    own = f"{path}/labelsGroups/{made['id']}"
    assert newer.get(f"{path}/labelsGroups")["results"] == [{**made, "associated_items_count": 0}]
    assert newer.get(own) == made
    assert newer.put(own, {**LABEL, "name": "renamed"})["name"] == "renamed"
    newer.delete(own)
    assert newer("GET", own).status_code == 404
    assert newer.get(f"{path}/labelsGroups")["results"] == []


def test_a_replacement_drops_omitted_fields(newer, path):
    token = {"name": "bot", "type": "GITHUB", "token": "hidden", "description": "x"}
    made = newer.post(f"{path}/gitToken", token)
    del token["description"]
    assert "description" not in newer.put(f"{path}/gitToken/{made['id']}", token)


def test_an_item_of_another_organization_is_not_found(newer, path):
    made = newer.post(f"{path}/labelsGroups", LABEL)
    other = newer.post("/organization", {"name": "B", "plan": "FREE"})["id"]
    for method in ("GET", "DELETE"):
        answer = newer(method, f"/organization/{other}/labelsGroups/{made['id']}")
        assert answer.status_code == 404


def test_an_empty_name_is_refused(newer, path):
    answer = newer("POST", f"{path}/labelsGroups", {**LABEL, "name": " "})
    assert (answer.status_code, "name" in answer.text) == (400, True)


def test_a_taken_name_is_refused_where_that_is_documented(newer, path):
    server = {"name": "tickets", "url": "https://mcp.acme.test"}
    made = newer.post(f"{path}/mcpServer", server)
    assert newer("POST", f"{path}/mcpServer", {**server, "name": "TICKETS"}).status_code == 409
    assert newer("PUT", f"/mcpServer/{made['id']}", server).status_code == 200
    newer.post(f"{path}/labelsGroups", LABEL)
    assert newer("POST", f"{path}/labelsGroups", LABEL).status_code == 201


def test_an_item_without_organization_in_its_path_needs_a_token_of_its_organization(newer, path):
    made = newer.post(f"{path}/mcpServer", {"name": "tickets", "url": "https://mcp.acme.test"})
    other = newer.post("/organization", {"name": "B", "plan": "FREE"})["id"]
    token = newer.post(f"/organization/{other}/apiToken", {"name": "ci", "role_id": None})["token"]
    assert newer("GET", f"/mcpServer/{made['id']}", token=token).status_code == 403
    assert newer("GET", f"/mcpServer/{UNKNOWN}").status_code == 404
