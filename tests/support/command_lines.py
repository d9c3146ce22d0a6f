"""What one types for a command: ids for its path, options for a body, and the words around it."""

import json
from collections.abc import Container, Iterator, Mapping, Sequence
from random import Random
from typing import Any
from uuid import NAMESPACE_URL, uuid5

import pytest
from generated import Maker

from qovery_cli import catalog
from qovery_cli.body.units import format_quantity
from qovery_cli.catalog import Operation
from qovery_cli.catalog.resources import RESOURCES, by_parameter
from qovery_cli.catalog.schema import at_level, only_item, properties
from qovery_cli.cli import command_table
from qovery_cli.cli.command_table import CommandSpec, OperationSpec, ParameterSpec, belongs

MISSING = object()

#: Every operation of the commands that read: the row and the position of the operation in it.
READS = [
    pytest.param(row, position, id=" ".join([row.command, *(variant.when or "",)]))
    for row in command_table.commands()
    if not row.changes
    for position, variant in enumerate(row.variants)
]


class Case:
    """One operation of a command at one level."""

    def __init__(self, row: CommandSpec, position: int, level: str) -> None:
        self.row = row
        self.position = position
        self.level = level

    @property
    def variant(self) -> OperationSpec:
        """The row of the operation."""
        return self.row.variants[self.position]

    @property
    def operation(self) -> Operation:
        """The facts of the operation."""
        return catalog.operation(self.variant.operation)

    @property
    def takes_body(self) -> bool:
        """True if the body of the operation can be typed, or read from a file."""
        offers = any(parameter.flag == "--set" for parameter in self.row.parameters)
        return self.operation.body is not None and offers

    def __repr__(self) -> str:
        """Return how the case is called."""
        return " ".join([self.row.command, *(self.variant.when or "").split(), "at", self.level])


def cases(*kinds: str) -> Iterator[Case]:
    """Yield every operation that commands of these kinds have, at each of its levels."""
    for row in command_table.commands():
        if not kinds or row.kind in kinds:
            for position, variant in enumerate(row.variants):
                yield from (Case(row, position, level) for level in variant.api)


def some_id(name: str) -> str:
    """Return the id that stands for a name in all tests."""
    return str(uuid5(NAMESPACE_URL, name))


def selector(variant: OperationSpec) -> list[str]:
    """Return the words that select an operation where they are more than an option of its path."""
    words = (variant.when or "").split()
    return words if len(words) > 1 else []


def place(case: Case) -> list[str]:
    """Return the options of the path, with ids, and the words that select the operation."""
    words = selector(case.variant)
    for parameter in case.row.parameters:
        if parameter.where == "path" and belongs(parameter, case.position):
            words += [str(parameter.flag), path_value(parameter, case.variant)]
        elif parameter.same_as and belongs(parameter, case.position):
            named = RESOURCES[str(parameter.resource)]
            words += [str(parameter.flag), some_id(named.parameter)]
    if "scope:organization" in case.row.derive.values():
        words += ["--org", some_id("organizationId")]
    return words


def path_value(parameter: ParameterSpec, variant: OperationSpec) -> str:
    """Return what is given for a value of a path."""
    name = str(parameter.field)
    resource = by_parameter(name, variant.operation)
    return some_id(name) if resource else "1"


def path_of(case: Case) -> str:
    """Return the path of the request that ``place`` leads to."""
    path = case.variant.path
    for parameter in case.row.parameters:
        if parameter.where == "path" and belongs(parameter, case.position):
            path = path.replace(f"{{{parameter.field}}}", path_value(parameter, case.variant))
    return path


def sure(case: Case) -> list[str]:
    """Return the words that answer every question before it is asked."""
    names = case.operation.path_names
    if not any(p.name == "confirm" for p in case.row.parameters) or not names:
        return []
    last = [p for p in case.row.parameters if p.where == "path" and p.field == names[-1]]
    return ["--confirm", path_value(last[0], case.variant) if last else some_id(names[-1])]


def body_schema(case: Case) -> Mapping[str, Any]:
    """Return the schema of what is typed: of the one item where a level wraps it in a list."""
    body = case.operation.body
    assert body is not None
    return only_item(body) if case.row.list_of_one else body


def field_of(case: Case, parameter: ParameterSpec) -> str:
    """Return the field that a parameter fills in the body of an operation."""
    return case.variant.fields.get(str(parameter.field), str(parameter.field))


def options(case: Case) -> dict[str, ParameterSpec]:
    """Return what can be typed for the body of an operation at the level, by its field."""
    schema = body_schema(case)
    return {
        path: p
        for p in case.row.parameters
        if p.where == "body" and belongs(p, case.position) and p.same_as is None
        if fact(schema, path := field_of(case, p), case.level) is not None
    }


def at(body: Any, path: str) -> Any:
    """Return what is at a dotted path, MISSING if nothing is; names may have dots in them."""
    if not path:
        return body
    if not isinstance(body, dict):
        return MISSING
    if path in body:
        return body[path]
    name, _, rest = path.partition(".")
    return at(body[name], rest) if name in body and rest else MISSING


def without(body: Any, path: str) -> None:
    """Take out what is at a dotted path, and the object around it once it is empty."""
    if path in body:
        del body[path]
        return
    name, _, rest = path.partition(".")
    without(body[name], rest)
    if not body[name]:
        del body[name]


def put(body: dict[str, Any], path: str, value: Any, names: Container[str] = ()) -> None:
    """Put a value at a dotted path; a name that is known may have dots in it."""
    name, _, rest = path.partition(".")
    if not rest or path in body or path in names:
        body[path] = value
    else:
        put(body.setdefault(name, {}), rest, value)


def fact(schema: Mapping[str, Any], path: str, level: str) -> Mapping[str, Any] | None:
    """Return what a level says of the field at a dotted path, None where it has none."""
    known = properties(schema)
    if path in known:
        return at_level(known[path], level)
    name, _, rest = path.partition(".")
    if name not in known or not rest or at_level(known[name], level) is None:
        return None
    return fact(known[name], rest, level)


def typed(parameter: ParameterSpec, value: Any) -> list[str]:
    """Return the words that give a value by its option."""
    flag = str(parameter.flag)
    if parameter.is_flag and isinstance(value, bool):
        return [flag if value else f"--no-{flag[2:]}"]
    several = value if parameter.repeatable else [value]
    # A small number without its unit is refused: it may mean cores as well as millicores.
    unit = parameter.unit or ""
    texts = [format_quantity(item, unit) or spelled(item) for item in several]
    return [word for text in texts for word in (flag, text)]


def spelled(value: Any) -> str:
    """Return how a value is written behind a flag."""
    return value if isinstance(value, str) else json.dumps(value)


def words_for(case: Case, body: Mapping[str, Any]) -> list[str]:
    """Return the words that say a whole body: options, and ``--set`` for what has none."""
    rest = json.loads(json.dumps(body))
    words: list[str] = []
    for path, parameter in options(case).items():
        value = at(rest, path)
        if value is not MISSING and can_say(parameter, value):
            words += typed(parameter, value)
            without(rest, path)
    for name, value in rest.items():
        escaped = name.replace(".", "\\.")
        words += ["--set", f"{escaped}:={json.dumps(value)}"]
    return words


def can_say(parameter: ParameterSpec, value: Any) -> bool:
    """Tell whether an option can give a value: null and empty lists are for ``--set``."""
    if parameter.repeatable:
        return isinstance(value, list) and bool(value) and None not in value
    return value is not None


def required(schema: Mapping[str, Any], level: str) -> Sequence[str]:
    """Return the top fields that a body must have at a level."""
    return [
        name
        for name, each in properties(schema).items()
        if level in each.get("required", ()) and level in each.get("api", (level,))
    ]


#: The option of one of several forms of a body, none of which the facts demand.
FORMS = {
    "alert receiver create": ("--webhook-url", "https://hooks.acme.test"),
    "org credentials create --cloud gcp": ("--gcp-credentials", "{}"),
}


def needed(case: Case) -> dict[str, list[str]]:
    """Return the words for what must be typed beyond the place, by flag: queries and fields."""
    maker = Maker(case.level, Random(repr(case)))
    said: dict[str, list[str]] = {}
    for parameter in case.row.parameters:
        if parameter.where == "query" and parameter.required:
            named = RESOURCES.get(str(parameter.resource))
            value = parameter.enum[0] if parameter.enum else "60"
            value = some_id(named.parameter) if named else value
            said[str(parameter.flag)] = [str(parameter.flag), value]
    for flags in case.row.exclusive.values() if not case.variant.fetch else ():
        flag = next(iter(flags.values()))
        said[flag] = example(case, flag)
    for path, parameter in options(case).items() if case.operation.body else ():
        if case.position in parameter.required_variants or parameter.required_by_override:
            seen = fact(body_schema(case), path, case.level)
            assert seen is not None, "options are what the level has"
            said[str(parameter.flag)] = typed(parameter, maker.seen(seen, path.rpartition(".")[2]))
    flag, value = FORMS.get(f"{case.row.command} {case.variant.when or ''}".strip(), ("", ""))
    return {**said, flag: [flag, value]} if flag else said


def line_for(case: Case, path: str) -> list[str]:
    """Return the words that make a command go with an option for the field at a path.

    Options of fields that exclude it are left out, those that its objects need are added.
    """
    line = whole_line(case)
    for owner, flags in case.row.exclusive.items():
        for name, flag in flags.items() if path.startswith(f"{owner}.") else ():
            if flag in line and not path.startswith(f"{owner}.{name}."):
                place_of = line.index(flag)
                line = [*line[:place_of], *line[place_of + 2 :]]
    for other, parameter in options(case).items():
        owner, _, name = other.rpartition(".")
        inside = other != path and owner and f"{path}.".startswith(f"{owner}.")
        around = fact(body_schema(case), owner, case.level) if inside else None
        known = other in case.row.derive or str(parameter.flag) in line
        if around and name in around.get("required", ()) and not known:
            line += example(case, str(parameter.flag))
    return line


def example(case: Case, flag: str) -> list[str]:
    """Return an option of a text with a value that it takes."""
    parameter = next(each for each in case.row.parameters if each.flag == flag)
    return [flag, next(iter(parameter.value_examples), "acme")]


def whole_line(case: Case) -> list[str]:
    """Return the words behind a command that make it go: place, confirmation, what it needs."""
    return [*place(case), *sure(case), *(word for words in needed(case).values() for word in words)]
