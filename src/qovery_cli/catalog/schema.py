"""Questions to a schema of the facts: what it is at one API level, what it declares.

Pure functions; they read named schemas from the catalog and nothing else.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from qovery_cli.catalog.loader import resolve

Schema = Mapping[str, Any]

#: What is a list of levels in the facts and is settled in the view of one level.
_BY_LEVEL = ("api", "required", "enum_api", "default_api", "limits_api", "nullable", "undeclared")


def resolved(schema: Schema) -> Schema:
    """Return what a schema points to, through as many refs as there are."""
    while "ref" in schema:
        schema = resolve(schema)
    return schema


def only_item(schema: Schema) -> Schema:
    """Return the schema of the one item of a body that some levels wrap in a list."""
    target = resolve(schema)
    if "by_api" in target:
        return {"by_api": {level: only_item(one) for level, one in target["by_api"].items()}}
    return dict(target["items"]) if target.get("type") == "array" else schema


def at_level(schema: Schema, level: str) -> dict[str, Any] | None:
    """Return what a schema says at one API level; ``None`` if it says nothing there.

    The schema itself is resolved, its properties, items and alternatives are as in the facts: ask
    again for those. In the view ``nullable`` is a boolean and always there, ``required`` is the
    list of the properties that must be given, ``undeclared`` that of required names which nothing
    declares, ``default`` is there if the level has one, ``enum``, limits, ``properties`` and
    ``one_of`` are those of the level. ``name`` is the schema's name, if it has one.
    """
    if level not in schema.get("api", (level,)):
        return None
    name, nullable = schema.get("ref"), level in schema.get("nullable", ())
    found = resolved(schema)
    while "by_api" in found:
        if level not in found["by_api"]:
            return None
        nullable = nullable or level in found.get("nullable", ())
        inner = found["by_api"][level]
        name, found = inner.get("ref", name), resolved(inner)
    view: dict[str, Any] = {key: value for key, value in found.items() if key not in _BY_LEVEL}
    view["nullable"] = nullable or level in found.get("nullable", ())
    if name is not None:
        view["name"] = name
    _settle_values(view, found, level)
    _settle_properties(view, found, level)
    return view


def _settle_values(view: dict[str, Any], found: Schema, level: str) -> None:
    differing = found.get("limits_api", {})
    for key in {key for limits in differing.values() for key in limits}:
        view.pop(key, None)
    view.update(differing.get(level, {}))
    if "enum_api" in found:
        partial = found["enum_api"]
        view["enum"] = [v for v in found["enum"] if level in partial.get(str(v), (level,))]
    if level in found.get("default_api", ()):
        view["default"] = found["default_api"][level]


def _settle_properties(view: dict[str, Any], found: Schema, level: str) -> None:
    if "properties" in found:
        view["properties"] = {
            name: value
            for name, value in found["properties"].items()
            if level in value.get("api", (level,))
        }
    if "one_of" in found:
        view["one_of"] = [p for p in found["one_of"] if level in p.get("api", (level,))]
    if is_object(found):
        view["required"] = required_at(found, level)
    undeclared = [n for n, levels in found.get("undeclared", {}).items() if level in levels]
    if undeclared:
        view["undeclared"] = undeclared


def required_at(schema: Schema, level: str) -> list[str]:
    """Return the declared properties that must be given at a level, those of one_of left out."""
    found = resolved(schema)
    if "by_api" in found:
        return required_at(found["by_api"][level], level) if level in found["by_api"] else []
    return [
        name
        for name, value in found.get("properties", {}).items()
        if level in value.get("required", ())
    ]


def properties(schema: Schema) -> dict[str, Schema]:
    """Return every property that a schema declares at any level, in any of its forms, by name.

    A property that only some levels' forms have carries ``api``. One that alternatives declare
    differently takes the values of all of them, or is itself a ``one_of``; it is ``required`` at
    the levels at which every alternative requires it.
    """
    found = resolved(schema)
    declared: dict[str, Schema] = dict(found.get("properties", {}))
    if "by_api" in found:
        declared |= _of_levels({at: _at(each, at) for at, each in found["by_api"].items()})
    if "one_of" in found:
        shared = _of_alternatives([properties(each) for each in found["one_of"]])
        declared = {**shared, **declared}
    return declared


def _at(form: Schema, level: str) -> dict[str, Schema]:
    """Return the properties that the form of a level has there."""
    every = properties(form).items()
    return {name: value for name, value in every if level in value.get("api", (level,))}


def _of_levels(forms: Mapping[str, Mapping[str, Schema]]) -> dict[str, Schema]:
    declared: dict[str, Schema] = {}
    for name in dict.fromkeys(name for form in forms.values() for name in form):
        at = {level: form[name] for level, form in forms.items() if name in form}
        bare = {level: _bare(value) for level, value in at.items()}
        distinct = _distinct(bare.values())
        value: dict[str, Any] = dict(distinct[0]) if len(distinct) == 1 else {"by_api": bare}
        required = [level for level, each in at.items() if level in each.get("required", ())]
        if required:
            value["required"] = required
        if len(at) < len(forms):
            value["api"] = list(at)
        declared[name] = value
    return declared


def _of_alternatives(forms: Sequence[Mapping[str, Schema]]) -> dict[str, Schema]:
    declared: dict[str, Schema] = {}
    for name in dict.fromkeys(name for form in forms for name in form):
        values = [form[name] for form in forms if name in form]
        value = _either(_distinct(map(_bare, values)))
        demanding = [set(form.get(name, {}).get("required", ())) for form in forms]
        required = sorted(set.intersection(*demanding))
        if required:
            value["required"] = required
        declared[name] = value
    return declared


def _either(distinct: Sequence[Schema]) -> dict[str, Any]:
    """Return one schema for a property that alternatives declare in these ways."""
    if len(distinct) == 1:
        return dict(distinct[0])
    seen = [resolved(each) for each in distinct]
    kinds = {each.get("type", "any") for each in seen}
    kind = kinds.pop() if len(kinds) == 1 else "any"
    if all("enum" in each for each in seen):
        return {"type": kind, "enum": list(dict.fromkeys(v for each in seen for v in each["enum"]))}
    return {"type": kind, "one_of": list(distinct)}


def _bare(value: Schema) -> Schema:
    return {key: each for key, each in value.items() if key not in ("required", "api")}


def _distinct(values: Iterable[Schema]) -> list[Schema]:
    found: list[Schema] = []
    for each in values:
        if each not in found:
            found.append(each)
    return found


def declared(schema: Schema, path: Sequence[str | int]) -> Schema | None:
    """Return the schema at a path of property names and list positions.

    ``None`` if nothing is declared there. A name that no property has falls back to what
    ``additional`` allows; any position of a list has the schema of its items.
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
    known = properties(schema)
    return known[step] if step in known else resolved(schema).get("additional")


def items(schema: Schema) -> Schema | None:
    """Return the schema of a list's items; ``None`` if it is a list at no level."""
    found = resolved(schema)
    if "items" in found:
        inner: Schema = found["items"]
        return inner
    forms = (items(each) for each in found.get("by_api", {}).values())
    return next((each for each in forms if each is not None), None)


def is_object(schema: Schema, level: str | None = None) -> bool:
    """Tell whether a schema is an object: at a level, or at any level if none is given."""
    return _is(schema, "object", level)


def is_list(schema: Schema, level: str | None = None) -> bool:
    """Tell whether a schema is a list: at a level, or at any level if none is given."""
    return _is(schema, "array", level)


def _is(schema: Schema, kind: str, level: str | None) -> bool:
    found = resolved(schema)
    forms = found.get("by_api")
    if forms is None:
        return bool(found.get("type") == kind)
    return any(_is(each, kind, level) for at, each in forms.items() if level in (None, at))
