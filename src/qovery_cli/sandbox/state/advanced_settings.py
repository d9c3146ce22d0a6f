"""Advanced settings of clusters and services: a flat table with dots in its keys.

The defaults are those of the 1.0.3 document; a newer setting without one is off, zero or empty.
Keys omitted from a request are reset to their defaults.
"""

from collections.abc import Mapping
from typing import Any

from qovery_cli import catalog
from qovery_cli.sandbox.handler import Call
from qovery_cli.sandbox.schema.cache import Schema, view
from qovery_cli.sandbox.service_kinds import kind_in
from qovery_cli.sandbox.state.store import Document, Store

KIND = "advancedSettings"


def settings_of(store: Store, target: str, schema: Schema, level: str) -> Document:
    """Return all advanced settings of a cluster or service at a level."""
    stored = store.get(KIND, target) or {}
    return {**defaults(schema, level), **stored.get("set", {})}


def set_settings(call: Call, target: str, schema: Schema, values: Mapping[str, Any]) -> Document:
    """Replace and return the advanced settings of a cluster or service."""
    doc = {"set": {name: value for name, value in values.items() if value is not None}}
    if call.store.get(KIND, target) is None:
        call.store.add(KIND, {**doc, "id": target}, target)
    else:
        call.store.put(KIND, target, doc)
    return settings_of(call.store, target, schema, call.level)


def defaults(schema: Schema, level: str) -> Document:
    """Return the defaults of a table of advanced settings at a level."""
    values: Document = {}
    for name, declared in ((view(schema, level) or {}).get("properties") or {}).items():
        resolved = view(declared, level) or {}
        values[name] = _default(declared, resolved)
    return values


def _default(declared: Schema, resolved: Schema) -> Any:
    if "default" in resolved:
        return resolved["default"]
    for level in catalog.LEVELS:
        older = view(declared, level) or {}
        if "default" in older:
            return older["default"]
    if resolved.get("nullable"):
        return None
    if resolved.get("enum"):
        return resolved["enum"][0]
    nothing: dict[str, Any] = {"integer": 0, "number": 0, "boolean": False, "string": ""}
    return resolved.get(
        "minimum", nothing.get(resolved.get("type", ""), [] if _lists(resolved) else {})
    )


def _lists(resolved: Schema) -> bool:
    return bool(resolved.get("type") == "array")


def table(call: Call) -> Schema:
    """Return the schema of the settings table of a call's operation.

    At 1.0.3 the settings of a container are a list with one table; those of other services have
    the schema of the operation for their defaults.
    """
    schema = call.operation.response
    kind = kind_in(call.operation.path)
    if kind is not None and not is_listed(call):
        schema = catalog.operation(_defaults_operation(kind)).response
    if schema is None:
        raise ValueError(f"{call.operation.key} answers with no settings.")
    resolved = view(schema, call.level) or {}
    items: Schema = resolved.get("items", schema)
    return items


def _defaults_operation(kind: str) -> str:
    return f"getDefault{kind[0].upper()}{kind[1:]}AdvancedSettings"


def is_listed(call: Call) -> bool:
    """Return whether the response is a list with one table."""
    return (view(call.operation.response or {}, call.level) or {}).get("type") == "array"
