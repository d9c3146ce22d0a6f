import pytest

from qovery_cli import catalog
from qovery_cli.body.build_body import build_body
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
