"""qovery status: the services of an environment at a glance."""

from typing import Annotated, Any

import typer

from qovery_cli.api.pages import items
from qovery_cli.cli.written import Sends
from qovery_cli.session import Session
from qovery_cli.session.waiting import SERVICE_LISTS, SERVICE_STATUSES

Environment = Annotated[
    str | None,
    typer.Argument(metavar="ENV", help="Environment name or ID"),
    Sends("environmentId", "path", resource="environment"),
]

#: The operations that tell the public URLs of a service, and the name of its path parameter.
LINKS = {
    "application": ("listApplicationLinks", "applicationId"),
    "container": ("listContainerLinks", "containerId"),
}


def status(session: Session, env: Environment = None) -> None:
    """Show every service with state, version, URL and the age of its last deployment."""
    found = session.find("environment", env)
    rows = services(session, {"environmentId": found.id})
    add_urls(session, rows)
    session.show(sorted(rows, key=lambda row: (row["kind"], row["name"].casefold())))


def services(session: Session, path: dict[str, str]) -> list[dict[str, Any]]:
    """Return a row for each service of an environment, asked for in one round trip."""
    kinds = list(SERVICE_LISTS)
    operations = [*SERVICE_LISTS.values(), *(SERVICE_STATUSES[kind] for kind in kinds)]
    answers = session.ask_all([(operation, path, None) for operation in operations])
    states = {one["id"]: one for data in answers[len(kinds) :] for one in items(data)}
    return [
        _row(kind, service, states.get(service["id"], {}))
        for kind, data in zip(kinds, answers, strict=False)
        for service in items(data)
    ]


def add_urls(session: Session, rows: list[dict[str, Any]]) -> None:
    """Add the public URL to the rows of services that can have one."""
    linked = [row for row in rows if row["kind"] in LINKS]
    asked = [(LINKS[row["kind"]], row["id"]) for row in linked]
    answers = session.ask_all([(operation, {name: id}, None) for (operation, name), id in asked])
    for row, data in zip(linked, answers, strict=True):
        links = items(data)
        default = [link for link in links if link.get("is_default")] or links
        row["url"] = default[0]["url"] if default else None


def _row(kind: str, service: dict[str, Any], state: dict[str, Any]) -> dict[str, Any]:
    return {
        "id": service["id"],
        "name": service["name"],
        "kind": kind,
        "state": state.get("state"),
        "service_deployment_status": state.get("service_deployment_status"),
        "version": version(kind, service),
        "url": None,
        "last_deployment_date": state.get("last_deployment_date"),
    }


def version(kind: str, service: dict[str, Any]) -> str | None:
    """Return what runs: branch and short commit, image tag, or database version."""
    if kind == "application":
        git = service.get("git_repository") or {}
        commit = str(git.get("deployed_commit_id") or "")[:7]
        return "@".join(part for part in (git.get("branch"), commit) if part) or None
    return service.get("tag") if kind == "container" else service.get("version")
