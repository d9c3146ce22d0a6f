def test_the_referral_link_is_the_accounts_own(api):
    found = api.get("/account/referral")
    assert found == {"invitation_link": "https://start.acme.test/?from=ada", "total_invited": 0}


def test_unknown_reward_code_is_rejected(api):
    claim = {"type": "INVITATION", "code": "WELCOME"}
    assert api("POST", "/account/rewardClaim", claim).is_success
    answer = api("POST", "/account/rewardClaim", {**claim, "code": "other"})
    assert answer.status_code == 400
    assert "WELCOME" in answer.text


def test_sign_up_defaults_to_account_fields(api):
    found = api.get("/admin/userSignUp")
    assert (found["first_name"], found["user_email"]) == ("Ada", "ada@acme.test")


def test_sign_up_form_is_stored(api):
    said = {
        "first_name": "Grace",
        "last_name": "Hopper",
        "user_email": "grace@acme.test",
        "type_of_use": "SCHOOL",
        "qovery_usage": "Learn",
    }
    api.post("/admin/userSignUp", said)
    api.post("/admin/userSignUp", {**said, "qovery_usage": "Teach"})
    found = api.get("/admin/userSignUp")
    assert (found["first_name"], found["qovery_usage"]) == ("Grace", "Teach")


def test_the_github_app_stays_while_applications_use_it_unless_forced(demo, api, world):
    path = f"/organization/{demo.store.all('organization')[0]['id']}/github/disconnect"
    answer = demo("DELETE", path)
    assert answer.status_code == 403
    assert "force" in answer.json()["message"]
    assert demo("DELETE", path, force="true").status_code == 204
    api.delete(f"/organization/{world['organization']['id']}/github/disconnect")
