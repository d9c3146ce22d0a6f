"""Waiting for an action to end: pure, with the clock and the polling given by the caller.

The first answers after an action may still show the state before it, and an action may have been
queued behind another one. So an end counts only if something shows that it is the end of *this*
action: another state or another execution than before, something under way seen since, or, at
last, that nothing has moved for a while.

A NotFoundError of the poll means that the resource is gone, which is the end of a delete and a
failure of anything else.
"""

from collections.abc import Callable
from dataclasses import dataclass
from math import inf
from time import monotonic
from time import sleep as really_sleep

from qovery_cli.catalog.states import ENDS, StateClass, classify, has_ended
from qovery_cli.errors import (
    ForbiddenError,
    NotFoundError,
    UnavailableError,
    WaitCancelledError,
    WaitFailedError,
    WaitTimeoutError,
)
from qovery_cli.record import record

#: Seconds without any change after which an end counts, whatever it was the end of.
SETTLE = 15.0

#: Seconds that the API may be unavailable before the wait gives up.
PATIENCE = 300.0

_GROWTH = 1.5


@record
class Snapshot:
    """What a look at a resource showed.

    ``state`` is None when it is gone. ``mark`` tells one execution from the next: an execution
    id or the date of the last deployment. ``detail`` is printed below the error of a failure.
    """

    state: str | None
    mark: str | None = None
    detail: tuple[str, ...] = ()


@record
class Subject:
    """How messages call what is waited for, and the command that looks at it again."""

    name: str = "The resource"
    look: str = "qovery status"


def wait_for(
    poll: Callable[[], Snapshot],
    action: str,
    *,
    before: Snapshot | None = None,
    timeout: float | None = 3600.0,
    first_interval: float = 1.0,
    max_interval: float = 10.0,
    settle: float = SETTLE,
    patience: float = PATIENCE,
    clock: Callable[[], float] = monotonic,
    sleep: Callable[[float], None] = really_sleep,
    on_change: Callable[[Snapshot], None] | None = None,
    subject: Subject | None = None,
) -> Snapshot:
    """Return the last snapshot once the action has succeeded.

    ``before`` is how it looked before the action was asked for. Times are in seconds; ``timeout``
    None waits for ever. Raises WaitFailedError, WaitCancelledError, WaitTimeoutError, or the
    UnavailableError of ``poll`` when that has lasted; other errors of ``poll`` at once.
    """
    about, started, interval = subject or Subject(), clock(), first_interval
    look = _Look(poll, action, patience, clock)
    watch = _Watch(action, before, settle, started)
    while True:
        seen = look()
        if seen is not None:
            if watch.notice(seen, clock()) and on_change is not None:
                on_change(seen)
            if watch.is_over(clock()):
                return _verdict(seen, action, about)
        left = inf if timeout is None else started + timeout - clock()
        if left <= 0:
            raise look.error or _out_of_time(watch.last, clock() - started, about)
        sleep(min(interval, left))
        interval = min(interval * _GROWTH, max_interval)


@dataclass(slots=True)
class _Look:
    """A poll that survives an API that is away for a while, and knows what gone looks like."""

    poll: Callable[[], Snapshot]
    action: str
    patience: float
    clock: Callable[[], float]
    error: UnavailableError | None = None
    away_since: float = 0.0

    def __call__(self) -> Snapshot | None:
        """Return a snapshot, None while the API is away."""
        try:
            seen = self.poll()
        except UnavailableError as error:
            if self.error is None:
                self.away_since = self.clock()
            self.error = error
            if self.clock() - self.away_since >= self.patience:
                raise
            return None
        except NotFoundError:
            seen = Snapshot(None)
        except ForbiddenError:
            # What it no longer knows, the API may also refuse.
            if self.action != "delete":
                raise
            seen = Snapshot(None)
        self.error = None
        return seen


@dataclass(slots=True)
class _Watch:
    """What has been seen so far, and whether that is enough to call it the end."""

    action: str
    before: Snapshot | None
    settle: float
    still_since: float
    last: Snapshot | None = None
    ended_earlier: bool = False
    began: bool = False

    def notice(self, seen: Snapshot, now: float) -> bool:
        """Take note of a snapshot; tell whether its state is a new one."""
        last, self.last = self.last, seen
        known = last or self.before
        if known is None or (known.state, known.mark) != (seen.state, seen.mark):
            self.still_since = now
        if _is_end(seen):
            self.ended_earlier = True
        elif not self._queued_behind() or self.ended_earlier:
            self.began = True
        return last is None or last.state != seen.state

    def is_over(self, now: float) -> bool:
        """Tell whether the last snapshot is the end of this action and not of an earlier one."""
        seen, before = self.last, self.before
        if seen is None or not _is_end(seen):
            return False
        if seen.state is None or self.began or now - self.still_since >= self.settle:
            return True
        if before is None:
            return False
        if before.mark is not None and seen.mark is not None and before.mark != seen.mark:
            return True
        if self._queued_behind():
            return self.action in {"stop", "delete"} and seen.state in ENDS[self.action]
        return seen.state != before.state

    def _queued_behind(self) -> bool:
        """Tell whether an end may be that of what was under way before.

        A cancel is the end of just that. The success of a stop or a delete cannot be taken for
        that of an earlier deploy; the success of a deploy can.
        """
        return self.before is not None and not _is_end(self.before) and self.action != "cancel"


def _is_end(snapshot: Snapshot) -> bool:
    return snapshot.state is None or has_ended(snapshot.state)


def _verdict(seen: Snapshot, action: str, about: Subject) -> Snapshot:
    if seen.state is None:
        if action == "delete":
            return seen
        raise WaitFailedError(f"{about.name} is gone.", detail=seen.detail)
    if seen.state in ENDS[action]:
        return seen
    kind = classify(seen.state)
    hint = f"Look at it with `{about.look}`."
    if kind is StateClass.CANCELLED:
        raise WaitCancelledError(
            f"{about.name} was cancelled ({seen.state}).", hint=hint, detail=seen.detail
        )
    message = f"{about.name} ended in {seen.state}, which is not what the {action} was to reach."
    if kind is StateClass.FAILED:
        message = f"{about.name} failed: {seen.state}."
    raise WaitFailedError(message, hint=hint, detail=seen.detail)


def _out_of_time(last: Snapshot | None, timeout: float, about: Subject) -> WaitTimeoutError:
    state = "not known" if last is None else last.state or "gone"
    return WaitTimeoutError(
        f"{about.name} had not ended after {timeout:.0f} s; its state is {state}.",
        hint=f"It goes on. Look again with `{about.look}`, or wait longer with --timeout.",
    )
