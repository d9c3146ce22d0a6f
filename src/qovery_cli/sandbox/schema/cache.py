"""What a schema of the catalog says at one API level; looked up once per schema and kept.

The catalog unites both levels. Checking, fitting and generating ask for the same few hundred
schemas again and again, so the resolved views are kept by the identity of the schema, which the
catalog never replaces.
"""

from collections.abc import Mapping
from typing import Any

from qovery_cli.catalog.schema import at_level

Schema = Mapping[str, Any]

_kept: dict[tuple[int, str], tuple[Schema, Schema | None]] = {}


def view(schema: Schema, level: str) -> Schema | None:
    """Return a schema as one level has it, one step deep; None if the level does not have it.

    ``required`` is a list of names, ``nullable`` a boolean, ``properties`` only those of the
    level (still raw).
    """
    key = (id(schema), level)
    cached = _kept.get(key)
    if cached is None:
        cached = _kept[key] = (schema, at_level(schema, level))
    return cached[1]


def variants(resolved: Schema, level: str) -> list[Schema]:
    """Return the variants of a one-of that a level has, as the catalog writes them."""
    return [variant for variant in resolved.get("one_of", ()) if view(variant, level) is not None]


def of_json_type(value: Any, kind: str) -> bool:
    """Tell whether a JSON value is of a schema's type; a boolean is no number."""
    if kind == "boolean":
        return isinstance(value, bool)
    if kind == "integer":
        integral = isinstance(value, int) or (isinstance(value, float) and value.is_integer())
        return integral and not isinstance(value, bool)
    if kind == "number":
        return isinstance(value, int | float) and not isinstance(value, bool)
    types: dict[str, type] = {"string": str, "object": dict, "array": list}
    return isinstance(value, types[kind]) if kind in types else True
