"""Select the columns to show, and resolve column names to paths."""

from collections.abc import Sequence
from typing import Any

from qovery_cli.errors import UsageError
from qovery_cli.messages import available, invalid
from qovery_cli.output.dotted_path import MISSING, find, leaves, names
from qovery_cli.output.view import Column, View, column

#: The most columns derived from data without a view: more do not fit a terminal.
_MAX_DERIVED = 8
_FIRST = ("name", "key", "id")


def requested(specs: Sequence[str]) -> tuple[Column, ...]:
    """Return the columns of ``--columns``, parsed from comma-separated lists.

    Raises UsageError for an empty name or path.
    """
    columns = tuple(column(spec) for text in specs for spec in text.split(",") if spec.strip())
    if specs and not (columns and all(col.path and col.header for col in columns)):
        raise UsageError(
            invalid("--columns", ",".join(specs), "columns such as name,state or header=path")
        )
    return columns


def choose(
    specs: Sequence[str], view: View, items: Sequence[Any], *, wide: bool = False
) -> tuple[Column, ...]:
    """Return the requested columns, else those of the view, which may have none.

    Raises UsageError for a column that neither the view nor any item has.
    """
    columns = requested(specs)
    if columns:
        return tuple(Column(col.header, path_of(col.path, view, items)) for col in columns)
    return view.chosen(wide)


def derived(items: Sequence[Any], *, whole: bool) -> tuple[Column, ...]:
    """Return columns for the fields of the items: name and id first, then scalar fields.

    Unless ``whole``, nested fields and those that a terminal has no room for are left out.
    """
    if not items or not all(isinstance(item, dict) for item in items):
        return (Column("value", ""),) if items else ()
    is_scalar: dict[str, bool] = {}
    for item in items:
        for key, value in item.items():
            is_scalar[key] = is_scalar.get(key, True) and not isinstance(value, dict | list)
    scalars = [key for key in _FIRST if key in is_scalar]
    scalars += [key for key, scalar in is_scalar.items() if scalar and key not in _FIRST]
    nested = [key for key, scalar in is_scalar.items() if not scalar and key not in _FIRST]
    keys = scalars + nested if whole else (scalars or nested)[:_MAX_DERIVED]
    return tuple(Column(key, key) for key in keys)


def flat(data: Any) -> tuple[Column, ...]:
    """Return a column for every value inside one object."""
    return tuple(Column(path, path) for path, _ in leaves(data))


def picked(item: Any, columns: Sequence[Column]) -> Any:
    """Return an item's values by column header, null for missing values.

    Without columns, return the item itself.
    """
    if not columns:
        return item
    values = ((column.header, find(item, column.path)) for column in columns)
    return {header: None if value is MISSING else value for header, value in values}


def means_column(name: str, view: View) -> bool:
    """Return true if a name is the header or path of a column of the view."""
    return any(
        name.casefold() in {col.header.casefold(), col.path.casefold()}
        for col in view.chosen(wide=True)
    )


def path_of(name: str, view: View, items: Sequence[Any]) -> str:
    """Return the path for a name: the header of a column, or a path in the items.

    Raises UsageError, listing the valid names, if neither exists. Without items any path is valid.
    """
    columns = view.chosen(wide=True)
    for col in columns:
        if name.casefold() in {col.header.casefold(), col.path.casefold()}:
            return col.path
    if not items or name in view.fields:
        return name
    if any(find(item, name) is not MISSING for item in items):
        return name
    valid = [*dict.fromkeys([*(col.header for col in columns), *view.fields, *names(items)])]
    raise UsageError(f"Unknown column '{name}'.", hint=_unknown_field_hint(name, valid))


def _unknown_field_hint(name: str, valid: list[str]) -> str:
    if not valid:
        return "The items have no fields."
    from qovery_cli.body.suggestions import did_you_mean, nearest

    return did_you_mean(nearest(name, valid)) or available("columns", valid)
