"""Fetch the services, states and URLs of environments in one round trip.

API 1.0.4 has one operation each for the services of all kinds, their states and their URLs. API
1.0.3 has one operation per kind of service; these are also the fallback for servers that lack the
newer ones.
"""

from collections.abc import Generator, Iterable, Mapping, Sequence
from contextlib import closing
from functools import partial
from itertools import groupby
from typing import TYPE_CHECKING, Any

from qovery_cli.catalog.resources import (
    ALL_SERVICES,
    RESOURCES,
    SERVICES,
    kind_of_service,
    services_at,
)
from qovery_cli.errors import ForbiddenError, NotFoundError, QoveryError
from qovery_cli.frozen import record
from qovery_cli.http.concurrency import Step, in_order
from qovery_cli.http.pagination import items
from qovery_cli.http.response import UnexpectedResponseError
from qovery_cli.session.service_version import version

if TYPE_CHECKING:
    from qovery_cli.session.session import Session

Item = Mapping[str, Any]


@record
class Endpoints:
    """Operations that return each part of a snapshot."""

    services: tuple[str, ...]
    states: tuple[str, ...]
    status: tuple[str, ...]
    links: tuple[str, ...] = ()

    def operations(self, parts: Iterable[str]) -> list[str]:
        """Return the operations for some parts of a snapshot, without duplicates."""
        return list(dict.fromkeys(key for part in parts for key in getattr(self, part)))


COMBINED = Endpoints(
    services=(ALL_SERVICES,),
    states=("getEnvironmentStatuses",),
    status=("getEnvironmentStatuses",),
    links=("listEnvironmentServicesLinks",),
)

_ENVIRONMENT_STATUS = "getEnvironmentStatus"

#: The kind of service that each list contains.
_KINDS = {RESOURCES[kind].list_operation: kind for kind in SERVICES}

#: Operations for kinds that not every API level has.
_LATER = {
    operation
    for resource in (RESOURCES[kind] for kind in SERVICES)
    if resource.service and resource.service.levels
    for operation in (resource.list_operation, resource.service.states_operation)
}


@record
class Service:
    """A service of an environment."""

    id: str
    name: str
    kind: str
    version: str | None


class EnvironmentSnapshot:
    """Parts of one environment: ``status`` is its own, the others are by service id.

    States keep only their scalar fields, to save memory in large organizations.
    """

    def __init__(self) -> None:
        self.services: dict[str, Service] = {}
        self.status: Item = {}
        self.states: dict[str, Item] = {}
        self.links: dict[str, list[Item]] = {}

    def add(self, other: "EnvironmentSnapshot") -> None:
        """Merge the parts of another response."""
        self.services |= other.services
        self.status = other.status or self.status
        self.states |= other.states
        self.links |= other.links


#: The id of an environment with the parts in one response, or its error.
_Part = tuple[str, EnvironmentSnapshot | QoveryError]


def fetch_snapshot(session: "Session", environment: str, *parts: str) -> EnvironmentSnapshot:
    """Return the snapshot of one environment.

    ``parts`` are some of services, states, status and links. Raises the first error, with the
    others in its detail. At API 1.0.3 links take a second round trip.
    """
    (snapshot,) = fetch_snapshots(session, [environment], *parts)
    if isinstance(snapshot, QoveryError):
        raise snapshot
    return snapshot


def fetch_snapshots(
    session: "Session", environments: Sequence[str], *parts: str
) -> Generator[EnvironmentSnapshot | QoveryError, None, None]:
    """Yield the snapshot of each environment, or its error, in order and as soon as possible.

    Requests are sent in parallel, with a bounded number of results in memory.
    """
    done = 0
    operations = COMBINED.operations(parts)
    if all(session.offers(key) and key not in session.refused for key in operations):
        with closing(_fetch_each(session, environments, COMBINED, parts)) as results:
            for result in results:
                # A refusal for this environment alone leads to the older operations too.
                if isinstance(result, QoveryError) and session.refused.keys() & operations:
                    break
                yield result
                done += 1
    yield from _fetch_each(session, environments[done:], per_kind(session.level), parts)


def per_kind(level: str) -> Endpoints:
    """Return the operations for each kind of service that an API level has."""
    resources = services_at(level)
    states = (resource.service.states_operation for resource in resources if resource.service)
    return Endpoints(
        services=tuple(resource.list_operation for resource in resources),
        states=tuple(operation for operation in states if operation),
        status=(_ENVIRONMENT_STATUS,),
    )


def _fetch_each(
    session: "Session", environments: Sequence[str], endpoints: Endpoints, parts: Sequence[str]
) -> Generator[EnvironmentSnapshot | QoveryError, None, None]:
    links = partial(_link_steps, session) if "links" in parts and not endpoints.links else None
    steps: list[Step[_Part]] = [
        Step(partial(_fetch_part, session, operation, environment), links)
        for environment in environments
        for operation in endpoints.operations(parts)
    ]
    with closing(in_order(steps)) as results:
        for _, group in groupby(results, key=lambda part: part[0]):
            yield _merge([part for _, part in group])


def _fetch_part(session: "Session", operation: str, environment: str) -> _Part:
    refused = session.refused.get(operation)
    if refused is not None:
        return environment, refused
    try:
        data = session.get(operation, {"environmentId": environment})
        return environment, _parse(operation, data)
    except (NotFoundError, ForbiddenError, UnexpectedResponseError) as error:
        # Some servers answer 403 for unknown paths.
        if operation in COMBINED.operations(("services", "states", "links")):
            session.refused[operation] = error
        elif operation in _LATER:
            # This server lacks the newer operations, so it lacks the newer kinds, too.
            return environment, EnvironmentSnapshot()
        return environment, error
    except QoveryError as error:
        return environment, error


def _link_steps(session: "Session", part: _Part) -> "list[Step[_Part]] | None":
    """Return the steps after a list of services: the list itself, and the URLs of each."""
    environment, result = part
    services = [] if isinstance(result, QoveryError) else result.services.values()
    linked = [service for service in services if _links_operation(service)]
    if not linked:
        return None
    return [
        Step(lambda: part),
        *(Step(partial(_fetch_links, session, environment, service)) for service in linked),
    ]


def _links_operation(service: Service) -> str | None:
    """Return the operation that lists the URLs of a service, None if it has none."""
    resource = RESOURCES.get(service.kind)
    return resource.service.links_operation if resource and resource.service else None


def _fetch_links(session: "Session", environment: str, service: Service) -> _Part:
    operation = str(_links_operation(service))
    path = {RESOURCES[service.kind].parameter: service.id}
    part = EnvironmentSnapshot()
    try:
        part.links[service.id] = items(session.get(operation, path), operation)
    except QoveryError as error:
        return environment, error
    return environment, part


def _merge(
    parts: Sequence[EnvironmentSnapshot | QoveryError],
) -> EnvironmentSnapshot | QoveryError:
    failures = [part for part in parts if isinstance(part, QoveryError)]
    if failures:
        first = failures[0]
        listed = (first.message, *first.detail)
        first.detail = (*first.detail, *(f.message for f in failures if f.message not in listed))
        return first
    snapshot = EnvironmentSnapshot()
    for part in parts:
        assert isinstance(part, EnvironmentSnapshot)
        snapshot.add(part)
    return snapshot


def _parse(operation: str, data: Any) -> EnvironmentSnapshot:
    """Return the parts in a response; raise UnexpectedResponseError if they are missing."""
    try:
        return _parse_unchecked(operation, data)
    except (KeyError, TypeError, ValueError, AttributeError):
        raise UnexpectedResponseError(operation) from None


def _parse_unchecked(operation: str, data: Any) -> EnvironmentSnapshot:
    snapshot = EnvironmentSnapshot()
    if operation in _KINDS:
        snapshot.services = _services(items(data, operation), _KINDS[operation])
    elif operation in COMBINED.services:
        snapshot.services = _services(items(data, operation), None)
    elif operation in COMBINED.links:
        for link in items(data, operation):
            snapshot.links.setdefault(str(link["service_id"]), []).append(link)
    elif operation == _ENVIRONMENT_STATUS:
        snapshot.status = _with_state(data)
    elif operation in COMBINED.states:
        snapshot.status = _with_state(data["environment"])
        for group in data.values():
            snapshot.states |= _states(group if isinstance(group, list) else ())
    else:
        snapshot.states = _states(items(data, operation))
    return snapshot


def _with_state(status: Item) -> Item:
    # Raise KeyError here: a missing state would be taken for a deleted environment.
    return {**status, "state": status["state"]}


def _services(rows: Iterable[Item], kind: str | None) -> dict[str, Service]:
    return {
        item["id"]: Service(
            item["id"],
            item["name"],
            kind or kind_of_service(item.get("service_type")),
            version(item),
        )
        for item in rows
    }


def _states(rows: Iterable[Item]) -> dict[str, Item]:
    return {
        item["id"]: {name: value for name, value in item.items() if _is_scalar(value)}
        for item in rows
    }


def _is_scalar(value: Any) -> bool:
    return not isinstance(value, dict | list)
