"""Compare two versions of the schemas in the facts."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from qovery_cli.codegen.facts.schema_extraction import LIMITS
from qovery_cli.frozen import record

Schema = Mapping[str, Any]

#: Keys of a schema that are compared as a whole: not limits, values and inner schemas.
_KEYS = (
    "type",
    "api",
    "required",
    "nullable",
    "readOnly",
    "writeOnly",
    "deprecated",
    "default",
    "default_api",
    "undeclared",
    "discriminator",
)


@record
class Difference:
    """One change: its named schema, empty for none, the place in it, and a description."""

    schema: str
    place: str
    text: str


@record
class _Position:
    """The position of a comparison, from the operation and from the named schema."""

    where: str
    schema: str
    place: str

    def step(self, step: str) -> "_Position":
        return _Position(self.where + step, self.schema, self.place + step)


class Schemas:
    """Compares schemas of old and new facts, following refs."""

    def __init__(self, old: Mapping[str, Schema], new: Mapping[str, Schema]) -> None:
        self._old = old
        self._new = new

    def compared(
        self, old: Schema | None, new: Schema | None, where: str
    ) -> Iterator[tuple[Difference, str]]:
        """Yield each difference with its position below ``where``."""
        yield from self._either(old, new, _Position(where, "", ""), frozenset())

    def _either(
        self,
        old: Schema | None,
        new: Schema | None,
        at: _Position,
        seen: frozenset[tuple[str, str]],
    ) -> Iterator[tuple[Difference, str]]:
        if old == new and not (old and _has_refs(old)):
            return
        if old is None or new is None:
            text = "removed" if new is None else f"added ({_outline(new)})"
            yield Difference(at.schema, at.place, text), at.where
            return
        if "ref" in old and "ref" in new:
            yield from self._refs(old, new, at, seen)
            return
        yield from self._both(_behind(old, self._old), _behind(new, self._new), at, seen)

    def _refs(
        self, old: Schema, new: Schema, at: _Position, seen: frozenset[tuple[str, str]]
    ) -> Iterator[tuple[Difference, str]]:
        for text in _key_changes(old, new):
            yield Difference(at.schema, at.place, text), at.where
        names = (old["ref"], new["ref"])
        if names[0] != names[1]:
            yield Difference(at.schema, at.place, f"schema {names[0]} -> {names[1]}"), at.where
        if names not in seen:
            inside = _Position(at.where, names[1], "")
            yield from self._either(
                self._old.get(names[0]), self._new.get(names[1]), inside, seen | {names}
            )

    def _both(
        self, old: Schema, new: Schema, at: _Position, seen: frozenset[tuple[str, str]]
    ) -> Iterator[tuple[Difference, str]]:
        changes = [*_key_changes(old, new), *_limit_changes(old, new), *_enum_changes(old, new)]
        for text in changes:
            if text.startswith("enum ") and at.schema and not at.place:
                text = f"enum {at.schema} {text.removeprefix('enum ')}"
            yield Difference(at.schema, at.place, text), at.where
        before, after = inner(old), inner(new)
        for step in sorted(before.keys() | after.keys()):
            yield from self._either(before.get(step), after.get(step), at.step(step), seen)


def _has_refs(tree: Any) -> bool:
    if isinstance(tree, list):
        return any(_has_refs(each) for each in tree)
    return isinstance(tree, dict) and ("ref" in tree or any(map(_has_refs, tree.values())))


def _behind(schema: Schema, schemas: Mapping[str, Schema]) -> Schema:
    while "ref" in schema:
        aside = {key: value for key, value in schema.items() if key != "ref"}
        schema = {**schemas[schema["ref"]], **aside}
    return schema


def inner(schema: Schema) -> dict[str, Schema]:
    """Return the inner schemas of a schema by the step that leads to them, as ``.name``."""
    schemas = {f".{name}": each for name, each in schema.get("properties", {}).items()}
    schemas |= {f"@{level}": each for level, each in schema.get("by_api", {}).items()}
    for position, each in enumerate(schema.get("one_of", ())):
        schemas[f"<{each.get('ref', position)}>"] = each
    if "items" in schema:
        schemas["[]"] = schema["items"]
    if "additional" in schema:
        schemas["{}"] = schema["additional"]
    return schemas


def _key_changes(old: Schema, new: Schema) -> Iterator[str]:
    for key in _KEYS:
        if old.get(key) != new.get(key) or (key in old) != (key in new):
            yield f"{key} {describe(old.get(key), new.get(key))}"


def _limit_changes(old: Schema, new: Schema) -> Iterator[str]:
    """Yield changed limits: for each level where levels differ, else once."""
    before, after = old.get("limits_api", {}), new.get("limits_api", {})
    for key in LIMITS:
        levels = [
            x for x in {**before, **after} if key in {**before.get(x, {}), **after.get(x, {})}
        ]
        if not levels:
            if old.get(key) != new.get(key):
                yield f"{key} {describe(old.get(key), new.get(key))}"
            continue
        for level in levels:
            old_limit = before[level].get(key) if level in before else old.get(key)
            new_limit = after[level].get(key) if level in after else new.get(key)
            if old_limit != new_limit:
                yield f"{key} {describe(old_limit, new_limit)} at {level}"


def _enum_changes(old: Schema, new: Schema) -> Iterator[str]:
    before, after = old.get("enum"), new.get("enum")
    if before != after:
        changed = (
            describe(before, after) if before and after else f"{_shown(before)} -> {_shown(after)}"
        )
        yield f"enum {changed}"
    levels, now = old.get("enum_api", {}), new.get("enum_api", {})
    for value in map(str, before or ()):
        if value in map(str, after or ()) and levels.get(value) != now.get(value):
            yield f"enum {value} {describe(levels.get(value), now.get(value))}"


def describe(old: Any, new: Any) -> str:
    """Return a description of a change: items added and removed, or old and new value."""
    if isinstance(old, list | None) and isinstance(new, list | None) and (old or new):
        gained = [f"+{each}" for each in new or () if each not in (old or ())]
        lost = [f"-{each}" for each in old or () if each not in (new or ())]
        return " ".join([*gained, *lost]) or "in another order"
    return f"{_shown(old)} -> {_shown(new)}"


def _shown(value: Any) -> str:
    if value is None:
        return "none"
    return value if isinstance(value, str) else json.dumps(value, sort_keys=True)


def _outline(schema: Schema) -> str:
    """Return a short description of a new field."""
    kind = schema.get("ref") or schema.get("type") or "differs by level"
    required = schema.get("required")
    return f"{kind}, required at {', '.join(required)}" if required else str(kind)
