"""Suggested commands to check or cancel a deployment."""

import shlex
from typing import TYPE_CHECKING

from qovery_cli.catalog.resources import RESOURCES
from qovery_cli.resolve.resolver import ResourceRef

if TYPE_CHECKING:
    from qovery_cli.session.session import Session

_LEVELS = ("project", "environment")


def status_command(session: "Session", target: ResourceRef) -> str:
    """Return the command that shows the state of a resource.

    A kind without a status of its own is shown with its environment.
    """
    if RESOURCES[target.kind].status_operation is None:
        environment = _environment(target)
        return _command(session, environment, ("status",)) if environment else "qovery status"
    return _command(session, target, (RESOURCES[target.kind].group, "status"))


def cancel_command(
    session: "Session", target: ResourceRef, request: str | None = None
) -> str | None:
    """Return the command that cancels a deployment, None if the API has no operation for it.

    ``request`` is the id of a queued request; with it the command cancels only this request.
    """
    if request is not None:
        path = f"/deploymentQueue/{request}/cancelDeployment"
        return _joined("api", path, "-X", "POST", *_shared(session))
    environment = _environment(target)
    if environment is None:
        return None
    return _command(session, environment, (RESOURCES[environment.kind].group, "cancel"))


def _environment(target: ResourceRef) -> ResourceRef | None:
    """Return the environment that a resource is or belongs to, None if it is not known."""
    for position, (kind, id, name) in enumerate(target.whole_path):
        if kind == "environment":
            return ResourceRef("environment", id, name, target.path[:position])
    return None


def _command(session: "Session", target: ResourceRef, words: tuple[str, ...]) -> str:
    if target.name is None or not any(name for *_, name in target.path):
        return _joined(*words, target.id, *_shared(session))
    scope = [
        word
        for kind, id, name in target.path
        if kind in _LEVELS
        for word in (RESOURCES[kind].option, name or id)
    ]
    organization = session.flags.scope.get("organization")
    if organization:
        scope = [RESOURCES["organization"].option, organization, *scope]
    return _joined(*words, target.name, *scope, *_shared(session))


def _shared(session: "Session") -> list[str]:
    profile = session.flags.shared.get("profile")
    return ["--profile", str(profile)] if profile else []


def _joined(*words: str) -> str:
    return shlex.join(("qovery", *words))
