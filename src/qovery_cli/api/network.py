"""The one HTTP client of the process: it sends a request once and says what came of it.

httpx is imported by the first request, never by importing this module.
"""

import sys
from collections.abc import Generator, Iterator, Sequence
from contextlib import contextmanager
from threading import Lock
from time import monotonic
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from qovery_cli.api.request import Request
from qovery_cli.api.retry import Failure, Fate, Reply
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

    def exchange(self, request: Request, headers: dict[str, str]) -> Reply | Failure:
        """Send a request once and return the answer, or why there is none.

        Raises UsageError if certificates or proxies are set to something unusable.
        """
        client = self._opened()
        import httpx

        started = monotonic()
        try:
            outgoing = client.build_request(
                request.method, request.full_url, content=request.payload, headers=headers
            )
            response = client.send(outgoing, stream=True)
            try:
                content = b"".join(self._within_time(response.iter_bytes(), started))
            finally:
                response.close()
            if response.status_code == httpx.codes.PROXY_AUTHENTICATION_REQUIRED:
                # What httpx raises itself where the proxy was to make a tunnel.
                raise httpx.ProxyError("it wants a password")
        except (httpx.RequestError, httpx.InvalidURL, UnicodeError, _OutOfTimeError) as error:
            return failure_of(error, self._timeout)
        return Reply(response.status_code, dict(response.headers), content)

    def close(self) -> None:
        """Close the connections for good: threads that nobody waits for may still want some."""
        with self._lock:
            self._closed = True
            if self._client is not None:
                self._client.close()
                self._client = None

    def _within_time(self, chunks: Iterator[bytes], started: float) -> Iterator[bytes]:
        # httpx limits each read; an answer that trickles in would never end.
        for chunk in chunks:
            if monotonic() - started > self._timeout:
                raise _OutOfTimeError
            yield chunk

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
                timeout=httpx.Timeout(self._timeout, connect=min(CONNECT_TIMEOUT, self._timeout)),
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


class _OutOfTimeError(Exception):
    """The answer did not end within the time limit."""


def failure_of(error: Exception, timeout: float) -> Failure:
    """Return what an exception of httpx means for the request."""
    import httpx

    if isinstance(error, httpx.ConnectTimeout | httpx.PoolTimeout):
        limit = min(CONNECT_TIMEOUT, timeout)
        return Failure(Fate.UNSENT, f"no connection within {limit:g} s")
    if isinstance(error, httpx.TimeoutException | _OutOfTimeError):
        return Failure(Fate.TIMED_OUT, f"no complete answer within {timeout:g} s")
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
