"""Waiting for an action to end, with progress on stderr and a verdict as the exit code."""

from collections.abc import Mapping
from time import monotonic
from typing import TYPE_CHECKING, Any

from qovery_cli.api.pages import items
from qovery_cli.api.wait import Snapshot, Subject, wait_for
from qovery_cli.catalog.resources import RESOURCES
from qovery_cli.catalog.states import StateClass, classify
from qovery_cli.errors import ForbiddenError, NotFoundError
from qovery_cli.names.find import Found

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

#: The operations that tell the states of an environment's services, by their kind.
SERVICE_STATUSES = {
    "application": "getEnvironmentApplicationStatus",
    "container": "getEnvironmentContainerStatus",
    "database": "getEnvironmentDatabaseStatus",
}
SERVICE_LISTS = {
    "application": "listApplication",
    "container": "listContainer",
    "database": "listDatabase",
}


class Watch:
    """The state of one resource, read before an action and until the action has ended."""

    def __init__(self, session: "Session", target: Found, path: Mapping[str, str]) -> None:
        self.session = session
        self.target = target
        self.path = path
        self.status: dict[str, Any] = {}
        self.services: dict[str, str] = {}
        self.names = self._service_names()
        self.before = self.look()

    def look(self) -> Snapshot:
        """Return the present state; a resource that is gone has none."""
        own = (STATUS[self.target.kind], self.path, None)
        operations = SERVICE_STATUSES.values() if self.names else ()
        try:
            status, *others = self.session.ask_all(
                [own, *((operation, self.path, None) for operation in operations)]
            )
        except (NotFoundError, ForbiddenError):
            # The API answers 403 as well as 404 for what was deleted.
            self.status, self.services = {}, {}
            return Snapshot(None, None)
        self.status = dict(status)
        found = [one for data in others for one in items(data)]
        self.services = {one["id"]: one["state"] for one in found}
        state = self.status.get("state") or self.status.get("status")
        return Snapshot(str(state) if state else None, _mark(self.status), self._failed())

    def _failed(self) -> tuple[str, ...]:
        """Return a line for each service that failed."""
        failed = [id for id, state in self.services.items() if classify(state) is FAILED]
        known = [(self.names[id], self.services[id]) for id in failed if id in self.names]
        return tuple(f"{name} ({kind}): {state}" for (name, kind), state in known)

    def until_done(self, action: str) -> dict[str, Any]:
        """Return the last status; raise what the wait ended in if it was not success."""
        from qovery_cli.output.progress import Progress

        started = monotonic()
        name = self.target.name or self.target.id
        with Progress(self.session.terminal, f"{action} {self.target.kind} {name}") as progress:

            def look() -> Snapshot:
                seen = self.look()
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
        return self.status

    def _called(self) -> str:
        return f"{self.target.kind.capitalize()} '{self.target.name or self.target.id}'"

    def _look_again(self) -> str:
        option = RESOURCES[self.target.kind].option.lstrip("-")
        return f"qovery {option} status {self.target.id}"

    def _rows(self, snapshot: Snapshot, seconds: float) -> list[tuple[str, str, str, float]]:
        name = self.target.name or self.target.id
        own = (name, self.target.kind, snapshot.state or "DELETED", seconds)
        known = [(id, state) for id, state in self.services.items() if id in self.names]
        return [own, *((*self.names[id], state, seconds) for id, state in known)]

    def _service_names(self) -> dict[str, tuple[str, str]]:
        """Return name and kind of an environment's services by id; of anything else, nothing."""
        if self.target.kind != "environment":
            return {}
        kinds = list(SERVICE_LISTS)
        answers = self.session.ask_all([(SERVICE_LISTS[kind], self.path, None) for kind in kinds])
        return {
            service["id"]: (service["name"], kind)
            for kind, data in zip(kinds, answers, strict=True)
            for service in items(data)
        }


def _mark(status: Mapping[str, Any]) -> str | None:
    """Return what tells one deployment from the next, where the API says it."""
    known = ("execution_id", "last_deployment_id", "last_execution_id", "last_deployment_date")
    return next((str(status[key]) for key in known if status.get(key)), None)
