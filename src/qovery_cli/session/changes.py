"""Send several changes of one command, and account for each whatever happens."""

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
#: A request was under way when the command was interrupted.
UNKNOWN: Final = "unknown"

_AGAIN: Final = "Run the same command again to finish: what is done already stays as it is."


@record
class Change:
    """One change: what it is about, its request (None if nothing has to change), its result.

    ``done`` is the state once it is made, such as "created".
    """

    label: str
    request: Request | None
    done: str


class Outcome:
    """The state of a change: its own ``done``, or FAILED, NOT_TRIED or UNKNOWN."""

    def __init__(self, change: Change) -> None:
        self.change = change
        self.state = NOT_TRIED if change.request else change.done
        self.error: QoveryError | None = None


#: Makes the row that shows a change, from its place and its outcome.
Describe = Callable[[int, Outcome], dict[str, Any]]


def make_changes(session: "Session", changes: Sequence[Change], describe: Describe) -> None:
    """Send changes and show a row for each; after a failure no further change is begun.

    If one of several fails, or the command is interrupted, the rows are shown all the same. Raises
    the first failure, in the order of the changes, with the state of all others in its detail.
    """
    if session.flags.dry_run_only:
        session.planned.extend(change.request for change in changes if change.request)
        session.show([])
        return
    batch = _Batch(session, changes)
    try:
        batch.send()
    except BaseException:
        # Ctrl-C or a signal: what is under way may or may not arrive.
        batch.stop()
        with suppress(QoveryError):
            _show(session, batch, describe)
        session.notice(f"Interrupted. {'; '.join(summary(batch.outcomes))}. {_AGAIN}")
        raise
    failed = [one.error for one in batch.outcomes if one.error]
    if not failed:
        session.show([describe(place, one) for place, one in enumerate(batch.outcomes)])
        return
    if len(changes) > 1:
        # How the rows are shown must not hide the failure.
        with suppress(QoveryError):
            _show(session, batch, describe)
    raise _with_summary(failed[0], batch.outcomes)


def summary(outcomes: Sequence[Outcome]) -> tuple[str, ...]:
    """Return a line for each state, with the labels of the changes in it."""
    lines: dict[str, list[str]] = {}
    for outcome in outcomes:
        lines.setdefault(outcome.state, []).append(outcome.change.label)
    return tuple(f"{state}: {', '.join(labels)}" for state, labels in lines.items())


def _show(session: "Session", batch: "_Batch", describe: Describe) -> None:
    rows = []
    for place, outcome in enumerate(batch.outcomes):
        error = {"error": outcome.error.message} if outcome.error else {}
        rows.append({**describe(place, outcome), **error})
    session.show(rows)


def _with_summary(first: QoveryError, outcomes: Sequence[Outcome]) -> QoveryError:
    if len(outcomes) < 2:
        return first
    failed = [one for one in outcomes if one.error]
    first.message = f"{failed[0].change.label}: {first.message}"
    others = [f"{one.change.label}: {one.error}" for one in failed[1:]]
    first.detail = (*first.detail, *others, *summary(outcomes))
    first.hint = f"{first.hint} {_AGAIN}" if first.hint else _AGAIN
    return first


class _Batch:
    """Changes that are sent side by side, and how far each has come."""

    def __init__(self, session: "Session", changes: Sequence[Change]) -> None:
        self.session = session
        self.outcomes = [Outcome(change) for change in changes]
        self._lock = Lock()
        self._stopped = False

    def send(self) -> None:
        """Send every change until one fails; wait for those that are under way then."""
        # Signed in before the threads start: a missing token is one error, not one for each.
        client = self.session.client
        waiting = [one for one in self.outcomes if one.change.request]
        in_parallel([partial(self._send_one, client, one) for one in waiting])

    def stop(self) -> None:
        """Begin no further change."""
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
