"""How the result of a command is shown, as its row in the command table says."""

from typing import Literal

from qovery_cli.catalog.resources import RESOURCES
from qovery_cli.cli.command_table import CommandSpec
from qovery_cli.output.view import View, column


def view(row: CommandSpec, *before: str) -> View:
    """Return the view of a command, with columns ``before`` its own.

    Its name is its first column if that is what such a resource is called by: the key of a
    variable, the host name of a domain.
    """
    kind: Literal["list", "object"] = "list" if row.kind == "list" else "object"
    first = column(row.columns[0]).path if row.columns else "name"
    name = first if _is_name(first) else "name"
    return View((*before, *row.columns), row.wide, kind=kind, name=name, units=row.units)


def _is_name(field: str) -> bool:
    if field == "id" or field.endswith("_at"):
        return False
    return any(field in resource.name_fields for resource in RESOURCES.values())
