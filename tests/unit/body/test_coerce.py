import pytest

from qovery_cli.body.coerce import Target, coerce, coerce_all
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
def test_a_text_stays_what_was_typed(text):
    assert read(text, {"type": "string"}) == text


@pytest.mark.parametrize(("text", "value"), [("5", 5), ("-1", -1), ("+7", 7), ("007", 7)])
def test_whole_numbers_are_read(text, value):
    assert read(text, {"type": "integer"}) == value


@pytest.mark.parametrize("text", ["", "1.5", "1_000", "٣", "abc", "0x10", "1e3", "null"])
def test_what_is_no_whole_number_is_refused_by_the_flag(text):
    message = refusal(text, {"type": "integer"}).message
    assert message == f"'--cpu' takes a whole number, not {text!r}."


def test_numbers_are_whole_or_not():
    assert read("1.5", {"type": "number"}) == 1.5
    assert isinstance(read("2", {"type": "number"}), int)


@pytest.mark.parametrize("text", ["nan", "inf", "1e999"])
def test_a_number_that_json_does_not_have_is_refused(text):
    assert "'--cpu' takes a number" in refusal(text, {"type": "number"}).message


@pytest.mark.parametrize("text", ["true", "YES", "on", "1"])
def test_many_words_mean_true(text):
    assert read(text, {"type": "boolean"}) is True


@pytest.mark.parametrize("text", ["false", "No", "off", "0"])
def test_many_words_mean_false(text):
    assert read(text, {"type": "boolean"}) is False


def test_other_words_are_no_boolean():
    assert "true or false, not 'maybe'" in refusal("maybe", {"type": "boolean"}).message


def test_a_value_is_found_whatever_its_case():
    assert read("production", MODE) == "PRODUCTION"


def test_a_wrong_value_names_those_there_are_and_the_nearest():
    error = refusal("PROD", MODE)
    assert error.message == "'--cpu' takes DEVELOPMENT or PRODUCTION, not 'PROD'."
    assert error.hint == "Did you mean PRODUCTION?"


def test_a_value_of_another_level_says_where_it_exists():
    assert refusal("preview", MODE).message == (
        "'--cpu': the value 'PREVIEW' exists only in API 1.0.3."
    )


def test_an_unknown_value_passes_unvalidated():
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


def test_one_object_stands_for_a_list_of_one():
    assert read("name=http", listed(PORT)) == [{"name": "http"}]


def test_a_repeated_option_gives_one_item_each():
    given = coerce_all(["a,b", "[c"], listed({"type": "string"}), CPU)
    assert given == ["a,b", "[c"]


def test_a_repeated_object_may_be_a_json_list_of_several():
    given = coerce_all(["name=a", '[{"name": "b"}, {"name": "c"}]'], listed(PORT), CPU)
    assert given == [{"name": "a"}, {"name": "b"}, {"name": "c"}]


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
def test_a_field_of_several_types_takes_the_narrowest_that_fits(text, value):
    assert read(text, FEATURE) == value


def test_a_field_of_several_types_lists_what_it_takes():
    message = refusal("C", {"one_of": [{"type": "integer"}, MODE]}).message
    assert message == "'--cpu' takes a whole number, DEVELOPMENT or PRODUCTION, not 'C'."


def test_faulty_json_is_placed():
    message = refusal('{"a": }', PORT).message
    assert message.startswith("'--cpu' is not valid JSON at character ")


def test_half_characters_of_a_command_line_are_refused():
    assert "not text" in refusal("\udcff", {"type": "string"}).message
