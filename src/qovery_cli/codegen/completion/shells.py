"""Render the command table in the language of each shell: the blocks of its template."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from qovery_cli.codegen.completion.script_tables import Tables, specification
from qovery_cli.completion.grammar import Command, Group, Option

Blocks = dict[str, str]


def _lines(rows: Iterable[str]) -> str:
    return "\n".join(f"  {row}" for row in rows)


def _single(text: str) -> str:
    """Quote for bash and zsh."""
    return "'" + text.replace("'", "'\\''") + "'"


# bash: arrays of words with spaces between; columns have commas, as their headers have spaces.


def bash(tables: Tables) -> Blocks:
    """Return the blocks of the script for bash."""
    options = _lines(_single(specification(option)) for option in tables.options)
    nodes = _lines(_single(_bash_node(node, tables)) for node in tables.nodes)
    return {
        "OPTIONS": f"_qovery_options=(\n{options}\n)",
        "NODES": f"_qovery_nodes=(\n{nodes}\n)",
        "LEVELS": _posix_levels(tables),
        **_shared(tables, 0),
    }


def _bash_node(node: Group | Command, tables: Tables) -> str:
    if isinstance(node, Command):
        return "|" + "|".join(_parts(node, tables, 0))
    kids = " ".join(f"{name}:{tables.number(node, name)}" for name, _ in node.children)
    others = " ".join(f"{alias}:{tables.number(node, n)}" for alias, n in node.aliases.items())
    return f"{kids};{others}"


def _parts(command: Command, tables: Tables, first: int) -> tuple[str, str, str]:
    options, arguments = command.options, command.arguments
    return tables.ids(options, first), tables.ids(arguments, first), ",".join(command.columns)


def _posix_levels(tables: Tables) -> str:
    rows = (f"{' | '.join(kinds)}) level={level} ;;" for level, kinds in tables.levels.items())
    return _lines(rows)


def _shared(tables: Tables, first: int) -> Blocks:
    return {
        "EVERYWHERE": tables.ids(tables.everywhere, first),
        "ROOT": tables.ids(tables.root, first),
    }


# zsh: arrays; a child is NAME:SUMMARY, as _describe takes it.


def zsh(tables: Tables) -> Blocks:
    """Return the blocks of the script for zsh, whose arrays start at 1."""
    options = _lines(_single(specification(option)) for option in tables.options)
    offered = _lines(_single(_zsh_offered(option)) for option in tables.options)
    return {
        "OPTIONS": f"_qovery_options=(\n{options}\n)\n_qovery_offered=(\n{offered}\n)",
        "GROUPS": _lines(_zsh_group(group) for group in tables.groups),
        "COMMANDS": _lines(_zsh_command(command, tables) for command in tables.commands),
        "LEVELS": _lines(
            f"{kind} {level}" for level, kinds in tables.levels.items() for kind in kinds
        ),
        **_shared(tables, 1),
    }


def _zsh_offered(option: Option) -> str:
    """Return the candidates of an option, short flags last: some lists are cut off."""
    flags = sorted(option.shown, key=lambda flag: not flag.startswith("--"))
    return "\t".join(f"{flag}\t{option.summary}" for flag in flags)


def _zsh_group(group: Group) -> str:
    kids = " ".join(_single(f"{name}:{about.rstrip('.')}") for name, about in group.children)
    more = f" aliases={_single(_aliases(group))}" if group.aliases else ""
    return f"{_single(group.name)}) kids=({kids}){more} ;;"


def _aliases(group: Group) -> str:
    return " ".join(f"{alias}={name}" for alias, name in group.aliases.items())


def _zsh_command(command: Command, tables: Tables) -> str:
    options, arguments, _ = _parts(command, tables, 1)
    row = f"own=({options})" + (f" args=({arguments})" if arguments else "")
    columns = " ".join(_single(column) for column in command.columns)
    return f"{_single(command.name)}) {row}{f' columns=({columns})' if columns else ''} ;;"


# fish: lists that start at 1; a candidate is NAME, tab, SUMMARY.


def fish(tables: Tables) -> Blocks:
    """Return the blocks of the script for fish."""
    options = (
        f"{place}:{specification(option)}\t{option.summary}"
        for place, option in enumerate(tables.options, 1)
    )
    return {
        "OPTIONS": _fish_list("options", options),
        "NODES": _fish_nodes(tables),
        "LEVELS": "\n".join(
            f"set -g __qovery_in_{kind} {level}"
            for level, kinds in tables.levels.items()
            for kind in kinds
        ),
        **_shared(tables, 1),
    }


def _fish_list(name: str, rows: Iterable[str]) -> str:
    quoted = (row.replace("\\", "\\\\").replace("'", "\\'") for row in rows)
    lines = " \\\n".join(f"    '{row}'" for row in quoted)
    return f"set -g __qovery_{name} \\\n{lines}"


def _fish_nodes(tables: Tables) -> str:
    kids, first, final = list[str](), list[int](), list[int]()
    for group in tables.groups:
        first.append(len(kids) + 1)
        kids += [
            f"{tables.number(group, name) + 1}:{name}\t{about.rstrip('.')}"
            for name, about in group.children
        ]
        final.append(len(kids))
    others = (
        " ".join(
            f"{tables.number(group, name) + 1}:{alias}" for alias, name in group.aliases.items()
        )
        for group in tables.groups
    )
    commands = ("|" + "|".join(_parts(command, tables, 1)) for command in tables.commands)
    lists = [
        _fish_list("nodes", (*others, *commands)),
        _fish_list("kids", kids),
        f"set -g __qovery_first {' '.join(map(str, first))}",
        f"set -g __qovery_final {' '.join(map(str, final))}",
    ]
    return "\n".join(lists)


# PowerShell: hashtables of texts, split where they are used.


def powershell(tables: Tables) -> Blocks:
    """Return the blocks of the script for PowerShell."""
    options = _lines(_ps_quoted(specification(option)) for option in tables.options)
    about = _lines(_ps_quoted(option.summary) for option in tables.options)
    return {
        "OPTIONS": f"    Options = @(\n{options}\n    )\n    About = @(\n{about}\n    )",
        "GROUPS": _lines(_ps_group(group) for group in tables.groups),
        "COMMANDS": _lines(_ps_command(command, tables) for command in tables.commands),
        **_shared(tables, 0),
    }


def _ps_quoted(text: str) -> str:
    # It takes typographic quotes for quotes as well.
    return "'" + "".join(c * 2 if c in "'\u2018\u2019\u201a\u201b" else c for c in text) + "'"


def _ps_group(group: Group) -> str:
    kids = ", ".join(_ps_quoted(f"{name}\t{about.rstrip('.')}") for name, about in group.children)
    return f"{_ps_quoted(group.name)} = @({_ps_quoted(_aliases(group))}, @({kids}))"


def _ps_command(command: Command, tables: Tables) -> str:
    parts = ", ".join(_ps_quoted(part) for part in _parts(command, tables, 0))
    return f"{_ps_quoted(command.name)} = @({parts})"


ALL: dict[str, Callable[[Tables], Blocks]] = {
    "bash": bash,
    "zsh": zsh,
    "fish": fish,
    "powershell": powershell,
}
