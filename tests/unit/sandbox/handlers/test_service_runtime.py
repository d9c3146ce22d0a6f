import pytest

REPOSITORY = {"url": "https://github.com/acme/infra.git", "provider": "GITHUB"}
DOCKER = {"docker": {"git_repository": REPOSITORY, "dockerfile_path": "Dockerfile"}}
TERRAFORM = {
    "name": "storage",
    "description": "",
    "engine": "TERRAFORM",
    "provider_version": {"explicit_version": "1.13.3"},
    "backend": {"kubernetes": {}},
    "job_resources": {"cpu_milli": 500, "ram_mib": 512, "storage_gib": 1, "gpu": 0},
    "auto_deploy_config": {"auto_deploy": False, "terraform_action": "DEFAULT"},
    "terraform_variables_source": {"tf_var_file_paths": [], "tf_vars": []},
    "terraform_files_source": {
        "git_repository": {
            "url": "https://github.com/acme/infra.git",
            "root_path": "/terraform/storage",
        }
    },
}
CHART = {
    "name": "grafana",
    "source": {"git_repository": {**REPOSITORY, "root_path": "/charts/storefront"}},
    "arguments": [],
    "auto_deploy": False,
    "values_override": {},
}


def add_job(api, environment, name):
    body = {
        "name": name,
        "healthchecks": {},
        "schedule": {"on_start": {}},
        "source": DOCKER,
    }
    return api.post(f"{environment}/job", body)["id"]


def deploy(api, path):
    api.post(f"{path}/deploy", {})
    api.pass_time(120)


def test_failed_runs_of_a_job_are_cleaned_once(newer, newer_environment):
    job = add_job(newer, newer_environment, "fail-deploy")
    for _ in range(2):
        deploy(newer, f"/job/{job}")
    path = f"/job/{job}/cleanFailedJob"
    cleaned = newer.post(path)["clean_kubernetes_jobs"]
    assert cleaned == [f"job-z{job[:8]}-1", f"job-z{job[:8]}-2"]
    assert newer.post(path)["clean_kubernetes_jobs"] == []


def test_cleaning_an_environment_names_the_jobs_that_had_failed(newer, newer_environment):
    bad = add_job(newer, newer_environment, "fail-deploy")
    good = add_job(newer, newer_environment, "fine")
    for job in (bad, good):
        deploy(newer, f"/job/{job}")
    cleaned = newer.post(f"{newer_environment}/cleanFailedJobs", {"job_ids": [bad, good]})
    assert cleaned["clean_job_ids"] == [bad]
    assert len(cleaned["clean_kubernetes_jobs"]) == 1


def test_cleaning_an_unknown_job_is_rejected(newer, newer_environment):
    body = {"job_ids": ["11111111-1111-4111-8111-111111111111"]}
    assert newer("POST", f"{newer_environment}/cleanFailedJobs", body).status_code == 404


def test_chart_has_kubernetes_services_while_it_runs(newer, newer_environment):
    ports = [
        {"name": "web", "internal_port": 80, "service_name": "grafana", "protocol": "HTTP"},
        {"name": "grpc", "internal_port": 90, "service_name": "grafana", "protocol": "GRPC"},
    ]
    chart = newer.post(f"{newer_environment}/helm", {**CHART, "ports": ports})["id"]
    path = f"/helm/{chart}/listServices"
    assert newer.get(path)["results"] == []
    deploy(newer, f"/helm/{chart}")
    (service,) = newer.get(path)["results"]
    assert service["metadata"] == {"name": "grafana"}
    assert service["service_spec"]["ports"] == [
        {"name": "web", "port": 80},
        {"name": "grpc", "port": 90},
    ]
    newer.post(f"/helm/{chart}/stop")
    newer.pass_time(60)
    assert newer.get(path)["results"] == []


def test_terraform_service_has_resources_after_its_deployment(newer, newer_environment):
    service = newer.post(f"{newer_environment}/terraform", TERRAFORM)["id"]
    path = f"/terraform/{service}/terraformResources"
    assert newer.get(path)["results"] == []
    deploy(newer, f"/terraform/{service}")
    listed = newer.get(path)["results"]
    assert [resource["address"] for resource in listed] == [
        "aws_s3_bucket.assets",
        "aws_s3_bucket_versioning.assets",
    ]
    newer.post(f"/terraform/{service}/uninstall", {})
    newer.pass_time(60)
    assert newer.get(path)["results"] == []


def test_deletion_of_resources_only_keeps_the_terraform_service(newer, newer_environment):
    service = newer.post(f"{newer_environment}/terraform", TERRAFORM)["id"]
    deploy(newer, f"/terraform/{service}")
    answer = newer("DELETE", f"/terraform/{service}", resources_only="true")
    assert answer.status_code == 204
    newer.pass_time(60)
    (status,) = newer.get(f"{newer_environment}/statuses")["terraforms"]
    assert (status["id"], status["state"]) == (service, "READY")


def test_versions_of_both_engines_are_listed(newer):
    listed = newer.get("/terraform/availableVersion")["results"]
    assert {entry["engine"] for entry in listed} == {"TERRAFORM", "OPEN_TOFU"}


@pytest.mark.parametrize(
    ("host", "provider", "status"),
    [
        ("github.com", "GITHUB", "ACTIVE"),
        ("gitlab.com", "GITLAB", "NOT_CONFIGURED"),
    ],
)
def test_webhook_is_active_after_it_was_synchronized(
    newer, newer_environment, host, provider, status
):
    repository = {"url": f"https://{host}/acme/api.git", "provider": provider}
    body = {"name": "api", "git_repository": repository, "healthchecks": {}}
    service = newer.post(f"{newer_environment}/application", body)["id"]
    before = newer.get(f"/service/{service}/gitWebhookStatus")
    assert (before["provider"], before["status"]) == (provider, status)
    after = newer.post(f"/service/{service}/gitWebhook/sync")
    assert (after["status"], after["missing_events"]) == ("ACTIVE", [])
    assert newer.get(f"/service/{service}/gitWebhookStatus") == after


def test_service_without_repository_has_no_webhook(newer, newer_environment):
    body = {"name": "db", "type": "REDIS", "version": "6", "mode": "CONTAINER"}
    database = newer.post(f"{newer_environment}/database", body)["id"]
    assert newer("GET", f"/service/{database}/gitWebhookStatus").status_code == 400


def test_router_has_the_state_of_its_service(newer, newer_environment):
    port = {"internal_port": 80, "publicly_accessible": True, "protocol": "HTTP"}
    body = {"name": "api", "git_repository": REPOSITORY, "healthchecks": {}, "ports": [port]}
    service = newer.post(f"{newer_environment}/application", body)["id"]
    path = f"/APPLICATION/{service}/ingressDeploymentStatus"
    assert newer.get(path)["status"] == "READY"
    newer.post(f"/application/{service}/redeploy")
    newer.pass_time(60)
    assert newer.get(path)["status"] == "DEPLOYED"
    assert newer("GET", f"/CONTAINER/{service}/ingressDeploymentStatus").status_code == 404


def test_workflow_cancels_the_deployment_that_it_runs_in(newer, newer_environment):
    made = newer.post(f"{newer_environment}/agenticWorkflow", {"name": "triage"})["id"]
    path = f"/agenticWorkflow/{made}/cancelDeployment"
    assert newer("POST", path).status_code == 409
    newer.post(f"{newer_environment}/deploy")
    newer.pass_time(2)
    assert newer("POST", path).status_code == 202
    assert newer("POST", path).status_code == 409
    newer.pass_time(60)
    assert newer.get(f"{newer_environment}/status")["state"] == "CANCELED"


def test_report_is_about_an_execution_that_exists(newer, newer_environment):
    path = f"{newer_environment}/deploymentBuildUsageReport"
    environment = newer_environment.rpartition("/")[2]
    body = {"execution_id": f"{environment}-1", "report_expiration_in_seconds": 60}
    assert newer("POST", path, body).status_code == 404
    add_job(newer, newer_environment, "nightly")
    deploy(newer, newer_environment)
    assert newer.post(path, body)["report_url"].startswith("https://")
    body["report_expiration_in_seconds"] = 0
    assert newer("POST", path, body).status_code == 400
