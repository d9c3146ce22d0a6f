"""Build the rows of the command table from facts, overrides and the signatures of handlers."""

from collections.abc import Iterable, Iterator
from typing import Any

from qovery_cli import catalog
from qovery_cli.catalog import Operation
from qovery_cli.cli.command_table import CommandSpec, OperationSpec, ParameterSpec
from qovery_cli.codegen.override_files import OverrideError
from qovery_cli.codegen.override_schema import CommandOverride, OperationOverride, suggestion
from qovery_cli.codegen.table import parameters as generated
from qovery_cli.codegen.table.engine_options import engine_options, list_options, selectors
from qovery_cli.codegen.table.handler_signature import handler_parameters, require_bound
from qovery_cli.codegen.table.list_items import list_items
from qovery_cli.codegen.table.overrides import Overrides
from qovery_cli.codegen.table.path_parameters import (
    ancestors,
    as_target,
    path_parameters,
    scope_of_rules,
)
from qovery_cli.codegen.table.units import units
from qovery_cli.codegen.toml_source import Keys
from qovery_cli.frozen import changed, names_of, values_of


def build_commands(overrides: Overrides) -> list[CommandSpec]:
    """Return the rows of all commands.

    Raise OverrideError, with file and line, for an override that contradicts the facts, matches
    nothing or is missing.
    """
    rows = []
    for name, override in overrides.commands.items():
        try:
            rows.append(build_command(name, override, overrides))
        except OverrideError as error:
            raise overrides.located(name, error) from error
    overrides.refuse_unused()
    return rows


def build_command(name: str, override: CommandOverride, overrides: Overrides) -> CommandSpec:
    """Return the row of one command; raise OverrideError with the keys of what is wrong."""
    _check_operations(override)
    variants = [_variant(each, override) for each in override.operations]
    kind = override.kind or _kind(name, override, variants)
    copied = override.model_fields_set.intersection(names_of(CommandSpec))
    values: dict[str, Any] = {key: getattr(override, key) for key in copied}
    parameters = tuple(_parameters(kind, override, variants, overrides))
    values |= {
        "kind": kind,
        "changes": _changes(override),
        "about": override.about.strip(),
        "variants": tuple(variants),
        "parameters": parameters,
        "units": units(parameters, override, overrides),
    }
    if override.join is not None:
        values["join"] = override.join.model_dump(by_alias=True, exclude_unset=True)
    row = CommandSpec(command=name, **values)
    _check(row)
    return row


def _check_operations(override: CommandOverride) -> None:
    """Raise OverrideError for the key of an operation that the facts do not have."""
    named: list[tuple[str | None, Keys]] = []
    for position, each in enumerate(override.operations):
        named.append((each.op, ("operations", position, "op")))
        named.append((each.fetch, ("operations", position, "fetch")))
    named.append((override.fetch, ("fetch",)))
    named += [(key, ("uses", position)) for position, key in enumerate(override.uses)]
    named += [(key, ("defaults", level)) for level, key in override.defaults.items()]
    if override.join is not None:
        named.append((override.join.op, ("join", "op")))
    for key, keys in named:
        if key is not None:
            _operation(key, keys)


def _operation(key: str, keys: Keys) -> Operation:
    try:
        return catalog.operation(key)
    except KeyError:
        hint = suggestion(key, catalog.operations())
        raise OverrideError(f"unknown operation '{key}'{hint}", keys) from None


def _variant(override: OperationOverride, command: CommandOverride) -> OperationSpec:
    operation = catalog.operation(override.op)
    return OperationSpec(
        operation=operation.key,
        method=operation.method,
        path=operation.path,
        api=override.api or operation.api,
        when=override.when,
        retired=override.retired or command.retired,
        fetch=override.fetch or command.fetch,
        fields=override.map,
        columns=override.columns,
        wide=override.wide,
    )


def _kind(name: str, override: CommandOverride, variants: list[OperationSpec]) -> str:
    if override.handler:
        return "custom"
    method, verb = variants[0].method, name.split()[-1]
    if method == "GET":
        operation = catalog.operation(variants[0].operation)
        return "list" if any(True for _ in list_items(operation, variants[0].api)) else "get"
    if method == "DELETE":
        return "delete"
    if method == "PUT":
        return "update"
    return "create" if verb == "create" else "action"


def _changes(override: CommandOverride) -> bool:
    if override.changes is not None:
        return override.changes
    operations = [each.op for each in override.operations] or override.uses
    return any(catalog.operation(operation).changes for operation in operations)


def _parameters(
    kind: str,
    override: CommandOverride,
    variants: list[OperationSpec],
    overrides: Overrides,
) -> list[ParameterSpec]:
    """Return the parameters in the order of help: arguments, scope, required ones, the rest."""
    rows = selectors(variants, override)
    paths = variants or _variants_of(override.like, overrides)
    rows += [
        _described(row, override, overrides) for row in path_parameters(paths, override.target)
    ]
    rows += generated.query_parameters(variants, override, overrides)
    body = _body(kind, override, variants, overrides)
    rows += generated.without_clash(body, rows)
    if override.handler:
        rows = _with(rows, handler_parameters(override.handler))
    rows = sorted(map(as_target, rows), key=_order)
    rows += ancestors(rows)
    rows = _with(rows, scope_of_rules(override.derive))
    rows = _with(rows, engine_options(kind, override, body=bool(body), changes=_changes(override)))
    if kind == "list":
        rows = _with(rows, _list_options(override, rows, variants))
    if override.handler:
        require_bound(override.handler, rows)
    return _under_headings(rows, overrides)


def _described(row: ParameterSpec, command: CommandOverride, overrides: Overrides) -> ParameterSpec:
    """Return a path parameter that is no resource with the texts of its override."""
    if row.resource is not None or row.where != "path":
        return row
    row = generated.overridden(row, overrides.for_field(command, str(row.field), "path"))
    return changed(row, help=row.help or f"Value of `{row.field}` in the path")


def _body(
    kind: str, override: CommandOverride, variants: list[OperationSpec], overrides: Overrides
) -> list[ParameterSpec]:
    if override.handler:
        generated.refuse_unknown(override, {})
        return []
    body = generated.body_parameters(variants, override, overrides)
    if kind == "update" and variants[0].fetch:
        body = generated.of_update(body, variants[0], override.renames.values())
    return [
        changed(row, required=False, required_variants=()) if row.field in override.derive else row
        for row in body
    ]


def _list_options(
    override: CommandOverride, rows: list[ParameterSpec], variants: list[OperationSpec]
) -> Iterator[ParameterSpec]:
    operations = [catalog.operation(variant.operation) for variant in variants]
    paged = any(p.name in generated.PAGING for each in operations for p in each.parameters)
    parent = any(row.where == "path" for row in rows) and len(variants) == 1
    return list_options(override, paged=paged, parent=parent)


def _with(rows: list[ParameterSpec], more: Iterable[ParameterSpec]) -> list[ParameterSpec]:
    """Return the rows and those of another origin whose names are not taken."""
    taken = {row.name for row in rows}
    return [*rows, *(row for row in more if row.name not in taken)]


#: A body with as many options needs headings.
_LONG = 12


def _under_headings(rows: list[ParameterSpec], overrides: Overrides) -> list[ParameterSpec]:
    if sum(row.where == "body" and not row.hidden for row in rows) < _LONG:
        return rows
    order = ["", *overrides.panels]
    rows = [changed(row, panel=overrides.panel(row.field)) if row.field else row for row in rows]
    return sorted(rows, key=lambda row: order.index(row.panel))


def _order(row: ParameterSpec) -> tuple[bool, bool, bool, str]:
    """Return a sort key: arguments, scope, required ones, then the rest by name."""
    argument = row.kind == "argument"
    return not argument, row.where != "path", not row.required, "" if argument else str(row.flag)


def _variants_of(command: str | None, overrides: Overrides) -> list[OperationSpec]:
    """Return the operations of another command, whose path parameters a handler takes too."""
    if command is None:
        return []
    if command not in overrides.commands:
        hint = suggestion(command, overrides.commands)
        raise OverrideError(f"unknown command '{command}'{hint}", ("like",))
    override = overrides.commands[command]
    return [_variant(each, override) for each in override.operations]


def _check(row: CommandSpec) -> None:
    flags: dict[str, str] = {}
    for parameter in row.typed_parameters:
        for flag in (parameter.flag, parameter.short, *parameter.aliases):
            if flag and flags.setdefault(flag, parameter.name) != parameter.name:
                raise OverrideError(f"{flag} means both {flags[flag]} and {parameter.name}")
    names = [parameter.name for parameter in row.parameters]
    if len(names) != len(set(names)):
        raise OverrideError(f"a parameter is defined twice: {', '.join(names)}")


def as_json(row: Any) -> dict[str, Any]:
    """Return the JSON object of a row, without the fields that have their default."""
    content = {}
    for name, value in values_of(row).items():
        if value == getattr(type(row), name, _NONE):
            continue
        nested = isinstance(row, CommandSpec) and name in {"variants", "parameters"}
        content[name] = [as_json(item) for item in value] if nested else value
    return content


_NONE = object()
