"""Joins facts, curated words and the signatures in ``commands/`` into the rows of the table.

Only used when the table is baked; ``table.py`` is its command line.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from qovery_cli import catalog
from qovery_cli.cli.rows import CommandRow, ParameterRow, VariantRow
from qovery_cli.codegen.table import engine_options
from qovery_cli.codegen.table import parameters as made
from qovery_cli.codegen.table.handler_signature import written_parameters
from qovery_cli.codegen.table.overrides import OverrideError, Overrides, Words
from qovery_cli.record import changed, values_of

_KNOWN = frozenset(
    [
        "operations",
        "summary",
        "about",
        "examples",
        "columns",
        "wide",
        "target",
        "confirm",
        "confirm_production",
        "wait",
        "fetch",
        "aliases",
        "hidden",
        "panel",
        "fields",
        "derive",
        "join",
        "renames",
        "list_keys",
        "singular",
        "retired",
        "handler",
        "uses",
        "kind",
        "whole",
        "no_all",
        "like",
        "selectors",
        "defaults",
        "list_of_one",
        "done",
        "expand",
        "names",
        "changes",
        "again",
    ]
)


def build_commands(overrides: Overrides) -> list[CommandRow]:
    """Return all commands; OverrideError for words that match nothing or are missing."""
    found = []
    for name, words in overrides.commands.items():
        try:
            found.append(build_command(name, words, overrides))
        except (OverrideError, KeyError, TypeError, ValueError) as error:
            raise OverrideError(f"'{name}': {error}") from error
    unused = overrides.unused()
    if unused:
        raise OverrideError(f"{', '.join(sorted(unused))} match no field.")
    return found


def build_command(name: str, words: Words, overrides: Overrides) -> CommandRow:
    """Return the row of one command."""
    unknown = set(words) - _KNOWN
    if unknown:
        raise OverrideError(f"it says {', '.join(sorted(unknown))}, which means nothing.")
    variants = [_variant(raw, words) for raw in words.get("operations", ())]
    kind = words.get("kind") or _kind(name, words, variants)
    plain: dict[str, Any] = {key: words[key] for key in _PLAIN if key in words}
    row = CommandRow(
        command=name,
        summary=words["summary"],
        kind=kind,
        changes=_changes(variants, words),
        about=words.get("about", "").strip(),
        examples=tuple(words.get("examples", ())),
        columns=tuple(words.get("columns", ())),
        wide=tuple(words.get("wide", ())),
        variants=tuple(variants),
        parameters=tuple(_parameters(kind, words, variants, overrides)),
        uses=tuple(words.get("uses", ())),
        **plain,
    )
    _check(row)
    return row


_PLAIN = (
    "handler",
    "target",
    "confirm",
    "confirm_production",
    "wait",
    "join",
    "renames",
    "list_keys",
    "derive",
    "defaults",
    "list_of_one",
    "done",
    "expand",
    "names",
    "again",
    "hidden",
)


def _variant(raw: Any, words: Words) -> VariantRow:
    given: dict[str, Any] = {"op": raw} if isinstance(raw, str) else dict(raw)
    operation = catalog.operation(given["op"])
    level = given.get("api")
    return VariantRow(
        operation=operation.key,
        method=operation.method,
        path=operation.path,
        api=(level,) if isinstance(level, str) else tuple(level or operation.api),
        when=given.get("when"),
        retired=given.get("retired", words.get("retired")),
        fetch=given.get("fetch", words.get("fetch")),
        fields=given.get("map", {}),
    )


def _kind(name: str, words: Words, variants: list[VariantRow]) -> str:
    if words.get("handler"):
        return "custom"
    method, verb = variants[0].method, name.split()[-1]
    if method == "GET":
        return "list" if _answers_a_list(variants[0]) else "get"
    if method == "DELETE":
        return "delete"
    if method == "PUT":
        return "update"
    return "create" if verb == "create" else "action"


def _answers_a_list(variant: VariantRow) -> bool:
    response = catalog.operation(variant.operation).response
    if response is None:
        return False
    for target, _ in _alternatives(response, variant.api):
        wrapped = (target.get("properties", {}).get(name) for name in _ENVELOPE)
        if target.get("type") == "array" or any(_holds_objects(one) for one in wrapped):
            return True
    return False


def _holds_objects(schema: Mapping[str, Any] | None) -> bool:
    found = catalog.resolve(schema) if schema else {}
    if found.get("type") != "array":
        return "by_api" in found
    return catalog.resolve(found["items"]).get("type") != "string"


_ENVELOPE = {"results", "deployment_restrictions", "events"}


def _alternatives(response: Mapping[str, Any], levels: tuple[str, ...]) -> Iterator[Any]:
    from qovery_cli.codegen.table.body_fields import alternatives

    return alternatives(response, levels)


def _changes(variants: list[VariantRow], words: Words) -> bool:
    if "changes" in words:
        return bool(words["changes"])
    operations = [variant.operation for variant in variants] or list(words.get("uses", ()))
    return any(catalog.operation(operation).changes for operation in operations)


def _parameters(
    kind: str, words: Words, variants: list[VariantRow], overrides: Overrides
) -> list[ParameterRow]:
    own = written_parameters(words["handler"]) if words.get("handler") else []
    given: list[ParameterRow] = engine_options.selectors(variants, words)
    places = variants or _variants_of(words.get("like"), overrides)
    given += made.path_parameters(places, words.get("target"))
    given += made.query_parameters(variants, words, overrides)
    body = [] if words.get("handler") else made.body_parameters(variants, words, overrides)
    if kind == "update" and variants[0].fetch:
        body = made.of_update(body, variants[0], words.get("renames", {}).values())
    derived = words.get("derive", {})
    body = [changed(p, required=False, demanded=()) if p.field in derived else p for p in body]
    given += made.without_clash(body, given)
    taken = {row.name for row in given}
    rows = [*given, *(row for row in own if row.name not in taken)]
    rows = sorted(map(made.as_target, rows), key=_order)
    rows += made.ancestors(rows)
    changes = _changes(variants, words)
    extra = list(engine_options.switches(kind, words, body=bool(body), changes=changes))
    if kind == "list":
        facts = [catalog.operation(v.operation) for v in variants]
        paged = any(p.name == made.PAGING for fact in facts for p in fact.parameters)
        parent = any(row.where == "path" for row in rows) and len(variants) == 1
        extra += engine_options.list_switches(words, paged=paged, parent=parent)
    taken = {row.name for row in rows}
    rows = [*rows, *(row for row in extra if row.name not in taken)]
    return _under_headings(rows, overrides)


#: So many options of a body are hard to take in without headings.
_LONG = 12


def _under_headings(rows: list[ParameterRow], overrides: Overrides) -> list[ParameterRow]:
    if sum(row.where == "body" and not row.hidden for row in rows) < _LONG:
        return rows
    order = ["", *overrides.panels]
    found = [changed(row, panel=overrides.panel(row.field)) if row.field else row for row in rows]
    return sorted(found, key=lambda row: order.index(row.panel))


def _order(row: ParameterRow) -> tuple[bool, bool, bool, str]:
    """Arguments first, then the scope, then what is demanded, then the rest by name."""
    argument = row.kind == "argument"
    return not argument, row.where != "path", not row.required, "" if argument else str(row.flag)


def _variants_of(command_name: str | None, overrides: Overrides) -> list[VariantRow]:
    """Return the operations of another command, whose scope options a convenience takes too."""
    if command_name is None:
        return []
    words = overrides.commands[command_name]
    return [_variant(raw, words) for raw in words["operations"]]


def _check(row: CommandRow) -> None:
    flags: dict[str, str] = {}
    for parameter in row.typed_parameters:
        for flag in (parameter.flag, parameter.short, *parameter.aliases):
            if flag and flags.setdefault(flag, parameter.name) != parameter.name:
                raise OverrideError(f"{flag} means both {flags[flag]} and {parameter.name}.")
    names = [parameter.name for parameter in row.parameters]
    if len(names) != len(set(names)):
        raise OverrideError(f"a parameter is there twice: {names}.")
    if not row.summary.endswith(".") or len(row.summary) > 70:
        raise OverrideError("the summary wants at most 70 characters and a dot.")


def as_json(row: Any) -> dict[str, Any]:
    """Return a row as the table keeps it: without what has its default."""
    kept = {}
    for name, value in values_of(row).items():
        if value == getattr(type(row), name, _NONE):
            continue
        nested = isinstance(row, CommandRow) and name in {"variants", "parameters"}
        kept[name] = [as_json(item) for item in value] if nested else value
    return kept


_NONE = object()
