"""Render the reference of the keys of override files, ``docs/overrides.md``, from their schema."""

from collections.abc import Iterator
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel

from qovery_cli.codegen.override_schema import (
    CommandFieldOverride,
    CommandOverride,
    FieldOverride,
    GroupOverride,
    JoinOverride,
    OperationOverride,
    PanelOverride,
    UnlistedOverride,
)

NAME = "overrides.md"

_HEAD = """\
# Keys of override files

The files are in `src/qovery_cli/codegen/overrides`. `python -m qovery_cli.codegen` makes this page
from `codegen/override_schema.py`. An operation is named by its `operationId`; where several have
the same one, `@` and the first API level that has it follow, as in `deployAllServices@1.0.3`.
`catalog/data/operations/index.json` lists all operations, `catalog/resource_rows.py` the kinds of
resource.
"""

#: The tables of the files by model, and where they are.
_TABLES: dict[type[BaseModel], tuple[str, str]] = {
    CommandOverride: ("Commands", '`["group verb"]` in `<group>.toml` and `service_commands.toml`'),
    OperationOverride: ("Operations", "An item of a command's `operations`"),
    CommandFieldOverride: (
        "Fields of a command",
        '`["group verb".fields."field"]`; besides these keys, all those of `fields.toml`',
    ),
    FieldOverride: (
        "Fields",
        '`["field"]` in `fields.toml`: the same for every command. The end of a dotted path, '
        "or `Schema.field`, selects the field",
    ),
    JoinOverride: ("Joins", "A command's `join`"),
    GroupOverride: ("Groups", '`["group"]` in `groups.toml`'),
    PanelOverride: ("Panels", '`["Heading"]` in `panels.toml`'),
    UnlistedOverride: (
        "Operations without a command",
        '`["operationId"]` in `unlisted.toml`; `qovery api --operation` sends them',
    ),
}


def reference() -> str:
    """Return the page as Markdown: a table of keys, values and meanings for each model."""
    return "\n".join([_HEAD, *(_section(model) for model in _TABLES)])


def _section(model: type[BaseModel]) -> str:
    title, place = _TABLES[model]
    header = f"## {title}\n\n{place}.\n\n| key | value | meaning |\n|---|---|---|\n"
    return header + "".join(f"| {' | '.join(row)} |\n" for row in _rows(model))


def _rows(model: type[BaseModel]) -> Iterator[tuple[str, str, str]]:
    inherited = FieldOverride.model_fields if model is CommandFieldOverride else {}
    for name, field in model.model_fields.items():
        if name not in inherited:
            key = f"`{field.alias or name}`" + (" (required)" if field.is_required() else "")
            yield key, _value(field.annotation), str(field.description).replace("``", "`")


_VALUES = {str: "string", int: "integer", bool: "true or false"}


def _value(kind: Any) -> str:
    """Return the name of a type in the terms of TOML."""
    origin, arguments = get_origin(kind), get_args(kind)
    if origin is Literal:
        return ", ".join(f"`{each}`" for each in arguments)
    if origin is Annotated:
        return _value(arguments[0])
    if origin in (Union, UnionType):
        return " or ".join(_value(each) for each in arguments if each is not NoneType)
    if origin is tuple:
        return f"array: {_value(arguments[0])}"
    if origin is dict:
        return f"table: {_value(arguments[1])}"
    if kind in _TABLES:
        title, _ = _TABLES[kind]
        return f"[{title}](#{title.lower().replace(' ', '-')})"
    return _VALUES.get(kind, "any")
