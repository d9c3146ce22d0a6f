"""Number the groups, commands and options of the command table for the scripts."""

from __future__ import annotations

from collections.abc import Iterable

from qovery_cli.catalog.resources import RESOURCES
from qovery_cli.cli.command_table import CommandSpec, GroupSpec
from qovery_cli.completion import grammar
from qovery_cli.completion.grammar import Command, Group, Option
from qovery_cli.frozen import record


@record
class Tables:
    """Groups (the root first), commands, and each option once; numbers start at 0."""

    groups: tuple[Group, ...]
    commands: tuple[Command, ...]
    options: tuple[Option, ...]
    everywhere: tuple[Option, ...]
    root: tuple[Option, ...]
    levels: dict[str, list[str]]

    @classmethod
    def build(cls, index: GroupSpec, rows: Iterable[CommandSpec]) -> Tables:
        """Return the tables for an index and its commands, which are in the order of help."""
        commands, everywhere = tuple(map(grammar.command, rows)), grammar.everywhere()
        root = grammar.at_root()
        of_commands = (option for each in commands for option in (*each.options, *each.arguments))
        options = tuple(
            {_key(option): option for option in (*everywhere, *root, *of_commands)}.values()
        )
        return cls(tuple(grammar.groups(index)), commands, options, everywhere, root, _levels())

    @property
    def nodes(self) -> tuple[Group | Command, ...]:
        """All groups and commands, groups first."""
        return (*self.groups, *self.commands)

    def ids(self, options: Iterable[Option], first: int) -> str:
        """Return the numbers of options in the table, which starts at ``first``."""
        return " ".join(str(self.options.index(option) + first) for option in options)

    def number(self, group: Group, child: str) -> int:
        """Return the number of a group's child among the nodes."""
        full_name = f"{group.name} {child}".strip()
        return next(number for number, node in enumerate(self.nodes) if node.name == full_name)


def _key(option: Option) -> tuple[str, str]:
    return specification(option), option.summary


def specification(option: Option) -> str:
    """Return an option in the form of the scripts: ``[*]SHOWN...;ACCEPTED...[|VALUE]``."""
    flags = f"{' '.join(option.shown)};{' '.join(option.accepted)}"
    value = "" if option.value is None else f"|{option.value}"
    return f"{'*' if option.repeatable else ''}{flags}{value}"


def _levels() -> dict[str, list[str]]:
    """Return the kinds of resources by the kind of their parent."""
    levels: dict[str, list[str]] = {}
    for resource in RESOURCES.values():
        if resource.parent is not None and not resource.singleton:
            levels.setdefault(resource.parent, []).append(resource.kind)
    return levels
