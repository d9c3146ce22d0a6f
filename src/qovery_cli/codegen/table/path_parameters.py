"""Build the rows of path parameters and of the scope in which names are resolved."""

from collections.abc import Mapping, Sequence
from typing import Any

from qovery_cli import catalog
from qovery_cli.body.computed_fields import SCOPE_RULE
from qovery_cli.catalog.resources import RESOURCES, SCOPE_KINDS, Resource, by_parameter
from qovery_cli.cli.command_table import OperationSpec, ParameterSpec
from qovery_cli.codegen.override_files import OverrideError
from qovery_cli.codegen.override_schema import suggestion
from qovery_cli.codegen.table.flag_names import identifier, kebab
from qovery_cli.frozen import changed

#: What help calls the fields by which a resource is known, where it is not their name.
_SPOKEN = {
    "target_url": "URL",
    "created_at": "date",
    "last_digit": "last digits",
    "email": "e-mail",
    "domain": "host name",
}


def path_parameters(variants: Sequence[OperationSpec], target: str | None) -> list[ParameterSpec]:
    """Return the path parameters of all variants: the target as an argument, the rest as options.

    Raise OverrideError if no path has the target.
    """
    by_name: dict[str, ParameterSpec] = {}
    for position, variant in enumerate(variants):
        for name in catalog.operation(variant.operation).path_names:
            row = _path_parameter(name, variant, target)
            known = by_name.get(row.name)
            places = (*(known.variants if known else ()), position)
            by_name[row.name] = changed(known or row, variants=places)
    if target and not any(row.kind == "argument" for row in by_name.values()):
        names = {name for v in variants for name in catalog.operation(v.operation).path_names}
        hint = suggestion(target, names)
        message = f"no path of the operations has the parameter or kind of resource '{target}'"
        raise OverrideError(message + hint, ("target",))
    everywhere = tuple(range(len(variants)))
    rows = [
        changed(p, variants=() if p.variants == everywhere else p.variants)
        for p in by_name.values()
    ]
    return sorted(rows, key=lambda p: p.kind != "argument")


def _path_parameter(name: str, variant: OperationSpec, target: str | None) -> ParameterSpec:
    operation = catalog.operation(variant.operation)
    resource = by_parameter(name, variant.operation)
    if resource is None:
        flag = "--" + kebab(name.removesuffix("Id"))
        kind = "argument" if target == name else "option"
        return ParameterSpec(identifier(flag), kind, "path", flag, field=name, required=True)
    row = changed(scope_option(resource, "path"), field=name, required=True)
    if name != resource.parameter:
        # The second of two resources in a path: the first is linked to it.
        more: dict[str, object] = {
            "name": "target",
            "kind": "argument",
            "flag": "--target",
            "aliases": (),
        }
        if variant.when and " " not in variant.when:
            # The flag that selects the operation names the second resource.
            flag = variant.when
            more = {"name": identifier(flag), "flag": flag, "aliases": (), "required": False}
            more["help"] = f"{row.help}, {flag.lstrip('-')} which to put it"
        elif resource.parameter in operation.path_names:
            more["help"] = f"The other {resource.noun}, by {_known_by(resource)}"
        else:
            more["metavar"] = resource.option.lstrip("-").upper()
        return changed(row, variable=None, **more)
    if target is None or not resource.is_called(target):
        return row
    metavar = resource.option.lstrip("-").upper()
    return changed(row, kind="argument", metavar=metavar)


def scope_option(resource: Resource, where: str) -> ParameterSpec:
    """Return the option that names a resource: the target of a command, or a part of its scope."""
    return ParameterSpec(
        name=identifier(resource.option),
        kind="option",
        where=where,
        flag=resource.option,
        aliases=resource.aliases_of_option,
        help=f"{resource.noun[:1].upper()}{resource.noun[1:]} {_known_by(resource)}",
        hidden=resource.singleton,
        metavar="NAME",
        resource=resource.kind,
        variable=resource.variable,
    )


def as_target(row: ParameterSpec) -> ParameterSpec:
    """Return an argument that names a resource with the resource's option as its flag."""
    resource = RESOURCES.get(str(row.resource))
    if row.kind != "argument" or row.where != "path" or resource is None or row.flag:
        return row
    return changed(row, flag=resource.option, aliases=resource.aliases_of_option, required=True)


def scope_of_rules(rules: Mapping[str, Any]) -> list[ParameterSpec]:
    """Return the options for resources of the scope that rules of computed fields name."""
    named = (str(rule).partition(SCOPE_RULE) for rule in rules.values())
    kinds = dict.fromkeys(kind for before, mark, kind in named if mark and not before)
    return [scope_option(RESOURCES[kind], "cli") for kind in kinds]


def _known_by(resource: Resource) -> str:
    names = [_SPOKEN.get(field, field.rsplit(".", 1)[-1]) for field in resource.name_fields]
    names = [name.replace("_", " ") for name in names if name.rpartition("_")[2] != "id"]
    return f"{', '.join(names)} or ID" if names else "ID"


def ancestors(rows: Sequence[ParameterSpec]) -> list[ParameterSpec]:
    """Return the options of the wider scope in which the names of a command are resolved."""
    # What a body names, such as the project of a copy, says nothing of where names are looked up.
    taken = {row.resource for row in rows if row.where != "body"}
    options: dict[str, ParameterSpec] = {}
    for row in rows:
        kind = RESOURCES[row.resource].parent if row.resource in RESOURCES else None
        while kind is not None:
            if kind not in taken and kind not in options and kind in SCOPE_KINDS:
                options[kind] = scope_option(RESOURCES[kind], "cli")
            kind = RESOURCES[kind].parent
    return [options[kind] for kind in reversed(SCOPE_KINDS) if kind in options]
