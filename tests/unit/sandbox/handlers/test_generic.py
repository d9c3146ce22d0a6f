import pytest


@pytest.fixture
def path(newer):
    return f"/organization/{newer.post('/organization', {'name': 'A', 'plan': 'FREE'})['id']}"


LABEL = {
    "name": "team",
    "labels": [{"key": "k", "value": "v", "propagate_to_cloud_provider": True}],
}


def test_created_item_is_listed_read_replaced_and_deleted(newer, path):
    made = newer.post(f"{path}/labelsGroups", LABEL)
    own = f"{path}/labelsGroups/{made['id']}"
    assert newer.get(f"{path}/labelsGroups")["results"] == [made]
    assert newer.get(own) == made
    assert newer.put(own, {**LABEL, "name": "renamed"})["name"] == "renamed"
    newer.delete(own)
    assert newer("GET", own).status_code == 404
    assert newer.get(f"{path}/labelsGroups")["results"] == []


def test_a_replacement_drops_what_is_left_out(newer, path):
    token = {"name": "bot", "type": "GITHUB", "token": "hidden", "description": "x"}
    made = newer.post(f"{path}/gitToken", token)
    assert "token" not in made
    del token["description"]
    assert "description" not in newer.put(f"{path}/gitToken/{made['id']}", token)


def test_singleton_is_stored(newer, path):
    newer.post(f"{path}/onboarding", {"status": "DISMISSED"})
    assert newer.get(f"{path}/onboarding")["status"] == "DISMISSED"


def test_a_member_of_another_parent_is_not_found(newer, path):
    made = newer.post(f"{path}/labelsGroups", LABEL)
    other = newer.post("/organization", {"name": "B", "plan": "FREE"})["id"]
    answer = newer("GET", f"/organization/{other}/labelsGroups/{made['id']}")
    assert answer.status_code == 404


def test_unknown_id_in_path_is_not_found(newer, path):
    unknown = "11111111-1111-4111-8111-111111111111"
    assert newer("GET", f"{path}/helmRepository/{unknown}/charts").status_code == 404


def test_the_demo_begins_with_members_of_every_family(newer_demo):
    organization = newer_demo.store.all("organization")[0]["id"]
    listed = newer_demo.get(f"/organization/{organization}/helmRepository")["results"]
    assert len(listed) in (2, 3)
    own = f"/organization/{organization}/helmRepository/{listed[0]['id']}"
    assert newer_demo.get(own)["name"] == listed[0]["name"]
    newer_demo.delete(own)
    left = newer_demo.get(f"/organization/{organization}/helmRepository")["results"]
    assert left == listed[1:]


def test_generated_response_is_stable(newer):
    assert newer.get("/ips") == newer.get("/ips")
    assert newer.get("/ips")["ips"]


def test_item_without_id_is_found_by_named_field(newer_demo):
    organization = newer_demo.get("/organization")["results"][0]["id"]
    path = f"/organization/{organization}/enterpriseconnection"
    name = newer_demo.get(path)["results"][0]["connection_name"]
    assert newer_demo.get(f"{path}/{name}")["connection_name"] == name
    assert newer_demo("GET", f"{path}/nothing").status_code == 404


@pytest.mark.parametrize("path", ["argocdApp/{}", "secretManagerAccess/{}/secrets"])
def test_invalid_id_is_not_found_for_unlisted_kind(newer, path):
    id = "11111111-1111-4111-8111-111111111111"
    assert newer("GET", f"/{path.format(id)}").status_code == 200
    assert newer("GET", f"/{path.format('null')}").status_code == 404
