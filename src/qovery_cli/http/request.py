"""Requests as data, built from an operation of the catalog and its values."""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any
from urllib.parse import quote, urlencode

from qovery_cli.errors import UsageError
from qovery_cli.frozen import record

if TYPE_CHECKING:
    from qovery_cli.catalog import Operation

JSON = "application/json"


@record
class Request:
    """A request that can be sent, printed or planned.

    ``body`` is encoded as JSON; ``content`` takes precedence and is sent verbatim, with
    ``content_type``. ``operation`` is the key in the catalog, None for a raw request. ``accept``
    is the documented response type. ``retired`` marks an operation that newer APIs may have
    removed (a 404 or 405 then means that it was retired): its value is the replacing command, a
    sentence about the replacement, or "" for none.
    """

    method: str
    url: str
    query: tuple[tuple[str, str], ...] = ()
    body: Any | None = None
    operation: str | None = None
    headers: tuple[tuple[str, str], ...] = ()
    content: bytes | None = None
    content_type: str | None = None
    accept: str = JSON
    retired: str | None = None

    @property
    def changes(self) -> bool:
        """True if the request may change something."""
        return self.method not in {"GET", "HEAD", "OPTIONS"}

    @property
    def full_url(self) -> str:
        """The URL with its query."""
        if not self.query:
            return self.url
        separator = "&" if "?" in self.url else "?"
        return self.url + separator + urlencode(self.query, quote_via=quote, errors="replace")

    @property
    def payload(self) -> bytes | None:
        """The bytes of the body, None without one; UsageError if JSON cannot represent it."""
        if self.content is not None or self.body is None:
            return self.content
        import json

        try:
            text = json.dumps(self.body, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
            return text.encode()
        except ValueError as error:
            # NaN and infinity, and command line bytes that are not valid text.
            raise UsageError(
                "The request body contains a value that JSON cannot represent.",
                hint="Numbers must be finite, and strings valid UTF-8.",
            ) from error

    @property
    def payload_type(self) -> str | None:
        """The content type of the body, None without a body."""
        if self.content is None and self.body is None:
            return None
        return self.content_type or (JSON if self.content is None else "application/octet-stream")


def request_for(
    operation: "Operation",
    base_url: str,
    path: Mapping[str, str],
    query: Mapping[str, Any],
    body: Any = None,
) -> Request:
    """Build the request for an operation.

    Path values are percent-encoded including "/", so that none can change the path; an empty one
    is a UsageError, because it would address the list instead of the item. In the query, booleans
    are ``true`` and ``false``, lists repeat the name, and None is left out. A body of another type
    than JSON is a string or bytes. A missing path value is a KeyError: a bug of the caller.
    """
    url = operation.path
    for name in operation.path_names:
        url = url.replace("{" + name + "}", _segment(name, path[name]))
    raw = isinstance(body, str | bytes) and (operation.body_type or JSON) != JSON
    return Request(
        method=operation.method,
        url=base_url.rstrip("/") + url,
        query=tuple(_pairs(query)),
        body=None if raw else body,
        operation=operation.key,
        content=(body.encode() if isinstance(body, str) else body) if raw else None,
        content_type=operation.body_type if raw else None,
        accept=operation.response_type or JSON,
    )


def _segment(name: str, value: str) -> str:
    if not value:
        raise UsageError(
            f"The value of '{name}' is empty.",
            hint="Use a name or an ID; a variable of your script may be empty.",
        )
    if value in {".", ".."}:
        return value.replace(".", "%2E")
    return quote(value, safe="", errors="replace")


def _pairs(query: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for name, value in query.items():
        for item in value if isinstance(value, list | tuple) else (value,):
            if isinstance(item, bool):
                yield name, "true" if item else "false"
            elif item is not None:
                yield name, str(item)
