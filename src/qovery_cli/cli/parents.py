"""The parents that ``--all`` goes through: projects or environments, as far as the scope says."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from qovery_cli import catalog
from qovery_cli.api.pages import items
from qovery_cli.catalog.resources import RESOURCES
from qovery_cli.errors import ForbiddenError, NotFoundError, UsageError
from qovery_cli.session import Session
from qovery_cli.session.questions import Question

#: Lists the environments of all projects, where the API has it; its items are not whole.
WIDE = "listEnvironmentsByOrganizationId"

#: The questions about one parent, from its id and its path of names.
Leaves = Callable[[str, str], Sequence[Question]]


def under_every_parent(session: Session, kind: str, leaves: Leaves) -> list[Question]:
    """Return the questions that lead to those of ``leaves`` for every parent in scope.

    ``kind`` is project or environment. Raises what ``Session.find`` raises.
    """
    if kind == "environment" and "project" in session.settings.scope:
        project = session.find("project")
        return [_children(session, "environment", project.id, "", leaves)]
    organization = session.find("organization").id
    if kind == "project":
        return [_children(session, "project", organization, "", leaves)]
    known = _all_environments(session, organization)
    if known is not None:
        return [question for id, path in known for question in leaves(id, path)]

    def environments(project: str, name: str) -> list[Question]:
        return [_children(session, "environment", project, f"{name}/", leaves)]

    return [_children(session, "project", organization, "", environments)]


def _children(session: Session, kind: str, parent: str, prefix: str, leaves: Leaves) -> Question:
    """Return the question for a list whose items are parents themselves."""
    operation = RESOURCES[kind].list_operation
    (name,) = catalog.operation(operation).path_names

    def then(data: Any) -> list[Question]:
        return [
            question
            for item in items(data)
            for question in leaves(item["id"], f"{prefix}{item['name']}")
        ]

    return Question(session.request(operation, {name: parent}), prefix.rstrip("/"), then=then)


def _all_environments(session: Session, organization: str) -> list[tuple[str, str]] | None:
    """Return id and path of every environment, in the order of their projects.

    Two requests do; None where the API does not answer the one for all environments.
    """
    if session.level not in catalog.operation(WIDE).api:
        return None
    path = {"organizationId": organization}
    projects = RESOURCES["project"].list_operation
    try:
        found, wide = session.ask_all([(projects, path, None), (WIDE, path, None)])
    except (NotFoundError, ForbiddenError):
        return None
    names = {item["id"]: item["name"] for item in items(found)}
    return _by_project(names, items(wide))


def _by_project(
    names: Mapping[str, str], environments: Iterable[Mapping[str, Any]]
) -> list[tuple[str, str]]:
    grouped: dict[str, list[tuple[str, str]]] = {id: [] for id in names}
    for item in environments:
        project = str((item.get("project") or {}).get("id"))
        prefix = f"{names[project]}/" if project in names else ""
        grouped.setdefault(project, []).append((item["id"], f"{prefix}{item['name']}"))
    return [one for group in grouped.values() for one in group]


def parent_kind(kind: str | None, command: str) -> str:
    """Return the kind of parent that ``--all`` can go through; UsageError for any other."""
    if kind not in {"project", "environment"}:
        raise UsageError(f"'{command}' has no --all.", hint="Name its parent.")
    return str(kind)
