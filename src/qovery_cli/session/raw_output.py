"""Write the body of an answer to stdout as it comes, in constant memory."""

import codecs
import json
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import TYPE_CHECKING, Any, Final

from qovery_cli.output.sanitize import clean

if TYPE_CHECKING:
    from qovery_cli.http.stream import Stream
    from qovery_cli.session.session import Session

#: Bytes of a JSON answer that are held to be formatted; a longer one is written as it comes.
FORMATTED: Final = 16 * 1024**2


def reshapes_output(session: "Session") -> bool:
    """Return whether an option asks for another shape of the output than what the API sends."""
    shared = session.flags.shared
    options = ("query", "columns", "filter", "sort_by")
    return any(shared.get(name) for name in options) or shared.get("output") not in {None, "json"}


def write_body(session: "Session", answer: "Stream") -> None:
    """Write a body: JSON formatted, anything else byte for byte.

    On a terminal, text is written without what could steer it.
    """
    chunks = answer.chunks()
    if _is_json(answer.headers.get("content-type", "")):
        held, is_whole = _hold(chunks)
        data = _decoded(b"".join(held)) if is_whole else None
        if isinstance(data, dict | list):
            session.show_raw(data)
            return
        chunks = chain(held, chunks)
    write_chunks(session, chunks)


def write_chunks(session: "Session", chunks: Iterable[bytes]) -> None:
    """Write bytes to stdout, on a terminal as text that cannot steer it."""
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


def _hold(chunks: Iterator[bytes]) -> tuple[list[bytes], bool]:
    """Return the chunks up to the limit, and whether they are all."""
    held: list[bytes] = []
    size = 0
    for chunk in chunks:
        held.append(chunk)
        size += len(chunk)
        if size > FORMATTED:
            return held, False
    return held, True


def _decoded(content: bytes) -> Any:
    try:
        return json.loads(content.removeprefix(b"\xef\xbb\xbf"))
    except (ValueError, RecursionError):
        return None
