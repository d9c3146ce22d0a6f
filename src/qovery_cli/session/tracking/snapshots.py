"""Read the state before an action is requested."""

from collections.abc import Mapping, Sequence
from functools import partial
from types import MappingProxyType
from typing import TYPE_CHECKING

from qovery_cli.catalog.resources import RESOURCES
from qovery_cli.errors import ForbiddenError, NotFoundError
from qovery_cli.frozen import changed, record
from qovery_cli.http.concurrency import both
from qovery_cli.http.pagination import mapping
from qovery_cli.http.response import UnexpectedResponseError
from qovery_cli.resolve.resolver import ResourceRef
from qovery_cli.session.confirmation import fetch_details
from qovery_cli.session.environment_snapshot import Service, fetch_snapshot
from qovery_cli.session.tracking.observations import Observation, text
from qovery_cli.session.tracking.readers import ClusterReader, IdReader, Reader, StateReader
from qovery_cli.session.tracking.verdicts import Lookup

if TYPE_CHECKING:
    from qovery_cli.session.session import Session


@record
class Snapshot:
    """State before an action, and the reader for the rounds after it.

    ``services`` are those of an environment, by id. The path of ``target`` includes its
    environment.
    """

    target: ResourceRef
    reader: Reader
    before: Observation
    services: Mapping[str, Service] = MappingProxyType({})


def take_snapshot(session: "Session", target: ResourceRef, path: Mapping[str, str]) -> Snapshot:
    """Return the state before an action; raise the errors of the API."""
    if target.kind == "cluster":
        cluster = ClusterReader(session, _cluster_path(session, target, path))
        return Snapshot(target, cluster, cluster.read((Lookup.STATES,), Observation(), None))
    target = _with_environment(session, target)
    environment = _environment_id(target)
    if session.level != "1.0.3":
        try:
            by_id = IdReader(session, environment)
            return _read(session, target, by_id, (Lookup.STATES, Lookup.QUEUE, Lookup.HISTORY))
        except (NotFoundError, ForbiddenError, UnexpectedResponseError):
            # Fall back to the older operations, which a server without the newer ones has. If the
            # environment does not exist, they fail as well.
            pass
    by_state = StateReader(session, target, environment)
    return _read(session, target, by_state, (Lookup.STATES, Lookup.HISTORY))


def _cluster_path(
    session: "Session", target: ResourceRef, path: Mapping[str, str]
) -> dict[str, str]:
    """Return the path values of the status of a cluster; the action's path may lack them."""
    organization = path.get("organizationId") or next(
        (id for kind, id, _ in target.path if kind == "organization"), None
    )
    organization = organization or session.find("organization").id
    return {"organizationId": organization, "clusterId": target.id}


def _with_environment(session: "Session", target: ResourceRef) -> ResourceRef:
    """Return a service with its environment and name, fetched if only its id is known."""
    if target.kind == "environment":
        return target
    has_environment = any(kind == "environment" for kind, *_ in target.path)
    # The history of 1.0.3 identifies services by name only.
    if has_environment and (target.name is not None or session.level != "1.0.3"):
        return target
    data = fetch_details(session, target)
    name = target.name or text(data.get("name"))
    if has_environment:
        return changed(target, name=name)
    environment = mapping(data.get("environment")).get("id")
    if not environment:
        raise UnexpectedResponseError(str(RESOURCES[target.kind].get_operation))
    path = (*target.path, ("environment", str(environment), None))
    return changed(target, name=name, path=path)


def _environment_id(target: ResourceRef) -> str:
    if target.kind == "environment":
        return target.id
    return next(id for kind, id, _ in target.path if kind == "environment")


def _read(
    session: "Session", target: ResourceRef, reader: Reader, lookups: Sequence[Lookup]
) -> Snapshot:
    read = partial(reader.read, lookups, Observation(), None)
    if target.kind != "environment":
        return Snapshot(target, reader, read())
    before, environment = both(read, lambda: fetch_snapshot(session, target.id, "services"))
    return Snapshot(target, reader, before, environment.services)
