import pytest

CRON = {"cronjob": {"scheduled_at": "0 3 * * *", "timezone": "UTC"}}
REPOSITORY = {"url": "https://github.com/acme/jobs", "provider": "GITHUB"}


@pytest.fixture
def environment(newer_environment):
    return newer_environment


def job(**more):
    source = {"docker": {"git_repository": REPOSITORY, "dockerfile_path": "Dockerfile"}}
    return {"name": "nightly", "healthchecks": {}, "schedule": CRON, "source": source, **more}


def chart():
    source = {"git_repository": {**REPOSITORY, "root_path": "/charts"}}
    own = {"auto_deploy": False, "arguments": [], "allow_cluster_wide_resources": False}
    return {"name": "grafana", "source": source, "values_override": {}, "ports": [], **own}


def test_the_kind_of_a_job_follows_from_its_schedule(newer, environment):
    made = newer.post(f"{environment}/job", job())
    assert (made["job_type"], made["schedule"]) == ("CRON", CRON)
    other = newer.post(f"{environment}/job", job(name="once", schedule={"on_start": {}}))
    assert other["job_type"] == "LIFECYCLE"


def test_the_repository_of_a_job_is_filled_in(newer, environment):
    made = newer.post(f"{environment}/job", job())
    repository = made["source"]["docker"]["git_repository"]
    assert (repository["owner"], repository["name"]) == ("acme", "jobs")


def test_names_of_jobs_are_taken_once(newer, environment):
    newer.post(f"{environment}/job", job())
    assert newer("POST", f"{environment}/job", job(name="NIGHTLY")).status_code == 409


def test_a_job_can_be_replaced_deployed_and_deleted(newer, environment):
    own = f"/job/{newer.post(f'{environment}/job', job())['id']}"
    assert newer.put(own, job(name="renamed", cpu=250))["cpu"] == 250
    newer.post(f"{own}/deploy", {})
    newer.pass_time(120)
    assert newer.get(f"{own}/status")["state"] == "DEPLOYED"
    newer.delete(own)
    assert newer.get(f"{own}/status")["state"] == "DELETE_QUEUED"
    newer.pass_time(120)
    assert newer("GET", own).status_code == 404


def test_the_source_of_a_chart_has_another_name_in_the_answer(newer, environment):
    made = newer.post(f"{environment}/helm", chart())
    assert made["source"]["git"]["git_repository"]["root_path"] == "/charts"
    assert newer.get(f"{environment}/helm/status")["results"][0]["id"] == made["id"]


def test_services_of_every_kind_are_listed_together(newer, environment):
    newer.post(f"{environment}/job", job())
    newer.post(f"{environment}/helm", chart())
    listed = newer.get(f"{environment}/services")["results"]
    assert [found["service_type"] for found in listed] == ["JOB", "HELM"]
    statuses = newer.get(f"{environment}/statuses")
    assert (len(statuses["jobs"]), len(statuses["helms"])) == (1, 1)
    assert statuses["environment"]["state"] == "READY"


def terraform(**more):
    fields = {
        "name": "network",
        "description": "",
        "engine": "OPEN_TOFU",
        "provider_version": {"explicit_version": "1.10.6", "read_from_terraform_block": False},
        "backend": {"kubernetes": {}},
        "job_resources": {"cpu_milli": 500, "ram_mib": 512, "storage_gib": 1, "gpu": 0},
        "auto_deploy_config": {"auto_deploy": True, "terraform_action": "PLAN"},
        "terraform_variables_source": {
            "tf_var_file_paths": ["production.tfvars"],
            "tf_vars": [{"key": "region", "value": "eu-west-3", "secret": False}],
        },
        "terraform_files_source": {
            "git_repository": {
                "url": "https://github.com/acme/infra.git",
                "branch": "main",
                "root_path": "/terraform",
            }
        },
    }
    return {**fields, **more}


def test_terraform_service_keeps_what_was_sent(newer, environment):
    sent = terraform()
    made = newer.post(f"{environment}/terraform", sent)
    assert {name: made[name] for name in sent.keys() & made.keys()} == {
        **{name: value for name, value in sent.items() if name != "terraform_files_source"},
        "terraform_files_source": made["terraform_files_source"],
    }
    repository = made["terraform_files_source"]["git"]["git_repository"]
    assert (repository["name"], repository["root_path"]) == ("infra", "/terraform")
    assert (made["service_type"], made["auto_deploy"]) == ("TERRAFORM", True)
    assert newer.get(f"/terraform/{made['id']}") == made


@pytest.mark.parametrize("source", [None, {}, {"image": None}])
def test_job_without_source_is_rejected(newer, environment, source):
    answer = newer("POST", f"{environment}/job", job(source=source or {}))
    assert answer.status_code == 400
    assert answer.json()["detail"].startswith("source ")


def test_job_without_schedule_is_rejected(newer, environment):
    answer = newer("POST", f"{environment}/job", job(schedule={}))
    assert answer.status_code == 400
    assert answer.json()["detail"].startswith("schedule ")


def test_job_with_an_unknown_registry_is_rejected(newer, environment):
    registry = "11111111-1111-4111-8111-111111111111"
    image = {"image_name": "acme/job", "tag": "1", "registry_id": registry}
    answer = newer("POST", f"{environment}/job", job(source={"image": image}))
    assert answer.status_code == 400
    assert registry in answer.json()["detail"]


def test_job_from_an_image_shows_its_registry_and_deploys_a_tag(newer, environment):
    organization = newer.get("/organization")["results"][0]["id"]
    registry = {"name": "hub", "kind": "DOCKER_HUB", "url": "https://docker.io", "config": {}}
    hub = newer.post(f"/organization/{organization}/containerRegistry", registry)
    image = {"image_name": "acme/job", "tag": "1", "registry_id": hub["id"]}
    made = newer.post(f"{environment}/job", job(source={"image": image}))
    assert made["source"]["image"]["registry"]["name"] == "hub"
    newer.post(f"/job/{made['id']}/deploy", {"image_tag": "2"})
    newer.pass_time(60)
    assert newer.get(f"/job/{made['id']}")["source"]["image"]["tag"] == "2"
    (entry,) = newer.get(f"/job/{made['id']}/deploymentHistoryV2")["results"]
    assert (entry["details"]["tag"], entry["details"]["job_type"]) == ("2", "CRON")
    assert "build_pod_name" not in entry["details"]


def test_deployment_of_an_image_covers_the_jobs_that_run_it(newer, environment):
    organization = newer.get("/organization")["results"][0]["id"]
    registry = {"name": "hub", "kind": "DOCKER_HUB", "url": "https://docker.io", "config": {}}
    hub = newer.post(f"/organization/{organization}/containerRegistry", registry)
    image = {"image_name": "acme/job", "tag": "1", "registry_id": hub["id"]}
    made = newer.post(f"{environment}/job", job(source={"image": image}))
    body = {"image_name": "acme/job", "tag": "3"}
    newer.post(f"/organization/{organization}/job/deploy", body)
    assert newer.get(f"/job/{made['id']}")["source"]["image"]["tag"] == "3"
    assert newer.get(f"/job/{made['id']}/status")["state"] == "DEPLOYMENT_QUEUED"


def test_lifecycle_job_is_built_deployed_and_executed(newer, environment):
    made = newer.post(f"{environment}/job", job(schedule={"on_start": {}}))
    newer.post(f"/job/{made['id']}/deploy", {})
    states = []
    for _ in range(40):
        state = newer.get(f"/job/{made['id']}/status")["state"]
        states += [] if states[-1:] == [state] else [state]
        newer.pass_time(0.5)
    assert states == ["DEPLOYMENT_QUEUED", "BUILDING", "DEPLOYING", "EXECUTING", "DEPLOYED"]


def test_build_pod_has_the_name_of_its_execution(newer, environment):
    made = newer.post(f"{environment}/job", job())
    newer.post(f"/job/{made['id']}/deploy", {})
    newer.pass_time(60)
    (entry,) = newer.get(f"/job/{made['id']}/deploymentHistoryV2")["results"]
    execution = entry["identifier"]["execution_id"]
    assert entry["details"]["build_pod_name"] == f"build-{execution}-0"
    assert entry["details"]["schedule"]["cron_job"]["scheduled_at"] == "0 3 * * *"


def test_older_history_of_a_job_names_event_and_schedule(newer, environment):
    made = newer.post(f"{environment}/job", job())
    newer.post(f"/job/{made['id']}/deploy", {})
    newer.pass_time(60)
    (entry,) = newer.get(f"/job/{made['id']}/deploymentHistory")["results"]
    assert entry["schedule"] == {"event": "CRON", "schedule_at": "0 3 * * *"}


def test_every_service_has_an_update_time(newer, environment):
    made = newer.post(f"{environment}/job", job())
    assert made["updated_at"] == made["created_at"]
    newer.pass_time(60)
    edited = newer.put(f"/job/{made['id']}", job(cpu=250))
    assert edited["updated_at"] > edited["created_at"]


def test_commits_are_those_of_the_chart_or_of_its_values(newer, environment):
    values = {"file": {"git": {"git_repository": REPOSITORY, "paths": ["values.yaml"]}}}
    made = newer.post(f"{environment}/helm", {**chart(), "values_override": values})
    of_chart = newer.get(f"/helm/{made['id']}/commit", of="chart")["results"]
    of_values = newer.get(f"/helm/{made['id']}/commit", of="values")["results"]
    assert len(of_chart) == len(of_values) == 100
    other = newer.post(f"{environment}/helm", {**chart(), "name": "other"})
    assert newer.get(f"/helm/{other['id']}/commit", of="values")["results"] == []


def test_public_port_of_a_chart_has_a_link_and_a_domain(newer, environment):
    port = {"name": "web", "internal_port": 80, "external_port": 443, "service_name": "web"}
    made = newer.post(f"{environment}/helm", {**chart(), "ports": [{**port, "protocol": "HTTP"}]})
    own = f"/helm/{made['id']}"
    assert made["ports"][0]["port_type"] == "SERVICE_NAME"
    body = {"domain": "grafana.acme.test", "generate_certificate": True}
    domain = newer.post(f"{own}/customDomain", body)
    assert newer.get(f"{own}/customDomain/{domain['id']}") == domain
    urls = [link["url"] for link in newer.get(f"{own}/link")["results"]]
    assert urls[1:] == ["https://grafana.acme.test"]
    (checked,) = newer.get(f"{own}/checkCustomDomain")["results"]
    assert (checked["domain_name"], checked["status"]) == (
        "grafana.acme.test",
        "DOMAIN_NOT_CONFIGURED",
    )


def test_service_shows_whole_groups_of_labels(newer, environment):
    organization = newer.get("/organization")["results"][0]["id"]
    labels = [{"key": "k", "value": "v", "propagate_to_cloud_provider": True}]
    path = f"/organization/{organization}/labelsGroups"
    group = newer.post(path, {"name": "team", "labels": labels})
    made = newer.post(f"{environment}/job", job(labels_groups=[{"id": group["id"]}]))
    assert made["labels_groups"][0]["name"] == "team"
    newer.delete(f"{path}/{group['id']}")
    assert newer.get(f"/job/{made['id']}")["labels_groups"] == []


def test_agentic_workflow_hides_its_key_and_keeps_its_webhook(newer, environment):
    model = {"type": "CLAUDE", "api_key": "sk-hidden", "settings": "{}"}
    made = newer.post(f"{environment}/agenticWorkflow", {"name": "Nightly triage", "model": model})
    assert made["model"] == {"type": "CLAUDE", "settings": "{}"}
    assert made["slug"] == "nightly-triage"
    own = f"/agenticWorkflow/{made['id']}"
    edited = newer.put(own, {"name": "Renamed", "model": model})
    assert (edited["name"], edited["webhook"]) == ("Renamed", made["webhook"])
    newer.post(f"{environment}/deploy")
    newer.pass_time(60)
    assert newer.get(f"{own}/deploymentHistoryV2")["results"][0]["status"] == "DEPLOYED"
    answer = newer("DELETE", own)
    assert (answer.status_code, answer.json()["state"]) == (202, "DELETE_QUEUED")


def test_workflow_that_was_never_deployed_is_removed_at_once(newer, environment):
    made = newer.post(f"{environment}/agenticWorkflow", {"name": "triage"})
    assert newer("DELETE", f"/agenticWorkflow/{made['id']}").status_code == 204
    assert newer("GET", f"/agenticWorkflow/{made['id']}").status_code == 404


@pytest.mark.parametrize(
    ("action", "trigger", "sub_action"),
    [
        ("PLAN", "DEPLOY_DRY_RUN", "TERRAFORM_PLAN_ONLY"),
        ("FORCE_UNLOCK", "TERRAFORM_FORCE_UNLOCK", "TERRAFORM_FORCE_UNLOCK_STATE"),
        ("MIGRATE_STATE", "TERRAFORM_MIGRATE_STATE", "TERRAFORM_MIGRATE_STATE"),
    ],
)
def test_terraform_action_that_deploys_nothing(newer, environment, action, trigger, sub_action):
    made = newer.post(f"{environment}/terraform", terraform())
    answer = newer.post(f"/terraform/{made['id']}/deploy", {"action": action})
    assert (answer["state"], answer["status_details"]["sub_action"]) == (
        "DEPLOYMENT_QUEUED",
        sub_action,
    )
    newer.pass_time(60)
    (status,) = newer.get(f"{environment}/statuses")["terraforms"]
    assert (status["state"], status["service_deployment_status"]) == ("READY", "NEVER_DEPLOYED")
    (entry,) = newer.get(f"{environment}/deploymentHistoryV2")["results"]
    assert (entry["trigger_action"], entry["action_status"]) == (trigger, "SUCCESS")


def test_plan_is_not_merged_with_a_waiting_deployment(newer, environment):
    made = newer.post(f"{environment}/terraform", terraform())
    path = f"/terraform/{made['id']}/deploy"
    for body in ({}, {}, {"action": "PLAN"}):
        newer.post(path, body)
    queued = newer.get(f"{environment}/deploymentQueue")["results"]
    assert [entry["trigger_action"] for entry in queued] == ["DEPLOY", "DEPLOY_DRY_RUN"]


def test_forced_event_that_a_job_does_not_have_deploys_nothing(newer, environment):
    made = newer.post(f"{environment}/job", job())
    path = f"/job/{made['id']}/deploy"
    answer = newer("POST", path, {}, forceEvent="START")
    assert (answer.status_code, answer.json()["state"]) == (202, "READY")
    answer = newer("POST", path, {}, forceEvent="CRON")
    assert answer.json()["state"] == "DEPLOYMENT_QUEUED"


def test_diff_of_a_chart_deploys_nothing(newer, environment):
    made = newer.post(f"{environment}/helm", chart())
    newer("POST", f"/helm/{made['id']}/deploy", {}, forceEvent="DIFF")
    newer.pass_time(60)
    assert newer.get(f"/helm/{made['id']}/status")["state"] == "READY"


def test_deployment_of_a_chart_sets_the_commit_of_its_values(newer, environment):
    values = {"file": {"git": {"git_repository": REPOSITORY, "paths": ["values.yaml"]}}}
    made = newer.post(f"{environment}/helm", {**chart(), "values_override": values})
    body = {"values_override_git_commit_id": "abc123"}
    newer.post(f"/helm/{made['id']}/deploy", body)
    stored = newer.get(f"/helm/{made['id']}")["values_override"]["file"]["git"]
    assert stored["git_repository"]["deployed_commit_id"] == "abc123"
