from qovery_cli.sandbox.seeds.ids import demo_id

PRODUCTION = "acme/storefront/production"


def names(demo, path):
    return [one.get("name") or one.get("domain") for one in demo.get(path)["results"]]


def test_services_are_linked_to_one_another(demo):
    api, web = (demo_id(f"{PRODUCTION}/{name}") for name in ("api", "web"))
    assert names(demo, f"/application/{web}/dependency") == ["api"]
    assert names(demo, f"/application/{api}/database") == ["main-db", "cache"]
    assert names(demo, f"/application/{api}/tag") == ["checkout", "public"]


def test_the_main_database_has_a_logical_one_with_a_user(demo):
    database = demo_id(f"{PRODUCTION}/main-db")
    (found,) = demo.get(f"/database/{database}/logicalDatabase")["results"]
    assert found["name"] == "reports"
    assert names(demo, f"/logicalDatabase/{found['id']}/application") == ["worker"]


def test_some_links_are_in_production_only(demo):
    for environment, waits in (("production", ["search"]), ("staging", [])):
        proxy = demo_id(f"acme/storefront/{environment}/proxy")
        assert names(demo, f"/container/{proxy}/dependency") == waits


def test_commits_that_touch_only_documents_deploy_nothing(demo):
    api = demo_id(f"{PRODUCTION}/api")
    answer = demo.get(f"/application/{api}/deploymentRestriction")
    (found,) = answer["deployment_restrictions"]
    assert (found["mode"], found["value"]) == ("EXCLUDE", "docs/")


def test_backups_come_newest_first_and_are_ready(demo, newer_demo):
    database = demo_id(f"{PRODUCTION}/main-db")
    for one in (demo, newer_demo):
        listed = one.get(f"/database/{database}/backup")["results"]
        assert [backup["name"] for backup in listed] == [
            "before-migration",
            "nightly-2",
            "nightly-1",
        ]
        assert {backup["status"]["state"] for backup in listed} == {"READY"}


def test_only_production_has_domains(demo):
    for kind, name, domain in (
        ("application", "api", "api.acme.test"),
        ("container", "proxy", "www.acme.test"),
    ):
        key = demo_id(f"{PRODUCTION}/{name}")
        assert names(demo, f"/{kind}/{key}/customDomain") == [domain]
        key = demo_id(f"acme/storefront/staging/{name}")
        assert names(demo, f"/{kind}/{key}/customDomain") == []
