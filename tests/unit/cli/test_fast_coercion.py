from typing import Literal

import pytest

from qovery_cli.cli.fast_coercion import converter


@pytest.mark.parametrize("typed", ["GET", "get", "Get"])
def test_choice_is_case_insensitive(typed):
    assert converter(Literal["GET", "POST"])(typed) == "GET"


def test_invalid_choice_error_lists_the_choices():
    with pytest.raises(ValueError, match="'PATCH' is not one of GET, POST"):
        converter(Literal["GET", "POST"] | None)("PATCH")


@pytest.mark.parametrize(("kind", "typed", "value"), [(int, "7", 7), (str, "7", "7")])
def test_word_is_converted_to_its_type(kind, typed, value):
    assert converter(list[kind] | None)(typed) == value


def test_invalid_integer_is_rejected():
    with pytest.raises(ValueError, match="'x' is not an integer"):
        converter(int)("x")
