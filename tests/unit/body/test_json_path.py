import pytest

from qovery_cli.body.json_path import APPEND, PathError, PathWriter

SCHEMA = {
    "type": "object",
    "properties": {
        "name": {"type": "string"},
        "network.ingress.enable_cors": {"type": "boolean"},
        "network": {"type": "object", "properties": {"ingress": {"type": "string"}}},
        "ports": {
            "type": "array",
            "items": {"type": "object", "properties": {"name": {"type": "string"}}},
        },
        "labels": {"type": "object", "additional": {"type": "string"}},
        "maps": {"type": "object", "additional": {"type": "object", "additional": {"type": "any"}}},
    },
}


def put(body, *steps, **options):
    return PathWriter(steps, lambda _current, _schema: "new", **options).set_in(body, SCHEMA)


def refusal(body, *steps):
    with pytest.raises(PathError) as caught:
        put(body, *steps)
    return caught.value


def test_value_is_set_in_a_field():
    assert put({"a": 1}, "name", known_only=False) == {"a": 1, "name": "new"}


def test_body_is_not_modified():
    body = {"ports": [{"name": "a"}]}
    assert put(body, "ports", 0, "name") == {"ports": [{"name": "new"}]}
    assert body == {"ports": [{"name": "a"}]}


def test_missing_objects_and_lists_are_created():
    assert put({}, "ports", 0, "name") == {"ports": [{"name": "new"}]}
    assert put({"ports": None}, "ports", APPEND, "name") == {"ports": [{"name": "new"}]}


def test_an_item_is_added_at_the_end():
    assert put({"ports": [{"name": "a"}]}, "ports", APPEND, "name")["ports"][1] == {"name": "new"}


def test_longest_declared_name_is_used():
    assert put({}, "network", "ingress", "enable_cors") == {"network.ingress.enable_cors": "new"}
    assert put({}, "network", "ingress") == {"network": {"ingress": "new"}}


def test_a_name_that_the_body_has_counts_as_declared():
    body = {"hpa.cpu.new_setting": 1}
    assert put(body, "hpa", "cpu", "new_setting") == {"hpa.cpu.new_setting": "new"}


def test_the_keys_of_a_map_of_texts_keep_their_dots():
    assert put({}, "labels", "app", "io/name") == {"labels": {"app.io/name": "new"}}
    assert put({}, "maps", "a", "b") == {"maps": {"a": {"b": "new"}}}


def test_unknown_name_is_rejected_with_similar_names():
    error = refusal({}, "nmae")
    assert (error.problem, error.nearest, error.step) == ("unknown field 'nmae'", ("name",), 0)


def test_mistyped_dotted_name_is_reported_whole():
    error = refusal({}, "netwrk", "ingress", "enable_cors")
    assert error.problem == "unknown field 'netwrk.ingress.enable_cors'"
    assert error.nearest[0] == "network.ingress.enable_cors"


def test_an_item_beyond_the_next_one_is_refused():
    assert refusal({}, "ports", 2, "name").problem == "the list has 0 items; use [0] to add one"


def test_name_in_a_list_hints_at_indexes():
    error = refusal({}, "ports", "name")
    assert error.problem == "the parent is not an object; use [0] for its first item"
    assert error.step == 1


@pytest.mark.parametrize("step", ["x", 0, APPEND])
def test_a_text_has_neither_fields_nor_items(step):
    assert "the parent is not" in refusal({}, "name", step).problem
