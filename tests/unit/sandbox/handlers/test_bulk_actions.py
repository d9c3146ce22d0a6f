import pytest


@pytest.fixture
def shop(newer):
    """Paths and ids in a sandbox of level 1.0.4 with a container and a database."""
    org = newer.post("/organization", {"name": "Acme", "plan": "BUSINESS_2025"})["id"]
    cluster = {"name": "prod", "region": "eu-west-3", "cloud_provider": "AWS"}
    newer.store.add("cluster", {**cluster, "organization": {"id": org}, "is_default": True}, org)
    hub = {"name": "hub", "kind": "DOCKER_HUB", "url": "https://docker.io", "config": {}}
    registry = newer.post(f"/organization/{org}/containerRegistry", hub)["id"]
    project = newer.post(f"/organization/{org}/project", {"name": "shop"})["id"]
    environment = newer.post(f"/project/{project}/environment", {"name": "staging"})["id"]
    image = {"registry_id": registry, "image_name": "library/nginx", "tag": "1.0"}
    container = newer.post(
        f"/environment/{environment}/container", {"name": "proxy", "healthchecks": {}, **image}
    )["id"]
    kind = {"type": "POSTGRESQL", "version": "13", "mode": "CONTAINER"}
    database = newer.post(f"/environment/{environment}/database", {"name": "main", **kind})["id"]
    return {"environment": environment, "container": container, "database": database}


def state(newer, shop, kind):
    return newer.get(f"/{kind}/{shop[kind]}/status")["state"]


def states(newer, shop):
    return state(newer, shop, "container"), state(newer, shop, "database")


def services(newer, shop, action, **ids):
    return newer("POST", f"/environment/{shop['environment']}/service/{action}", ids)


@pytest.fixture
def running(newer, shop):
    """The same, deployed."""
    newer.post(f"/environment/{shop['environment']}/deploy")
    newer.pass_time(60)
    return shop


def test_a_deployment_ends_as_deployed(newer, running):
    assert states(newer, running) == ("DEPLOYED", "DEPLOYED")
    assert state(newer, running, "environment") == "DEPLOYED"


def test_only_the_services_named_are_deployed(newer, shop):
    answer = services(newer, shop, "deploy", containers=[{"id": shop["container"]}])
    assert answer.status_code == 202
    assert states(newer, shop) == ("DEPLOYMENT_QUEUED", "READY")


def test_a_service_is_deployed_at_the_tag_named(newer, running):
    services(newer, running, "deploy", containers=[{"id": running["container"], "image_tag": "2"}])
    newer.pass_time(60)
    assert newer.get(f"/container/{running['container']}")["tag"] == "2"


def test_the_services_named_are_restarted_without_a_deployment(newer, running):
    answer = services(newer, running, "restart-service", container_ids=[running["container"]])
    assert answer.status_code == 202
    assert states(newer, running) == ("RESTART_QUEUED", "DEPLOYED")
    newer.pass_time(60)
    assert states(newer, running) == ("RESTARTED", "DEPLOYED")


@pytest.mark.parametrize(
    ("action", "path"),
    [
        ("stop", ("STOP_QUEUED", "STOPPED")),
        ("delete", ("DELETE_QUEUED", None)),
        ("uninstall", ("DELETE_QUEUED", "READY")),
    ],
)
def test_the_services_named_are_taken_down(newer, running, action, path):
    answer = services(newer, running, action, container_ids=[running["container"]])
    assert (answer.status_code, answer.content) == (200, b"")
    assert states(newer, running) == (path[0], "DEPLOYED")
    newer.pass_time(60)
    gone = newer("GET", f"/container/{running['container']}/status")
    assert gone.json().get("state") == path[1]


def test_empty_list_does_nothing(newer, running):
    assert services(newer, running, "stop", container_ids=[]).status_code == 200
    assert states(newer, running) == ("DEPLOYED", "DEPLOYED")
    newer.post(f"/environment/{running['environment']}/redeploy")


def test_a_redeployment_starts_what_was_stopped(newer, running):
    newer.post(f"/container/{running['container']}/stop")
    newer.pass_time(60)
    newer.post(f"/environment/{running['environment']}/redeploy")
    newer.pass_time(60)
    assert states(newer, running) == ("DEPLOYED", "DEPLOYED")


def test_stopped_service_is_not_restarted(newer, shop):
    assert newer("POST", f"/container/{shop['container']}/restart-service").status_code == 409


def test_second_form_of_the_history_has_as_many_entries_as_requested(newer, running):
    newer.post(f"/database/{running['database']}/redeploy")
    newer.pass_time(60)
    path = f"/environment/{running['environment']}/deploymentHistoryV2"
    assert len(newer.get(path)["results"]) == 2
    (latest,) = newer.get(path, pageSize=1)["results"]
    assert latest["trigger_action"] == "DEPLOY"
    assert latest["stages"][0]["services"][0]["identifier"]["name"] == "main"
    own = newer.get(f"/container/{running['container']}/deploymentHistoryV2")["results"]
    assert [entry["status"] for entry in own] == ["DEPLOYED"]


def test_planned_terraform_service_is_not_deployed_with_the_others(newer, shop):
    environment = f"/environment/{shop['environment']}"
    body = {
        "name": "network",
        "description": "",
        "engine": "TERRAFORM",
        "provider_version": {"explicit_version": "1.13.3"},
        "backend": {"kubernetes": {}},
        "job_resources": {"cpu_milli": 500, "ram_mib": 512, "storage_gib": 1, "gpu": 0},
        "auto_deploy_config": {"auto_deploy": False, "terraform_action": "DEFAULT"},
        "terraform_variables_source": {"tf_var_file_paths": [], "tf_vars": []},
        "terraform_files_source": {"git_repository": {"url": "https://github.com/acme/infra"}},
    }
    terraform = newer.post(f"{environment}/terraform", body)["id"]
    requested = {
        "databases": [shop["database"]],
        "terraforms": [{"id": terraform, "action": "PLAN"}],
    }
    assert newer("POST", f"{environment}/service/deploy", requested).status_code == 202
    newer.pass_time(120)
    assert state(newer, shop, "database") == "DEPLOYED"
    (status,) = newer.get(f"{environment}/statuses")["terraforms"]
    assert status["service_deployment_status"] == "NEVER_DEPLOYED"
    entries = newer.get(f"{environment}/deploymentHistoryV2")["results"]
    assert [entry["trigger_action"] for entry in entries] == ["DEPLOY_DRY_RUN", "DEPLOY"]
