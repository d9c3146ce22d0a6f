import pytest

from qovery_cli.sandbox.seeds.clusters import cluster_id
from qovery_cli.sandbox.seeds.ids import demo_id
from qovery_cli.sandbox.seeds.organization import ORGANIZATION
from qovery_cli.sandbox.seeds.projects import path_of

PATH = f"/organization/{ORGANIZATION}"
API = demo_id(path_of("storefront", "production", "api"))
RECEIVER = demo_id("acme/receiver/ops-slack")
RULE = {
    "organization_id": ORGANIZATION,
    "cluster_id": cluster_id("aws-prod"),
    "name": "memory",
    "description": "",
    "tag": "memory",
    "condition": {"kind": "CUSTOM", "promql": "memory > 1"},
    "for_duration": "PT5M",
    "severity": "LOW",
    "presentation": {},
    "enabled": True,
    "alert_receiver_ids": [RECEIVER],
    "target": {"target_type": "APPLICATION", "target_id": API},
}
MAIL = {
    "organization_id": ORGANIZATION,
    "type": "EMAIL",
    "name": "mail",
    "description": "",
    "send_resolved": True,
    "to": "a@acme.test",
    "from": "b@acme.test",
    "smarthost": "smtp.acme.test:587",
    "auth_password": "hidden",
    "require_tls": True,
}


def test_a_rule_shows_its_target_and_its_state(newer_demo):
    made = newer_demo.post("/alert-rules", RULE)
    assert (made["state"], made["source"]) == ("OK", "MANAGED")
    assert made["target"]["service"]["name"] == "api"
    assert newer_demo.get(f"/alert-rules/{made['id']}") == made


def test_a_rule_is_notified_while_the_deployment_of_its_target_has_failed(newer_demo):
    rules = {rule["name"]: rule for rule in newer_demo.get(f"{PATH}/alert-rules")["results"]}
    assert rules["worker-restarts"]["state"] == "NOTIFIED"
    assert rules["worker-restarts"]["starts_at"]
    assert rules["api-cpu"]["state"] == "OK"


def test_a_disabled_rule_is_not_deployed(newer_demo):
    assert newer_demo.post("/alert-rules", {**RULE, "enabled": False})["state"] == "UNDEPLOYED"


@pytest.mark.parametrize(
    "broken",
    [
        {"alert_receiver_ids": [API]},
        {"alert_receiver_ids": []},
        {"cluster_id": API},
        {"target": {"target_type": "CONTAINER", "target_id": API}},
        {"target": {"target_type": " CLUSTER", "target_id": API}},
        {"target": {"target_type": "ENVIRONMENT", "target_id": API}},
        {"organization_id": API},
    ],
)
def test_a_rule_needs_existing_resources(newer_demo, broken):
    assert newer_demo("POST", "/alert-rules", {**RULE, **broken}).status_code == 400


def test_a_rule_can_be_about_a_cluster_or_an_environment(newer_demo):
    cluster = {"target_type": " CLUSTER", "target_id": cluster_id("aws-prod")}
    environment = {"target_type": "ENVIRONMENT"}
    environment["target_id"] = demo_id(path_of("storefront", "production"))
    for target in (cluster, environment):
        assert newer_demo.post("/alert-rules", {**RULE, "target": target})["target"] == target


def test_an_edited_rule_keeps_its_target(newer_demo):
    made = newer_demo.post("/alert-rules", RULE)
    names = ("organization_id", "cluster_id", "target")
    body = {name: value for name, value in RULE.items() if name not in names}
    after = newer_demo.put(f"/alert-rules/{made['id']}", {**body, "severity": "HIGH"})
    assert (after["severity"], after["target"]) == ("HIGH", made["target"])


def test_a_deleted_receiver_is_removed_from_rules(newer_demo):
    newer_demo.delete(f"/alert-receivers/{RECEIVER}")
    rules = newer_demo.get(f"{PATH}/alert-rules")["results"]
    assert all(RECEIVER not in rule["alert_receiver_ids"] for rule in rules)


def test_secrets_of_a_receiver_are_not_stored(newer_demo):
    made = newer_demo.post("/alert-receivers", MAIL)
    assert made["auth_username"] == "b@acme.test"
    assert "auth_password" not in made
    assert "hidden" not in str(newer_demo.store.all("alertReceiver"))
    listed = newer_demo.get(f"{PATH}/alert-receivers")["results"]
    assert [each["name"] for each in listed] == ["ops-slack", "oncall-mail", "mail"]


def test_the_type_of_a_receiver_stays(newer_demo):
    body = {"type": "SLACK", "name": "mail", "description": "", "send_resolved": True}
    made = newer_demo.post("/alert-receivers", MAIL)
    assert newer_demo("PUT", f"/alert-receivers/{made['id']}", body).status_code == 400


def test_a_receiver_can_be_tested_before_and_after_it_is_created(newer_demo):
    assert newer_demo("POST", "/alert-receivers/validate", {"alert_receiver": MAIL}).is_success
    wrong = {**MAIL, "smarthost": "smtp.acme.test"}
    answer = newer_demo("POST", "/alert-receivers/validate", {"alert_receiver": wrong})
    assert answer.status_code == 400
    assert newer_demo("POST", f"/alert-receivers/{RECEIVER}/validate", {}).is_success
    assert newer_demo("POST", f"/alert-receivers/{API}/validate", {}).status_code == 404
