import pytest

from qovery_cli.cli.command_table import ParameterSpec
from qovery_cli.frozen import changed, names_of, record, values_of


@record
class Point:
    x: int
    y: int = 0


def test_fields_are_given_in_order_or_by_name():
    assert (Point(1, 2).x, Point(1, 2).y) == (1, 2)
    assert Point(x=3).y == 0


def test_a_field_that_is_not_there_or_lacks_is_refused():
    with pytest.raises(TypeError, match="z"):
        Point(1, z=2)
    with pytest.raises(TypeError, match="x"):
        Point(y=2)


def test_records_with_the_same_values_are_the_same():
    assert Point(1) == Point(1, 0)
    assert Point(1) != Point(2)
    assert Point(1) != (1, 0)


def test_a_changed_record_leaves_the_first_as_it_is():
    first = Point(1)
    assert changed(first, y=5) == Point(1, 5)
    assert first == Point(1)


def test_defaults_are_values_too():
    assert values_of(Point(1)) == {"x": 1, "y": 0}
    assert names_of(Point) == ("x", "y")
    assert values_of(ParameterSpec("a", "option", "body"))["aliases"] == ()


def test_a_record_does_not_change():
    point = Point(1)
    with pytest.raises(AttributeError, match="x"):
        point.x = 2
    with pytest.raises(AttributeError, match="x"):
        del point.x
    assert point == Point(1)


def test_records_of_the_same_values_are_one_in_a_set():
    assert {Point(1), Point(1, 0), Point(2)} == {Point(2), Point(1)}
    with pytest.raises(TypeError):
        hash(Point([]))


def test_a_value_too_many_or_twice_is_refused():
    with pytest.raises(TypeError, match="Point"):
        Point(1, 2, 3)
    with pytest.raises(TypeError, match="Point"):
        Point(1, x=2)


def test_a_record_shows_its_values_unless_it_has_words_of_its_own():
    assert repr(Point(1)) == "Point(x=1, y=0)"

    @record
    class Secret:
        value: str

        def __repr__(self):
            return "Secret(***)"

    assert repr(Secret("hunter2")) == "Secret(***)"


def test_a_record_can_be_matched():
    match Point(1, 2):
        case Point(x, y):
            assert (x, y) == (1, 2)
