import pytest
from hypothesis import given
from hypothesis import strategies as st

from qovery_cli.output.sanitize import clean, one_line


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("\x1b[31mred\x1b[0m", "red"),
        ("\x1b[2J\x1b[1;1Hgone", "gone"),
        ("\x9b31mred", "red"),
        ("\x1b]0;title\x07name", "name"),
        ("\x1b]8;;https://evil.test\x1b\\link\x1b]8;;\x1b\\", "link"),
        ("\x9d0;title\x9cname", "name"),
        ("\x1bPq payload\x1b\\after", "after"),
        ("\x1bcreset", "reset"),
        ("\x1b(0lines", "lines"),
        ("bell\x07 back\x08 del\x7f nul\x00", "bell back del nul"),
        ("user\u202egnp.exe", r"user\u202egnp.exe"),
        ("\u2066isolated\u2069", r"\u2066isolated\u2069"),
        ("pay\u200bpal", r"pay\u200bpal"),
        ("a\u2063b\ufeff", r"a\u2063b\ufeff"),
        ("x\U000e0041", r"x\U000e0041"),
        ("a\u2028b\x85c", "abc"),
        ("\x1b", ""),
    ],
)
def test_control_sequences_are_removed_and_hiding_characters_escaped(text, seen):
    assert clean(text) == seen


def test_an_unfinished_sequence_does_not_swallow_the_text():
    assert clean("\x1b]0;all of this stays") == "0;all of this stays"


def test_nested_sequences_leave_no_escape():
    assert "\x1b" not in clean("\x1b\x1b[31m[31mred")


def test_lines_and_tabs_stay():
    assert clean("one\ttab\nline") == "one\ttab\nline"


def test_windows_line_breaks_become_plain_ones():
    assert clean("one\r\ntwo") == "one\ntwo"


def test_a_carriage_return_cannot_overwrite_the_line():
    assert clean("safe\revil") == "safeevil"


def test_joined_emoji_stay_joined():
    assert clean("👩\u200d💻") == "👩\u200d💻"


def test_breaks_and_tabs_become_visible_on_one_line():
    assert one_line("a\tb\nc\r\nd") == "a\\tb\\nc\\nd"


@given(st.text())
def test_one_line_is_one_line_without_controls(text):
    seen = one_line(text)
    assert len(seen.splitlines()) <= 1
    assert not any(ord(c) < 32 or 127 <= ord(c) < 160 for c in seen)


def test_many_unfinished_sequences_take_no_time():
    assert clean("\x1b]" * 200_000) == ""
