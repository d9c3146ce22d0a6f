"""How a session prints: data through a view, or the plan of a rehearsal."""

import json
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from qovery_cli.api.request import Request
from qovery_cli.output.show import check_options, show
from qovery_cli.output.view import ShowOptions, View
from qovery_cli.record import changed
from qovery_cli.session.redaction import masked, note_secrets, redacted

if TYPE_CHECKING:
    from qovery_cli.session.session import Session

#: Formats that show columns.
TABULAR = frozenset({"table", "wide", "csv", "tsv"})


def prepare(session: "Session", request: Request) -> None:
    """Refuse output options that cannot be followed, and learn the secrets that a request sends.

    To be called before a change is sent: after it no output option may decide the exit code.
    """
    check_options(show_options(session))
    if request.changes:
        note_secrets(session, request)


def show_data(session: "Session", data: Any, view: View) -> None:
    """Print data in the format that the options and settings ask for."""
    show(redacted(session, data), view, show_options(session), session.terminal)


def show_data_as(session: "Session", data: Any, form: str) -> None:
    """Print data in a given format; text goes out as it is."""
    if isinstance(data, str):
        form = "table"
    show(data, View(), changed(show_options(session), format=form), session.terminal)


def show_options(session: "Session") -> ShowOptions:
    """Return what was asked for of the output, options before settings."""
    given = session.flags.shared
    columns = given.get("columns")
    return ShowOptions(
        format=output_format(session),
        query=given.get("query"),
        columns=tuple(columns.split(",")) if columns else (),
        sort_by=given.get("sort_by"),
        filters=tuple(given.get("filter", ())),
        no_headers=bool(given.get("no_headers")),
        limit=None,
    )


def output_format(session: "Session") -> str:
    """Return the format of this run: an option, ``--query`` (which means JSON), else settings."""
    given = session.flags.shared
    if given.get("json") or (given.get("query") and not given.get("output")):
        return "json"
    return str(given.get("output") or session.settings.output)


def show_plan(session: "Session", planned: Sequence[Request]) -> None:
    """Print the requests that a dry run kept back: as a list, or as curl."""
    if session.flags.explain:
        from qovery_cli.api.curl import curl

        lines = [curl(_masked_request(session, one), scheme=session.scheme) for one in planned]
        session.terminal.write("\n".join(lines) + "\n")
        return
    rows = [
        {
            "method": request.method,
            "url": request.full_url,
            "body": _shown_body(session, request),
        }
        for request in planned
    ]
    if output_format(session) in {"table", "wide"}:
        for row in rows:
            session.terminal.write(_as_text(row))
    else:
        show_data(session, rows, View(columns=("method", "url"), kind="list"))


def _shown_body(session: "Session", request: Request) -> Any:
    """Return the body of a request to show, its secrets masked; other types than JSON are named."""
    body = request.body if request.content is None else _decoded(request.content)
    if body is None and request.content is not None:
        return f"{len(request.content)} bytes of {request.payload_type}"
    return body if session.flags.shared.get("reveal") else masked(body, session.secrets)


def _masked_request(session: "Session", request: Request) -> Request:
    """Return a request to show as curl. Secrets in another type than JSON are not known."""
    if session.flags.shared.get("reveal"):
        return request
    body = request.body if request.content is None else _decoded(request.content)
    if body is None and request.content is not None:
        # What is no text is read from stdin by the command line that is shown.
        return changed(request, content=b"\xff")
    return changed(request, content=None, body=masked(body, session.secrets))


def _decoded(content: bytes) -> Any:
    try:
        return json.loads(content)
    except (ValueError, RecursionError):
        return None


def _as_text(row: dict[str, Any]) -> str:
    body = row["body"]
    shown = "" if body is None else json.dumps(body, indent=2, ensure_ascii=False) + "\n"
    return f"{row['method']} {row['url']}  (not sent)\n{shown}"
