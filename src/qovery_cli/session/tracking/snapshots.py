"""Read how things are before an action is asked for."""

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
from qovery_cli.session.tracking.verdicts import Ask

if TYPE_CHECKING:
    from qovery_cli.session.session import Session


@record
class Snapshot:
    """The state before an action, and the reader that goes on reading it.

    ``services`` are those of an environment, by id. The ``target`` knows its environment.
    """

    target: ResourceRef
    reader: Reader
    before: Observation
    services: Mapping[str, Service] = MappingProxyType({})


def take_snapshot(session: "Session", target: ResourceRef, path: Mapping[str, str]) -> Snapshot:
    """Return the state before an action; raises whatever keeps it from being read."""
    if target.kind == "cluster":
        cluster = ClusterReader(session, _of_cluster(session, target, path))
        return Snapshot(target, cluster, cluster.read((Ask.STATES,), Observation(), None))
    target = _placed(session, target)
    environment = _environment(target)
    if session.level != "1.0.3":
        try:
            by_id = IdReader(session, environment)
            return _read(session, target, by_id, (Ask.STATES, Ask.QUEUE, Ask.HISTORY))
        except (NotFoundError, ForbiddenError, UnexpectedResponseError):
            # A server that lacks the newer operations is asked the older way; where it is the
            # environment that does not exist, that fails as well.
            pass
    by_state = StateReader(session, target, environment)
    return _read(session, target, by_state, (Ask.STATES, Ask.HISTORY))


def _of_cluster(session: "Session", target: ResourceRef, path: Mapping[str, str]) -> dict[str, str]:
    """Return the path values of a cluster's status; some actions need no organization."""
    organization = path.get("organizationId") or next(
        (id for kind, id, _ in target.path if kind == "organization"), None
    )
    found = organization or session.find("organization").id
    return {"organizationId": found, "clusterId": target.id}


def _placed(session: "Session", target: ResourceRef) -> ResourceRef:
    """Return a service with its environment and its name, which an id alone does not tell."""
    if target.kind == "environment":
        return target
    placed = any(kind == "environment" for kind, *_ in target.path)
    # The history of 1.0.3 shows services by their names only.
    if placed and (target.name is not None or session.level != "1.0.3"):
        return target
    data = fetch_details(session, target)
    name = target.name or text(data.get("name"))
    if placed:
        return changed(target, name=name)
    environment = mapping(data.get("environment")).get("id")
    if not environment:
        raise UnexpectedResponseError(str(RESOURCES[target.kind].get_operation))
    path = (*target.path, ("environment", str(environment), None))
    return changed(target, name=name, path=path)


def _environment(target: ResourceRef) -> str:
    if target.kind == "environment":
        return target.id
    return next(id for kind, id, _ in target.path if kind == "environment")


def _read(session: "Session", target: ResourceRef, reader: Reader, asks: Sequence[Ask]) -> Snapshot:
    read = partial(reader.read, asks, Observation(), None)
    if target.kind != "environment":
        return Snapshot(target, reader, read())
    before, found = both(read, lambda: fetch_snapshot(session, target.id, "services"))
    return Snapshot(target, reader, before, found.services)
