import pytest

BODY = {"name": "api", "git_repository": {"url": "https://github.com/acme/api"}}
PATH = {"mode": "MATCH", "type": "PATH", "value": "src/"}


@pytest.fixture
def own(api, world):
    path = f"/environment/{world['environment']['id']}/application"
    port = {"internal_port": 80, "publicly_accessible": True}
    return f"/application/{api.post(path, {**BODY, 'ports': [port]})['id']}"


def test_a_domain_waits_for_its_entry_below_the_clusters_domain(api, own):
    made = api.post(f"{own}/customDomain", {"domain": "api.acme.test"})
    assert made["status"] == "VALIDATION_PENDING"
    assert made["validation_domain"].endswith(".bool.sh")
    assert api.get(f"{own}/customDomain/{made['id']}/status") == made
    assert api.get(f"{own}/customDomain")["results"] == [made]


def test_a_domain_leads_to_the_default_port(api, own):
    api.post(f"{own}/customDomain", {"domain": "api.acme.test"})
    urls = [link["url"] for link in api.get(f"{own}/link")["results"]]
    assert urls[1] == "https://api.acme.test"


def test_a_domain_can_be_changed_and_deleted(api, own):
    made = api.post(f"{own}/customDomain", {"domain": "api.acme.test"})
    path = f"{own}/customDomain/{made['id']}"
    assert api.put(path, {"domain": "www.acme.test"})["domain"] == "www.acme.test"
    api.delete(path)
    assert api("GET", f"{path}/status").status_code == 404


def test_invalid_domain_is_rejected(api, own):
    assert api("POST", f"{own}/customDomain", {"domain": "localhost"}).status_code == 400


def test_restrictions_come_under_the_key_of_the_document(api, own):
    made = api.post(f"{own}/deploymentRestriction", PATH)
    assert api.get(f"{own}/deploymentRestriction") == {"deployment_restrictions": [made]}


def test_an_equal_restriction_is_refused(api, own):
    api.post(f"{own}/deploymentRestriction", PATH)
    assert api("POST", f"{own}/deploymentRestriction", PATH).status_code == 409


def test_a_restricted_path_does_not_begin_with_a_slash(api, own):
    body = {**PATH, "value": "/src"}
    assert api("POST", f"{own}/deploymentRestriction", body).status_code == 400


def test_a_restriction_can_be_replaced_and_deleted(api, own):
    made = api.post(f"{own}/deploymentRestriction", PATH)
    path = f"{own}/deploymentRestriction/{made['id']}"
    assert api.put(path, {**PATH, "mode": "EXCLUDE"})["mode"] == "EXCLUDE"
    api.delete(path)
    assert api.get(f"{own}/deploymentRestriction") == {"deployment_restrictions": []}


def test_advanced_settings_are_one_table_for_an_application(api, own):
    assert api.get(f"{own}/advancedSettings") == api.get("/defaultApplicationAdvancedSettings")
    answer = api("PUT", f"{own}/advancedSettings", {"build.timeout_max_sec": 60})
    assert answer.status_code == 201
    after = api.get(f"{own}/advancedSettings")
    assert (after["build.timeout_max_sec"], after["liveness_probe.timeout_seconds"]) == (60, 5)
