"""Records of the states, the queue and the history that the API reports.

Parsing is tolerant: a missing field is None or empty, and unknown values are kept.
"""

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Any

from qovery_cli.catalog.resources import kind_of_service
from qovery_cli.catalog.states import StateClass, classify
from qovery_cli.frozen import record
from qovery_cli.http.pagination import mapping, records

_EMPTY: Mapping[str, Any] = MappingProxyType({})


@record
class ServiceState:
    """Status of a service; ``date`` is that of its last deployment."""

    id: str
    state: str
    execution: str | None = None
    request: str | None = None
    date: str | None = None
    status: Mapping[str, Any] = _EMPTY


@record
class QueuedRequest:
    """Deployment request in the queue; ``waiting`` is False if it seems to have started."""

    id: str
    action: str
    author: str | None
    services: frozenset[str]
    waiting: bool = True


@record
class ServiceOutcome:
    """Service in an execution; ``progress`` is a value such as ONGOING or SUCCESS."""

    id: str
    name: str
    kind: str
    state: str
    progress: str | None = None

    def __str__(self) -> str:
        """Return a line for a list of failures."""
        return f"{self.name or self.id} ({self.kind}): {self.state}"


@record
class Execution:
    """Entry in the history of an environment; ``created`` is in Unix seconds of the server."""

    id: str
    action: str | None
    author: str | None
    created: float | None
    state: str
    progress: str | None
    services: tuple[ServiceOutcome, ...]

    @property
    def service_ids(self) -> frozenset[str]:
        """Ids of the services that it covers."""
        return frozenset(service.id for service in self.services)


@record
class Observation:
    """Responses of one round; fields without a lookup are None.

    ``at`` is in seconds since the request was sent. ``gone`` is True if the environment, service
    or cluster no longer exists; ``status`` is its status. ``history`` is newest first, and
    ``whole`` if it was requested as a large page. ``request_state`` is the state of the request,
    GONE if the API does not know it. ``authors`` are the names of the user; empty for a token
    without a user.
    """

    at: float = 0.0
    gone: bool = False
    status: Mapping[str, Any] = _EMPTY
    services: Mapping[str, ServiceState] | None = None
    queue: tuple[QueuedRequest, ...] | None = None
    history: tuple[Execution, ...] | None = None
    whole: bool = False
    request_state: str | None = None
    authors: frozenset[str] | None = None

    @property
    def executions(self) -> frozenset[str]:
        """Ids of all executions in the states."""
        ids = {service.execution for service in (self.services or {}).values()}
        ids |= {text(self.status.get(key)) for key in ("last_deployment_id", "execution_id")}
        return frozenset(id for id in ids if id)

    @property
    def requests(self) -> frozenset[str | None]:
        """Ids of all requests in the states."""
        ids = {service.request for service in (self.services or {}).values()}
        return frozenset(ids | {text(self.status.get("deployment_request_id"))})

    @property
    def begun(self) -> frozenset[str]:
        """Ids of the executions that have certainly left the queue."""
        return frozenset(
            service.execution
            for service in (self.services or {}).values()
            if service.execution and classify(service.state) is not StateClass.QUEUED
        )


GONE = "GONE"


def states_of_stages(data: Any) -> tuple[Mapping[str, Any], dict[str, ServiceState]]:
    """Return the statuses of the environment and of its services from ``statusesWithStages``."""
    response = mapping(data)
    states: dict[str, ServiceState] = {}
    for stage in records(response.get("stages")):
        for group in stage.values():
            states |= service_states(group if isinstance(group, list) else ())
    return mapping(response.get("environment")), states


def service_states(statuses: Iterable[Any]) -> dict[str, ServiceState]:
    """Return the statuses of services by id; skip those without id or state."""
    rows = records(list(statuses), "id", "state")
    return {row["id"]: service_state(row) for row in rows}


def service_state(status: Mapping[str, Any]) -> ServiceState:
    """Return the status of one service."""
    return ServiceState(
        str(status["id"]),
        str(status["state"]),
        text(status.get("execution_id")),
        text(status.get("deployment_request_id")),
        text(status.get("last_deployment_date")),
        status,
    )


def queue_of(data: Any) -> tuple[QueuedRequest, ...]:
    """Return the requests in the queue of an environment, in their order."""
    return tuple(
        _queued(row)
        for row in records(data, "identifier")
        if text(mapping(row["identifier"]).get("deployment_request_id"))
    )


def _queued(row: Mapping[str, Any]) -> QueuedRequest:
    stages = records(row.get("stages"))
    services = [row for stage in stages for row in records(stage.get("services"), "identifier")]
    return QueuedRequest(
        str(row["identifier"]["deployment_request_id"]),
        str(row.get("trigger_action") or ""),
        text(mapping(row.get("auditing_data")).get("triggered_by")),
        frozenset(str(mapping(row["identifier"]).get("service_id")) for row in services),
        # The queue is documented to contain waiting requests; a server might add running ones.
        waiting=all(stage.get("status") in {None, "QUEUED"} for stage in stages),
    )


def executions_of(data: Any) -> tuple[Execution, ...]:
    """Return the entries of ``deploymentHistoryV2``, newest first."""
    return tuple(
        _execution(row)
        for row in records(data, "identifier")
        if text(mapping(row["identifier"]).get("execution_id"))
    )


def _execution(row: Mapping[str, Any]) -> Execution:
    audit = mapping(row.get("auditing_data"))
    stages = records(row.get("stages"))
    return Execution(
        str(row["identifier"]["execution_id"]),
        text(row.get("trigger_action")),
        text(audit.get("triggered_by")),
        seconds(audit.get("created_at")),
        str(row.get("status") or ""),
        text(row.get("action_status")),
        tuple(
            _outcome(mapping(service["identifier"]), service)
            for stage in stages
            for service in records(stage.get("services"), "identifier")
        ),
    )


def _outcome(identifier: Mapping[str, Any], entry: Mapping[str, Any]) -> ServiceOutcome:
    return ServiceOutcome(
        str(identifier.get("service_id") or ""),
        str(identifier.get("name") or ""),
        kind_of_service(identifier.get("service_type")),
        str(entry.get("status") or ""),
        text(mapping(entry.get("status_details")).get("status")),
    )


def history_rows(data: Any) -> tuple[Execution, ...]:
    """Return the entries of the older ``deploymentHistory``, newest first.

    They have neither action nor author. Containers and databases are SUCCESS or FAILED there.
    """
    return tuple(
        Execution(
            str(row["id"]),
            None,
            None,
            seconds(row.get("created_at")),
            str(row.get("status") or ""),
            None,
            tuple(
                ServiceOutcome(
                    str(service["id"]),
                    str(service.get("name") or ""),
                    kind_of_service(group.removesuffix("s")),
                    str(service.get("status") or ""),
                )
                for group, rows in row.items()
                if isinstance(rows, list)
                for service in records(rows, "id")
            ),
        )
        for row in records(data, "id")
    )


def request_state_of(data: Any) -> str | None:
    """Return the state of a request from ``deploymentStatus``."""
    return text(mapping(data).get("status"))


def text(value: Any) -> str | None:
    """Return a value as a string, None for None and ""."""
    return str(value) if value not in (None, "") else None


def seconds(value: Any) -> float | None:
    """Return Unix seconds for an ISO 8601 timestamp, None if it is invalid."""
    from datetime import datetime

    try:
        return datetime.fromisoformat(str(value)).timestamp()
    except ValueError:
        return None
