"""What two levels say of one schema, united."""


def test_what_levels_agree_on_is_stored_once(thing):
    said = {"type": "integer", "minimum": 1, "default": 2, "enum": [1, 2]}
    assert thing(said, said) == said


def test_values_are_united_oldest_first_with_the_levels_of_the_others(thing):
    found = thing({"enum": ["B", "A"]}, {"enum": ["C", "A"]})
    assert found["enum"] == ["B", "A", "C"]
    assert found["enum_api"] == {"B": ["1"], "C": ["2"]}


def test_a_level_that_takes_any_value_opens_the_enum(thing):
    found = thing({"type": "string", "enum": ["A"]}, {"type": "string"})
    assert "enum" not in found
    assert found["limits_api"] == {"1": {"enum": ["A"]}, "2": {}}


def test_defaults_that_differ_are_kept_by_level(thing):
    found = thing({"type": "integer", "default": 20}, {"type": "integer", "default": 40})
    assert found["default_api"] == {"1": 20, "2": 40}
    assert "default" not in found


def test_a_default_of_one_level_is_not_the_others(thing):
    found = thing({"type": "integer", "default": 20}, {"type": "integer"})
    assert found["default_api"] == {"1": 20}


def test_false_and_zero_are_different_defaults(thing):
    found = thing({"type": "any", "default": False}, {"type": "any", "default": 0})
    assert found["default_api"] == {"1": False, "2": 0}


def test_the_looser_limit_counts_and_each_level_keeps_its_own(thing):
    found = thing(
        {"type": "integer", "minimum": 1, "maximum": 9}, {"type": "integer", "minimum": 3}
    )
    assert found["minimum"] == 1
    assert "maximum" not in found
    assert found["limits_api"] == {"1": {"minimum": 1, "maximum": 9}, "2": {"minimum": 3}}


def test_an_integer_and_a_number_are_a_number(thing):
    found = thing({"type": "integer"}, {"type": "number"})
    assert found["type"] == "number"
    assert found["limits_api"] == {"1": {"type": "integer"}, "2": {"type": "number"}}


def test_null_is_allowed_level_by_level(thing):
    found = thing({"type": "string"}, {"type": "string", "nullable": True})
    assert found["nullable"] == ["2"]


def test_shapes_that_cannot_be_united_are_kept_by_level(thing):
    found = thing({"type": "string"}, {"type": "array", "items": {"type": "string"}})
    assert found == {
        "by_api": {
            "1": {"type": "string"},
            "2": {"type": "array", "items": {"type": "string"}},
        }
    }


def test_only_what_is_different_inside_a_list_is_kept_by_level(thing):
    found = thing(
        {"type": "array", "items": {"type": "string"}},
        {"type": "array", "items": {"type": "boolean"}},
    )
    assert found["type"] == "array"
    assert found["items"]["by_api"] == {"1": {"type": "string"}, "2": {"type": "boolean"}}


def test_alternatives_are_recognised_by_their_type_and_new_ones_marked(thing):
    found = thing(
        {"oneOf": [{"type": "string"}]}, {"oneOf": [{"type": "string"}, {"type": "boolean"}]}
    )
    by_level = found.get("by_api", found)
    assert by_level["one_of"] == [{"type": "string"}, {"type": "boolean", "api": ["2"]}]


def test_property_of_one_level_is_reported(united):
    old = {"Thing": {"type": "object", "properties": {"a": {"type": "string"}}}}
    new = {
        "Thing": {
            "type": "object",
            "properties": {"a": {"type": "string"}, "b": {"type": "string"}},
            "required": ["b"],
        }
    }
    assert united(old, new)["Thing"]["properties"] == {
        "a": {"type": "string"},
        "b": {"type": "string", "api": ["2"], "required": ["2"]},
    }


def test_a_name_that_only_one_level_declares_stays_undeclared_at_the_other(united):
    old = {"Thing": {"type": "object", "required": ["a"], "properties": {"b": {}}}}
    new = {"Thing": {"type": "object", "required": ["a"], "properties": {"a": {}, "b": {}}}}
    found = united(old, new)["Thing"]
    assert found["undeclared"] == {"a": ["1"]}
    assert found["properties"]["a"] == {"type": "any", "api": ["2"], "required": ["2"]}


def test_a_component_on_one_side_unites_with_an_inline_schema_on_the_other(united):
    old = {"Thing": {"type": "object", "properties": {"x": {"enum": ["A"]}}}}
    new = {
        "Thing": {"type": "object", "properties": {"x": {"$ref": "#/components/schemas/Kind"}}},
        "Kind": {"enum": ["A", "B"]},
    }
    assert united(old, new)["Thing"]["properties"]["x"]["enum"] == ["A", "B"]


def test_three_levels_unite_like_two(thing):
    found = thing({"enum": ["A"]}, {"enum": ["A", "B"]}, {"enum": ["A", "B"]})
    assert found["enum_api"] == {"B": ["2", "3"]}


def test_one_level_alone_marks_nothing(thing):
    assert thing({"enum": ["A"]}) == {"type": "string", "enum": ["A"]}
