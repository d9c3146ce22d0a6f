"""What is kept of one document's schema."""

import pytest

from qovery_cli.codegen.facts.schema_extraction import SchemaReader

BASE = {"type": "object", "required": ["id"], "properties": {"id": {"type": "string"}}}


def facts(raw, **components):
    return SchemaReader(components).facts(raw)


def test_prose_is_left_out():
    raw = {"type": "string", "description": "a", "title": "b", "example": "c", "x-note": "d"}
    assert facts(raw) == {"type": "string"}


def test_properties_may_be_called_like_prose():
    raw = {"type": "object", "properties": {"description": {"type": "string"}}}
    assert facts(raw)["properties"] == {"description": {"type": "string"}}


def test_all_of_is_one_object():
    more = {"type": "object", "properties": {"size": {"type": "integer"}}}
    raw = {"allOf": [{"$ref": "#/components/schemas/Base"}, more]}
    assert facts(raw, Base=BASE)["properties"] == {
        "id": {"type": "string", "required": True},
        "size": {"type": "integer"},
    }


def test_all_of_requires_what_another_part_declares():
    more = {"type": "object", "properties": {"size": {"type": "integer"}}}
    raw = {"allOf": [more, {"required": ["size"]}]}
    assert facts(raw) == {
        "type": "object",
        "properties": {"size": {"type": "integer", "required": True}},
    }


def test_all_of_with_one_ref_stays_that_ref():
    raw = {"nullable": True, "allOf": [{"$ref": "#/components/schemas/Base"}]}
    assert facts(raw, Base=BASE) == {"ref": "Base", "nullable": True}


def test_all_of_with_a_part_that_only_allows_null_stays_a_ref():
    raw = {"allOf": [{"$ref": "#/components/schemas/Base"}, {"nullable": True}]}
    assert facts(raw, Base=BASE) == {"ref": "Base", "nullable": True}


def test_a_required_name_that_nothing_declares_is_undeclared():
    raw = {"type": "object", "required": ["plan"], "properties": {"name": {"type": "string"}}}
    found = facts(raw)
    assert found["undeclared"] == ["plan"]
    assert "required" not in found["properties"]["name"]


def test_a_required_name_that_every_alternative_declares_is_declared():
    raw = {"required": ["id"], "oneOf": [{"$ref": "#/components/schemas/Base"}]}
    assert "undeclared" not in facts(raw, Base=BASE)


def test_null_among_the_values_means_nullable():
    assert facts({"enum": ["A", None]}) == {"type": "string", "enum": ["A"], "nullable": True}


@pytest.mark.parametrize(
    ("raw", "kind"),
    [
        ({"properties": {}}, "object"),
        ({"items": {}}, "array"),
        ({"enum": [1]}, "integer"),
        ({"oneOf": [{"type": "string"}, {"type": "boolean"}]}, "any"),
        ({"oneOf": [{"type": "object"}, {"properties": {"a": {}}}]}, "object"),
        ({}, "any"),
    ],
)
def test_a_type_that_is_left_out_is_inferred(raw, kind):
    assert facts(raw)["type"] == kind


def test_further_names_are_kept_apart_from_declared_ones():
    raw = {"type": "object", "additionalProperties": {"type": "string"}}
    assert facts(raw)["additional"] == {"type": "string"}


def test_any_further_name_has_any_type():
    assert facts({"type": "object", "additionalProperties": True})["additional"] == {"type": "any"}


def test_a_discriminator_names_components():
    raw = {
        "oneOf": [{"$ref": "#/components/schemas/Base"}],
        "discriminator": {"propertyName": "id", "mapping": {"B": "#/components/schemas/Base"}},
    }
    assert facts(raw, Base=BASE)["discriminator"] == {"property": "id", "mapping": {"B": "Base"}}


def test_a_ref_to_nothing_is_refused():
    with pytest.raises(KeyError, match="Gone"):
        facts({"$ref": "#/components/schemas/Gone"})
