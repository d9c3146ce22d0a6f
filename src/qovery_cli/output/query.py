"""What ``--query`` selects from data: JMESPath (jmespath.org).

This module imports jmespath, so it is itself imported only when there is a query.
"""

from collections.abc import Sequence
from typing import Any, NoReturn

import jmespath
from jmespath.exceptions import JMESPathError, JMESPathTypeError

from qovery_cli.errors import UsageError
from qovery_cli.output.dotted_path import MISSING, find
from qovery_cli.output.view import Column, View

_HINT = "https://jmespath.org/tutorial.html explains the language; quote the query in a shell."


def check(expression: str) -> None:
    """Raise UsageError, with the place, if the expression cannot be used."""
    _compiled(expression)


def field_names(expression: str) -> frozenset[str]:
    """Return the names of all fields that an expression reads.

    Raises UsageError if the expression is not valid.
    """
    names: set[str] = set()
    waiting = [_compiled(expression).parsed]
    while waiting:
        node = waiting.pop()
        if node["type"] == "field":
            names.add(node["value"])
        waiting += [child for child in node["children"] if _is_node(child)]
    return frozenset(names)


def columns_in(expression: str, view: View) -> list[Column]:
    """Return the columns of a view that an expression reads by a header that is not their path."""
    names = field_names(expression)
    return [one for one in view.chosen(wide=True) if one.header in names - {one.path}]


def with_headers(expression: str, data: Any, view: View) -> Any:
    """Return data with the columns that an expression reads by their header.

    ``state`` works in a query because the table has it, though the API calls it ``status.state``.
    A field of the data itself keeps its value.
    """
    columns = columns_in(expression, view)
    if not columns:
        return data
    if isinstance(data, list):
        return [_headed(item, columns) for item in data]
    return _headed(data, columns)


def _headed(item: Any, columns: Sequence[Column]) -> Any:
    if not isinstance(item, dict):
        return item
    values = {column.header: find(item, column.path) for column in columns}
    return {**{name: value for name, value in values.items() if value is not MISSING}, **item}


def search(expression: str, data: Any) -> Any:
    """Return what an expression selects, as JSON data; None if nothing.

    Raises UsageError if the expression is not valid or does not fit the data.
    """
    compiled = _compiled(expression)
    try:
        return compiled.search(data)
    # A step of 0 in a slice, or depth without end, reaches us as what Python makes of it.
    except (JMESPathError, ValueError, TypeError, RecursionError) as error:
        raise UsageError(
            f"The query cannot be applied to this data: {_sentence(error)}",
            hint=_HINT,
            detail=(expression,),
        ) from error


def _compiled(expression: str) -> Any:
    try:
        compiled = jmespath.compile(expression)
        is_unfinished = _is_unfinished(compiled.parsed)
    except (JMESPathError, RecursionError) as error:
        _refuse(expression, error)
    if is_unfinished:
        raise UsageError(
            "The query uses '&' outside the arguments of a function.",
            hint=_HINT,
            detail=(expression,),
        )
    return compiled


def _refuse(expression: str, error: Exception) -> NoReturn:
    place = getattr(error, "lex_position", None)
    if not isinstance(place, int):
        raise UsageError(f"The query is not valid: {_sentence(error)}", hint=_HINT) from error
    place = min(place, len(expression))
    raise UsageError(
        f"The query is not valid JMESPath at character {place + 1}.",
        hint=_HINT,
        detail=(expression, " " * place + "^"),
    ) from error


def _sentence(error: Exception) -> str:
    if isinstance(error, JMESPathTypeError):
        # Its own text repeats the value, which may be all of the data.
        expected = " or ".join(str(kind) for kind in error.expected_types)
        return f"{error.function_name}() takes {expected}, not {error.actual_type}."
    text = " ".join(str(error).split())
    return f"{text.rstrip('.') or type(error).__name__}."


def _is_unfinished(node: Any, in_function: bool = False) -> bool:
    """Tell whether a reference to an expression would be part of the result: no JSON spells it."""
    if node["type"] == "expref" and not in_function:
        return True
    inside = node["type"] == "function_expression"
    return any(_is_unfinished(child, inside) for child in node["children"] if _is_node(child))


def _is_node(child: Any) -> bool:
    return isinstance(child, dict) and "type" in child and "children" in child
