"""The connection pool of the process: send a request once, return the response or failure.

httpx is imported by the first request, not by importing this module.
"""

import sys
from collections.abc import Generator, Mapping, Sequence
from contextlib import contextmanager
from functools import partial
from math import inf
from threading import Lock
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from qovery_cli.config.validation import is_loopback
from qovery_cli.errors import UnavailableError, UsageError
from qovery_cli.http.receive import CONNECT_TIMEOUT, RefusedAnswerError, receive
from qovery_cli.http.request import Request
from qovery_cli.http.retry import Failure, FailureKind, RawResponse
from qovery_cli.http.time_limit import Attempt

if TYPE_CHECKING:
    import ssl

    import httpx

#: Optional imports of httpx that are not needed: its command line (with click, rich and pygments
#: 34 of 85 ms) and the libraries for asynchronous clients.
_OPTIONAL = ("httpx._main", "anyio", "trio")


@contextmanager
def skip_optional_imports() -> Generator[None, None, None]:
    """Prevent optional imports of httpx while it is imported and a client is created.

    None in sys.modules makes an import fail, as if the extra were not installed. If httpx cannot
    be imported without its command line, all imports are allowed again.
    """
    blocked = [name for name in _OPTIONAL if name not in sys.modules]
    for name in blocked:
        sys.modules[name] = None  # type: ignore[assignment]  # the documented way to halt an import
    try:
        import httpx  # noqa: F401
    except ImportError:
        _restore_imports(blocked)
    try:
        yield
    finally:
        _restore_imports(blocked)


def _restore_imports(names: Sequence[str]) -> None:
    """Allow modules to be imported again."""
    for name in names:
        if name in sys.modules and sys.modules[name] is None:
            del sys.modules[name]


class Network:
    """A thread-safe connection pool for the API, opened by the first request."""

    def __init__(
        self,
        base_url: str,
        timeout: float,
        ca_bundle: str | None,
        transport: Any | None,
        max_answer: int,
    ) -> None:
        self._base_url = base_url
        self._timeout = timeout
        self._ca_bundle = ca_bundle
        self._transport = transport
        self._max_answer = max_answer
        self._lock = Lock()
        self._client: httpx.Client | None = None
        self._closed = False

    def exchange(
        self,
        request: Request,
        headers: dict[str, str],
        seconds: float = inf,
        *,
        stream: bool = False,
    ) -> RawResponse | Failure:
        """Send a request once and return the response, or the reason for its failure.

        ``seconds`` shortens the time limit, which covers everything from the DNS lookup to the end
        of the body. With ``stream`` the body of a 2xx is not read. Raises UsageError for an
        invalid configuration of certificates or proxies.
        """
        client = self._open_client()
        import httpx

        limit = min(self._timeout, seconds)
        if limit <= 0:
            return Failure(FailureKind.UNSENT, "timed out before it was sent")
        attempt: Attempt[RawResponse] = Attempt()
        try:
            outgoing = client.build_request(
                request.method,
                request.full_url,
                content=request.payload,
                headers=headers,
                timeout=httpx.Timeout(limit, connect=min(CONNECT_TIMEOUT, limit)),
                extensions={"trace": partial(_before_sending, attempt)},
            )
            # httpx limits each read only; a response that trickles in would never end.
            call = partial(receive, client, outgoing, attempt, self._max_answer, stream=stream)
            return attempt.run(call, limit)
        except (httpx.RequestError, httpx.InvalidURL, UnicodeError, RefusedAnswerError) as error:
            return _failure(error, limit)
        except TimeoutError as error:
            return _failure(error, limit, sent=attempt.committed)

    def close(self) -> None:
        """Close the pool for good: abandoned threads must not reopen it."""
        with self._lock:
            self._closed = True
            if self._client is not None:
                self._client.close()
                self._client = None

    def _open_client(self) -> "httpx.Client":
        with self._lock:
            if self._closed:
                raise UnavailableError("The connections to the API are closed.")
            if self._client is None:
                self._client = self._create_client()
            return self._client

    def _create_client(self) -> "httpx.Client":
        from qovery_cli.http.tls import context_for

        with skip_optional_imports():
            verify = True if self._transport else context_for(self._base_url, self._ca_bundle)
            return self._build_client(verify)

    def _build_client(self, verify: "ssl.SSLContext | bool") -> "httpx.Client":
        import httpx

        try:
            return httpx.Client(
                verify=verify,
                transport=self._transport,
                follow_redirects=False,
                # A proxy cannot reach loopback addresses.
                trust_env=not is_loopback(urlsplit(self._base_url).hostname or ""),
            )
        except (ImportError, ValueError, httpx.InvalidURL) as error:
            # httpx parses the proxy URLs here; its message may contain a proxy password.
            raise UsageError(
                "Invalid proxy URL in the environment.",
                hint="HTTPS_PROXY, HTTP_PROXY and ALL_PROXY must be http:// or https:// URLs; "
                "NO_PROXY lists hosts to reach without one.",
            ) from error


def _failure(error: Exception, limit: float, *, sent: bool = False) -> Failure:
    from qovery_cli.http.transport_errors import timeout_failure, to_failure

    if isinstance(error, TimeoutError):
        return timeout_failure(limit, sent=sent)
    return to_failure(error, limit)


def _before_sending(attempt: Attempt[RawResponse], event: str, info: Mapping[str, Any]) -> None:
    """Abort an abandoned attempt before its request is sent.

    httpx documents this hook as the request extension ``trace``. A CONNECT only
    opens a tunnel through a proxy.
    """
    is_sending = event.endswith(".send_request_headers.started")
    if is_sending and info["request"].method != b"CONNECT":
        attempt.checkpoint(committing=True)
