import pytest


@pytest.fixture
def place(newer):
    """A project and an environment in a sandbox of level 1.0.4."""
    org = newer.post("/organization", {"name": "Acme", "plan": "BUSINESS"})
    body = {"name": "prod", "region": "eu-west-3", "cloud_provider": "AWS"}
    newer.store.add(
        "cluster",
        {**body, "organization": {"id": org["id"]}, "is_default": True},
        org["id"],
    )
    project = newer.post(f"/organization/{org['id']}/project", {"name": "shop"})
    environment = newer.post(f"/project/{project['id']}/environment", {"name": "staging"})
    return {"PROJECT": project["id"], "ENVIRONMENT": environment["id"], "organization": org["id"]}


def entry(place, scope, key, value, **more):
    whole = {"key": key, "value": value, "is_secret": False, "variable_scope": scope, **more}
    return {**whole, "variable_parent_id": place[scope]}


def listed(newer, place, **query):
    answer = newer.get("/variable", parent_id=place["ENVIRONMENT"], scope="ENVIRONMENT", **query)
    return [item for item in answer["results"] if item["scope"] != "BUILT_IN"]


def test_a_list_has_variables_and_secrets_of_all_scopes_above(newer, place):
    newer.post("/variable", entry(place, "PROJECT", "LEVEL", "info"))
    newer.post("/variable", entry(place, "ENVIRONMENT", "DSN", "hidden", is_secret=True))
    found = {item["key"]: item["value"] for item in listed(newer, place)}
    assert found == {"LEVEL": "info", "DSN": None}
    assert [item["key"] for item in listed(newer, place, is_secret="true")] == ["DSN"]


def test_a_list_needs_a_parent_and_a_scope(newer, place):
    assert newer("GET", "/variable", scope="PROJECT").status_code == 400


def test_taken_key_conflict_names_its_scope(newer, place):
    newer.post("/variable", entry(place, "ENVIRONMENT", "LEVEL", "info"))
    again = newer("POST", "/variable", entry(place, "ENVIRONMENT", "LEVEL", "debug"))
    assert again.status_code == 409
    assert again.json()["existing_variable"] == {
        "organization_id": place["organization"],
        "project_id": place["PROJECT"],
        "environment_id": place["ENVIRONMENT"],
        "service_id": None,
    }


def test_an_entry_can_be_aliased_overridden_changed_and_deleted(newer, place):
    made = newer.post("/variable", entry(place, "PROJECT", "LEVEL", "info"))
    path = f"/variable/{made['id']}"
    parent = place["ENVIRONMENT"]
    alias = {"key": "LOG", "alias_scope": "ENVIRONMENT", "alias_parent_id": parent}
    assert newer.post(f"{path}/alias", alias)["aliased_variable"]["id"] == made["id"]
    override = {"value": "debug", "override_scope": "ENVIRONMENT", "override_parent_id": parent}
    assert newer.post(f"{path}/override", override)["variable_type"] == "OVERRIDE"
    assert newer.put(path, {"key": "LEVEL", "value": None})["value"] == "info"
    newer.delete(path)
    assert listed(newer, place) == []


def test_mount_path_creates_file_variable(newer, place):
    body = entry(place, "PROJECT", "CONFIG", "a: 1", mount_path="/etc/app.yaml")
    assert newer.post("/variable", body)["variable_type"] == "FILE"


def test_nothing_is_created_at_the_scope_of_what_is_built_in(newer, place):
    body = {**entry(place, "PROJECT", "A", "1"), "variable_scope": "BUILT_IN"}
    assert newer("POST", "/variable", body).status_code == 400
