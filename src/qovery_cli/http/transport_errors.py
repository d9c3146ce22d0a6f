"""Convert httpx exceptions to failures of a request."""

from collections.abc import Iterator

from qovery_cli.http.receive import CONNECT_TIMEOUT, RefusedAnswerError, TooLargeError
from qovery_cli.http.retry import Failure, FailureKind


def timeout_failure(limit: float, *, sent: bool) -> Failure:
    """Return the failure of a request that timed out; ``sent`` if it may have arrived."""
    if sent:
        return Failure(FailureKind.TIMED_OUT, f"no complete response within {limit:.3g} s")
    return Failure(FailureKind.UNSENT, f"no connection within {limit:.3g} s")


def to_failure(error: Exception, timeout: float) -> Failure:
    """Convert an exception of httpx to the failure of the request."""
    import httpx

    if isinstance(error, httpx.ConnectTimeout | httpx.PoolTimeout):
        return timeout_failure(min(CONNECT_TIMEOUT, timeout), sent=False)
    if isinstance(error, httpx.TimeoutException):
        return timeout_failure(timeout, sent=True)
    if isinstance(error, RefusedAnswerError):
        kind = FailureKind.TOO_LARGE if isinstance(error, TooLargeError) else FailureKind.UNREADABLE
        return Failure(kind, str(error))
    if isinstance(error, httpx.ProxyError):
        return Failure(FailureKind.UNSENT, "rejected by the proxy", proxy=True)
    if isinstance(error, httpx.ConnectError):
        return _no_connection(error)
    unusable = (httpx.LocalProtocolError, httpx.UnsupportedProtocol, httpx.InvalidURL, UnicodeError)
    if isinstance(error, unusable):
        return Failure(FailureKind.UNUSABLE, "invalid URL or header")
    return Failure(FailureKind.UNKNOWN, "connection closed before the response was complete")


def _no_connection(error: Exception) -> Failure:
    import socket
    import ssl

    causes = tuple(_causes(error))
    for cause in causes:
        if isinstance(cause, ssl.SSLCertVerificationError):
            reason = cause.verify_message or "invalid certificate"
            return Failure(FailureKind.UNTRUSTED, reason.rstrip("."))
        if isinstance(cause, ssl.SSLError):
            reason = (cause.reason or "handshake failed").replace("_", " ").lower()
            return Failure(FailureKind.UNTRUSTED, reason)
        if isinstance(cause, socket.gaierror):
            return Failure(FailureKind.UNSENT, "unknown host name")
        if isinstance(cause, ConnectionRefusedError):
            return Failure(FailureKind.UNSENT, "connection refused")
    os_error = next(
        (cause for cause in causes if isinstance(cause, OSError) and cause.strerror), None
    )
    return Failure(
        FailureKind.UNSENT, (os_error.strerror or "").lower() if os_error else "no connection"
    )


def _causes(error: BaseException | None) -> Iterator[BaseException]:
    seen: set[int] = set()
    while error is not None and id(error) not in seen:
        seen.add(id(error))
        yield error
        error = error.__cause__ or error.__context__
