"""The one HTTP client of the process: it sends a request once and says what came of it.

httpx is imported by the first request, never by importing this module.
"""

import sys
from collections.abc import Generator, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import partial
from math import inf
from threading import Lock
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from qovery_cli.api.request import Request
from qovery_cli.api.retry import Failure, Fate, Reply
from qovery_cli.api.time_limit import Attempt
from qovery_cli.config.valid import is_loopback
from qovery_cli.errors import UnavailableError, UsageError

if TYPE_CHECKING:
    import ssl

    import httpx

#: Seconds that establishing a connection may take.
CONNECT_TIMEOUT = 10.0

#: What httpx loads where it is there, and does without where it is not: its own command line
#: (with click, rich and pygments 34 of 85 ms), and what only asynchronous clients use.
_OPTIONAL = ("httpx._main", "anyio", "trio")


@contextmanager
def without_extras() -> Generator[None, None, None]:
    """Keep httpx, while it is imported and opens a client, from what no client of ours needs.

    None in sys.modules makes an import fail, which httpx answers as it does where the extra is
    not installed. An httpx that needs its command line after all is imported as it wants to be.
    """
    halted = [name for name in _OPTIONAL if name not in sys.modules]
    for name in halted:
        sys.modules[name] = None  # type: ignore[assignment]  # the documented way to halt an import
    try:
        import httpx  # noqa: F401
    except ImportError:
        _let(halted)
    try:
        yield
    finally:
        _let(halted)


def _let(names: Sequence[str]) -> None:
    """Let modules be imported again."""
    for name in names:
        if name in sys.modules and sys.modules[name] is None:
            del sys.modules[name]


class Network:
    """Connections to the API, opened with the first request; safe to use from many threads."""

    def __init__(
        self, base_url: str, timeout: float, ca_bundle: str | None, transport: Any | None
    ) -> None:
        self._base_url = base_url
        self._timeout = timeout
        self._ca_bundle = ca_bundle
        self._transport = transport
        self._lock = Lock()
        self._client: httpx.Client | None = None
        self._closed = False

    def exchange(
        self, request: Request, headers: dict[str, str], seconds: float = inf
    ) -> Reply | Failure:
        """Send a request once and return the answer, or why there is none.

        ``seconds`` shortens the time limit. The limit is one for everything: look-up of the host,
        connecting, sending, the head and the body of the answer. Raises UsageError if
        certificates or proxies are set to something unusable.
        """
        client = self._opened()
        import httpx

        limit = min(self._timeout, seconds)
        if limit <= 0:
            return Failure(Fate.UNSENT, "no time was left to send it")
        attempt: Attempt[Reply] = Attempt()
        try:
            outgoing = client.build_request(
                request.method,
                request.full_url,
                content=request.payload,
                headers=headers,
                timeout=httpx.Timeout(limit, connect=min(CONNECT_TIMEOUT, limit)),
                extensions={"trace": partial(_before_sending, attempt)},
            )
            # httpx limits each read, so that an answer which trickles in would never end.
            return attempt.run(partial(_answered, client, outgoing, attempt), limit)
        except (httpx.RequestError, httpx.InvalidURL, UnicodeError) as error:
            return failure_of(error, limit)
        except TimeoutError:
            return _out_of_time(limit, sent=attempt.committed)

    def close(self) -> None:
        """Close the connections for good: threads that nobody waits for may still want some."""
        with self._lock:
            self._closed = True
            if self._client is not None:
                self._client.close()
                self._client = None

    def _opened(self) -> "httpx.Client":
        with self._lock:
            if self._closed:
                raise UnavailableError("The connections to the API are closed.")
            if self._client is None:
                self._client = self._open()
            return self._client

    def _open(self) -> "httpx.Client":
        from qovery_cli.api.tls import context_for

        with without_extras():
            verify = True if self._transport else context_for(self._base_url, self._ca_bundle)
            return self._client_with(verify)

    def _client_with(self, verify: "ssl.SSLContext | bool") -> "httpx.Client":
        import httpx

        try:
            return httpx.Client(
                verify=verify,
                transport=self._transport,
                follow_redirects=False,
                # No proxy can reach this machine.
                trust_env=not is_loopback(urlsplit(self._base_url).hostname or ""),
            )
        except (ImportError, ValueError, httpx.InvalidURL) as error:
            # httpx reads the proxies here; the message may hold a proxy's password.
            raise UsageError(
                "The proxy that the environment names cannot be used.",
                hint="HTTPS_PROXY, HTTP_PROXY and ALL_PROXY must be http:// or https:// URLs; "
                "NO_PROXY lists hosts to reach without one.",
            ) from error


def _answered(client: "httpx.Client", outgoing: "httpx.Request", attempt: Attempt[Reply]) -> Reply:
    """Return the whole answer to a request; raises what httpx raises."""
    import httpx

    response = client.send(outgoing, stream=True)
    attempt.checkpoint(committing=True)
    try:
        content = b"".join(_while_awaited(response.iter_bytes(), attempt))
    finally:
        response.close()
    if response.status_code == httpx.codes.PROXY_AUTHENTICATION_REQUIRED:
        # httpx raises this itself where the proxy was to make a tunnel.
        raise httpx.ProxyError("it wants a password")
    return Reply(response.status_code, dict(response.headers), content)


def _while_awaited(chunks: Iterator[bytes], attempt: Attempt[Reply]) -> Iterator[bytes]:
    for chunk in chunks:
        attempt.checkpoint()
        yield chunk


def _before_sending(attempt: Attempt[Reply], event: str, info: Mapping[str, Any]) -> None:
    """Stop an abandoned attempt before its request is sent.

    httpx documents this hook as the request extension ``trace``. A CONNECT only asks a proxy for
    a tunnel.
    """
    is_sending = event.endswith(".send_request_headers.started")
    if is_sending and info["request"].method != b"CONNECT":
        attempt.checkpoint(committing=True)


def _out_of_time(limit: float, *, sent: bool) -> Failure:
    if sent:
        return Failure(Fate.TIMED_OUT, f"no complete answer within {limit:g} s")
    return Failure(Fate.UNSENT, f"no connection within {limit:g} s")


def failure_of(error: Exception, timeout: float) -> Failure:
    """Return what an exception of httpx means for the request."""
    import httpx

    if isinstance(error, httpx.ConnectTimeout | httpx.PoolTimeout):
        return _out_of_time(min(CONNECT_TIMEOUT, timeout), sent=False)
    if isinstance(error, httpx.TimeoutException):
        return _out_of_time(timeout, sent=True)
    if isinstance(error, httpx.ProxyError):
        return Failure(Fate.UNSENT, "the proxy refused", proxy=True)
    if isinstance(error, httpx.ConnectError):
        return _no_connection(error)
    unusable = (httpx.LocalProtocolError, httpx.UnsupportedProtocol, httpx.InvalidURL, UnicodeError)
    if isinstance(error, unusable):
        return Failure(Fate.UNUSABLE, "the URL or a header is not valid")
    return Failure(Fate.UNKNOWN, "the connection broke before the answer was complete")


def _no_connection(error: Exception) -> Failure:
    import socket
    import ssl

    causes = tuple(_causes(error))
    for cause in causes:
        if isinstance(cause, ssl.SSLCertVerificationError):
            reason = cause.verify_message or "the certificate is not valid"
            return Failure(Fate.UNTRUSTED, reason.rstrip("."))
        if isinstance(cause, ssl.SSLError):
            reason = (cause.reason or "handshake failed").replace("_", " ").lower()
            return Failure(Fate.UNTRUSTED, reason)
        if isinstance(cause, socket.gaierror):
            return Failure(Fate.UNSENT, "the host name cannot be resolved")
        if isinstance(cause, ConnectionRefusedError):
            return Failure(Fate.UNSENT, "the connection was refused")
    system = next((c for c in causes if isinstance(c, OSError) and c.strerror), None)
    return Failure(Fate.UNSENT, (system.strerror or "").lower() if system else "no connection")


def _causes(error: BaseException | None) -> Iterator[BaseException]:
    seen: set[int] = set()
    while error is not None and id(error) not in seen:
        seen.add(id(error))
        yield error
        error = error.__cause__ or error.__context__
