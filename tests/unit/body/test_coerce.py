import pytest

from qovery_cli.body.coerce import coerce, coerce_all
from qovery_cli.body.target import Target
from qovery_cli.errors import UsageError

CPU = Target("--cpu", "1.0.4")
MODE = {
    "type": "string",
    "enum": ["DEVELOPMENT", "PRODUCTION", "PREVIEW"],
    "enum_api": {"PREVIEW": ["1.0.3"]},
}
PORT = {
    "type": "object",
    "properties": {
        "internal_port": {"type": "integer"},
        "is_default": {"type": "boolean"},
        "name": {"type": "string"},
        "paths": {"type": "array", "items": {"type": "string"}},
    },
}
MAP = {"type": "object", "additional": {"type": "string"}}
FEATURE = {"one_of": [{"type": "string"}, {"type": "boolean"}, PORT], "type": "any"}


def read(text, schema, **options):
    return coerce(text, schema, Target("--cpu", "1.0.4", **options))


def refusal(text, schema):
    with pytest.raises(UsageError) as caught:
        read(text, schema)
    return caught.value


def listed(*facts):
    return {"type": "array", "items": facts[0]}


@pytest.mark.parametrize("text", ["123", "true", "null", "", " x ", "@a", "[1]", "{"])
def test_string_field_takes_any_text(text):
    assert read(text, {"type": "string"}) == text


@pytest.mark.parametrize(("text", "value"), [("5", 5), ("-1", -1), ("+7", 7), ("007", 7)])
def test_integer_is_converted(text, value):
    assert read(text, {"type": "integer"}) == value


@pytest.mark.parametrize("text", ["", "1.5", "1_000", "٣", "abc", "0x10", "1e3", "null"])
def test_invalid_integer_is_rejected(text):
    message = refusal(text, {"type": "integer"}).message
    assert message == f"Invalid --cpu {text!r}: expected an integer."


def test_numbers_are_whole_or_not():
    assert read("1.5", {"type": "number"}) == 1.5
    assert isinstance(read("2", {"type": "number"}), int)


@pytest.mark.parametrize("text", ["nan", "inf", "1e999"])
def test_non_finite_number_is_rejected(text):
    assert ": expected a number." in refusal(text, {"type": "number"}).message


@pytest.mark.parametrize("text", ["true", "YES", "on", "1"])
def test_true_words(text):
    assert read(text, {"type": "boolean"}) is True


@pytest.mark.parametrize("text", ["false", "No", "off", "0"])
def test_false_words(text):
    assert read(text, {"type": "boolean"}) is False


def test_invalid_boolean_is_rejected():
    assert "'maybe': expected true or false" in refusal("maybe", {"type": "boolean"}).message


def test_enum_value_ignores_case():
    assert read("production", MODE) == "PRODUCTION"


def test_invalid_enum_value_lists_valid_and_similar_values():
    error = refusal("PROD", MODE)
    assert error.message == "Invalid --cpu 'PROD': expected DEVELOPMENT or PRODUCTION."
    assert error.hint == "Did you mean 'PRODUCTION'?"


def test_enum_value_of_another_level_reports_its_levels():
    assert refusal("preview", MODE).message == ("--cpu 'PREVIEW' is available only in API 1.0.3.")


def test_unknown_enum_value_is_accepted_without_validation():
    assert read("CANARY", MODE, known_only=False) == "CANARY"


def test_a_list_is_json_or_parts():
    assert read('["a", "b,c"]', listed({"type": "string"})) == ["a", "b,c"]
    assert read('a,"b,c"', listed({"type": "string"})) == ["a", "b,c"]
    assert read("1,2", listed({"type": "integer"})) == [1, 2]
    assert read("", listed({"type": "integer"})) == []


def test_an_object_is_json_or_pairs():
    expected = {"internal_port": 80, "is_default": True, "name": "80"}
    assert read('{"internal_port": 80, "is_default": true, "name": "80"}', PORT) == expected
    assert read("internal_port=80,is_default=true,name=80", PORT) == expected


def test_one_object_is_a_list_of_one():
    assert read("name=http", listed(PORT)) == [{"name": "http"}]


def test_a_repeated_option_gives_one_item_each():
    values = coerce_all(["a,b", "[c"], listed({"type": "string"}), CPU)
    assert values == ["a,b", "[c"]


def test_a_repeated_object_may_be_a_json_list_of_several():
    values = coerce_all(["name=a", '[{"name": "b"}, {"name": "c"}]'], listed(PORT), CPU)
    assert values == [{"name": "a"}, {"name": "b"}, {"name": "c"}]


def test_a_repeated_map_collects_its_pairs():
    assert coerce_all(["a.b/c=1", "d=2"], MAP, CPU) == {"a.b/c": "1", "d": "2"}


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("true", True),
        ("yes", "yes"),
        ("10.0.0.0/16", "10.0.0.0/16"),
        ('{"name": "a"}', {"name": "a"}),
    ],
)
def test_union_field_uses_the_narrowest_matching_type(text, value):
    assert read(text, FEATURE) == value


def test_union_field_lists_its_types():
    message = refusal("C", {"one_of": [{"type": "integer"}, MODE]}).message
    assert message == "Invalid --cpu 'C': expected an integer, DEVELOPMENT or PRODUCTION."


def test_invalid_json_reports_its_position():
    message = refusal('{"a": }', PORT).message
    assert message.startswith("--cpu is not valid JSON at character ")


def test_lone_surrogates_are_rejected():
    assert "invalid UTF-8" in refusal("\udcff", {"type": "string"}).message
