from typing import Literal

import pytest

from qovery_cli.cli.fast_coercion import converter


@pytest.mark.parametrize("typed", ["GET", "get", "Get"])
def test_a_choice_may_be_typed_in_any_case(typed):
    assert converter(Literal["GET", "POST"])(typed) == "GET"


def test_what_is_no_choice_is_refused_with_the_choices():
    with pytest.raises(ValueError, match="'PATCH' is not one of GET, POST"):
        converter(Literal["GET", "POST"] | None)("PATCH")


@pytest.mark.parametrize(("kind", "typed", "value"), [(int, "7", 7), (str, "7", "7")])
def test_a_word_is_taken_as_its_type(kind, typed, value):
    assert converter(list[kind] | None)(typed) == value


def test_what_is_no_number_is_refused():
    with pytest.raises(ValueError, match="'x' is not a whole number"):
        converter(int)("x")
