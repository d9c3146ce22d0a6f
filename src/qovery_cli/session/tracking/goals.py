"""The goal of an action: the services that decide whether it has succeeded."""

from collections.abc import Iterator, Mapping
from typing import Any

from qovery_cli.catalog.states import StateClass, classify
from qovery_cli.resolve.resolver import ResourceRef
from qovery_cli.session.environment_snapshot import Service
from qovery_cli.session.tracking.observations import Observation
from qovery_cli.session.tracking.verdicts import Goal

#: The fields of an item of a body that hold the id of a service.
_ID_FIELDS = ("id", "application_id", "service_id")


def goal_for(
    action: str,
    target: ResourceRef,
    before: Observation,
    services: Mapping[str, Service],
    body: Any,
) -> Goal:
    """Return the goal of an action on a service, an environment or a cluster.

    ``services`` are those of an environment. A body with services limits a deployment to these.
    """
    if target.kind == "cluster":
        return Goal(action)
    if target.kind != "environment":
        own = frozenset({target.id})
        names = {(target.kind, target.name)} if target.name else set()
        return Goal(action, own, own, frozenset(names))
    named = frozenset(services_in(body))
    expected = named or _covered(action, before)
    return Goal(
        action,
        expected=expected,
        names=frozenset((one.kind, one.name) for one in services.values() if one.id in expected),
    )


def _covered(action: str, before: Observation) -> frozenset[str]:
    services = (before.services or {}).values()
    if action == "stop":
        return frozenset(one.id for one in services if classify(one.state) is not StateClass.IDLE)
    return frozenset(one.id for one in services)


def services_in(body: Any) -> Iterator[str]:
    """Yield the ids of services that a request for several services lists."""
    for listed in body.values() if isinstance(body, Mapping) else ():
        for item in listed if isinstance(listed, list) else ():
            if isinstance(item, str):
                yield item
            elif isinstance(item, Mapping):
                known = (item[field] for field in _ID_FIELDS if item.get(field))
                yield from map(str, list(known)[:1])
