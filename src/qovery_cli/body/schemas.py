"""Query the schemas of the catalog: alternatives, kinds, fields, items.

Functions take an API level, or None for all levels together. References are resolved lazily, so
that schemas may be recursive.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from qovery_cli import catalog
from qovery_cli.catalog.schema import enum_at

Schema = Mapping[str, Any]

#: The schema of an undeclared field.
ANY: Final[Schema] = {"type": "any"}
#: Marks an absent value, because null is a value.
MISSING: Final = object()
#: Maximum number of nested references; a deeper schema is treated as circular.
MAX_DEPTH: Final = 20


def resolved(schema: Schema, level: str | None = None) -> Schema:
    """Resolve references and the level-specific form of a schema."""
    for _ in range(MAX_DEPTH):
        if "ref" in schema:
            schema = catalog.resolve(schema)
        elif "by_api" in schema and level in schema["by_api"]:
            outer = {key: value for key, value in schema.items() if key != "by_api"}
            schema = {**schema["by_api"][level], **outer}
        else:
            return schema
    return ANY


def alternatives(schema: Schema, level: str | None = None) -> tuple[Schema, ...]:
    """Return the plain schemas that a value may match: one, or several for a union.

    Without a level, or without a form for this level, return those of all levels.
    """
    return tuple(_alternatives(schema, level, 0))


def _alternatives(schema: Schema, level: str | None, depth: int) -> Iterator[Schema]:
    target = resolved(schema, level)
    if depth > MAX_DEPTH:
        return
    if "by_api" in target:
        for form in target["by_api"].values():
            yield from _alternatives(form, level, depth + 1)
    elif "one_of" in target:
        for form in target["one_of"]:
            if exists_at(form, level):
                plains = _alternatives(form, level, depth + 1)
                yield from (with_shared_fields(plain, target) for plain in plains)
    else:
        yield target


def with_shared_fields(plain: Schema, owner: Schema) -> Schema:
    """Return a variant with the fields that its union declares for all variants."""
    base = owner.get("properties", {})
    if not base or kind(plain) != "object":
        return plain
    return {**plain, "properties": {**base, **plain.get("properties", {})}}


def kind(plain: Schema) -> str:
    """Return the type of a plain schema, "any" if undeclared."""
    if "type" in plain:
        return str(plain["type"])
    if "properties" in plain or "additional" in plain or "undeclared" in plain:
        return "object"
    if "items" in plain:
        return "array"
    return "string" if "enum" in plain else "any"


def kinds(schema: Schema, level: str | None = None) -> frozenset[str]:
    """Return the types that the schema allows."""
    return frozenset(kind(plain) for plain in alternatives(schema, level))


def exists_at(fact: Schema, level: str | None) -> bool:
    """Check if a property exists at a level."""
    return level is None or level in fact.get("api", catalog.LEVELS)


def names(schema: Schema, level: str | None = None) -> list[str]:
    """Return the field names of an object: declared ones, then those only required."""
    result: dict[str, None] = {}
    plains = alternatives(schema, level)
    for plain in plains:
        result |= {
            name: None
            for name, fact in plain.get("properties", {}).items()
            if exists_at(fact, level)
        }
    for plain in plains:
        result |= dict.fromkeys(undeclared(plain, level))
    return list(result)


def undeclared(plain: Schema, level: str | None = None) -> list[str]:
    """Return the names that are required but not declared."""
    facts = plain.get("undeclared", {})
    return [name for name, levels in facts.items() if level is None or level in levels]


def field(schema: Schema, name: str, level: str | None = None) -> Schema | None:
    """Return the schema of a field of an object, None if the object cannot have it."""
    plains = alternatives(schema, level)
    declared: list[Schema] = []
    for plain in plains:
        fact = plain.get("properties", {}).get(name)
        if fact is not None and exists_at(fact, level) and fact not in declared:
            declared.append(fact)
    if declared:
        return any_of(declared)
    if any(name in undeclared(plain, level) for plain in plains):
        return ANY
    extra = [plain["additional"] for plain in plains if "additional" in plain]
    if extra:
        return any_of(extra)
    return ANY if any(accepts_any_field(plain) for plain in plains) else None


def field_at(schema: Schema, path: str, level: str | None = None) -> Schema:
    """Return the schema of the field at a dotted path without indexes, ANY if there is none."""
    # Names of advanced settings contain dots.
    whole = field(schema, path, level)
    if whole is not None:
        return whole
    for name in path.split("."):
        schema = items(schema, level) if kinds(schema, level) == {"array"} else schema
        schema = field(schema, name, level) or ANY
    return schema


def items(schema: Schema, level: str | None = None) -> Schema:
    """Return the schema of the items of a list."""
    plains = alternatives(schema, level)
    return any_of([plain["items"] for plain in plains if "items" in plain])


def any_of(schemas: Sequence[Schema]) -> Schema:
    """Return a schema that accepts any of these."""
    if not schemas:
        return ANY
    return schemas[0] if len(schemas) == 1 else {"one_of": list(schemas)}


def accepts_any_field(plain: Schema) -> bool:
    """Check if a schema accepts any field: an open type, or an object without declarations."""
    own_kind = kind(plain)
    declares = any(plain.get(key) for key in ("properties", "undeclared")) or "additional" in plain
    return own_kind == "any" or (own_kind == "object" and not declares)


def is_map(schema: Schema) -> bool:
    """Check if a schema is a map from arbitrary names to scalars."""
    plains = alternatives(schema)
    return any(
        "additional" in plain
        and not plain.get("properties")
        and not kinds(plain["additional"]) & {"object", "array", "any"}
        for plain in plains
    )


def required(plain: Schema, level: str) -> list[str]:
    """Return the declared names that are required at a level.

    Excludes read-only fields and names that are not declared anywhere: those are errors of the
    official specification, which the API does not enforce.
    """
    return [
        name
        for name, fact in plain.get("properties", {}).items()
        if level in fact.get("required", ()) and exists_at(fact, level) and not fact.get("readOnly")
    ]


def requires(schema: Schema, name: str, level: str) -> bool:
    """Check if every object alternative requires this name, declared or not."""
    plains = [plain for plain in alternatives(schema, level) if kind(plain) == "object"]
    return bool(plains) and all(
        name in required(plain, level) or name in undeclared(plain, level) for plain in plains
    )


def is_nullable(schema: Schema, level: str) -> bool:
    """Check if null is allowed at a level."""
    target = resolved(schema, level)
    if level in target.get("nullable", ()):
        return True
    plains = alternatives(schema, level)
    return any(level in plain.get("nullable", ()) or kind(plain) == "any" for plain in plains)


def default(schema: Schema, level: str) -> Any:
    """Return the default at a level, or MISSING."""
    target = resolved(schema, level)
    if "default_api" in target:
        return target["default_api"].get(level, MISSING)
    return target.get("default", MISSING)


def enum(plain: Schema, level: str | None = None) -> list[Any]:
    """Return the allowed values at a level, in the order of the specification."""
    return list(plain.get("enum", ())) if level is None else enum_at(plain, level)


def levels_of(fact: Schema) -> str:
    """Return the levels at which a property exists, as text for messages."""
    return " and ".join(fact.get("api", catalog.LEVELS))
