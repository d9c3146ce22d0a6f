import pytest

from qovery_cli.sandbox.seeds import plant
from qovery_cli.sandbox.state.store import Store


def states(demo, project):
    path = f"/project/{demo.store.named('project', _organization(demo), project)['id']}"
    listed = demo.get(f"{path}/environment/status")["results"]
    names = {doc["id"]: doc["name"] for doc in demo.get(f"{path}/environment")["results"]}
    return {names[status["id"]]: status["state"] for status in listed}


def _organization(demo):
    return demo.store.all("organization")[0]["id"]


def _environment(demo, name):
    return next(doc["id"] for doc in demo.store.all("environment") if doc["name"] == name)


def test_an_empty_sandbox_holds_the_account_and_nothing_else(api):
    assert api.get("/account")["nickname"] == "ada"
    assert api.get("/organization")["results"] == []


def test_an_unknown_seed_is_refused():
    store = Store()
    with pytest.raises(ValueError, match="Unknown seed"):
        plant(store, "other")
    store.close()


def test_ids_are_the_same_in_every_sandbox(demo, newer_demo):
    kinds = ("organization", "project", "environment", "application", "variable", "webhook")
    for kind in kinds:
        here, there = demo.store.all(kind), newer_demo.store.all(kind)
        assert [doc["id"] for doc in here] == [doc["id"] for doc in there]


def test_there_is_an_environment_in_every_state(demo):
    assert states(demo, "storefront") == {
        "production": "RUNNING",
        "staging": "DEPLOYMENT_ERROR",
        "development": "READY",
        "[PR] 42-new-checkout": "DEPLOYING",
    }
    assert states(demo, "data-platform") == {"etl": "STOPPED"}
    assert states(demo, "empty-project") == {}


def test_there_is_a_service_in_every_state(demo):
    path = f"/environment/{_environment(demo, 'staging')}"
    found = {}
    for kind in ("application", "container", "database"):
        names = {doc["id"]: doc["name"] for doc in demo.get(f"{path}/{kind}")["results"]}
        for status in demo.get(f"{path}/{kind}/status")["results"]:
            deployment = status["service_deployment_status"]
            found[names[status["id"]]] = (status["state"], deployment)
    assert found["worker"][0] == "DEPLOYMENT_ERROR"
    assert found["search"][0] == "STOPPED"
    assert found["web"] == ("RUNNING", "OUT_OF_DATE")
    assert found["api"] == ("RUNNING", "UP_TO_DATE")


def test_there_is_a_cluster_in_every_state(demo):
    listed = demo.get(f"/organization/{_organization(demo)}/cluster")["results"]
    assert {cluster["name"]: cluster["status"] for cluster in listed} == {
        "aws-prod": "RUNNING",
        "scw-staging": "RUNNING",
        "aws-sandbox": "STOPPED",
        "new-cluster": "READY",
        "aws-broken": "DEPLOYMENT_ERROR",
    }


def test_production_has_more_history_than_a_page(demo):
    actions = demo.store.actions(environment=_environment(demo, "production"))
    words = [action.action for action in actions if action.action != "EDIT"]
    assert words.count("DEPLOY") == 25
    assert words.count("CANCEL") == 1


def test_variables_are_hard_to_print(demo):
    production = _environment(demo, "production")
    key = demo.store.named("application", production, "api")["id"]
    listed = demo.get(f"/application/{key}/environmentVariable")["results"]
    found = {item["key"]: item for item in listed}
    assert found["EMPTY"]["value"] == ""
    assert "\n" in found["BANNER"]["value"]
    assert '"' in found["NOTE"]["value"]
    secrets = {item["key"]: item for item in demo.get(f"/application/{key}/secret")["results"]}
    assert secrets["DATABASE_URL"]["aliased_secret"]["key"].endswith("_DATABASE_URL")
    levels = [item["value"] for item in listed if item["key"] == "LOG_LEVEL"]
    assert sorted(levels) == ["info", "warn"]


def test_demo_has_ambiguous_names(demo):
    names = {doc["name"] for kind in ("application", "container") for doc in demo.store.all(kind)}
    assert {"list", "Worker Bee", "black/white"} <= names
    assert "123e4567-e89b-42d3-a456-426614174000" in names


def test_a_kept_state_is_not_seeded_again(tmp_path):
    from qovery_cli.sandbox.server.app import create_app

    first = Store(tmp_path / "state.db")
    create_app(first, seed="demo")
    first.delete_tree("organization", first.all("organization")[0]["id"])
    first.close()
    second = Store(tmp_path / "state.db")
    create_app(second, seed="demo")
    assert second.all("organization") == []
    second.close()
