"""Receive a response: complete up to a size limit, or headers first and the body in chunks."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from qovery_cli.http.retry import RawResponse
from qovery_cli.http.time_limit import Attempt

if TYPE_CHECKING:
    import httpx

#: Default limit of a decompressed response in memory, in bytes.
MAX_ANSWER = 256 * 1024**2

#: Timeout for establishing a connection, in seconds.
CONNECT_TIMEOUT = 10.0

#: httpx decompresses each chunk of 64 KiB at once. With one of these encodings that yields at most
#: 64 MiB; other encodings, or several in a row, can exceed the memory.
_ENCODINGS = frozenset({"", "identity", "gzip", "deflate"})


class RefusedAnswerError(Exception):
    """A response that cannot be read into memory safely; the message is a clause."""


class TooLargeError(RefusedAnswerError):
    """A response that is larger than the limit."""


def receive(
    client: "httpx.Client",
    outgoing: "httpx.Request",
    attempt: Attempt[RawResponse],
    max_size: int,
    *,
    stream: bool,
) -> RawResponse:
    """Send a request and return the response; with ``stream``, a 2xx has its body unread.

    Raises the errors of httpx, TooLargeError for a response of more than ``max_size`` decompressed
    bytes, RefusedAnswerError for an encoding that could decompress to any size at once.
    """
    import httpx

    response = client.send(outgoing, stream=True)
    is_left_open = stream and response.is_success
    try:
        attempt.checkpoint(committing=True)
        if response.status_code == httpx.codes.PROXY_AUTHENTICATION_REQUIRED:
            # httpx itself raises this only if the proxy was to open a tunnel.
            raise httpx.ProxyError("authentication required")
        if response.headers.get("content-encoding", "").strip().lower() not in _ENCODINGS:
            raise RefusedAnswerError("the response has an unsupported compression")
        content = b"" if is_left_open else b"".join(_chunks(response, attempt, max_size))
    except BaseException:
        response.close()
        raise
    if not is_left_open:
        response.close()
    body = response if is_left_open else None
    return RawResponse(response.status_code, dict(response.headers), content, body)


def _chunks(
    response: "httpx.Response", attempt: Attempt[RawResponse], max_size: int
) -> Iterator[bytes]:
    size = 0
    for chunk in response.iter_bytes():
        attempt.checkpoint()
        size += len(chunk)
        if size > max_size:
            raise TooLargeError(f"the response is larger than {size_text(max_size)}")
        yield chunk


def size_text(size: int) -> str:
    """Format a size in bytes, such as ``256 MiB``."""
    for power, unit in ((3, "GiB"), (2, "MiB"), (1, "KiB")):
        if size >= 1024**power and size % 1024**power == 0:
            return f"{size // 1024**power} {unit}"
    return f"{size} bytes"
