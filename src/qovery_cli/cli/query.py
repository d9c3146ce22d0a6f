"""The query of a request, from what a command was given."""

from collections.abc import Mapping
from typing import Any

from qovery_cli import catalog
from qovery_cli.catalog import Operation
from qovery_cli.catalog.resources import RESOURCES
from qovery_cli.cli.command_table import CommandSpec, ParameterSpec, belongs
from qovery_cli.errors import UsageError
from qovery_cli.session import Session


def query(
    session: Session, row: CommandSpec, position: int, values: Mapping[str, Any]
) -> dict[str, Any]:
    """Return the query values by the API's names.

    Raises UsageError for one of a wrong type, for one that is missing, and for one that the
    session's level does not have.
    """
    operation = catalog.operation(row.variants[position].operation)
    found: dict[str, Any] = {}
    for parameter in row.parameters:
        if parameter.where != "query" or not belongs(parameter, position):
            continue
        given = values.get(parameter.name)
        levels = parameter.api or operation.api
        # What has gone with its operation is answered by the API: it has been retired.
        if given is not None and session.level in operation.api and session.level not in levels:
            raise UsageError(
                f"{parameter.spelling} exists only in API {', '.join(parameter.api)}.",
                hint=f"This server speaks {session.level}: leave it out.",
            )
        if given is not None:
            found[str(parameter.field)] = _value(session, parameter, given, operation)
        elif parameter.required:
            such = (
                f", such as {' or '.join(parameter.value_examples)}"
                if parameter.value_examples
                else ""
            )
            raise UsageError(
                f"{parameter.spelling} is missing.", hint=f"Give it with {parameter.flag}{such}."
            )
    return found


def _value(session: Session, parameter: ParameterSpec, given: Any, operation: Operation) -> Any:
    """Return a query value as the API takes it: the ID of what is named, or the typed value."""
    if not isinstance(given, str):
        return given
    if parameter.resource in RESOURCES:
        return session.find(parameter.resource, given).id
    from qovery_cli.body.coerce import Target, coerce

    target = Target(parameter.spelling, operation.api[-1])
    schemas = {fact.name: fact.schema for fact in operation.parameters}
    if parameter.written:
        from qovery_cli.body.value_formats import parse_value

        given, _ = parse_value(parameter.written, given, target)
    return coerce(given, schemas[str(parameter.field)], target)
