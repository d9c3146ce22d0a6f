"""Schemas of the catalog resolved for one API level, cached.

The catalog combines both levels. Validation, shaping and generation resolve the same few hundred
schemas repeatedly, so the results are cached by the identity of the schema, which the catalog
never replaces.
"""

from collections.abc import Mapping
from typing import Any

from qovery_cli.catalog.schema import at_level

Schema = Mapping[str, Any]

_cache: dict[tuple[int, str], tuple[Schema, Schema | None]] = {}


def view(schema: Schema, level: str) -> Schema | None:
    """Return a schema resolved for a level, one step deep; None if the level does not have it.

    ``required`` is a list of names, ``nullable`` a boolean, ``properties`` only those of the
    level (still raw).
    """
    key = (id(schema), level)
    cached = _cache.get(key)
    if cached is None:
        cached = _cache[key] = (schema, at_level(schema, level))
    return cached[1]


def variants(resolved: Schema, level: str) -> list[Schema]:
    """Return the unresolved variants of a one-of at a level."""
    return [variant for variant in resolved.get("one_of", ()) if view(variant, level) is not None]


def is_json_type(value: Any, kind: str) -> bool:
    """Return whether a JSON value has a schema's type; a boolean is not a number."""
    if kind == "boolean":
        return isinstance(value, bool)
    if kind == "integer":
        integral = isinstance(value, int) or (isinstance(value, float) and value.is_integer())
        return integral and not isinstance(value, bool)
    if kind == "number":
        return isinstance(value, int | float) and not isinstance(value, bool)
    types: dict[str, type] = {"string": str, "object": dict, "array": list}
    return isinstance(value, types[kind]) if kind in types else True
