"""When a command asks before it does what cannot be undone.

Nothing is asked for what can be undone. y/N or ``--yes``: delete a service or something smaller,
stop a cluster, stop what is in PRODUCTION. The name typed, or ``--confirm NAME``: delete an
environment, project, cluster, organization or database, or any service in PRODUCTION. Without a
terminal ``--yes`` is enough for what belongs to a non-production environment that the command
line itself names.
"""

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

SERVICES = ("application", "container", "database")
PRODUCTION = "PRODUCTION"


@record
class Confirmation:
    """What would be done, to what, and how sure one must be.

    ``level`` is None, "yes" or "name"; ``in_production`` is the level where production is touched.
    ``named`` tells whether the command line itself names the environment. ``noun`` is what a
    person calls the target here. ``within`` are the path values that lead to it, by parameter.
    """

    verb: str
    noun: str
    target: ResourceRef
    level: str | None
    in_production: str | None
    named: bool
    within: Mapping[str, str] = MappingProxyType({})


def confirm(session: "Session", question: Confirmation) -> None:
    """Return if the command may go on; raise DeclinedError, or UsageError naming the flag."""
    if session.flags.dry_run_only or (question.level is None and question.in_production is None):
        return
    production = touches_production(session, question.target)
    level = question.in_production if production else question.level
    if level is None:
        return
    if session.flags.confirm is not None:
        _compare(session, session.flags.confirm, question)
    elif session.flags.yes and (level == "yes" or _yes_is_enough(session, question, production)):
        return
    else:
        _prompt(session, question, level, production)


def touches_production(session: "Session", target: ResourceRef) -> bool:
    """Tell whether a resource is a PRODUCTION environment or lives in one."""
    environment = environment_of(session, target)
    return environment is not None and environment.get("mode") == PRODUCTION


def environment_of(session: "Session", target: ResourceRef) -> dict[str, Any] | None:
    """Return the environment that a resource is or lives in, None for what is above one.

    Raises OtherFormError for an answer that does not tell it: what cannot be told from production
    is not to be taken for anything else.
    """
    known = next((id for kind, id, _ in target.path if kind == "environment"), None)
    if target.kind == "environment":
        known = target.id
    elif known is None and target.kind in SERVICES:
        known = mapping(fetch_details(session, target).get("environment")).get("id")
        if known is None:
            raise UnexpectedResponseError(str(RESOURCES[target.kind].get_operation))
    if known is None:
        return None
    found = session.find("environment", known)
    if found.data and found.data.get("mode"):
        return dict(found.data)
    answer = mapping(session.get_cached("getEnvironment", {"environmentId": str(known)}))
    if not answer.get("mode"):
        raise UnexpectedResponseError("getEnvironment")
    return answer


def fetch_details(session: "Session", target: ResourceRef) -> dict[str, Any]:
    """Return the resource as the API describes it, asked for if the search did not need it."""
    if target.data is not None and target.whole:
        return dict(target.data)
    resource = RESOURCES[target.kind]
    if resource.get_operation is None:
        return {}
    (name,) = catalog.operation(resource.get_operation).path_names[-1:]
    return mapping(session.get_cached(resource.get_operation, {name: target.id}))


def name_of_target(session: "Session", question: Confirmation) -> str:
    """Return the name of what a question is about, looked up if only its id was given.

    That is the id where nothing says in which list it would be. NotFoundError if nothing with
    that id is where it should be.
    """
    target = question.target
    if target.name is None:
        with suppress(UsageError):
            target = session.find(target.kind, target.id, within=question.within, named=True)
    return target.name or target.id


def _yes_is_enough(session: "Session", question: Confirmation, production: bool) -> bool:
    belongs = question.target.kind in (*SERVICES, "environment")
    return belongs and question.named and not production and not session.terminal.can_ask


def _compare(session: "Session", given: str, question: Confirmation) -> None:
    if given.casefold() == question.target.id.casefold():
        return
    name = name_of_target(session, question)
    if given.casefold() != name.casefold():
        raise UsageError(
            f"--confirm says '{given}', but the {question.noun} is called '{name}'.",
            hint=f"Give --confirm '{name}' if that is the one to {question.verb}.",
        )


def _prompt(session: "Session", question: Confirmation, level: str, production: bool) -> None:
    from qovery_cli.output import prompt

    name = name_of_target(session, question)
    where = " in PRODUCTION" if production else ""
    asked = f"{question.verb.capitalize()} {question.noun} '{name}'{where}?"
    if level == "name":
        sure = prompt.type_name(asked, name, session.terminal, flag=f"--confirm '{name}'")
    else:
        sure = prompt.confirm(asked, session.terminal, flag="--yes")
    if not sure:
        raise DeclinedError(f"Nothing was done to {question.noun} '{name}'.")
