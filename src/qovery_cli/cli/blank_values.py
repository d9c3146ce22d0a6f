"""Refuse values that are given but empty where they would be taken for "not given"."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from qovery_cli.catalog.version_fields import VERSION_FIELDS
from qovery_cli.cli.command_table import CommandSpec, ParameterSpec
from qovery_cli.config.scope import FLAGS
from qovery_cli.errors import UsageError

_HINT = "A variable of your script may be empty."


def refuse_blank_options(row: CommandSpec, given: Mapping[str, Any]) -> None:
    """Raise UsageError for an empty option that names a resource, a scope or a version."""
    for parameter in row.parameters:
        value = given.get(parameter.name)
        values = value if isinstance(value, list | tuple) else [value]
        if names_something(parameter) and any(map(_is_blank, values)):
            raise UsageError(
                f"{parameter.spelling} is empty.",
                hint=f"{_HINT} Give {parameter.flag} a value, or leave it out.",
            )


def names_something(parameter: ParameterSpec) -> bool:
    """Tell whether an option names a resource, a level of the scope, or a version."""
    if parameter.resource or parameter.flag in FLAGS.values():
        return True
    return is_version(str(parameter.field))


def is_version(field: str) -> bool:
    """Tell whether a field, dotted where nested, holds the version of something."""
    return field.rpartition(".")[2] in VERSION_FIELDS


def refuse_blank_versions(
    body: Any, flags: Mapping[str, str], before: Any = None, *, null: bool = False
) -> None:
    """Raise UsageError for an empty version in a body that ``before`` has not got there already.

    ``flags`` maps fields to the options that give them. With ``null``, null counts as empty: there
    is no version to clear.
    """
    known = set(_blank_versions(before, "", null=True))
    for path in _blank_versions(body, "", null=null):
        if path not in known:
            flag = _flag_of(path, flags)
            named = f"'{path}' ({flag})" if flag else f"'{path}'"
            raise UsageError(f"{named} is empty.", hint=f"{_HINT} Give a version, or leave it out.")


def _blank_versions(value: Any, path: str, *, null: bool) -> Iterator[str]:
    if isinstance(value, list):
        for index, item in enumerate(value):
            yield from _blank_versions(item, f"{path}[{index}]", null=null)
    elif isinstance(value, dict):
        for name, inner in value.items():
            where = f"{path}.{name}" if path else name
            if name in VERSION_FIELDS and (_is_blank(inner) or (null and inner is None)):
                yield where
            else:
                yield from _blank_versions(inner, where, null=null)


def _is_blank(value: Any) -> bool:
    return isinstance(value, str) and not value.strip()


def _flag_of(path: str, flags: Mapping[str, str]) -> str | None:
    plain = re.sub(r"\[[0-9]+\]", "", path)
    while plain:
        if plain in flags:
            return flags[plain]
        plain = plain.rpartition(".")[0]
    return None
