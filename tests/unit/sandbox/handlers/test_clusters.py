import pytest


@pytest.fixture
def path(world):
    return f"/organization/{world['organization']['id']}/cluster"


def ready(api, world, path):
    organization = world["organization"]["id"]
    keys = {"name": "aws", "access_key_id": "AKIA", "secret_access_key": "hidden"}
    credentials = api.post(f"/organization/{organization}/aws/credentials", keys)
    info = {"cloud_provider": "AWS", "region": "eu-west-3", "credentials": credentials}
    api.post(f"{path}/{world['cluster']['id']}/cloudProviderInfo", info)
    return f"{path}/{world['cluster']['id']}"


def test_the_first_cluster_is_the_default(api, world, path):
    second = {"name": "b", "region": "fr-par", "cloud_provider": "SCALEWAY"}
    api.post(path, second)
    found = {item["name"]: item["is_default"] for item in api.get(path)["results"]}
    assert found == {"prod": True, "b": False}


def test_a_new_cluster_is_ready_with_the_documented_defaults(world):
    made = world["cluster"]
    assert made["status"] == "READY"
    assert (made["min_running_nodes"], made["max_running_nodes"]) == (1, 1)
    assert (made["disk_size"], made["kubernetes"]) == (20, "MANAGED")


def test_the_disk_is_larger_at_1_0_4(newer):
    organization = newer.post("/organization", {"name": "Acme", "plan": "FREE"})["id"]
    body = {"name": "prod", "region": "eu-west-3", "cloud_provider": "AWS"}
    made = newer.post(f"/organization/{organization}/cluster", body)
    assert made["disk_size"] == 40


@pytest.mark.parametrize(
    "more",
    [
        {"min_running_nodes": 3, "max_running_nodes": 2},
        {"min_running_nodes": 0},
        {"kubernetes": "K3S", "max_running_nodes": 2},
    ],
)
def test_impossible_numbers_of_nodes_are_refused(api, path, more):
    body = {"name": "b", "region": "fr-par", "cloud_provider": "AWS", **more}
    assert api("POST", path, body).status_code == 400


def test_an_edit_replaces_all_but_provider_and_region(api, world, path):
    key = world["cluster"]["id"]
    body = {"name": "main", "region": "us-east-2", "cloud_provider": "SCALEWAY"}
    after = api.put(f"{path}/{key}", {**body, "ssh_keys": ["ssh-ed25519 A"], "description": "x"})
    assert (after["name"], after["description"]) == ("main", "x")
    assert (after["region"], after["cloud_provider"]) == ("eu-west-3", "AWS")
    again = api.put(f"{path}/{key}", body)
    assert again["ssh_keys"] == []
    assert "description" not in again


def test_features_are_requested_by_id(api, path):
    known = api.get("/aws/clusterFeature")["results"][0]
    body = {"name": "b", "region": "eu-west-1", "cloud_provider": "AWS"}
    made = api.post(path, {**body, "features": [{"id": known["id"], "value": True}]})
    assert made["features"][0]["title"] == known["title"]
    assert made["features"][0]["value"] is True


def test_a_cluster_without_credentials_cannot_be_deployed(api, world, path):
    key = world["cluster"]["id"]
    assert api.get(f"{path}/{key}/isReady") == {"is_ready": False}
    assert api("POST", f"{path}/{key}/deploy").status_code == 400


def test_with_credentials_it_runs_after_a_while(api, world, path):
    own = ready(api, world, path)
    assert api.get(f"{own}/isReady") == {"is_ready": True}
    assert api.post(f"{own}/deploy")["is_deployed"] is False
    api.pass_time(300)
    status = api.get(f"{own}/status")
    assert (status["status"], status["is_deployed"]) == ("RUNNING", True)
    assert api.get(path)["results"][0]["status"] == "RUNNING"


def test_a_stopped_cluster_cannot_be_stopped_again(api, world, path):
    own = ready(api, world, path)
    assert api("POST", f"{own}/stop").status_code == 409
    api.post(f"{own}/deploy")
    api.pass_time(300)
    assert api("POST", f"{own}/stop").status_code == 202
    api.pass_time(300)
    assert api.get(f"{own}/status")["status"] == "STOPPED"
    assert api("POST", f"{own}/stop").status_code == 409


def test_credentials_that_do_not_exist_are_refused(api, world, path):
    body = {"credentials": {"id": "11111111-1111-4111-8111-111111111111"}}
    answer = api("POST", f"{path}/{world['cluster']['id']}/cloudProviderInfo", body)
    assert answer.status_code == 400


def test_a_cluster_in_use_cannot_be_deleted(api, world, path):
    own = f"{path}/{world['cluster']['id']}"
    assert api("DELETE", own).status_code == 403
    api.delete(f"/environment/{world['environment']['id']}")
    api.delete(own)
    assert api.get(path)["results"] == []


def test_deployed_cluster_is_deleted_by_an_action(api, world, path):
    own = ready(api, world, path)
    api.post(f"{own}/deploy")
    api.pass_time(300)
    api.delete(f"/environment/{world['environment']['id']}")
    api.delete(own)
    assert api.get(f"{own}/status")["status"] == "DELETE_QUEUED"
    api.pass_time(300)
    assert api("GET", f"{own}/status").status_code == 404


def test_routes_are_sent_and_answered_under_different_keys(api, world, path):
    own = f"{path}/{world['cluster']['id']}/routingTable"
    assert api.get(own) == {"results": []}
    route = {"destination": "10.0.0.0/16", "target": "pcx-1", "description": ""}
    answer = api("PUT", own, {"routes": [route]})
    assert (answer.status_code, answer.json()) == (201, {"results": [route]})
    assert api.get(own) == {"results": [route]}


def test_advanced_settings_have_the_documented_defaults(api, world, path):
    own = f"{path}/{world['cluster']['id']}/advancedSettings"
    assert api.get(own) == {
        "registry.image_retention_time": 31536000,
        "load_balancer.size": "lb-s",
        "pleco.resources_ttl": -1,
        "loki.log_retention_in_week": 12,
    }


def test_advanced_settings_that_are_left_out_return_to_their_defaults(api, world, path):
    own = f"{path}/{world['cluster']['id']}/advancedSettings"
    api.put(own, {"load_balancer.size": "lb-l", "loki.log_retention_in_week": 4})
    assert api("PUT", own, {"load_balancer.size": "lb-m"}).status_code == 201
    settings = api.get(own)
    assert settings["load_balancer.size"] == "lb-m"
    assert settings["loki.log_retention_in_week"] == 12


def test_the_logs_are_those_of_the_latest_execution(demo):
    organization = demo.store.all("organization")[0]["id"]
    names = {doc["name"]: doc["id"] for doc in demo.store.all("cluster")}
    path = f"/organization/{organization}/cluster"
    assert demo.get(f"{path}/{names['new-cluster']}/logs") == {"results": []}
    broken = demo.get(f"{path}/{names['aws-broken']}/logs")["results"]
    assert broken[-1]["error"]["tag"] == "CANNOT_UNINSTALL_HELM_CHART"
    assert all("details" in entry for entry in broken[:-1])


def test_an_edited_cluster_is_out_of_date_until_it_is_deployed(newer):
    organization = newer.post("/organization", {"name": "Acme", "plan": "FREE"})["id"]
    path = f"/organization/{organization}/cluster"
    body = {"name": "prod", "region": "eu-west-3", "cloud_provider": "AWS"}
    keys = {"type": "AWS_STATIC", "name": "a", "access_key_id": "A", "secret_access_key": "S"}
    credentials = newer.post(f"/organization/{organization}/aws/credentials", keys)
    own = {"credentials": {"id": credentials["id"]}, "cloud_provider": "AWS"}
    made = newer.post(path, {**body, "cloud_provider_credentials": own})
    assert made["deployment_status"] == "NEVER_DEPLOYED"
    newer.post(f"{path}/{made['id']}/deploy")
    newer.pass_time(300)
    assert newer.get(path)["results"][0]["deployment_status"] == "UP_TO_DATE"
    assert newer.put(f"{path}/{made['id']}", body)["deployment_status"] == "OUT_OF_DATE"


def test_logs_are_in_the_order_of_time_at_any_speed(demo):
    organization = demo.store.all("organization")[0]["id"]
    demo.store.speed = 100.0
    cluster = next(doc for doc in demo.store.all("cluster") if doc["name"] == "aws-prod")
    path = f"/organization/{organization}/cluster/{cluster['id']}"
    demo.post(f"{path}/deploy")
    demo.pass_time(60)
    times = [entry["timestamp"] for entry in demo.get(f"{path}/logs")["results"]]
    assert len(times) == 4
    assert times == sorted(times)
