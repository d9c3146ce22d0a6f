"""Convert a fetched resource to the body of an update that changes nothing.

Every PUT of the API replaces the whole resource, so that fields which are not sent are lost.
Fetched fields are sent back unchanged, even those missing from the catalog; only fields that no
request can contain are dropped.
"""

import copy
from collections.abc import Iterator, Mapping
from typing import Any

from qovery_cli.body import schemas

_LIST = "[]"


def request_from(
    response: Any,
    response_schema: schemas.Schema,
    request_schema: schemas.Schema,
    renames: Mapping[str, str] | None = None,
) -> Any:
    """Convert a response to the shape of the request.

    Drops fields, at every depth, that the response schema of some level declares and the request
    schema of none. ``renames`` maps paths of the response to paths of the request, such as
    ``features[].value_object.value`` to ``features[].value``; an existing value there is kept.
    """
    source = copy.deepcopy(response)
    renamed: list[tuple[list[str], tuple[int, ...], Any]] = []
    for origin, target in (renames or {}).items():
        old, new = _steps(origin), _steps(target)
        field_schemas = _schema_at(response_schema, old), _schema_at(request_schema, new)
        for indexes, value in _pop_values(source, old):
            renamed.append((new, indexes, _without_response_fields(value, *field_schemas)))
    body = _without_response_fields(source, response_schema, request_schema)
    for steps, indexes, value in renamed:
        body = _set_default(body, steps, list(indexes), value)
    return body


def never_returned(
    response_schema: schemas.Schema, request_schema: schemas.Schema, level: str
) -> list[str]:
    """Return the paths of request fields at a level that no response declares.

    These are mostly credentials: an update without them may clear them. Lists are not searched.
    """
    return list(_not_returned(response_schema, request_schema, level, "", 0))


def _not_returned(
    response: schemas.Schema, request: schemas.Schema, level: str, prefix: str, depth: int
) -> Iterator[str]:
    returned = set(schemas.names(response))
    for plain in schemas.alternatives(request, level):
        for name, fact in plain.get("properties", {}).items():
            path = f"{prefix}{name}"
            if not schemas.exists_at(fact, level):
                continue
            if name not in returned:
                yield path
            elif depth < schemas.MAX_DEPTH and schemas.kinds(fact, level) == {"object"}:
                inner = schemas.field(response, name) or schemas.ANY
                yield from _not_returned(inner, fact, level, f"{path}.", depth + 1)


def _without_response_fields(value: Any, response: schemas.Schema, request: schemas.Schema) -> Any:
    """Return a value without response-only fields."""
    if isinstance(value, list):
        return [
            _without_response_fields(item, schemas.items(response), schemas.items(request))
            for item in value
        ]
    if not isinstance(value, dict) or "object" not in schemas.kinds(request):
        return value
    declared, body = _declared(response), {}
    for name, inner in value.items():
        request_field = schemas.field(request, name)
        if request_field is not None:
            body[name] = _without_response_fields(
                inner, schemas.field(response, name) or schemas.ANY, request_field
            )
        elif name not in declared:
            body[name] = inner
    return body


def _declared(schema: schemas.Schema) -> set[str]:
    plains = schemas.alternatives(schema)
    return {name for plain in plains for name in plain.get("properties", {})}


def _steps(path: str) -> list[str]:
    """Split a path into its names, with "[]" as a separate step."""
    return [step for step in path.replace(_LIST, f".{_LIST}").split(".") if step]


def _schema_at(schema: schemas.Schema, steps: list[str]) -> schemas.Schema:
    for step in steps:
        schema = (
            schemas.items(schema) if step == _LIST else schemas.field(schema, step) or schemas.ANY
        )
    return schema


def _pop_values(owner: Any, steps: list[str]) -> Iterator[tuple[tuple[int, ...], Any]]:
    """Remove and yield the values at a path, each with the list indexes on the way."""
    step, *rest = steps
    if step == _LIST:
        for index, item in enumerate(owner if isinstance(owner, list) else ()):
            if rest:
                yield from (((index, *more), value) for more, value in _pop_values(item, rest))
        return
    if not isinstance(owner, dict) or step not in owner:
        return
    if rest:
        yield from _pop_values(owner[step], rest)
    else:
        yield (), owner.pop(step)


def _set_default(owner: Any, steps: list[str], indexes: list[int], value: Any) -> Any:
    """Set a value at a path unless one exists; list items on the way exist already."""
    if not steps:
        return value if owner is None else owner
    step, *rest = steps
    if step == _LIST:
        if isinstance(owner, list) and indexes and indexes[0] < len(owner):
            owner[indexes[0]] = _set_default(owner[indexes[0]], rest, indexes[1:], value)
        return owner
    if owner is None:
        owner = {}
    if isinstance(owner, dict):
        owner[step] = _set_default(owner.get(step), rest, indexes, value)
    return owner
