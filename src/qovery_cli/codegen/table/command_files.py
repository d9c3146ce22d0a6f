"""Generate the files of the command table: a folder for each group, with its index and commands."""

import json
from collections.abc import Mapping
from typing import Any

from qovery_cli.cli.command_table import COMMANDS, INDEX, UNLISTED, CommandTable
from qovery_cli.codegen.table.build_table import as_json, build_commands
from qovery_cli.codegen.table.command_index import build_index
from qovery_cli.codegen.table.overrides import Overrides
from qovery_cli.codegen.table.rule_commands import with_rule_commands


def generate_table(overrides: Overrides) -> dict[str, str]:
    """Return the text of every file of the table by its name, such as ``app/domain/index.json``."""
    overrides = with_rule_commands(overrides)
    commands = build_commands(overrides)
    files: dict[str, Any] = {
        _name(path, INDEX): children for path, children in build_index(commands, overrides).items()
    }
    files[UNLISTED] = {key: each.reason for key, each in overrides.unlisted.items()}
    for row in commands:
        files.setdefault(_name(row.words[:-1], COMMANDS), {})[row.command] = as_json(row)
    return {name: _text(content) for name, content in files.items()}


def read_table(files: Mapping[str, str]) -> CommandTable:
    """Return the table that generated files contain."""
    return CommandTable(lambda name: json.loads(files[name]))


def _name(path: tuple[str, ...], file: str) -> str:
    return "/".join((*path, file))


def _text(content: Any) -> str:
    return json.dumps(content, indent=1, ensure_ascii=False) + "\n"
