"""The body of an update: what the server holds, with what was asked for changed.

Every PUT of the API replaces the whole, so that what is not sent is lost. What was read goes back
as it is, known to the catalog or not; only what no request can hold is left out.
"""

import copy
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from qovery_cli.body import schemas
from qovery_cli.body.build_body import Option, build_body
from qovery_cli.body.merge import LIST_KEYS, merge, remove, unchanged
from qovery_cli.body.set_option import Setting, apply
from qovery_cli.body.validate import problems

__all__ = ["amend", "merge", "missing_inputs", "never_returned", "remove", "request_from"]
__all__ += ["unchanged"]

_LIST = "[]"


def request_from(
    answer: Any,
    response_schema: schemas.Schema,
    request_schema: schemas.Schema,
    renames: Mapping[str, str] | None = None,
) -> Any:
    """Return what was read in the shape in which it is sent.

    Left out are the fields that the response schema of some level declares and the request schema
    of none, at every depth. ``renames`` maps paths of the answer to paths of the request, such as
    ``features[].value_object.value`` to ``features[].value``; a value that the answer already has
    there stays.
    """
    source = copy.deepcopy(answer)
    moved: list[tuple[list[str], tuple[int, ...], Any]] = []
    for origin, target in (renames or {}).items():
        old, new = _steps(origin), _steps(target)
        shapes = _at(response_schema, old), _at(request_schema, new)
        for indexes, value in _taken(source, old):
            moved.append((new, indexes, _kept(value, *shapes)))
    body = _kept(source, response_schema, request_schema)
    for steps, indexes, value in moved:
        body = _placed(body, steps, list(indexes), value)
    return body


def amend(
    current: Any,
    schema: schemas.Schema,
    level: str,
    *,
    file_body: Any = None,
    options: Iterable[Option] = (),
    settings: Iterable[Setting] = (),
    removals: Iterable[tuple[str, Any]] = (),
    list_keys: Mapping[str, str] = LIST_KEYS,
    flags: Mapping[str, str] | None = None,
    known_only: bool = True,
) -> Any:
    """Return the body of an update: removals first, then file and options merged in, then --set.

    ``current`` comes from ``request_from``. ``removals`` are pairs of a list's path and a key.
    Settings are done on the result, so that ``ports[0]`` counts the items there are and
    ``ports:=[]`` clears them.
    """
    body = current
    for path, key_value in removals:
        body = remove(body, path, key_value, list_keys)
    changes = build_body(
        schema,
        level,
        file_body=file_body,
        options=options,
        flags=flags,
        known_only=known_only,
    )
    body = merge(body, changes, list_keys, schema) if changes else copy.deepcopy(body)
    for setting in settings:
        body = apply(body, setting, schema, level, known_only=known_only)
    return body


def missing_inputs(body: Any, request_schema: schemas.Schema, level: str) -> list[str]:
    """Return the paths of required fields that a body lacks, as what is never read back does."""
    found = problems(body, request_schema, level, known_only=False)
    return [problem.path for problem in found if problem.kind == "missing"]


def never_returned(
    response_schema: schemas.Schema, request_schema: schemas.Schema, level: str
) -> list[str]:
    """Return the paths of fields that can be sent at a level and that no answer declares.

    Credentials, mostly: an update that leaves them out may clear them. Lists are not looked into.
    """
    return list(_unanswered(response_schema, request_schema, level, "", 0))


def _unanswered(
    response: schemas.Schema, request: schemas.Schema, level: str, prefix: str, depth: int
) -> Iterator[str]:
    answered = set(schemas.names(response))
    for plain in schemas.alternatives(request, level):
        for name, fact in plain.get("properties", {}).items():
            path = f"{prefix}{name}"
            if not schemas.exists_at(fact, level):
                continue
            if name not in answered:
                yield path
            elif depth < schemas.MAX_DEPTH and schemas.kinds(fact, level) == {"object"}:
                inner = schemas.field(response, name) or schemas.ANY
                yield from _unanswered(inner, fact, level, f"{path}.", depth + 1)


def _kept(value: Any, response: schemas.Schema, request: schemas.Schema) -> Any:
    """Return a value without the fields that only answers have."""
    if isinstance(value, list):
        return [_kept(item, schemas.items(response), schemas.items(request)) for item in value]
    if not isinstance(value, dict) or "object" not in schemas.kinds(request):
        return value
    answered, body = _declared(response), {}
    for name, inner in value.items():
        wanted = schemas.field(request, name)
        if wanted is not None:
            body[name] = _kept(inner, schemas.field(response, name) or schemas.ANY, wanted)
        elif name not in answered:
            body[name] = inner
    return body


def _declared(schema: schemas.Schema) -> set[str]:
    plains = schemas.alternatives(schema)
    return {name for plain in plains for name in plain.get("properties", {})}


def _steps(path: str) -> list[str]:
    """Return the names of a path, with "[]" as a step of its own."""
    return [step for step in path.replace(_LIST, f".{_LIST}").split(".") if step]


def _at(schema: schemas.Schema, steps: list[str]) -> schemas.Schema:
    for step in steps:
        schema = (
            schemas.items(schema) if step == _LIST else schemas.field(schema, step) or schemas.ANY
        )
    return schema


def _taken(owner: Any, steps: list[str]) -> Iterator[tuple[tuple[int, ...], Any]]:
    """Take the values at a path out of an answer, with the indexes of the lists on the way."""
    step, *rest = steps
    if step == _LIST:
        for index, item in enumerate(owner if isinstance(owner, list) else ()):
            if rest:
                yield from (((index, *more), value) for more, value in _taken(item, rest))
        return
    if not isinstance(owner, dict) or step not in owner:
        return
    if rest:
        yield from _taken(owner[step], rest)
    else:
        yield (), owner.pop(step)


def _placed(owner: Any, steps: list[str], indexes: list[int], value: Any) -> Any:
    """Put a value at a path unless there is one; lists on the way have the item already."""
    if not steps:
        return value if owner is None else owner
    step, *rest = steps
    if step == _LIST:
        if isinstance(owner, list) and indexes and indexes[0] < len(owner):
            owner[indexes[0]] = _placed(owner[indexes[0]], rest, indexes[1:], value)
        return owner
    if owner is None:
        owner = {}
    if isinstance(owner, dict):
        owner[step] = _placed(owner.get(step), rest, indexes, value)
    return owner
