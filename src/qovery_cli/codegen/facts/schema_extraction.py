"""Extract the facts of one schema of one document: types, names, values, limits, but no prose.

Facts have the form of the schemas in the catalog, for a single level: ``nullable`` and a
property's ``required`` are booleans, ``undeclared`` is a list. ``allOf`` is flattened; a ``$ref``
to a component is kept as ``{"ref": name}``.
"""

from collections.abc import Iterable, Mapping
from typing import Any

Facts = dict[str, Any]

#: Constraints of a value; two levels may differ in each of them.
LIMITS = (
    "format",
    "minimum",
    "maximum",
    "exclusiveMinimum",
    "exclusiveMaximum",
    "multipleOf",
    "minLength",
    "maxLength",
    "pattern",
    "minItems",
    "maxItems",
    "uniqueItems",
)
FLAGS = ("nullable", "readOnly", "writeOnly", "deprecated")
#: Keys that a schema with a single ``allOf`` part may have besides and still be that part.
_ASIDE = frozenset({*FLAGS, "default", "description", "title", "example", "type", "x-stoplight"})


class SchemaReader:
    """Extracts facts from the raw schemas of one document."""

    def __init__(self, components: Mapping[str, Any]) -> None:
        self._raw = components
        self._read: dict[str, Facts] = {}

    def __contains__(self, name: str) -> bool:
        return name in self._raw

    @property
    def names(self) -> Iterable[str]:
        """Return the names of all components."""
        return self._raw.keys()

    def component(self, name: str) -> Facts:
        """Return the facts of a named schema; raise KeyError if the document has none."""
        if name not in self._read:
            self._read[name] = self.facts(self._raw[name])
        return self._read[name]

    def resolved(self, facts: Facts) -> Facts:
        """Return the facts of the target of a ref, overridden by those next to the ref."""
        while "ref" in facts:
            aside = {key: value for key, value in facts.items() if key != "ref"}
            facts = {**self.component(facts["ref"]), **aside}
        return facts

    def facts(self, raw: Mapping[str, Any]) -> Facts:
        """Return the facts of a raw schema."""
        if "$ref" in raw:
            return {"ref": self._known(raw["$ref"]), **_aside(raw)}
        if raw.get("allOf"):
            return self._all_of(raw)
        facts: Facts = {"type": self._type(raw), **_aside(raw)}
        facts.update({limit: raw[limit] for limit in LIMITS if limit in raw})
        if "enum" in raw:
            facts["enum"] = [value for value in raw["enum"] if value is not None]
        if "items" in raw:
            facts["items"] = self.facts(raw["items"] or {})
        additional = raw.get("additionalProperties", False)
        if additional is not False:
            facts["additional"] = self.facts({} if additional is True else additional)
        self._add_one_of(facts, raw)
        self._add_properties(
            facts,
            {
                name: self.facts(value or {})
                for name, value in (raw.get("properties") or {}).items()
            },
            raw.get("required") or (),
        )
        return facts

    def _all_of(self, raw: Mapping[str, Any]) -> Facts:
        parts = [part for part in raw["allOf"] if not set(part) <= _ASIDE]
        flags = [part for part in raw["allOf"] if set(part) <= _ASIDE]
        aside: Facts = {}
        for each in (*flags, raw):
            aside |= _aside(each)
        own = {key: value for key, value in raw.items() if key != "allOf"}
        if len(parts) == 1 and set(own) <= _ASIDE:
            return {**self.facts(parts[0]), **aside}
        facts: Facts = {"type": "object"}
        for part in (*parts, own):
            self._add(facts, self.resolved(self.facts(part)))
        return {**facts, **aside}

    def _add(self, facts: Facts, part: Facts) -> None:
        """Add a part of an ``allOf``; a later part overrides properties of earlier ones."""
        properties = {**facts.get("properties", {})}
        required = [*facts.get("undeclared", ()), *part.get("undeclared", ())]
        for name, value in part.get("properties", {}).items():
            if properties.get(name, {}).get("required") and not value.get("required"):
                value = {**value, "required": True}
            properties[name] = value
        for key, value in part.items():
            if key not in ("type", "properties", "undeclared", *FLAGS):
                facts[key] = value
        facts.pop("undeclared", None)
        self._add_properties(facts, properties, required)

    def _add_one_of(self, facts: Facts, raw: Mapping[str, Any]) -> None:
        parts = raw.get("oneOf") or raw.get("anyOf")
        if parts:
            facts["one_of"] = [self.facts(part) for part in parts]
        if parts and "discriminator" in raw:
            mapping = raw["discriminator"].get("mapping") or {}
            facts["discriminator"] = {
                "property": raw["discriminator"]["propertyName"],
                "mapping": {value: self._known(ref) for value, ref in mapping.items()},
            }

    def _add_properties(
        self, facts: Facts, properties: Mapping[str, Facts], required: Iterable[str]
    ) -> None:
        """Mark required properties, and keep the required names that are not declared apart."""
        declared = dict(properties)
        parts = [self.resolved(part).get("properties", {}) for part in facts.get("one_of", ())]
        undeclared = []
        for name in dict.fromkeys(required):
            if name in declared:
                declared[name] = {**declared[name], "required": True}
            elif not parts or not all(name in part for part in parts):
                undeclared.append(name)
        if declared:
            facts["properties"] = declared
        if undeclared:
            facts["undeclared"] = undeclared

    def _known(self, ref: str) -> str:
        """Return the name of the component in a ref; raise KeyError if it is missing."""
        name = ref.rsplit("/", 1)[-1]
        if name not in self._raw:
            raise KeyError(name)
        return name

    def _type(self, raw: Mapping[str, Any]) -> str:
        if "type" in raw:
            return str(raw["type"])
        if "properties" in raw or "additionalProperties" in raw or "required" in raw:
            return "object"
        if "items" in raw:
            return "array"
        if raw.get("enum"):
            return _type_of(raw["enum"][0])
        kinds = {
            self.resolved(self.facts(part))["type"]
            for part in raw.get("oneOf") or raw.get("anyOf") or ()
        }
        return kinds.pop() if len(kinds) == 1 else "any"


def _aside(raw: Mapping[str, Any]) -> Facts:
    """Return the facts about the use of a schema rather than about the form of its values."""
    facts: Facts = {flag: True for flag in FLAGS if raw.get(flag)}
    if None in (raw.get("enum") or ()):
        facts["nullable"] = True
    if "default" in raw:
        facts["default"] = raw["default"]
    return facts


def _type_of(value: Any) -> str:
    if isinstance(value, bool):
        return "boolean"
    if isinstance(value, int):
        return "integer"
    return "number" if isinstance(value, float) else "string"
