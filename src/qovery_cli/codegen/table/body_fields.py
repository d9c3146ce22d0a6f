"""Flatten the fields of a request body into a list, for options.

Nested objects are flattened to a depth; below it, and for maps and alternatives, one option takes
the whole object as JSON or ``key=value`` pairs.
"""

from collections.abc import Container, Iterator, Mapping
from typing import Any

from qovery_cli import catalog
from qovery_cli.catalog import LEVELS
from qovery_cli.frozen import changed, record

#: ``git_repository.url`` becomes an option; deeper objects are given as a whole.
DEPTH = 2

Schema = Mapping[str, Any]


@record
class BodyField:
    """One field of a body, dotted where nested.

    ``owner`` is the name of the schema that declares it. ``required`` are the levels that require
    it and all objects around it. ``repeatable`` fields are lists, ``type`` is that of an item.
    """

    path: str
    owner: str | None
    type: str
    enum: tuple[str, ...] | None
    repeatable: bool
    api: tuple[str, ...]
    required: tuple[str, ...]
    default: Any = None


@record
class Flattening:
    """Exceptions from the depth to which objects are flattened.

    Paths in ``whole`` are not flattened, those in ``opened`` are at any depth. Objects at paths in
    ``named`` are fields themselves, beside those in them.
    """

    whole: Container[str] = ()
    opened: Container[str] = ()
    named: Container[str] = ()


def body_fields(schema: Schema, levels: tuple[str, ...], flattening: Flattening) -> list[BodyField]:
    """Return the fields of a body schema, flattened."""
    merged: dict[str, BodyField] = {}
    for field in _fields(schema, "", levels, levels, flattening):
        known = merged.get(field.path)
        merged[field.path] = _merged(known, field) if known else field
    return list(merged.values())


def _merged(left: BodyField, right: BodyField) -> BodyField:
    """Merge a field of two alternatives: a level requires it if all alternatives of it do."""
    enum = tuple(dict.fromkeys([*(left.enum or ()), *(right.enum or ())])) or None
    levels = tuple(dict.fromkeys([*left.api, *right.api]))
    optional = {x for each in (left, right) for x in each.api if x not in each.required}
    needed = tuple(level for level in levels if level not in optional)
    return changed(left, enum=enum, api=levels, required=needed)


def _fields(
    schema: Schema,
    prefix: str,
    levels: tuple[str, ...],
    required: tuple[str, ...],
    flattening: Flattening,
) -> Iterator[BodyField]:
    owner = schema.get("ref")
    for alternative, at in alternatives(schema, levels):
        optional = () if alternative.get("_optional") else required
        for name, raw in alternative.get("properties", {}).items():
            path = f"{prefix}{name}"
            api = tuple(level for level in raw.get("api", at) if level in at)
            if raw.get("readOnly") or not api:
                continue
            needed = tuple(x for x in raw.get("required", ()) if x in optional and x in api)
            target = catalog.resolve(raw)
            opens = _opens(target, path, flattening)
            if not opens or path in flattening.named:
                name_of = alternative.get("_name", owner)
                yield _field(path, name_of, target, api, () if opens else needed)
            if opens:
                yield from _fields(raw, f"{path}.", api, needed, flattening)


def alternatives(
    schema: Schema, levels: tuple[str, ...]
) -> Iterator[tuple[Schema, tuple[str, ...]]]:
    """Yield the alternative objects of a schema, each with its levels."""
    target = catalog.resolve(schema)
    name = schema.get("ref")
    if "by_api" in target:
        for level, alternative in target["by_api"].items():
            if level in levels:
                yield from alternatives(alternative, (level,))
    elif "one_of" in target:
        for alternative in target["one_of"]:
            for each, at in alternatives(alternative, levels):
                yield {**each, "_optional": True}, at
    else:
        yield {**target, "_name": name}, levels


def _opens(target: Schema, path: str, flattening: Flattening) -> bool:
    if path in flattening.opened:
        plains = [plain for plain, _ in alternatives(target, LEVELS)]
        return all(plain.get("type") == "object" for plain in plains)
    if path in flattening.whole or path.count(".") + 1 >= DEPTH:
        return False
    return target.get("type") == "object" and bool(target.get("properties"))


def _field(
    path: str, owner: str | None, target: Schema, api: tuple[str, ...], needed: tuple[str, ...]
) -> BodyField:
    repeatable = target.get("type") == "array"
    item = catalog.resolve(target.get("items", {})) if repeatable else target
    kind = str(item.get("type", "object" if "one_of" in item or "by_api" in item else "any"))
    return BodyField(
        path=path,
        owner=owner,
        type=kind,
        enum=tuple(str(value) for value in item["enum"]) if "enum" in item else None,
        repeatable=repeatable,
        api=api,
        required=needed,
        default=target.get("default"),
    )
