"""Inspect catalog schemas: their view at one API level, their properties and items.

All functions are pure; they only load referenced schemas from the catalog.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from qovery_cli.catalog.loader import resolve

Schema = Mapping[str, Any]

#: The keys that depend on the level and are resolved in the view of one level.
_BY_LEVEL = ("api", "required", "enum_api", "default_api", "limits_api", "nullable", "undeclared")


def resolved(schema: Schema) -> Schema:
    """Resolve all refs of a schema."""
    while "ref" in schema:
        schema = resolve(schema)
    return schema


def only_item(schema: Schema) -> Schema:
    """Return the schema of the item of a body that some levels wrap in a list."""
    target = resolve(schema)
    if "by_api" in target:
        return {"by_api": {level: only_item(form) for level, form in target["by_api"].items()}}
    return dict(target["items"]) if target.get("type") == "array" else schema


def at_level(schema: Schema, level: str) -> dict[str, Any] | None:
    """Return the view of a schema at one API level; ``None`` if the level does not have it.

    Only the schema itself is resolved, not its properties, items and alternatives: call this
    function for each. In the view, ``nullable`` is always present, a boolean; ``required`` lists
    the required properties, ``undeclared`` the required names that are not declared; ``default``
    is present if the level has one; ``enum``, limits, ``properties`` and ``one_of`` are those of
    the level. ``name`` is the name of the schema, if it has one.
    """
    if level not in schema.get("api", (level,)):
        return None
    name, nullable = schema.get("ref"), level in schema.get("nullable", ())
    target = resolved(schema)
    while "by_api" in target:
        if level not in target["by_api"]:
            return None
        nullable = nullable or level in target.get("nullable", ())
        form = target["by_api"][level]
        name, target = form.get("ref", name), resolved(form)
    facts = limits_at(target, level)
    view: dict[str, Any] = {key: value for key, value in facts.items() if key not in _BY_LEVEL}
    view["nullable"] = nullable or level in target.get("nullable", ())
    if name is not None:
        view["name"] = name
    if "enum" in target:
        view["enum"] = enum_at(target, level)
    if level in target.get("default_api", ()):
        view["default"] = target["default_api"][level]
    _set_properties(view, target, level)
    return view


def limits_at(target: Schema, level: str) -> dict[str, Any]:
    """Return the facts of a schema with the bounds, lengths and patterns of one level."""
    differing = target.get("limits_api", {})
    keys = {key for limits in differing.values() for key in limits}
    shared = {key: value for key, value in target.items() if key not in keys}
    return {**shared, **differing.get(level, {})}


def enum_at(target: Schema, level: str) -> list[Any]:
    """Return the allowed values at a level, in the order of the specification."""
    partial = target.get("enum_api", {})
    return [v for v in target.get("enum", ()) if level in partial.get(str(v), (level,))]


def _set_properties(view: dict[str, Any], target: Schema, level: str) -> None:
    if "properties" in target:
        view["properties"] = {
            name: value
            for name, value in target["properties"].items()
            if level in value.get("api", (level,))
        }
    if "one_of" in target:
        view["one_of"] = [p for p in target["one_of"] if level in p.get("api", (level,))]
    if is_object(target):
        view["required"] = required_at(target, level)
    undeclared = [n for n, levels in target.get("undeclared", {}).items() if level in levels]
    if undeclared:
        view["undeclared"] = undeclared


def required_at(schema: Schema, level: str) -> list[str]:
    """Return the declared required properties at a level, without those of ``one_of``."""
    target = resolved(schema)
    if "by_api" in target:
        return required_at(target["by_api"][level], level) if level in target["by_api"] else []
    return [
        name
        for name, value in target.get("properties", {}).items()
        if level in value.get("required", ())
    ]


def properties(schema: Schema) -> dict[str, Schema]:
    """Return every property that a schema declares at any level and in any alternative, by name.

    A property that only some levels have carries ``api``. One that alternatives declare
    differently combines their values, or is itself a ``one_of``; it is ``required`` at the levels
    at which every alternative requires it.
    """
    target = resolved(schema)
    declared: dict[str, Schema] = dict(target.get("properties", {}))
    if "by_api" in target:
        forms = target["by_api"].items()
        declared |= _of_levels({level: _at(form, level) for level, form in forms})
    if "one_of" in target:
        shared = _of_alternatives([properties(form) for form in target["one_of"]])
        declared = {**shared, **declared}
    return declared


def _at(form: Schema, level: str) -> dict[str, Schema]:
    """Return the properties of the form of one level at that level."""
    members = properties(form).items()
    return {name: value for name, value in members if level in value.get("api", (level,))}


def _of_levels(forms: Mapping[str, Mapping[str, Schema]]) -> dict[str, Schema]:
    declared: dict[str, Schema] = {}
    for name in dict.fromkeys(name for form in forms.values() for name in form):
        by_level = {level: form[name] for level, form in forms.items() if name in form}
        bare = {level: _bare(value) for level, value in by_level.items()}
        distinct = _distinct(bare.values())
        value: dict[str, Any] = dict(distinct[0]) if len(distinct) == 1 else {"by_api": bare}
        required = [level for level, prop in by_level.items() if level in prop.get("required", ())]
        if required:
            value["required"] = required
        if len(by_level) < len(forms):
            value["api"] = list(by_level)
        declared[name] = value
    return declared


def _of_alternatives(forms: Sequence[Mapping[str, Schema]]) -> dict[str, Schema]:
    declared: dict[str, Schema] = {}
    for name in dict.fromkeys(name for form in forms for name in form):
        values = [form[name] for form in forms if name in form]
        value = _either(_distinct(map(_bare, values)))
        required_by = [set(form.get(name, {}).get("required", ())) for form in forms]
        required = sorted(set.intersection(*required_by))
        if required:
            value["required"] = required
        declared[name] = value
    return declared


def _either(distinct: Sequence[Schema]) -> dict[str, Any]:
    """Return one schema for a property that alternatives declare differently."""
    if len(distinct) == 1:
        return dict(distinct[0])
    forms = [resolved(form) for form in distinct]
    types = {form.get("type", "any") for form in forms}
    type_ = types.pop() if len(types) == 1 else "any"
    if all("enum" in form for form in forms):
        values = (value for form in forms for value in form["enum"])
        return {"type": type_, "enum": list(dict.fromkeys(values))}
    return {"type": type_, "one_of": list(distinct)}


def _bare(value: Schema) -> Schema:
    return {key: fact for key, fact in value.items() if key not in ("required", "api")}


def _distinct(schemas: Iterable[Schema]) -> list[Schema]:
    distinct: list[Schema] = []
    for schema in schemas:
        if schema not in distinct:
            distinct.append(schema)
    return distinct


def declared(schema: Schema, path: Sequence[str | int]) -> Schema | None:
    """Return the schema at a path of property names and list indexes.

    ``None`` if nothing is declared there. An unknown property name has the schema of
    ``additional``; any list index has the schema of the items.
    """
    for step in path:
        inner = _step(schema, step)
        if inner is None:
            return None
        schema = inner
    return schema


def _step(schema: Schema, step: str | int) -> Schema | None:
    if isinstance(step, int):
        return items(schema)
    members = properties(schema)
    return members[step] if step in members else resolved(schema).get("additional")


def items(schema: Schema) -> Schema | None:
    """Return the schema of the items; ``None`` if the schema is a list at no level."""
    target = resolved(schema)
    if "items" in target:
        inner: Schema = target["items"]
        return inner
    forms = (items(form) for form in target.get("by_api", {}).values())
    return next((form for form in forms if form is not None), None)


def is_object(schema: Schema, level: str | None = None) -> bool:
    """Return true if a schema is an object at a level, or at any level if None."""
    return _is_type(schema, "object", level)


def is_list(schema: Schema, level: str | None = None) -> bool:
    """Return true if a schema is a list at a level, or at any level if None."""
    return _is_type(schema, "array", level)


def _is_type(schema: Schema, type_name: str, level: str | None) -> bool:
    target = resolved(schema)
    forms = target.get("by_api")
    if forms is None:
        return bool(target.get("type") == type_name)
    return any(
        _is_type(form, type_name, level) for at, form in forms.items() if level in (None, at)
    )
