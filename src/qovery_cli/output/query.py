"""Evaluate ``--query`` expressions: JMESPath (jmespath.org).

Import this module only when needed, as it imports jmespath.
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
    """Raise UsageError, with the position, if the expression is not valid."""
    _compiled(expression)


def field_names(expression: str) -> frozenset[str]:
    """Return the names of all fields that an expression reads.

    Raises UsageError if the expression is not valid.
    """
    names: set[str] = set()
    pending = [_compiled(expression).parsed]
    while pending:
        node = pending.pop()
        if node["type"] == "field":
            names.add(node["value"])
        pending += [child for child in node["children"] if _is_node(child)]
    return frozenset(names)


def columns_in(expression: str, view: View) -> list[Column]:
    """Return the columns of a view that an expression reads by a header that is not their path."""
    names = field_names(expression)
    return [col for col in view.chosen(wide=True) if col.header in names - {col.path}]


def with_headers(expression: str, data: Any, view: View) -> Any:
    """Return data with added fields for the columns that an expression reads by their header.

    So ``state`` works in a query as in the table, although the API's field is ``status.state``.
    Fields of the data itself keep their values.
    """
    columns = columns_in(expression, view)
    if not columns:
        return data
    if isinstance(data, list):
        return [_add_columns(item, columns) for item in data]
    return _add_columns(data, columns)


def _add_columns(item: Any, columns: Sequence[Column]) -> Any:
    if not isinstance(item, dict):
        return item
    values = {column.header: find(item, column.path) for column in columns}
    return {**{name: value for name, value in values.items() if value is not MISSING}, **item}


def search(expression: str, data: Any) -> Any:
    """Evaluate an expression; return JSON data, None if nothing matches.

    Raises UsageError if the expression is not valid or does not fit the data.
    """
    compiled = _compiled(expression)
    try:
        return compiled.search(data)
    # jmespath passes on Python errors, for example of a slice with step 0 or deep nesting.
    except (JMESPathError, ValueError, TypeError, RecursionError) as error:
        raise UsageError(
            f"The query cannot be applied to this data: {_sentence(error)}",
            hint=_HINT,
            detail=(expression,),
        ) from error


def _compiled(expression: str) -> Any:
    try:
        compiled = jmespath.compile(expression)
        returns_reference = _returns_reference(compiled.parsed)
    except (JMESPathError, RecursionError) as error:
        _raise_invalid(expression, error)
    if returns_reference:
        raise UsageError(
            "The query uses '&' outside the arguments of a function.",
            hint=_HINT,
            detail=(expression,),
        )
    return compiled


def _raise_invalid(expression: str, error: Exception) -> NoReturn:
    position = getattr(error, "lex_position", None)
    if not isinstance(position, int):
        raise UsageError(f"The query is not valid: {_sentence(error)}", hint=_HINT) from error
    position = min(position, len(expression))
    raise UsageError(
        f"The query is not valid JMESPath at character {position + 1}.",
        hint=_HINT,
        detail=(expression, " " * position + "^"),
    ) from error


def _sentence(error: Exception) -> str:
    if isinstance(error, JMESPathTypeError):
        # The message of jmespath includes the value, which may be all of the data.
        expected = " or ".join(str(kind) for kind in error.expected_types)
        return f"{error.function_name}() takes {expected}, not {error.actual_type}."
    text = " ".join(str(error).split())
    return f"{text.rstrip('.') or type(error).__name__}."


def _returns_reference(node: Any, in_function: bool = False) -> bool:
    """Return true if an expression reference would be in the result, which JSON cannot express."""
    if node["type"] == "expref" and not in_function:
        return True
    inside = node["type"] == "function_expression"
    return any(_returns_reference(child, inside) for child in node["children"] if _is_node(child))


def _is_node(child: Any) -> bool:
    return isinstance(child, dict) and "type" in child and "children" in child
