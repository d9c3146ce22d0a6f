"""Errors of waits, for verdicts other than success."""

from qovery_cli.errors import (
    QoveryError,
    UnavailableError,
    WaitCancelledError,
    WaitFailedError,
    WaitTimeoutError,
)
from qovery_cli.session.tracking.verdicts import Ending, Verdict

#: Maximum number of lines in the detail of an error.
_MAX_DETAIL = 20


class VerdictUnknownError(UnavailableError):
    """The end of a deployment cannot be told, or not from that of somebody else's."""

    code = "verdict_unknown"


def error_for(verdict: Verdict, name: str, look: str) -> QoveryError | None:
    """Return the error for a verdict, None for success.

    ``name`` is the subject of the message; ``look`` is the command that shows the resource.
    """
    hint = f"Check it with `{look}`."
    match verdict.ending:
        case Ending.SUCCEEDED:
            return None
        case Ending.UNKNOWN:
            within = uncapitalized(name)
            return VerdictUnknownError(
                f"The result of the deployment of {within} is unknown: {verdict.reason}.",
                hint=f"It may have succeeded, failed or be in progress. {hint}",
            )
        case Ending.CANCELLED:
            message = f"{name} {verdict.reason or 'was cancelled'} ({verdict.state})."
            kept = [f"kept: {service}" for service in verdict.kept]
            return WaitCancelledError(message, hint=hint, detail=_cut(kept))
    message = f"{name} {verdict.reason}." if verdict.reason else f"{name} failed: {verdict.state}."
    failed = [str(service) for service in verdict.failed]
    unstarted = [f"not started: {service}" for service in verdict.unstarted]
    return WaitFailedError(message, hint=hint, detail=_cut([*failed, *unstarted]))


def out_of_time(
    name: str, seconds: float, state: str | None, look: str, *, accepted: bool
) -> WaitTimeoutError:
    """Return the error of a wait whose time is up.

    ``state`` is None if it could not be read since the request was sent. ``accepted`` is False if
    the answer to the request was lost.
    """
    shown = f"its state is {state}" if state else "its state could not be read since the request"
    goes_on = "It continues." if accepted else "It continues if it was accepted."
    return WaitTimeoutError(
        f"{name} did not finish within {seconds:.0f} s; {shown}.",
        hint=f"{goes_on} Check it with `{look}`, or wait longer with --timeout.",
    )


def nothing_sent() -> WaitTimeoutError:
    """Return the error of a wait whose time was up before its change was sent."""
    return WaitTimeoutError(
        "Timed out before the change was sent: no response from the API.",
        hint="Try again in a minute, or allow more time with --timeout.",
    )


def uncapitalized(name: str) -> str:
    """Return a name such as "Application 'web'" as it is written within a sentence."""
    return name[:1].lower() + name[1:]


def _cut(lines: list[str]) -> tuple[str, ...]:
    more = len(lines) - _MAX_DETAIL
    return (*lines[:_MAX_DETAIL], f"and {more} more") if more > 0 else tuple(lines)
