"""Reject output options that cannot apply to a result, before any change is sent.

The command table and the response schemas of its operations know which fields a result has,
whether it is a list, and whether there is a name or id to print.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, NoReturn

from qovery_cli import catalog
from qovery_cli.body import schemas
from qovery_cli.catalog.resources import Resource, by_parameter
from qovery_cli.cli.command_table import CommandSpec
from qovery_cli.errors import UsageError
from qovery_cli.frozen import changed
from qovery_cli.http.pagination import ENVELOPES
from qovery_cli.messages import available
from qovery_cli.output.columns import path_of, requested
from qovery_cli.output.dotted_path import without_brackets
from qovery_cli.output.show import check_options
from qovery_cli.output.view import View
from qovery_cli.session import Session
from qovery_cli.session.render import show_options

if TYPE_CHECKING:
    from qovery_cli.output.view import ShowOptions

Schema = Mapping[str, Any]

#: The result shown for an empty response; see `cli.mutate`.
DONE = {name: {"type": "string"} for name in ("id", "name", "done")}

#: Maximum number of names in a hint.
_OFFERED = 20


def check_output(session: Session, spec: CommandSpec, positions: Sequence[int]) -> None:
    """Raise UsageError for output options that do not apply to the result of a change.

    ``positions`` are the operations that the command may send. Options that pass cannot fail
    later: their fields are accepted even if the response lacks them.
    """
    options = show_options(session)
    check_options(options)
    if session.flags.dry_run_only or not (spec.variants or spec.columns):
        # A plan has other fields, and the fields of `qovery api` are unknown.
        return
    result = Result(session, spec, positions)
    if not result.is_list and (options.filters or options.sort_by):
        option = "--filter" if options.filters else "--sort-by"
        raise UsageError(f"{option} requires a list, but `{spec.command}` has a single result.")
    names = list(named_fields(options))
    for name in names:
        if not result.has(path_of(name, session.view, ())):
            _reject_field(name, result)
    if options.format in {"name", "id"} and options.query is None:
        path = session.view.name if options.format == "name" else session.view.id
        if not (result.has_target or (result.has_answer and result.has(path))):
            raise UsageError(
                f"The result of `{spec.command}` has no {options.format}.",
                hint="Use -o json, or --columns with a format that has columns.",
            )
    session.view = changed(session.view, fields=tuple(names))
    session.is_change = True


def named_fields(options: "ShowOptions") -> Iterator[str]:
    """Yield the fields that columns, filters and sort keys name."""
    yield from (column.path for column in requested(options.columns))
    if options.filters:
        from qovery_cli.output.filter_sort import parse_filter

        yield from (parse_filter(spec).field for spec in options.filters)
    keys = (options.sort_by or "").split(",")
    yield from (key.strip().removeprefix("-") for key in keys if key.strip("- "))


def _status_schema(resource: Resource) -> Schema | None:
    """Return the schema of the status of a kind, None for kinds without a state."""
    if resource.status_operation is not None:
        return catalog.operation(resource.status_operation).response
    if resource.service is None:
        return None
    states = catalog.operation("getEnvironmentStatuses").response
    assert states is not None, "states are in the body of the response"
    return schemas.items(schemas.field_at(states, resource.service.collection))


def _reject_field(name: str, result: "Result") -> NoReturn:
    from qovery_cli.body.suggestions import did_you_mean, nearest

    names = result.names()
    choices = available("columns", names) if names else None
    hint = did_you_mean(nearest(name, names)) or choices
    note = "-o json shows all fields of the API, and -q selects any of them."
    raise UsageError(f"Unknown column '{name}'.", hint=f"{hint} {note}" if hint else note)


class Result:
    """The declared result of a command, with its fields at the session's API level."""

    def __init__(self, session: Session, spec: CommandSpec, positions: Sequence[int]) -> None:
        self.spec = spec
        self.level = session.level
        operations = [
            catalog.operation(spec.variants[position].operation) for position in positions
        ]
        responses = [each.response for each in operations]
        if session.flags.wait:
            # A command with --wait shows the last status.
            resources = [
                by_parameter(name, each.key) for each in operations for name in each.path_names
            ]
            statuses = (_status_schema(each) for each in set(resources) if each is not None)
            responses += [schema for schema in statuses if schema is not None]
        #: Without a response, the result has only the target.
        self.has_answer = any(response is not None for response in responses) or not responses
        self.schemas = [self._shown(response) for response in responses]
        #: Whether the command acts on a resource, whose name and id replace those of the response.
        self.has_target = spec.kind != "create" and any(
            by_parameter(name, each.key) for each in operations for name in each.path_names
        )
        self.has_target &= not self.is_list

    @property
    def is_list(self) -> bool:
        """True if the result may be a list, as that of every handler without --wait."""
        if self.spec.handler and not self.spec.wait:
            return True
        return any("array" in schemas.kinds(schema, self.level) for schema in self.schemas)

    def has(self, path: str) -> bool:
        """Return whether a field is declared; all columns of the command are."""
        view = View(self.spec.columns, self.spec.wide)
        if path in {column.path for column in view.chosen(wide=True)}:
            return True
        steps = without_brackets(path).split(".")
        return any(_declares(schema, steps, self.level) for schema in self.schemas)

    def names(self) -> list[str]:
        """Return the headers and the declared fields, for a hint."""
        view = View(self.spec.columns, self.spec.wide)
        fields = [
            name
            for schema in self.schemas
            for name in schemas.names(self._item(schema), self.level)
        ]
        return list(dict.fromkeys([*(c.header for c in view.chosen(wide=True)), *fields]))

    def _shown(self, response: Schema | None) -> Schema:
        """Return the schema of the displayed part of a response, without its envelope."""
        # An object without declared fields is an empty response.
        if response is None or response == {"type": "object"}:
            return {"type": "object", "properties": DONE}
        inner = schemas.field(response, ENVELOPES[0], self.level)
        if not self.spec.list_of_one and inner is not None:
            return inner if schemas.names(response, self.level) else response
        return self._item(response) if self.spec.list_of_one else response

    def _item(self, schema: Schema) -> Schema:
        is_list = "array" in schemas.kinds(schema, self.level)
        return schemas.items(schema, self.level) if is_list else schema


def _declares(schema: Schema, steps: Sequence[str], level: str) -> bool:
    """Return whether a schema declares a path; lists are followed as in `output.path`."""
    if not steps:
        return True
    if "array" in schemas.kinds(schema, level):
        rest = steps[1:] if steps[0].isdigit() else steps
        return _declares(schemas.items(schema, level), rest, level)
    for end in range(len(steps), 0, -1):
        inner = schemas.field(schema, ".".join(steps[:end]), level)
        if inner is not None and _declares(inner, steps[end:], level):
            return True
    return False
