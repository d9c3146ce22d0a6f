import copy

import pytest

from qovery_cli import catalog
from qovery_cli.body.build_body import amend, build_body
from qovery_cli.body.set_option import parse
from qovery_cli.errors import UsageError

APPLICATION = catalog.operation("createApplication").body
CLUSTER = catalog.operation("createCluster").body


def application(**sources):
    return build_body(APPLICATION, "1.0.4", **sources)


def test_options_override_the_file_and_settings_override_both():
    body = application(
        file_body={"name": "file", "cpu": 1, "memory": 1},
        options=[("cpu", "2"), ("memory", 2)],
        settings=[parse("memory=3")],
    )
    assert body == {"name": "file", "cpu": 2, "memory": 3}


def test_nested_options_are_put_into_their_object():
    body = application(
        file_body={"git_repository": {"url": "https://a.test/b/c"}},
        options=[("git_repository.branch", "main")],
    )
    assert body == {"git_repository": {"url": "https://a.test/b/c", "branch": "main"}}


def test_absent_option_is_not_sent():
    assert application(options=[("name", None), ("cpu", None)]) == {}


def test_a_repeated_option_replaces_the_list_of_the_file():
    body = application(file_body={"arguments": ["a"]}, options=[("arguments", ("b", "c"))])
    assert body == {"arguments": ["b", "c"]}


def test_a_list_of_objects_is_made_of_short_forms_and_json():
    ports = ["internal_port=80,publicly_accessible=yes", '{"internal_port": 81}']
    assert application(options=[("ports", ports)]) == {
        "ports": [{"internal_port": 80, "publicly_accessible": True}, {"internal_port": 81}]
    }


def test_non_string_values_are_sent_unchanged():
    given = [("auto_preview", False), ("cpu", 0)]
    assert application(options=given) == {"auto_preview": False, "cpu": 0}


def test_invalid_value_is_reported_with_its_flag():
    with pytest.raises(UsageError, match="Invalid --cpu 'half': expected an integer"):
        application(options=[("cpu", "half")], flags={"cpu": "--cpu"})


def test_file_body_is_not_modified():
    file_body = {"git_repository": {"url": "u"}}
    application(file_body=file_body, options=[("git_repository.branch", "main")])
    assert file_body == {"git_repository": {"url": "u"}}


def test_synonyms_are_sent_in_the_spelling_of_the_level():
    file_body = {"cloud_provider": "SCALEWAY"}
    assert build_body(CLUSTER, "1.0.4", file_body=file_body) == {"cloud_provider": "SCW"}
    options = [("cloud_provider", "scw")]
    assert build_body(CLUSTER, "1.0.3", options=options) == {"cloud_provider": "SCALEWAY"}


def test_without_validation_the_file_is_sent_unchanged():
    file_body = {"cloud_provider": "SCALEWAY", "brand_new": 1}
    assert build_body(CLUSTER, "1.0.4", file_body=file_body, known_only=False) == file_body


def test_a_body_that_is_a_list_starts_as_one():
    schema = {
        "type": "array",
        "items": {"type": "object", "properties": {"a": {"type": "integer"}}},
    }
    assert build_body(schema, "1.0.3", settings=[parse("[0].a=1")]) == [{"a": 1}]


EDIT = catalog.operation("editApplication").body
ID = "123e4567-e89b-12d3-a456-426614174000"
#: The current state of an application as a request body.
CURRENT = {
    "name": "shop",
    "description": None,
    "git_repository": {"url": "https://github.com/acme/shop", "branch": "main"},
    "ports": [{"id": ID, "internal_port": 80, "publicly_accessible": False, "protocol": "QUIC"}],
    "storage": [{"id": ID, "type": "FAST_SSD", "size": 4, "mount_point": "/data"}],
    "brand_new": [{"id": 1}, None],
}


def test_update_changes_only_requested_fields():
    body = amend(
        CURRENT,
        EDIT,
        "1.0.4",
        file_body={"ports": [{"internal_port": 81, "publicly_accessible": True}]},
        options=[("git_repository.branch", "dev")],
        settings=[parse("ports[0].name=web")],
    )
    expected = copy.deepcopy(CURRENT)
    expected["git_repository"]["branch"] = "dev"
    expected["ports"][0]["name"] = "web"
    expected["ports"].append({"internal_port": 81, "publicly_accessible": True})
    assert body == expected


def test_an_update_without_changes_leaves_the_body_equal():
    assert amend(CURRENT, EDIT, "1.0.4") == CURRENT


def test_a_setting_clears_a_list():
    assert amend(CURRENT, EDIT, "1.0.4", settings=[parse("ports:=[]")])["ports"] == []


def test_removed_item_may_be_added_again():
    body = amend(
        CURRENT,
        EDIT,
        "1.0.4",
        removals=[("ports", "80")],
        options=[("ports", ["internal_port=80,publicly_accessible=true"])],
    )
    assert body["ports"] == [{"internal_port": 80, "publicly_accessible": True}]
