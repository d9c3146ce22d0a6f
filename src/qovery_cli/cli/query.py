"""Build the query of a request from the values of a command."""

from collections.abc import Mapping
from typing import Any

from qovery_cli import catalog
from qovery_cli.catalog import Operation
from qovery_cli.catalog.resources import RESOURCES
from qovery_cli.cli.command_table import CommandSpec, ParameterSpec, belongs
from qovery_cli.errors import UsageError
from qovery_cli.session import Session


def build_query(
    session: Session, spec: CommandSpec, position: int, values: Mapping[str, Any]
) -> dict[str, Any]:
    """Return the query values by the API's parameter names.

    Raise UsageError for a value of the wrong type, a missing required value, and a parameter that
    the session's API level does not have.
    """
    operation = catalog.operation(spec.variants[position].operation)
    query: dict[str, Any] = {}
    for parameter in spec.parameters:
        if parameter.where != "query" or not belongs(parameter, position):
            continue
        value = values.get(parameter.name)
        levels = parameter.api or operation.api
        # If the whole operation is retired, the API reports that instead.
        if value is not None and session.level in operation.api and session.level not in levels:
            raise UsageError(
                f"{parameter.spelling} exists only in API {', '.join(parameter.api)}.",
                hint=f"This server speaks {session.level}: leave it out.",
            )
        if value is not None:
            query[str(parameter.field)] = _value(session, parameter, value, operation)
        elif parameter.required:
            examples = (
                f", such as {' or '.join(parameter.value_examples)}"
                if parameter.value_examples
                else ""
            )
            raise UsageError(
                f"{parameter.spelling} is missing.",
                hint=f"Give it with {parameter.flag}{examples}.",
            )
    return query


def _value(session: Session, parameter: ParameterSpec, value: Any, operation: Operation) -> Any:
    """Return a query value for the API: the ID of a named resource, or the coerced value."""
    if not isinstance(value, str):
        return value
    if parameter.resource in RESOURCES:
        return session.find(parameter.resource, value).id
    from qovery_cli.body.coerce import coerce
    from qovery_cli.body.target import Target

    target = Target(parameter.spelling, operation.api[-1])
    schemas = {fact.name: fact.schema for fact in operation.parameters}
    if parameter.written:
        from qovery_cli.body.value_formats import parse_value

        value, _ = parse_value(parameter.written, value, target)
    return coerce(value, schemas[str(parameter.field)], target)
