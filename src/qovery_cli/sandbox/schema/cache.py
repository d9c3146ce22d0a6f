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
