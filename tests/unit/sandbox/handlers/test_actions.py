import pytest


@pytest.fixture
def shop(api, world):
    """Paths in a sandbox with one application, one container and one database."""
    org, environment = world["organization"]["id"], world["environment"]["id"]
    registry = api.post(
        f"/organization/{org}/containerRegistry",
        {"name": "hub", "kind": "DOCKER_HUB", "url": "https://docker.io", "config": {}},
    )
    path = f"/environment/{environment}"
    repository = {"url": "https://github.com/acme/api"}
    image = {"registry_id": registry["id"], "image_name": "library/nginx", "tag": "1.0"}
    kind = {"type": "POSTGRESQL", "version": "13", "mode": "CONTAINER"}
    bodies = {
        "application": {"name": "api", "git_repository": repository},
        "container": {"name": "proxy", **image},
        "database": {"name": "main", **kind},
    }
    made = {kind: api.post(f"{path}/{kind}", body) for kind, body in bodies.items()}
    services = {kind: f"/{kind}/{doc['id']}" for kind, doc in made.items()}
    return {"organization": f"/organization/{org}", "environment": path, **services}


def state(api, path):
    return api.get(f"{path}/status")["state"]


def deployed(api, path):
    api.post(f"{path}/deploy")
    api.pass_time(60)


@pytest.mark.parametrize(
    ("kind", "body"),
    [
        ("application", {"git_commit_id": "abc123"}),
        ("container", {"image_tag": "2.0"}),
        ("database", None),
        ("environment", None),
    ],
)
def test_a_deployment_is_accepted_and_comes_to_an_end(api, shop, kind, body):
    answer = api("POST", f"{shop[kind]}/deploy", body)
    assert (answer.status_code, answer.json()["state"]) == (202, "DEPLOYMENT_QUEUED")
    api.pass_time(60)
    assert state(api, shop[kind]) == state(api, shop["environment"]) == "RUNNING"


def test_an_application_then_has_the_commit_that_was_deployed(api, shop):
    api.post(f"{shop['application']}/deploy", {"git_commit_id": "abc123"})
    api.pass_time(60)
    repository = api.get(shop["application"])["git_repository"]
    assert repository["deployed_commit_id"] == "abc123"


def test_a_container_then_has_the_tag_that_was_deployed(api, shop):
    api.post(f"{shop['container']}/deploy", {"image_tag": "2.0"})
    api.pass_time(60)
    assert api.get(shop["container"])["tag"] == "2.0"


@pytest.mark.parametrize("kind", ["application", "container", "database", "environment"])
@pytest.mark.parametrize("action", ["deploy", "restart", "stop"])
def test_second_action_is_rejected_while_busy(api, shop, kind, action):
    api.post(f"{shop['database']}/deploy")
    body = {"application": {"git_commit_id": "a"}, "container": {"image_tag": "2"}}.get(kind, {})
    assert api("POST", f"{shop[kind]}/{action}", body).status_code == 409


def test_deletion_and_edit_are_accepted_while_busy(api, shop):
    api.post(f"{shop['database']}/deploy")
    body = {"name": "main", "version": "13", "accessibility": "PUBLIC"}
    assert api("PUT", shop["database"], body).status_code == 200
    assert api("DELETE", shop["database"]).status_code == 204


@pytest.mark.parametrize("kind", ["application", "container", "database", "environment"])
def test_stopped_service_is_not_stopped_again(api, shop, kind):
    deployed(api, shop["environment"])
    assert api("POST", f"{shop[kind]}/stop").status_code == 202
    api.pass_time(60)
    assert state(api, shop[kind]) == "STOPPED"
    assert api("POST", f"{shop[kind]}/stop").status_code == 409


def test_undeployed_service_is_not_stopped(api, shop):
    assert api("POST", f"{shop['container']}/stop").status_code == 409


def test_restart_excludes_databases_by_default(api, shop):
    deployed(api, shop["environment"])
    api.post(f"{shop['environment']}/restart", {"restart_db": False})
    assert state(api, shop["database"]) == "RUNNING"
    assert state(api, shop["application"]) == "DEPLOYMENT_QUEUED"
    api.pass_time(60)
    api.post(f"{shop['environment']}/restart", {"restart_db": True})
    assert state(api, shop["database"]) == "DEPLOYMENT_QUEUED"


def test_a_cancelled_deployment_ends_as_cancelled(api, shop):
    api.post(f"{shop['environment']}/deploy")
    answer = api("POST", f"{shop['environment']}/cancelDeployment")
    assert (answer.status_code, answer.json()["state"]) == (202, "CANCELING")
    assert api("POST", f"{shop['environment']}/cancelDeployment").status_code == 409
    api.pass_time(5)
    assert state(api, shop["environment"]) == "CANCELED"


def test_cancel_without_execution_is_rejected(api, shop):
    assert api("POST", f"{shop['environment']}/cancelDeployment").status_code == 409


def test_deleted_service_is_not_found(api, shop):
    deployed(api, shop["environment"])
    api.delete(shop["container"])
    assert state(api, shop["container"]) == "DELETE_QUEUED"
    api.pass_time(60)
    assert api("GET", f"{shop['container']}/status").status_code == 404
    assert api.get(f"{shop['environment']}/container")["results"] == []


def test_only_what_is_named_in_a_new_version_is_deployed(api, shop):
    deployed(api, shop["environment"])
    application = shop["application"].rpartition("/")[2]
    body = {"applications": [{"application_id": application, "git_commit_id": "new"}]}
    api.post(f"{shop['environment']}/application/deploy", body)
    assert state(api, shop["application"]) == "DEPLOYMENT_QUEUED"
    assert state(api, shop["container"]) == "RUNNING"


def test_naming_the_deployed_version_deploys_nothing(api, shop):
    deployed(api, shop["environment"])
    doc = api.get(shop["application"])
    commit = doc["git_repository"]["deployed_commit_id"]
    body = {"applications": [{"application_id": doc["id"], "git_commit_id": commit}]}
    answer = api("POST", f"{shop['environment']}/application/deploy", body)
    assert (answer.status_code, answer.json()["state"]) == (202, "RUNNING")


def test_outdated_services_are_deployed_with_listed_ones(api, shop):
    deployed(api, shop["environment"])
    api.post(f"{shop['container']}/environmentVariable", {"key": "A", "value": "1"})
    api.post(f"{shop['environment']}/application/deploy", {})
    assert state(api, shop["container"]) == "DEPLOYMENT_QUEUED"
    assert state(api, shop["application"]) == "RUNNING"


def test_containers_are_deployed_at_the_tags_named(api, shop):
    container = shop["container"].rpartition("/")[2]
    body = {"containers": [{"id": container, "image_tag": "3.0"}]}
    api.post(f"{shop['environment']}/container/deploy", body)
    api.pass_time(60)
    assert (api.get(shop["container"])["tag"], state(api, shop["container"])) == ("3.0", "RUNNING")
    assert state(api, shop["database"]) == "READY"


def test_a_service_of_another_environment_is_not_found(api, shop):
    unknown = "00000000-0000-4000-8000-000000000000"
    body = {"containers": [{"id": unknown, "image_tag": "3.0"}]}
    assert api("POST", f"{shop['environment']}/container/deploy", body).status_code == 404


def test_the_history_has_what_was_done(api, shop):
    deployed(api, shop["environment"])
    answer = api.get(f"{shop['environment']}/deploymentHistory")
    assert (answer["page"], answer["page_size"], len(answer["results"])) == (1, 20, 1)
    entry = answer["results"][0]
    assert entry["status"] == "RUNNING"
    assert entry["applications"][0]["commit"]["message"]
    assert entry["containers"][0]["status"] == "SUCCESS"
    for kind in ("application", "container", "database"):
        (own,) = api.get(f"{shop[kind]}/deploymentHistory")["results"]
        assert own["status"] == "SUCCESS"


def test_an_image_is_deployed_wherever_it_runs_at_another_tag(api, shop):
    path = f"{shop['organization']}/container/deploy"
    answer = api("POST", path, {"image_name": "library/nginx", "tag": "2.0"})
    assert (answer.status_code, answer.json()["state"]) == (202, "DEPLOYMENT_QUEUED")
    api.pass_time(60)
    assert (api.get(shop["container"])["tag"], state(api, shop["container"])) == ("2.0", "RUNNING")
    again = api("POST", path, {"image_name": "library/nginx", "tag": "2.0"})
    assert (again.status_code, again.json()["state"]) == (202, "READY")


def test_an_image_is_not_deployed_where_that_is_switched_off(api, shop):
    rule = api.get(f"{shop['environment']}/deploymentRule")
    for name in ("id", "created_at", "updated_at"):
        rule.pop(name, None)
    own = api.get(f"{shop['environment']}/deploymentRule")["id"]
    api.put(f"{shop['environment']}/deploymentRule/{own}", {**rule, "auto_deploy": False})
    api.post(
        f"{shop['organization']}/container/deploy", {"image_name": "library/nginx", "tag": "2"}
    )
    assert state(api, shop["container"]) == "READY"


def test_a_preview_is_an_environment_of_its_own(api, shop, world):
    doc = api.get(shop["container"])
    body = {name: doc[name] for name in ("name", "image_name", "tag")}
    body.update(registry_id=doc["registry"]["id"], auto_preview=True)
    api.put(shop["container"], body)
    path = f"{shop['organization']}/container/preview"
    api.post(path, {"image_name": "library/nginx", "tag": "pr-7"})
    environments = api.get(f"/project/{world['project']['id']}/environment")["results"]
    preview = next(one for one in environments if one["mode"] == "PREVIEW")
    assert preview["name"].startswith("[PR] ")
    (container,) = api.get(f"/environment/{preview['id']}/container")["results"]
    assert container["tag"] == "pr-7"
    assert state(api, f"/environment/{preview['id']}") == "DEPLOYMENT_QUEUED"
    assert (api.get(shop["container"])["tag"], state(api, shop["container"])) == ("1.0", "READY")
