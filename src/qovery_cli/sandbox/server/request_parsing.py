"""Reads what a request brings, and refuses what does not fit the operation (400)."""

import json
import math
import re
from collections.abc import Mapping
from typing import Any

from qovery_cli.catalog import Operation
from qovery_cli.sandbox.handler import Refusal
from qovery_cli.sandbox.schema.cache import Schema, view
from qovery_cli.sandbox.schema.string_formats import is_uuid
from qovery_cli.sandbox.schema.validate import problem

#: How deep a body may be nested: more deeply than any schema, less so than Python can follow.
MAX_DEPTH = 200
#: Parameters that the documents declare as UUIDs and that take something else: a commit.
_NO_UUIDS = frozenset({"gitCommitId"})
#: Python would read ``1_000`` and digits of any script as well.
_NUMBER = re.compile(r"[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?")


def check_query(operation: Operation, query: Mapping[str, str], level: str) -> None:
    """Refuse a query that lacks a required parameter or has a value of the wrong kind.

    Parameters that the operation does not know are ignored.
    """
    for parameter in operation.parameters:
        if parameter.where != "query" or level not in parameter.api:
            continue
        value = query.get(parameter.name)
        if value is None:
            if level in parameter.required:
                raise Refusal(400, f"The query parameter {parameter.name} is required.")
            continue
        error = _value_problem(parameter.name, value, parameter.schema, level)
        if error:
            raise Refusal(400, f"The query parameter {parameter.name} {error}.")


def _value_problem(name: str, text: str, schema: Schema, level: str) -> str | None:
    resolved = view(schema, level) or {}
    kind = resolved.get("type")
    if kind == "boolean" and text.lower() not in ("true", "false"):
        return "must be true or false"
    if kind in ("integer", "number") and not _is_number(text):
        return "must be a number"
    if resolved.get("format") == "uuid" and name not in _NO_UUIDS and not is_uuid(text):
        return "must be a UUID"
    allowed = [str(value) for value in resolved.get("enum", ())]
    return f"must be one of {', '.join(allowed)}" if allowed and text not in allowed else None


def _is_number(text: str) -> bool:
    return _NUMBER.fullmatch(text) is not None and math.isfinite(float(text))


def body_of(operation: Operation, content: bytes, level: str) -> Any:
    """Return the body of a request, checked; None if the operation takes none.

    A JSON object that was left out counts as an empty one, so that its fields decide whether
    that is enough; so does null where the body is optional.
    """
    if operation.body is None:
        return None
    if operation.body_type != "application/json":
        return content.decode("utf-8", "replace")
    is_object = (view(operation.body, level) or {}).get("type") == "object"
    sent = bool(content.strip())
    body = _parse_json(content) if sent else None
    # Official clients send null for a body that they leave out.
    if not sent or (body is None and level not in operation.body_required):
        if not is_object:
            return None
        body = {}
    error = problem(body, operation.body, level)
    if error:
        raise Refusal(400, error)
    return body


def _parse_json(content: bytes) -> Any:
    """Return JSON; what could not be answered with is refused: infinities, halves of characters."""
    try:
        body = json.loads(content)
        if content.count(b"[") + content.count(b"{") > MAX_DEPTH:
            _check_depth(body)
        json.dumps(body, allow_nan=False, ensure_ascii=False).encode()
    except (ValueError, RecursionError) as error:
        raise Refusal(400, f"The body is not JSON: {error}.") from None
    return body


def _check_depth(body: Any) -> None:
    layer, depth = [body], 0
    while layer:
        layer = [
            inner
            for outer in layer
            for inner in (outer.values() if isinstance(outer, dict) else outer)
            if isinstance(inner, dict | list)
        ]
        depth += 1
        if depth > MAX_DEPTH:
            raise Refusal(400, f"The body is nested more than {MAX_DEPTH} times.")
