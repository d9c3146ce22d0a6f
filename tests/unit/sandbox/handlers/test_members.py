import pytest


@pytest.fixture
def path(demo):
    return f"/organization/{demo.store.all('organization')[0]['id']}"


def roles(demo, path):
    listed = demo.get(f"{path}/member")["results"]
    return {member["nickname"]: member["role"] for member in listed}


def test_members_have_roles(demo, path):
    assert roles(demo, path) == {
        "ada": "OWNER",
        "alan": "ADMIN",
        "grace": "DEVELOPER",
        "vera": "VIEWER",
    }


def test_creator_of_organization_is_member(api, world):
    listed = api.get(f"/organization/{world['organization']['id']}/member")["results"]
    assert [(member["email"], member["role"]) for member in listed] == [("ada@acme.test", "OWNER")]


def test_accepted_invitation_adds_member(demo, path):
    made = demo.post(f"{path}/inviteMember", {"email": "new@acme.test", "role": "DEVELOPER"})
    assert made["invitation_status"] == "PENDING"
    assert made["invitation_link"].startswith("https://")
    demo.post(f"{path}/inviteMember/{made['id']}")
    assert roles(demo, path)["new"] == "DEVELOPER"
    invited = demo.get(f"{path}/inviteMember")["results"]
    assert "new@acme.test" not in {person["email"] for person in invited}


@pytest.mark.parametrize("email", ["linus@acme.test", "VERA@acme.test"])
def test_duplicate_invitation_is_rejected(demo, path, email):
    answer = demo("POST", f"{path}/inviteMember", {"email": email, "role": "VIEWER"})
    assert answer.status_code == 409


def test_an_expired_invitation_cannot_be_accepted(demo, path):
    listed = demo.get(f"{path}/inviteMember")["results"]
    old = next(person for person in listed if person["invitation_status"] == "EXPIRED")
    assert demo("POST", f"{path}/inviteMember/{old['id']}").status_code == 409
    demo.delete(f"{path}/inviteMember/{old['id']}")
    assert len(demo.get(f"{path}/inviteMember")["results"]) == 1


def test_all_but_the_owner_can_be_removed(demo, path):
    members = {member["nickname"]: member["id"] for member in demo.get(f"{path}/member")["results"]}
    assert demo("DELETE", f"{path}/member/{members['ada']}").status_code == 403
    demo.delete(f"{path}/member/{members['vera']}")
    assert "vera" not in roles(demo, path)


def test_ownership_can_be_handed_over(demo, path):
    members = {member["nickname"]: member["id"] for member in demo.get(f"{path}/member")["results"]}
    demo.post(f"{path}/transferOwnership", {"user_id": members["alan"]})
    now = roles(demo, path)
    assert (now["ada"], now["alan"]) == ("ADMIN", "OWNER")
    assert demo.get(path)["owner"] == members["alan"]


def test_only_an_e_mail_address_can_be_invited(demo, path):
    answer = demo("POST", f"{path}/inviteMember", {"email": "linus", "role": "VIEWER"})
    assert answer.status_code == 400
    assert "email" in answer.json()["message"]


def test_creator_of_organization_stays_owner(api, world):
    path = f"/organization/{world['organization']['id']}"
    owner = api.get(f"{path}/member")["results"][0]
    again = {"email": owner["email"], "role": "VIEWER"}
    assert api("POST", f"{path}/inviteMember", again).status_code == 409
    assert api("DELETE", f"{path}/member/{owner['id']}").status_code == 403
    invited = api.post(f"{path}/inviteMember", {"email": "new@acme.test", "role": "DEVELOPER"})
    api.post(f"{path}/inviteMember/{invited['id']}")
    assert roles(api, path) == {"ada": "OWNER", "new": "DEVELOPER"}


def test_owner_can_transfer_organization(api, world):
    path = f"/organization/{world['organization']['id']}"
    invited = api.post(f"{path}/inviteMember", {"email": "new@acme.test", "role": "DEVELOPER"})
    api.post(f"{path}/inviteMember/{invited['id']}")
    ids = {one["nickname"]: one["id"] for one in api.get(f"{path}/member")["results"]}
    api.post(f"{path}/transferOwnership", {"user_id": ids["new"]})
    api.put(path, {"name": "Renamed"})
    assert roles(api, path) == {"ada": "ADMIN", "new": "OWNER"}
    api.delete(f"{path}/member/{ids['ada']}")
    assert roles(api, path) == {"new": "OWNER"}
    other = api.post("/organization", {"name": "Other", "plan": "FREE"})["id"]
    assert roles(api, f"/organization/{other}") == {"ada": "OWNER"}
