import pytest


@pytest.fixture
def path(world):
    return f"/organization/{world['organization']['id']}"


AWS = {"name": "prod", "access_key_id": "AKIA", "secret_access_key": "hidden"}
HOOK = {"kind": "STANDARD", "target_url": "https://acme.test", "events": ["DEPLOYMENT_STARTED"]}
CARD = {"number": "4111 1111 1111 1111", "cvv": "123", "expiry_month": 6, "expiry_year": 2030}


def test_credentials_never_show_their_secrets(api, path):
    made = api.post(f"{path}/aws/credentials", AWS)
    assert made == {"id": made["id"], "name": "prod"}
    assert "hidden" not in str(api.store.all("aws/credentials"))


def test_credentials_can_be_renamed_and_deleted(api, path):
    own = f"{path}/aws/credentials/{api.post(f'{path}/aws/credentials', AWS)['id']}"
    assert api.put(own, {**AWS, "name": "renamed"})["name"] == "renamed"
    assert api.get(own)["name"] == "renamed"
    api.delete(own)
    assert api("GET", own).status_code == 404


def test_credentials_are_listed_by_cloud(api, path):
    made = api.post(f"{path}/aws/credentials", AWS)
    assert api.get(f"{path}/scaleway/credentials")["results"] == []
    assert api("GET", f"{path}/scaleway/credentials/{made['id']}").status_code == 404


def test_webhook_hides_its_secret(api, path):
    made = api.post(f"{path}/webhook", {**HOOK, "target_secret": "hidden"})
    assert (made["target_secret_set"], made["enabled"]) == (True, True)
    assert "target_secret" not in made
    after = api.put(f"{path}/webhook/{made['id']}", HOOK)
    assert after["target_secret_set"] is False
    assert api.get(f"{path}/webhook/{made['id']}") == after


def test_a_webhook_needs_an_address(api, path):
    body = {**HOOK, "target_url": "acme.test"}
    assert api("POST", f"{path}/webhook", body).status_code == 400


def test_only_last_digits_of_card_are_stored(api, path):
    made = api.post(f"{path}/creditCard", CARD)
    assert (made["last_digit"], made["is_expired"]) == ("1111", False)
    old = api.post(f"{path}/creditCard", {**CARD, "expiry_year": 2026, "expiry_month": 2})
    assert old["is_expired"] is True
    assert api("POST", f"{path}/creditCard", {**CARD, "expiry_month": 13}).status_code == 400


def test_billing_information_is_kept(demo):
    path = f"/organization/{demo.store.all('organization')[0]['id']}/billingInfo"
    info = demo.get(path)
    demo.put(path, {**info, "city": "Phoenix"})
    assert demo.get(path)["city"] == "Phoenix"


def test_costs_follow_the_plan(api, path):
    assert api.get(f"{path}/currentCost")["cost"]["total"] == 300.0
    api.post(f"{path}/changePlan", {"plan": "FREE"})
    assert api.get(f"{path}/currentCost")["cost"]["total"] == 0


def test_a_new_organization_has_used_nothing_until_it_deploys(api, world, path):
    def used():
        usage = api.get(f"{path}/currentCost")["paid_usage"]
        assert usage["consumed_deployments"] + usage["remaining_deployments"] == 300
        return usage["consumed_deployments"]

    assert used() == 0
    assert api.get(f"{path}/currentCost")["remaining_credits"]["total"] == 0
    api.post(f"/environment/{world['environment']['id']}/deploy")
    assert used() == 1
    api.pass_time(31 * 86400)
    assert used() == 0


def test_a_cluster_costs_more_with_more_nodes(demo):
    organization = demo.store.all("organization")[0]["id"]
    cluster = next(doc for doc in demo.store.all("cluster") if doc["name"] == "aws-prod")
    cost = demo.get(f"/organization/{organization}/cluster/{cluster['id']}/currentCost")
    assert (cost["min_cost"], cost["max_cost"]) == (150.0, 500.0)


def test_a_new_organization_has_no_invoices_and_the_demo_has_three(api, path, demo):
    assert api.get(f"{path}/invoice")["results"] == []
    organization = demo.store.all("organization")[0]["id"]
    found = demo.get(f"/organization/{organization}/invoice")["results"]
    assert [invoice["status"] for invoice in found] == ["PAID", "PAID", "PENDING"]


@pytest.mark.parametrize("parent", ["", "/organization/{}"])
def test_repositories_have_branches(api, world, parent):
    start = f"{parent.format(world['organization']['id'])}/account"
    names = [found["name"] for found in api.get(f"{start}/github/repository")["results"]]
    assert "acme/storefront-api" in names
    branches = api.get(f"{start}/github/repository/branch", name="acme/worker")["results"]
    assert {"name": "develop"} in branches
    assert api.get(f"{start}/github/repository/branch", name="acme/none")["results"] == []


def test_clouds_offer_regions_and_instances(api):
    assert "eu-west-3" in {found["name"] for found in api.get("/aws/region")["results"]}
    assert "DEV1-L" in {found["type"] for found in api.get("/scaleway/instanceType")["results"]}
    assert len(api.get("/cloudProvider")["results"]) == 5


def test_invoice_of_another_organization_is_not_found(demo):
    organization = demo.store.all("organization")[0]["id"]
    invoice = demo.store.all("invoice")[0]["id"]
    other = demo.post("/organization", {"name": "Other", "plan": "FREE"})["id"]
    assert demo.get(f"/organization/{organization}/invoice/{invoice}/download")["url"]
    answer = demo("GET", f"/organization/{other}/invoice/{invoice}/download")
    assert answer.status_code == 404


def test_credentials_of_azure_name_the_application_that_was_registered(newer_demo):
    path = f"/organization/{newer_demo.store.all('organization')[0]['id']}"
    body = {"name": "azure", "azure_tenant_id": "t", "azure_subscription_id": "s"}
    made = newer_demo.post(f"{path}/azure/credentials", body)
    again = newer_demo.put(f"{path}/azure/credentials/{made['id']}", {**body, "name": "renamed"})
    assert again == {**made, "name": "renamed"}
    assert made["azure_application_id"]


def test_credentials_of_google_are_a_key_or_an_identity_federation(newer_demo):
    path = f"/organization/{newer_demo.store.all('organization')[0]['id']}/gcp/credentials"
    key = newer_demo.post(path, {"name": "key", "gcp_credentials": "hidden"})
    assert key["object_type"] == "GCP"
    assert "hidden" not in str(newer_demo.store.all("gcp/credentials"))
    body = {
        "name": "federated",
        "service_account_email": "deploy@acme-prod.iam.gserviceaccount.com",
        "workload_identity_provider_resource": "projects/1/providers/qovery",
    }
    federated = newer_demo.post(path, body)
    assert federated["object_type"] == "GCP_WORKLOAD_IDENTITY_FEDERATION"
    assert federated["project_id"] == "acme-prod"


def test_a_credit_code_can_be_redeemed_once(newer, path_of_newer):
    newer.post(f"{path_of_newer}/creditCode", {"code": "WELCOME"})
    assert newer.store.all("organization")[0]["credits_in_cents"] == 5000
    for code in ("WELCOME", "unknown"):
        answer = newer("POST", f"{path_of_newer}/creditCode", {"code": code})
        assert answer.status_code == 400


def test_a_usage_report_can_be_downloaded(newer, path_of_newer):
    period = {"from": "2026-01-01T00:00:00Z", "to": "2026-02-01T00:00:00Z"}
    body = {**period, "report_expiration_in_seconds": 60}
    url = newer.post(f"{path_of_newer}/billingUsageReport", body)["report_url"]
    assert newer("GET", url.removeprefix("http://127.0.0.1")).content.startswith(b"%PDF")
    wrong = {**body, "to": "2025-01-01T00:00:00Z"}
    assert newer("POST", f"{path_of_newer}/billingUsageReport", wrong).status_code == 400


def test_the_onboarding_of_an_organization_is_stored(newer, path_of_newer):
    assert newer.get(f"{path_of_newer}/onboarding")["status"] == "IN_PROGRESS"
    newer.post(f"{path_of_newer}/onboarding", {"status": "DISMISSED"})
    assert newer.get(f"{path_of_newer}/onboarding")["status"] == "DISMISSED"


def test_addresses_are_public(newer):
    assert newer("GET", "/ips", token=None).json()["ips"]


@pytest.fixture
def path_of_newer(newer):
    return f"/organization/{newer.post('/organization', {'name': 'A', 'plan': 'FREE'})['id']}"
