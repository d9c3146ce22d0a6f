"""Parsing of query and body; requests that do not match the operation get 400."""

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

#: Maximum nesting of a body: above that of every schema, below Python's recursion limit.
MAX_DEPTH = 200
#: Parameters that are documented as UUIDs but take a commit.
_NO_UUIDS = frozenset({"gitCommitId"})
#: Stricter than ``int``, which accepts ``1_000`` and non-ASCII digits.
_NUMBER = re.compile(r"[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?")


def check_query(operation: Operation, query: Mapping[str, str], level: str) -> None:
    """Raise Refusal for a missing or invalid query parameter.

    Unknown parameters are ignored.
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
    """Return the validated body of a request; None if the operation has none.

    An omitted JSON object counts as an empty one, so that required fields are reported; so does
    null if the body is optional.
    """
    if operation.body is None:
        return None
    if operation.body_type != "application/json":
        return content.decode("utf-8", "replace")
    is_object = (view(operation.body, level) or {}).get("type") == "object"
    sent = bool(content.strip())
    body = _parse_json(content) if sent else None
    # Official clients send null for an omitted body.
    if not sent or (body is None and level not in operation.body_required):
        if not is_object:
            return None
        body = {}
    error = problem(body, operation.body, level)
    if error:
        raise Refusal(400, error)
    return body


def _parse_json(content: bytes) -> Any:
    """Return parsed JSON; reject values that cannot be sent back: infinity, lone surrogates."""
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
