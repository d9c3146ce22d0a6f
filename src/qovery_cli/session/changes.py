"""Send several changes of one command and report the outcome of each."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import partial
from threading import Lock
from typing import TYPE_CHECKING, Any, Final

from qovery_cli.errors import QoveryError
from qovery_cli.frozen import record
from qovery_cli.http.concurrency import in_parallel
from qovery_cli.http.request import Request

if TYPE_CHECKING:
    from qovery_cli.session.session import Session

FAILED: Final = "failed"
NOT_TRIED: Final = "not tried"
#: The request was in flight when the command was interrupted.
UNKNOWN: Final = "unknown"

_AGAIN: Final = "Run the same command again to finish; completed changes are kept."


@record
class Change:
    """One change: a label for people, and its request (None if there is nothing to change).

    ``done`` is the state after success, such as "created".
    """

    label: str
    request: Request | None
    done: str


class Outcome:
    """State of a change: its ``done``, or FAILED, NOT_TRIED or UNKNOWN."""

    def __init__(self, change: Change) -> None:
        self.change = change
        self.state = NOT_TRIED if change.request else change.done
        self.error: QoveryError | None = None


#: Returns the output row of a change, for its index and its outcome.
Describe = Callable[[int, Outcome], dict[str, Any]]


def make_changes(session: "Session", changes: Sequence[Change], describe: Describe) -> None:
    """Send changes in parallel and print a row for each; send no more after a failure.

    The rows are printed even if a change fails or the command is interrupted. Raises the first
    failure, in the order of the changes, with the states of all others in its detail.
    """
    if session.flags.dry_run_only:
        session.planned.extend(change.request for change in changes if change.request)
        session.show([])
        return
    batch = _Batch(session, changes)
    try:
        batch.send()
    except BaseException:
        # Ctrl-C or a signal: requests in flight may or may not arrive.
        batch.stop()
        with suppress(QoveryError):
            _show(session, batch, describe)
        session.notice(f"Interrupted. {'; '.join(summary(batch.outcomes))}. {_AGAIN}")
        raise
    errors = [outcome.error for outcome in batch.outcomes if outcome.error]
    if not errors:
        session.show([describe(index, outcome) for index, outcome in enumerate(batch.outcomes)])
        return
    if len(changes) > 1:
        # An output error must not hide the failure.
        with suppress(QoveryError):
            _show(session, batch, describe)
    raise _with_summary(errors[0], batch.outcomes)


def summary(outcomes: Sequence[Outcome]) -> tuple[str, ...]:
    """Return one line per state, with the labels of its changes."""
    lines: dict[str, list[str]] = {}
    for outcome in outcomes:
        lines.setdefault(outcome.state, []).append(outcome.change.label)
    return tuple(f"{state}: {', '.join(labels)}" for state, labels in lines.items())


def _show(session: "Session", batch: "_Batch", describe: Describe) -> None:
    rows = []
    for index, outcome in enumerate(batch.outcomes):
        error = {"error": outcome.error.message} if outcome.error else {}
        rows.append({**describe(index, outcome), **error})
    session.show(rows)


def _with_summary(first: QoveryError, outcomes: Sequence[Outcome]) -> QoveryError:
    if len(outcomes) < 2:
        return first
    failed = [outcome for outcome in outcomes if outcome.error]
    first.message = f"{failed[0].change.label}: {first.message}"
    others = [f"{outcome.change.label}: {outcome.error}" for outcome in failed[1:]]
    first.detail = (*first.detail, *others, *summary(outcomes))
    first.hint = f"{first.hint} {_AGAIN}" if first.hint else _AGAIN
    return first


class _Batch:
    """Changes that are sent in parallel, with their outcomes."""

    def __init__(self, session: "Session", changes: Sequence[Change]) -> None:
        self.session = session
        self.outcomes = [Outcome(change) for change in changes]
        self._lock = Lock()
        self._stopped = False

    def send(self) -> None:
        """Send changes until one fails; wait for the requests in flight."""
        # Opened before the threads start, so that a missing token is one error, not many.
        client = self.session.client
        pending = [outcome for outcome in self.outcomes if outcome.change.request]
        in_parallel([partial(self._send_one, client, outcome) for outcome in pending])

    def stop(self) -> None:
        """Send no further change."""
        with self._lock:
            self._stopped = True

    def _send_one(self, client: Any, outcome: Outcome) -> None:
        with self._lock:
            if self._stopped:
                return
            outcome.state = UNKNOWN
        try:
            client.send(outcome.change.request)
            outcome.state = outcome.change.done
        except QoveryError as error:
            self.stop()
            outcome.error, outcome.state = error, FAILED
