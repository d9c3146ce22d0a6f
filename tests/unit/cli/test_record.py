import pytest

from qovery_cli.cli.record import changed, names_of, record, values_of
from qovery_cli.cli.rows import ParameterRow


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
    assert values_of(ParameterRow("a", "option", "body"))["aliases"] == ()
