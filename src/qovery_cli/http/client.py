"""The API client: send requests, retry where safe, return responses or raise errors."""

from collections.abc import Callable, Collection, Sequence
from contextlib import AbstractContextManager, closing
from functools import partial
from math import inf
from random import random
from time import monotonic, sleep, time
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl, quote, urlencode, urlsplit, urlunsplit

from qovery_cli import __version__
from qovery_cli.errors import AuthError, QoveryError, UnavailableError, UsageError
from qovery_cli.http import retry
from qovery_cli.http.receive import MAX_ANSWER
from qovery_cli.http.request import Request
from qovery_cli.http.response import Response, error_for, request_id, response_for
from qovery_cli.http.retry import Failure, FailureKind, RawResponse
from qovery_cli.http.text import clean
from qovery_cli.http.transport import Network

if TYPE_CHECKING:
    from qovery_cli.http.stream import Stream

#: Seconds that one response may take.
TIMEOUT = 60.0

#: The token of every sandbox. It is documented, so it may appear in messages.
PUBLIC_TOKEN = "sandbox"

#: Seconds of delay before a retry above which a notice is printed.
NOTICE_THRESHOLD = 5.0

_SECRET_WORDS = ("token", "secret", "password", "credential", "signature", "key")


class Client:
    """An authenticated client for one API URL, with a connection pool shared by all threads.

    ``authorization`` is the full value of that header. ``debug`` is called with a line for each
    exchange, without secrets, ``notice`` with a sentence for each long retry delay. ``max_answer``
    limits the size of a response in memory, in bytes. ``secrets``, which may grow, and the token
    are masked in errors and debug lines. ``transport`` replaces the network. Connections are opened
    by the first request. Raises UsageError for an invalid URL, AuthError for an invalid token.
    """

    def __init__(
        self,
        base_url: str,
        authorization: str | None = None,
        *,
        timeout: float = TIMEOUT,
        user_agent: str = f"CLI qovery-cli-py/{__version__}",
        debug: Callable[[str], None] | None = None,
        notice: Callable[[str], None] | None = None,
        max_answer: int = MAX_ANSWER,
        secrets: Collection[str] = (),
        ca_bundle: str | None = None,
        sleep: Callable[[float], None] = sleep,
        transport: Any | None = None,
    ) -> None:
        self.base_url = base_url.rstrip("/")
        self._origin = origin(base_url)
        if authorization and not (authorization.isascii() and authorization.isprintable()):
            raise AuthError(
                "The token contains invalid characters.",
                hint="Copy it again, without line breaks, and sign in with `qovery auth login`.",
            )
        self._authorization = authorization
        self._user_agent = user_agent
        self._debug = debug
        self._notice = notice
        self._secrets = secrets
        self._sleep = sleep
        self._network = Network(base_url, timeout, ca_bundle, transport, max_answer)
        #: The time (of ``time.monotonic``) by which every request must have ended, including
        #: retries and delays; None for no limit. May be set at any time, from any thread.
        self.deadline: float | None = None
        #: True once a request was sent that may have changed something.
        self.has_sent_changes = False

    def send(self, request: Request) -> Response:
        """Send a request, with retries where they are safe, and return the response.

        Raises the error class of errors.py for the status or failure, and DeadlineExceededError as
        soon as the deadline cannot be met. A 404 to a DELETE counts as success if an earlier
        attempt may have been carried out.
        """
        raw = self._send_with_retries(request)
        try:
            return response_for(request, raw.status, raw.headers, raw.content)
        except UnavailableError as error:
            error.may_have_arrived = True
            raise

    def stream(self, request: Request) -> "AbstractContextManager[Stream]":
        """Send a request and return the response with its body unread, to be read in chunks.

        Raises the errors of ``send``. The size and duration of the body are limited only by the
        deadline and by the timeout of a single chunk.
        """
        from qovery_cli.http.stream import Stream

        return closing(
            Stream(request, self._send_with_retries(request, stream=True), self._time_left)
        )

    def _send_with_retries(self, request: Request, *, stream: bool = False) -> RawResponse:
        """Send a request with retries and return its 2xx response."""
        self._check_origin(request)
        self.has_sent_changes |= request.changes
        headers = self._headers(request)
        arrived = False
        attempt = 1
        while True:
            outcome = self._exchange(request, headers, attempt, stream)
            delay = retry.backoff(request.method, outcome, attempt, now=time, jitter=random)
            if delay is None and not self._is_out_of_time(outcome):
                try:
                    return self._check_outcome(request, outcome, attempt, arrived)
                except UnavailableError as error:
                    error.may_have_arrived = arrived or retry.may_have_arrived(outcome)
                    raise
            arrived = arrived or retry.may_have_arrived(outcome)
            if delay is None or delay >= self._time_left():
                from qovery_cli.http.request_errors import deadline_exceeded

                raise deadline_exceeded(request, outcome, arrived)
            self._pause(delay, outcome)
            attempt += 1

    def send_all(self, requests: Sequence[Request]) -> list[Response | QoveryError]:
        """Send requests concurrently, at most 8 at a time; return responses or errors in order."""
        from qovery_cli.http.concurrency import in_parallel

        return in_parallel([partial(self.send, request) for request in requests])

    def close(self) -> None:
        """Close the connections."""
        self._network.close()

    def _check_origin(self, request: Request) -> None:
        if origin(request.url) != self._origin:
            raise AuthError(
                f"The token is for {urlsplit(self.base_url).hostname} and is not sent "
                f"to {urlsplit(request.url).hostname}.",
                hint="Use a path or a URL of the API.",
                operation=request.operation,
            )

    def _headers(self, request: Request) -> dict[str, str]:
        headers = {"Accept": request.accept, "User-Agent": self._user_agent}
        if self._authorization is not None:
            headers["Authorization"] = self._authorization
        if request.payload_type is not None:
            headers["Content-Type"] = request.payload_type
        overridden = {name.lower() for name, _ in request.headers}
        defaults = {
            name: value for name, value in headers.items() if name.lower() not in overridden
        }
        return {**defaults, **dict(request.headers)}

    def _check_outcome(
        self, request: Request, outcome: RawResponse | Failure, attempts: int, arrived: bool
    ) -> RawResponse:
        """Return a successful response; raise the error for any other outcome."""
        if isinstance(outcome, Failure):
            from qovery_cli.http.request_errors import no_response_error

            raise no_response_error(request, outcome, attempts)
        status, headers = outcome.status, outcome.headers
        # Only a raw request can be conditional.
        if 200 <= status < 300 or (status == 304 and request.operation is None):
            return outcome
        if status == 404 and request.method == "DELETE" and arrived:
            return RawResponse(204, headers, b"")
        content = self._without_secrets(outcome.content.decode(errors="replace")).encode()
        raise error_for(request, status, headers, content, attempts=attempts)

    def _without_secrets(self, text: str) -> str:
        from qovery_cli.http.redact import mask_secrets

        token = (self._authorization or "").rpartition(" ")[2]
        secrets = [*self._secrets, token] if token != PUBLIC_TOKEN else self._secrets
        return mask_secrets(text, secrets)

    def _time_left(self) -> float:
        """Return the seconds until the deadline, infinity without one."""
        deadline = self.deadline
        return inf if deadline is None else deadline - monotonic()

    def _is_out_of_time(self, outcome: RawResponse | Failure) -> bool:
        """Check if the request failed because of the deadline."""
        timed_out = isinstance(outcome, Failure) and outcome.kind in {
            FailureKind.TIMED_OUT,
            FailureKind.UNSENT,
        }
        # A timeout may end a few milliseconds early.
        return timed_out and self._time_left() < 0.05

    def _pause(self, seconds: float, outcome: RawResponse | Failure) -> None:
        if seconds > NOTICE_THRESHOLD and self._notice is not None:
            self._notice(f"Retrying in {seconds:.0f} s: {retry.reason(outcome)}.")
        self._sleep(seconds)

    def _exchange(
        self, request: Request, headers: dict[str, str], attempt: int, stream: bool
    ) -> RawResponse | Failure:
        started = monotonic()
        outcome = self._network.exchange(request, headers, self._time_left(), stream=stream)
        if self._debug is not None:
            milliseconds = round((monotonic() - started) * 1000)
            line = _log_line(request, outcome, milliseconds, attempt)
            self._debug(self._without_secrets(line))
        return outcome


def origin(url: str) -> tuple[str, str, int]:
    """Return scheme, host and port of a URL; raise UsageError if it is not an http(s) URL."""
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        parts, port = urlsplit(""), None
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        raise UsageError(
            f"Invalid API URL '{clean(url, 100)}'.",
            hint="Set QOVERY_API_URL to a URL such as https://api.qovery.com.",
        )
    return parts.scheme, parts.hostname, port or (443 if parts.scheme == "https" else 80)


def redacted_url(url: str) -> str:
    """Return a URL without credentials and without the values of secret query parameters."""
    parts = urlsplit(url)
    host = parts.netloc.rpartition("@")[2]
    pairs = [
        (name, "***" if any(word in name.lower() for word in _SECRET_WORDS) else value)
        for name, value in parse_qsl(parts.query, keep_blank_values=True)
    ]
    query = urlencode(pairs, quote_via=quote, safe="*")
    return clean(urlunsplit((parts.scheme, host, parts.path, query, "")), 2000)


def _log_line(
    request: Request, outcome: RawResponse | Failure, milliseconds: int, attempt: int
) -> str:
    """Return the ``--debug`` line; bodies and headers may hold secrets and are left out."""
    if isinstance(outcome, Failure):
        result, id = f"no response ({outcome.reason})", None
    else:
        result, id = str(outcome.status), request_id(outcome.headers)
    line = f"{request.method} {redacted_url(request.full_url)} {result} in {milliseconds} ms"
    return f"{line}, attempt {attempt}" + (f", request id {id}" if id else "")
