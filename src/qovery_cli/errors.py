"""Every error a user can meet, and the exit code that each one means.

The tree::

    QoveryError            1   unexpected: a bug of ours
    +-- UsageError         2   usage or invalid input, refused by us or by the API
    +-- AuthError          3   not signed in, the token was refused, or it belongs to another host
    +-- NotFoundError      4   no such resource, or retired
    +-- ForbiddenError     5   forbidden or over quota
    +-- ConflictError      6   a conflict, or an operation is in progress
    +-- UnavailableError   7   API or network not available after retries
    +-- WaitFailedError    8   what was waited for failed
    +-- WaitCancelledError 9   what was waited for was cancelled
    +-- PendingChanges     10  changes or drift are pending
    +-- DeclinedError      11  declined at a prompt
    +-- WaitTimeoutError   124 a wait ran out of time; what was waited for goes on

Raise the specific class at the place that knows, and do not catch it to rephrase it. One place,
``cli/root.py``, turns an error into a message and an exit code.
"""

from typing import Any, ClassVar


class QoveryError(Exception):
    """An error with one sentence for the user and an exit code for the shell.

    ``hint`` is what to type next. ``http``, ``request_id`` and ``operation`` are known when the
    API answered. ``detail`` is data that belongs to the error (candidates, a list of failures)
    and is printed below the sentence, a line each.
    """

    exit_code: ClassVar[int] = 1
    code: ClassVar[str] = "unexpected"
    meaning: ClassVar[str] = "unexpected: a bug of ours"

    def __init__(
        self,
        message: str,
        *,
        hint: str | None = None,
        detail: tuple[str, ...] = (),
        http: int | None = None,
        request_id: str | None = None,
        operation: str | None = None,
    ) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
        self.detail = detail
        self.http = http
        self.request_id = request_id
        self.operation = operation

    def as_data(self) -> dict[str, Any]:
        """Return the flat object that ``-o json`` prints on stderr."""
        data: dict[str, Any] = {
            "code": self.code,
            "exit": self.exit_code,
            "http": self.http,
            "message": self.message,
            "hint": self.hint,
            "request_id": self.request_id,
            "operation": self.operation,
        }
        if self.detail:
            data["detail"] = list(self.detail)
        return data


class UsageError(QoveryError):
    """What was typed, or what the API was sent, is not valid."""

    exit_code = 2
    code = "usage"
    meaning = "usage or invalid input; missing or ambiguous scope; unreadable settings"


class AuthError(QoveryError):
    """There is no token, it was refused, or it belongs to another host."""

    exit_code = 3
    code = "auth"
    meaning = "not signed in, the token was refused, or it belongs to another host"


class NotFoundError(QoveryError):
    """The API has no such resource, or no longer has such an operation."""

    exit_code = 4
    code = "not_found"
    meaning = "not found, or retired from the API"


class ForbiddenError(QoveryError):
    """The token may not do this, or a quota is used up."""

    exit_code = 5
    code = "forbidden"
    meaning = "forbidden, or over quota"


class ConflictError(QoveryError):
    """The name is taken, or an operation is in progress."""

    exit_code = 6
    code = "conflict"
    meaning = "a conflict, or an operation is in progress"


class UnavailableError(QoveryError):
    """The API or the network did not answer, retries included.

    ``may_have_arrived`` is set if the request may have been carried out nevertheless.
    """

    may_have_arrived: bool = False

    exit_code = 7
    code = "unavailable"
    meaning = "API or network not available, after retries"


class WaitFailedError(QoveryError):
    """What was waited for ended in failure."""

    exit_code = 8
    code = "wait_failed"
    meaning = "what was waited for failed"


class WaitCancelledError(QoveryError):
    """What was waited for was cancelled."""

    exit_code = 9
    code = "wait_cancelled"
    meaning = "what was waited for was cancelled"


class PendingChanges(QoveryError):  # noqa: N818 - a verdict that a script asks for, not a failure
    """Something differs from what was compared with."""

    exit_code = 10
    code = "pending"
    meaning = "changes or drift are pending"


class DeclinedError(QoveryError):
    """The answer at a prompt was no."""

    exit_code = 11
    code = "declined"
    meaning = "declined at a prompt"


class WaitTimeoutError(QoveryError):
    """A wait ran out of time; what was waited for goes on."""

    exit_code = 124
    code = "wait_timeout"
    meaning = "a wait ran out of time; what was waited for goes on"


#: The errors in the order of their codes: help and README are made from this.
TREE: tuple[type[QoveryError], ...] = (
    QoveryError,
    UsageError,
    AuthError,
    NotFoundError,
    ForbiddenError,
    ConflictError,
    UnavailableError,
    WaitFailedError,
    WaitCancelledError,
    PendingChanges,
    DeclinedError,
    WaitTimeoutError,
)

#: Exit codes that are not errors of ours, with their meaning.
OTHER_CODES: dict[int, str] = {
    0: "done",
    129: "hung up: the terminal was closed",
    130: "interrupted (Ctrl-C)",
    141: "the reader of the output went away",
    143: "terminated",
}
