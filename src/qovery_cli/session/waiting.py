"""Waiting for an action to end, with progress on stderr and a verdict as the exit code."""

from collections.abc import Mapping, Sequence
from time import monotonic
from typing import TYPE_CHECKING, Any

from qovery_cli.api.pages import mapping
from qovery_cli.api.wait import Snapshot, Subject, wait_for
from qovery_cli.catalog.resources import RESOURCES
from qovery_cli.catalog.states import ENDS, StateClass, classify
from qovery_cli.errors import ForbiddenError, NotFoundError, UnavailableError
from qovery_cli.names.find import Found
from qovery_cli.record import changed
from qovery_cli.session.inside import inside

if TYPE_CHECKING:
    from qovery_cli.session.session import Session

FAILED = StateClass.FAILED

#: The operation that tells the state of a resource.
STATUS = {
    "environment": "getEnvironmentStatus",
    "application": "getApplicationStatus",
    "container": "getContainerStatus",
    "database": "getDatabaseStatus",
    "cluster": "getClusterStatus",
}

#: What is said of an action while it goes on.
_GOING_ON = {
    "deploy": "Deploying",
    "stop": "Stopping",
    "restart": "Restarting",
    "delete": "Deleting",
    "cancel": "Cancelling the deployment of",
    "upgrade": "Upgrading",
}

#: Actions on an environment that leave some of its services alone.
PARTIAL = {
    "deployAllApplications",
    "deployAllServices@1.0.3",
    "deployAllServices@1.0.4",
}


class Watch:
    """The state of one resource, read before an action and until the action has ended.

    An environment stays in the state of a service that failed. Of an action that is ``partial``
    such a service may be no part; then the others decide.
    """

    def __init__(
        self, session: "Session", target: Found, path: Mapping[str, str], *, partial: bool = False
    ) -> None:
        self.session = session
        self.target = target
        self.path = path
        self.status: dict[str, Any] = {}
        self.services: dict[str, str] = {}
        self.marks: dict[str, str | None] = {}
        #: The services that had failed before and have not moved since, with their marks.
        self.broken: dict[str, str | None] = {}
        self.names: dict[str, tuple[str, str]] = {}
        self.before = self.look("services")
        if partial:
            self.broken = {id: self.marks[id] for id in self._failed_ids()}
            self.before = changed(self.before, state=self._state())

    def look(self, *more: str, action: str | None = None) -> Snapshot:
        """Return the present state; a resource that is gone has none.

        The API answers 403 as well as 404 for what was deleted; while something else is waited
        for, ForbiddenError means what it says.
        """
        try:
            self._read(more, waits=action is not None)
        except (NotFoundError, ForbiddenError) as error:
            if action not in {None, "delete"} and isinstance(error, ForbiddenError):
                raise
            self.status, self.services = {}, {}
            return Snapshot(None, None)
        still = [id for id in self._failed_ids() if id in self.broken]
        self.broken = {id: self.broken[id] for id in still if self.marks[id] == self.broken[id]}
        return Snapshot(self._state(), _mark(self.status), self._failed())

    def _read(self, more: Sequence[str], *, waits: bool) -> None:
        """Ask for the status, of an environment also for those of its services.

        UnavailableError if it ``waits`` for a state and is told none.
        """
        if self.target.kind != "environment":
            status = mapping(self.session.ask(STATUS[self.target.kind], self.path))
            if waits and not (status.get("state") or status.get("status")):
                # Taken for gone, a delete would seem to have succeeded.
                raise UnavailableError("The API told no state.", hint=f"`{self._look_again()}`")
            self.status = status
            return
        found = inside(self.session, self.target.id, "own", "states", *more)
        self.status = dict(found.own)
        self.services = {id: str(one["state"]) for id, one in found.states.items()}
        self.marks = {id: _mark(one) for id, one in found.states.items()}
        self.names |= {one.id: (one.name, one.kind) for one in found.services.values()}

    def _state(self) -> str | None:
        """Return the state, as it would be without what had failed before."""
        state = self.status.get("state") or self.status.get("status")
        if state is None:
            return None
        if self.broken and classify(str(state)) is FAILED and not self._failed():
            others = [one for id, one in self.services.items() if id not in self.broken]
            return next((one for one in others if one in ENDS["deploy"]), str(state))
        return str(state)

    def _failed_ids(self) -> list[str]:
        return [id for id, state in self.services.items() if classify(state) is FAILED]

    def _failed(self) -> tuple[str, ...]:
        """Return a line for each service that failed, but not before."""
        failed = [id for id in self._failed_ids() if id not in self.broken]
        known = [(self.names[id], self.services[id]) for id in failed if id in self.names]
        return tuple(f"{name} ({kind}): {state}" for (name, kind), state in known)

    def until_done(self, action: str) -> dict[str, Any]:
        """Return the last status; raise what the wait ended in if it was not success."""
        from qovery_cli.output.progress import Progress

        started = monotonic()
        title = f"{_GOING_ON.get(action, action)} {self.target.kind} {self._name()}"
        with Progress(self.session.terminal, title) as progress:

            def look() -> Snapshot:
                seen = self.look(action=action)
                progress.update(self._rows(seen, monotonic() - started))
                return seen

            wait_for(
                look,
                action,
                before=self.before,
                timeout=self.session.flags.timeout,
                sleep=self.session.world.sleep,
                subject=Subject(self._called(), self._look_again()),
            )
        for name, kind in (self.names[id] for id in self.broken if id in self.names):
            self.session.notice(f"{name} ({kind}) had failed before, and was not part of it.")
        return self.status

    def _name(self) -> str:
        return self.target.name or self.target.id

    def _called(self) -> str:
        return f"{self.target.kind.capitalize()} '{self._name()}'"

    def _look_again(self) -> str:
        option = RESOURCES[self.target.kind].option.lstrip("-")
        return f"qovery {option} status {self.target.id}"

    def _rows(self, snapshot: Snapshot, seconds: float) -> list[tuple[str, str, str, float]]:
        own = (self._name(), self.target.kind, snapshot.state or "DELETED", seconds)
        known = [(id, state) for id, state in self.services.items() if id in self.names]
        return [own, *((*self.names[id], state, seconds) for id, state in known)]


def watch_for(
    session: "Session", target: Found, path: Mapping[str, str], operation: str
) -> Watch | None:
    """Return the watch over an action that is to be waited for, None if none is."""
    waits = session.flags.wait and not session.flags.rehearses and target.kind in STATUS
    return Watch(session, target, path, partial=operation in PARTIAL) if waits else None


def _mark(status: Mapping[str, Any]) -> str | None:
    """Return what tells one deployment from the next, where the API says it."""
    known = ("execution_id", "last_deployment_id", "last_execution_id", "last_deployment_date")
    return next((str(status[key]) for key in known if status.get(key)), None)
