"""Recognize the responses that are lists, and derive the columns of their tables."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from qovery_cli import catalog
from qovery_cli.catalog import Operation
from qovery_cli.codegen.table.body_fields import alternatives

#: Fields of a response that contain the list.
_ENVELOPE = ("results", "deployment_restrictions", "events")
#: Columns that come first, in this order; other fields follow as the document has them.
_FIRST = ("name", "key", "type", "status", "mode", "description", "created_at")
_COLUMNS = 5

Schema = Mapping[str, Any]


def list_items(operation: Operation, levels: Sequence[str]) -> Iterator[Schema]:
    """Yield the schemas of the items of the list that an operation returns, if it returns one."""
    if operation.response is None:
        return
    for target, _ in alternatives(operation.response, tuple(levels)):
        if target.get("type") == "array":
            yield target["items"]
        for name in _ENVELOPE:
            field = target.get("properties", {}).get(name)
            if field is not None:
                yield from _object_items(catalog.resolve(field))


def _object_items(target: Schema) -> Iterator[Schema]:
    """Yield the items of an array, unless they are strings."""
    if "by_api" in target:
        for each in target["by_api"].values():
            yield from _object_items(catalog.resolve(each))
    elif target.get("type") == "array" and catalog.resolve(target["items"]).get("type") != "string":
        yield target["items"]


def default_columns(operation: Operation) -> tuple[str, ...]:
    """Return the columns for a list that nobody has chosen columns for: plain values, ID last."""
    names: dict[str, None] = {}
    for item in list_items(operation, operation.api):
        for target, _ in alternatives(item, operation.api):
            names |= {
                name: None
                for name, field in target.get("properties", {}).items()
                if catalog.resolve(field).get("type") in {"string", "integer", "number", "boolean"}
            }
    order = [name for name in _FIRST if name in names]
    order += [name for name in names if name not in order and not name.endswith("id")]
    return (*order[: _COLUMNS - 1], *(["id"] if "id" in names else order[_COLUMNS - 1 : _COLUMNS]))
