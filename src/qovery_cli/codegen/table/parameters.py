"""The parameters of a command: from the facts of its operations and the curated words.

Only used when the table is baked.
"""

import keyword
import re
from collections.abc import Collection, Mapping, Sequence
from typing import Any

from qovery_cli import catalog
from qovery_cli.api.spelled import FORMS
from qovery_cli.api.update import never_returned
from qovery_cli.catalog.resources import RESOURCES, Resource, by_parameter
from qovery_cli.catalog.schema import only_item
from qovery_cli.cli.rows import ParameterRow, VariantRow
from qovery_cli.codegen.table import body_fields
from qovery_cli.codegen.table.overrides import OverrideError, Overrides, Words
from qovery_cli.record import changed

PAGING = "startId"
#: How names are called that are not names: what a person would say.
_SPOKEN = {
    "target_url": "URL",
    "created_at": "date",
    "last_digit": "last digits",
    "email": "e-mail",
    "domain": "host name",
}
_SCOPE = ("organization", "project", "environment", "application", "container", "database")


def kebab(name: str) -> str:
    """Return a name of the API as it is typed in a flag: ``git_repository.url``, ``toUpdate``."""
    spaced = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "-", name)
    return re.sub(r"[^a-z0-9]+", "-", spaced.lower()).strip("-")


def identifier(flag: str) -> str:
    """Return the Python name that belongs to a flag: ``as_`` for ``--as``, a word of Python."""
    name = flag.lstrip("-").replace("-", "_")
    return f"{name}_" if keyword.iskeyword(name) else name


def path_parameters(variants: Sequence[VariantRow], target: str | None) -> list[ParameterRow]:
    """Return what fills the paths: the target as an argument, the others as options."""
    found: dict[str, ParameterRow] = {}
    for position, variant in enumerate(variants):
        for name in catalog.operation(variant.operation).path_names:
            row = _path_parameter(name, variant, target)
            known = found.get(row.name)
            places = (*(known.variants if known else ()), position)
            found[row.name] = changed(known or row, variants=places)
    everywhere = tuple(range(len(variants)))
    rows = [
        changed(p, variants=() if p.variants == everywhere else p.variants) for p in found.values()
    ]
    return sorted(rows, key=lambda p: p.kind != "argument")


def _path_parameter(name: str, variant: VariantRow, target: str | None) -> ParameterRow:
    operation = catalog.operation(variant.operation)
    resource = by_parameter(name, variant.operation)
    if resource is None:
        flag = "--" + kebab(name.removesuffix("Id"))
        kind = "argument" if target == name else "option"
        return ParameterRow(identifier(flag), kind, "path", flag, field=name, required=True)
    row = changed(scope_option(resource, "path"), field=name, required=True)
    if name.startswith("target"):
        # The second of two resources of one kind in a path: what the first is tied to.
        more = {"name": "target", "kind": "argument", "flag": "--target", "aliases": ()}
        if resource.parameter in operation.path_names:
            more["help"] = f"The other {resource.noun}, by {_known_by(resource)}"
        else:
            more["metavar"] = resource.option.lstrip("-").upper()
        return changed(row, variable=None, **more)
    if target is None or not resource.is_called(target):
        return row
    metavar = resource.option.lstrip("-").upper()
    return changed(row, kind="argument", metavar=metavar)


def scope_option(resource: Resource, where: str) -> ParameterRow:
    """Return the option that names a resource that the command is about or lies under."""
    return ParameterRow(
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


def as_target(row: ParameterRow) -> ParameterRow:
    """Return an argument that names a resource with the resource's own option as its flag."""
    resource = RESOURCES.get(str(row.resource))
    if row.kind != "argument" or row.where != "path" or resource is None or row.flag:
        return row
    return changed(row, flag=resource.option, aliases=resource.aliases_of_option, required=True)


def _known_by(resource: Resource) -> str:
    names = [_SPOKEN.get(field, field.rsplit(".", 1)[-1]) for field in resource.name_fields]
    names = [name.replace("_", " ") for name in names if name != "id"]
    return f"{', '.join(names)} or ID" if names else "ID"


def ancestors(rows: Sequence[ParameterRow]) -> list[ParameterRow]:
    """Return the options for the wider scope in which the names of a command are looked up."""
    taken = {row.resource for row in rows}
    found: dict[str, ParameterRow] = {}
    for row in rows:
        kind = RESOURCES[row.resource].parent if row.resource in RESOURCES else None
        while kind is not None:
            if kind not in taken and kind not in found and kind in _SCOPE:
                found[kind] = scope_option(RESOURCES[kind], "cli")
            kind = RESOURCES[kind].parent
    return [found[kind] for kind in reversed(_SCOPE) if kind in found]


def query_parameters(
    variants: Sequence[VariantRow], words: Words, overrides: Overrides
) -> list[ParameterRow]:
    """Return the query parameters of all variants as options."""
    found: dict[str, ParameterRow] = {}
    for variant in variants:
        for fact in catalog.operation(variant.operation).parameters:
            if fact.where == "query" and fact.name not in found and fact.name != PAGING:
                said = overrides.field_words(words, fact.name, None)
                target = catalog.resolve(fact.schema)
                found[fact.name] = _worded(
                    ParameterRow(
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
                    said,
                )
    return list(found.values())


def body_parameters(
    variants: Sequence[VariantRow], words: Words, overrides: Overrides
) -> list[ParameterRow]:
    """Return the fields of all variants' bodies, as options or as the argument."""
    found: dict[str, tuple[ParameterRow, list[int]]] = {}
    demanded: dict[str, list[int]] = {}
    whole = frozenset(words.get("whole", ()))
    for position, variant in enumerate(variants):
        operation = catalog.operation(variant.operation)
        if operation.body is None:
            continue
        back = {new: old for old, new in variant.fields.items()}
        body = only_item(operation.body) if words.get("list_of_one") else operation.body
        for one in body_fields.body_fields(body, variant.api, whole):
            path = back.get(one.path, one.path)
            if path not in found:
                found[path] = (_body_parameter(path, one, variant, words, overrides), [])
            found[path][1].append(position)
            if one.required and set(one.api) >= set(variant.api):
                demanded.setdefault(path, []).append(position)
    _refuse_unknown(words, found)
    return [
        changed(
            row,
            variants=tuple(places) if len(places) < len(variants) else (),
            demanded=tuple(demanded.get(path, ())),
        )
        for path, (row, places) in found.items()
    ]


def _body_parameter(
    path: str,
    one: body_fields.BodyField,
    variant: VariantRow,
    words: Words,
    overrides: Overrides,
) -> ParameterRow:
    said = overrides.field_words(words, path, one.owner)
    row = ParameterRow(
        name="",
        kind="argument" if said.get("argument") else "option",
        where="body",
        field=path,
        required=set(one.required) >= set(variant.api) and path not in words.get("derive", ()),
        type=one.type,
        enum=one.enum,
        repeatable=one.repeatable,
        default=one.default,
        api=() if set(one.api) >= set(variant.api) else one.api,
    )
    singular = words.get("singular", {}).get(path)
    return _worded(row, {"flag": singular, **said} if singular else said)


def of_update(
    body: Sequence[ParameterRow], variant: VariantRow, renamed: Collection[str] = ()
) -> list[ParameterRow]:
    """Return the fields of a body that starts from what is there.

    Only what is never read back, under its own name or one that is ``renamed`` to it, has to be
    given, and nothing falls to a default.
    """
    operation = catalog.operation(variant.operation)
    answer, request = operation.response or {}, operation.body or {}
    silent = {path for level in variant.api for path in never_returned(answer, request, level)}
    silent -= set(renamed)
    return [
        changed(row, default=None)
        if row.field in silent
        else changed(row, required=False, demanded=(), default=None)
        for row in body
    ]


def without_clash(
    body: Sequence[ParameterRow], given: Sequence[ParameterRow]
) -> list[ParameterRow]:
    """Return the fields of a body, those called like a path parameter as ``--new-...``.

    In ``app domain update NAME`` the domain names what is changed; its new value needs another
    flag.
    """
    taken = {row.name for row in given}
    return [
        changed(row, name=f"new_{row.name}", flag=f"--new-{str(row.flag)[2:]}", aliases=())
        if row.name in taken
        else row
        for row in body
    ]


def _refuse_unknown(words: Words, found: Mapping[str, Any]) -> None:
    unknown = [path for path in words.get("fields", {}) if path not in found]
    known_elsewhere = {name for name in unknown if words["fields"][name].get("where") == "query"}
    for path in unknown:
        if path not in known_elsewhere:
            raise OverrideError(f"fields.'{path}' is no field of the body; it has {list(found)}.")


def _written(row: ParameterRow, said: Mapping[str, Any]) -> str | None:
    """Return the form in which a person writes a value: the one said, or that of its unit."""
    written = said.get("written")
    if written is not None and written not in FORMS:
        raise OverrideError(f"'{row.field}' is written as {written}, which is none of {[*FORMS]}.")
    counted = row.type in {"integer", "number"} and said.get("unit") in FORMS
    return str(written or said["unit"]) if written or counted else None


def _worded(row: ParameterRow, said: Mapping[str, Any]) -> ParameterRow:
    flag = said.get("flag") or "--" + kebab(str(row.field))
    metavar = said.get("metavar")
    if row.kind == "argument" and not metavar:
        metavar = flag.lstrip("-").upper()
    written = _written(row, said)
    form = FORMS[written] if written else None
    name = identifier(flag)
    return changed(
        row,
        name=f"{name}__same" if said.get("same_as") else name,
        flag=flag,
        required=said.get("required", row.required),
        insisted=bool(said.get("required")),
        short=said.get("short"),
        aliases=tuple(said.get("aliases", ())),
        help=said.get("help", ""),
        unit=said.get("unit"),
        written=written,
        such_as=form.examples if form else (),
        resource=said.get("resource"),
        keys=said.get("keys", {}),
        secret=bool(said.get("secret")),
        hidden=bool(said.get("hidden")),
        metavar=metavar or (form.metavar if form else None),
        same_as=said.get("same_as"),
    )
