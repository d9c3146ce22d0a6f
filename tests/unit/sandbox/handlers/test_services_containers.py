import pytest

HUB = {"name": "hub", "kind": "DOCKER_HUB", "url": "https://docker.io", "config": {}}
SECRETS = {"username": "ada", "password": "hidden", "access_key_id": "AKIA"}


@pytest.fixture
def registries(world):
    return f"/organization/{world['organization']['id']}/containerRegistry"


@pytest.fixture
def body(api, registries):
    registry = api.post(registries, HUB)["id"]
    return {"name": "proxy", "registry_id": registry, "image_name": "library/nginx", "tag": "1.23"}


@pytest.fixture
def path(world):
    return f"/environment/{world['environment']['id']}/container"


def test_a_new_container_has_the_documented_defaults(api, path, body):
    made = api.post(path, body)
    assert (made["cpu"], made["memory"], made["auto_preview"]) == (500, 512, False)
    assert made["registry"] == {"id": body["registry_id"]}
    assert (made["image_name"], made["tag"]) == ("library/nginx", "1.23")
    assert made["arguments"] == []


def test_the_registry_must_exist(api, path, body):
    unknown = "11111111-1111-4111-8111-111111111111"
    assert api("POST", path, {**body, "registry_id": unknown}).status_code == 400


def test_the_name_is_taken_once_per_environment(api, path, body):
    api.post(path, body)
    assert api("POST", path, {**body, "name": "PROXY"}).status_code == 409


def test_an_edit_replaces_the_whole_container(api, path, body):
    port = {"internal_port": 80, "publicly_accessible": True}
    made = api.post(path, {**body, "ports": [port], "arguments": ["-g"], "entrypoint": "/x"})
    after = api.put(f"/container/{made['id']}", {**body, "tag": "1.24"})
    assert (after["tag"], after["ports"], after["arguments"]) == ("1.24", [], [])
    assert "entrypoint" not in after


def test_undeclared_auto_preview_is_accepted(api, path, body):
    assert api.post(path, {**body, "auto_preview": True})["auto_preview"] is True


def test_registries_never_show_their_secrets(api, registries):
    made = api.post(registries, {**HUB, "name": "other", "config": SECRETS})
    assert "config" not in made
    assert "hidden" not in str(api.store.all("containerRegistry"))
    assert api.get(f"{registries}/{made['id']}") == made


def test_a_registry_can_be_replaced_and_deleted(api, registries, path, body):
    made = api.post(path, body)
    own = f"{registries}/{body['registry_id']}"
    assert api.put(own, {**HUB, "name": "renamed"})["name"] == "renamed"
    api.delete(own)
    assert api.get(registries) == {"results": []}
    assert api.get(f"/container/{made['id']}")["registry"] == {"id": body["registry_id"]}


def test_the_address_of_a_registry_is_checked(api, registries):
    assert api("POST", registries, {**HUB, "url": "docker.io"}).status_code == 400


def test_a_registry_of_another_organization_is_not_found(api, registries, body):
    other = api.post("/organization", {"name": "Other", "plan": "FREE"})["id"]
    path = f"/organization/{other}/containerRegistry/{body['registry_id']}"
    assert api("GET", path).status_code == 404


def test_advanced_settings_come_in_a_list_at_1_0_3(api, path, body):
    own = f"/container/{api.post(path, body)['id']}/advancedSettings"
    assert api.get(own)[0]["readiness_probe.type"] == "TCP"
    after = api.put(own, [{"network.ingress.enable_cors": True}])
    assert after[0]["network.ingress.enable_cors"] is True
    assert after[0]["network.ingress.proxy_body_size_mb"] == 100


def test_a_deployed_tag_is_the_tag_afterwards(api, path, body):
    made = api.post(path, body)
    api.post(f"/container/{made['id']}/deploy", {"image_tag": "1.25"})
    api.pass_time(120)
    assert api.get(f"/container/{made['id']}")["tag"] == "1.25"


def test_advanced_settings_have_the_same_defaults_at_1_0_4(newer_demo):
    container = newer_demo.store.all("container")[0]["id"]
    found = newer_demo.get(f"/container/{container}/advancedSettings")
    assert found == newer_demo.get("/defaultContainerAdvancedSettings")
    assert found["network.ingress.proxy_body_size_mb"] == 100
