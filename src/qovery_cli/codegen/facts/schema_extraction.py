"""What one schema of one document says: types, names, values, bounds; never its prose.

Facts look like the baked schemas, for a single level: ``nullable`` and a property's ``required``
are plain booleans, ``undeclared`` is a list. ``allOf`` is flattened; ``$ref`` to a component
stays as ``{"ref": name}``.
"""

from collections.abc import Iterable, Mapping
from typing import Any

Facts = dict[str, Any]

#: What narrows a value; two levels may differ in each of them.
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
#: What a schema with a single ``allOf`` part may say besides without becoming another schema.
_ASIDE = frozenset({*FLAGS, "default", "description", "title", "example", "type", "x-stoplight"})


class Reader:
    """Turns the raw schemas of one document into facts."""

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
        """Return the facts of a named schema; KeyError if the document has none."""
        if name not in self._read:
            self._read[name] = self.facts(self._raw[name])
        return self._read[name]

    def resolved(self, facts: Facts) -> Facts:
        """Return the facts behind a ref, with what the ref says besides."""
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
        found: Facts = {"type": self._type(raw), **_aside(raw)}
        found.update({limit: raw[limit] for limit in LIMITS if limit in raw})
        if "enum" in raw:
            found["enum"] = [value for value in raw["enum"] if value is not None]
        if "items" in raw:
            found["items"] = self.facts(raw["items"] or {})
        additional = raw.get("additionalProperties", False)
        if additional is not False:
            found["additional"] = self.facts({} if additional is True else additional)
        self._add_one_of(found, raw)
        self._add_properties(
            found,
            {
                name: self.facts(value or {})
                for name, value in (raw.get("properties") or {}).items()
            },
            raw.get("required") or (),
        )
        return found

    def _all_of(self, raw: Mapping[str, Any]) -> Facts:
        parts = [part for part in raw["allOf"] if not set(part) <= _ASIDE]
        flags = [part for part in raw["allOf"] if set(part) <= _ASIDE]
        aside: Facts = {}
        for each in (*flags, raw):
            aside |= _aside(each)
        own = {key: value for key, value in raw.items() if key != "allOf"}
        if len(parts) == 1 and set(own) <= _ASIDE:
            return {**self.facts(parts[0]), **aside}
        found: Facts = {"type": "object"}
        for part in (*parts, own):
            self._add(found, self.resolved(self.facts(part)))
        return {**found, **aside}

    def _add(self, found: Facts, part: Facts) -> None:
        """Add a part of an ``allOf``; on the same property the later part wins."""
        properties = {**found.get("properties", {})}
        required = [*found.get("undeclared", ()), *part.get("undeclared", ())]
        for name, value in part.get("properties", {}).items():
            if properties.get(name, {}).get("required") and not value.get("required"):
                value = {**value, "required": True}
            properties[name] = value
        for key, value in part.items():
            if key not in ("type", "properties", "undeclared", *FLAGS):
                found[key] = value
        found.pop("undeclared", None)
        self._add_properties(found, properties, required)

    def _add_one_of(self, found: Facts, raw: Mapping[str, Any]) -> None:
        parts = raw.get("oneOf") or raw.get("anyOf")
        if parts:
            found["one_of"] = [self.facts(part) for part in parts]
        if parts and "discriminator" in raw:
            mapping = raw["discriminator"].get("mapping") or {}
            found["discriminator"] = {
                "property": raw["discriminator"]["propertyName"],
                "mapping": {value: self._known(ref) for value, ref in mapping.items()},
            }

    def _add_properties(
        self, found: Facts, properties: Mapping[str, Facts], required: Iterable[str]
    ) -> None:
        """Mark what is required, and keep apart the required names that nothing declares."""
        declared = dict(properties)
        parts = [self.resolved(part).get("properties", {}) for part in found.get("one_of", ())]
        undeclared = []
        for name in dict.fromkeys(required):
            if name in declared:
                declared[name] = {**declared[name], "required": True}
            elif not parts or not all(name in part for part in parts):
                undeclared.append(name)
        if declared:
            found["properties"] = declared
        if undeclared:
            found["undeclared"] = undeclared

    def _known(self, ref: str) -> str:
        """Return the component's name in a ref; KeyError if the document has no such one."""
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
    """Return what a schema says about a place rather than about the value's shape."""
    found: Facts = {flag: True for flag in FLAGS if raw.get(flag)}
    if None in (raw.get("enum") or ()):
        found["nullable"] = True
    if "default" in raw:
        found["default"] = raw["default"]
    return found


def _type_of(value: Any) -> str:
    if isinstance(value, bool):
        return "boolean"
    if isinstance(value, int):
        return "integer"
    return "number" if isinstance(value, float) else "string"
