"""What is said when a request got no answer at all."""

from urllib.parse import urlsplit

from qovery_cli.api import retry
from qovery_cli.api.request import Request
from qovery_cli.api.retry import Failure, Fate
from qovery_cli.api.wording import look_first
from qovery_cli.config.valid import is_loopback
from qovery_cli.errors import QoveryError, UnavailableError, UsageError


def unanswered(request: Request, failure: Failure, attempts: int) -> QoveryError:
    """Return the error of a request that got no answer, the last of so many attempts."""
    kind, message, hint = _verdict(request, failure, attempts)
    return kind(message, hint=hint, operation=request.operation)


def _verdict(
    request: Request, failure: Failure, attempts: int
) -> tuple[type[QoveryError], str, str]:
    host, why = urlsplit(request.url).hostname or "", failure.reason
    tried = f" after {attempts} attempts" if attempts > 1 else ""
    match failure.fate:
        case Fate.UNUSABLE:
            message = f"The request for '{host}' cannot be sent: {why}."
            return UsageError, message, "Check QOVERY_API_URL and the headers given."
        case Fate.UNTRUSTED:
            message = f"The secure connection to '{host}' failed: {why}."
            hint = (
                "If a proxy of your company signs certificates of its own, let QOVERY_CA_BUNDLE "
                "name the file with its CA."
            )
            return UnavailableError, message, hint
        case Fate.UNSENT:
            message = f"'{host}' cannot be reached{tried}: {why}."
            return UnavailableError, message, _way_there(host, failure)
    if retry.is_repeatable(request.method):
        return UnavailableError, f"'{host}' did not answer{tried}: {why}.", "Try again in a minute."
    message = f"'{host}' did not answer, and the request may have been carried out: {why}."
    return UnavailableError, message, look_first(request)


def _way_there(host: str, failure: Failure) -> str:
    if failure.proxy:
        return "Check the address and the password in HTTPS_PROXY or HTTP_PROXY, and NO_PROXY."
    if is_loopback(host):
        return "Start the sandbox with `qovery sandbox start`, or check QOVERY_API_URL."
    return "Check the network, QOVERY_API_URL and HTTPS_PROXY."
