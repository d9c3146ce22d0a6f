"""Records of the states, the queue and the history that the API reports.

Everything is read tolerantly: a missing field is None or empty, and unknown words are kept.
"""

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Any

from qovery_cli.catalog.states import StateClass, classify
from qovery_cli.frozen import record
from qovery_cli.http.pagination import mapping, records

_EMPTY: Mapping[str, Any] = MappingProxyType({})


@record
class ServiceState:
    """The status of a service. ``date`` is that of its last deployment."""

    id: str
    state: str
    execution: str | None = None
    request: str | None = None
    date: str | None = None
    status: Mapping[str, Any] = _EMPTY


@record
class QueuedRequest:
    """A deployment request in the queue; not ``waiting`` if it shows signs of having started."""

    id: str
    action: str
    author: str | None
    services: frozenset[str]
    waiting: bool = True


@record
class ServiceOutcome:
    """A service within an execution. ``progress`` is a word such as ONGOING or SUCCESS."""

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
    """An entry of an environment's history. ``created`` is in Unix seconds on the server."""

    id: str
    action: str | None
    author: str | None
    created: float | None
    state: str
    progress: str | None
    services: tuple[ServiceOutcome, ...]

    @property
    def service_ids(self) -> frozenset[str]:
        """The ids of the services that it covers."""
        return frozenset(service.id for service in self.services)


@record
class Observation:
    """The answers of one round. What was not asked for is None.

    ``at`` is in seconds since the request was sent. ``gone`` is set if the API no longer knows
    the environment, the service or the cluster. ``status`` is that of the environment, service
    or cluster itself. ``history`` is newest first, ``whole`` if it was asked for as a large page.
    ``request_state`` is the state of the request, GONE if the API does not know it. ``authors``
    are the names of the user; empty for a token that belongs to nobody.
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
        """The ids of all executions that the states mention."""
        shown = {service.execution for service in (self.services or {}).values()}
        shown |= {text(self.status.get(key)) for key in ("last_deployment_id", "execution_id")}
        return frozenset(id for id in shown if id)

    @property
    def requests(self) -> frozenset[str | None]:
        """The ids of all requests that the states mention."""
        shown = {service.request for service in (self.services or {}).values()}
        return frozenset(shown | {text(self.status.get("deployment_request_id"))})

    @property
    def begun(self) -> frozenset[str]:
        """The ids of the executions that have certainly left the queue."""
        return frozenset(
            one.execution
            for one in (self.services or {}).values()
            if one.execution and classify(one.state) is not StateClass.QUEUED
        )


GONE = "GONE"


def states_of_stages(data: Any) -> tuple[Mapping[str, Any], dict[str, ServiceState]]:
    """Return the environment's own status and those of its services, of statusesWithStages."""
    answer = mapping(data)
    found: dict[str, ServiceState] = {}
    for stage in records(answer.get("stages")):
        for group in stage.values():
            found |= service_states(group if isinstance(group, list) else ())
    return mapping(answer.get("environment")), found


def service_states(statuses: Iterable[Any]) -> dict[str, ServiceState]:
    """Return statuses of services by id; what has no id or state is left out."""
    return {one["id"]: service_state(one) for one in records(list(statuses), "id", "state")}


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
    """Return the queue of an environment, in its order."""
    return tuple(
        _queued(row)
        for row in records(data, "identifier")
        if text(mapping(row["identifier"]).get("deployment_request_id"))
    )


def _queued(row: Mapping[str, Any]) -> QueuedRequest:
    stages = records(row.get("stages"))
    services = [one for stage in stages for one in records(stage.get("services"), "identifier")]
    return QueuedRequest(
        str(row["identifier"]["deployment_request_id"]),
        str(row.get("trigger_action") or ""),
        text(mapping(row.get("auditing_data")).get("triggered_by")),
        frozenset(str(mapping(one["identifier"]).get("service_id")) for one in services),
        # The queue is documented to hold waiting requests; a server might list those under way.
        waiting=all(stage.get("status") in {None, "QUEUED"} for stage in stages),
    )


def executions_of(data: Any) -> tuple[Execution, ...]:
    """Return the entries of deploymentHistoryV2, newest first."""
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
            _outcome(mapping(one["identifier"]), one)
            for stage in stages
            for one in records(stage.get("services"), "identifier")
        ),
    )


def _outcome(identifier: Mapping[str, Any], entry: Mapping[str, Any]) -> ServiceOutcome:
    return ServiceOutcome(
        str(identifier.get("service_id") or ""),
        str(identifier.get("name") or ""),
        normalize_kind(identifier.get("service_type")),
        str(entry.get("status") or ""),
        text(mapping(entry.get("status_details")).get("status")),
    )


def history_rows(data: Any) -> tuple[Execution, ...]:
    """Return the entries of the older deploymentHistory, newest first.

    They name neither action nor author. Containers and databases are SUCCESS or FAILED there.
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
                    str(one["id"]),
                    str(one.get("name") or ""),
                    normalize_kind(group.removesuffix("s")),
                    str(one.get("status") or ""),
                )
                for group, listed in row.items()
                if isinstance(listed, list)
                for one in records(listed, "id")
            ),
        )
        for row in records(data, "id")
    )


def request_state_of(data: Any) -> str | None:
    """Return the state that deploymentStatus reports."""
    return text(mapping(data).get("status"))


def normalize_kind(value: Any) -> str:
    """Return a service type as people write it."""
    return str(value or "service").lower().replace("_", "-")


def text(value: Any) -> str | None:
    """Return a non-empty value as text, else None."""
    return str(value) if value not in (None, "") else None


def seconds(value: Any) -> float | None:
    """Return Unix seconds for an ISO 8601 date, None if it cannot be read."""
    from datetime import datetime

    try:
        return datetime.fromisoformat(str(value)).timestamp()
    except ValueError:
        return None
