def test_an_environment_runs_on_the_default_cluster(api, world):
    made = world["environment"]
    assert made["cluster_id"] == world["cluster"]["id"]
    assert made["cluster_name"] == "prod"
    assert made["cloud_provider"] == {"provider": "aws", "cluster": "eu-west-3"}
    assert made["mode"] == "DEVELOPMENT"
    assert made["project"] == {"id": world["project"]["id"]}


def test_without_a_cluster_there_is_no_environment(api):
    organization = api.post("/organization", {"name": "Acme", "plan": "FREE"})["id"]
    project = api.post(f"/organization/{organization}/project", {"name": "shop"})["id"]
    answer = api("POST", f"/project/{project}/environment", {"name": "staging"})
    assert answer.status_code == 400


def test_a_cluster_that_does_not_exist_is_a_bad_request(api, world):
    body = {"name": "x", "cluster": "11111111-1111-4111-8111-111111111111"}
    answer = api("POST", f"/project/{world['project']['id']}/environment", body)
    assert answer.status_code == 400
    assert "exist" in answer.json()["message"]


def test_names_ignore_case_within_a_project(api, world):
    path = f"/project/{world['project']['id']}/environment"
    assert api("POST", path, {"name": "STAGING"}).status_code == 409


def test_an_edit_changes_name_and_mode(api, world):
    path = f"/environment/{world['environment']['id']}"
    after = api.put(path, {"name": "live", "mode": "PRODUCTION"})
    assert (after["name"], after["mode"]) == ("live", "PRODUCTION")
    assert after["cluster_id"] == world["cluster"]["id"]
    assert api.get(path) == after


def test_preview_mode_is_rejected(api, world):
    path = f"/project/{world['project']['id']}/environment"
    assert api("POST", path, {"name": "pr", "mode": "PREVIEW"}).status_code == 400


def test_there_is_a_deployment_rule_from_the_start(api, world):
    path = f"/environment/{world['environment']['id']}/deploymentRule"
    rule = api.get(path)
    assert (rule["auto_deploy"], rule["auto_stop"], rule["timezone"]) == (True, False, "UTC")
    body = {**rule, "auto_stop": True, "weekdays": ["FRIDAY"]}
    after = api.put(f"{path}/{rule['id']}", body)
    assert (after["id"], after["auto_stop"], after["weekdays"]) == (rule["id"], True, ["FRIDAY"])


def test_only_the_environments_own_rule_can_be_edited(api, world):
    path = f"/environment/{world['environment']['id']}/deploymentRule"
    body = api.get(path)
    assert api("PUT", f"{path}/11111111-1111-4111-8111-111111111111", body).status_code == 404


def test_undeployed_resource_is_removed_at_once(api, world):
    path = f"/environment/{world['environment']['id']}"
    assert api.get(f"{path}/status")["state"] == "READY"
    api.delete(path)
    assert api("GET", path).status_code == 404


def test_statuses_of_a_project_are_those_of_its_environments(demo):
    project = demo.store.all("project")[0]["id"]
    listed = demo.get(f"/project/{project}/environment/status")["results"]
    for status in listed:
        assert demo.get(f"/environment/{status['id']}/status") == status


def test_statistics_count_services(demo):
    project = demo.store.all("project")[0]["id"]
    first = demo.get(f"/project/{project}/environment/stats")["results"][0]
    assert first["service_total_number"] == 7
