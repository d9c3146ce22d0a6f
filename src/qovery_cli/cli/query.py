"""The query of a request, from what a command was given."""

from collections.abc import Mapping
from typing import Any

from qovery_cli import catalog
from qovery_cli.cli.rows import CommandRow, belongs
from qovery_cli.errors import UsageError
from qovery_cli.session import Session


def query(
    session: Session, row: CommandRow, position: int, values: Mapping[str, Any]
) -> dict[str, Any]:
    """Return the query values by the API's names.

    Raises UsageError for one of a wrong type, for one that is missing, and for one that the
    session's level does not have.
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

            target = Target(parameter.spelling, operation.api[-1])
            if parameter.written:
                from qovery_cli.api.spelled import translated

                value, _ = translated(parameter.written, value, target)
            value = coerce(value, schemas[name], target)
        levels = parameter.api or operation.api
        # What has gone with its operation is answered by the API: it has been retired.
        if value is not None and session.level in operation.api and session.level not in levels:
            raise UsageError(
                f"{parameter.spelling} exists only in API {', '.join(parameter.api)}.",
                hint=f"This server speaks {session.level}: leave it out.",
            )
        if value is not None:
            found[name] = value
        elif parameter.required:
            such = f", such as {' or '.join(parameter.such_as)}" if parameter.such_as else ""
            raise UsageError(
                f"{parameter.spelling} is missing.", hint=f"Give it with {parameter.flag}{such}."
            )
    return found
