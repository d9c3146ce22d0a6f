import math

import pytest

from qovery_cli.output.finite import Finite


@pytest.fixture
def reports():
    return []


@pytest.fixture
def finite(reports):
    return Finite(lambda: reports.append("reported"))


def test_finite_data_is_returned_unchanged(finite, reports):
    data = {"a": [1, 1.5, None, "NaN", True]}
    assert finite.data(data) is data
    assert reports == []


@pytest.mark.parametrize("number", [math.nan, math.inf, -math.inf])
def test_non_finite_numbers_become_null_at_any_depth(finite, number):
    assert finite.data(number) is None
    assert finite.data({"a": [1, {"b": number}]}) == {"a": [1, {"b": None}]}


def test_it_is_reported_once(finite, reports):
    assert list(finite.items([{"a": math.nan}, {"a": 1}, {"a": math.inf}])) == [
        {"a": None},
        {"a": 1},
        {"a": None},
    ]
    assert reports == ["reported"]
