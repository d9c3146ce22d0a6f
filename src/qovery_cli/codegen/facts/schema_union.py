"""Unite the facts of several API levels about one schema.

Nothing is lost: a fact of some levels only is kept with the list of those levels. Where two levels
have incompatible types (an array and an object), ``by_api`` has a schema for each.
"""

from collections.abc import Callable, Mapping
from typing import Any

from qovery_cli.codegen.facts.schema_extraction import LIMITS, Facts, SchemaReader

Schema = dict[str, Any]
Forms = dict[str, Facts]

#: Limits whose looser value is the smaller one, and those whose looser value is the larger one.
_LOOSER_SMALL = frozenset({"minimum", "exclusiveMinimum", "minLength", "minItems"})
_LOOSER_LARGE = frozenset({"maximum", "exclusiveMaximum", "maxLength", "maxItems"})


class SchemaUnion:
    """Unites the facts of several levels.

    ``refer`` is called with the name of a component at each level that has it, and returns the
    name of the united schema.
    """

    def __init__(
        self, readers: Mapping[str, SchemaReader], refer: Callable[[Mapping[str, str]], str]
    ) -> None:
        self._readers = readers
        self._refer = refer

    def schema(self, forms: Forms) -> Schema:
        """Return the united schema for the facts of the levels that have it."""
        if all("ref" in facts for facts in forms.values()):
            name = self._refer({level: facts["ref"] for level, facts in forms.items()})
            return {"ref": name, **_aside(forms)}
        resolved = {level: self._readers[level].resolved(facts) for level, facts in forms.items()}
        if _compatible(resolved):
            return self._united(resolved)
        return {"by_api": {level: self.schema({level: forms[level]}) for level in forms}}

    def member(self, forms: Forms, levels: list[str]) -> Schema:
        """Return the schema of a property or body, with the levels that have and require it."""
        united = self.schema(forms)
        if list(forms) != levels:
            united["api"] = list(forms)
        required = [level for level, facts in forms.items() if facts.get("required")]
        if required:
            united["required"] = required
        return united

    def _united(self, forms: Forms) -> Schema:
        united: Schema = {"type": _type(forms), **_aside(forms)}
        _add_enum(united, forms)
        _add_limits(united, forms)
        for key in ("items", "additional"):
            inner = {level: facts[key] for level, facts in forms.items() if key in facts}
            if inner:
                united[key] = self.schema(inner)
        self._add_properties(united, forms)
        if "one_of" in next(iter(forms.values())):
            self._add_one_of(united, forms)
        return united

    def _add_properties(self, united: Schema, forms: Forms) -> None:
        names = dict.fromkeys(
            name for facts in forms.values() for name in facts.get("properties", ())
        )
        if names:
            united["properties"] = {
                name: self.member(_having(forms, name), list(forms)) for name in names
            }
        undeclared: dict[str, list[str]] = {}
        for level, facts in forms.items():
            for name in facts.get("undeclared", ()):
                undeclared.setdefault(name, []).append(level)
        if undeclared:
            united["undeclared"] = undeclared

    def _add_one_of(self, united: Schema, forms: Forms) -> None:
        alternatives: dict[str, Forms] = {}
        for level, facts in forms.items():
            for part in facts["one_of"]:
                alternatives.setdefault(_likeness(part), {})[level] = part
        united["one_of"] = [self.member(part, list(forms)) for part in alternatives.values()]
        if "discriminator" not in next(iter(forms.values())):
            return
        mapping: dict[str, dict[str, str]] = {}
        for level, facts in forms.items():
            for value, name in facts["discriminator"]["mapping"].items():
                mapping.setdefault(value, {})[level] = name
        united["discriminator"] = {
            "property": next(iter(forms.values()))["discriminator"]["property"],
            "mapping": {value: self._refer(names) for value, names in mapping.items()},
        }


def _having(forms: Forms, name: str) -> Forms:
    return {
        level: facts["properties"][name]
        for level, facts in forms.items()
        if name in facts.get("properties", ())
    }


def _compatible(forms: Forms) -> bool:
    return len({_shape(facts) for facts in forms.values()}) == 1


def _shape(facts: Facts) -> tuple[str, ...]:
    if "one_of" in facts:
        return ("one_of", facts.get("discriminator", {}).get("property", ""))
    return ("number" if facts["type"] == "integer" else facts["type"],)


def _likeness(part: Facts) -> str:
    """Return a key by which an alternative of one level is recognised in another."""
    return part.get("ref") or " ".join((part["type"], *sorted(part.get("properties", ()))))


def _type(forms: Forms) -> str:
    """Return the wider type: number for integer and number, any for other differences."""
    kinds = {facts["type"] for facts in forms.values()}
    if len(kinds) == 1:
        return str(kinds.pop())
    return "number" if kinds == {"integer", "number"} else "any"


def _aside(forms: Forms) -> Schema:
    """Return the facts about the use of a schema: null, default, access and deprecation."""
    aside: Schema = {}
    nullable = [level for level, facts in forms.items() if facts.get("nullable")]
    if nullable:
        aside["nullable"] = nullable
    for flag in ("readOnly", "writeOnly"):
        if all(facts.get(flag) for facts in forms.values()):
            aside[flag] = True
    if forms[list(forms)[-1]].get("deprecated"):
        aside["deprecated"] = True
    defaults = {level: facts["default"] for level, facts in forms.items() if "default" in facts}
    if not defaults:
        return aside
    first = next(iter(defaults.values()))
    if len(defaults) == len(forms) and all(_same(first, each) for each in defaults.values()):
        return {**aside, "default": first}
    return {**aside, "default_api": defaults}


def _same(left: Any, right: Any) -> bool:
    return bool(left == right) and type(left) is type(right)


def _add_enum(united: Schema, forms: Forms) -> None:
    """Add the values of all levels, the oldest level's first; none if a level allows any."""
    if not all("enum" in facts for facts in forms.values()):
        return
    values = list(dict.fromkeys(value for facts in forms.values() for value in facts["enum"]))
    partial = {
        str(value): [level for level, facts in forms.items() if value in facts["enum"]]
        for value in values
    }
    partial = {value: levels for value, levels in partial.items() if len(levels) < len(forms)}
    united["enum"] = values
    if partial:
        united["enum_api"] = partial


def _add_limits(united: Schema, forms: Forms) -> None:
    """Add the looser limits of all levels and, where levels differ, those of each level."""
    keys = [*LIMITS]
    if "enum" not in united:
        keys.append("enum")
    if united["type"] == "number":
        keys.append("type")
    differing: dict[str, dict[str, Any]] = {level: {} for level in forms}
    for key in keys:
        values = {level: facts[key] for level, facts in forms.items() if key in facts}
        if not values:
            continue
        first = next(iter(values.values()))
        if len(values) == len(forms) and all(_same(first, each) for each in values.values()):
            united[key] = first
            continue
        if len(values) == len(forms) and key in _LOOSER_SMALL | _LOOSER_LARGE:
            united[key] = (min if key in _LOOSER_SMALL else max)(values.values())
        for level, value in values.items():
            differing[level][key] = value
    if any(differing.values()):
        united["limits_api"] = differing
