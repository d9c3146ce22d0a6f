"""How a change of the documents reads."""

import pytest

from qovery_cli.codegen.facts import file_layout
from qovery_cli.codegen.facts.drift import drift
from qovery_cli.codegen.facts.merge_specs import merge_documents

from .documents import answering, document


def facts(schema=None, paths=None, level="1", **more):
    schemas = {"Thing": schema or {"type": "object"}, **more}
    operations, named = merge_documents([document(level, schemas, paths)], lambda _: "app")
    return file_layout.lay_out(operations, named, [level])


def changed(before, after):
    """Return the lines for a property x that was one schema and is another."""
    old, new = ({"type": "object", "properties": {"x": each}} for each in (before, after))
    return drift(facts(old), facts(new))


def test_equal_catalogs_have_no_drift():
    assert drift(facts(), facts()) == []


def test_a_new_operation_is_named():
    paths = {
        "/thing": {"get": answering("Thing")},
        "/x": {"post": answering("Thing", operationId="createX")},
    }
    assert drift(facts(), facts(paths=paths)) == ["+ POST /x (createX)"]


def test_operation_that_no_longer_exists_is_named():
    assert drift(facts(), facts(paths={})) == ["- GET /thing (getThing)"]


def test_changed_limit_is_reported():
    lines = changed({"type": "integer", "minimum": 1}, {"type": "integer", "minimum": 2})
    assert lines == ["~ GET /thing: response.x minimum 1 -> 2"]


def test_limit_that_one_level_changes_is_reported_with_the_level():
    def two(minimum):
        said = [{"type": "integer", "minimum": each} for each in (1, minimum)]
        both = [
            document(
                str(level), {"Thing": {"type": "object", "properties": {"x": said[level - 1]}}}
            )
            for level in (1, 2)
        ]
        return file_layout.lay_out(*merge_documents(both, lambda _: "app"), ["1", "2"])

    assert drift(two(1), two(2)) == ["~ GET /thing: response.x minimum 1 -> 2 at 2"]


def test_new_and_lost_values_are_reported():
    lines = changed({"enum": ["A", "B"]}, {"enum": ["A", "C"]})
    assert lines == ["~ GET /thing: response.x enum +C -B"]


def test_values_of_a_named_schema_are_reported_with_its_name():
    thing = {"type": "object", "properties": {"x": {"$ref": "#/components/schemas/Kind"}}}
    lines = drift(facts(thing, Kind={"enum": ["A"]}), facts(thing, Kind={"enum": ["A", "B"]}))
    assert lines == ["~ GET /thing: response.x enum Kind +B"]


def test_change_that_many_operations_reach_is_reported_once():
    paths = {f"/{name}": {"get": answering("Thing", operationId=name)} for name in "abc"}
    old = facts({"type": "object"}, paths)
    new = facts({"type": "object", "properties": {"x": {"type": "string"}}}, paths)
    assert drift(old, new) == ["~ GET /a: response.x added (string) (and 2 more operations)"]


def test_property_that_becomes_required_is_reported():
    properties = {"x": {"type": "string"}}
    old = facts({"type": "object", "properties": properties})
    new = facts({"type": "object", "properties": properties, "required": ["x"]})
    assert drift(old, new) == ["~ GET /thing: response.x required +1"]


def test_new_property_reports_whether_it_is_required():
    new = {"type": "object", "properties": {"x": {"type": "string"}}, "required": ["x"]}
    lines = drift(facts(), facts(new))
    assert lines == ["~ GET /thing: response.x added (string, required at 1)"]


def test_property_that_no_longer_exists_is_reported():
    old = {"type": "object", "properties": {"x": {"type": "string"}}}
    assert drift(facts(old), facts()) == ["~ GET /thing: response.x removed"]


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ({"type": "string"}, {"type": "integer"}, "type string -> integer"),
        ({"type": "string"}, {"type": "string", "nullable": True}, "nullable +1"),
        ({"type": "integer"}, {"type": "integer", "default": 0}, "default none -> 0"),
        ({"type": "string", "enum": ["A"]}, {"type": "string"}, 'enum ["A"] -> none'),
    ],
)
def test_any_other_fact_that_changes_is_reported(before, after, told):
    assert changed(before, after) == [f"~ GET /thing: response.x {told}"]


def test_changes_inside_lists_and_maps_are_reported_with_their_place():
    lines = changed(
        {"type": "array", "items": {"type": "object", "additionalProperties": {"type": "string"}}},
        {"type": "array", "items": {"type": "object", "additionalProperties": {"type": "boolean"}}},
    )
    assert lines == ["~ GET /thing: response.x[]{} type string -> boolean"]


def test_parameter_that_is_new_is_reported():
    query = {"in": "query", "name": "q", "schema": {"type": "string"}}
    paths = {"/thing": {"get": answering("Thing", parameters=[query])}}
    assert drift(facts(), facts(paths=paths)) == ["~ GET /thing: query.q added (string)"]


def test_operation_that_becomes_deprecated_is_reported():
    paths = {"/thing": {"get": answering("Thing", deprecated=True)}}
    assert drift(facts(), facts(paths=paths)) == ["~ GET /thing: deprecated none -> true"]


def test_level_that_gains_an_operation_is_reported():
    both = [document(level, {"Thing": {"type": "object"}}) for level in ("1", "2")]
    new = file_layout.lay_out(*merge_documents(both, lambda _: "app"), ["1", "2"])
    assert drift(facts(), new) == ["~ GET /thing: api +2"]


def test_schemas_that_contain_themselves_are_compared_once():
    inner = {"$ref": "#/components/schemas/Thing"}
    old = {"type": "object", "properties": {"x": inner}}
    new = {"type": "object", "properties": {"x": inner, "y": {"type": "string"}}}
    assert drift(facts(old), facts(new)) == ["~ GET /thing: response.y added (string)"]


def test_a_schema_that_moved_to_another_file_is_still_a_difference():
    old, new = facts(), facts()
    new["schemas/shared"] = new.pop("schemas/app")
    lines = drift(old, new)
    assert lines == [
        "~ schemas/app.json: the same facts in another form",
        "~ schemas/shared.json: the same facts in another form",
    ]
