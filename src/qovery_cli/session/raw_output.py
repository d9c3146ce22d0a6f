"""Stream the body of a response to stdout in constant memory."""

import codecs
import json
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import TYPE_CHECKING, Any, Final

from qovery_cli.output.sanitize import clean

if TYPE_CHECKING:
    from qovery_cli.http.stream import Stream
    from qovery_cli.session.session import Session

#: Maximum bytes of a JSON response that is formatted; a longer one is written unchanged.
FORMATTED: Final = 16 * 1024**2


def reshapes_output(session: "Session") -> bool:
    """Return True if an output option needs the whole response to be parsed."""
    shared = session.flags.shared
    options = ("query", "columns", "filter", "sort_by")
    return any(shared.get(name) for name in options) or shared.get("output") not in {None, "json"}


def write_body(session: "Session", answer: "Stream") -> None:
    """Write a body to stdout: JSON formatted, anything else byte for byte.

    On a terminal, control sequences are removed.
    """
    chunks = answer.chunks()
    if _is_json(answer.headers.get("content-type", "")):
        buffer, is_complete = _read_up_to_limit(chunks)
        data = _decode(b"".join(buffer)) if is_complete else None
        if isinstance(data, dict | list):
            session.show_raw(data)
            return
        chunks = chain(buffer, chunks)
    write_chunks(session, chunks)


def write_chunks(session: "Session", chunks: Iterable[bytes]) -> None:
    """Write bytes to stdout, on a terminal as text without control sequences."""
    terminal = session.terminal
    if not terminal.interactive_out:
        for chunk in chunks:
            terminal.write_bytes(chunk)
        return
    decoder = codecs.getincrementaldecoder("utf-8")("replace")
    for chunk in chunks:
        terminal.write(clean(decoder.decode(chunk)))
    terminal.write(clean(decoder.decode(b"", final=True)))


def _is_json(content_type: str) -> bool:
    name = content_type.partition(";")[0].strip().lower()
    return name in {"", "application/json"} or name.endswith("+json")


def _read_up_to_limit(chunks: Iterator[bytes]) -> tuple[list[bytes], bool]:
    """Return the chunks up to FORMATTED bytes, and True if the body has no more."""
    buffer: list[bytes] = []
    size = 0
    for chunk in chunks:
        buffer.append(chunk)
        size += len(chunk)
        if size > FORMATTED:
            return buffer, False
    return buffer, True


def _decode(content: bytes) -> Any:
    try:
        return json.loads(content.removeprefix(b"\xef\xbb\xbf"))
    except (ValueError, RecursionError):
        return None
