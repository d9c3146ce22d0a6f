"""How two baked schemas differ: every place where they do, and what changed there."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from qovery_cli.codegen.facts.schema_extraction import LIMITS
from qovery_cli.record import record

Schema = Mapping[str, Any]

#: What a schema says about itself, its limits, values and inner schemas apart.
_OWN = (
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
    """One change: the named schema that it is in ("" for none), the place in it, what changed."""

    schema: str
    place: str
    text: str


@record
class _At:
    """Where a comparison is: seen from the operation, and seen from the named schema."""

    where: str
    schema: str
    place: str

    def step(self, step: str) -> "_At":
        return _At(self.where + step, self.schema, self.place + step)


class Schemas:
    """Compares schemas of an old and a new bake, through their refs."""

    def __init__(self, old: Mapping[str, Schema], new: Mapping[str, Schema]) -> None:
        self._old = old
        self._new = new

    def compared(
        self, old: Schema | None, new: Schema | None, where: str
    ) -> Iterator[tuple[Difference, str]]:
        """Yield each difference with the place where it is met, starting from ``where``."""
        yield from self._either(old, new, _At(where, "", ""), frozenset())

    def _either(
        self, old: Schema | None, new: Schema | None, at: _At, seen: frozenset[tuple[str, str]]
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
        self, old: Schema, new: Schema, at: _At, seen: frozenset[tuple[str, str]]
    ) -> Iterator[tuple[Difference, str]]:
        for text in _own_changes(old, new):
            yield Difference(at.schema, at.place, text), at.where
        names = (old["ref"], new["ref"])
        if names[0] != names[1]:
            yield Difference(at.schema, at.place, f"schema {names[0]} -> {names[1]}"), at.where
        if names not in seen:
            inside = _At(at.where, names[1], "")
            yield from self._either(
                self._old.get(names[0]), self._new.get(names[1]), inside, seen | {names}
            )

    def _both(
        self, old: Schema, new: Schema, at: _At, seen: frozenset[tuple[str, str]]
    ) -> Iterator[tuple[Difference, str]]:
        changes = [*_own_changes(old, new), *_limit_changes(old, new), *_enum_changes(old, new)]
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
    """Return the schemas inside one, by the step that leads there."""
    found = {f".{name}": each for name, each in schema.get("properties", {}).items()}
    found |= {f"@{level}": each for level, each in schema.get("by_api", {}).items()}
    for position, each in enumerate(schema.get("one_of", ())):
        found[f"<{each.get('ref', position)}>"] = each
    if "items" in schema:
        found["[]"] = schema["items"]
    if "additional" in schema:
        found["{}"] = schema["additional"]
    return found


def _own_changes(old: Schema, new: Schema) -> Iterator[str]:
    for key in _OWN:
        if old.get(key) != new.get(key) or (key in old) != (key in new):
            yield f"{key} {told(old.get(key), new.get(key))}"


def _limit_changes(old: Schema, new: Schema) -> Iterator[str]:
    """Yield changed limits: of every level where levels differ, else of all at once."""
    before, after = old.get("limits_api", {}), new.get("limits_api", {})
    for key in LIMITS:
        levels = [
            x for x in {**before, **after} if key in {**before.get(x, {}), **after.get(x, {})}
        ]
        if not levels:
            if old.get(key) != new.get(key):
                yield f"{key} {told(old.get(key), new.get(key))}"
            continue
        for level in levels:
            one = before[level].get(key) if level in before else old.get(key)
            other = after[level].get(key) if level in after else new.get(key)
            if one != other:
                yield f"{key} {told(one, other)} at {level}"


def _enum_changes(old: Schema, new: Schema) -> Iterator[str]:
    before, after = old.get("enum"), new.get("enum")
    if before != after:
        changed = (
            told(before, after) if before and after else f"{_shown(before)} -> {_shown(after)}"
        )
        yield f"enum {changed}"
    levels, now = old.get("enum_api", {}), new.get("enum_api", {})
    for value in map(str, before or ()):
        if value in map(str, after or ()) and levels.get(value) != now.get(value):
            yield f"enum {value} {told(levels.get(value), now.get(value))}"


def told(old: Any, new: Any) -> str:
    """Return a change in words: what a list gained and lost, or the old and the new value."""
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
    """Return the little that a new field needs to be known by."""
    kind = schema.get("ref") or schema.get("type") or "differs by level"
    required = schema.get("required")
    return f"{kind}, required at {', '.join(required)}" if required else str(kind)
