"""Refuse output options that cannot work, before a command sends anything that changes something.

The command table and the response schemas of its operations know which fields a result has,
whether it is a list, and whether there is a name or id to print.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, NoReturn

from qovery_cli import catalog
from qovery_cli.body import schemas
from qovery_cli.catalog.resources import by_parameter
from qovery_cli.cli.command_table import CommandSpec
from qovery_cli.errors import UsageError
from qovery_cli.frozen import changed
from qovery_cli.http.pagination import ENVELOPES
from qovery_cli.output.columns import path_of, requested
from qovery_cli.output.dotted_path import without_brackets
from qovery_cli.output.show import check_options
from qovery_cli.output.view import View
from qovery_cli.session import Session
from qovery_cli.session.render import show_options

if TYPE_CHECKING:
    from qovery_cli.output.view import ShowOptions

Schema = Mapping[str, Any]

#: The result of an operation that answers with nothing; see `cli.mutate`.
DONE = {name: {"type": "string"} for name in ("id", "name", "done")}

#: The operation whose answer is the result of a command that waits, by the kind of its target.
_STATUS = {
    "environment": "getEnvironmentStatus",
    "application": "getApplicationStatus",
    "container": "getContainerStatus",
    "database": "getDatabaseStatus",
    "cluster": "getClusterStatus",
}

#: So many names are easy to choose from.
_OFFERED = 20


def check_output(session: Session, row: CommandSpec, positions: Sequence[int]) -> None:
    """Raise UsageError for output options that the result of a changing command cannot follow.

    ``positions`` are the operations that may be meant. What has passed cannot fail later: the
    session takes its fields for known even if the answer lacks them.
    """
    options = show_options(session)
    check_options(options)
    if session.flags.dry_run_only or not (row.variants or row.columns):
        # A plan has fields of its own; of `qovery api` nothing is known.
        return
    result = Result(session, row, positions)
    if not result.is_list and (options.filters or options.sort_by):
        option = "--filter" if options.filters else "--sort-by"
        raise UsageError(
            f"{option} needs a list, and `{row.command}` has one result.", hint="Leave it out."
        )
    names = list(named_fields(options))
    for name in names:
        if not result.has(path_of(name, session.view, ())):
            _refuse(name, result)
    if options.format in {"name", "id"} and options.query is None:
        path = session.view.name if options.format == "name" else session.view.id
        if not (result.has_target or (result.has_answer and result.has(path))):
            raise UsageError(
                f"The result of `{row.command}` has no {options.format} to print.",
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


def _refuse(name: str, result: "Result") -> NoReturn:
    from qovery_cli.body.suggestions import did_you_mean, nearest

    names = result.names()
    choice = f"Choose from {', '.join(names[:_OFFERED])}." if names else None
    hint = did_you_mean(nearest(name, names)) or choice
    known = "The API may have more: -o json shows all, and -q reads any."
    raise UsageError(f"Unknown field '{name}'.", hint=f"{hint} {known}" if hint else known)


class Result:
    """The declared result of a command: its fields at the level of the session."""

    def __init__(self, session: Session, row: CommandSpec, positions: Sequence[int]) -> None:
        self.row = row
        self.level = session.level
        operations = [catalog.operation(row.variants[at].operation) for at in positions]
        answers = [one.response for one in operations]
        if session.flags.wait:
            # Of a wait the last status is shown.
            named = [(name, one.key) for one in operations for name in one.path_names]
            places = [by_parameter(name, key) for name, key in named]
            kinds = {place.kind for place in places if place is not None} & _STATUS.keys()
            answers += [catalog.operation(_STATUS[kind]).response for kind in kinds]
        #: Without an answer, the target is all that the result can name.
        self.has_answer = any(answer is not None for answer in answers) or not answers
        self.schemas = [self._shown(answer) for answer in answers]
        #: Whether the command acts on a resource, whose name and id stand for those of the answer.
        self.has_target = row.kind != "create" and any(
            by_parameter(name, one.key) for one in operations for name in one.path_names
        )
        self.has_target &= not self.is_list

    @property
    def is_list(self) -> bool:
        """Whether the result is a list; commands of our own may make one of any answer."""
        if self.row.handler and not self.row.wait:
            return True
        return any("array" in schemas.kinds(schema, self.level) for schema in self.schemas)

    def has(self, path: str) -> bool:
        """Return whether a field is declared; every column of the command is."""
        view = View(self.row.columns, self.row.wide)
        if path in {column.path for column in view.chosen(wide=True)}:
            return True
        steps = without_brackets(path).split(".")
        return any(_declares(schema, steps, self.level) for schema in self.schemas)

    def names(self) -> list[str]:
        """Return the headers and the declared fields, for a hint."""
        view = View(self.row.columns, self.row.wide)
        fields = [
            name for one in self.schemas for name in schemas.names(self._item(one), self.level)
        ]
        return list(dict.fromkeys([*(c.header for c in view.chosen(wide=True)), *fields]))

    def _shown(self, answer: Schema | None) -> Schema:
        """Return the schema of what is shown of an answer, envelopes taken away."""
        if answer is None:
            return {"type": "object", "properties": DONE}
        inner = schemas.field(answer, ENVELOPES[0], self.level)
        if not self.row.list_of_one and inner is not None:
            return inner if schemas.names(answer, self.level) else answer
        return self._item(answer) if self.row.list_of_one else answer

    def _item(self, schema: Schema) -> Schema:
        is_list = "array" in schemas.kinds(schema, self.level)
        return schemas.items(schema, self.level) if is_list else schema


def _declares(schema: Schema, steps: Sequence[str], level: str) -> bool:
    """Return whether a path may lead somewhere, walking lists as `output.path` does."""
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
