"""Render the command table as the small files that the completion scripts read.

``completions/README.md`` describes the format. Each command has a file of its own and one line in
the index of its group, so that a new command changes nothing else.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from qovery_cli.catalog.resources import RESOURCES
from qovery_cli.cli.command_table import CommandSpec, GroupSpec
from qovery_cli.codegen.override_schema import CommandOverride
from qovery_cli.codegen.table.engine_options import engine_options
from qovery_cli.codegen.table.path_parameters import scope_option
from qovery_cli.completion import grammar
from qovery_cli.completion.grammar import Command, Option
from qovery_cli.config.scope import FLAGS, LEVELS, VARIABLES, shadowed_levels
from qovery_cli.config.validation import API_LEVELS

INDEX, OPTIONS, SCOPE = "_index.tsv", "_options.tsv", "_scope.tsv"


def generate_tables(index: GroupSpec, specs: Iterable[CommandSpec]) -> dict[str, str]:
    """Return the text of each file by its path in the folder of the tables."""
    commands = {spec.command: grammar.command(spec) for spec in specs}
    shared = _shared_options()
    files = {OPTIONS: _options_file(shared), SCOPE: _scope_file()}
    for name, command in commands.items():
        files[f"{name.replace(' ', '/')}.tsv"] = _command_file(command, shared)
    return files | _index_files(index, "", commands)


def option_row(option: Option) -> str:
    """Return ``[*]SHOWN...;ACCEPTED...[|VALUE]``, a tab, the summary, and what lacks it."""
    flags = f"{' '.join(option.shown)};{' '.join(option.accepted)}"
    value = "" if option.value is None else f"|{_value(option.value)}"
    return _row(f"{'*' if option.repeatable else ''}{flags}{value}", option.summary, option.levels)


def _value(code: str) -> str:
    """Return the code of a value; each kind of resource is followed by that of its parent."""
    if not code.startswith("@"):
        return code
    return "@" + "|".join(_kinds(alternative) for alternative in code[1:].split("|"))


def _kinds(alternative: str) -> str:
    kinds, mark, condition = alternative.partition("?")
    with_parents = (f"{kind}:{RESOURCES[kind].parent or ''}" for kind in kinds.split("+"))
    return "+".join(with_parents) + mark + condition


def _row(words: str, summary: str, levels: Sequence[str]) -> str:
    """Return a row; the last field are the API levels that lack it, which is easy to search for."""
    lacking = [level for level in API_LEVELS if level not in levels] if levels else []
    return f"{words}\t{summary}" + (f"\t!{' '.join(lacking)}" if lacking else "")


def _lines(rows: Iterable[str]) -> str:
    return "".join(f"{row}\n" for row in rows)


def _shared_options() -> list[str]:
    """Return the rows that many commands have: the scope, and the engine's own options.

    They do not depend on the commands that exist. Commands refer to them by their first word.
    """
    override = CommandOverride.model_construct(wait="deploy", confirm="yes")
    scope = (scope_option(RESOURCES[level], "path") for level in LEVELS)
    engine = engine_options("update", override, body=True, changes=True)
    return [option_row(grammar.shared_option(parameter)) for parameter in (*scope, *engine)]


def _options_file(shared: Sequence[str]) -> str:
    everywhere, root = grammar.everywhere(), grammar.at_root()
    last = 1 + len(everywhere)
    rows = map(option_row, (*everywhere, *root))
    return _lines([f"{last} {last + len(root)}", *rows, *shared])


def _command_file(command: Command, shared: Sequence[str]) -> str:
    arguments, options = ([*map(option_row, each)] for each in (command.arguments, command.options))
    references = [re.split("[ ;]", row)[0] for row in shared if row in options]
    first = " ".join([str(1 + len(arguments)), *references]) + "\t" + ",".join(command.columns)
    return _lines([first, *arguments, *(row for row in options if row not in shared)])


def _index_files(group: GroupSpec, name: str, commands: Mapping[str, Command]) -> dict[str, str]:
    """Return the indexes of a group and of the groups in it."""
    files, rows = dict[str, str](), list[str]()
    for child in group.children.values():
        full_name = f"{name} {child.name}".strip()
        words = " ".join((f"-{child.name}" if child.hidden else child.name, *child.aliases))
        rows.append(_row(words, child.summary.rstrip("."), _levels(child, full_name, commands)))
        if child.is_group:
            files |= _index_files(child, full_name, commands)
    return {f"{name.replace(' ', '/')}/{INDEX}".lstrip("/"): _lines(rows), **files}


def _levels(entry: GroupSpec, name: str, commands: Mapping[str, Command]) -> tuple[str, ...]:
    """Return the API levels that have a command, or any command of a group; empty for all."""
    if not entry.is_group:
        return commands[name].levels
    offered = (child for child in entry.children.values() if not child.hidden)
    levels = [_levels(child, f"{name} {child.name}", commands) for child in offered]
    return () if () in levels else grammar.restricted(level for each in levels for level in each)


def _scope_file() -> str:
    """Return a row for each level: its parent, option and variable, its depth, what it hides.

    The last field is the least depth of the levels that it hides in later sources.
    """
    rows = []
    for level in LEVELS:
        hidden = min((_depth(other) for other in shadowed_levels(level)), default=9)
        names = (level, RESOURCES[level].parent or "-", FLAGS[level], VARIABLES[level])
        rows.append("\t".join((*names, str(_depth(level)), str(hidden))))
    return _lines(rows)


def _depth(level: str) -> int:
    parent = RESOURCES[level].parent
    return 0 if parent is None else _depth(parent) + 1
