"""Tests of text input: UTF-8 in every locale, without byte order mark, otherwise unchanged."""

import pytest

from qovery_cli.body.text_input import (
    decode,
    decode_variable,
    read_bytes,
    read_text,
    without_line_end,
)
from qovery_cli.errors import UsageError

CERTIFICATE = b"-----BEGIN-----\r\nabc \r\n\tdef\n\n-----END-----\n"


def refusal(call, *arguments):
    with pytest.raises(UsageError) as caught:
        call(*arguments)
    return caught.value


@pytest.mark.parametrize("data", [CERTIFICATE, "é€😀\u2028".encode(), b"", b" \n", b"\r\r\n"])
def test_text_is_kept_byte_for_byte(data):
    assert decode(data, "stdin").encode() == data


def test_a_leading_byte_order_mark_is_dropped_and_a_later_one_is_kept():
    assert decode(b"\xef\xbb\xbfa\xef\xbb\xbf", "stdin") == "a\ufeff"


@pytest.mark.parametrize(
    ("data", "position"),
    [
        (b"\xff", "line 1, column 1"),
        ("aé".encode() + b"\xe9", "line 1, column 3"),
        (b"a\nb\nc\xc3", "line 3, column 2"),
        (b"\xef\xbb\xbfa\xe9", "line 1, column 2"),
        (b"\xed\xa0\x80", "line 1, column 1"),
    ],
)
def test_bytes_that_are_not_utf_8_are_refused_with_their_position(data, position):
    error = refusal(decode, data, "'cert.pem'")
    assert error.message == f"'cert.pem' is not valid UTF-8 ({position})."
    assert "iconv" in error.hint


def test_invalid_bytes_are_not_shown():
    error = refusal(decode, b"hunter2\xff", "stdin")
    assert "hunter2" not in f"{error.message} {error.hint} {error.detail}"


def test_utf_16_is_recognized():
    for encoding in ("utf-16", "utf-16-be"):
        data = "\ufeffA=1".encode(encoding) if encoding.endswith("be") else "A=1".encode(encoding)
        assert "UTF-16" in refusal(decode, data, "stdin").hint


def test_a_nul_character_is_refused():
    message = refusal(decode, b"A=1\nB=\x002", "stdin").message
    assert message == "stdin contains a NUL character (line 2, column 3)."


@pytest.mark.parametrize(
    ("text", "value"),
    [("a\n", "a"), ("a\r\n", "a"), ("a\n\n", "a\n"), ("a\r", "a\r"), ("a ", "a "), ("\n", "")],
)
def test_one_line_end_is_dropped_after_a_single_value(text, value):
    assert without_line_end(text) == value


def test_file_is_read_unchanged(tmp_path):
    file = tmp_path / "cert.pem"
    file.write_bytes(b"\xef\xbb\xbf" + CERTIFICATE)
    assert read_bytes(str(file)) == b"\xef\xbb\xbf" + CERTIFICATE
    assert read_text(str(file)).encode() == CERTIFICATE


def test_the_home_directory_may_be_a_tilde(tmp_path, monkeypatch):
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    (tmp_path / "key.txt").write_bytes(b"k")
    assert read_text("~/key.txt") == "k"


def test_unreadable_file_is_reported_with_its_option(tmp_path):
    assert refusal(read_bytes, "no.txt").message == "File 'no.txt' does not exist."
    assert (
        refusal(read_bytes, "no.txt", "--value").message == "--value: file 'no.txt' does not exist."
    )
    assert "cannot be read" in refusal(read_text, str(tmp_path)).message
    assert "cannot be read" in refusal(read_text, "a\0b").message
    (tmp_path / "bad").write_bytes(b"\xff")
    assert refusal(read_text, str(tmp_path / "bad"), "--value").message.startswith("--value: '")


def test_variable_is_utf_8_in_any_locale():
    assert decode_variable("café", "CANARY") == "café"
    assert "CANARY is not valid UTF-8" in refusal(decode_variable, "caf\udce9", "CANARY").message
