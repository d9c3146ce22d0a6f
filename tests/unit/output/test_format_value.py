import pytest

from qovery_cli.output.dotted_path import MISSING
from qovery_cli.output.format_value import Cell, CellStyle, plain, state_cell, writer

PIPE = CellStyle()
FILE = CellStyle(exact=True)
NOW = 1795435200.0
PERSON = CellStyle(interactive=True, coloured=True, now=NOW)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("api", "api"),
        ("", "-"),
        (None, "-"),
        (MISSING, "-"),
        (True, "yes"),
        (False, "no"),
        (0, "0"),
        (1.5, "1.5"),
        (["a", "b"], "a, b"),
        ([], "-"),
        ({}, "-"),
        ({"id": "1", "name": "main"}, "main"),
        ({"id": "1", "name": None}, "1"),
        ({"key": "PORT", "id": "1"}, "PORT"),
        ({"min": 1, "max": None}, "min=1, max=-"),
        ({"min": {"cpu": 1}}, '{"min":{"cpu":1}}'),
        ([{"name": "p80"}, {"name": "p443"}], "p80, p443"),
        ("two\nlines", "two\\nlines"),
        ("\x1b[31mred", "red"),
        ({"name": "\x1b[31mred\n"}, "red\\n"),
        ({"text": "a\x1b[31mb"}, "text=ab"),
    ],
)
def test_a_value_is_one_line_of_text(value, text):
    assert plain(value, PIPE) == text


@pytest.mark.parametrize(
    ("value", "text"), [(None, ""), ([], ""), (True, "true"), (False, "false")]
)
def test_a_file_of_values_keeps_them_exact(value, text):
    assert plain(value, FILE) == text


def test_backslashes_are_doubled_where_escapes_are_read():
    assert plain("C:\\new\nline", CellStyle(escaped=True)) == "C:\\\\new\\nline"


@pytest.mark.parametrize(
    ("state", "text", "style"),
    [
        ("RUNNING", "✓ RUNNING", "green"),
        ("DEPLOYED", "✓ DEPLOYED", "green"),
        ("BUILD_ERROR", "✗ BUILD_ERROR", "red"),
        ("DEPLOYING", "● DEPLOYING", "cyan"),
        ("QUEUED", "… QUEUED", "cyan"),
        ("STOPPED", "○ STOPPED", "dim"),
        ("CANCELED", "⊘ CANCELED", "yellow"),
        ("UNAVAILABLE", "? UNAVAILABLE", "yellow"),
        ("TELEPORTING", "● TELEPORTING", "cyan"),
        ("TELEPORT_ERROR", "✗ TELEPORT_ERROR", "red"),
        ("UP_TO_DATE", "UP_TO_DATE", ""),
    ],
)
def test_a_state_has_a_sign_besides_its_colour(state, text, style):
    assert state_cell(state, PERSON) == Cell(text, style)


def test_every_sign_has_a_form_in_ascii():
    look = CellStyle(interactive=True, unicode=False)
    states = ["RUNNING", "BUILD_ERROR", "DEPLOYING", "QUEUED", "STOPPED", "CANCELED", "UNAVAILABLE"]
    signs = [state_cell(state, look).text.split()[0] for state in states]
    assert signs == ["+", "x", "*", ".", "o", "/", "?"]


def test_piped_state_has_no_sign():
    assert state_cell("RUNNING", PIPE) == Cell("RUNNING")


def test_a_coloured_pipe_gets_the_sign_too():
    assert state_cell("RUNNING", CellStyle(coloured=True)).text == "✓ RUNNING"


@pytest.mark.parametrize("value", [None, 200, ["RUNNING"], {"code": 1}])
def test_state_that_is_not_a_string_is_plain(value):
    assert state_cell(value, PERSON) == Cell(plain(value, PERSON))


def test_an_object_with_a_state_is_that_state():
    assert state_cell({"id": "1", "state": "RUNNING"}, PERSON).text == "✓ RUNNING"


@pytest.mark.parametrize("path", ["state", "status", "status.state", "last_deployment_state"])
def test_fields_of_these_names_are_states(path):
    assert writer(path, PERSON)("RUNNING").text == "✓ RUNNING"


def test_other_fields_are_no_states():
    assert writer("name", PERSON)("RUNNING").text == "RUNNING"


def test_terminal_timestamp_is_relative():
    assert writer("updated_at", PERSON)("2026-11-23T09:00:00Z").text == "3 h ago"


def test_piped_timestamp_is_unchanged():
    assert writer("updated_at", PIPE)("2026-11-23T09:00:00.123456789Z").text == (
        "2026-11-23T09:00:00.123456789Z"
    )


def test_piped_epoch_number_is_rfc3339():
    assert writer("created_at", PIPE)(1795435200000).text == "2026-11-23T12:00:00Z"


def test_invalid_timestamp_is_shown_unchanged():
    assert writer("updated_at", PERSON)("soon").text == "soon"


def test_timestamp_can_have_seconds(monkeypatch):
    monkeypatch.setattr("qovery_cli.output.format_value.local", lambda when: f"{when:%H:%M:%S}")
    spell = writer("created_at", PERSON, to_the_second=True)
    assert spell("2026-11-23T09:00:01Z").text == "09:00:01"


@pytest.mark.parametrize(
    ("look", "text"), [(PIPE, "08:30"), (PERSON, "08:30"), (CellStyle(exact=True), None)]
)
def test_rule_times_show_the_time_of_day(look, text):
    moment = "1970-01-01T08:30:00.000Z"
    assert writer("start_time", look)(moment).text == (text or moment)


def test_a_time_with_a_day_keeps_it():
    assert writer("stop_time", PIPE)("2026-11-23T08:30:00Z").text == "2026-11-23T08:30:00Z"


@pytest.mark.parametrize("hiding", ["\u200b", "\u2063", "\u202e", "\U000e0041"])
def test_invisible_characters_are_escaped_on_terminals_only(hiding):
    text = f"a{hiding}b"
    assert plain(text, CellStyle()) == text
    shown = plain(text, CellStyle(interactive=True))
    assert hiding not in shown
    assert shown.encode().decode("unicode_escape") == text
