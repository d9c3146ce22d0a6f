import pytest

from qovery_cli import catalog
from qovery_cli.body.build_body import build_body
from qovery_cli.body.set_option import parse
from qovery_cli.errors import UsageError

APPLICATION = catalog.operation("createApplication").body
CLUSTER = catalog.operation("createCluster").body


def application(**sources):
    return build_body(APPLICATION, "1.0.4", **sources)


def test_options_beat_the_file_and_settings_beat_both():
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


def test_what_was_not_given_is_not_sent():
    assert application(options=[("name", None), ("cpu", None)]) == {}


def test_a_repeated_option_replaces_the_list_of_the_file():
    body = application(file_body={"arguments": ["a"]}, options=[("arguments", ("b", "c"))])
    assert body == {"arguments": ["b", "c"]}


def test_a_list_of_objects_is_made_of_short_forms_and_json():
    ports = ["internal_port=80,publicly_accessible=yes", '{"internal_port": 81}']
    assert application(options=[("ports", ports)]) == {
        "ports": [{"internal_port": 80, "publicly_accessible": True}, {"internal_port": 81}]
    }


def test_values_that_are_not_text_are_sent_as_they_are():
    given = [("auto_preview", False), ("cpu", 0)]
    assert application(options=given) == {"auto_preview": False, "cpu": 0}


def test_an_option_with_a_wrong_value_is_named_by_its_flag():
    with pytest.raises(UsageError, match="'--cpu' takes a whole number"):
        application(options=[("cpu", "half")], flags={"cpu": "--cpu"})


def test_the_file_given_in_stays_as_it_is():
    file_body = {"git_repository": {"url": "u"}}
    application(file_body=file_body, options=[("git_repository.branch", "main")])
    assert file_body == {"git_repository": {"url": "u"}}


def test_old_and_new_spellings_are_sent_as_the_level_knows_them():
    file_body = {"cloud_provider": "SCALEWAY"}
    assert build_body(CLUSTER, "1.0.4", file_body=file_body) == {"cloud_provider": "SCW"}
    options = [("cloud_provider", "scw")]
    assert build_body(CLUSTER, "1.0.3", options=options) == {"cloud_provider": "SCALEWAY"}


def test_unvalidated_the_file_is_sent_as_it_is():
    file_body = {"cloud_provider": "SCALEWAY", "brand_new": 1}
    assert build_body(CLUSTER, "1.0.4", file_body=file_body, known_only=False) == file_body


def test_a_body_that_is_a_list_starts_as_one():
    schema = {
        "type": "array",
        "items": {"type": "object", "properties": {"a": {"type": "integer"}}},
    }
    assert build_body(schema, "1.0.3", settings=[parse("[0].a=1")]) == [{"a": 1}]
