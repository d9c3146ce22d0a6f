"""Generate the files of the command table: an index of all names, and a file for each group."""

import json
from collections.abc import Mapping
from typing import Any

from qovery_cli.cli import command_table
from qovery_cli.cli.command_table import CommandSpec, GroupSpec
from qovery_cli.codegen.table.build_table import as_json, build_commands
from qovery_cli.codegen.table.command_index import build_index
from qovery_cli.codegen.table.overrides import Overrides

INDEX = "index.json"


def generate_table(overrides: Overrides) -> dict[str, str]:
    """Return the text of every file of the table by its name."""
    commands = build_commands(overrides)
    groups: dict[str, dict[str, Any]] = {}
    for row in commands:
        groups.setdefault(row.words[0], {})[row.command] = as_json(row)
    contents = {"index": build_index(commands, overrides), **groups}
    return {f"{name}.json": _text(content) for name, content in contents.items()}


def read_table(files: Mapping[str, str]) -> tuple[GroupSpec, list[CommandSpec]]:
    """Return the index and the commands, in the order of help, that generated files contain."""
    index = command_table.group_row(json.loads(files[INDEX]))
    groups = [json.loads(text) for name, text in files.items() if name != INDEX]
    commands = {name: raw for group in groups for name, raw in group.items()}
    return index, [command_table.command_row(commands[name]) for name in command_table.names(index)]


def _text(content: Any) -> str:
    return json.dumps(content, indent=1, ensure_ascii=False) + "\n"
