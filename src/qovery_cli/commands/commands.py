"""qovery commands: the command table as data for other programs."""

import json
from pathlib import Path
from typing import Any

from qovery_cli import catalog
from qovery_cli.cli import command_table
from qovery_cli.cli.command_table import CommandSpec, OperationSpec, ParameterSpec, belongs
from qovery_cli.output.view import View
from qovery_cli.session import Session


def commands(session: Session) -> None:
    """Show an object for each command and each of its operations.

    At the end are the operations that only `qovery api` sends, each with the reason.
    """
    listed = (row for row in command_table.commands() if row.variants or not row.hidden)
    rows = [entry for row in listed for entry in entries(row)]
    rows += [_unlisted(*item) for item in unlisted().items()]
    session.show(rows, View(session.view.columns, session.view.wide, kind="list"))


def unlisted() -> dict[str, str]:
    """Return the operations that no command has, with the reason of each."""
    path = Path(command_table.DATA, command_table.UNLISTED)
    reasons: dict[str, str] = json.loads(path.read_bytes())
    return reasons


def entries(row: CommandSpec) -> list[dict[str, Any]]:
    """Return the objects of one command, one per operation; their shape is a stable interface."""
    if not row.variants:
        return [_entry(row, None, None)]
    return [_entry(row, position, variant) for position, variant in enumerate(row.variants)]


def _entry(row: CommandSpec, position: int | None, variant: OperationSpec | None) -> dict[str, Any]:
    entry: dict[str, Any] = {
        "command": row.command,
        "operation": variant.operation if variant else None,
        "method": variant.method if variant else None,
        "path": variant.path if variant else None,
        "api": list(variant.api) if variant else [],
        "when": variant.when if variant else None,
        "summary": row.summary,
        "changes": row.changes,
        "confirm": row.confirm,
        "by_rule": row.by_rule,
        "parameters": [_parameter(p, position) for p in row.parameters if _is_listed(p, position)],
    }
    if row.uses:
        entry["uses"] = list(row.uses)
    return entry


def _unlisted(key: str, reason: str) -> dict[str, Any]:
    operation = catalog.operation(key)
    return {
        "command": f"api --operation {key}",
        "operation": key,
        "method": operation.method,
        "path": operation.path,
        "api": list(operation.api),
        "when": None,
        "summary": f"Has no command: {reason}.",
        "changes": operation.changes,
        "confirm": None,
        "by_rule": False,
        "parameters": [],
    }


def _is_listed(row: ParameterSpec, position: int | None) -> bool:
    if row.hidden and not row.required_variants:
        return False
    return position is None or belongs(row, position)


def _parameter(row: ParameterSpec, position: int | None) -> dict[str, Any]:
    return {
        "name": (row.same_as or row.name).rstrip("_"),
        "kind": row.kind,
        "flag": row.flag,
        "in": row.where,
        "field": row.field,
        # Required at any API level, so that one command line works at all of them.
        "required": row.required or position in row.required_variants,
        "required_at": list(row.required_at),
        "type": row.type,
        "enum": list(row.enum) if row.enum else None,
        "repeatable": row.repeatable,
    }
