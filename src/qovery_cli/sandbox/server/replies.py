"""Responses and error bodies in the format of each API level."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import Any

from qovery_cli.sandbox.datetimes import iso


@dataclass(frozen=True, slots=True)
class Reply:
    """A response: status, body and headers. ``data`` is the decoded body, used by faults."""

    status: int
    content: bytes = b""
    headers: dict[str, str] = field(default_factory=dict)
    data: Any = None


def reply(status: int, data: Any, media_type: str | None = None) -> Reply:
    """Return a response; None has no body. A string with a media type is sent unencoded."""
    if data is None:
        return Reply(status)
    if media_type is not None and media_type != "application/json":
        text = data if isinstance(data, str) else json.dumps(data)
        return Reply(status, text.encode(), {"content-type": media_type}, data)
    content = json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode()
    return Reply(status, content, {"content-type": "application/json"}, data)


def refusal(
    status: int,
    message: str,
    path: str,
    level: str,
    now: float,
    more: Mapping[str, Any] | None = None,
) -> Reply:
    """Return an error: in the format of Spring at 1.0.3, like RFC 7807 at 1.0.4.

    Errors have no documented schema; official clients parse these formats.
    """
    try:
        title = HTTPStatus(status).phrase
    except ValueError:
        title = "Error"
    body: dict[str, Any]
    if level == "1.0.3":
        timestamp = iso(now).replace("Z", "+00:00")
        body = {"timestamp": timestamp, "status": status, "error": title, "message": message}
        body["path"] = path
    else:
        body = {"status": status, "title": title, "detail": message}
    return reply(status, {**body, **(more or {})})
