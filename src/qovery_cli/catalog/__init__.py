"""The API catalog: operations, parameters and schemas as data, for all API levels at once.

``operation``, ``group``, ``operations`` and ``groups`` return operations; ``named_schema`` and
``resolve`` return schemas. ``LEVELS`` are the API levels, oldest first. Files are read on demand.
Returned values are shared: do not modify them.

A schema is a dictionary of facts:

- ``{"ref": name}``, or ``type``: string, integer, number, boolean, object, array, any
- ``enum``, and ``enum_api`` with the levels of those values that not all levels have
- ``default``, or ``default_api`` by level where levels differ
- ``format``, ``minimum``, ``maximum``, ``minLength``, ``maxLength``, ``pattern``, ``minItems``,
  ``uniqueItems``: the loosest of all levels; ``limits_api`` holds those of each level
- ``nullable``: the levels at which null is allowed; ``readOnly``, ``writeOnly``, ``deprecated``
- ``items``; ``properties``, each with ``required`` (levels) and, if not all levels have it,
  ``api`` (levels); ``additional`` for further names; ``undeclared``: names that are required at
  some levels and declared nowhere
- ``one_of`` with an optional ``discriminator`` (``property``, ``mapping`` of value to name)
- ``by_api``: a schema for each level, if levels cannot share one schema
"""

from typing import Any

from qovery_cli.catalog.loader import (
    group,
    groups,
    levels,
    named_schema,
    operation,
    operations,
    resolve,
    schemas,
)
from qovery_cli.catalog.model import Operation, Parameter

LEVELS: tuple[str, ...]

__all__ = [
    "LEVELS",
    "Operation",
    "Parameter",
    "group",
    "groups",
    "named_schema",
    "operation",
    "operations",
    "resolve",
    "schemas",
]


def __getattr__(name: str) -> Any:
    if name == "LEVELS":
        return levels()
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
