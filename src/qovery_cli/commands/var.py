"""qovery var set: create, change or override many variables at once."""

import shlex
from collections.abc import Mapping
from typing import Annotated, Any, Final

import typer

from qovery_cli import catalog
from qovery_cli.body.update import request_from
from qovery_cli.cli.handler_binding import Binding
from qovery_cli.commands.variable_scope import (
    BUILT_IN,
    Entry,
    VariableScope,
    check_keys,
    find_scope,
    list_visible,
)
from qovery_cli.errors import ConflictError, UsageError
from qovery_cli.messages import invalid, is_missing
from qovery_cli.session import Session
from qovery_cli.session.changes import Change, Outcome, make_changes

Pairs = Annotated[
    list[str] | None,
    typer.Argument(metavar="KEY=VALUE", help="Variable to set; repeatable"),
    Binding(where="cli", required=True),
]

_EXAMPLE: Final = "For example: `qovery var set LOG_LEVEL=debug`."
_DONE: Final = {
    None: "unchanged",
    "var create": "created",
    "var update": "changed",
    "var override": "overridden",
}


def set_(session: Session, pairs: Pairs = None, **options: str) -> None:
    """Create, change or override variables, as each key requires."""
    values = _parse_pairs(pairs or [])
    check_keys(values)
    scope = find_scope(session, "var list", options)
    variables, secrets = list_visible(session, scope)
    _refuse_secrets(values, secrets, scope, options)
    changes = [_change(session, scope, pair, variables) for pair in values.items()]
    items = list(values.items())

    def describe(index: int, outcome: Outcome) -> dict[str, Any]:
        key, value = items[index]
        return {"key": key, "value": value, "done": outcome.state}

    make_changes(session, changes, describe)


def _parse_pairs(pairs: list[str]) -> dict[str, str]:
    """Return the values by key; raise UsageError for invalid, repeated and missing pairs."""
    values: dict[str, str] = {}
    for pair in pairs:
        key, sign, value = pair.partition("=")
        if not sign or not key:
            raise UsageError(invalid("variable", pair, "KEY=VALUE"), hint=_EXAMPLE)
        if key in values:
            raise UsageError(f"'{key}' was given twice.")
        values[key] = value
    if not values:
        raise UsageError(is_missing("KEY=VALUE"), hint=_EXAMPLE)
    return values


def _refuse_secrets(
    values: Mapping[str, str],
    secrets: list[Entry],
    scope: VariableScope,
    options: Mapping[str, Any],
) -> None:
    """Raise ConflictError for the key of a secret, whose value would become readable."""
    for secret in secrets:
        key = secret["key"]
        if key in values:
            verb = "update" if secret.get("scope") == scope.name else "override"
            name = options.get(scope.option.lstrip("-"))
            arguments = f" {scope.option} {shlex.quote(name)}" if name else ""
            raise ConflictError(
                f"'{key}' is a secret.", hint=f"Use `qovery secret {verb} {key}{arguments}`."
            )


def _change(
    session: Session, scope: VariableScope, pair: tuple[str, str], variables: list[Entry]
) -> Change:
    key, value = pair
    command, extra, body = _command(key, value, variables, scope.name)
    request = None
    if command:
        path, operation = {**scope.path, **extra}, catalog.operation(scope.operation(command))
        if command == "var update":
            # The PUT replaces the whole variable, including its description.
            body = request_from(body, operation.response or {}, operation.body or {})
        request = session.request(operation.key, path, None, body)
    return Change(key, request, _DONE[command])


def _command(
    key: str, value: str, variables: list[Entry], scope: str
) -> tuple[str | None, dict[str, str], dict[str, Any]]:
    """Return the command that sets the value, its path values and its body.

    The command is None if the key has the value already. The body of an update has all fields of
    the variable. Raises UsageError for aliases and built-in variables.
    """
    entries = [entry for entry in variables if entry["key"] == key]
    current = next((entry for entry in entries if entry.get("scope") == scope), None)
    if current is not None:
        if current.get("value") == value:
            return None, {}, {}
        alias = current.get("aliased_variable")
        if alias:
            raise UsageError(
                f"'{key}' is an alias of '{alias['key']}' and has no value of its own.",
                hint=f"Set '{alias['key']}' itself.",
            )
        return "var update", {"environmentVariableId": current["id"]}, {**current, "value": value}
    if any(entry.get("scope") == BUILT_IN for entry in entries):
        raise UsageError(f"'{key}' is built in and cannot be set.", hint="Create an alias of it.")
    if entries:
        return "var override", {"environmentVariableId": entries[0]["id"]}, {"value": value}
    return "var create", {}, {"key": key, "value": value}
