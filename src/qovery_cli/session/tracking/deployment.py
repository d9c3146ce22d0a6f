"""Start an action and wait for its end.

The state before the request is read first; if that fails, nothing is sent. From then on a reader
sends the lookups, a tracker evaluates them, and ``http.polling`` sets the pace. ``--timeout``
bounds everything after the request.
"""

from collections.abc import Mapping
from time import monotonic
from typing import TYPE_CHECKING, Any

from qovery_cli.catalog.resources import RESOURCES
from qovery_cli.errors import (
    AuthError,
    ForbiddenError,
    NotFoundError,
    UnavailableError,
    WaitTimeoutError,
)
from qovery_cli.http.pagination import mapping
from qovery_cli.http.polling import poll_until
from qovery_cli.http.request import Request
from qovery_cli.http.request_errors import DeadlineExceededError
from qovery_cli.http.response import Response
from qovery_cli.resolve.resolver import ResourceRef
from qovery_cli.session.tracking.by_cluster import ClusterTracker
from qovery_cli.session.tracking.by_id import IdTracker
from qovery_cli.session.tracking.by_state import StateTracker
from qovery_cli.session.tracking.errors import (
    VerdictUnknownError,
    error_for,
    nothing_sent,
    out_of_time,
    uncapitalized,
)
from qovery_cli.session.tracking.follow_up_commands import cancel_command, status_command
from qovery_cli.session.tracking.goals import goal_for
from qovery_cli.session.tracking.interruptions import when_interrupted
from qovery_cli.session.tracking.observations import Observation
from qovery_cli.session.tracking.readers import (
    ClusterReader,
    IdReader,
)
from qovery_cli.session.tracking.snapshots import take_snapshot
from qovery_cli.session.tracking.verdicts import Need, Receipt, Tracker, Underway, Verdict

if TYPE_CHECKING:
    from qovery_cli.output.progress import Progress
    from qovery_cli.session.session import Session

#: Titles of the progress display, by action.
_TITLES = {
    "deploy": "Deploying",
    "stop": "Stopping",
    "restart": "Restarting",
    "delete": "Deleting",
    "uninstall": "Uninstalling",
    "cancel": "Cancelling the deployment of",
}

#: Maximum difference in seconds between the clocks behind two responses of a server.
_CLOCK_TOLERANCE = 2.0


def start_only(session: "Session", target: ResourceRef, request: Request) -> Any:
    """Send a request without waiting for its end; raise VerdictUnknownError for a lost answer."""
    try:
        return session.send_request(request)
    except UnavailableError as error:
        if error.may_have_arrived:
            raise _answer_lost(error, status_command(session, target)) from error
        raise


def _answer_lost(error: UnavailableError, look: str) -> VerdictUnknownError:
    return VerdictUnknownError(
        error.message,
        hint=f"It may have been accepted. Check before you repeat it: `{look}`.",
        http=error.http,
        request_id=error.request_id,
        operation=error.operation,
    )


class Deployment:
    """One action on one resource, from the state before it to its end.

    The constructor reads the state before and raises the errors of that; nothing is sent then.
    """

    def __init__(
        self, session: "Session", action: str, target: ResourceRef, path: Mapping[str, str]
    ) -> None:
        self._session = session
        self._action = action
        self._target = target
        self._read_at = monotonic()
        self._set_deadline()
        try:
            snapshot = take_snapshot(session, target, path)
        except DeadlineExceededError as error:
            raise nothing_sent() from error
        self._target, self._reader = snapshot.target, snapshot.reader
        self._before, self._services = snapshot.before, snapshot.services
        gone = (NotFoundError, ForbiddenError) if action == "delete" else (NotFoundError,)
        self._reader.gone = gone
        self._tracker: Tracker | None = None
        self._latest = self._before
        self._sent_at: float | None = None
        self._joined = self._lost = False

    def run(self, request: Request) -> dict[str, Any]:
        """Send the request, wait for the end, and return the last status, {} after a deletion.

        Raises WaitFailedError, WaitCancelledError, WaitTimeoutError or VerdictUnknownError for
        any end but success.
        """
        from qovery_cli.output.progress import Progress
        from qovery_cli.session.render import prepare

        prepare(self._session, request)
        tracker = self._tracker = self._tracker_for(request.body)
        title = f"{_TITLES.get(self._action, self._action)} {self._noun} {self._name}"
        with when_interrupted(self._session, self._how_it_goes_on):
            self._set_deadline()
            self._sent_at = monotonic()
            tracker.accepted(self._send(request))
            with Progress(self._session.terminal, title) as progress:
                self._session.write_notice = progress.notice
                verdict = self._wait(tracker, progress)
        for note in verdict.notes:
            self._session.notice(note)
        error = error_for(verdict, self._called, self._look)
        if error is not None:
            raise error
        return self._last_status(verdict)

    # Before the request.

    def _tracker_for(self, body: Any) -> Tracker:
        goal = goal_for(self._action, self._target, self._before, self._services, body)
        if isinstance(self._reader, ClusterReader):
            return ClusterTracker(goal, self._before)
        if isinstance(self._reader, IdReader):
            return IdTracker(goal, self._before)
        return StateTracker(goal, self._before)

    def _set_deadline(self) -> None:
        self._ends = self._session.flags.deadline
        self._session.client.deadline = self._ends

    # The request.

    def _send(self, request: Request) -> Receipt:
        try:
            answer = self._session.exchange(request)
        except UnavailableError as error:
            if isinstance(error, DeadlineExceededError):
                raise self._unanswered(error) from error
            if not error.may_have_arrived:
                raise
            self._session.notice(f"{error.message} Looking for it in queue and history.")
            self._lost = True
            return Receipt(None)
        waited = monotonic() - self._read_at
        return Receipt(mapping(answer.data), self._arrival(answer), waited)

    def _arrival(self, answer: Response) -> tuple[float, float] | None:
        """Return bounds of the arrival of the request, in Unix seconds of the server's clock."""
        from email.utils import parsedate_to_datetime

        took = monotonic() - (self._sent_at or 0.0)
        try:
            answered = parsedate_to_datetime(answer.headers["date"]).timestamp()
        except (KeyError, ValueError, TypeError):
            return None
        return answered - took - _CLOCK_TOLERANCE, answered + _CLOCK_TOLERANCE

    def _unanswered(self, error: DeadlineExceededError) -> WaitTimeoutError:
        if not error.may_have_arrived:
            return nothing_sent()
        return WaitTimeoutError(
            f"{self._called}: {error.message}",
            hint=f"It may have been accepted. Check before you repeat it: `{self._look}`.",
            operation=error.operation,
        )

    # The wait.

    def _wait(self, tracker: Tracker, progress: "Progress") -> Verdict:
        started = self._sent_at or monotonic()
        try:
            return poll_until(
                lambda: self._round(tracker, progress, monotonic() - started),
                deadline=self._ends,
                sleep=self._session.runtime.sleep,
            )
        except TimeoutError:
            passed = monotonic() - started
            read = self._latest is not self._before
            state = (self._state or "gone") if read else None
            accepted = not self._lost
            raise out_of_time(self._called, passed, state, self._look, accepted=accepted) from None
        except (UnavailableError, AuthError, ForbiddenError) as error:
            raise _no_longer_seen(error, self._called, self._look) from error

    def _round(self, tracker: Tracker, progress: "Progress", at: float) -> Verdict | None:
        """Send lookups until the tracker needs no more; return its verdict, None to go on."""
        latest = Observation(at=at)
        lookups = tracker.lookups()
        while True:
            latest = self._reader.read(lookups, latest, getattr(tracker, "request", None))
            outcome = tracker.observe(latest)
            if not isinstance(outcome, Need):
                break
            lookups = outcome.lookups
        self._latest = latest
        if isinstance(tracker, IdTracker) and tracker.joined and not self._joined:
            self._joined = True
            self._session.notice(f"It joined request {tracker.request}, which is already queued.")
        phase = outcome.phase if isinstance(outcome, Underway) else ""
        progress.update(self._rows(at), phase)
        return outcome if isinstance(outcome, Verdict) else None

    def _rows(self, passed: float) -> list[tuple[str, str, str, float]]:
        rows = [(self._name, self._target.kind, self._state or "DELETED", passed)]
        for id, service in self._services.items():
            state = (self._latest.services or {}).get(id)
            if state is not None:
                rows.append((service.name, service.kind, state.state, passed))
        return rows

    # Output.

    @property
    def _name(self) -> str:
        return self._target.name or self._target.id

    @property
    def _called(self) -> str:
        return f"{self._noun[0].upper()}{self._noun[1:]} '{self._name}'"

    @property
    def _noun(self) -> str:
        return RESOURCES[self._target.kind].noun

    @property
    def _look(self) -> str:
        return status_command(self._session, self._target)

    @property
    def _status(self) -> Mapping[str, Any]:
        """Latest status of the target itself, {} if it is gone."""
        if self._latest.gone:
            return {}
        service = (self._latest.services or {}).get(self._target.id)
        if self._target.kind in {"environment", "cluster"}:
            return self._latest.status
        return service.status if service else {}

    @property
    def _state(self) -> str | None:
        return self._status.get("state") or self._status.get("status")

    def _last_status(self, verdict: Verdict) -> dict[str, Any]:
        """Return the last status, with the state in which our deployment ended."""
        status = dict(self._status)
        if not status or not verdict.state:
            return status
        return {**status, "status" if "cluster_id" in status else "state": verdict.state}

    def _how_it_goes_on(self) -> str | None:
        """Return a notice for an interrupted wait, None if nothing was sent."""
        if self._sent_at is None:
            return None
        tracker = self._tracker
        is_queued = isinstance(tracker, IdTracker) and tracker.is_queued
        request = tracker.request if is_queued and isinstance(tracker, IdTracker) else None
        cancel = cancel_command(self._session, self._target, request)
        how = f" Cancel it with `{cancel}`." if cancel and self._action != "cancel" else ""
        return f"The {self._action} continues. Check it with `{self._look}`.{how}"


def _no_longer_seen(
    error: UnavailableError | AuthError | ForbiddenError, name: str, look: str
) -> VerdictUnknownError:
    return VerdictUnknownError(
        f"The result of the deployment of {uncapitalized(name)} is unknown: {error.message}",
        hint=f"It continues. Check it with `{look}`.",
        http=error.http,
        request_id=error.request_id,
        operation=error.operation,
    )
