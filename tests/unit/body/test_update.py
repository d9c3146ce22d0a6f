from typing import Any

import pytest

from qovery_cli import catalog
from qovery_cli.body.set_option import parse
from qovery_cli.body.update import amend, missing_inputs, never_returned, request_from

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


def sent(answer=APPLICATION, key="editApplication", renames=None):
    return request_from(answer, *facts(key), renames)


def test_what_only_answers_have_is_left_out_at_every_depth():
    body = sent()
    assert not {"id", "created_at", "environment", "maximum_cpu"} & body.keys()
    assert set(body["git_repository"]) == {
        "provider", "owner", "name", "url", "branch", "brand_new"
    }  # fmt: skip
    assert body["labels_groups"] == [{"id": ID}]


def test_everything_else_goes_back_unknown_or_null():
    body = sent()
    assert body["brand_new"] == [{"id": 1}, None]
    assert body["git_repository"]["brand_new"] == {"a": None}
    assert body["description"] is None
    assert body["auto_preview"] is None
    assert body["ports"][0]["protocol"] == "QUIC"


def test_ports_and_storage_keep_their_ids():
    body = sent()
    assert body["ports"] == APPLICATION["ports"]
    assert body["storage"] == APPLICATION["storage"]


def test_a_field_of_another_level_goes_back():
    assert sent({"buildpack_language": "PYTHON"}) == {"buildpack_language": "PYTHON"}


def test_the_answer_stays_as_it_is():
    answer = {"results": [{"destination": "a", "target": "b", "description": "c"}]}
    sent(answer, "editRoutingTable", {"results": "routes"})
    assert list(answer) == ["results"]


def test_a_list_is_renamed():
    route = {"destination": "10.0.0.0/8", "target": "vpc", "description": "d"}
    body = sent({"results": [route]}, "editRoutingTable", {"results": "routes"})
    assert body == {"routes": [route]}


def test_a_nested_id_becomes_a_field():
    answer = {"name": "c", "registry": {"id": ID, "name": "hub", "url": "u"}}
    body = sent(answer, "editContainer", {"registry.id": "registry_id"})
    assert body == {"name": "c", "registry_id": ID}


def test_a_renamed_field_that_the_answer_has_already_stays():
    answer = {"registry_id": "new", "registry": {"id": "old"}}
    body = sent(answer, "editContainer", {"registry.id": "registry_id"})
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
    body = sent(answer, "editCluster", renames)
    assert body["features"] == [
        {"id": "VPC", "value": "10.0.0.0/16"},
        {"id": "NAT"},
        {"id": "STATIC_IP", "value": False},
    ]


def test_a_renamed_value_loses_what_only_answers_have():
    answer = {"source": {"git": {"git_repository": {"url": "u", "has_access": True}}}}
    renames = {"source.git.git_repository": "source.git_repository"}
    body = sent(answer, "editHelm", renames)
    assert body == {"source": {"git_repository": {"url": "u"}}}


def test_a_list_as_a_whole_body_goes_back():
    answer = [{"deployment.custom_domain_check_enabled": True, "brand.new": 1}]
    assert sent(answer, "editContainerAdvancedSettings") == answer


def test_an_update_changes_what_was_asked_for_and_nothing_else():
    body = amend(
        sent(),
        EDIT.body,
        "1.0.4",
        file_body={"ports": [{"internal_port": 81, "publicly_accessible": True}]},
        options=[("git_repository.branch", "dev")],
        settings=[parse("ports[0].name=web")],
    )
    expected = sent()
    expected["git_repository"]["branch"] = "dev"
    expected["ports"][0]["name"] = "web"
    expected["ports"].append({"internal_port": 81, "publicly_accessible": True})
    assert body == expected


def test_an_update_without_changes_leaves_the_body_equal():
    assert amend(sent(), EDIT.body, "1.0.4") == sent()


def test_a_setting_clears_a_list():
    assert amend(sent(), EDIT.body, "1.0.4", settings=[parse("ports:=[]")])["ports"] == []


def test_what_is_removed_may_be_given_anew():
    body = amend(
        sent(),
        EDIT.body,
        "1.0.4",
        removals=[("ports", "80")],
        options=[("ports", ["internal_port=80,publicly_accessible=true"])],
    )
    assert body["ports"] == [{"internal_port": 80, "publicly_accessible": True}]


@pytest.mark.parametrize(
    ("key", "answer", "missing"),
    [
        (
            "editContainerRegistry",
            {"name": "r", "kind": "ECR", "url": "https://a.test"},
            ["config"],
        ),
        ("editProjectSecret", {"key": "TOKEN", "id": ID}, ["value"]),
    ],
)
def test_required_fields_that_are_never_returned_are_missing(key, answer, missing):
    assert missing_inputs(sent(answer, key), facts(key)[1], "1.0.3") == missing


def test_credentials_are_never_returned():
    found = never_returned(*facts("editContainerRegistry"), "1.0.4")
    assert {"config.secret_access_key", "config.password"} <= set(found)
    assert "name" not in found
