"""How a session prints: data through a view, or the plan of a rehearsal."""

import json
from collections.abc import Mapping, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from qovery_cli.errors import QoveryError
from qovery_cli.frozen import changed
from qovery_cli.http.request import Request
from qovery_cli.output.show import check_options, show
from qovery_cli.output.view import ShowOptions, View
from qovery_cli.resolve.resolver import ResourceRef
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


def show_outcome(session: "Session", data: Any, view: View) -> None:
    """Print the plan of a dry run, the result of a change, or the data of a command that reads."""
    if session.planned:
        show_plan(session, session.planned)
    elif session.is_change:
        show_result(session, data, view)
    else:
        show_data(session, data, view)


def show_result(session: "Session", data: Any, view: View) -> None:
    """Print what a change came to; output options that do not fit the data do not fail it.

    Instead of what cannot be shown there is JSON, and a warning. Only an output that nobody reads
    (BrokenPipeError) or that takes no more (WriteError) is still an error.
    """
    target = session.target
    known = {"name": target.name or target.id, "id": target.id} if target is not None else {}
    view = changed(view, fields=session.view.fields, target=known)
    _show_safely(session, redacted(session, data), view, show_options(session))


def show_done(session: "Session", data: Any, view: View | None = None) -> None:
    """Print what a command has changed on this machine; the output does not fail it."""
    show_result(session, data, view or session.view)


def show_raw(session: "Session", data: Any) -> None:
    """Print an answer as it came, JSON unless an option has another format; text as it is."""
    form = "table" if isinstance(data, str) else session.flags.shared.get("output") or "json"
    options = changed(show_options(session), format=form)
    if session.client.has_sent_changes:
        _show_safely(session, data, View(), options)
    else:
        show(data, View(), options, session.terminal)


def _show_safely(session: "Session", data: Any, view: View, options: ShowOptions) -> None:
    from qovery_cli.output.message import warning
    from qovery_cli.output.terminal import WriteError

    try:
        show(data, view, options, session.terminal)
    except (BrokenPipeError, WriteError):
        raise
    except Exception as error:
        # The change has been made: whatever is wrong with the output does not undo it.
        reason = getattr(error, "message", None) or f"{type(error).__name__}."
        warning(f"The result is shown as JSON instead: {reason}", session.terminal)
        show(data, View(), ShowOptions(format="json"), session.terminal)


def set_target(session: "Session", target: ResourceRef) -> None:
    """Keep the target of a change, and find out its name if that is what will be printed."""
    if target.name is None and output_format(session) == "name":
        with suppress(QoveryError):
            target = session.find(target.kind, target.id, named=True)
    session.target = target


def show_options(session: "Session") -> ShowOptions:
    """Return what was asked for of the output, options before settings."""
    return output_options(session.flags.shared, output_format(session))


def output_options(given: Mapping[str, Any], form: str | None) -> ShowOptions:
    """Return the output options of a command line, with a format."""
    columns = given.get("columns")
    return ShowOptions(
        format=form,
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
        from qovery_cli.http.curl import curl

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
