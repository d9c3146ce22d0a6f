import pytest

from qovery_cli.body.json_text import TextError, loads


def refusal(text):
    with pytest.raises(TextError) as caught:
        loads(text)
    return caught.value


def test_json_comes_out_as_it_is():
    assert loads('{"a": [1, 2.5, null, true, "x"]}') == {"a": [1, 2.5, None, True, "x"]}


def test_a_fault_is_placed_by_line_and_column():
    error = refusal('{\n  "a": 1,,\n}')
    assert (error.line, error.column) == (2, 10)


def test_a_key_given_twice_is_refused_at_the_second():
    error = refusal('{"a": 1,\n "a": 2}')
    assert error.problem == "the key 'a' is given twice"
    assert error.line == 2


@pytest.mark.parametrize("text", ["NaN", "[Infinity]", "-Infinity", "1e999", "9" * 5000])
def test_numbers_that_cannot_be_sent_again_are_refused(text):
    assert "number" in refusal(text).problem


def test_half_a_character_is_refused():
    assert "not text" in refusal('"\\ud800"').problem


@pytest.mark.parametrize("depth", [101, 100_000])
def test_nesting_without_end_is_refused(depth):
    assert "nested" in refusal("[" * depth + "]" * depth).problem
