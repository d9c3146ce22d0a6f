"""The audit log of an organization, and the calls of its webhooks."""

import json

import pytest

from qovery_cli.sandbox.seeds.ids import demo_id
from qovery_cli.sandbox.seeds.organization import ORGANIZATION
from qovery_cli.sandbox.seeds.projects import path_of

PATH = f"/organization/{ORGANIZATION}"
API = demo_id(path_of("storefront", "production", "api"))
LABEL = {"name": "team", "labels": []}


def events(api, **query):
    return api.get(f"{PATH}/events", pageSize=100, **query)["events"]


def test_a_change_is_recorded_with_author_and_target(newer_demo):
    headers = {"user-agent": "CLI 1.2"}
    made = newer_demo("POST", f"{PATH}/labelsGroups", LABEL, headers=headers).json()
    event = events(newer_demo)[0]
    assert (event["event_type"], event["sub_target_type"]) == ("CREATE", "LABELS_GROUP")
    assert (event["target_id"], event["target_name"]) == (ORGANIZATION, "Acme")
    assert json.loads(event["change"])["id"] == made["id"]
    assert (event["triggered_by"], event["origin"]) == ("ada", "CLI")
    assert json.loads(event["change"])["name"] == "team"


def test_an_update_has_the_former_state_and_a_deletion_its_target(newer_demo):
    made = newer_demo.post(f"{PATH}/customRole", {"name": "team"})
    own = f"{PATH}/customRole/{made['id']}"
    newer_demo.put(own, {"name": "crew", "cluster_permissions": [], "project_permissions": []})
    newer_demo.delete(own)
    deleted, updated = events(newer_demo)[:2]
    assert json.loads(updated["original_change"])["name"] == "team"
    assert json.loads(updated["change"])["name"] == "crew"
    assert (deleted["event_type"], deleted["target_name"]) == ("DELETE", "crew")


def test_a_token_is_the_author_of_its_changes_and_never_shown(newer_demo):
    token = newer_demo.post(f"{PATH}/apiToken", {"name": "bot", "role_id": None})["token"]
    newer_demo("POST", f"{PATH}/labelsGroups", LABEL, token=token)
    log = events(newer_demo)
    assert log[0]["triggered_by"] == "bot"
    assert token not in str(log)


def test_a_change_of_a_service_names_its_environment_and_project(newer_demo):
    body = {"key": "A", "value": "hidden-value", "is_secret": True}
    scope = {"variable_scope": "APPLICATION", "variable_parent_id": API}
    newer_demo.post("/variable", {**body, **scope})
    own = newer_demo.get(f"/application/{API}")
    newer_demo.put(f"/application/{API}", {**own, "description": "New."})
    edited = events(newer_demo)[0]
    assert (edited["target_type"], edited["target_name"]) == ("APPLICATION", "api")
    assert (edited["project_name"], edited["environment_name"]) == ("storefront", "production")
    assert "hidden-value" not in str(events(newer_demo))


def test_refused_and_reading_requests_are_not_recorded(newer_demo):
    before = len(events(newer_demo))
    newer_demo("POST", f"{PATH}/labelsGroups", {"name": ""})
    repository = {"url": "https://github.com/acme/infra.git", "provider": "GITHUB"}
    newer_demo("POST", f"{PATH}/listDirectoriesFromGitRepository", repository)
    assert len(events(newer_demo)) == before


def test_a_deployment_is_recorded_once(newer_demo):
    before = len(events(newer_demo, targetId=API))
    newer_demo("POST", f"/application/{API}/redeploy")
    latest = events(newer_demo, targetId=API)
    assert len(latest) == before + 1
    assert latest[0]["event_type"] == "TRIGGER_DEPLOY"


def test_events_are_filtered(newer_demo):
    for query in (
        {"triggeredBy": "Grace Hopper"},
        {"origin": "TERRAFORM_PROVIDER"},
        {"targetType": "MEMBERS_AND_ROLES"},
        {"subTargetType": "ALERT_RULE"},
        {"eventType": "UPDATE"},
    ):
        assert 0 < len(events(newer_demo, **query)) < len(events(newer_demo)), query


@pytest.mark.parametrize("scale", [1, 10**9])
def test_a_time_range_is_in_seconds_or_nanoseconds(newer_demo, scale):
    now = newer_demo.clock()
    since = int(now - 4 * 3600) * scale
    assert [event["origin"] for event in events(newer_demo, fromTimestamp=since)][-1] == "CLI"
    assert events(newer_demo, toTimestamp=int(now - 200 * 86400) * scale) == []


def test_a_timestamp_is_a_number(newer_demo):
    assert newer_demo("GET", f"{PATH}/events", fromTimestamp="noon").status_code == 400


def test_targets_are_those_of_the_events(newer_demo):
    targets = newer_demo.get(f"{PATH}/targets", targetType="APPLICATION")["targets"]
    assert "api" in {target["name"] for target in targets}
    assert len({target["id"] for target in targets}) == len(targets)
    projects = newer_demo.get(f"{PATH}/targets", targetLevelToFetch="PROJECT")["targets"]
    assert "storefront" in {target["name"] for target in projects}
    environments = newer_demo.get(f"{PATH}/targets", targetLevelToFetch="ENVIRONMENT")["targets"]
    assert "production" in {target["name"] for target in environments}


def test_a_webhook_is_called_for_the_deployments_that_it_selects(newer_demo):
    hook = newer_demo.get(f"{PATH}/webhook")["results"][0]
    path = f"{PATH}/webhook/{hook['id']}/event"
    calls = newer_demo.get(path)["results"]
    assert {call["matched_event"] for call in calls} == set(hook["events"])
    assert {call["request"]["project_name"] for call in calls} == {"storefront"}
    assert calls == sorted(calls, key=lambda call: call["created_at"], reverse=True)
    newer_demo.post(f"/application/{API}/redeploy")
    newer_demo.pass_time(3600)
    after = newer_demo.get(path)["results"]
    assert len(after) == len(calls) + 1
    assert after[0]["target_url_used"] == hook["target_url"]


def test_a_disabled_webhook_is_not_called(newer_demo):
    hook = newer_demo.get(f"{PATH}/webhook")["results"][1]
    assert newer_demo.get(f"{PATH}/webhook/{hook['id']}/event")["results"] == []
