"""The query of a request, from what a command was given."""

from collections.abc import Mapping
from typing import Any

from qovery_cli import catalog
from qovery_cli.cli.rows import CommandRow, belongs
from qovery_cli.errors import UsageError


def query(row: CommandRow, position: int, values: Mapping[str, Any]) -> dict[str, Any]:
    """Return the query values by the API's names.

    Raises UsageError for one of a wrong type, and for one that is missing.
    """
    operation = catalog.operation(row.variants[position].operation)
    schemas = {fact.name: fact.schema for fact in operation.parameters}
    found: dict[str, Any] = {}
    for parameter in row.parameters:
        if parameter.where != "query" or not belongs(parameter, position):
            continue
        name = str(parameter.field)
        value = values.get(parameter.name)
        if isinstance(value, str):
            from qovery_cli.api.coerce import Target, coerce

            value = coerce(
                value, schemas[name], Target(parameter.spelling, operation.api[-1], True)
            )
        if value is not None:
            found[name] = value
        elif parameter.required:
            raise UsageError(
                f"{parameter.spelling} is missing.", hint=f"{parameter.help or name}: give it."
            )
    return found
