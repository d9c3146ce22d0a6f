import pytest

from qovery_cli.sandbox.seeds.ids import demo_id

API = {"url": "https://github.com/acme/storefront-api.git", "provider": "GITHUB"}
INFRA = {"url": "https://github.com/acme/infra.git", "provider": "GITHUB"}


def test_dockerfile_is_described(newer, newer_environment):
    body = {"git_repository": API, "dockerfile_path": "Dockerfile"}
    checked = newer.post(f"{newer_environment}/checkDockerfile", body)
    assert (checked["arg"], checked["repositories"]) == (
        ["GIT_SHA", "PYTHON_VERSION"],
        ["python:3.13-slim"],
    )


@pytest.mark.parametrize(
    ("path", "body"),
    [
        ("checkDockerfile", {"git_repository": API, "dockerfile_path": "docker/Dockerfile"}),
        ("checkGitFile", {"git_repository": INFRA, "files": ["Dockerfile", "nowhere.yaml"]}),
        ("checkHelmRepository", {"git_repository": API}),
        ("checkContainerImage", {"image_name": "library/nginx", "tag": "1"}),
    ],
)
def test_missing_source_is_rejected(newer, newer_environment, path, body):
    answer = newer("POST", f"{newer_environment}/{path}", body)
    assert answer.status_code == 400
    assert answer.json()["detail"]


def test_paths_are_below_the_root_path(newer, newer_environment):
    repository = {**INFRA, "root_path": "/terraform"}
    body = {"git_repository": repository, "files": ["production.tfvars"]}
    assert newer("POST", f"{newer_environment}/checkGitFile", body).status_code == 200


def test_chart_in_a_repository_is_accepted_and_has_values(newer, newer_environment):
    repository = {**INFRA, "root_path": "/charts/storefront"}
    path = f"{newer_environment}/checkHelmRepository"
    assert newer("POST", path, {"git_repository": repository}).status_code == 200
    body = {"source": {"git_repository": repository}}
    answer = newer("POST", f"{newer_environment}/helmDefaultValues", body)
    assert (answer.status_code, answer.headers["content-type"]) == (201, "text/plain")
    assert "repository: storefront" in answer.text


def test_values_of_an_unknown_chart_are_not_found(newer, newer_environment):
    key = "11111111-1111-4111-8111-111111111111"
    chart = {"repository": key, "chart_name": "redis", "chart_version": "1"}
    for source in ({"git_repository": API}, {"helm_repository": chart}):
        answer = newer("POST", f"{newer_environment}/helmDefaultValues", {"source": source})
        assert answer.status_code == 404


@pytest.mark.parametrize(("tag", "status"), [("1.27.2", 200), ("0.0.1", 400)])
def test_image_is_one_of_its_registry(newer_demo, tag, status):
    registry = demo_id("acme/registry/dockerhub")
    body = {"registry_id": registry, "image_name": "library/nginx", "tag": tag}
    path = f"/environment/{demo_id('acme/storefront/staging')}/checkContainerImage"
    assert newer_demo("POST", path, body).status_code == status


@pytest.mark.parametrize(("chart", "status"), [("redis", 201), ("nothing", 404)])
def test_values_are_those_of_a_chart_in_its_repository(newer_demo, chart, status):
    organization = demo_id("acme")
    listed = newer_demo.get(f"/organization/{organization}/helmRepository")["results"]
    bitnami = next(one["id"] for one in listed if "bitnami" in one["url"])
    source = {"helm_repository": {"repository": bitnami, "chart_name": chart}}
    path = f"/environment/{demo_id('acme/storefront/staging')}/helmDefaultValues"
    assert newer_demo("POST", path, {"source": source}).status_code == status
