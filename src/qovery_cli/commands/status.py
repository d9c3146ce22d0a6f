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
        raise UsageError("--all and an environment exclude each other.", hint="Give one of them.")
    if all_:
        _show_all(session)
        return
    found = session.find("environment", env)
    chosen = session.flags.shared.get("columns") and output_format(session) in TABULAR
    urls = not chosen or _asks_for_urls(session)
    rows = _rows(fetch_snapshot(session, found.id, *_parts(urls=urls)), urls=urls)
    session.show(sorted(rows, key=_order))


def _show_all(session: Session) -> None:
    columns = [one for one in session.view.columns if column(str(one)).path != "url"]
    view = View(("project", "environment", *columns), session.view.wide, kind="list")
    session.show(_all_rows(session, urls=_asks_for_urls(session)), view)


def _all_rows(session: Session, *, urls: bool) -> Generator[Row, None, None]:
    """Yield the rows of every environment, as they come; raise the failures after the last."""
    places = session.resolver.environments()
    failures: list[QoveryError] = []
    answers = fetch_snapshots(session, [one.id for one in places], *_parts(urls=urls))
    with closing(answers):
        for place, found in zip(places, answers, strict=True):
            if isinstance(found, EnvironmentSnapshot):
                own = {"project": _project(place), "environment": place.name}
                yield from ({**own, **row} for row in sorted(_rows(found, urls=urls), key=_order))
            elif not isinstance(found, NotFoundError):
                # What was deleted while all were asked for is no failure.
                failures.append(with_context(found, f"{_project(place)}/{place.name}"))
            if isinstance(found, AuthError | UnavailableError):
                break
    if failures:
        raise combine_errors(failures)


def _parts(*, urls: bool) -> tuple[str, ...]:
    return ("services", "states", "links") if urls else ("services", "states")


def _asks_for_urls(session: Session) -> bool:
    """Tell whether an output option names the URL, which may cost a request for each service."""
    given = session.flags.shared
    texts = [given.get(name) or "" for name in ("columns", "sort_by", "query")]
    return any(re.search(r"\burl\b", text) for text in (*texts, *given.get("filter", ())))


def _project(place: ResourceRef) -> str | None:
    return next((name or id for kind, id, name in place.path if kind == "project"), None)


def _order(row: Row) -> tuple[str, str]:
    return row["kind"], row["name"].casefold()


def _rows(found: EnvironmentSnapshot, *, urls: bool) -> list[Row]:
    return [_row(service, found, urls=urls) for service in found.services.values()]


def _row(service: Service, found: EnvironmentSnapshot, *, urls: bool) -> Row:
    state = found.states.get(service.id, {})
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
        links = found.links.get(service.id, [])
        default = [link for link in links if link.get("is_default")] or links
        row["url"] = default[0]["url"] if default else None
    return row
