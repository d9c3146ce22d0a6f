"""What is in environments, and how it is: services, states and addresses, in one round trip.

API 1.0.4 has one answer for the services of all kinds, one for their states and one for their
addresses. Before, each kind has its own, and there are the three kinds of ``KINDS``. A server
that lacks the newer ones is asked the older way.
"""

from collections.abc import Generator, Iterable, Mapping, Sequence
from contextlib import closing
from functools import partial
from itertools import groupby
from typing import TYPE_CHECKING, Any

from qovery_cli.errors import ForbiddenError, NotFoundError, QoveryError
from qovery_cli.frozen import record
from qovery_cli.http.concurrency import Step, in_order
from qovery_cli.http.pagination import items
from qovery_cli.http.response import UnexpectedResponseError
from qovery_cli.session.service_version import version

if TYPE_CHECKING:
    from qovery_cli.session.session import Session

KINDS = ("application", "container", "database")

Item = Mapping[str, Any]


@record
class Endpoints:
    """The operations that tell the services, the states of services and of the environment."""

    services: tuple[str, ...]
    states: tuple[str, ...]
    own: tuple[str, ...]
    links: tuple[str, ...] = ()

    def operations(self, parts: Iterable[str]) -> list[str]:
        """Return the operations that some parts of an answer need, each once."""
        return list(dict.fromkeys(one for part in parts for one in getattr(self, part)))


PER_KIND = Endpoints(
    services=("listApplication", "listContainer", "listDatabase"),
    states=(
        "getEnvironmentApplicationStatus",
        "getEnvironmentContainerStatus",
        "getEnvironmentDatabaseStatus",
    ),
    own=("getEnvironmentStatus",),
)
COMBINED = Endpoints(
    services=("listServicesByEnvironmentId",),
    states=("getEnvironmentStatuses",),
    own=("getEnvironmentStatuses",),
    links=("listEnvironmentServicesLinks",),
)

#: The operations that tell the addresses of one service, and the name of its path parameter.
LINKS = {
    "application": ("listApplicationLinks", "applicationId"),
    "container": ("listContainerLinks", "containerId"),
}


@record
class Service:
    """A service of an environment."""

    id: str
    name: str
    kind: str
    version: str | None


class EnvironmentSnapshot:
    """What was asked of one environment: ``own`` is its status, the others are by service id.

    Of states there are only the plain fields: an organization has many.
    """

    def __init__(self) -> None:
        self.services: dict[str, Service] = {}
        self.own: Item = {}
        self.states: dict[str, Item] = {}
        self.links: dict[str, list[Item]] = {}

    def add(self, other: "EnvironmentSnapshot") -> None:
        """Add what another answer says."""
        self.services |= other.services
        self.own = other.own or self.own
        self.states |= other.states
        self.links |= other.links


#: An environment, and what one answer says of it.
_Part = tuple[str, EnvironmentSnapshot | QoveryError]


def fetch_snapshot(session: "Session", environment: str, *parts: str) -> EnvironmentSnapshot:
    """Return what is in one environment.

    ``parts`` are some of services, states, own and links. Raises the first error, with the others
    in its detail. Addresses cost another round trip where the API has no list of them.
    """
    (found,) = fetch_snapshots(session, [environment], *parts)
    if isinstance(found, QoveryError):
        raise found
    return found


def fetch_snapshots(
    session: "Session", environments: Sequence[str], *parts: str
) -> Generator[EnvironmentSnapshot | QoveryError, None, None]:
    """Yield what is in each environment, or why that is not known, as soon as it is its turn.

    All is asked side by side; not much more is kept than what is next.
    """
    done = 0
    operations = COMBINED.operations(parts)
    if all(session.offers(one) and one not in session.refused for one in operations):
        with closing(_each(session, environments, COMBINED, parts)) as answers:
            for found in answers:
                # Also what is refused in this environment only is asked for in the older way.
                if isinstance(found, QoveryError) and session.refused.keys() & operations:
                    break
                yield found
                done += 1
    yield from _each(session, environments[done:], PER_KIND, parts)


def _each(
    session: "Session", environments: Sequence[str], way: Endpoints, parts: Sequence[str]
) -> Generator[EnvironmentSnapshot | QoveryError, None, None]:
    links = partial(_links, session) if "links" in parts and not way.links else None
    steps: list[Step[_Part]] = [
        Step(partial(_one, session, operation, environment), links)
        for environment in environments
        for operation in way.operations(parts)
    ]
    with closing(in_order(steps)) as answers:
        for _, found in groupby(answers, key=lambda part: part[0]):
            yield _together([one for _, one in found])


def _one(session: "Session", operation: str, environment: str) -> _Part:
    refused = session.refused.get(operation)
    if refused is not None:
        return environment, refused
    try:
        data = session.get(operation, {"environmentId": environment})
        return environment, _read(operation, data)
    except (NotFoundError, ForbiddenError, UnexpectedResponseError) as error:
        # 403 is also what a server says that does not know a path.
        if operation in COMBINED.operations(("services", "states", "links")):
            session.refused[operation] = error
        return environment, error
    except QoveryError as error:
        return environment, error


def _links(session: "Session", part: _Part) -> "list[Step[_Part]] | None":
    """Return what follows from a list of services: that list, and the addresses of each."""
    environment, found = part
    services = [] if isinstance(found, QoveryError) else found.services.values()
    linked = [one for one in services if one.kind in LINKS]
    if not linked:
        return None
    return [
        Step(lambda: part),
        *(Step(partial(_links_of, session, environment, one)) for one in linked),
    ]


def _links_of(session: "Session", environment: str, service: Service) -> _Part:
    operation, name = LINKS[service.kind]
    found = EnvironmentSnapshot()
    try:
        found.links[service.id] = items(session.get(operation, {name: service.id}), operation)
    except QoveryError as error:
        return environment, error
    return environment, found


def _together(
    answers: Sequence[EnvironmentSnapshot | QoveryError],
) -> EnvironmentSnapshot | QoveryError:
    failures = [one for one in answers if isinstance(one, QoveryError)]
    if failures:
        first = failures[0]
        known = (first.message, *first.detail)
        first.detail = (*first.detail, *(f.message for f in failures if f.message not in known))
        return first
    found = EnvironmentSnapshot()
    for one in answers:
        assert isinstance(one, EnvironmentSnapshot)
        found.add(one)
    return found


def _read(operation: str, data: Any) -> EnvironmentSnapshot:
    """Return what the answer to an operation says; raise if that cannot be found in it."""
    try:
        return _understood(operation, data)
    except (KeyError, TypeError, ValueError, AttributeError):
        raise UnexpectedResponseError(operation) from None


def _understood(operation: str, data: Any) -> EnvironmentSnapshot:
    found = EnvironmentSnapshot()
    if operation in PER_KIND.services:
        kind = KINDS[PER_KIND.services.index(operation)]
        found.services = _services(items(data, operation), kind)
    elif operation in COMBINED.services:
        found.services = _services(items(data, operation), None)
    elif operation in COMBINED.links:
        for link in items(data, operation):
            found.links.setdefault(str(link["service_id"]), []).append(link)
    elif operation in PER_KIND.own:
        found.own = _with_state(data)
    elif operation in PER_KIND.states:
        found.states = _states(items(data, operation))
    else:
        found.own = _with_state(data["environment"])
        for group in data.values():
            found.states |= _states(group if isinstance(group, list) else ())
    return found


def _with_state(status: Item) -> Item:
    # Without a state it would look as if the environment were gone.
    return {**status, "state": status["state"]}


def _services(found: Iterable[Item], kind: str | None) -> dict[str, Service]:
    return {
        item["id"]: Service(item["id"], item["name"], kind or _kind(item), version(item))
        for item in found
    }


def _kind(item: Item) -> str:
    return str(item.get("service_type") or "service").lower().replace("_", "-")


def _states(found: Iterable[Item]) -> dict[str, Item]:
    return {
        one["id"]: {name: value for name, value in one.items() if _is_plain(value)} for one in found
    }


def _is_plain(value: Any) -> bool:
    return not isinstance(value, dict | list)
