import json

from hypothesis import given
from hypothesis import strategies as st

from qovery_cli.output.json_format import line, pretty


def test_pretty_is_indented_and_keeps_letters():
    assert pretty({"name": "Zoë"}) == '{\n  "name": "Zoë"\n}\n'


def test_a_line_is_compact():
    assert line({"a": [1, None]}) == '{"a":[1,null]}\n'


def test_ascii_only_escapes_letters():
    assert line("Zoë", ascii_only=True) == '"Zo\\u00eb"\n'


def test_a_lone_surrogate_is_escaped():
    assert line("\ud800") == '"\\ud800"\n'


def test_control_characters_are_escaped():
    assert line("\x1b[31m\x9b\x7f\u202eé") == '"\\u001b[31m\\u009b\\u007f\\u202eé"\n'


def test_a_delete_character_is_escaped_in_ascii_too():
    assert line("\x7f") == '"\\u007f"\n'


@given(st.text())
def test_any_text_round_trips(text):
    assert json.loads(line(text)) == text
    assert json.loads(pretty([text])) == [text]
    pretty(text).encode()
