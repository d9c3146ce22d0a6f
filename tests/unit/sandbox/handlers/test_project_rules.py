import pytest


def rule(world, name, wildcard="", **more):
    times = {"start_time": "1970-01-01T08:00:00Z", "stop_time": "1970-01-01T19:00:00Z"}
    place = {"cluster_id": world["cluster"]["id"], "mode": "STAGING", "timezone": "UTC"}
    return {**times, **place, "weekdays": ["MONDAY"], "name": name, "wildcard": wildcard, **more}


@pytest.fixture
def path(world):
    return f"/project/{world['project']['id']}/deploymentRule"


def names(api, path):
    return [found["name"] for found in api.get(path)["results"]]


def test_a_new_rule_is_the_last(api, world, path):
    assert api.post(path, rule(world, "a"))["priority_index"] == 0
    assert api.post(path, rule(world, "b"))["priority_index"] == 1


def test_rules_can_be_put_into_an_order(api, world, path):
    made = {name: api.post(path, rule(world, name))["id"] for name in ("a", "b", "c")}
    api.put(f"{path}/order", {"project_deployment_rule_ids_in_order": [made["c"], made["a"]]})
    assert names(api, path) == ["c", "a", "b"]


def test_an_order_of_unknown_rules_is_refused(api, world, path):
    unknown = "11111111-1111-4111-8111-111111111111"
    body = {"project_deployment_rule_ids_in_order": [unknown]}
    assert api("PUT", f"{path}/order", body).status_code == 404


def test_edit_keeps_position(api, world, path):
    api.post(path, rule(world, "a"))
    second = api.post(path, rule(world, "b"))
    after = api.put(f"{path}/{second['id']}", rule(world, "renamed"))
    assert (after["name"], after["priority_index"]) == ("renamed", 1)


def test_those_after_a_deleted_rule_move_up(api, world, path):
    made = [api.post(path, rule(world, name)) for name in ("a", "b")]
    api.delete(f"{path}/{made[0]['id']}")
    assert api.get(f"{path}/{made[1]['id']}")["priority_index"] == 0


def test_a_rule_needs_a_cluster_that_exists(api, world, path):
    body = rule(world, "a", cluster_id="11111111-1111-4111-8111-111111111111")
    assert api("POST", path, body).status_code == 400


def test_a_new_environment_falls_under_the_first_rule_that_covers_its_name(api, world, path):
    api.post(path, rule(world, "previews", "[PR]*", auto_stop=True))
    api.post(path, rule(world, "prod", "prod*", mode="PRODUCTION"))
    made = api.post(f"/project/{world['project']['id']}/environment", {"name": "[PR] 7"})
    assert made["mode"] == "STAGING"
    own = api.get(f"/environment/{made['id']}/deploymentRule")
    assert (own["auto_stop"], own["weekdays"]) == (True, ["MONDAY"])
    prod = api.post(f"/project/{world['project']['id']}/environment", {"name": "Production"})
    assert prod["mode"] == "PRODUCTION"
