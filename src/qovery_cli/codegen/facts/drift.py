"""Describe the differences between two versions of the facts, one line each.

``+ POST /x (createX)`` is a new operation, ``-`` a removed one, ``~ PUT /x: body.cpu minimum
1 -> 2`` a changed one. A change in a named schema has one line, with the first operation that it
reaches and the number of the others.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from qovery_cli.codegen.facts.file_layout import Files, merged
from qovery_cli.codegen.facts.schema_diff import Difference, Schemas, describe

Operations = Mapping[tuple[str, str], Mapping[str, Any]]

#: Keys of an operation that are compared as a whole: not its schemas.
_KEYS = (
    "key",
    "path",
    "group",
    "section",
    "api",
    "body_required",
    "body_type",
    "response_type",
    "statuses",
    "deprecated",
    "auth",
)


def drift(old: Files, new: Files) -> list[str]:
    """Return a line for each change between two sets of data files."""
    before, after = _operations(old), _operations(new)
    lines = [
        *(f"- {_label(before[each])} ({before[each]['key']})" for each in _only(before, after)),
        *(f"+ {_label(after[each])} ({after[each]['key']})" for each in _only(after, before)),
        *_changes(before, after, Schemas(merged(old, "schemas"), merged(new, "schemas"))),
    ]
    if lines or old == new:
        return lines
    names = sorted(name for name in old.keys() | new.keys() if old.get(name) != new.get(name))
    return [f"~ {name}.json: the same facts in another form" for name in names]


def _operations(files: Files) -> Operations:
    return {
        (re.sub(r"\{[^}]*\}", "{}", operation["path"]), operation["method"]): {
            **operation,
            "key": key,
        }
        for key, operation in merged(files, "operations").items()
    }


def _only(here: Operations, there: Operations) -> list[tuple[str, str]]:
    return sorted(here.keys() - there.keys())


def _label(operation: Mapping[str, Any]) -> str:
    return f"{operation['method']} {operation['path']}"


def _changes(before: Operations, after: Operations, schemas: Schemas) -> Iterator[str]:
    """Yield the lines of changed operations; a change in a shared schema is one line."""
    first: dict[Difference, str] = {}
    more: dict[Difference, int] = {}
    for each in sorted(before.keys() & after.keys()):
        reached = set()
        for difference, where in _compared(before[each], after[each], schemas):
            if not difference.schema:
                yield f"~ {_label(after[each])}: {where} {difference.text}"
            elif difference not in reached:
                reached.add(difference)
                first.setdefault(difference, f"~ {_label(after[each])}: {where} {difference.text}")
                more[difference] = more.get(difference, -1) + 1
    for difference, line in first.items():
        others = more[difference]
        also = f" (and {others} more operation{'s' if others > 1 else ''})" if others else ""
        yield line + also


def _compared(
    old: Mapping[str, Any], new: Mapping[str, Any], schemas: Schemas
) -> Iterator[tuple[Difference, str]]:
    """Yield each difference of an operation with its position."""
    for key in _KEYS:
        if old.get(key) != new.get(key):
            yield Difference("", "", describe(old.get(key), new.get(key))), key
    yield from _parameters(old, new, schemas)
    yield from schemas.compared(old.get("body"), new.get("body"), "body")
    lowest = min((*old["responses"], *new["responses"]), default="")
    for status in sorted({*old["responses"], *new["responses"]}):
        where = "response" if status == lowest else f"response {status}"
        yield from schemas.compared(
            old["responses"].get(status), new["responses"].get(status), where
        )


def _parameters(
    old: Mapping[str, Any], new: Mapping[str, Any], schemas: Schemas
) -> Iterator[tuple[Difference, str]]:
    before = {(each["in"], each["name"]): each for each in old["parameters"]}
    after = {(each["in"], each["name"]): each for each in new["parameters"]}
    for key in sorted(before.keys() | after.keys()):
        yield from schemas.compared(
            _placed(before.get(key)), _placed(after.get(key)), ".".join(key)
        )


def _placed(parameter: Mapping[str, Any] | None) -> dict[str, Any] | None:
    """Return a parameter in the form of a property, for comparison."""
    if parameter is None:
        return None
    return {**parameter["schema"], "api": parameter["api"], "required": parameter["required"]}
