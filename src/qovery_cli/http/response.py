"""Convert raw responses to data or to errors with actionable hints.

The API documents no error body. Until 2024 the text was in ``message`` next to ``error``, since
then in ``detail`` next to ``title``; gateways and proxies respond with HTML or an empty body.
"""

from collections.abc import Mapping
from time import time
from typing import Any, NoReturn
from urllib.parse import urlsplit

from qovery_cli.errors import (
    AuthError,
    ConflictError,
    ForbiddenError,
    NotFoundError,
    QoveryError,
    UnavailableError,
    UsageError,
)
from qovery_cli.frozen import record
from qovery_cli.http.request import JSON, Request
from qovery_cli.http.retry import retry_after
from qovery_cli.http.text import clean, host_of, phrase, verification_hint

_REQUEST_ID_HEADERS = (
    "x-qovery-request-id",
    "x-request-id",
    "x-correlation-id",
    "x-amzn-requestid",
    "x-amzn-trace-id",
    "cf-ray",
)

_TEXT_KEYS = ("detail", "message", "error", "title")


@record
class Response:
    """A successful response.

    ``data`` is the decoded JSON, the text if the operation documents another type, None for an
    empty body. ``headers`` have names in lower case. ``content`` is the body as received.
    """

    status: int
    data: Any
    text: str
    headers: Mapping[str, str]
    request_id: str | None
    url: str
    content: bytes = b""


class UnexpectedResponseError(UnavailableError):
    """A response whose data does not have the documented shape."""

    def __init__(self, operation: str | None = None) -> None:
        super().__init__(
            "The API returned data of an unexpected shape.",
            hint="Check QOVERY_API_URL; `qovery api` shows the raw response.",
            operation=operation,
        )


def response_for(
    request: Request, status: int, headers: Mapping[str, str], body: bytes
) -> Response:
    """Return the response for a 2xx.

    The content decides if there is data, for any method. Raises UnavailableError for anything but
    JSON where JSON is expected, such as the HTML page of a proxy.
    """
    text = _text(body)
    data: Any = None
    if text.strip():
        data = _parse_data(request, headers, text)
    return Response(status, data, text, headers, request_id(headers), request.full_url, body)


def _parse_data(request: Request, headers: Mapping[str, str], text: str) -> Any:
    if _is_json_type(request.accept) and _is_html(headers, text):
        _raise_invalid(request, headers, "HTML instead of JSON")
    try:
        return _decode(text)
    except ValueError:
        if _is_json_type(request.accept):
            _raise_invalid(request, headers, "incomplete or invalid JSON")
        return text


def _raise_invalid(request: Request, headers: Mapping[str, str], what: str) -> NoReturn:
    host = urlsplit(request.url).hostname
    hint = "A proxy may have modified it: check QOVERY_API_URL and HTTPS_PROXY, or try again."
    raise UnavailableError(
        f"{host} returned {what}.",
        hint=verification_hint(request) if request.changes else hint,
        request_id=request_id(headers),
        operation=request.operation,
    )


def error_for(
    request: Request,
    status: int,
    headers: Mapping[str, str],
    body: bytes,
    *,
    retired: str | None = None,
    attempts: int = 1,
) -> QoveryError:
    """Return the error for a status other than 2xx.

    ``retired`` overrides the value of the request. ``attempts`` is the number of attempts made.
    """
    kind, message, hint = _classify(request, status, headers, body, attempts)
    replacement = request.retired if retired is None else retired
    if replacement is not None and status in {404, 405}:
        message = "This operation has been retired from the API."
        kind, hint = NotFoundError, _replacement(replacement)
    return kind(
        message,
        hint=hint,
        http=status,
        request_id=request_id(headers),
        operation=request.operation,
    )


def _replacement(replacement: str) -> str | None:
    """Return the hint about the replacement of an operation, from a sentence or a command."""
    if not replacement or replacement.endswith("."):
        return replacement or None
    return f"Use {replacement} instead."


def request_id(headers: Mapping[str, str]) -> str | None:
    """Return the request id assigned by the server, for support requests; None without one."""
    values = (headers.get(name) for name in _REQUEST_ID_HEADERS)
    return next((clean(value, 100) for value in values if value), None)


def error_text(headers: Mapping[str, str], body: bytes) -> str | None:
    """Return the error message of a response without its final dot; None if it has none."""
    text = _text(body)
    if not text.strip() or _is_html(headers, text):
        return None
    try:
        message = _message(_decode(text))
    except ValueError:
        # Text that starts like JSON but is not valid was truncated.
        message = None if text.lstrip()[0] in "{[" else text
    return clean(message).rstrip(". ") or None if message else None


def _message(data: Any) -> str | None:
    if isinstance(data, str):
        return data
    if not isinstance(data, dict):
        return None
    for key in _TEXT_KEYS:
        value = data.get(key)
        message = _message(value) if isinstance(value, dict) else value
        if isinstance(message, str) and message.strip():
            return message
    return None


def _classify(
    request: Request, status: int, headers: Mapping[str, str], body: bytes, attempts: int
) -> tuple[type[QoveryError], str, str | None]:
    if status == 304:
        host = urlsplit(request.url).hostname
        message = f"{host} returned an unexpected 304 Not Modified."
        return UnavailableError, message, "A proxy may have modified it: check HTTPS_PROXY."
    if 300 <= status < 400:
        return _redirect_error(request, headers)
    detail = error_text(headers, body)
    reason = f"{status} {phrase(status)}".strip()
    if status == 429 or status >= 500 or status < 300:
        return _unavailable_error(request, status, headers, detail or reason, attempts)
    if status in {402, 403}:
        hint = "The role of the token or the plan of the organization may be insufficient."
        if status == 403:
            hint = "The role of the token may be insufficient, or the ID may be wrong."
        return ForbiddenError, f"Permission denied: {detail or reason}.", hint
    if status == 401:
        hint = "Sign in again with `qovery auth login`, or set QOVERY_API_TOKEN."
        return AuthError, f"The token was rejected: {detail or reason}.", hint
    if status == 404:
        path = urlsplit(request.url).path
        problem = detail or f"the API has no resource at {clean(path)}"
        return (
            NotFoundError,
            f"Not found: {problem}.",
            "Check the name or ID and the context (`qovery context`).",
        )
    if status in {409, 423}:
        hint = "Wait until the operation in progress has ended, or use another name if it is taken."
        return ConflictError, f"Conflict with the current state: {detail or reason}.", hint
    hint = "Use --dry-run to see the request, and --help to see the valid options."
    return UsageError, f"The API rejected the request: {detail or reason}.", hint


def _unavailable_error(
    request: Request, status: int, headers: Mapping[str, str], reason: str, attempts: int
) -> tuple[type[QoveryError], str, str | None]:
    tried = f" after {attempts} attempts" if attempts > 1 else ""
    seconds = retry_after(headers, time())
    if status == 429:
        when = f" in {seconds:.0f} s" if seconds else " later"
        return (
            UnavailableError,
            f"Rate limit exceeded{tried}: {reason}.",
            f"Try again{when}, and with fewer requests at once.",
        )
    if request.method in {"POST", "PATCH"}:
        message = f"API error, and the request may have been carried out: {reason}."
        return UnavailableError, message, verification_hint(request)
    when = f"{seconds:.0f} s" if seconds else "a minute"
    return UnavailableError, f"API error{tried}: {reason}.", f"Try again in {when}."


def _redirect_error(
    request: Request, headers: Mapping[str, str]
) -> tuple[type[QoveryError], str, str | None]:
    host = urlsplit(request.url).hostname
    target = host_of(headers.get("location", "")) or "elsewhere"
    message = f"{host} redirects to {clean(target, 100)}, which must not receive the token."
    return UnavailableError, message, "Check QOVERY_API_URL; a proxy may require you to sign in."


def _text(body: bytes) -> str:
    # Some proxies add a byte order mark; the codec utf-8-sig would cost another import.
    return body.removeprefix(b"\xef\xbb\xbf").decode("utf-8", errors="replace")


def _decode(text: str) -> Any:
    import json

    try:
        return json.loads(text)
    except RecursionError as error:
        raise ValueError("nested too deeply") from error


def _is_json_type(name: str) -> bool:
    return name == JSON or name.endswith("+json")


def _is_html(headers: Mapping[str, str], text: str) -> bool:
    if "html" in headers.get("content-type", ""):
        return True
    return text.lstrip()[:15].lower().startswith(("<!doctype", "<html", "<head", "<?xml"))
