from types import MappingProxyType

import pytest

from qovery_cli.cli.command_table import ParameterSpec
from qovery_cli.frozen import changed, names_of, record, values_of


@record
class Point:
    x: int
    y: int = 0


def test_fields_are_positional_or_keyword():
    assert (Point(1, 2).x, Point(1, 2).y) == (1, 2)
    assert Point(x=3).y == 0


def test_unknown_and_missing_fields_are_rejected():
    with pytest.raises(TypeError, match="z"):
        Point(1, z=2)
    with pytest.raises(TypeError, match="x"):
        Point(y=2)


def test_records_with_equal_values_are_equal():
    assert Point(1) == Point(1, 0)
    assert Point(1) != Point(2)
    assert Point(1) != (1, 0)


def test_changed_returns_a_copy():
    first = Point(1)
    assert changed(first, y=5) == Point(1, 5)
    assert first == Point(1)


def test_values_include_defaults():
    assert values_of(Point(1)) == {"x": 1, "y": 0}
    assert names_of(Point) == ("x", "y")
    assert values_of(ParameterSpec("a", "option", "body"))["aliases"] == ()


def test_records_are_immutable():
    point = Point(1)
    with pytest.raises(AttributeError, match="x"):
        point.x = 2
    with pytest.raises(AttributeError, match="x"):
        del point.x
    assert point == Point(1)


def test_equal_records_have_equal_hashes():
    assert {Point(1), Point(1, 0), Point(2)} == {Point(2), Point(1)}
    with pytest.raises(TypeError):
        hash(Point([]))


def test_surplus_and_duplicate_arguments_are_rejected():
    with pytest.raises(TypeError, match="Point"):
        Point(1, 2, 3)
    with pytest.raises(TypeError, match="Point"):
        Point(1, x=2)


@pytest.mark.parametrize("default", [[], {}, set(), {"a": 1}])
def test_mutable_default_is_rejected(default):
    class Row:
        name: str
        values: object = default

    with pytest.raises(TypeError, match=r"Row\.values"):
        record(Row)


@pytest.mark.parametrize("default", [(), MappingProxyType({}), frozenset(), "", None])
def test_immutable_default_is_accepted(default):
    class Row:
        values: object = default

    assert record(Row)().values == default


def test_repr_shows_values_unless_the_class_defines_one():
    assert repr(Point(1)) == "Point(x=1, y=0)"

    @record
    class Secret:
        value: str

        def __repr__(self):
            return "Secret(***)"

    assert repr(Secret("hunter2")) == "Secret(***)"


def test_records_support_pattern_matching():
    match Point(1, 2):
        case Point(x, y):
            assert (x, y) == (1, 2)
