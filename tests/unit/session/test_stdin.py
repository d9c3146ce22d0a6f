"""Standard input is read once, as bytes or as text."""

import pytest

from qovery_cli.errors import UsageError
from qovery_cli.session.stdin import StandardInput


def test_bytes_and_text():
    assert StandardInput(lambda: b"\xff\r\n").read_bytes("--input") == b"\xff\r\n"
    assert StandardInput(lambda: b"\xef\xbb\xbfa\r\n").read_text("--file") == "a\r\n"


def test_a_second_reader_is_refused():
    stdin = StandardInput(lambda: b"a")
    stdin.read_text("--file")
    with pytest.raises(UsageError, match="--value - and --file -"):
        stdin.read_text("--value")


def test_input_that_cannot_be_read_is_an_error():
    def broken():
        raise IsADirectoryError(21, "Is a directory")

    with pytest.raises(UsageError, match="Is a directory"):
        StandardInput(broken).read_bytes("--file")


def test_text_that_is_not_utf_8_is_named():
    with pytest.raises(UsageError, match="Standard input is not valid UTF-8"):
        StandardInput(lambda: b"\xff").read_text("--file")
