import pytest

ICON = "https://cdn.acme.test/icons/postgres.svg"
POSTGRES = {
    "name": "orders",
    "icon": ICON,
    "tag": "aws/postgres/17/1.0.0",
    "variables": [
        {"name": "username", "value": "app"},
        {"name": "password", "value": "hidden", "is_secret": True},
    ],
    "spec_overrides": {"engine_version": "1.13.3", "cpu": "250m", "ram": "1Gi"},
}
REDIS = {"name": "cache", "icon": ICON, "tag": "kubernetes/redis/7/1.0.0"}


@pytest.fixture
def created(newer, newer_environment):
    return newer.post(f"{newer_environment}/blueprint", POSTGRES)


def service(api, environment, kind="terraform"):
    return api.get(f"{environment}/{kind}")["results"][0]


def patch(api, blueprint, **changes):
    body = {"name": "orders", "icon": ICON, "tag": POSTGRES["tag"], **changes}
    return api("PATCH", f"/blueprint/{blueprint['id']}", body)


def test_blueprint_creates_a_terraform_service(newer, newer_environment, created):
    made = service(newer, newer_environment)
    assert (made["name"], made["blueprint_id"]) == ("orders", created["id"])
    assert made["job_resources"] == {"cpu_milli": 250, "ram_mib": 1024, "storage_gib": 1, "gpu": 0}
    keys = [value["key"] for value in made["terraform_variables_source"]["tf_vars"]]
    assert keys == ["username", "password"]
    assert created["tag"] == POSTGRES["tag"]
    assert newer_environment.endswith(created["environment_id"])


def test_blueprint_of_a_chart_creates_a_helm_service(newer, newer_environment):
    newer.post(f"{newer_environment}/blueprint", REDIS)
    made = service(newer, newer_environment, "helm")
    source = made["source"]["repository"]
    assert source["chart_name"] == "redis"
    assert source["repository"]["url"] == "https://charts.bitnami.com/bitnami"


def test_blueprint_can_be_deployed_when_it_is_created(newer, newer_environment):
    answer = newer("POST", f"{newer_environment}/blueprint", POSTGRES, deploy="true")
    assert answer.status_code == 202
    key = service(newer, newer_environment)["id"]
    newer.pass_time(60)
    statuses = newer.get(f"{newer_environment}/statuses")["terraforms"]
    assert [(status["id"], status["state"]) for status in statuses] == [(key, "DEPLOYED")]


@pytest.mark.parametrize(
    ("changes", "status", "named"),
    [
        ({"tag": "postgres"}, 422, "tag"),
        ({"tag": "aws/postgres/17/9.9.9"}, 404, "tag"),
        ({"variables": []}, 400, "username"),
        ({"variables": [{"name": "nothing", "value": "x"}]}, 400, "nothing"),
        ({"spec_overrides": None}, 400, "engine_version"),
        ({"spec_overrides": {"engine_version": "1.13.3", "ram": "much"}}, 400, "ram"),
    ],
)
def test_invalid_blueprint_is_rejected(newer, newer_environment, changes, status, named):
    answer = newer("POST", f"{newer_environment}/blueprint", {**POSTGRES, **changes})
    assert answer.status_code == status
    assert named in answer.json()["detail"]
    assert newer.get(f"{newer_environment}/terraform")["results"] == []


def test_name_of_another_service_is_taken(newer, newer_environment, created):
    answer = newer("POST", f"{newer_environment}/blueprint", POSTGRES)
    assert answer.status_code == 409


def test_update_is_compared_with_the_newest_release(newer, created):
    update = newer.get(f"/blueprint/{created['id']}/update")
    assert (update["is_up_to_date"], update["latest_tag"]) == (False, "aws/postgres/17/1.1.0")
    assert [value["name"] for value in update["new_optional_values"]] == ["backup_retention_days"]
    assert update["removed_values"] == [{"name": "publicly_accessible"}]


def test_patch_merges_variables_and_overrides(newer, newer_environment, created):
    variables = {"instance_class": {"value": "db.t4g.small"}, "username": {"value": "admin"}}
    answer = patch(newer, created, variables=variables, spec_overrides={"cpu": "1"})
    assert answer.status_code == 200
    made = service(newer, newer_environment)
    values = {
        value["key"]: value["value"] for value in made["terraform_variables_source"]["tf_vars"]
    }
    assert values == {"username": "admin", "password": "hidden", "instance_class": "db.t4g.small"}
    assert made["job_resources"]["cpu_milli"] == 1000


def test_patch_cannot_remove_a_required_variable(newer, created):
    assert patch(newer, created, variables={"username": None}).status_code == 400


def test_preview_changes_nothing(newer, newer_environment, created):
    before = service(newer, newer_environment)
    body = {"name": "renamed", "icon": ICON, "tag": "aws/postgres/17/1.1.0"}
    path = f"/blueprint/{created['id']}/update/preview"
    assert newer.post(path, body)["service_type"] == "TERRAFORM"
    assert service(newer, newer_environment) == before


def test_deployment_of_a_blueprint_is_that_of_its_service(newer, newer_environment, created):
    answer = newer.post(f"/blueprint/{created['id']}/deploy")
    key = service(newer, newer_environment)["id"]
    newer.pass_time(60)
    (entry,) = newer.get(f"/terraform/{key}/deploymentHistoryV2")["results"]
    assert entry["identifier"]["execution_id"] == answer["execution_id"]


def test_blueprint_of_a_deleted_service_is_not_found(newer, newer_environment, created):
    newer.delete(f"/terraform/{service(newer, newer_environment)['id']}")
    assert newer("GET", f"/blueprint/{created['id']}/update").status_code == 404


def test_catalog_describes_each_blueprint(newer, newer_environment):
    organization = newer.get("/organization")["results"][0]["id"]
    environment = newer_environment.rpartition("/")[2]
    catalog = f"/organization/{organization}/blueprint/catalog"
    for item in newer.get(catalog)["blueprints"]:
        for version in item["majorVersions"]:
            place = f"{item['provider']}/{item['serviceFamily']}/{version['serviceVersion']}"
            assert version["latestTag"].startswith(place)
            manifest = newer.get(f"{catalog}/{place}/manifest", environmentId=environment)
            assert manifest["results"][-1]["value"] == "eu-west-3"
            assert manifest["engine"]["type"] in ("terraform", "helm")
            assert item["description"] in newer.get(f"{catalog}/{place}/readme")["content"]
    assert newer("GET", f"{catalog}/aws/nothing/1/readme").status_code == 404
