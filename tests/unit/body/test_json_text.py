import pytest

from qovery_cli.body.json_text import TextError, loads


def refusal(text):
    with pytest.raises(TextError) as caught:
        loads(text)
    return caught.value


def test_valid_json_is_parsed():
    assert loads('{"a": [1, 2.5, null, true, "x"]}') == {"a": [1, 2.5, None, True, "x"]}


def test_error_has_line_and_column():
    error = refusal('{\n  "a": 1,,\n}')
    assert (error.line, error.column) == (2, 10)


def test_duplicate_key_is_rejected():
    error = refusal('{"a": 1,\n "a": 2}')
    assert error.problem == "duplicate key 'a'"
    assert error.line == 2


@pytest.mark.parametrize("text", ["NaN", "[Infinity]", "-Infinity", "1e999", "9" * 5000])
def test_non_json_numbers_are_rejected(text):
    assert "number" in refusal(text).problem


def test_lone_surrogate_is_rejected():
    assert "invalid UTF-8" in refusal('"\\ud800"').problem


@pytest.mark.parametrize("depth", [101, 100_000])
def test_deep_nesting_is_rejected(depth):
    assert "nested" in refusal("[" * depth + "]" * depth).problem
