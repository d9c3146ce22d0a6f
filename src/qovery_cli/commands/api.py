"""qovery api: any request to the API, as it is."""

import json
import re
from collections.abc import Callable
from typing import Annotated, Any, Literal
from urllib.parse import quote

import typer

from qovery_cli.body.text_input import read_bytes, read_text, without_line_end
from qovery_cli.catalog.resources import by_parameter
from qovery_cli.cli.handler_binding import Binding
from qovery_cli.errors import QoveryError, UsageError
from qovery_cli.frozen import changed
from qovery_cli.http.pagination import items, records
from qovery_cli.http.request import JSON, Request
from qovery_cli.http.response import Response
from qovery_cli.http.stream import Stream
from qovery_cli.session import Session
from qovery_cli.session.raw_output import reshapes_output, write_body, write_chunks
from qovery_cli.session.redaction import note_secrets

Path_ = Annotated[
    str | None,
    typer.Argument(metavar="PATH", help="Path, or URL on the same host"),
    Binding(where="cli", required=True),
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

#: Any type is welcome; the API prefers JSON where it has both.
ACCEPT = "application/json, */*;q=0.8"

_PLACEHOLDER = re.compile(r"\{(\w+)\}")


def api(
    session: Session,
    path: Path_ = None,
    method: Method = None,
    field: Fields = None,
    typed_field: Typed = None,
    input: Input = None,
    content_type: ContentType = None,
    header: Headers = None,
    include: Include = False,
    paginate: Paginate = False,
) -> None:
    """Send one request and print what comes back."""
    method = method or ("POST" if field or typed_field or input else "GET")
    session.flags = changed(session.flags, changes=method != "GET")
    request = Request(
        method=method,
        url=_url(session, path),
        headers=tuple(_header(text) for text in header or ()),
        accept=ACCEPT,
        **_body(session, field or [], typed_field or [], input, content_type),
    )
    note_secrets(session, request)
    if session.flags.dry_run_only and request.changes:
        session.planned.append(request)
        session.show(None)
        return
    if paginate or reshapes_output(session):
        _show_whole(session, request, include, paginate)
        return
    with session.client.stream(request) as answer:
        _show_status(session, answer, include)
        write_body(session, answer)


def _show_whole(session: Session, request: Request, include: bool, paginate: bool) -> None:
    answer = session.client.send(request)
    _show_status(session, answer, include)
    data, refused = _all_pages(session, request, answer.data) if paginate else (answer.data, None)
    if isinstance(data, dict | list):
        session.show_raw(data)
    else:
        write_chunks(session, [answer.content])
    if refused is not None:
        raise refused


def _show_status(session: Session, answer: Response | Stream, include: bool) -> None:
    if include:
        session.terminal.write(_head(answer))
    if answer.status == 304:
        session.notice("Not modified: the answer has no body.")


def _url(session: Session, path: str | None) -> str:
    if not path:
        raise UsageError("PATH is missing.", hint="qovery api organization")
    filled = _PLACEHOLDER.sub(lambda match: _placeholder(session, match[1]), path)
    if "://" in filled:
        return filled
    return f"{session.settings.api_url}/{filled.lstrip('/')}"


def _placeholder(session: Session, name: str) -> str:
    resource = by_parameter(name)
    if resource is None:
        raise UsageError(
            f"{{{name}}} is no placeholder that the context can fill.",
            hint="Use organizationId, projectId, environmentId, applicationId, clusterId and such.",
        )
    return quote(session.find(resource.kind).id, safe="")


def _header(text: str) -> tuple[str, str]:
    name, sign, value = text.partition(":")
    if not sign or not name.strip():
        raise UsageError(f"'{text}' is not NAME:VALUE.", hint="-H 'Accept: text/plain'")
    return name.strip(), value.strip()


def _body(
    session: Session,
    fields: list[str],
    typed: list[str],
    source: str | None,
    content_type: str | None,
) -> dict[str, Any]:
    """Return the request's body: content as it is from a file, or fields as JSON."""
    if source is not None:
        if fields or typed:
            raise UsageError("--input and fields exclude each other.", hint="Give one of them.")
        piped = source == "-"
        content = session.stdin.read_bytes("--input") if piped else read_bytes(source, "--input")
        return {"content": content, "content_type": content_type or JSON}
    if not fields and not typed:
        return {}
    body: dict[str, Any] = {}
    for texts, value_of in ((fields, str), (typed, _typed)):
        for text in texts:
            _put(body, text, value_of)
    return {"body": body, "content_type": content_type}


def _put(body: dict[str, Any], text: str, value_of: Callable[[str], Any]) -> None:
    """Set ``a=1``, ``a[b]=1`` or ``a[]=1`` in a body."""
    name, sign, value = text.partition("=")
    parts = re.findall(r"[^\[\]]+|\[\]", name)
    if not sign or not parts or parts[0] == "[]":
        raise UsageError(f"'{text}' is not KEY=VALUE.", hint="-f name=api -F 'ports[]=8080'")
    place: Any = body
    for part, following in zip(parts, [*parts[1:], None], strict=True):
        new: Any = value_of(value) if following is None else [] if following == "[]" else {}
        if isinstance(place, list):
            place.append(new)
            place = place[-1]
        elif isinstance(place, dict):
            place = place.setdefault(part, new) if following else place.update({part: new})
        else:
            raise UsageError(f"'{name}' goes through something that is no object.", hint=name)


def _typed(text: str) -> Any:
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
    """Return the items of every page of a list, and the error of a page that was refused.

    What is no paged list stays as it is.
    """
    if not isinstance(first, dict) or not isinstance(first.get("page_size"), int):
        return first, None
    found, page = records(first, "id"), first
    refused = None
    seen = {item.get("id") for item in found}
    mark = "&" if "?" in request.url else "?"
    while found and len(items(page)) >= first["page_size"]:
        url = f"{request.url}{mark}startId={quote(str(found[-1]['id']))}"
        try:
            page = session.client.send(Request(request.method, url, headers=request.headers)).data
        except QoveryError as error:
            refused = error
            break
        fresh = [item for item in records(page, "id") if item["id"] not in seen]
        if not fresh:
            break
        found = [*found, *fresh]
        seen |= {item.get("id") for item in fresh}
    return {**first, "results": found}, refused
