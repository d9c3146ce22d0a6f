"""The command table: every command, its parameters, and the operations behind it.

``python -m qovery_cli.codegen`` writes a folder for each group, such as ``data/app/domain``, with
two files: ``index.json`` lists the names and summaries of its children, ``commands.json`` contains
its commands. A command line reads only the folders on its path, so its cost does not depend on the
number of commands. Help, completion, ``qovery commands`` and the engine read only these files. To
keep help fast, neither Typer nor dataclasses, typing, functools or pathlib are imported here.
"""

from __future__ import annotations

import json
import os
from types import MappingProxyType

from qovery_cli.frozen import record

TYPE_CHECKING = False

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from typing import Any

INDEX, COMMANDS, UNLISTED = "index.json", "commands.json", "unlisted.json"
SUMMARY = "Manage everything on Qovery from the command line."
DATA = os.path.join(os.path.dirname(__file__), "data")  # noqa: PTH118, PTH120 - pathlib costs 7 ms


@record
class ParameterSpec:
    """A parameter of a command: an argument or an option.

    ``where`` is path, query, body or cli; ``field`` is the name in the API, dotted where nested.
    ``variants`` are the positions of the operations it belongs to, empty for all of them.
    ``resource`` is the kind of resource that a name is resolved as; ``resources`` are such kinds
    by the value of the field ``resource_by`` in the same body. In an object, the values of the
    keys in ``keys`` are names of resources of these kinds. ``format`` is the input format of the
    value, a key of ``body.value_formats``, with ``value_examples``. ``required_variants``
    are the positions of the operations that require it at any level; ``required_at`` are the
    levels that require a parameter which is not required everywhere. ``same_as`` names the
    parameter whose value this one takes: it is not typed itself. ``panel`` is its heading in help,
    empty for the default one. ``required_by_override`` marks what the CLI requires though the API
    may not. ``minimum`` is the smallest sensible number without a unit, where it differs from the
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
    format: str | None = None
    value_examples: tuple[str, ...] = ()
    secret: bool = False
    hidden: bool = False
    variants: tuple[int, ...] = ()
    required_variants: tuple[int, ...] = ()
    required_at: tuple[str, ...] = ()
    variable: str | None = None
    same_as: str | None = None
    panel: str = ""
    required_by_override: bool = False
    minimum: int | None = None

    @property
    def spelling(self) -> str:
        """The name in messages: the flag, for an argument ``NAME or --flag``."""
        if self.kind == "argument":
            return f"{self.metavar or self.name.upper()} or {self.flag}"
        return str(self.flag)

    @property
    def is_flag(self) -> bool:
        """True for an option without a value."""
        return self.type == "boolean" and not self.repeatable and self.kind == "option"


@record
class OperationSpec:
    """One operation of a command, and the condition that selects it.

    ``when`` is the literal option on the command line that selects it. ``api`` are the levels at
    which it is used. ``fields`` renames body fields of the command to those of this operation.
    ``columns`` and ``wide`` replace those of the command if its response is another one.
    """

    operation: str
    method: str
    path: str
    api: tuple[str, ...]
    when: str | None = None
    retired: str | None = None
    fetch: str | None = None
    fields: Mapping[str, str] = MappingProxyType({})
    columns: tuple[str, ...] = ()
    wide: tuple[str, ...] = ()


@record
class CommandSpec:
    """One command of the CLI: everything that help and the engine need.

    ``defaults`` are, by level, the operations that return the defaults of settings. With
    ``list_of_one`` some level wraps the object of request and response in a list. ``done`` is the
    result to print if the response is empty. A table has one row per item of the list in the field
    ``expand``, and resource names for the ids in fields that ``names`` maps to kinds. ``resend``
    maps write-only secrets that an update must resend to the response field that shows that they
    are set. ``exclusive`` are the objects of a body that have exactly one of some fields, each with
    a flag. ``by_rule`` marks a command whose name and texts are derived from the API. ``units``
    are the units of numbers in request and response, by path without indexes.
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
    exclusive: Mapping[str, Mapping[str, str]] = MappingProxyType({})
    defaults: Mapping[str, str] = MappingProxyType({})
    list_of_one: bool = False
    done: str | None = None
    expand: str | None = None
    names: Mapping[str, str] = MappingProxyType({})
    resend: Mapping[str, str] = MappingProxyType({})
    hidden: bool = False
    by_rule: bool = False
    units: Mapping[str, str] = MappingProxyType({})

    def __repr__(self) -> str:
        """Return the command's name alone: a failing test prints many of these."""
        return f"CommandSpec({self.command!r})"

    @property
    def typed_parameters(self) -> tuple[ParameterSpec, ...]:
        """The parameters that appear on the command line."""
        return tuple(p for p in self.parameters if p.same_as is None)

    @property
    def words(self) -> tuple[str, ...]:
        """The words of the command after ``qovery``."""
        return tuple(self.command.split())


class GroupSpec:
    """An entry of the index: a command, or a group with its children by name.

    ``load`` returns the children of a group, in the order of help. It is called on first access,
    because a command line needs only the groups on its path.
    """

    def __init__(
        self,
        name: str,
        summary: str,
        panel: str = "",
        aliases: tuple[str, ...] = (),
        hidden: bool = False,
        load: Callable[[], Mapping[str, GroupSpec]] | None = None,
    ) -> None:
        self.name = name
        self.summary = summary
        self.panel = panel
        self.aliases = aliases
        self.hidden = hidden
        self._load = load
        self._children: Mapping[str, GroupSpec] | None = None

    @property
    def children(self) -> Mapping[str, GroupSpec]:
        """The children by name, in the order of help; empty for a command."""
        if self._children is None:
            self._children = self._load() if self._load else {}
        return self._children

    @property
    def is_group(self) -> bool:
        """True for a group, False for a command."""
        return self._load is not None


class CommandTable:
    """The index and the commands in a set of files.

    ``read`` returns the parsed contents of a file by its name, such as ``app/domain/index.json``.
    """

    def __init__(self, read: Callable[[str], Any]) -> None:
        self._read = read
        self._rows: dict[tuple[str, ...], dict[str, Any]] = {}
        self.index = GroupSpec("", SUMMARY, load=lambda: self._children(()))

    def command(self, name: str) -> CommandSpec:
        """Return one command by its full name, such as ``app domain create``; KeyError if unknown.

        ``app domain create`` is in ``app/domain/commands.json``.
        """
        path = tuple(name.split()[:-1])
        if path not in self._rows:
            try:
                self._rows[path] = self._read("/".join((*path, COMMANDS)))
            except FileNotFoundError:
                raise KeyError(name) from None
        return command_row(self._rows[path][name])

    def commands(self) -> list[CommandSpec]:
        """Return every command, in the order of help."""
        return [self.command(name) for name in names(self.index)]

    def _children(self, path: tuple[str, ...]) -> dict[str, GroupSpec]:
        rows = self._read("/".join((*path, INDEX)))
        return {row["name"]: self._entry(row, (*path, row["name"])) for row in rows}

    def _entry(self, row: dict[str, Any], path: tuple[str, ...]) -> GroupSpec:
        load = (lambda: self._children(path)) if row.get("group") else None
        aliases, panel = tuple(row.get("aliases", ())), row.get("panel", "")
        return GroupSpec(
            row["name"], row["summary"], panel, aliases, row.get("hidden", False), load
        )


def belongs(parameter: ParameterSpec, position: int) -> bool:
    """Return whether a parameter belongs to the operation at a position of its command."""
    return not parameter.variants or position in parameter.variants


def _read_packaged(name: str) -> Any:
    path = os.path.join(DATA, *name.split("/"))  # noqa: PTH118 - as above
    with open(path, "rb") as file:  # noqa: PTH123 - as above
        return json.loads(file.read())


_PACKAGED = CommandTable(_read_packaged)


def index() -> GroupSpec:
    """Return the root of the packaged table's index; its name is empty."""
    return _PACKAGED.index


def command(name: str) -> CommandSpec:
    """Return one command of the packaged table by its full name; KeyError if unknown."""
    return _PACKAGED.command(name)


def commands() -> list[CommandSpec]:
    """Return every command of the packaged table, in the order of help."""
    return _PACKAGED.commands()


def names(group: GroupSpec, prefix: str = "") -> list[str]:
    """Return the full names of the commands under a group."""
    command_names: list[str] = []
    for child in group.children.values():
        name = f"{prefix} {child.name}".strip()
        command_names += names(child, name) if child.is_group else [name]
    return command_names


def command_row(raw: Mapping[str, Any]) -> CommandSpec:
    """Return the command for a JSON object of the table."""
    values: dict[str, Any] = dict(raw)
    values["variants"] = tuple(_spec(OperationSpec, item) for item in raw.get("variants", ()))
    values["parameters"] = tuple(_spec(ParameterSpec, item) for item in raw.get("parameters", ()))
    spec: CommandSpec = _spec(CommandSpec, values)
    return spec


def _spec(kind: type[Any], raw: Mapping[str, Any]) -> Any:
    return kind(**{k: tuple(v) if isinstance(v, list) else v for k, v in raw.items()})
