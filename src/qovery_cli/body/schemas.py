"""What a SCHEMA of the catalog says about a value: alternatives, kinds, fields, items.

Every question takes an API level, or none to ask what any level says. References are followed
when a question needs them, so that schemas may refer to themselves.
"""

import math
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from qovery_cli import catalog

Schema = Mapping[str, Any]

#: What is known of a field that nothing declares.
ANY: Final[Schema] = {"type": "any"}
#: Marks a value that is not there, because null is a value.
MISSING: Final = object()
#: References in references, beyond which a schema is taken to go in circles.
MAX_DEPTH: Final = 20


def resolved(schema: Schema, level: str | None = None) -> Schema:
    """Return the schema itself, references followed and the level's own form picked."""
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
    """Return the plain schemas that a value may follow: one, or several where they are united.

    Without a level, or where the level has no form of its own, those of every level.
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
    """Return a variant with the fields that the schema which unites it declares for all of them."""
    base = owner.get("properties", {})
    if not base or kind(plain) != "object":
        return plain
    return {**plain, "properties": {**base, **plain.get("properties", {})}}


def kind(plain: Schema) -> str:
    """Return the type of a plain schema; "any" where it does not say."""
    if "type" in plain:
        return str(plain["type"])
    if "properties" in plain or "additional" in plain or "undeclared" in plain:
        return "object"
    if "items" in plain:
        return "array"
    return "string" if "enum" in plain else "any"


def kinds(schema: Schema, level: str | None = None) -> frozenset[str]:
    """Return the types that a value may have."""
    return frozenset(kind(plain) for plain in alternatives(schema, level))


def kind_of(value: Any) -> str:
    """Return the type of a JSON value, with "null" for None and "integer" for 3 and 3.0."""
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "boolean"
    if isinstance(value, int):
        return "integer"
    if isinstance(value, float):
        return "integer" if math.isfinite(value) and value == int(value) else "number"
    if isinstance(value, str):
        return "string"
    return "array" if isinstance(value, list) else "object"


def matches_kind(value: Any, wanted: frozenset[str]) -> bool:
    """Whether a value is of one of these types; an integer is a number too."""
    own = kind_of(value)
    return own in wanted or "any" in wanted or (own == "integer" and "number" in wanted)


def exists_at(fact: Schema, level: str | None) -> bool:
    """Whether a property exists at a level."""
    return level is None or level in fact.get("api", catalog.LEVELS)


def names(schema: Schema, level: str | None = None) -> list[str]:
    """Return the names that an object may have: declared ones, then those merely required."""
    found: dict[str, None] = {}
    plains = alternatives(schema, level)
    for plain in plains:
        found |= {
            name: None
            for name, fact in plain.get("properties", {}).items()
            if exists_at(fact, level)
        }
    for plain in plains:
        found |= dict.fromkeys(undeclared(plain, level))
    return list(found)


def undeclared(plain: Schema, level: str | None = None) -> list[str]:
    """Return the names that are required and that no schema declares."""
    facts = plain.get("undeclared", {})
    return [name for name, levels in facts.items() if level is None or level in levels]


def field(schema: Schema, name: str, level: str | None = None) -> Schema | None:
    """Return the schema of a field of an object, or None if it may not have that name."""
    plains = alternatives(schema, level)
    found: list[Schema] = []
    for plain in plains:
        fact = plain.get("properties", {}).get(name)
        if fact is not None and exists_at(fact, level) and fact not in found:
            found.append(fact)
    if found:
        return any_of(found)
    if any(name in undeclared(plain, level) for plain in plains):
        return ANY
    extra = [plain["additional"] for plain in plains if "additional" in plain]
    if extra:
        return any_of(extra)
    return ANY if any(accepts_any_field(plain) for plain in plains) else None


def field_at(schema: Schema, path: str, level: str | None = None) -> Schema:
    """Return the schema of the field at a dotted path without indexes, ANY if there is none."""
    # Settings have dots in their names.
    whole = field(schema, path, level)
    if whole is not None:
        return whole
    for name in path.split("."):
        schema = items(schema, level) if kinds(schema, level) == {"array"} else schema
        schema = field(schema, name, level) or ANY
    return schema


def items(schema: Schema, level: str | None = None) -> Schema:
    """Return the schema of a list's items."""
    plains = alternatives(schema, level)
    return any_of([plain["items"] for plain in plains if "items" in plain])


def any_of(schemas: Sequence[Schema]) -> Schema:
    """Return one schema that stands for any of these."""
    if not schemas:
        return ANY
    return schemas[0] if len(schemas) == 1 else {"one_of": list(schemas)}


def accepts_any_field(plain: Schema) -> bool:
    """Whether any name may stand in it: its type is open, or an object that declares nothing."""
    own = kind(plain)
    declares = any(plain.get(key) for key in ("properties", "undeclared")) or "additional" in plain
    return own == "any" or (own == "object" and not declares)


def is_map(schema: Schema) -> bool:
    """Whether it is an object of any names whose values are not objects or lists themselves."""
    plains = alternatives(schema)
    return any(
        "additional" in plain
        and not plain.get("properties")
        and not kinds(plain["additional"]) & {"object", "array", "any"}
        for plain in plains
    )


def required(plain: Schema, level: str) -> list[str]:
    """Return the declared names that an object must have at a level.

    Names that are required but not declared anywhere are left out: they are slips of the official
    documents that the API does not insist on. Nor are fields that only the server writes.
    """
    return [
        name
        for name, fact in plain.get("properties", {}).items()
        if level in fact.get("required", ()) and exists_at(fact, level) and not fact.get("readOnly")
    ]


def requires(schema: Schema, name: str, level: str) -> bool:
    """Whether an object of each alternative must have this name, declared or not."""
    plains = [plain for plain in alternatives(schema, level) if kind(plain) == "object"]
    return bool(plains) and all(
        name in required(plain, level) or name in undeclared(plain, level) for plain in plains
    )


def is_nullable(schema: Schema, level: str) -> bool:
    """Whether null may be sent at a level."""
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
    """Return the values that are allowed at a level, in the order of the documents."""
    limited = plain.get("enum_api", {})
    return [
        value
        for value in plain.get("enum", ())
        if level is None or level in limited.get(str(value), catalog.LEVELS)
    ]


def limits(plain: Schema, level: str) -> dict[str, Any]:
    """Return the facts of a schema with the bounds, lengths and patterns of one level."""
    differing = plain.get("limits_api", {})
    varied = {key for facts in differing.values() for key in facts}
    shared = {key: value for key, value in plain.items() if key not in varied}
    return {**shared, **differing.get(level, {})}


def levels_of(fact: Schema) -> str:
    """Return the levels at which a property exists, for a sentence."""
    return " and ".join(fact.get("api", catalog.LEVELS))
