"""qovery status: the services of an environment, or of all, at a glance."""

import re
from collections.abc import Generator
from contextlib import closing
from typing import Annotated, Any

import typer

from qovery_cli.cli.handler_binding import Binding
from qovery_cli.errors import (
    AuthError,
    NotFoundError,
    QoveryError,
    UnavailableError,
    UsageError,
)
from qovery_cli.messages import mutually_exclusive
from qovery_cli.output.view import View, column
from qovery_cli.resolve.resolver import ResourceRef
from qovery_cli.session import Session
from qovery_cli.session.batch import combine_errors, with_context
from qovery_cli.session.environment_snapshot import (
    EnvironmentSnapshot,
    Service,
    fetch_snapshot,
    fetch_snapshots,
)
from qovery_cli.session.render import TABULAR, output_format

Environment = Annotated[
    str | None,
    typer.Argument(metavar="ENV", help="Environment name or ID"),
    Binding("environmentId", "path", resource="environment"),
]
All = Annotated[
    bool,
    typer.Option("--all", help="Every environment of the project, else of the organization"),
]

Row = dict[str, Any]


def status(session: Session, env: Environment = None, all_: All = False) -> None:
    """Show every service with state, version, URL and the age of its last deployment."""
    if all_ and env is not None:
        raise UsageError(mutually_exclusive("--all", "an environment"))
    if all_:
        _show_all(session)
        return
    environment = session.find("environment", env)
    has_columns = session.flags.shared.get("columns") and output_format(session) in TABULAR
    urls = not has_columns or _uses_urls(session)
    rows = _rows(fetch_snapshot(session, environment.id, *_parts(urls=urls)), urls=urls)
    session.show(sorted(rows, key=_order))


def _show_all(session: Session) -> None:
    columns = [name for name in session.view.columns if column(str(name)).path != "url"]
    view = View(("project", "environment", *columns), session.view.wide, kind="list")
    session.show(_all_rows(session, urls=_uses_urls(session)), view)


def _all_rows(session: Session, *, urls: bool) -> Generator[Row, None, None]:
    """Yield the rows of every environment as they arrive; raise failures after the last."""
    environments = session.resolver.environments()
    failures: list[QoveryError] = []
    ids = [environment.id for environment in environments]
    results = fetch_snapshots(session, ids, *_parts(urls=urls))
    with closing(results):
        for environment, result in zip(environments, results, strict=True):
            project = _project(environment)
            if isinstance(result, EnvironmentSnapshot):
                labels = {"project": project, "environment": environment.name}
                rows = sorted(_rows(result, urls=urls), key=_order)
                yield from ({**labels, **row} for row in rows)
            elif not isinstance(result, NotFoundError):
                # An environment that was deleted in the meantime is no failure.
                failures.append(with_context(result, f"{project}/{environment.name}"))
            if isinstance(result, AuthError | UnavailableError):
                break
    if failures:
        raise combine_errors(failures)


def _parts(*, urls: bool) -> tuple[str, ...]:
    return ("services", "states", "links") if urls else ("services", "states")


def _uses_urls(session: Session) -> bool:
    """Return True if an output option needs the URL, which may cost a request per service."""
    options = session.flags.shared
    texts = [options.get(name) or "" for name in ("columns", "sort_by", "query")]
    return any(re.search(r"\burl\b", text) for text in (*texts, *options.get("filter", ())))


def _project(environment: ResourceRef) -> str | None:
    return next((name or id for kind, id, name in environment.path if kind == "project"), None)


def _order(row: Row) -> tuple[str, str]:
    return row["kind"], row["name"].casefold()


def _rows(snapshot: EnvironmentSnapshot, *, urls: bool) -> list[Row]:
    return [_row(service, snapshot, urls=urls) for service in snapshot.services.values()]


def _row(service: Service, snapshot: EnvironmentSnapshot, *, urls: bool) -> Row:
    state = snapshot.states.get(service.id, {})
    row: Row = {
        "id": service.id,
        "name": service.name,
        "kind": service.kind,
        "state": state.get("state"),
        "service_deployment_status": state.get("service_deployment_status"),
        "version": service.version,
        "last_deployment_date": state.get("last_deployment_date"),
    }
    if urls:
        links = snapshot.links.get(service.id, [])
        default = [link for link in links if link.get("is_default")] or links
        row["url"] = default[0]["url"] if default else None
    return row
