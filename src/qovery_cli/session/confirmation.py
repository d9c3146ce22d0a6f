"""Confirmation of actions that cannot be undone.

Actions that can be undone need none. y/N or ``--yes``: delete a service or something smaller,
stop a cluster, stop anything in PRODUCTION. The typed name or ``--confirm NAME``: delete an
environment, project, cluster, organization or database, or any service in PRODUCTION. Without a
terminal, ``--yes`` is enough for a non-production environment that the command line itself names,
and for the services in it.
"""

import shlex
from collections.abc import Mapping
from contextlib import suppress
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from qovery_cli import catalog
from qovery_cli.catalog.resources import RESOURCES
from qovery_cli.errors import DeclinedError, UsageError
from qovery_cli.frozen import record
from qovery_cli.http.pagination import mapping
from qovery_cli.http.response import UnexpectedResponseError
from qovery_cli.resolve.resolver import ResourceRef

if TYPE_CHECKING:
    from qovery_cli.session.session import Session

PRODUCTION = "PRODUCTION"


@record
class Confirmation:
    """The action, its target, and the required level of confirmation.

    ``level`` is None, "yes" or "name"; ``in_production`` is the level for targets in production.
    ``named`` is True if the command line itself names the environment. ``noun`` is the kind of the
    target in messages. ``within`` are the path values that lead to it, by parameter.
    """

    verb: str
    noun: str
    target: ResourceRef
    level: str | None
    in_production: str | None
    named: bool
    within: Mapping[str, str] = MappingProxyType({})


def confirm(session: "Session", action: Confirmation) -> None:
    """Return if the action is confirmed; raise DeclinedError, or UsageError naming the option."""
    if session.flags.dry_run_only or (action.level is None and action.in_production is None):
        return
    production = touches_production(session, action.target)
    level = action.in_production if production else action.level
    if level is None:
        return
    if session.flags.confirm is not None:
        _compare(session, session.flags.confirm, action)
    elif session.flags.yes and (level == "yes" or _yes_is_enough(session, action, production)):
        return
    else:
        _prompt(session, action, level, production)


def confirm_operation(session: "Session", operation: str, id: str) -> None:
    """Confirm an operation on something of which only the ID is known, at level "yes".

    Return if it is confirmed; raise DeclinedError, or UsageError naming the option.
    """
    flags = session.flags
    if flags.dry_run_only or flags.yes:
        return
    if flags.confirm is not None:
        if flags.confirm.casefold() != id.casefold():
            raise UsageError(
                f"--confirm '{flags.confirm}' is not the ID '{id}'.",
                hint=f"Use --confirm {shlex.quote(id)}.",
            )
        return
    from qovery_cli.output import prompt

    if not prompt.confirm(f"Send {operation} for '{id}'?", session.terminal, flag="--yes"):
        raise DeclinedError(f"Cancelled: '{id}' was not changed.")


def touches_production(session: "Session", target: ResourceRef) -> bool:
    """Return True for a PRODUCTION environment and anything in it."""
    environment = environment_of(session, target)
    return environment is not None and environment.get("mode") == PRODUCTION


def environment_of(session: "Session", target: ResourceRef) -> dict[str, Any] | None:
    """Return the environment that a resource is or belongs to, None for kinds above it.

    Raises UnexpectedResponseError if a response lacks the environment or its mode, because the
    resource might be in production.
    """
    id = next((id for kind, id, _ in target.path if kind == "environment"), None)
    if target.kind == "environment":
        id = target.id
    elif id is None and RESOURCES[target.kind].service is not None:
        id = mapping(fetch_details(session, target).get("environment")).get("id")
        if id is None:
            raise UnexpectedResponseError(str(RESOURCES[target.kind].get_operation))
    if id is None:
        return None
    environment = session.find("environment", id)
    if environment.data and environment.data.get("mode"):
        return dict(environment.data)
    data = mapping(session.get_cached("getEnvironment", {"environmentId": str(id)}))
    if not data.get("mode"):
        raise UnexpectedResponseError("getEnvironment")
    return data


def fetch_details(session: "Session", target: ResourceRef) -> dict[str, Any]:
    """Return all fields of a resource, fetched unless the lookup did so already."""
    if target.data is not None and target.whole:
        return dict(target.data)
    resource = RESOURCES[target.kind]
    if resource.get_operation is None:
        return {}
    (name,) = catalog.operation(resource.get_operation).path_names[-1:]
    return mapping(session.get_cached(resource.get_operation, {name: target.id}))


def name_of_target(session: "Session", action: Confirmation) -> str:
    """Return the name of the target, looked up if the command line has only its id.

    Returns the id if the list to look in is not known. Raises NotFoundError if the list has no
    such id.
    """
    target = action.target
    if target.name is None:
        with suppress(UsageError):
            target = session.find(target.kind, target.id, within=action.within, named=True)
    return target.name or target.id


def _yes_is_enough(session: "Session", action: Confirmation, production: bool) -> bool:
    kind = action.target.kind
    in_environment = kind == "environment" or RESOURCES[kind].service is not None
    return in_environment and action.named and not production and not session.terminal.can_ask


def _compare(session: "Session", value: str, action: Confirmation) -> None:
    if value.casefold() == action.target.id.casefold():
        return
    name = name_of_target(session, action)
    if value.casefold() != name.casefold():
        raise UsageError(
            f"--confirm '{value}' is not the name of {action.noun} '{name}'.",
            hint=f"Use --confirm {shlex.quote(name)} to {action.verb} it.",
        )


def _prompt(session: "Session", action: Confirmation, level: str, production: bool) -> None:
    from qovery_cli.output import prompt

    name = name_of_target(session, action)
    where = " in PRODUCTION" if production else ""
    text = f"{action.verb.capitalize()} {action.noun} '{name}'{where}?"
    if level == "name":
        confirmed = prompt.type_name(
            text, name, session.terminal, flag=f"--confirm {shlex.quote(name)}"
        )
    else:
        confirmed = prompt.confirm(text, session.terminal, flag="--yes")
    if not confirmed:
        raise DeclinedError(f"Cancelled: {action.noun} '{name}' was not changed.")
