"""From names on the command line, or in the context, to the ids in a path."""

from collections.abc import Mapping
from typing import Any

from qovery_cli import catalog
from qovery_cli.catalog.resources import RESOURCES, by_parameter
from qovery_cli.cli.command_table import CommandSpec, ParameterSpec, belongs
from qovery_cli.errors import UsageError
from qovery_cli.frozen import record
from qovery_cli.resolve.resolver import ResourceRef
from qovery_cli.session import Session


@record
class RequestTarget:
    """The path values of a request, and the resources that they stand for, the outermost first."""

    values: Mapping[str, str]
    found: tuple[ResourceRef, ...]

    @property
    def target(self) -> ResourceRef | None:
        """The resource that the command acts on: the last one in the path."""
        return self.found[-1] if self.found else None


def place(
    session: Session, row: CommandSpec, position: int, values: Mapping[str, Any]
) -> RequestTarget:
    """Return where a request goes.

    Raises what ``Session.find`` raises, and UsageError for a path value that nothing fills.
    """
    ids: dict[str, str] = {}
    found: list[ResourceRef] = []
    operation = row.variants[position].operation
    for name in catalog.operation(operation).path_names:
        parameter = _parameter(row, position, name)
        given = values.get(parameter.name)
        # Not the row's kind: one option may stand for a kind of each operation of its command.
        resource = by_parameter(name, operation)
        if resource is None:
            ids[name] = _word(parameter, given)
            continue
        one = session.find(resource.kind, given, within=ids)
        ids[name] = one.id
        found.append(one)
    # What another level has in the path is what the command acts on here as well.
    for parameter in row.parameters:
        if parameter.same_as and parameter.name in values and belongs(parameter, position):
            kind, text = str(parameter.resource), values[parameter.name]
            found.append(session.find(kind, text, within=ids))
    return RequestTarget(ids, tuple(found))


def whole_answer(operation: str, target: ResourceRef | None) -> dict[str, Any] | None:
    """Return the answer to a reading operation if the list that found the resource has it already.

    That is so if the items of the list are what the operation answers with, by their schemas.
    """
    if target is None or target.data is None or not target.whole:
        return None
    resource = RESOURCES[target.kind]
    if operation != resource.get_operation or resource.singleton:
        return None
    answer = catalog.operation(operation).response or {}
    listed = catalog.resolve(catalog.operation(resource.list_operation).response or {})
    item = listed.get("properties", {}).get("results", {}).get("items", {})
    return dict(target.data) if "ref" in answer and answer["ref"] == item.get("ref") else None


def _parameter(row: CommandSpec, position: int, name: str) -> ParameterSpec:
    return next(
        p for p in row.parameters if p.where == "path" and p.field == name and belongs(p, position)
    )


def _word(parameter: ParameterSpec, given: Any) -> str:
    if given is None:
        raise UsageError(
            f"{parameter.spelling} is missing.", hint=f"Give {parameter.flag} {parameter.metavar}."
        )
    return str(given)
