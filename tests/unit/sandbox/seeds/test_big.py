import json
from collections import Counter

import pytest

from qovery_cli import catalog
from qovery_cli.sandbox.handler import Call
from qovery_cli.sandbox.seeds import plant
from qovery_cli.sandbox.seeds.ids import demo_id
from qovery_cli.sandbox.server.backend import Backend, Incoming
from qovery_cli.sandbox.state import lifecycle
from qovery_cli.sandbox.state.store import Store

PROJECT = "acme/payments-core"
PRODUCTION = f"{PROJECT}/production"


@pytest.fixture(scope="module")
def store():
    made = Store()
    plant(made, "big")
    yield made
    made.close()


@pytest.fixture(scope="module", params=["1.0.3", "1.0.4"])
def get(request, store):
    backend = Backend(store, request.param)

    def answer(path):
        headers = {"authorization": "Token sandbox"}
        answered = backend.respond(Incoming("GET", path, {}, headers))
        assert answered.status == 200, answered.content
        return json.loads(answered.content)["results"]

    return answer


def test_the_big_organization_has_so_many_of_everything(store):
    services = sum(len(store.all(kind)) for kind in ("application", "container", "database"))
    assert (len(store.all("project")), len(store.all("environment"))) == (200, 2000)
    assert services == 20_000


def test_names_are_unique_where_they_have_to_be(store):
    projects = [doc["name"] for doc in store.all("project")]
    assert len(set(projects)) == 200
    for project in store.all("project"):
        names = [doc["name"] for doc in store.children("environment", project["id"])]
        assert len(set(names)) == len(names) == 10


def test_ids_follow_from_names(store):
    assert store.get("application", demo_id(f"{PRODUCTION}/api"))["name"] == "api"
    assert store.parent("environment", demo_id(PRODUCTION)) == demo_id(PROJECT)


def test_every_environment_has_its_rule_and_its_services(store):
    for environment in store.all("environment"):
        assert store.count(["deploymentRule"], environment["id"]) == 1
        assert store.count(["application", "container", "database"], environment["id"]) == 10


def test_error_responses_have_the_common_format(get):
    key = demo_id(PRODUCTION)
    assert len(get(f"/environment/{key}/application")) == 6
    states = {one["state"] for one in get(f"/environment/{key}/application/status")}
    assert states <= {"RUNNING", "DEPLOYED"}
    assert len(get(f"/project/{demo_id(PROJECT)}/environment")) == 10


def test_seed_has_every_final_state(store):
    backend = Backend(store)
    found = Counter()
    for project in store.all("project")[:4]:
        for doc in store.children("environment", project["id"]):
            status = backend.handlers["getEnvironmentStatus"](_call(store, doc["id"]))
            found[status["state"]] += 1
    assert found == {"RUNNING": 34, "STOPPED": 2, "DEPLOYMENT_ERROR": 2, "READY": 2}


def _call(store, environment):
    operation = catalog.operation("getEnvironmentStatus")
    path = {"environmentId": environment}
    return Call(operation, path, {}, None, "1.0.3", store, store.clock(), store.clock, {})


def test_commits_are_created_on_first_read(store, get):
    application = store.get("application", demo_id(f"{PRODUCTION}/worker"))
    commits = get(f"/application/{application['id']}/commit")
    assert len(commits) == 100
    assert commits[0]["git_commit_id"] == application["git_repository"]["deployed_commit_id"]
    assert commits[0]["created_at"] == application["git_repository"]["deployed_commit_date"]
    assert commits[0]["created_at"] > commits[99]["created_at"]


def test_a_service_can_be_deployed_again(store):
    key = demo_id(f"{PRODUCTION}/api")
    asked = lifecycle.record_action(store, "application", key, "DEPLOY")
    assert asked.detail["services"][0]["facts"]["commit"]["git_commit_id"]
    assert lifecycle.in_progress(store, demo_id(PRODUCTION), asked.at)


def test_queries_use_an_index(store, get):
    asked: list[str] = []
    environment, project = demo_id(PRODUCTION), demo_id(PROJECT)
    store._database.set_trace_callback(asked.append)
    try:
        get(f"/environment/{environment}/application")
        get(f"/environment/{environment}/application/status")
        get(f"/project/{project}/environment")
        get(f"/project/{project}/environment/status")
        get(f"/organization/{demo_id('acme')}/project")
        store.kind_of(environment)
    finally:
        store._database.set_trace_callback(None)
    queries = {query for query in asked if query.startswith("SELECT")}
    assert len(queries) > 20
    for query in queries:
        steps = [row[-1] for row in store._rows(f"EXPLAIN QUERY PLAN {query}", ())]
        assert not [step for step in steps if step.startswith("SCAN")], (query, steps)
