"""List the parents that ``--all`` covers: the projects or environments in scope."""

from collections.abc import Callable, Sequence
from typing import Any

from qovery_cli import catalog
from qovery_cli.catalog.resources import RESOURCES
from qovery_cli.errors import UsageError
from qovery_cli.http.pagination import records
from qovery_cli.resolve.org_index import ENVIRONMENTS
from qovery_cli.resolve.resolver import ResourceRef
from qovery_cli.session import Session
from qovery_cli.session.batch import ReadRequest

#: Returns the requests for one parent, from its id and its path of names.
Leaves = Callable[[str, str], Sequence[ReadRequest]]


def under_every_parent(session: Session, kind: str, leaves: Leaves) -> list[ReadRequest]:
    """Return the requests that lead to those of ``leaves`` for every parent in scope.

    ``kind`` is project or environment. Raises the errors of ``Session.find``.
    """
    if kind == "environment" and "project" in session.settings.scope:
        project = session.find("project")
        return [_children(session, "environment", project.id, "", leaves)]
    organization = session.find("organization").id
    if kind == "project":
        return [_children(session, "project", organization, "", leaves)]
    if session.offers(ENVIRONMENTS):
        environments = session.resolver.environments()
        return [
            q for environment in environments for q in leaves(environment.id, _path(environment))
        ]

    def list_environments(project: str, name: str) -> list[ReadRequest]:
        return [_children(session, "environment", project, f"{name}/", leaves)]

    return [_children(session, "project", organization, "", list_environments)]


def _children(session: Session, kind: str, parent: str, prefix: str, leaves: Leaves) -> ReadRequest:
    """Return the request for a list whose items are parents."""
    operation = RESOURCES[kind].list_operation
    (name,) = catalog.operation(operation).path_names

    def then(data: Any) -> list[ReadRequest]:
        return [
            question
            for item in records(data, "id")
            for question in leaves(str(item["id"]), f"{prefix}{item.get('name')}")
        ]

    return ReadRequest(session.request(operation, {name: parent}), prefix.rstrip("/"), then=then)


def _path(environment: ResourceRef) -> str:
    names = [name or id for kind, id, name in environment.whole_path if kind != "organization"]
    return "/".join(names)


def parent_kind(kind: str | None, command: str) -> str:
    """Return the kind of parent that ``--all`` can go through; UsageError for any other."""
    if kind not in {"project", "environment"}:
        raise UsageError(f"`{command}` has no --all.")
    return str(kind)
