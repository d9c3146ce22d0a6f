"""Roles, policy tokens and single sign-on of an organization."""

import pytest

from qovery_cli.sandbox.seeds.ids import demo_id
from qovery_cli.sandbox.seeds.organization import DEVELOPER_ROLE, ORGANIZATION
from qovery_cli.sandbox.state.roles import role_id

PATH = f"/organization/{ORGANIZATION}"
GRACE = demo_id("account/grace")


def member(api, id):
    return next(each for each in api.get(f"{PATH}/member")["results"] if each["id"] == id)


def test_custom_roles_are_among_the_available_ones(newer_demo):
    newer_demo.post(f"{PATH}/customRole", {"name": "Auditor"})
    names = [role["name"] for role in newer_demo.get(f"{PATH}/availableRole")["results"]]
    assert names[:2] == ["Owner", "Admin"]
    assert {"Developer", "Auditor"} <= set(names)


def test_a_new_role_has_the_weakest_permission_for_every_cluster_and_project(newer_demo):
    role = newer_demo.post(f"{PATH}/customRole", {"name": "Auditor"})
    clusters = newer_demo.get(f"{PATH}/cluster")["results"]
    assert {each["cluster_name"] for each in role["cluster_permissions"]} == {
        cluster["name"] for cluster in clusters
    }
    assert {each["permission"] for each in role["cluster_permissions"]} == {"VIEWER"}
    granted = {
        item["permission"] for each in role["project_permissions"] for item in each["permissions"]
    }
    assert granted == {"NO_ACCESS"}


def test_permissions_are_stored_per_cluster_and_project(newer_demo):
    own = f"{PATH}/customRole/{DEVELOPER_ROLE}"
    before = newer_demo.get(own)
    cluster, project = before["cluster_permissions"][0], before["project_permissions"][1]
    body = {
        "name": "Developer",
        "cluster_permissions": [{"cluster_id": cluster["cluster_id"], "permission": "ADMIN"}],
        "project_permissions": [{"project_id": project["project_id"], "is_admin": True}],
    }
    newer_demo.put(own, body)
    after = newer_demo.get(own)
    assert after["cluster_permissions"][0]["permission"] == "ADMIN"
    assert {each["permission"] for each in after["cluster_permissions"][1:]} == {"VIEWER"}
    changed = after["project_permissions"][1]
    assert changed["is_admin"] is True
    assert {item["permission"] for item in changed["permissions"]} == {"MANAGER"}


@pytest.mark.parametrize(
    "broken",
    [
        {"cluster_permissions": [{"cluster_id": GRACE, "permission": "ADMIN"}]},
        {"project_permissions": [{"project_id": GRACE, "is_admin": True}]},
        {"project_permissions": [{"project_id": demo_id("acme/storefront")}]},
    ],
)
def test_invalid_permissions_are_refused(newer_demo, broken):
    body = {"name": "x", "cluster_permissions": [], "project_permissions": [], **broken}
    answer = newer_demo("PUT", f"{PATH}/customRole/{DEVELOPER_ROLE}", body)
    assert answer.status_code == 400


def test_the_role_of_a_member_can_be_changed(newer_demo):
    assert member(newer_demo, GRACE)["role_name"] == "Developer"
    newer_demo.put(f"{PATH}/member", {"user_id": GRACE, "role_id": role_id("ADMIN")})
    assert member(newer_demo, GRACE)["role"] == "ADMIN"


@pytest.mark.parametrize("id", [GRACE, role_id("OWNER")])
def test_a_member_cannot_get_an_unknown_role_or_ownership(newer_demo, id):
    answer = newer_demo("PUT", f"{PATH}/member", {"user_id": GRACE, "role_id": id})
    assert answer.status_code == 400


def test_members_with_a_deleted_role_become_viewers(newer_demo):
    newer_demo.delete(f"{PATH}/customRole/{DEVELOPER_ROLE}")
    assert member(newer_demo, GRACE)["role_name"] == "Viewer"


def test_tokens_and_invitations_have_the_role_of_the_request(newer_demo):
    role = {"role_id": DEVELOPER_ROLE}
    token = newer_demo.post(f"{PATH}/apiToken", {"name": "deployer", **role})
    assert token["role_name"] == "Developer"
    invited = newer_demo.post(f"{PATH}/inviteMember", {"email": "ken@acme.test", **role})
    assert invited["role_name"] == "Developer"
    assert newer_demo.get(f"{PATH}/inviteMember/{invited['id']}")["email"] == "ken@acme.test"


def test_a_policy_token_is_shown_once_and_accepted_until_it_expires(newer_demo):
    body = {"name": "agent", "opa_policy": "default allow := true"}
    body["expires_at"] = "2026-03-02T00:00:00.000Z"
    made = newer_demo.post(f"{PATH}/policyApiToken", body)
    assert made["token"].startswith("sk-qov-01-")
    listed = newer_demo.get(f"{PATH}/policyApiToken")["results"]
    assert listed[0]["opa_policy"] == body["opa_policy"]
    assert made["token"] not in str(listed)
    assert newer_demo("GET", PATH, token=made["token"]).status_code == 200
    newer_demo.pass_time(86400)
    assert newer_demo("GET", PATH, token=made["token"]).status_code == 401


def test_a_deleted_policy_token_is_refused(newer_demo):
    made = newer_demo.post(f"{PATH}/policyApiToken", {"name": "a", "opa_policy": "allow := true"})
    newer_demo.delete(f"{PATH}/policyApiToken/{made['id']}")
    assert newer_demo("GET", PATH, token=made["token"]).status_code == 401


def test_a_policy_needs_an_allow_rule(newer_demo):
    body = {"name": "agent", "opa_policy": "deny := true"}
    assert newer_demo("POST", f"{PATH}/policyApiToken", body).status_code == 400


def test_an_enterprise_connection_keeps_its_name(newer_demo):
    own = f"{PATH}/enterpriseconnection/acme-okta"
    before = newer_demo.get(own)
    after = newer_demo.put(own, {**before, "default_role": DEVELOPER_ROLE})
    assert (after["connection_name"], after["default_role"]) == ("acme-okta", DEVELOPER_ROLE)
    renamed = newer_demo("PUT", own, {**before, "connection_name": "other"})
    assert renamed.status_code == 400
    assert newer_demo("GET", f"{PATH}/enterpriseconnection/nothing").status_code == 404


@pytest.mark.parametrize("field", [{"default_role": "pilot"}, {"group_mappings": {"pilot": []}}])
def test_an_enterprise_connection_needs_existing_roles(newer_demo, field):
    own = f"{PATH}/enterpriseconnection/acme-okta"
    assert newer_demo("PUT", own, {**newer_demo.get(own), **field}).status_code == 400
