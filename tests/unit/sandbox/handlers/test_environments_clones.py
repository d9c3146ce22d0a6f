import pytest

REPOSITORY = {"url": "https://github.com/acme/api"}
PORT = {"internal_port": 80, "publicly_accessible": True}


@pytest.fixture
def filled(api, world):
    environment = f"/environment/{world['environment']['id']}"
    body = {"name": "api", "git_repository": REPOSITORY, "ports": [PORT]}
    made = api.post(f"{environment}/application", body)
    other = api.post(f"{environment}/application", {**body, "name": "web"})
    database = {"name": "db", "type": "REDIS", "version": "6", "mode": "CONTAINER"}
    api.post(f"{environment}/database", database)
    api.post(f"/application/{other['id']}/dependency/{made['id']}")
    api.post(f"{environment}/environmentVariable", {"key": "LEVEL", "value": "info"})
    api.post(f"/application/{made['id']}/secret", {"key": "KEY", "value": "hidden"})
    api.post(f"/application/{made['id']}/customDomain", {"domain": "api.acme.test"})
    api.put(f"/application/{made['id']}/network", {"sticky_session": True})
    return environment


def test_a_clone_has_services_of_its_own_with_the_same_settings(api, filled):
    clone = api.post(f"{filled}/clone", {"name": "copy"})
    before = api.get(f"{filled}/application")["results"]
    after = api.get(f"/environment/{clone['id']}/application")["results"]
    assert [found["name"] for found in after] == ["api", "web"]
    assert {found["id"] for found in after}.isdisjoint(found["id"] for found in before)
    assert after[0]["environment"] == {"id": clone["id"]}
    assert after[0]["ports"][0]["id"] != before[0]["ports"][0]["id"]
    assert len(api.get(f"/environment/{clone['id']}/database")["results"]) == 1


def test_a_clone_has_the_variables_secrets_and_links_but_not_the_domains(api, filled):
    clone = api.post(f"{filled}/clone", {"name": "copy"})
    copied, web = api.get(f"/environment/{clone['id']}/application")["results"]
    listed = api.get(f"/application/{copied['id']}/environmentVariable")["results"]
    assert ("LEVEL", "info") in {(found["key"], found["value"]) for found in listed}
    secrets = api.get(f"/application/{copied['id']}/secret")["results"]
    assert "KEY" in {found["key"] for found in secrets}
    assert api.get(f"/application/{copied['id']}/customDomain")["results"] == []
    assert api.get(f"/application/{copied['id']}/network") == {"sticky_session": True}
    linked = api.get(f"/application/{web['id']}/dependency")["results"]
    assert [found["id"] for found in linked] == [copied["id"]]


def test_a_clone_was_never_deployed(demo):
    production = next(
        doc["id"] for doc in demo.store.all("environment") if doc["name"] == "production"
    )
    body = {"name": "[PR] 1", "mode": "PREVIEW"}
    clone = demo.post(f"/environment/{production}/clone", body)
    assert clone["mode"] == "PREVIEW"
    status = demo.get(f"/environment/{clone['id']}/status")
    assert status["state"] == "READY"
    assert status["service_deployment_status"] == "NEVER_DEPLOYED"
    database = demo.get(f"/environment/{clone['id']}/database")["results"][0]
    assert "host" not in database


def test_a_clone_has_a_rule_of_its_own(api, filled):
    before = api.get(f"{filled}/deploymentRule")
    clone = api.post(f"{filled}/clone", {"name": "copy"})
    after = api.get(f"/environment/{clone['id']}/deploymentRule")
    assert after["id"] != before["id"]


def test_a_clone_may_run_on_another_cluster(api, world, filled):
    organization = world["organization"]["id"]
    body = {"name": "b", "region": "fr-par", "cloud_provider": "SCW"}
    other = api.post(f"/organization/{organization}/cluster", body)
    clone = api.post(f"{filled}/clone", {"name": "copy", "cluster_id": other["id"]})
    assert (clone["cluster_id"], clone["cluster_name"]) == (other["id"], "b")


def test_the_name_of_a_clone_must_be_free(api, filled):
    assert api("POST", f"{filled}/clone", {"name": "STAGING"}).status_code == 409


def test_environment_being_deployed_cannot_be_cloned(api, filled):
    api.post(f"{filled}/deploy")
    assert api("POST", f"{filled}/clone", {"name": "copy"}).status_code == 409


def test_clone_survives_deletion_of_original(api, filled):
    clone = api.post(f"{filled}/clone", {"name": "copy"})
    api.delete(filled)
    assert len(api.get(f"/environment/{clone['id']}/application")["results"]) == 2
