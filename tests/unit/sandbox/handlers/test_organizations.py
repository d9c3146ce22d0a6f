import pytest

BODY = {"name": "Acme", "plan": "BUSINESS"}


def test_an_organization_belongs_to_the_account(api):
    made = api.post("/organization", BODY)
    assert made["owner"] == api.get("/account")["id"]
    assert api.get(f"/organization/{made['id']}") == made


def test_names_ignore_case(api):
    api.post("/organization", BODY)
    assert api("POST", "/organization", {**BODY, "name": "ACME"}).status_code == 409


@pytest.mark.parametrize("name", ["", "  "])
def test_a_name_must_not_be_empty(api, name):
    assert api("POST", "/organization", {**BODY, "name": name}).status_code == 400


def test_an_edit_keeps_the_plan_and_drops_what_is_left_out(api):
    made = api.post("/organization", {**BODY, "description": "Anvils."})
    after = api.put(f"/organization/{made['id']}", {"name": "Acme Inc"})
    assert (after["name"], after["plan"]) == ("Acme Inc", "BUSINESS")
    assert "description" not in after


def test_an_organization_may_keep_its_own_name(api):
    made = api.post("/organization", BODY)
    assert api("PUT", f"/organization/{made['id']}", {"name": "acme"}).status_code == 200


def test_only_a_change_of_plan_changes_the_plan(api):
    made = api.post("/organization", BODY)
    path = f"/organization/{made['id']}/changePlan"
    assert api.post(path, {"plan": "FREE"})["plan"] == "FREE"
    assert api("POST", path, {"plan": "GOLD"}).status_code == 400


def test_deleting_an_organization_deletes_everything_in_it(api, world):
    api.delete(f"/organization/{world['organization']['id']}")
    assert api("GET", f"/environment/{world['environment']['id']}").status_code == 404
    assert api.store.all("cluster") == []


def test_a_token_name_is_taken_once(api, world):
    path = f"/organization/{world['organization']['id']}/apiToken"
    api.post(path, {"name": "ci", "scope": "ADMIN"})
    assert api("POST", path, {"name": "CI", "scope": "ADMIN"}).status_code == 409


def test_an_account_can_be_edited_at_1_0_4(newer):
    newer.put("/account", {"communication_email": "ada@new.test"})
    assert newer.get("/account")["communication_email"] == "ada@new.test"
