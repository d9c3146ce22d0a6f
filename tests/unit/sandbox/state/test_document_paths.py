import pytest

from qovery_cli.sandbox.state.document_paths import replaced_at, value_at

DOC = {"name": "api", "source": {"image": {"tag": "1"}, "docker": None}}


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("", DOC),
        ("name", "api"),
        ("source.image.tag", "1"),
        ("source.docker.git", None),
        ("name.length", None),
        ("nothing.at.all", None),
    ],
)
def test_value_at_a_path(path, value):
    assert value_at(DOC, path) == value


def test_replaced_value_leaves_the_document_as_it_was():
    changed = replaced_at(DOC, "source.image.tag", "2")
    assert value_at(changed, "source.image.tag") == "2"
    assert value_at(DOC, "source.image.tag") == "1"


def test_missing_parents_are_created_and_none_removes_a_field():
    assert replaced_at({}, "a.b", 1) == {"a": {"b": 1}}
    assert replaced_at({"a": {"b": 1, "c": 2}}, "a.b", None) == {"a": {"c": 2}}
