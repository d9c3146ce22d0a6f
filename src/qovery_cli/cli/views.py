"""Build the view of a command's result from its columns in the command table."""

from typing import Literal

from qovery_cli.catalog.resources import RESOURCES
from qovery_cli.cli.command_table import CommandSpec
from qovery_cli.frozen import changed
from qovery_cli.output.view import View, column


def view(spec: CommandSpec, *before: str) -> View:
    """Return the view of a command, with the columns ``before`` in front.

    The name field is the first column if it identifies such a resource, as the key of a variable or
    the host name of a domain does.
    """
    kind: Literal["list", "object"] = "list" if spec.kind == "list" else "object"
    first = column(spec.columns[0]).path if spec.columns else "name"
    name = first if _is_name(first) else "name"
    # A history has no ids of its own: its column of this name shows that of the execution.
    ids = (each for each in (*spec.columns, *spec.wide) if each.startswith("id="))
    id = column(next(ids, "id")).path
    columns = (*before, *spec.columns)
    return View(columns, spec.wide, kind=kind, name=name, id=id, units=spec.units)


def with_columns_at(level: str, spec: CommandSpec) -> CommandSpec:
    """Return the command with the columns of its operation at an API level."""
    own = next((each for each in spec.variants if each.columns and level in each.api), None)
    return changed(spec, columns=own.columns, wide=own.wide) if own else spec


def _is_name(field: str) -> bool:
    if field == "id" or field.endswith("_at"):
        return False
    return any(field in resource.name_fields for resource in RESOURCES.values())
