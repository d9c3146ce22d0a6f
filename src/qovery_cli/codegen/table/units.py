"""The units of the numbers that a command sends and shows."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from qovery_cli import catalog
from qovery_cli.body.value_formats import VALUE_FORMATS
from qovery_cli.cli.command_table import ParameterSpec
from qovery_cli.codegen.override_schema import CommandOverride
from qovery_cli.codegen.table.body_fields import alternatives
from qovery_cli.codegen.table.overrides import Overrides
from qovery_cli.http.pagination import ENVELOPES

#: Objects in objects, below which no number has a unit.
_DEPTH: Final = 4


def units(
    parameters: Sequence[ParameterSpec], override: CommandOverride, overrides: Overrides
) -> dict[str, str]:
    """Return the units of the fields of bodies and answers, by path without indexes.

    The override's own ``units`` come first.
    """
    found: dict[str, str] = dict(override.units)
    for row in parameters:
        if row.where == "body" and row.unit:
            found.setdefault(str(row.field), row.unit)
        elif row.where == "body" and row.format:
            inner = VALUE_FORMATS[row.format].units
            found |= {f"{row.field}.{name}": unit for name, unit in inner.items()}
    operations = [each.op for each in override.operations] or override.uses
    for operation in map(catalog.operation, operations):
        for path, owner in _numbers(operation.response or {}, "", tuple(operation.api), 0):
            unit = overrides.for_field(override, path, owner).unit
            if unit:
                found.setdefault(path, unit)
    return {path: unit for path, unit in sorted(found.items()) if unit}


def _numbers(
    schema: Mapping[str, Any], prefix: str, levels: tuple[str, ...], depth: int
) -> Iterator[tuple[str, str | None]]:
    """Yield the paths of the numbers in an answer, each with the schema that declares it."""
    if depth > _DEPTH:
        return
    for plain, at in alternatives(schema, levels):
        if plain.get("type") == "array":
            yield from _numbers(plain.get("items", {}), prefix, at, depth + 1)
        for name, fact in plain.get("properties", {}).items():
            path = prefix if not prefix and name in ENVELOPES else f"{prefix}{name}."
            if catalog.resolve(fact).get("type") in {"integer", "number"}:
                yield path.removesuffix("."), plain.get("_name")
            else:
                yield from _numbers(fact, path, at, depth + 1)
