"""Build the rows of query parameters and body fields from the facts and overrides."""

from collections.abc import Collection, Sequence

from qovery_cli import catalog
from qovery_cli.body.update import never_returned
from qovery_cli.body.value_formats import VALUE_FORMATS
from qovery_cli.catalog.schema import only_item
from qovery_cli.cli.command_table import OperationSpec, ParameterSpec
from qovery_cli.codegen.override_files import OverrideError
from qovery_cli.codegen.override_schema import (
    CommandFieldOverride,
    CommandOverride,
    suggestion,
)
from qovery_cli.codegen.table import body_fields
from qovery_cli.codegen.table.flag_names import identifier, kebab
from qovery_cli.codegen.table.overrides import Overrides
from qovery_cli.frozen import changed
from qovery_cli.http import pagination

#: Query parameters that ``--limit`` stands for.
PAGING = frozenset({*pagination.PAGING, "pageSize"})


def query_parameters(
    variants: Sequence[OperationSpec], command: CommandOverride, overrides: Overrides
) -> list[ParameterSpec]:
    """Return the query parameters of all variants as options.

    Raise OverrideError for the override of a query parameter that no operation has.
    """
    rows: dict[str, ParameterSpec] = {}
    places: dict[str, list[int]] = {}
    for position, variant in enumerate(variants):
        for fact in catalog.operation(variant.operation).parameters:
            if fact.where == "query":
                places.setdefault(fact.name, []).append(position)
            if fact.where == "query" and fact.name not in rows and fact.name not in PAGING:
                override = overrides.for_field(command, fact.name, None)
                target = catalog.resolve(fact.schema)
                rows[fact.name] = overridden(
                    ParameterSpec(
                        name="",
                        kind="option",
                        where="query",
                        field=fact.name,
                        required=set(fact.required) >= set(variant.api),
                        type=str(target.get("type", "string")),
                        enum=tuple(target["enum"]) if "enum" in target else None,
                        default=target.get("default"),
                        api=() if set(fact.api) >= set(variant.api) else tuple(fact.api),
                    ),
                    override,
                )
    for name, field in command.fields.items():
        if field.where == "query" and name not in rows:
            raise OverrideError(
                f"no operation has a query parameter '{name}'{suggestion(name, rows)}",
                ("fields", name),
            )
    return [
        changed(row, variants=tuple(places[name]) if len(places[name]) < len(variants) else ())
        for name, row in rows.items()
    ]


def body_parameters(
    variants: Sequence[OperationSpec], command: CommandOverride, overrides: Overrides
) -> list[ParameterSpec]:
    """Return the body fields of all variants as options, or as the argument.

    Raise OverrideError for the override of a field that no body has.
    """
    fields: dict[str, tuple[ParameterSpec, list[int]]] = {}
    required_variants: dict[str, list[int]] = {}
    flattening = body_fields.Flattening(command.whole, command.opened, command.fields)
    for position, variant in enumerate(variants):
        operation = catalog.operation(variant.operation)
        if operation.body is None:
            continue
        back = {new: old for old, new in variant.fields.items()}
        body = only_item(operation.body) if command.list_of_one else operation.body
        for field in body_fields.body_fields(body, variant.api, flattening):
            path = back.get(field.path, field.path)
            if path not in fields:
                fields[path] = (_body_parameter(path, field, variant, command, overrides), [])
            fields[path][1].append(position)
            if field.required and set(field.api) >= set(variant.api):
                required_variants.setdefault(path, []).append(position)
    refuse_unknown(command, fields)
    return [
        changed(
            row,
            variants=tuple(places) if len(places) < len(variants) else (),
            required_variants=tuple(required_variants.get(path, ())),
        )
        for path, (row, places) in fields.items()
    ]


def _body_parameter(
    path: str,
    field: body_fields.BodyField,
    variant: OperationSpec,
    command: CommandOverride,
    overrides: Overrides,
) -> ParameterSpec:
    override = overrides.for_field(command, path, field.owner)
    row = ParameterSpec(
        name="",
        kind="argument" if override.argument else "option",
        where="body",
        field=path,
        required=set(field.required) >= set(variant.api) and path not in command.derive,
        type=field.type,
        enum=field.enum,
        repeatable=field.repeatable,
        default=field.default,
        api=() if set(field.api) >= set(variant.api) else field.api,
    )
    somewhere = not row.required and override.required is None and path not in command.derive
    row = changed(row, required_at=tuple(field.required) if somewhere else ())
    return overridden(row, override, command.singular.get(path))


def of_update(
    body: Sequence[ParameterSpec], variant: OperationSpec, renamed: Collection[str] = ()
) -> list[ParameterSpec]:
    """Return the body fields of an update, which starts from the current state.

    Only fields that the API never returns, under their name or one that is ``renamed`` to it, are
    required, and nothing has a default.
    """
    operation = catalog.operation(variant.operation)
    answer, request = operation.response or {}, operation.body or {}
    silent = {path for level in variant.api for path in never_returned(answer, request, level)}
    silent -= set(renamed)
    return [
        changed(row, default=None)
        if row.field in silent
        else changed(row, required=False, required_variants=(), required_at=(), default=None)
        for row in body
    ]


def without_clash(
    body: Sequence[ParameterSpec], others: Sequence[ParameterSpec]
) -> list[ParameterSpec]:
    """Return the fields of a body; those named like another parameter become ``--new-...``.

    In ``app domain update NAME`` the domain names what is changed: its new value needs another
    flag.
    """
    taken = {row.name for row in others}
    return [
        changed(row, name=f"new_{row.name}", flag=f"--new-{str(row.flag)[2:]}", aliases=())
        if row.name in taken
        else row
        for row in body
    ]


def refuse_unknown(command: CommandOverride, names: Collection[str]) -> None:
    """Raise OverrideError for the override of a field that the body does not have."""
    for path, override in command.fields.items():
        if path not in names and override.where != "query":
            hint = suggestion(path, names)
            raise OverrideError(f"the body has no field '{path}'{hint}", ("fields", path))


def _form(row: ParameterSpec, override: CommandFieldOverride) -> str | None:
    """Return the form in which a person writes a value: the override's, or that of its unit."""
    counted = row.type in {"integer", "number"} and override.unit in VALUE_FORMATS
    return override.format or (override.unit if counted else None)


def overridden(
    row: ParameterSpec, override: CommandFieldOverride, singular: str | None = None
) -> ParameterSpec:
    """Return a parameter with the flag, the texts and the format of its override."""
    flag = override.flag or singular or "--" + kebab(str(row.field))
    metavar = override.metavar
    if row.kind == "argument" and not metavar:
        metavar = flag.lstrip("-").upper()
    format_name = _form(row, override)
    form = VALUE_FORMATS[format_name] if format_name else None
    name = identifier(flag)
    return changed(
        row,
        name=f"{name}__same" if override.same_as else name,
        flag=flag,
        required=row.required if override.required is None else override.required,
        required_by_override=bool(override.required),
        short=override.short,
        aliases=override.aliases,
        help=override.help,
        unit=override.unit,
        minimum=override.minimum,
        format=format_name,
        value_examples=form.examples if form else (),
        resource=override.resource,
        resources=override.resources,
        resource_by=override.resource_by,
        keys=override.keys,
        secret=override.secret,
        hidden=override.hidden,
        metavar=metavar or (form.metavar if form else None),
        same_as=override.same_as,
    )
