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
