"""The users of an organization's groups, tokens, repositories and secret managers."""

import pytest

from qovery_cli.sandbox.seeds.ids import demo_id
from qovery_cli.sandbox.seeds.organization import ORGANIZATION, registry_id
from qovery_cli.sandbox.seeds.projects import path_of

PATH = f"/organization/{ORGANIZATION}"
API = demo_id(path_of("storefront", "production", "api"))
ACCESS = demo_id("acme/secret-manager/aws-secrets")


def names(api, path, field="service_name"):
    return [each[field] for each in api.get(f"{PATH}/{path}")["results"]]


def test_labelled_items_are_the_services_that_have_the_group(newer_demo):
    group = newer_demo.get(f"{PATH}/labelsGroups")["results"][0]
    items = newer_demo.get(f"{PATH}/labelsGroups/{group['id']}/associatedItems")["results"]
    assert [item["item_name"] for item in items] == ["api", "web"]
    assert items[0]["item_id"] == API
    assert items[0]["environment_name"] == "production"
    assert group["associated_items_count"] == 2


def test_annotated_items_are_the_services_that_have_the_group(newer_demo):
    group = newer_demo.get(f"{PATH}/annotationsGroups")["results"][0]
    assert names(newer_demo, f"annotationsGroups/{group['id']}/associatedItems", "item_name") == [
        "proxy"
    ]


@pytest.mark.parametrize("labels", [["", "b"], ["a", "a"]])
def test_keys_of_labels_are_distinct_and_not_empty(newer_demo, labels):
    items = [{"key": k, "value": "v", "propagate_to_cloud_provider": False} for k in labels]
    answer = newer_demo("POST", f"{PATH}/labelsGroups", {"name": "x", "labels": items})
    assert answer.status_code == 400


def test_services_of_a_registry_are_its_containers(newer_demo):
    path = f"containerRegistry/{registry_id('dockerhub')}"
    services = names(newer_demo, f"{path}/associatedServices")
    assert "proxy" in services
    states = newer_demo.get(f"{PATH}/{path}/container/status")["results"]
    assert len(states) == len(services)
    assert all(state["state"] for state in states)


def test_images_of_a_registry_include_those_that_run(newer_demo):
    path = f"{PATH}/containerRegistry/{registry_id('acme-ecr')}/images"
    images = newer_demo.get(path)["results"]
    search = next(image for image in images if image["image_name"] == "search")
    assert "v2.1.1" in search["versions"]
    chosen = newer_demo.get(path, imageName="search")["results"]
    assert [image["image_name"] for image in chosen] == ["search"]
    assert newer_demo.get(path, search="nothing")["results"] == []


def test_charts_of_a_helm_repository(newer_demo):
    own = f"{PATH}/helmRepository/{demo_id('acme/helm-repository/bitnami')}"
    charts = newer_demo.get(f"{own}/charts")["results"]
    assert "redis" in {chart["chart_name"] for chart in charts}
    assert len(newer_demo.get(f"{own}/charts", chartName="redis")["results"]) == 1
    assert newer_demo.get(f"{own}/associatedServices")["results"] == []


def test_a_helm_repository_needs_the_scheme_of_its_kind_and_hides_its_secrets(newer_demo):
    body = {
        "name": "private",
        "kind": "OCI_GENERIC_CR",
        "url": "oci://charts.acme.test",
        "skip_tls_verification": False,
        "config": {"username": "acme", "password": "hidden"},
    }
    made = newer_demo.post(f"{PATH}/helmRepository", body)
    assert made["config"] == {"username": "acme"}
    assert "hidden" not in str(newer_demo.store.all("helmRepository"))
    wrong = {**body, "url": "https://charts.acme.test"}
    assert newer_demo("POST", f"{PATH}/helmRepository", wrong).status_code == 400


def test_a_git_token_is_used_by_the_services_that_name_it(newer_demo):
    token = newer_demo.get(f"{PATH}/gitToken")["results"][0]
    assert token["associated_services_count"] == 0
    api = newer_demo.store.get("application", API)
    repository = {**api["git_repository"], "git_token_id": token["id"]}
    newer_demo.store.put("application", API, {**api, "git_repository": repository})
    own = f"gitToken/{token['id']}"
    assert names(newer_demo, f"{own}/associatedServices") == ["api"]
    assert newer_demo.get(f"{PATH}/{own}")["associated_services_count"] == 1


def test_a_git_token_of_bitbucket_needs_a_workspace(newer_demo):
    body = {"name": "bb", "type": "BITBUCKET", "token": "hidden"}
    assert newer_demo("POST", f"{PATH}/gitToken", body).status_code == 400
    made = newer_demo.post(f"{PATH}/gitToken", {**body, "workspace": "acme"})
    assert made["git_api_url"] == "https://api.bitbucket.org/2.0"
    assert "hidden" not in str(newer_demo.store.all("gitToken"))


def test_the_variables_of_a_secret_manager_access(newer_demo):
    path = f"/secretManagerAccess/{ACCESS}"
    used = newer_demo.get(f"{path}/associatedServices")["results"]
    assert [(each["service_name"], each["variable_name"]) for each in used] == [
        ("web", "PAYMENT_KEY")
    ]
    secrets = newer_demo.get(f"{path}/secrets", namePrefix="prod/")["results"]
    assert used[0]["external_secret_name"] in secrets
    assert all(name.startswith("prod/") for name in secrets)


def test_an_unknown_secret_manager_access_is_not_found(newer_demo):
    for end in ("secrets", "associatedServices"):
        assert newer_demo("GET", f"/secretManagerAccess/{API}/{end}").status_code == 404


def test_the_headers_of_an_mcp_server_are_not_stored(newer_demo):
    body = {"name": "docs", "url": "https://mcp.acme.test", "headers": {"X-Key": "hidden"}}
    made = newer_demo.post(f"{PATH}/mcpServer", body)
    assert made["header_names"] == ["X-Key"]
    assert "hidden" not in str(newer_demo.store.all("mcpServer"))
    after = newer_demo.put(f"/mcpServer/{made['id']}", {**body, "headers": {}})
    assert after["header_names"] == []


def test_directories_and_terraform_variables_of_a_repository(newer_demo):
    repository = {"url": "https://github.com/acme/infra.git", "provider": "GITHUB"}
    listed = newer_demo.post(f"{PATH}/listDirectoriesFromGitRepository", repository)
    assert listed["results"] == ["charts", "terraform"]
    module = {"git_repository": {**repository, "root_path": "/terraform"}}
    found = newer_demo.post(f"{PATH}/parseTerraformVariablesFromGitRepo", module)["results"]
    assert {each["key"] for each in found} == {"region", "environment", "admin_password"}
    mode = {"mode": {"type": "SpecificPaths", "paths": ["terraform/staging.tfvars"]}}
    files = newer_demo.post(f"{PATH}/listTfVarsFilesFromGitRepo", {**module, **mode})["results"]
    assert files[0]["variables"]["environment"] == "staging"
    mode["mode"]["paths"] = ["nothing.tfvars"]
    answer = newer_demo("POST", f"{PATH}/listTfVarsFilesFromGitRepo", {**module, **mode})
    assert answer.status_code == 400


def test_an_unknown_repository_is_not_found(newer_demo):
    body = {"url": "https://github.com/acme/nothing.git", "provider": "GITHUB"}
    answer = newer_demo("POST", f"{PATH}/listDirectoriesFromGitRepository", body)
    assert answer.status_code == 404
