"""Requests that the demo can grant, for any operation: ids found by listing, bodies from facts.

Nothing of the sandbox's own making of values is used here: that is what is tested.
"""

import re
from collections.abc import Mapping
from functools import cache, cached_property
from typing import Any

from demo_sandbox import Seeded
from sample_values import ADDED_BY, BODIES, CHOSEN, ELSEWHERE, FIRST, IDS, LISTS, VALUES, WORDS

from qovery_cli import catalog
from qovery_cli.catalog import Operation
from qovery_cli.catalog.schema import at_level

_PARAMETER = re.compile(r"\{(\w+)\}")
_KEYED = re.compile(r"/(\w+)/\{\w+\}/(environmentVariable|secret)$")
_ID_FIELDS = ("id", "deployment_request_id", "connection_name")
_PLANTED = {"organization", "project", "environment", "application", "container", "database"}
_NOT_FIRST = {
    *("aliased_variable", "overridden_variable", "aliased_secret", "overridden_secret"),
}


class Asking:
    """Requests to one sandbox with the demo in it, for one operation."""

    def __init__(self, sandbox: Seeded, operation: Operation) -> None:
        self.operation = operation
        self.sandbox = sandbox
        self._level = sandbox.level
        self._at = _at_paths(sandbox.level)
        self._chosen = {**CHOSEN, **ELSEWHERE.get(operation.key, {})}

    @cached_property
    def path(self) -> str:
        """The path of the operation with ids of the demo in it, where all is as it wants it."""
        path = self._filled(self.operation.path)
        if self.operation.key in FIRST:
            ids = dict(zip(self.operation.path_names, _ids_in(path), strict=True))
            self.sandbox.ask("POST", FIRST[self.operation.key].format(**ids))
            self.sandbox.clock.advance(3600)
        return path

    @property
    def query(self) -> dict[str, str]:
        """What the operation's query must have."""
        return {
            one.name: str(self._value(one.schema, one.name, False))
            for one in self.operation.parameters
            if one.where == "query" and self._level in one.required
        }

    def body(self, *, whole: bool) -> Any:
        """Return a body with every field that may be given, or with those that must be."""
        return self._body(self.operation, whole)

    def knows(self, field: str) -> bool:
        """Tell whether a field of a body or a query names something that the level has."""
        listed = LISTS.get(IDS.get(field, ""), IDS.get(field, ""))
        return bool({("GET", listed), ("POST", listed)} & self._at.keys())

    def id_for(self, field: str) -> str:
        """Return the id of what a field of a body or a query names."""
        return self._one(IDS[field], self._filled(IDS[field]))

    def _body(self, operation: Operation, whole: bool) -> Any:
        if operation.body is None or at_level(operation.body, self._level) is None:
            return None
        body = self._value(operation.body, "", whole)
        more = dict(BODIES.get(operation.key, {}))
        if operation.path.endswith("/alias"):
            more["key"] = "ANOTHER_NAME"
        declared = (at_level(operation.body, self._level) or {}).get("properties", {})
        known = {name: value for name, value in more.items() if name in declared}
        return {**body, **known} if known else body

    def _filled(self, template: str) -> str:
        made = template
        for word in _PARAMETER.finditer(template):
            before = template[: word.start() - 1]
            found = WORDS.get(word[1]) or self._one(before, made.partition("/{")[0])
            made = made.replace(word[0], found, 1)
        return made

    def _one(self, before: str, where: str) -> str:
        """Return an id of what stands behind the beginning of a path."""
        listed = LISTS.get(before, before)
        if listed is not before:
            where = self._filled(listed)
        items = self._items(where) if ("GET", listed) in self._at else []
        if not items and listed in ADDED_BY:
            self.sandbox.ask("POST", self._filled(ADDED_BY[listed]))
            items = self._items(where)
        items = self._fitting(listed, items) or [self._made(listed, where)]
        wanted = self._chosen.get(before.rpartition("/")[2])
        one = next((item for item in items if item.get("name") == wanted), items[0])
        one = {**one.get("identifier", {}), **one}
        return str(next(one[name] for name in _ID_FIELDS if name in one))

    def _items(self, where: str) -> list[dict[str, Any]]:
        """Return the items of a list; those that the demo has are asked for once for all."""
        if where.rpartition("/")[2] not in _PLANTED:
            return self.sandbox.results(where)
        known = self.sandbox.known
        if where not in known:
            known[where] = self.sandbox.results(where)
        return known[where]

    def _fitting(self, before: str, items: list[dict[str, Any]]) -> list[dict[str, Any]]:
        """Return what an operation can be done to: variables have scopes."""
        keyed = _KEYED.search(before)
        if keyed is None:
            return items
        scope = keyed[1].upper()
        own = [item for item in items if item["scope"] == scope and not _NOT_FIRST & item.keys()]
        if not self.operation.path.endswith("/override"):
            return own
        taken = {item["key"] for item in items if item["scope"] == scope}
        wider = [item for item in items if item["scope"] in {"PROJECT", "ENVIRONMENT"} - {scope}]
        return [item for item in wider if item["key"] not in taken]

    def _made(self, template: str, where: str) -> dict[str, Any]:
        body = self._body(self._at["POST", template], False)
        answer = self.sandbox.ask("POST", where, body)
        assert answer.is_success, f"POST {where}: {answer.text}"
        made: dict[str, Any] = answer.json()
        return made

    def _value(self, schema: Mapping[str, Any], field: str, whole: bool) -> Any:
        seen = at_level(schema, self._level) or {}
        name = field.rpartition(".")[2]
        for known in (field, name):
            if known in IDS:
                found = self.id_for(known)
                return [found] if seen["type"] == "array" else found
            if known in VALUES and _is(VALUES[known], seen):
                return VALUES[known]
        if "one_of" in seen:
            chosen = self._value(seen["one_of"][0], field, whole)
            return {**self._object(seen, name, whole), **chosen} if "properties" in seen else chosen
        if seen["type"] == "object":
            return self._object(seen, name, whole)
        if seen["type"] == "array":
            return [self._value(seen["items"], field, whole)]
        return seen["enum"][0] if "enum" in seen else _scalar(seen, name)

    def _object(self, seen: Mapping[str, Any], name: str, whole: bool) -> dict[str, Any]:
        return {
            one: self._value(inner, f"{name}.{one}", whole)
            for one, inner in seen.get("properties", {}).items()
            if one in seen["required"] or (whole and not inner.get("readOnly"))
        }


@cache
def _at_paths(level: str) -> dict[tuple[str, str], Operation]:
    served = (one for one in catalog.operations().values() if level in one.api)
    return {(one.method, one.path): one for one in served}


def _ids_in(path: str) -> list[str]:
    return [segment for segment in path.split("/") if segment.count("-") == 4]


def _is(value: Any, seen: Mapping[str, Any]) -> bool:
    kinds = {"string": str, "integer": int}
    allowed = seen.get("enum", (value,))
    return isinstance(value, kinds.get(seen["type"], ())) and value in allowed


def _scalar(seen: Mapping[str, Any], name: str) -> Any:
    if seen["type"] == "boolean":
        return seen.get("default", True)
    if seen["type"] in ("integer", "number"):
        return seen.get("default") or max(seen.get("minimum", 1), 1)
    formats = {
        "uuid": "11111111-1111-4111-8111-111111111111",
        "date-time": "2026-03-01T08:00:00.000Z",
        "uri": "https://www.acme.test",
        "email": "made@acme.test",
        "duration": "PT5M",
    }
    return formats.get(seen.get("format", "")) or seen.get("default") or f"{name}-1"
