import pytest

from qovery_cli.sandbox.seeds.clusters import cluster_id
from qovery_cli.sandbox.seeds.organization import ORGANIZATION

PATH = f"/organization/{ORGANIZATION}"
BINDING = f"{PATH}/cluster/{cluster_id('aws-prod')}/platformBinding"
COMPONENT = f"{PATH}/platformTemplate/eks/1.0.0/component"
BODY = {"templateKey": "eks", "templateVersion": "1.0.0"}


def layers(api, **query):
    templates = api.get(f"{PATH}/platformTemplate", **query)["results"]
    eks = next(each for each in templates if each["key"] == "eks")
    return [layer["key"] for layer in eks["layers"]]


def test_the_kind_of_cluster_selects_the_layers(newer_demo):
    assert "node-scaling" in layers(newer_demo)
    managed = {"clusterMode": "QOVERY_MANAGED"}
    assert "node-scaling" in layers(newer_demo, **managed, cloudProvider="AWS")
    assert "node-scaling" not in layers(newer_demo, **managed, cloudProvider="SCW")
    answer = newer_demo("GET", f"{PATH}/platformTemplate", **managed)
    assert answer.status_code == 400


def test_a_binding_is_stored_and_its_layers_resolved(newer_demo):
    body = {**BODY, "layerSelections": {"observability": True}}
    newer_demo.put(BINDING, body)
    bound = newer_demo.get(BINDING)
    assert bound["templateKey"] == "eks"
    states = {layer["key"]: layer["status"] for layer in bound["layers"]}
    assert states["observability"] == "ENABLED"
    newer_demo.put(BINDING, BODY)
    states = {layer["key"]: layer["status"] for layer in newer_demo.get(BINDING)["layers"]}
    assert states["observability"] == "DISABLED"


@pytest.mark.parametrize(
    "broken",
    [
        {"templateVersion": "9.9.9"},
        {"layerSelections": {"nothing": True}},
        {"layerSelections": {"networking": False}},
        {"managedConfig": {"nothing": {}}},
    ],
)
def test_an_invalid_binding_is_refused(newer_demo, broken):
    assert newer_demo("PUT", BINDING, {**BODY, **broken}).status_code == 400


def test_a_cluster_without_a_template_has_no_binding(newer_demo):
    path = f"{PATH}/cluster/{cluster_id('new-cluster')}/platformBinding"
    assert newer_demo("GET", path).status_code == 404


def resolved(api, component, **body):
    kind = {"clusterMode": "QOVERY_MANAGED", "cloudProvider": "AWS"}
    return api.post(f"{COMPONENT}/{component}/resolve", body, **kind)


def test_violations_name_the_fields(newer_demo):
    found = resolved(newer_demo, "cert-manager", profileConfig={"issuer": "nobody"})["violations"]
    assert {each["fieldPath"]: each["code"] for each in found} == {
        "email": "REQUIRED",
        "issuer": "NOT_ALLOWED",
    }
    valid = {"profileConfig": {"email": "a@acme.test"}}
    assert resolved(newer_demo, "cert-manager", **valid)["violations"] == []
    found = resolved(newer_demo, "loki", profileConfig={"retentionWeeks": 60})["violations"]
    assert [each["code"] for each in found] == ["OUT_OF_RANGE"]


def test_requirements_are_ready_when_the_cluster_provides_them(newer_demo):
    missing = resolved(newer_demo, "log-bucket")["requirements"]
    assert [each["status"] for each in missing] == ["MISSING"]
    ready = resolved(newer_demo, "log-bucket", clusterInputs={"bucketName": "logs"})
    assert [each["status"] for each in ready["requirements"]] == ["READY"]


def test_a_component_of_a_cluster_starts_from_its_binding(newer_demo):
    config = {"cert-manager": {"email": "a@acme.test"}}
    newer_demo.put(BINDING, {**BODY, "managedConfig": config})
    answer = newer_demo.post(f"{BINDING}/component/cert-manager/resolve", {})
    assert answer["violations"] == []
    assert answer["clusterId"] == cluster_id("aws-prod")
    assert newer_demo("POST", f"{BINDING}/component/nothing/resolve", {}).status_code == 404
