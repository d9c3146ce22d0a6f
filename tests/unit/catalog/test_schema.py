"""Inspection of catalog schemas."""

import pytest

from qovery_cli.catalog import loader
from qovery_cli.catalog.schema import (
    at_level,
    declared,
    is_list,
    is_object,
    items,
    properties,
    required_at,
)

NAMED = {
    "Kind": {"type": "string", "enum": ["A", "B"], "enum_api": {"B": ["1.0.4"]}},
    "Box": {"type": "object", "properties": {"size": {"type": "integer", "required": ["1.0.4"]}}},
    "Alias": {"ref": "Box", "nullable": ["1.0.3"]},
}


@pytest.fixture(autouse=True)
def named(monkeypatch):
    """Serve these named schemas instead of the packaged ones."""
    monkeypatch.setattr(loader, "named_schema", NAMED.__getitem__)


def test_values_of_other_levels_are_left_out():
    assert at_level({"ref": "Kind"}, "1.0.3")["enum"] == ["A"]
    assert at_level({"ref": "Kind"}, "1.0.4")["enum"] == ["A", "B"]


def test_view_has_the_schema_name():
    assert at_level({"ref": "Kind"}, "1.0.3")["name"] == "Kind"
    assert "name" not in at_level({"type": "string"}, "1.0.3")


def test_schema_missing_at_a_level_has_no_view():
    assert at_level({"type": "string", "api": ["1.0.4"]}, "1.0.3") is None


def test_properties_of_other_levels_are_left_out():
    schema = {"type": "object", "properties": {"a": {"type": "string", "api": ["1.0.4"]}}}
    assert at_level(schema, "1.0.3")["properties"] == {}
    assert list(at_level(schema, "1.0.4")["properties"]) == ["a"]


def test_required_is_a_list_of_names():
    assert at_level({"ref": "Box"}, "1.0.3")["required"] == []
    assert at_level({"ref": "Box"}, "1.0.4")["required"] == ["size"]


def test_required_of_a_ref_is_not_that_of_its_schema():
    view = at_level({"ref": "Box", "required": ["1.0.3"]}, "1.0.3")
    assert view["required"] == []


def test_nullable_is_a_boolean_and_always_there():
    assert at_level({"type": "string"}, "1.0.3")["nullable"] is False
    assert at_level({"type": "string", "nullable": ["1.0.3"]}, "1.0.3")["nullable"] is True
    assert at_level({"type": "string", "nullable": ["1.0.3"]}, "1.0.4")["nullable"] is False


def test_nullable_is_added_up_along_refs():
    assert at_level({"ref": "Alias", "nullable": ["1.0.4"]}, "1.0.3")["nullable"] is True
    assert at_level({"ref": "Alias", "nullable": ["1.0.4"]}, "1.0.4")["nullable"] is True


def test_the_default_is_that_of_the_level():
    schema = {"type": "integer", "default_api": {"1.0.4": 40}}
    assert "default" not in at_level(schema, "1.0.3")
    assert at_level(schema, "1.0.4")["default"] == 40


def test_limits_are_those_of_the_level():
    limits = {"1.0.3": {"minimum": 1, "maximum": 9}, "1.0.4": {"minimum": 3}}
    schema = {"type": "integer", "minimum": 1, "limits_api": limits}
    assert at_level(schema, "1.0.3")["maximum"] == 9
    assert at_level(schema, "1.0.4")["minimum"] == 3
    assert "maximum" not in at_level(schema, "1.0.4")


def test_the_form_of_the_level_is_chosen():
    schema = {"by_api": {"1.0.3": {"type": "array", "items": {}}, "1.0.4": {"ref": "Box"}}}
    assert at_level(schema, "1.0.3")["type"] == "array"
    assert at_level(schema, "1.0.4")["name"] == "Box"


def test_undeclared_names_are_those_of_the_level():
    schema = {"type": "object", "undeclared": {"plan": ["1.0.3"]}}
    assert at_level(schema, "1.0.3")["undeclared"] == ["plan"]
    assert "undeclared" not in at_level(schema, "1.0.4")


def test_alternatives_of_other_levels_are_left_out():
    schema = {"type": "any", "one_of": [{"ref": "Kind"}, {"ref": "Box", "api": ["1.0.4"]}]}
    assert at_level(schema, "1.0.3")["one_of"] == [{"ref": "Kind"}]


def test_view_does_not_modify_the_catalog():
    before = {**NAMED["Box"]}
    at_level({"ref": "Box"}, "1.0.3")["properties"].clear()
    assert NAMED["Box"] == before
    assert NAMED["Box"]["properties"]


def test_required_at_follows_refs_and_forms():
    schema = {"by_api": {"1.0.3": {"type": "array"}, "1.0.4": {"ref": "Box"}}}
    assert required_at(schema, "1.0.4") == ["size"]
    assert required_at(schema, "1.0.3") == []


def test_properties_of_all_forms_are_declared():
    schema = {
        "by_api": {
            "1.0.3": {"type": "object", "properties": {"old": {"type": "string"}}},
            "1.0.4": {"type": "object", "one_of": [{"ref": "Box"}]},
        }
    }
    assert properties(schema).keys() == {"old", "size"}


def test_a_property_that_the_form_of_a_level_lacks_there_is_not_of_that_level():
    form = {"type": "object", "properties": {"new": {"type": "string", "api": ["1.0.4"]}}}
    assert properties({"by_api": {"1.0.3": form, "1.0.4": form}}) == {
        "new": {"type": "string", "api": ["1.0.4"]}
    }


def test_a_property_of_some_alternatives_is_not_required():
    one = {"type": "object", "properties": {"a": {"type": "string", "required": ["1.0.4"]}}}
    assert "required" in properties({"type": "object", "one_of": [one]})["a"]
    assert "required" not in properties({"type": "object", "one_of": [one, {"ref": "Box"}]})["a"]


def test_property_of_one_level_has_api():
    schema = {
        "by_api": {
            "1.0.3": {"type": "object", "properties": {"size": {"type": "integer"}, "old": {}}},
            "1.0.4": {"ref": "Box"},
        }
    }
    assert properties(schema) == {
        "size": {"type": "integer", "required": ["1.0.4"]},
        "old": {"api": ["1.0.3"]},
    }


def test_a_property_that_forms_declare_differently_keeps_each_form():
    schema = {
        "by_api": {
            "1.0.3": {"type": "object", "properties": {"size": {"type": "string"}}},
            "1.0.4": {"ref": "Box"},
        }
    }
    assert properties(schema)["size"] == {
        "by_api": {"1.0.3": {"type": "string"}, "1.0.4": {"type": "integer"}},
        "required": ["1.0.4"],
    }


def test_a_property_takes_the_values_of_all_alternatives():
    parts = [
        {"type": "object", "properties": {"type": {"type": "string", "enum": [each]}}}
        for each in ("STATIC", "ROLE")
    ]
    found = properties({"type": "object", "one_of": parts})
    assert found["type"] == {"type": "string", "enum": ["STATIC", "ROLE"]}


def test_path_in_any_alternative_is_declared():
    parts = [
        {"type": "object", "properties": {"value": {"ref": "Box"}}},
        {"type": "object", "properties": {"value": {"type": "string"}}},
    ]
    schema = {"type": "object", "one_of": parts}
    assert declared(schema, ["value", "size"])["type"] == "integer"


def test_declared_follows_lists_and_refs():
    schema = {
        "type": "object",
        "properties": {"boxes": {"type": "array", "items": {"ref": "Box"}}},
    }
    assert declared(schema, ["boxes", 3, "size"])["type"] == "integer"


def test_undeclared_path_is_none():
    assert declared({"ref": "Box"}, ["colour"]) is None
    assert declared({"ref": "Box"}, [0]) is None


def test_unknown_property_uses_additional():
    schema = {"type": "object", "additional": {"type": "string"}}
    assert declared(schema, ["anything"]) == {"type": "string"}


def test_items_are_found_in_any_form():
    schema = {"by_api": {"1.0.3": {"type": "array", "items": {"ref": "Box"}}, "1.0.4": {}}}
    assert items(schema) == {"ref": "Box"}


def test_a_schema_may_be_a_list_at_one_level_and_an_object_at_another():
    schema = {"by_api": {"1.0.3": {"type": "array"}, "1.0.4": {"ref": "Box"}}}
    assert is_list(schema)
    assert is_object(schema)
    assert is_list(schema, "1.0.3")
    assert not is_object(schema, "1.0.3")
