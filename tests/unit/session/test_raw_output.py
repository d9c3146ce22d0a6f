"""Bodies that are streamed to stdout."""

import io
import json
from types import SimpleNamespace

import pytest

from qovery_cli.output.terminal import Terminal
from qovery_cli.session import raw_output
from qovery_cli.session.raw_output import reshapes_output, write_body, write_chunks


class Bytes(io.BytesIO):
    """A stdout that keeps its bytes."""

    def isatty(self):
        return False


class Session:
    """A session that keeps the data that it shows and the bytes on its stdout."""

    def __init__(self, *, interactive=False):
        self.raw, self.screen = Bytes(), io.StringIO()
        stdout = self.screen if interactive else io.TextIOWrapper(self.raw, write_through=True)
        if interactive:
            stdout.isatty = lambda: True
        self.terminal = Terminal.of({}, None, stdout, io.StringIO())
        self.shown = []
        self.show_raw = self.shown.append


def body(*chunks, content_type="application/json"):
    return SimpleNamespace(headers={"content-type": content_type}, chunks=lambda: iter(chunks))


@pytest.mark.parametrize(
    "content_type", ["", "application/json", "APPLICATION/JSON; charset=utf-8", "text/x+json"]
)
def test_json_is_formatted(content_type):
    session = Session()
    write_body(session, body(b'{"a":', b" 1}", content_type=content_type))
    assert session.shown == [{"a": 1}]
    assert session.raw.getvalue() == b""


def test_byte_order_mark_of_json_is_ignored():
    session = Session()
    write_body(session, body(b"\xef\xbb\xbf[1]"))
    assert session.shown == [[1]]


@pytest.mark.parametrize("content", [b"{not json", b"\xff\xfe", b'"text"', b"7", b"[" * 100_000])
def test_anything_but_an_object_or_a_list_is_written_unchanged(content):
    session = Session()
    write_body(session, body(content[:3], content[3:]))
    assert session.raw.getvalue() == content
    assert session.shown == []


def test_other_types_are_not_parsed():
    session = Session()
    write_body(session, body(b"[1,", b"2]", content_type="text/plain"))
    assert (session.raw.getvalue(), session.shown) == (b"[1,2]", [])


@pytest.mark.parametrize("size", [-1, 0, 1])
def test_long_json_is_written_unchanged(monkeypatch, size):
    content = json.dumps({"a": "x" * 50}).encode()
    monkeypatch.setattr(raw_output, "FORMATTED", len(content) + size)
    session = Session()
    write_body(session, body(content[:20], content[20:40], content[40:]))
    if size >= 0:
        assert session.shown == [json.loads(content)]
    else:
        assert session.raw.getvalue() == content


def test_binary_content_is_written_byte_for_byte():
    session = Session()
    write_chunks(session, [b"\x00\xff", b"\x1b[31m"])
    assert session.raw.getvalue() == b"\x00\xff\x1b[31m"


def test_terminal_gets_no_control_sequences_and_whole_characters():
    session = Session(interactive=True)
    write_chunks(session, ["é".encode()[:1], "é".encode()[1:] + b"\x1b[31mred", b"\xc3"])
    shown = session.screen.getvalue()
    assert "\x1b" not in shown
    assert shown.startswith("é")
    assert shown.endswith("\ufffd")


@pytest.mark.parametrize(
    ("shared", "reshapes"),
    [
        ({}, False),
        ({"output": "json"}, False),
        ({"output": None}, False),
        ({"output": "yaml"}, True),
        ({"output": "table"}, True),
        ({"query": "a"}, True),
        ({"columns": "a"}, True),
        ({"filter": ["a=1"]}, True),
        ({"sort_by": "a"}, True),
    ],
)
def test_options_that_need_the_whole_response(shared, reshapes):
    session = SimpleNamespace(flags=SimpleNamespace(shared=shared))
    assert reshapes_output(session) is reshapes
