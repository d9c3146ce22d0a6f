def test_projects_belong_to_an_organization(api, world):
    organization = world["organization"]["id"]
    listed = api.get(f"/organization/{organization}/project")["results"]
    assert [found["name"] for found in listed] == ["shop"]
    assert listed[0]["organization"] == {"id": organization}


def test_a_name_is_taken_once_per_organization(api, world):
    path = f"/organization/{world['organization']['id']}/project"
    assert api("POST", path, {"name": "SHOP"}).status_code == 409
    other = api.post("/organization", {"name": "Other", "plan": "FREE"})
    assert api("POST", f"/organization/{other['id']}/project", {"name": "shop"}).status_code == 200


def test_an_edit_replaces_the_description(api, world):
    path = f"/project/{world['project']['id']}"
    assert api.put(path, {"name": "shop", "description": "All."})["description"] == "All."
    assert "description" not in api.put(path, {"name": "shop"})


def test_project_without_anything_deployed_is_deleted_at_once(api, world):
    api.delete(f"/project/{world['project']['id']}")
    assert api("GET", f"/project/{world['project']['id']}").status_code == 404
    assert api("GET", f"/environment/{world['environment']['id']}").status_code == 404


def test_project_is_deleted_when_its_last_environment_is(demo):
    project = next(doc for doc in demo.store.all("project") if doc["name"] == "data-platform")
    demo.delete(f"/project/{project['id']}")
    environment = demo.get(f"/project/{project['id']}/environment")["results"][0]
    assert demo.get(f"/environment/{environment['id']}/status")["state"].startswith("DELET")
    demo.pass_time(600)
    assert demo("GET", f"/project/{project['id']}").status_code == 404


def test_statistics_count_environments_and_services(demo):
    organization = demo.store.all("organization")[0]["id"]
    names = {doc["id"]: doc["name"] for doc in demo.store.all("project")}
    found = demo.get(f"/organization/{organization}/project/stats")["results"]
    numbers = {names[item["id"]]: item for item in found}
    assert numbers["data-platform"]["environment_total_number"] == 1
    assert numbers["data-platform"]["service_total_number"] == 3
    assert numbers["empty-project"]["service_total_number"] == 0
