"""What is in environments, and how it is: services, states and addresses, in one round trip.

API 1.0.4 has one answer for the services of all kinds, one for their states and one for their
addresses. Before, each kind has its own, and there are the three kinds of ``KINDS``. A server
that lacks the newer ones is asked the older way.
"""

from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from qovery_cli.api.pages import items
from qovery_cli.api.parallel import in_parallel
from qovery_cli.errors import ForbiddenError, NotFoundError, QoveryError, UnavailableError
from qovery_cli.record import record
from qovery_cli.session.versions import version

if TYPE_CHECKING:
    from qovery_cli.session.session import Session

KINDS = ("application", "container", "database")

Item = Mapping[str, Any]


@record
class Way:
    """The operations that tell the services, the states of services and of the environment."""

    services: tuple[str, ...]
    states: tuple[str, ...]
    own: tuple[str, ...]
    links: tuple[str, ...] = ()

    def operations(self, parts: Iterable[str]) -> list[str]:
        """Return the operations that some parts of an answer need, each once."""
        return list(dict.fromkeys(one for part in parts for one in getattr(self, part)))


BY_KIND = Way(
    services=("listApplication", "listContainer", "listDatabase"),
    states=(
        "getEnvironmentApplicationStatus",
        "getEnvironmentContainerStatus",
        "getEnvironmentDatabaseStatus",
    ),
    own=("getEnvironmentStatus",),
)
AT_ONCE = Way(
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


class Inside:
    """What was asked of one environment: ``own`` is its status, the others are by service id.

    Of states there are only the plain fields: an organization has many.
    """

    def __init__(self) -> None:
        self.services: dict[str, Service] = {}
        self.own: Item = {}
        self.states: dict[str, Item] = {}
        self.links: dict[str, list[Item]] = {}

    def add(self, other: "Inside") -> None:
        """Add what another answer says."""
        self.services |= other.services
        self.own = other.own or self.own
        self.states |= other.states
        self.links |= other.links


def inside(session: "Session", environment: str, *parts: str) -> Inside:
    """Return what is in one environment.

    ``parts`` are some of services, states, own and links. Raises the first error, with the others
    in its detail. Addresses cost another round trip where the API has no list of them.
    """
    (found,) = inside_all(session, [environment], *parts)
    if isinstance(found, QoveryError):
        raise found
    return found


def inside_all(
    session: "Session", environments: Sequence[str], *parts: str
) -> list[Inside | QoveryError]:
    """Return what is in each environment, or why that is not known; asked side by side."""
    operations = AT_ONCE.operations(parts)
    if not all(session.offers(one) and one not in session.refused for one in operations):
        return _by_kind(session, environments, parts)
    found = _asked(session, environments, operations)
    refused = any(one in session.refused for one in operations)
    again = [place for place, one in enumerate(found) if refused and isinstance(one, QoveryError)]
    older = _by_kind(session, [environments[place] for place in again], parts)
    for place, one in zip(again, older, strict=True):
        found[place] = one
    return found


def _by_kind(
    session: "Session", environments: Sequence[str], parts: Sequence[str]
) -> list[Inside | QoveryError]:
    found = _asked(session, environments, BY_KIND.operations(parts))
    if "links" in parts:
        _add_links(session, [one for one in found if isinstance(one, Inside)])
    return found


def _add_links(session: "Session", found: Sequence[Inside]) -> None:
    linked = [
        (place, service)
        for place in found
        for service in place.services.values()
        if service.kind in LINKS
    ]
    asked = [(LINKS[service.kind], service.id) for _, service in linked]
    answers = session.ask_all([(operation, {name: id}, None) for (operation, name), id in asked])
    for (place, service), data in zip(linked, answers, strict=True):
        place.links[service.id] = items(data)


def _asked(
    session: "Session", environments: Sequence[str], operations: Sequence[str]
) -> list[Inside | QoveryError]:
    """Return what the answers of each environment say, or its first error."""
    asked = [(one, id) for id in environments for one in operations]
    answers = in_parallel([partial(_one, session, *each) for each in asked])
    size = len(operations)
    return [_together(answers[start : start + size]) for start in range(0, len(answers), size)]


def _one(session: "Session", operation: str, environment: str) -> Inside:
    refused = session.refused.get(operation)
    if refused is not None:
        raise refused
    try:
        data = session.ask(operation, {"environmentId": environment})
        return _read(operation, data)
    except (NotFoundError, ForbiddenError, _OtherFormError) as error:
        # 403 is also what a server says that does not know a path.
        if operation in AT_ONCE.operations(("services", "states", "links")):
            session.refused[operation] = error
        raise


def _together(answers: Sequence[Inside | QoveryError]) -> Inside | QoveryError:
    failures = [one for one in answers if isinstance(one, QoveryError)]
    if failures:
        first = failures[0]
        known = (first.message, *first.detail)
        first.detail = (*first.detail, *(f.message for f in failures if f.message not in known))
        return first
    found = Inside()
    for one in answers:
        assert isinstance(one, Inside)
        found.add(one)
    return found


class _OtherFormError(UnavailableError):
    """An answer that says something else than it should."""


def _read(operation: str, data: Any) -> Inside:
    """Return what the answer to an operation says; raise if that cannot be found in it."""
    try:
        return _understood(operation, data)
    except (KeyError, TypeError, ValueError, AttributeError):
        raise _OtherFormError(
            "The API answered with data of another form than was to be expected.",
            hint="Check QOVERY_API_URL; `qovery api` shows an answer as it is.",
            operation=operation,
        ) from None


def _understood(operation: str, data: Any) -> Inside:
    found = Inside()
    if operation in BY_KIND.services:
        kind = KINDS[BY_KIND.services.index(operation)]
        found.services = _services(items(data), kind)
    elif operation in AT_ONCE.services:
        found.services = _services(items(data), None)
    elif operation in AT_ONCE.links:
        for link in items(data):
            found.links.setdefault(str(link["service_id"]), []).append(link)
    elif operation in BY_KIND.own:
        found.own = _with_state(data)
    elif operation in BY_KIND.states:
        found.states = _states(items(data))
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
