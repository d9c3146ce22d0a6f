"""Reject empty values where they would be treated as missing."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from qovery_cli.catalog.version_fields import VERSION_FIELDS
from qovery_cli.cli.command_table import CommandSpec, ParameterSpec
from qovery_cli.config.scope import FLAGS
from qovery_cli.errors import UsageError

_HINT = "A variable of your script may be empty."


def reject_blank_options(spec: CommandSpec, values_by_name: Mapping[str, Any]) -> None:
    """Raise UsageError for an empty option that names a resource, a scope or a version."""
    for parameter in spec.parameters:
        value = values_by_name.get(parameter.name)
        values = value if isinstance(value, list | tuple) else [value]
        if names_target(parameter) and any(map(_is_blank, values)):
            raise UsageError(
                f"{parameter.spelling} is empty.",
                hint=f"{_HINT} Specify a value for {parameter.flag}, or omit it.",
            )


def names_target(parameter: ParameterSpec) -> bool:
    """Return whether an option names a resource, a scope level or a version."""
    if parameter.resource or parameter.flag in FLAGS.values():
        return True
    return is_version(str(parameter.field))


def is_version(field: str) -> bool:
    """Return whether a dotted field path ends in a version field."""
    return field.rpartition(".")[2] in VERSION_FIELDS


def reject_blank_versions(
    body: Any, flags: Mapping[str, str], before: Any = None, *, null: bool = False
) -> None:
    """Raise UsageError for an empty version in a body, unless ``before`` has it too.

    ``flags`` maps field paths to options. With ``null``, null counts as empty: the request has no
    version to clear.
    """
    unchanged = set(_blank_versions(before, "", null=True))
    for path in _blank_versions(body, "", null=null):
        if path not in unchanged:
            flag = _flag_of(path, flags)
            label = f"'{path}' ({flag})" if flag else f"'{path}'"
            raise UsageError(f"{label} is empty.", hint=f"{_HINT} Specify a version, or omit it.")


def _blank_versions(value: Any, path: str, *, null: bool) -> Iterator[str]:
    if isinstance(value, list):
        for index, item in enumerate(value):
            yield from _blank_versions(item, f"{path}[{index}]", null=null)
    elif isinstance(value, dict):
        for name, item_value in value.items():
            inner_path = f"{path}.{name}" if path else name
            if name in VERSION_FIELDS and (_is_blank(item_value) or (null and item_value is None)):
                yield inner_path
            else:
                yield from _blank_versions(item_value, inner_path, null=null)


def _is_blank(value: Any) -> bool:
    return isinstance(value, str) and not value.strip()


def _flag_of(path: str, flags: Mapping[str, str]) -> str | None:
    plain = re.sub(r"\[[0-9]+\]", "", path)
    while plain:
        if plain in flags:
            return flags[plain]
        plain = plain.rpartition(".")[0]
    return None
