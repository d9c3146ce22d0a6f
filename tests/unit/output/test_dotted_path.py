import pytest
from hypothesis import given
from hypothesis import strategies as st

from qovery_cli.output.dotted_path import MISSING, find, getter, leaves, names

APP = {
    "name": "api",
    "nothing": None,
    "git": {"url": "u", "branch": {"name": "main"}},
    "ports": [{"number": 80, "tags": ["a"]}, {"number": 443}],
    "settings": {"deployment.delay": 5, "deployment": {"timeout": 6}},
    "a.b": 1,
    "empty": [],
}


@pytest.mark.parametrize(
    ("path", "found"),
    [
        ("", APP),
        ("name", "api"),
        ("nothing", None),
        ("git.url", "u"),
        ("git.branch.name", "main"),
        ("ports.number", [80, 443]),
        ("ports[1].number", 443),
        ("ports.0.number", 80),
        ("ports[0]", {"number": 80, "tags": ["a"]}),
        ("ports.tags", [["a"]]),
        ("settings.deployment.delay", 5),
        ("settings.deployment.timeout", 6),
        ("a.b", 1),
        ("empty.x", []),
        ("ports[7].number", MISSING),
        ("ports.absent", MISSING),
        ("absent", MISSING),
        ("name.more", MISSING),
        ("nothing.more", MISSING),
        ("git.absent", MISSING),
        ("..", MISSING),
    ],
)
def test_path_finds_value(path, found):
    assert find(APP, path) == found
    assert getter(path)(APP) == found


def test_an_item_without_fields_has_none():
    assert getter("name")("text") is MISSING


@given(st.text("abc.[]0", max_size=8))
def test_any_path_is_accepted(path):
    find(APP, path)
    getter(path)(APP)


def test_leaves_are_dotted_and_lists_of_objects_have_an_index():
    data = {"a": {"b": 1, "c": {}}, "d": [{"e": 2}, {"e": 3}], "f": [1, 2]}
    assert list(leaves(data)) == [
        ("a.b", 1),
        ("a.c", {}),
        ("d[0].e", 2),
        ("d[1].e", 3),
        ("f", [1, 2]),
    ]


def test_names_are_the_paths_of_all_items():
    items = [{"id": 1, "git": {"url": "u"}}, {"id": 2, "ports": [{"number": 80}]}]
    assert names(items) == ["id", "git", "git.url", "ports", "ports.number"]
