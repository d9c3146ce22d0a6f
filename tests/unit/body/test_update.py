from typing import Any

from qovery_cli import catalog
from qovery_cli.body.update import never_returned, request_from

ID = "123e4567-e89b-12d3-a456-426614174000"
EDIT = catalog.operation("editApplication")
APPLICATION: dict[str, Any] = {
    "id": ID,
    "created_at": "2026-01-31T08:00:00Z",
    "environment": {"id": ID},
    "name": "shop",
    "description": None,
    "maximum_cpu": 4,
    "git_repository": {
        "has_access": True,
        "provider": "GITHUB",
        "owner": "acme",
        "name": "shop",
        "url": "https://github.com/acme/shop",
        "branch": "main",
        "deployed_commit_id": "abc",
        "git_token_name": None,
        "brand_new": {"a": None},
    },
    "ports": [{"id": ID, "internal_port": 80, "publicly_accessible": False, "protocol": "QUIC"}],
    "storage": [{"id": ID, "type": "FAST_SSD", "size": 4, "mount_point": "/data"}],
    "labels_groups": [{"id": ID, "name": "team", "labels": [], "created_at": "x"}],
    "brand_new": [{"id": 1}, None],
    "auto_preview": None,
}


def facts(key):
    operation = catalog.operation(key)
    return operation.response, operation.body


def request_body(answer=APPLICATION, key="editApplication", renames=None):
    return request_from(answer, *facts(key), renames)


def test_response_only_fields_are_dropped_at_every_depth():
    body = request_body()
    assert not {"id", "created_at", "environment", "maximum_cpu"} & body.keys()
    assert set(body["git_repository"]) == {
        "provider", "owner", "name", "url", "branch", "brand_new"
    }  # fmt: skip
    assert body["labels_groups"] == [{"id": ID}]


def test_unknown_and_null_fields_are_sent_back():
    body = request_body()
    assert body["brand_new"] == [{"id": 1}, None]
    assert body["git_repository"]["brand_new"] == {"a": None}
    assert body["description"] is None
    assert body["auto_preview"] is None
    assert body["ports"][0]["protocol"] == "QUIC"


def test_ports_and_storage_keep_their_ids():
    body = request_body()
    assert body["ports"] == APPLICATION["ports"]
    assert body["storage"] == APPLICATION["storage"]


def test_field_of_another_level_is_sent_back():
    assert request_body({"buildpack_language": "PYTHON"}) == {"buildpack_language": "PYTHON"}


def test_response_is_not_modified():
    answer = {"results": [{"destination": "a", "target": "b", "description": "c"}]}
    request_body(answer, "editRoutingTable", {"results": "routes"})
    assert list(answer) == ["results"]


def test_a_list_is_renamed():
    route = {"destination": "10.0.0.0/8", "target": "vpc", "description": "d"}
    body = request_body({"results": [route]}, "editRoutingTable", {"results": "routes"})
    assert body == {"routes": [route]}


def test_a_nested_id_becomes_a_field():
    answer = {"name": "c", "registry": {"id": ID, "name": "hub", "url": "u"}}
    body = request_body(answer, "editContainer", {"registry.id": "registry_id"})
    assert body == {"name": "c", "registry_id": ID}


def test_existing_target_of_a_rename_is_kept():
    answer = {"registry_id": "new", "registry": {"id": "old"}}
    body = request_body(answer, "editContainer", {"registry.id": "registry_id"})
    assert body == {"registry_id": "new"}


def test_values_in_lists_are_renamed_item_by_item():
    answer = {
        "features": [
            {"id": "VPC", "title": "t", "value_object": {"type": "STRING", "value": "10.0.0.0/16"}},
            {"id": "NAT", "value_object": None},
            {"id": "STATIC_IP", "value_object": {"type": "BOOLEAN", "value": False}},
        ]
    }
    renames = {"features[].value_object.value": "features[].value"}
    body = request_body(answer, "editCluster", renames)
    assert body["features"] == [
        {"id": "VPC", "value": "10.0.0.0/16"},
        {"id": "NAT"},
        {"id": "STATIC_IP", "value": False},
    ]


def test_response_only_fields_are_dropped_from_renamed_values():
    answer = {"source": {"git": {"git_repository": {"url": "u", "has_access": True}}}}
    renames = {"source.git.git_repository": "source.git_repository"}
    body = request_body(answer, "editHelm", renames)
    assert body == {"source": {"git_repository": {"url": "u"}}}


def test_list_body_is_sent_back():
    answer = [{"deployment.custom_domain_check_enabled": True, "brand.new": 1}]
    assert request_body(answer, "editContainerAdvancedSettings") == answer


def test_credentials_are_never_returned():
    paths = never_returned(*facts("editContainerRegistry"), "1.0.4")
    assert {"config.secret_access_key", "config.password"} <= set(paths)
    assert "name" not in paths
