import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from qovery_cli.output.yaml_format import dumps


def test_keys_keep_their_order_and_nothing_is_in_braces():
    assert dumps({"b": {"a": [1, True, None]}, "a": []}) == (
        "b:\n  a:\n  - 1\n  - true\n  - null\na: []\n"
    )


@pytest.mark.parametrize(
    "text",
    ["yes", "no", "on", "y", "N", "null", "~", "true", "8080", "08", "1.5", "1e3", "0x1F", "0o17",
     "1:20", "2024-01-01", ".5", "+1", "1_000", "", "=", "<<", ".inf"],
)  # fmt: skip
def test_text_that_looks_like_something_else_is_quoted(text):
    assert dumps({"value": text}) == f"value: '{text}'\n"


@pytest.mark.parametrize("text", ["api", "v1.2.3", "main", "a b", "10.0.0.1/8", "Zoë", "🚀 prod"])
def test_plain_text_stays_plain(text):
    assert yaml.safe_load(dumps({"value": text}))["value"] == text
    assert dumps({"value": text}) == f"value: {text}\n"


def test_lines_are_a_block():
    assert dumps({"script": "one\ntwo\n"}) == "script: |\n  one\n  two\n"


def test_long_text_is_not_folded():
    assert dumps("word " * 100 + "end").count("\n") == 1


def test_equal_objects_are_written_twice():
    shared = {"a": 1}
    assert dumps([shared, shared]) == "- a: 1\n- a: 1\n"


def test_control_characters_are_escaped():
    assert dumps({"a": "\x1b[31m", "b": "\u202ex\x9b"}) == 'a: "\\e[31m"\nb: "\\u202Ex\\x9B"\n'


def test_a_lone_surrogate_is_escaped():
    assert dumps({"a": "\ud800"}) == 'a: "\\uD800"\n'


def test_ascii_only_escapes_letters():
    assert dumps({"a": "Zoë 🚀"}, ascii_only=True).isascii()


@pytest.mark.parametrize("data", ["abc", 1, None, True, "a\nb", "...\n", "---"])
def test_a_value_alone_is_a_document(data):
    assert yaml.safe_load(dumps(data)) == data


json_data = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=8,
)


@settings(deadline=None)
@given(json_data, st.booleans())
def test_all_data_comes_back_as_it_was(data, ascii_only):
    text = dumps(data, ascii_only=ascii_only)
    assert yaml.safe_load(text) == data
    assert "\x1b" not in text
