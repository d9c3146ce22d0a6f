import io
import zipfile

import pytest

from qovery_cli.sandbox.seeds.ids import demo_id

STAGING = f"/environment/{demo_id('acme/storefront/staging')}"


def exported(api, **query):
    answer = api("GET", f"{STAGING}/terraformExport", **query)
    assert answer.headers["content-type"] == "application/octet-stream"
    with zipfile.ZipFile(io.BytesIO(answer.content)) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name).decode() for name in archive.namelist()}


def test_export_has_a_manifest_for_every_service(newer_demo):
    files = exported(newer_demo)
    services = newer_demo.get(f"{STAGING}/services")["results"]
    assert len(files) == len(services) + 2
    assert {"provider.tf", "environment.tf"} <= files.keys()
    for service in services:
        assert any(f'name = "{service["name"]}"' in text for text in files.values())


def test_secrets_are_exported_on_request_only(newer_demo):
    assert "sk_test_acme" not in "".join(exported(newer_demo).values())
    assert "sk_test_acme" in "".join(exported(newer_demo, exportSecrets="true").values())


def test_values_of_users_are_not_interpolated(newer_demo):
    body = {"key": "TEMPLATE", "value": "${oops}"}
    newer_demo.post(f"{STAGING}/environmentVariable", body)
    assert '"$${oops}"' in exported(newer_demo)["environment.tf"]


@pytest.mark.parametrize(
    ("environment", "names"),
    [("production", ["Terraform", "CloudFormation"]), ("staging", ["Terraform"])],
)
def test_templates_are_those_of_the_cloud(newer_demo, environment, names):
    path = f"/environment/{demo_id(f'acme/storefront/{environment}')}/lifecycleTemplate"
    listed = newer_demo.get(path)["results"]
    assert [template["name"] for template in listed] == names
    template = newer_demo.get(f"{path}/{listed[0]['id']}")
    assert template["dockerfile"].startswith("FROM ")
    assert [event["name"] for event in template["events"]] == ["start", "delete"]


def test_unknown_template_is_not_found(newer_demo):
    path = f"{STAGING}/lifecycleTemplate/11111111-1111-4111-8111-111111111111"
    assert newer_demo("GET", path).status_code == 404
