"""Errors that users see, with their exit codes.

The tree::

    QoveryError            1   unexpected: a bug in qovery
    +-- UsageError         2   usage or invalid input, rejected here or by the API
    +-- AuthError          3   not signed in, the token was rejected, or it is for another host
    +-- NotFoundError      4   no such resource, or retired
    +-- ForbiddenError     5   forbidden or over quota
    +-- ConflictError      6   a conflict, or an operation is in progress
    +-- UnavailableError   7   API or network not available after retries
    +-- WaitFailedError    8   the awaited operation failed
    +-- WaitCancelledError 9   the awaited operation was cancelled
    +-- PendingChanges     10  changes or drift are pending
    +-- DeclinedError      11  declined at a prompt
    +-- WaitTimeoutError   124 the wait timed out; the operation continues

Raise the specific class where the problem is detected, and do not catch it to rephrase it. Only
``cli/root.py`` turns an error into a message and an exit code.
"""

from typing import Any, ClassVar


class QoveryError(Exception):
    """Base class: an error with one sentence for the user and an exit code for the shell.

    ``hint`` is what to type next. ``http`` (the status), ``request_id`` and ``operation`` are set
    for errors of API responses. ``detail`` are lines printed below the sentence, such as
    candidates or further failures.
    """

    exit_code: ClassVar[int] = 1
    code: ClassVar[str] = "unexpected"
    meaning: ClassVar[str] = "unexpected: a bug in qovery"

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
        """Return the object that ``-o json`` prints on stderr, without nested objects."""
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
    """Invalid command line, or a request that the API rejects as invalid."""

    exit_code = 2
    code = "usage"
    meaning = "usage or invalid input; missing or ambiguous scope; unreadable settings"


class AuthError(QoveryError):
    """Missing or refused token, or a token for another host."""

    exit_code = 3
    code = "auth"
    meaning = "not signed in, the token was rejected, or it is for another host"


class NotFoundError(QoveryError):
    """Unknown resource, or an operation that was retired from the API."""

    exit_code = 4
    code = "not_found"
    meaning = "not found, or retired from the API"


class ForbiddenError(QoveryError):
    """Missing permission, or an exceeded quota."""

    exit_code = 5
    code = "forbidden"
    meaning = "forbidden, or over quota"


class ConflictError(QoveryError):
    """Name that is taken, or another operation in progress."""

    exit_code = 6
    code = "conflict"
    meaning = "a conflict, or an operation is in progress"


class UnavailableError(QoveryError):
    """API or network failure that outlasted all retries.

    ``may_have_arrived`` is True if the server may have received and executed the request.
    """

    may_have_arrived: bool = False

    exit_code = 7
    code = "unavailable"
    meaning = "API or network not available, after retries"


class WaitFailedError(QoveryError):
    """Failure of the operation that a command waited for."""

    exit_code = 8
    code = "wait_failed"
    meaning = "the awaited operation failed"


class WaitCancelledError(QoveryError):
    """Cancellation of the operation that a command waited for."""

    exit_code = 9
    code = "wait_cancelled"
    meaning = "the awaited operation was cancelled"


class PendingChanges(QoveryError):  # noqa: N818 - a verdict that a script asks for, not a failure
    """Differences, in the result of a command that compares."""

    exit_code = 10
    code = "pending"
    meaning = "changes or drift are pending"


class DeclinedError(QoveryError):
    """Negative answer at a prompt."""

    exit_code = 11
    code = "declined"
    meaning = "declined at a prompt"


class WaitTimeoutError(QoveryError):
    """Timeout of a wait; the operation itself goes on."""

    exit_code = 124
    code = "wait_timeout"
    meaning = "the wait timed out; the operation continues"


#: All errors in the order of their exit codes; the source of the table in README.md.
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

#: Exit codes that no error class has, with their meanings.
OTHER_CODES: dict[int, str] = {
    0: "done",
    129: "hung up: the terminal was closed",
    130: "interrupted (Ctrl-C)",
    141: "the reader of the output closed it",
    143: "terminated",
}
