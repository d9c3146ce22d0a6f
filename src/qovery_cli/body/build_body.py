"""Build a request body from a file, options and ``--set``, or amend the current one with them."""

import copy
from collections.abc import Iterable, Mapping
from typing import Any

from qovery_cli.body import enums, schemas
from qovery_cli.body.coerce import coerce, coerce_all
from qovery_cli.body.json_path import PathError, PathWriter
from qovery_cli.body.merge import LIST_KEYS, merge, remove
from qovery_cli.body.set_option import Setting, apply
from qovery_cli.body.suggestions import did_you_mean
from qovery_cli.body.target import Target
from qovery_cli.errors import UsageError

Option = tuple[str, Any]


def build_body(
    schema: schemas.Schema,
    level: str,
    *,
    file_body: Any = None,
    options: Iterable[Option] = (),
    settings: Iterable[Setting] = (),
    flags: Mapping[str, str] | None = None,
    known_only: bool = True,
) -> Any:
    """Build and return the request body; of these sources, the later ones take precedence.

    ``options`` are pairs of a dotted field path and a value: a string is converted by the schema,
    a list of strings is a repeated option that replaces the list of the file, None is an absent
    option, and any other value is sent unchanged. ``flags`` maps fields to flags for errors. Enum
    values are converted to the spelling of the level. Without ``known_only`` (``--no-validate``)
    values missing from the catalog are accepted. Raises UsageError with the option or setting.
    """
    only_list = schemas.kinds(schema, level) == {"array"}
    body = copy.deepcopy(file_body) if file_body is not None else [] if only_list else {}
    for path, value in options:
        if value is not None:
            name = (flags or {}).get(path, path)
            body = _with_option(body, path, value, schema, Target(name, level, known_only))
    for setting in settings:
        body = apply(body, setting, schema, level, known_only=known_only)
    return enums.normalize_enums(body, schema, level) if known_only else body


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
    """Return the body of an update: apply removals, merge file and options, then apply --set.

    ``current`` is a result of ``request_from``. ``removals`` are pairs of a list path and a key.
    Settings apply to the merged body, so that ``ports[0]`` is an existing item and ``ports:=[]``
    clears the list.
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


def _with_option(body: Any, path: str, value: Any, schema: schemas.Schema, target: Target) -> Any:
    def write(_current: Any, leaf: schemas.Schema) -> Any:
        return _convert(value, leaf, target)

    try:
        writer = PathWriter(tuple(path.split(".")), write, known_only=target.known_only)
        return writer.set_in(body, schema)
    except PathError as error:
        hint = did_you_mean(error.nearest)
        raise UsageError(f"{target.name}: {error.problem}.", hint=hint) from None


def _convert(value: Any, leaf: schemas.Schema, target: Target) -> Any:
    texts = list(value) if isinstance(value, list | tuple) else [value]
    if not all(isinstance(text, str) for text in texts):
        return list(value) if isinstance(value, tuple) else value
    if isinstance(value, str) and schemas.kinds(leaf, target.level) != {"array"}:
        return coerce(value, leaf, target)
    return coerce_all(texts, leaf, target)
