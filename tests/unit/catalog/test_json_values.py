import pytest

from qovery_cli.catalog.json_values import Violation, kind_of, matches_kind, synonym, violations


@pytest.mark.parametrize(
    ("value", "kind"),
    [
        (None, "null"),
        (True, "boolean"),
        (1, "integer"),
        (1.0, "integer"),
        (1.5, "number"),
        (float("inf"), "number"),
        ("", "string"),
        ([], "array"),
        ({}, "object"),
    ],
)
def test_values_have_the_types_of_json(value, kind):
    assert kind_of(value) == kind
    assert matches_kind(value, kind)
    assert matches_kind(value, "any")


@pytest.mark.parametrize(
    ("value", "kinds"), [(True, ("integer", "number")), (1.5, ("integer",)), ("1", ("number",))]
)
def test_values_of_another_type_do_not_match(value, kinds):
    assert not matches_kind(value, *kinds)


def test_an_integer_is_a_number():
    assert matches_kind(3, "string", "number")


@pytest.mark.parametrize(
    ("value", "schema", "expected"),
    [
        (1, {"minimum": 2}, Violation("minimum", 2)),
        (3, {"maximum": 2}, Violation("maximum", 2)),
        ("a", {"minLength": 2}, Violation("minLength", 2)),
        ("abc", {"maxLength": 2}, Violation("maxLength", 2)),
        ("abc", {"pattern": "^[0-9]+$"}, Violation("pattern", "^[0-9]+$")),
        ("abc", {"format": "UUID"}, Violation("format", "uuid")),
        ([], {"minItems": 1}, Violation("minItems", 1)),
        ([1, 2, 1], {"uniqueItems": True}, Violation("uniqueItems", True)),
    ],
)
def test_each_exceeded_limit_is_a_violation(value, schema, expected):
    assert list(violations(value, schema, {"uuid": lambda _: False})) == [expected]


@pytest.mark.parametrize(
    ("value", "schema"),
    [
        (2, {"minimum": 2, "maximum": 2}),
        ("ab", {"minLength": 2, "maxLength": 2, "pattern": "b"}),
        ([1, 2], {"minItems": 2, "uniqueItems": True}),
        ("abc", {"format": "date"}),
        ("abc", {"pattern": "(?"}),
        (True, {"minimum": 2}),
        ({}, {"minItems": 1}),
    ],
)
def test_values_within_the_limits_have_no_violation(value, schema):
    assert list(violations(value, schema, {"uuid": lambda _: False})) == []


@pytest.mark.parametrize(
    ("value", "other"),
    [("SCALEWAY", "SCW"), ("SCW", "SCALEWAY"), ("DO", "DIGITAL_OCEAN"), ("AWS", None), (1, None)],
)
def test_renamed_values_have_another_spelling(value, other):
    assert synonym(value) == other
