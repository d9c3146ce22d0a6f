"""Receive an answer: whole up to a size limit, or its head first and the body in chunks."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from qovery_cli.http.retry import RawResponse
from qovery_cli.http.time_limit import Attempt

if TYPE_CHECKING:
    import httpx

#: Bytes that an answer may have in memory when unpacked, unless a setting says otherwise.
MAX_ANSWER = 256 * 1024**2

#: Seconds that establishing a connection may take.
CONNECT_TIMEOUT = 10.0

#: httpx unpacks each chunk of 64 KiB at once. With these, used once, that is 64 MiB at most;
#: other compressions, and several in a row, can unpack a chunk to more than memory holds.
_ENCODINGS = frozenset({"", "identity", "gzip", "deflate"})


class RefusedAnswerError(Exception):
    """The answer cannot be read into memory safely; the message is a clause that says why."""


class TooLargeError(RefusedAnswerError):
    """The answer is larger than the limit."""


def receive(
    client: "httpx.Client",
    outgoing: "httpx.Request",
    attempt: Attempt[RawResponse],
    max_size: int,
    *,
    stream: bool,
) -> RawResponse:
    """Send a request and return the answer; with ``stream`` a 2xx with its body still to be read.

    Raises what httpx raises, TooLargeError for an answer of more than ``max_size`` bytes when
    unpacked, RefusedAnswerError for one that could unpack to any size at once.
    """
    import httpx

    response = client.send(outgoing, stream=True)
    is_left_open = stream and response.is_success
    try:
        attempt.checkpoint(committing=True)
        if response.status_code == httpx.codes.PROXY_AUTHENTICATION_REQUIRED:
            # httpx raises this itself where the proxy was to make a tunnel.
            raise httpx.ProxyError("it wants a password")
        if response.headers.get("content-encoding", "").strip().lower() not in _ENCODINGS:
            raise RefusedAnswerError("the answer is compressed in a way that was not asked for")
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
            from qovery_cli.http.answer_size import size_text

            raise TooLargeError(f"the answer is larger than {size_text(max_size)}")
        yield chunk
