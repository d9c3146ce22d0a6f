"""Errors for requests that got no usable response."""

from typing import Any
from urllib.parse import urlsplit

from qovery_cli.config.validation import is_loopback
from qovery_cli.errors import QoveryError, UnavailableError, UsageError
from qovery_cli.http import retry
from qovery_cli.http.request import Request
from qovery_cli.http.retry import Failure, FailureKind, RawResponse
from qovery_cli.http.text import verification_hint


class DeadlineExceededError(UnavailableError):
    """A request did not end before the deadline of the client (``Client.deadline``).

    ``may_have_arrived`` is True if the request may have been carried out.
    """

    def __init__(self, message: str, *, may_have_arrived: bool, **kwargs: Any) -> None:
        super().__init__(message, **kwargs)
        self.may_have_arrived = may_have_arrived


def no_response_error(request: Request, failure: Failure, attempts: int) -> QoveryError:
    """Return the error for a request without a response after this number of attempts."""
    kind, message, hint = _classify(request, failure, attempts)
    return kind(message, hint=hint, operation=request.operation)


def _classify(
    request: Request, failure: Failure, attempts: int
) -> tuple[type[QoveryError], str, str]:
    host, reason = urlsplit(request.url).hostname or "", failure.reason
    tried = f" after {attempts} attempts" if attempts > 1 else ""
    match failure.kind:
        case FailureKind.UNUSABLE:
            message = f"Could not send the request to {host}: {reason}."
            return UsageError, message, "Check QOVERY_API_URL and the request headers."
        case FailureKind.UNTRUSTED:
            message = f"Could not establish a secure connection to {host}: {reason}."
            hint = "If a company proxy has its own CA, set QOVERY_CA_BUNDLE to its certificate."
            return UnavailableError, message, hint
        case FailureKind.UNSENT:
            message = f"Could not connect to {host}{tried}: {reason}."
            return UnavailableError, message, _connection_hint(host, failure)
        case FailureKind.TOO_LARGE | FailureKind.UNREADABLE:
            return UnavailableError, *_unreadable(request, failure)
    if retry.is_idempotent(request.method):
        return (
            UnavailableError,
            f"No response from {host}{tried}: {reason}.",
            "Try again in a minute.",
        )
    message = f"No response from {host}, and the request may have been carried out: {reason}."
    return UnavailableError, message, verification_hint(request)


def _unreadable(request: Request, failure: Failure) -> tuple[str, str]:
    host, reason = urlsplit(request.url).hostname or "", failure.reason
    if request.changes:
        message = (
            f"Invalid response from {host} to a request that may have been carried out: {reason}."
        )
        return message, verification_hint(request)
    hint = "A proxy may have modified it: check QOVERY_API_URL and HTTPS_PROXY."
    if failure.kind is FailureKind.TOO_LARGE:
        hint = "Set QOVERY_MAX_ANSWER to a larger size such as 1GB, or use `qovery api`."
    return f"Invalid response from {host}: {reason}.", hint


def deadline_exceeded(
    request: Request, outcome: RawResponse | Failure, may_have_arrived: bool
) -> DeadlineExceededError:
    """Return the error for a request that cannot complete before the deadline."""
    host = urlsplit(request.url).hostname or ""
    is_uncertain = may_have_arrived and not retry.is_idempotent(request.method)
    clause = ", and the request may have been carried out" if is_uncertain else ""
    return DeadlineExceededError(
        f"No response from {host} before the timeout{clause}: {retry.reason(outcome)}.",
        hint=verification_hint(request) if is_uncertain else None,
        operation=request.operation,
        may_have_arrived=may_have_arrived,
    )


def _connection_hint(host: str, failure: Failure) -> str:
    if failure.proxy:
        return "Check the address and the password in HTTPS_PROXY or HTTP_PROXY, and NO_PROXY."
    if is_loopback(host):
        return "Start the sandbox with `qovery sandbox start`, or check QOVERY_API_URL."
    return "Check the network, QOVERY_API_URL and HTTPS_PROXY."
