import pytest

SCOPES = ("project", "environment", "application")


@pytest.fixture
def paths(api, world):
    """The path of each scope in a sandbox with one application."""
    environment = world["environment"]["id"]
    body = {"name": "api", "git_repository": {"url": "https://github.com/acme/api"}}
    application = api.post(f"/environment/{environment}/application", body)
    return {
        "project": f"/project/{world['project']['id']}",
        "environment": f"/environment/{environment}",
        "application": f"/application/{application['id']}",
    }


def own(answer):
    return [item for item in answer["results"] if item["scope"] != "BUILT_IN"]


@pytest.mark.parametrize("scope", SCOPES)
@pytest.mark.parametrize("family", ["environmentVariable", "secret"])
def test_an_entry_lives_from_creation_to_deletion(api, paths, scope, family):
    path = f"{paths[scope]}/{family}"
    made = api("POST", path, {"key": "LEVEL", "value": "info"})
    assert made.status_code == 201
    entry = made.json()
    assert (entry["key"], entry["scope"]) == ("LEVEL", scope.upper())
    assert [item["id"] for item in own(api.get(path))] == [entry["id"]]
    edited = api("PUT", f"{path}/{entry['id']}", {"key": "LOG_LEVEL", "value": "debug"})
    assert (edited.status_code, edited.json()["key"]) == (200, "LOG_LEVEL")
    assert api("DELETE", f"{path}/{entry['id']}").status_code == 204
    assert own(api.get(path)) == []


def test_secrets_and_variables_are_listed_apart(api, paths):
    path = paths["application"]
    api.post(f"{path}/environmentVariable", {"key": "PORT", "value": "8080"})
    api.post(f"{path}/secret", {"key": "TOKEN", "value": "hidden"})
    assert [item["key"] for item in own(api.get(f"{path}/environmentVariable"))] == ["PORT"]
    secrets = api("GET", f"{path}/secret")
    assert [item["key"] for item in own(secrets.json())] == ["TOKEN"]
    assert "hidden" not in secrets.text


def test_alias_and_override_name_their_target(api, paths):
    target = api.post(f"{paths['project']}/environmentVariable", {"key": "LEVEL", "value": "info"})
    path = f"{paths['application']}/environmentVariable/{target['id']}"
    alias = api.post(f"{path}/alias", {"key": "LOG"})
    override = api.post(f"{path}/override", {"value": "debug"})
    assert (alias["value"], alias["aliased_variable"]["key"]) == ("info", "LEVEL")
    assert (override["value"], override["overridden_variable"]["value"]) == ("debug", "info")


def test_a_secret_stays_secret_under_another_name(api, paths):
    target = api.post(f"{paths['project']}/secret", {"key": "DSN", "value": "hidden"})
    alias = api("POST", f"{paths['application']}/secret/{target['id']}/alias", {"key": "URL"})
    assert alias.json()["aliased_secret"]["id"] == target["id"]
    assert "hidden" not in alias.text


def test_import_counts_imported_variables(api, paths):
    entry = {"name": "A", "value": "1", "scope": "APPLICATION", "is_secret": False}
    body = {"overwrite": False, "vars": [entry, {**entry, "name": "QOVERY_A"}]}
    answer = api.post(f"{paths['application']}/environmentVariable/import", body)
    assert answer["total_variables_to_import"] == 2
    assert [item["name"] for item in answer["successful_imported_variables"]] == ["A"]


def test_changed_variable_makes_service_out_of_date(api, paths):
    path = paths["application"]
    api.post(f"{path}/deploy", {"git_commit_id": "abc123"})
    api.pass_time(60)
    assert api.get(f"{path}/status")["service_deployment_status"] == "UP_TO_DATE"
    api.post(f"{paths['environment']}/environmentVariable", {"key": "A", "value": "1"})
    assert api.get(f"{path}/status")["service_deployment_status"] == "OUT_OF_DATE"
