"""The command table: every command, its parameters, and the operations behind it.

``python -m qovery_cli.codegen`` writes ``data/index.json`` (what a listing of commands needs) and
``data/<group>.json`` (all of a group's commands). Help, completion, ``qovery commands`` and the
engine read only these. Help is to cost the reading of one file: neither Typer nor dataclasses,
typing, functools or pathlib are imported here.
"""

from __future__ import annotations

import os
from types import MappingProxyType

from qovery_cli import baked
from qovery_cli.frozen import record

TYPE_CHECKING = False

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from typing import Any

DATA = os.path.join(os.path.dirname(__file__), "data")  # noqa: PTH118, PTH120 - pathlib costs 7 ms


@record
class ParameterSpec:
    """A parameter of a command: an argument or an option.

    ``where`` is path, query, body or cli; ``field`` is the name in the API, dotted where nested.
    ``variants`` are the positions of the operations it belongs to, empty for all of them.
    ``resource`` is the kind of resource that a name is resolved as; ``resources`` are such kinds
    by the value of the field ``resource_by`` in the same body. In an object, the values of the
    keys in ``keys`` are names of resources of these kinds. ``written`` is the form in
    ``body.value_formats`` in which people write the value, with ``value_examples``. ``demanded``
    are the positions of the operations that require it at any level; ``required_at`` are the
    levels that require a parameter which is not required everywhere. ``same_as`` names the
    parameter whose value this one takes: it is not typed itself. ``panel`` is its heading in help,
    empty for the default one. ``required_by_override`` marks what the CLI requires though the API
    may not. ``least`` is the smallest sensible number without a unit, where it differs from the
    unit's own.
    """

    name: str
    kind: str
    where: str
    flag: str | None = None
    aliases: tuple[str, ...] = ()
    short: str | None = None
    field: str | None = None
    required: bool = False
    type: str = "string"
    enum: tuple[str, ...] | None = None
    repeatable: bool = False
    help: str = ""
    metavar: str | None = None
    default: Any = None
    resource: str | None = None
    resources: Mapping[str, str] = MappingProxyType({})
    resource_by: str | None = None
    keys: Mapping[str, str] = MappingProxyType({})
    api: tuple[str, ...] = ()
    unit: str | None = None
    written: str | None = None
    value_examples: tuple[str, ...] = ()
    secret: bool = False
    hidden: bool = False
    variants: tuple[int, ...] = ()
    demanded: tuple[int, ...] = ()
    required_at: tuple[str, ...] = ()
    variable: str | None = None
    same_as: str | None = None
    panel: str = ""
    required_by_override: bool = False
    least: int | None = None

    @property
    def spelling(self) -> str:
        """How a person gives it: the flag, for an argument its name as well."""
        if self.kind == "argument":
            return f"{self.metavar or self.name.upper()} or {self.flag}"
        return str(self.flag)

    @property
    def is_flag(self) -> bool:
        """Tell whether the option takes no value."""
        return self.type == "boolean" and not self.repeatable and self.kind == "option"


@record
class OperationSpec:
    """One operation that a command is the command of, and when it is the one that is meant.

    ``when`` is the literal text on the command line that selects it. ``api`` are the levels at
    which it is used. ``fields`` renames body fields of the command to those of this operation.
    """

    operation: str
    method: str
    path: str
    api: tuple[str, ...]
    when: str | None = None
    retired: str | None = None
    fetch: str | None = None
    fields: Mapping[str, str] = MappingProxyType({})


@record
class CommandSpec:
    """One command of the CLI with all that help and the engine know of it.

    ``defaults`` are, by level, the operations that tell the defaults of settings. With
    ``list_of_one`` some level wraps the one object of body and answer in a list. ``done`` is what
    has happened where the answer does not say it. A table has a line for each item of the list in
    the field ``expand`` of an item, and names for the ids in fields that ``names`` maps to kinds.
    ``again`` are secrets that an update has to be given again, with the field of the answer that
    says so. ``units`` has the units of the numbers in body and answer by path, without indexes.
    """

    command: str
    summary: str
    kind: str
    changes: bool = False
    about: str = ""
    examples: tuple[str, ...] = ()
    variants: tuple[OperationSpec, ...] = ()
    parameters: tuple[ParameterSpec, ...] = ()
    handler: str | None = None
    uses: tuple[str, ...] = ()
    target: str | None = None
    columns: tuple[str, ...] = ()
    wide: tuple[str, ...] = ()
    confirm: str | None = None
    confirm_production: bool = False
    wait: str | None = None
    join: Mapping[str, str] = MappingProxyType({})
    renames: Mapping[str, str] = MappingProxyType({})
    list_keys: Mapping[str, str] = MappingProxyType({})
    derive: Mapping[str, Any] = MappingProxyType({})
    defaults: Mapping[str, str] = MappingProxyType({})
    list_of_one: bool = False
    done: str | None = None
    expand: str | None = None
    names: Mapping[str, str] = MappingProxyType({})
    again: Mapping[str, str] = MappingProxyType({})
    hidden: bool = False
    units: Mapping[str, str] = MappingProxyType({})

    @property
    def typed_parameters(self) -> tuple[ParameterSpec, ...]:
        """The parameters that are typed themselves."""
        return tuple(p for p in self.parameters if p.same_as is None)

    @property
    def words(self) -> tuple[str, ...]:
        """The words that are typed after ``qovery``."""
        return tuple(self.command.split())


class GroupSpec:
    """One line of a listing: a command, or a group with its children by name.

    ``rows`` are the children as they stand in the table; they become rows when they are asked for,
    because a command needs only those on its way.
    """

    def __init__(
        self,
        name: str,
        summary: str,
        panel: str = "",
        aliases: tuple[str, ...] = (),
        hidden: bool = False,
        rows: Sequence[dict[str, Any]] = (),
    ) -> None:
        self.name = name
        self.summary = summary
        self.panel = panel
        self.aliases = aliases
        self.hidden = hidden
        self._rows = rows
        self._children: dict[str, GroupSpec] | None = None

    @property
    def children(self) -> Mapping[str, GroupSpec]:
        """The children by name, in the order of help."""
        if self._children is None:
            self._children = {row["name"]: group_row(row) for row in self._rows}
        return self._children

    @property
    def is_group(self) -> bool:
        """Tell whether it has children of its own."""
        return bool(self._rows)


def _file(name: str) -> str:
    return os.path.join(DATA, f"{name}.json")  # noqa: PTH118 - as above


def belongs(parameter: ParameterSpec, position: int) -> bool:
    """Tell whether a parameter is one of the operation at a position of its command."""
    return not parameter.variants or position in parameter.variants


_kept: list[GroupSpec] = []


def index() -> GroupSpec:
    """Return the whole tree of names and summaries, the root without a name."""
    if not _kept:
        _kept.append(group_row(baked.whole(_file("index"))))
    return _kept[0]


def group_row(raw: dict[str, Any]) -> GroupSpec:
    """Return the group or command that a JSON object of the index stands for."""
    aliases, rows = tuple(raw.get("aliases", ())), raw.get("children", ())
    panel, hidden = raw.get("panel", ""), raw.get("hidden", False)
    return GroupSpec(raw["name"], raw["summary"], panel, aliases, hidden, rows)


def command(name: str) -> CommandSpec:
    """Return one command by its full name, such as ``app domain create``; KeyError if unknown."""
    return command_row(baked.member(_file(name.split()[0]), name))


def commands() -> list[CommandSpec]:
    """Return every command, in the order of help."""
    return [command(name) for name in names(index())]


def names(group: GroupSpec, prefix: str = "") -> list[str]:
    """Return the full names of the commands under a group."""
    found: list[str] = []
    for child in group.children.values():
        name = f"{prefix} {child.name}".strip()
        found += names(child, name) if child.is_group else [name]
    return found


def command_row(raw: Mapping[str, Any]) -> CommandSpec:
    """Return the row that a JSON object of the table stands for."""
    given: dict[str, Any] = dict(raw)
    given["variants"] = tuple(_row(OperationSpec, item) for item in raw.get("variants", ()))
    given["parameters"] = tuple(_row(ParameterSpec, item) for item in raw.get("parameters", ()))
    row: CommandSpec = _row(CommandSpec, given)
    return row


def _row(kind: type[Any], raw: Mapping[str, Any]) -> Any:
    return kind(**{k: tuple(v) if isinstance(v, list) else v for k, v in raw.items()})
