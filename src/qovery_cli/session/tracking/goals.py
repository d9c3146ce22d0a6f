"""The goal of an action: the services that decide whether it has succeeded."""

from collections.abc import Iterator, Mapping
from typing import Any

from qovery_cli.catalog.resources import RESOURCES
from qovery_cli.catalog.states import StateClass, classify
from qovery_cli.resolve.resolver import ResourceRef
from qovery_cli.session.environment_snapshot import Service
from qovery_cli.session.tracking.observations import Observation
from qovery_cli.session.tracking.verdicts import Goal

#: Fields for the id of a service in the items of a body.
_BULK_IDS = {r.service.bulk_id for r in RESOURCES.values() if r.service and r.service.bulk_id}
_ID_FIELDS = (*sorted(_BULK_IDS, key=len), "service_id")


def goal_for(
    action: str,
    target: ResourceRef,
    before: Observation,
    services: Mapping[str, Service],
    body: Any,
) -> Goal:
    """Return the goal of an action on a service, an environment or a cluster.

    ``services`` are those of the environment, by id. Services in the body limit the goal to them.
    """
    if target.kind == "cluster":
        return Goal(action)
    if target.kind != "environment":
        ids = frozenset({target.id})
        names = {(target.kind, target.name)} if target.name else set()
        return Goal(action, ids, ids, frozenset(names))
    expected = frozenset(services_in(body)) or _covered(action, before)
    covered = [service for service in services.values() if service.id in expected]
    return Goal(
        action,
        expected=expected,
        names=frozenset((service.kind, service.name) for service in covered),
    )


def _covered(action: str, before: Observation) -> frozenset[str]:
    """Return the ids of the services that an action on the whole environment covers."""
    services = list((before.services or {}).values())
    if action == "stop":
        services = [s for s in services if classify(s.state) is not StateClass.IDLE]
    return frozenset(service.id for service in services)


def services_in(body: Any) -> Iterator[str]:
    """Yield the ids of the services that the body of a request lists."""
    for listed in body.values() if isinstance(body, Mapping) else ():
        for item in listed if isinstance(listed, list) else ():
            if isinstance(item, str):
                yield item
            elif isinstance(item, Mapping):
                ids = [str(item[field]) for field in _ID_FIELDS if item.get(field)]
                yield from ids[:1]
