"""qovery api: send any request to the API."""

import json
import re
from collections.abc import Callable, Mapping
from functools import partial
from typing import Annotated, Any, Literal
from urllib.parse import quote

import typer

from qovery_cli.body.text_input import read_bytes, read_text, without_line_end
from qovery_cli.catalog.resources import by_parameter
from qovery_cli.cli.handler_binding import Binding
from qovery_cli.commands.api_operation import find_operation, operation_request
from qovery_cli.errors import QoveryError, UsageError
from qovery_cli.frozen import changed
from qovery_cli.http.pagination import items, records
from qovery_cli.http.request import JSON, Request
from qovery_cli.http.response import Response
from qovery_cli.http.stream import Stream
from qovery_cli.messages import invalid, is_missing, mutually_exclusive
from qovery_cli.session import Session
from qovery_cli.session.raw_output import reshapes_output, write_body, write_chunks
from qovery_cli.session.redaction import note_secrets

Path_ = Annotated[
    str | None,
    typer.Argument(metavar="PATH", help="Path, or URL on the same host"),
    Binding(where="cli"),
]
OperationId = Annotated[
    str | None,
    typer.Option("--operation", metavar="ID", help="ID of an operation, in place of PATH"),
]
Settings = Annotated[
    list[str] | None,
    typer.Option("--set", metavar="NAME=VALUE", help="Set a parameter or field of the operation"),
]
Method = Annotated[
    Literal["GET", "POST", "PUT", "PATCH", "DELETE"] | None,
    typer.Option("--method", "-X", metavar="METHOD", help="HTTP method"),
]
Fields = Annotated[
    list[str] | None,
    typer.Option("--field", "-f", metavar="KEY=VALUE", help="Add a text field to the body"),
]
Typed = Annotated[
    list[str] | None,
    typer.Option(
        "--typed-field",
        "-F",
        metavar="KEY=VALUE",
        help="Add a field with a JSON value, or the content of @FILE",
    ),
]
Input = Annotated[
    str | None,
    typer.Option("--input", metavar="FILE", help="Read the body from a file; - for stdin"),
]
ContentType = Annotated[
    str | None,
    typer.Option(
        "--content-type",
        metavar="TYPE",
        help="Content type of the body (default application/json)",
    ),
]
Headers = Annotated[
    list[str] | None,
    typer.Option("--header", "-H", metavar="NAME:VALUE", help="Add a request header"),
]
Include = Annotated[
    bool, typer.Option("--include", "-i", help="Print the status and headers of the response too")
]
Paginate = Annotated[bool, typer.Option("--paginate", help="Fetch all pages of a list")]

#: Accept any type; the API prefers JSON if it has several.
ACCEPT = "application/json, */*;q=0.8"

_PLACEHOLDER = re.compile(r"\{(\w+)\}")


def api(
    session: Session,
    path: Path_ = None,
    operation: OperationId = None,
    set_: Settings = None,
    method: Method = None,
    field: Fields = None,
    typed_field: Typed = None,
    input: Input = None,
    content_type: ContentType = None,
    header: Headers = None,
    include: Include = False,
    paginate: Paginate = False,
) -> None:
    """Send one request and print the response."""
    content = _body(session, field or [], typed_field or [], input, content_type)
    if operation or set_:
        _refuse_mixed(operation, path=path, method=method, content=content)
        request = _operation_request(session, str(operation), set_ or [])
    else:
        request = _path_request(session, path, method, content)
    request = changed(request, headers=tuple(_header(text) for text in header or ()), accept=ACCEPT)
    note_secrets(session, request)
    if session.flags.dry_run_only and request.changes:
        session.planned.append(request)
        session.show(None)
    elif paginate or reshapes_output(session):
        _show_complete(session, request, include, paginate)
    else:
        with session.client.stream(request) as answer:
            _show_status(session, answer, include)
            write_body(session, answer)


def _path_request(
    session: Session, path: str | None, method: str | None, content: Mapping[str, Any]
) -> Request:
    verb = method or ("POST" if content else "GET")
    _note_change(session, verb)
    return Request(verb, _url(session, path), **content)


def _operation_request(session: Session, name: str, settings: list[str]) -> Request:
    operation = find_operation(name, session.level)
    _note_change(session, operation.method)
    base, from_context = session.settings.api_url, partial(_placeholder_value, session)
    return operation_request(operation, settings, session.level, base, from_context)


def _note_change(session: Session, method: str) -> None:
    """Note whether the request changes something, before an id is filled in from the context.

    A change is refused where a level of the scope is set but empty.
    """
    session.flags = changed(session.flags, changes=method != "GET")


def _refuse_mixed(operation: str | None, **others: Any) -> None:
    if operation is None:
        raise UsageError(
            "--set requires --operation.", hint="Use `qovery api --operation ID --set NAME=VALUE`."
        )
    names = {"path": "PATH", "method": "--method", "content": "a body"}
    for name, value in others.items():
        if value:
            raise UsageError(
                mutually_exclusive("--operation", names[name]),
                hint="Set parameters and fields with --set NAME=VALUE.",
            )


def _show_complete(session: Session, request: Request, include: bool, paginate: bool) -> None:
    answer = session.client.send(request)
    _show_status(session, answer, include)
    data, error = _all_pages(session, request, answer.data) if paginate else (answer.data, None)
    if isinstance(data, dict | list):
        session.show_raw(data)
    else:
        write_chunks(session, [answer.content])
    if error is not None:
        raise error


def _show_status(session: Session, answer: Response | Stream, include: bool) -> None:
    if include:
        session.terminal.write(_head(answer))
    if answer.status == 304:
        session.notice("Not modified: the response has no body.")


def _url(session: Session, path: str | None) -> str:
    if not path:
        raise UsageError(is_missing("PATH"), hint="For example: `qovery api organization`.")
    path = _PLACEHOLDER.sub(lambda match: _placeholder_value(session, match[1]), path)
    if "://" in path:
        return path
    return f"{session.settings.api_url}/{path.lstrip('/')}"


def _placeholder_value(session: Session, name: str) -> str:
    """Return the id of the resource that a path parameter refers to, quoted for a URL."""
    resource = by_parameter(name)
    if resource is None:
        raise UsageError(
            f"Unknown placeholder {{{name}}}.",
            hint="Use one such as organizationId, projectId, environmentId or applicationId.",
        )
    return quote(session.find(resource.kind).id, safe="")


def _header(text: str) -> tuple[str, str]:
    name, sign, value = text.partition(":")
    if not sign or not name.strip():
        raise UsageError(
            invalid("--header", text, "NAME:VALUE"), hint="For example: -H 'Accept: text/plain'."
        )
    return name.strip(), value.strip()


def _body(
    session: Session,
    fields: list[str],
    typed: list[str],
    source: str | None,
    content_type: str | None,
) -> dict[str, Any]:
    """Return the body arguments of the request: unchanged content, or fields as JSON."""
    if source is not None:
        if fields or typed:
            raise UsageError(mutually_exclusive("--input", "fields"))
        is_stdin = source == "-"
        content = session.stdin.read_bytes("--input") if is_stdin else read_bytes(source, "--input")
        return {"content": content, "content_type": content_type or JSON}
    if not fields and not typed:
        return {}
    body: dict[str, Any] = {}
    for pairs, parse in ((fields, str), (typed, _parse_typed)):
        for pair in pairs:
            _set_field(body, pair, parse)
    return {"body": body, "content_type": content_type}


def _set_field(body: dict[str, Any], pair: str, parse: Callable[[str], Any]) -> None:
    """Set a field such as ``a=1``, ``a[b]=1`` or ``a[]=1`` in a body."""
    name, sign, value = pair.partition("=")
    parts = re.findall(r"[^\[\]]+|\[\]", name)
    if not sign or not parts or parts[0] == "[]":
        raise UsageError(
            invalid("field", pair, "KEY=VALUE"), hint="For example: -f name=api -F 'ports[]=8080'."
        )
    parent: Any = body
    for part, following in zip(parts, [*parts[1:], None], strict=True):
        new: Any = parse(value) if following is None else [] if following == "[]" else {}
        if isinstance(parent, list):
            parent.append(new)
            parent = parent[-1]
        elif isinstance(parent, dict):
            parent = parent.setdefault(part, new) if following else parent.update({part: new})
        else:
            raise UsageError(f"Invalid field '{name}': its parent is not an object.")


def _parse_typed(text: str) -> Any:
    """Return the content of ``@FILE``, or the JSON value; other text unchanged."""
    if text.startswith("@"):
        return without_line_end(read_text(text[1:], "--typed-field"))
    try:
        return json.loads(text)
    except ValueError:
        return text


def _head(answer: Response | Stream) -> str:
    lines = [f"HTTP {answer.status}", *(f"{k}: {v}" for k, v in sorted(answer.headers.items()))]
    return "\n".join(lines) + "\n\n"


def _all_pages(session: Session, request: Request, first: Any) -> tuple[Any, QoveryError | None]:
    """Return the rows of all pages of a list, and the error of the page that ended it, or None.

    ``first`` is the data of the first page; anything but a paged list is returned unchanged.
    """
    if not isinstance(first, dict) or not isinstance(first.get("page_size"), int):
        return first, None
    rows, page = records(first, "id"), first
    failure = None
    ids = {row.get("id") for row in rows}
    separator = "&" if "?" in request.url else "?"
    while rows and len(items(page)) >= first["page_size"]:
        url = f"{request.url}{separator}startId={quote(str(rows[-1]['id']))}"
        try:
            page = session.client.send(Request(request.method, url, headers=request.headers)).data
        except QoveryError as error:
            failure = error
            break
        new = [row for row in records(page, "id") if row["id"] not in ids]
        if not new:
            break
        rows = [*rows, *new]
        ids |= {row.get("id") for row in new}
    return {**first, "results": rows}, failure
