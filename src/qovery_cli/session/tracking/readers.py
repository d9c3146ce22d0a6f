"""Send the lookups of a tracker to the API, in parallel."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any, Protocol

from qovery_cli import catalog
from qovery_cli.catalog.resources import RESOURCES
from qovery_cli.errors import ForbiddenError, NotFoundError, QoveryError, UnavailableError
from qovery_cli.frozen import changed
from qovery_cli.http.concurrency import in_parallel
from qovery_cli.http.pagination import items, mapping, next_query
from qovery_cli.http.response import UnexpectedResponseError
from qovery_cli.resolve.resolver import ResourceRef
from qovery_cli.session.environment_snapshot import fetch_snapshot
from qovery_cli.session.tracking.observations import (
    GONE,
    Observation,
    executions_of,
    history_rows,
    queue_of,
    request_state_of,
    service_state,
    service_states,
    states_of_stages,
    text,
)
from qovery_cli.session.tracking.request_matching import LARGE_PAGE, PAGE
from qovery_cli.session.tracking.verdicts import Lookup

if TYPE_CHECKING:
    from qovery_cli.session.session import Session

#: Fields of an observation, from one response.
_Part = Mapping[str, Any]


class Reader(Protocol):
    """Protocol of what sends the lookups of a tracker.

    ``gone`` are the error classes that mean that the target no longer exists.
    """

    gone: tuple[type[QoveryError], ...]

    def read(
        self, lookups: Sequence[Lookup], latest: Observation, request: str | None
    ) -> Observation:
        """Return the observation with the responses merged in; raise errors of the API."""


class IdReader:
    """Reader for API 1.0.4: states by stage, queue and history of an environment."""

    def __init__(self, session: "Session", environment: str) -> None:
        self._session = session
        self._path = {"environmentId": environment}
        self.gone: tuple[type[QoveryError], ...] = ()

    def read(
        self, lookups: Sequence[Lookup], latest: Observation, request: str | None
    ) -> Observation:
        """Return the observation with the responses merged in; at most four parallel requests."""
        return _merge(latest, [partial(self._one, question, request) for question in lookups])

    def _one(self, question: Lookup, request: str | None) -> _Part:
        if question is Lookup.STATES:
            return self._states()
        if question is Lookup.AUTHORS:
            return {"authors": self._authors()}
        if question is Lookup.REQUEST:
            return {"request_state": self._request_state(str(request))}
        try:
            if question is Lookup.QUEUE:
                data = self._session.get("listDeploymentRequestByEnvironmentId", self._path)
                return {"queue": queue_of(data)}
            size = LARGE_PAGE if question is Lookup.WHOLE_HISTORY else PAGE
            query = {"pageSize": size}
            data = self._session.get("listEnvironmentDeploymentHistoryV2", self._path, query)
            return {"history": executions_of(data), "whole": size == LARGE_PAGE}
        except NotFoundError as error:
            # The environment may be gone since its states were read: the next round shows it.
            raise _as_unavailable(error) from error

    def _states(self) -> _Part:
        operation = "getEnvironmentStatusesWithStages"
        try:
            status, services = states_of_stages(self._session.get(operation, self._path))
        except self.gone:
            return {"gone": True}
        if not status.get("state"):
            raise UnexpectedResponseError(operation)
        return {"status": status, "services": services}

    def _authors(self) -> frozenset[str]:
        """Return the names of the user; empty for a token without a user."""
        try:
            account = mapping(self._session.get("getAccountInformation", {}))
        except UnavailableError:
            raise
        except QoveryError:
            return frozenset()
        first, last = (str(account.get(key) or "") for key in ("first_name", "last_name"))
        names = {f"{first} {last}".strip()}
        names |= {str(account.get(key) or "") for key in ("name", "nickname", "email", "id")}
        return frozenset(names - {""})

    def _request_state(self, request: str) -> str:
        query = {"deploymentRequestId": request}
        try:
            data = self._session.get("getDeploymentStatusByDeploymentRequestId", {}, query)
        except QoveryError as error:
            # It is not documented for how long the API keeps the state of a request.
            return GONE if isinstance(error, NotFoundError) else "UNKNOWN"
        return request_state_of(data) or "UNKNOWN"


class StateReader:
    """Reader for API 1.0.3: states of services, and the history of the environment."""

    def __init__(self, session: "Session", target: ResourceRef, environment: str) -> None:
        self._session = session
        self._target = target
        self._environment = environment
        self.gone: tuple[type[QoveryError], ...] = ()

    def read(
        self, lookups: Sequence[Lookup], latest: Observation, request: str | None
    ) -> Observation:
        """Return the observation with the responses merged in; ``request`` is not used."""
        del request
        return _merge(latest, [partial(self._one, question) for question in lookups])

    def _one(self, question: Lookup) -> _Part:
        if question is Lookup.STATES:
            try:
                return self._states()
            except self.gone:
                return {"gone": True}
        try:
            return self._history(whole=question is Lookup.WHOLE_HISTORY)
        except NotFoundError:
            if not self.gone:
                raise
            # The history was deleted with its environment.
            return {"history": (), "whole": True}

    def _states(self) -> _Part:
        if self._target.kind == "environment":
            snapshot = fetch_snapshot(self._session, self._target.id, "status", "states")
            services = service_states(snapshot.states.values())
            return {"status": snapshot.status, "services": services}
        resource = RESOURCES[self._target.kind]
        if resource.status_operation is None:
            return self._state_in_environment()
        operation = resource.status_operation
        data = mapping(self._session.get(operation, {resource.parameter: self._target.id}))
        if not data.get("state"):
            # Without an error, a deletion would seem to have succeeded.
            raise UnexpectedResponseError(operation)
        status = {"id": self._target.id, **data}
        return {"status": status, "services": {self._target.id: service_state(status)}}

    def _state_in_environment(self) -> _Part:
        """Return the status of a service whose kind has no operation of its own for it."""
        snapshot = fetch_snapshot(self._session, self._environment, "states")
        status = snapshot.states.get(self._target.id)
        if status is None and self.gone:
            return {"gone": True}
        if status is None:
            raise UnexpectedResponseError("getEnvironmentStatuses")
        return {"status": status, "services": {self._target.id: service_state(status)}}

    def _history(self, *, whole: bool) -> _Part:
        operation = catalog.operation("listEnvironmentDeploymentHistory")
        rows: list[Any] = []
        query: Mapping[str, str] | None = {}
        while query is not None and len(rows) < LARGE_PAGE:
            path = {"environmentId": self._environment}
            data = self._session.get(operation.key, path, query)
            rows += items(data)
            query = next_query(data, operation) if whole else None
        return {"history": history_rows(rows), "whole": whole}


class ClusterReader:
    """Reader of the status of a cluster."""

    def __init__(self, session: "Session", path: Mapping[str, str]) -> None:
        self._session = session
        self._path = path
        self.gone: tuple[type[QoveryError], ...] = ()

    def read(
        self, lookups: Sequence[Lookup], latest: Observation, request: str | None
    ) -> Observation:
        """Return the observation with the status merged in."""
        del lookups, request
        operation = str(RESOURCES["cluster"].status_operation)
        try:
            data = mapping(self._session.get(operation, self._path))
        except self.gone:
            return changed(latest, gone=True)
        if not text(data.get("status")):
            raise UnexpectedResponseError(operation)
        return changed(latest, status=data)


def _merge(latest: Observation, jobs: Sequence[partial[_Part]]) -> Observation:
    parts = in_parallel(jobs)
    failures = [part for part in parts if isinstance(part, QoveryError)]
    gone = any(isinstance(part, Mapping) and part.get("gone") for part in parts)
    if failures and not gone:
        # A missing permission is more informative than other failures.
        raise next((error for error in failures if isinstance(error, ForbiddenError)), failures[0])
    for part in parts:
        if isinstance(part, Mapping):
            latest = changed(latest, **part)
    return latest


def _as_unavailable(error: NotFoundError) -> UnavailableError:
    return UnavailableError(error.message, http=error.http, operation=error.operation)
