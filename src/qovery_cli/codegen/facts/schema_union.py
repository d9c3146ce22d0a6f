"""The union of what several API levels say about one schema.

Nothing is lost: what only some levels say carries the list of those levels. Where two levels
cannot share one shape (an array here, an object there), ``by_api`` holds a schema for each.
"""

from collections.abc import Callable, Mapping
from typing import Any

from qovery_cli.codegen.facts.schema_extraction import LIMITS, Facts, Reader

Schema = dict[str, Any]
Forms = dict[str, Facts]

#: Limits of which the looser of two values is the smaller, and those of which it is the larger.
_LOOSER_SMALL = frozenset({"minimum", "exclusiveMinimum", "minLength", "minItems"})
_LOOSER_LARGE = frozenset({"maximum", "exclusiveMaximum", "maxLength", "maxItems"})


class Union:
    """Unites the facts of several levels.

    ``refer`` receives the component's name at each level that has it and returns the name of the
    united schema; it may take note of what was asked for.
    """

    def __init__(
        self, readers: Mapping[str, Reader], refer: Callable[[Mapping[str, str]], str]
    ) -> None:
        self._readers = readers
        self._refer = refer

    def schema(self, forms: Forms) -> Schema:
        """Return the united schema of a place, from the facts of the levels that have it."""
        if all("ref" in facts for facts in forms.values()):
            name = self._refer({level: facts["ref"] for level, facts in forms.items()})
            return {"ref": name, **_aside(forms)}
        resolved = {level: self._readers[level].resolved(facts) for level, facts in forms.items()}
        if _compatible(resolved):
            return self._united(resolved)
        return {"by_api": {level: self.schema({level: forms[level]}) for level in forms}}

    def place(self, forms: Forms, levels: list[str]) -> Schema:
        """Return the schema of a property or body, marked with what only some levels say."""
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
                name: self.place(_having(forms, name), list(forms)) for name in names
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
        united["one_of"] = [self.place(part, list(forms)) for part in alternatives.values()]
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
    """Return what an alternative of one level is recognised by in another."""
    return part.get("ref") or " ".join((part["type"], *sorted(part.get("properties", ()))))


def _type(forms: Forms) -> str:
    """Return the wider type: number where one level says integer, any where kinds differ."""
    kinds = {facts["type"] for facts in forms.values()}
    if len(kinds) == 1:
        return str(kinds.pop())
    return "number" if kinds == {"integer", "number"} else "any"


def _aside(forms: Forms) -> Schema:
    """Return what a place says besides its shape: null, defaults, who may write it."""
    said: Schema = {}
    nullable = [level for level, facts in forms.items() if facts.get("nullable")]
    if nullable:
        said["nullable"] = nullable
    for flag in ("readOnly", "writeOnly"):
        if all(facts.get(flag) for facts in forms.values()):
            said[flag] = True
    if forms[list(forms)[-1]].get("deprecated"):
        said["deprecated"] = True
    defaults = {level: facts["default"] for level, facts in forms.items() if "default" in facts}
    if not defaults:
        return said
    first = next(iter(defaults.values()))
    if len(defaults) == len(forms) and all(_same(first, each) for each in defaults.values()):
        return {**said, "default": first}
    return {**said, "default_api": defaults}


def _same(one: Any, other: Any) -> bool:
    return bool(one == other) and type(one) is type(other)


def _add_enum(united: Schema, forms: Forms) -> None:
    """Add the values of all levels, the oldest level's first; none if one level takes any."""
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
    """Add the looser limits of all levels and, where levels differ, what each one says."""
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
