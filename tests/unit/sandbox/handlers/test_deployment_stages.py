import pytest

from qovery_cli.sandbox.service_kinds import STAGE_NAMES

REPOSITORY = {"url": "https://github.com/acme/api", "provider": "GITHUB"}
DATABASE = {"name": "db", "type": "REDIS", "version": "6", "mode": "CONTAINER"}


@pytest.fixture
def environment(newer, newer_environment):
    """An environment with an application and a database."""
    body = {"name": "api", "git_repository": REPOSITORY, "healthchecks": {}}
    newer.post(f"{newer_environment}/application", body)
    newer.post(f"{newer_environment}/database", DATABASE)
    return newer_environment


def stages(api, environment):
    return api.get(f"{environment}/deploymentStage")["results"]


def service(api, environment, kind):
    return api.get(f"{environment}/{kind}")["results"][0]["id"]


def stage_id(api, environment, name):
    return next(stage["id"] for stage in stages(api, environment) if stage["name"] == name)


def services_by_stage(listed):
    return {stage["name"]: [one["service_type"] for one in stage["services"]] for stage in listed}


def test_new_environment_has_the_default_stages(newer, newer_environment):
    listed = stages(newer, newer_environment)
    assert [stage["name"] for stage in listed] == list(STAGE_NAMES)
    assert [stage["deployment_order"] for stage in listed] == [1, 2, 3, 4]
    assert all(stage["services"] == [] for stage in listed)


def test_services_begin_in_the_stage_of_their_kind(newer, environment):
    assert services_by_stage(stages(newer, environment)) == {
        "DEFAULT DATABASE": ["DATABASE"],
        "DEFAULT JOB": [],
        "DEFAULT CONTAINER": [],
        "DEFAULT APPLICATION": ["APPLICATION"],
    }


def test_stage_can_be_created_edited_and_deleted(newer, environment):
    made = newer.post(f"{environment}/deploymentStage", {"name": "smoke", "description": "Tests"})
    own = f"/deploymentStage/{made['id']}"
    assert (made["deployment_order"], made["services"]) == (5, [])
    edited = newer.put(own, {"name": "checks"})
    assert (edited["name"], edited["description"]) == ("checks", "")
    assert newer.get(own) == edited
    newer.delete(own)
    assert newer("GET", own).status_code == 404
    assert [stage["name"] for stage in stages(newer, environment)] == list(STAGE_NAMES)


def test_stage_with_services_is_not_deleted(newer, environment):
    own = f"/deploymentStage/{stage_id(newer, environment, 'DEFAULT DATABASE')}"
    answer = newer("DELETE", own)
    assert answer.status_code == 400
    assert "must be empty" in answer.json()["detail"]


def test_last_stage_is_not_deleted(newer, newer_environment):
    *others, last = stages(newer, newer_environment)
    for stage in others:
        newer.delete(f"/deploymentStage/{stage['id']}")
    assert newer("DELETE", f"/deploymentStage/{last['id']}").status_code == 400
    assert stages(newer, newer_environment)[0]["deployment_order"] == 1


def test_blank_name_is_rejected(newer, environment):
    assert newer("POST", f"{environment}/deploymentStage", {"name": " "}).status_code == 400


@pytest.mark.parametrize(
    ("move", "target", "order"),
    [
        ("moveBefore", "DEFAULT DATABASE", [3, 0, 1, 2]),
        ("moveAfter", "DEFAULT DATABASE", [0, 3, 1, 2]),
        ("moveAfter", "DEFAULT APPLICATION", [0, 1, 2, 3]),
    ],
)
def test_stage_moves_beside_another(newer, environment, move, target, order):
    moved = stage_id(newer, environment, "DEFAULT APPLICATION")
    path = f"/deploymentStage/{moved}/{move}/{stage_id(newer, environment, target)}"
    listed = newer.put(path)["results"]
    assert [stage["name"] for stage in listed] == [STAGE_NAMES[index] for index in order]
    assert stages(newer, environment) == listed


def test_stage_of_another_environment_is_no_target(newer, environment):
    own = stage_id(newer, environment, "DEFAULT JOB")
    clone = newer.post(f"{environment}/clone", {"name": "copy"})["id"]
    other = stage_id(newer, f"/environment/{clone}", "DEFAULT JOB")
    assert newer("PUT", f"/deploymentStage/{own}/moveAfter/{other}").status_code == 404


def test_attached_service_is_in_the_stage(newer, environment):
    api = service(newer, environment, "application")
    stage = stage_id(newer, environment, "DEFAULT JOB")
    listed = newer.put(f"/deploymentStage/{stage}/service/{api}")["results"]
    assert services_by_stage(listed)["DEFAULT JOB"] == ["APPLICATION"]
    assert newer.get(f"/service/{api}/deploymentStage")["id"] == stage


def test_edited_service_stays_in_its_stage(newer, environment):
    api = service(newer, environment, "application")
    stage = stage_id(newer, environment, "DEFAULT JOB")
    newer.put(f"/deploymentStage/{stage}/service/{api}")
    newer.put(f"/application/{api}", {"healthchecks": {}, "dockerfile_path": "Dockerfile"})
    assert newer.get(f"/service/{api}/deploymentStage")["id"] == stage


def test_service_of_another_environment_is_not_attached(newer, environment):
    clone = newer.post(f"{environment}/clone", {"name": "copy"})["id"]
    api = service(newer, f"/environment/{clone}", "application")
    stage = stage_id(newer, environment, "DEFAULT JOB")
    assert newer("PUT", f"/deploymentStage/{stage}/service/{api}").status_code == 404


def test_clone_has_stages_of_its_own_with_the_same_services(newer, environment):
    made = newer.post(f"{environment}/deploymentStage", {"name": "last"})
    newer.put(f"/deploymentStage/{made['id']}/service/{service(newer, environment, 'database')}")
    clone = newer.post(f"{environment}/clone", {"name": "copy"})["id"]
    before, after = stages(newer, environment), stages(newer, f"/environment/{clone}")
    assert services_by_stage(after) == services_by_stage(before)
    assert {stage["id"] for stage in after}.isdisjoint(stage["id"] for stage in before)


def test_skipped_service_is_left_out_of_deployments_of_its_environment(newer, environment):
    database = service(newer, environment, "database")
    stage = stage_id(newer, environment, "DEFAULT DATABASE")
    path = f"/deploymentStage/{stage}/service/{database}"
    newer.put(path, {"is_skipped": True})
    newer.post(f"{environment}/deploy")
    newer.pass_time(60)
    assert newer.get(f"/database/{database}/status")["state"] == "READY"
    listed = newer.get(f"{environment}/deploymentHistoryV2")["results"][0]["stages"]
    assert [stage["name"] for stage in listed] == ["DEFAULT APPLICATION"]
    newer.post(f"/database/{database}/deploy")
    newer.pass_time(60)
    assert newer.get(f"/database/{database}/status")["state"] == "DEPLOYED"


def test_service_that_moves_is_no_longer_skipped(newer, environment):
    database = service(newer, environment, "database")
    for name, body in (("DEFAULT DATABASE", {"is_skipped": True}), ("DEFAULT JOB", {})):
        stage = stage_id(newer, environment, name)
        listed = newer.put(f"/deploymentStage/{stage}/service/{database}", body)["results"]
        (entry,) = next(found["services"] for found in listed if found["name"] == name)
        assert entry["is_skipped"] == (name == "DEFAULT DATABASE")


def test_services_are_deployed_in_the_order_of_the_stages(newer, environment):
    first = stage_id(newer, environment, "DEFAULT APPLICATION")
    target = stage_id(newer, environment, "DEFAULT DATABASE")
    newer.put(f"/deploymentStage/{first}/moveBefore/{target}")
    newer.post(f"{environment}/deploy")
    newer.pass_time(3)
    statuses = newer.get(f"{environment}/statuses")
    assert statuses["applications"][0]["state"] == "BUILDING"
    assert statuses["databases"][0]["state"] == "DEPLOYMENT_QUEUED"


def test_stage_in_a_history_keeps_its_name(newer, environment):
    newer.post(f"{environment}/deploy")
    newer.pass_time(60)
    stage = stage_id(newer, environment, "DEFAULT DATABASE")
    newer.put(f"/deploymentStage/{stage}", {"name": "data"})
    (entry,) = newer.get(f"{environment}/deploymentHistoryV2")["results"]
    assert [found["name"] for found in entry["stages"]] == [
        "DEFAULT DATABASE",
        "DEFAULT APPLICATION",
    ]


def test_statuses_come_by_stage(newer, environment):
    made = newer.post(f"{environment}/deploymentStage", {"name": "last"})
    database = service(newer, environment, "database")
    newer.put(f"/deploymentStage/{made['id']}/service/{database}")
    listed = newer.get(f"{environment}/statusesWithStages")["stages"]
    ids = {entry["stage"]["id"]: [one["id"] for one in entry["databases"]] for entry in listed}
    assert ids[made["id"]] == [database]
    assert [entry["stage"]["status"] for entry in listed].count("SKIPPED") == 3
