"""Print results of commands and plans of dry runs."""

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
    from qovery_cli.session.connection import Connection
    from qovery_cli.session.session import Session

#: Formats that show columns.
TABULAR = frozenset({"table", "wide", "csv", "tsv"})


def prepare(session: "Connection", request: Request) -> None:
    """Raise UsageError for invalid output options, and record the secrets of a request.

    Call this before a change is sent: afterwards no output option may decide the exit code.
    """
    check_options(show_options(session))
    if request.changes:
        note_secrets(session, request)


def show_data(session: "Session", data: Any, view: View) -> None:
    """Print data in the format of the options and settings."""
    show(redacted(session, data), view, show_options(session), session.terminal)


def show_outcome(session: "Session", data: Any, view: View) -> None:
    """Print the plan of a dry run, the result of a change, or the data of a read command."""
    if session.planned:
        show_plan(session, session.planned)
    elif session.is_change:
        show_result(session, data, view)
    else:
        show_data(session, data, view)


def show_result(session: "Session", data: Any, view: View) -> None:
    """Print the result of a change; output options that do not fit the data do not fail it.

    Falls back to JSON with a warning. Raises only BrokenPipeError and WriteError, for output that
    cannot be written.
    """
    target = session.target
    labels = {"name": target.name or target.id, "id": target.id} if target is not None else {}
    view = changed(view, fields=session.view.fields, target=labels)
    _show_safely(session, redacted(session, data), view, show_options(session))


def show_done(session: "Session", data: Any, view: View | None = None) -> None:
    """Print the result of a change on this machine, as ``show_result`` does."""
    show_result(session, data, view or session.view)


def show_raw(session: "Session", data: Any) -> None:
    """Print unprocessed data: JSON unless an option sets another format; text unchanged."""
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
        # The change has been made, so an output problem must not fail the command.
        reason = getattr(error, "message", None) or f"{type(error).__name__}."
        warning(f"The result is shown as JSON instead: {reason}", session.terminal)
        show(data, View(), ShowOptions(format="json"), session.terminal)


def set_target(session: "Session", target: ResourceRef) -> None:
    """Record the target of a change; look up its name if the name will be printed."""
    if target.name is None and output_format(session) == "name":
        with suppress(QoveryError):
            target = session.find(target.kind, target.id, named=True)
    session.target = target


def show_options(session: "Connection") -> ShowOptions:
    """Return the output options of this run; options override settings."""
    return output_options(session.flags.shared, output_format(session))


def output_options(options: Mapping[str, Any], form: str | None) -> ShowOptions:
    """Return the output options of a command line, with a format."""
    columns = options.get("columns")
    return ShowOptions(
        format=form,
        query=options.get("query"),
        columns=tuple(columns.split(",")) if columns else (),
        sort_by=options.get("sort_by"),
        filters=tuple(options.get("filter", ())),
        no_headers=bool(options.get("no_headers")),
        limit=None,
    )


def output_format(session: "Connection") -> str:
    """Return the format of this run: an option, ``--query`` (which means JSON), else settings."""
    options = session.flags.shared
    if options.get("json") or (options.get("query") and not options.get("output")):
        return "json"
    return str(options.get("output") or session.settings.output)


def show_plan(session: "Session", planned: Sequence[Request]) -> None:
    """Print the planned requests of a dry run, as a list or as curl commands."""
    if session.flags.explain:
        from qovery_cli.http.curl import curl

        requests = [_masked_request(session, request) for request in planned]
        lines = [curl(request, scheme=session.scheme) for request in requests]
        session.terminal.write("\n".join(lines) + "\n")
        return
    rows = [
        {
            "method": request.method,
            "url": request.full_url,
            "body": _printable_body(session, request),
        }
        for request in planned
    ]
    if output_format(session) in {"table", "wide"}:
        for row in rows:
            session.terminal.write(_as_text(row))
    else:
        show_data(session, rows, View(columns=("method", "url"), kind="list"))


def _printable_body(session: "Session", request: Request) -> Any:
    """Return the body of a request with its secrets masked; only size and type if not JSON."""
    body = request.body if request.content is None else _decode(request.content)
    if body is None and request.content is not None:
        return f"{len(request.content)} bytes of {request.payload_type}"
    return body if session.flags.shared.get("reveal") else masked(body, session.secrets)


def _masked_request(session: "Session", request: Request) -> Request:
    """Return a request to print as curl, with secrets in JSON masked and other content hidden."""
    if session.flags.shared.get("reveal"):
        return request
    body = request.body if request.content is None else _decode(request.content)
    if body is None and request.content is not None:
        # Makes curl read the content from stdin, as it does for all binary content.
        return changed(request, content=b"\xff")
    return changed(request, content=None, body=masked(body, session.secrets))


def _decode(content: bytes) -> Any:
    try:
        return json.loads(content)
    except (ValueError, RecursionError):
        return None


def _as_text(row: dict[str, Any]) -> str:
    body = row["body"]
    text = "" if body is None else json.dumps(body, indent=2, ensure_ascii=False) + "\n"
    return f"{row['method']} {row['url']}  (not sent)\n{text}"
