"""Commands for operations that no override names, so that the whole API is reachable."""

from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from typing import Any

from qovery_cli import catalog
from qovery_cli.catalog import Operation
from qovery_cli.catalog.resources import by_parameter
from qovery_cli.cli import global_options
from qovery_cli.codegen.override_files import OverrideError
from qovery_cli.codegen.override_schema import CommandOverride, GroupOverride, suggestion
from qovery_cli.codegen.table.body_fields import Flattening, body_fields
from qovery_cli.codegen.table.engine_options import engine_options, list_options
from qovery_cli.codegen.table.flag_names import kebab
from qovery_cli.codegen.table.list_items import default_columns
from qovery_cli.codegen.table.overrides import UNLISTED, Overrides
from qovery_cli.codegen.table.parameters import PAGING

#: Heading of these commands in the help of their group.
PANEL = "Further operations of the API"
_ABOUT = (
    "Sends {method} {path}. The name and the options of this command are derived from the API; "
    "they change when the command gets a name of its own."
)


def with_rule_commands(overrides: Overrides) -> Overrides:
    """Return the overrides with a command for every operation that has none.

    Its group follows from the path and its verb from the operation id. A group that does not exist
    is added at the end. Raise OverrideError for an operation that is listed as left out and is
    unknown or has a command.
    """
    _check_unlisted(overrides)
    commands, groups = dict(overrides.commands), dict(overrides.groups)
    for operation in _unnamed(overrides):
        group = _group(operation, groups)
        groups.setdefault(group, GroupOverride(summary=f"Send operations of the API on {group}."))
        commands[f"{group} {kebab(operation.key)}"] = _override(operation)
    return replace(overrides, commands=commands, groups=groups)


def _check_unlisted(overrides: Overrides) -> None:
    named = _named(overrides)
    for key in overrides.unlisted:
        place = overrides.locate(UNLISTED, [key])
        if key not in catalog.operations():
            hint = suggestion(key, catalog.operations())
            raise OverrideError(f"{place}: unknown operation '{key}'{hint}")
        if key in named:
            raise OverrideError(f"{place}: '{key}' has the command '{named[key]}'")


def _named(overrides: Overrides) -> dict[str, str]:
    """Return the operations that a command has, with its name."""
    return {
        each.op: name for name, command in overrides.commands.items() for each in command.operations
    }


def _unnamed(overrides: Overrides) -> Iterator[Operation]:
    """Yield the operations that no command has and that are not listed as left out."""
    named = _named(overrides)
    for key, operation in catalog.operations().items():
        if key not in named and key not in overrides.unlisted:
            yield operation


def _group(operation: Operation, groups: dict[str, GroupOverride]) -> str:
    """Return the group of the innermost resource in the path, else the path's first segment."""
    for name in reversed(operation.path_names):
        resource = by_parameter(name, operation.path)
        word = resource.option.lstrip("-") if resource else ""
        if word in groups:
            return word
    segments = operation.path.strip("/").split("/")
    first = next(kebab(segment) for segment in segments if not segment.startswith("{"))
    return next((name for name, group in groups.items() if first in group.aliases), first)


def _override(operation: Operation) -> CommandOverride:
    values: dict[str, Any] = {
        "summary": f"Send {operation.key}.",
        "about": _ABOUT.format(method=operation.method, path=operation.path),
        "operations": [operation.key],
        "panel": PANEL,
        "by_rule": True,
        "columns": default_columns(operation),
        "fields": dict(_fields(operation)),
    }
    if operation.method == "DELETE":
        values["confirm"] = "yes"
    return CommandOverride.model_validate(values)


def _fields(operation: Operation) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield the overrides of parameters and fields: a help text, and a flag that is free."""
    for parameter in operation.parameters:
        if parameter.where == "query" and parameter.name not in PAGING:
            yield parameter.name, {"where": "query", **_option(parameter.name, "query parameter")}
    if operation.body is not None:
        for field in body_fields(operation.body, operation.api, Flattening()):
            yield field.path, _option(field.path, "field")


def _option(field: str, noun: str) -> dict[str, Any]:
    flag = f"--{kebab(field)}"
    own = {"flag": f"--api-{kebab(field)}"} if flag in _reserved_flags() else {}
    return {"help": f"Value of the {noun} `{field}`", **own}


@cache
def _reserved_flags() -> frozenset[str]:
    """Return the flags that the engine itself may add to a command."""
    command = CommandOverride(summary="Any.", handler="any:any", wait="deploy", confirm="yes")
    rows = [
        *global_options.SHARED,
        global_options.HELP,
        *engine_options("update", command, body=True, changes=True),
        *list_options(command, paged=True, parent=True),
    ]
    return frozenset(str(row.flag) for row in rows)
