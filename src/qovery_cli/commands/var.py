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
from qovery_cli.session import Session
from qovery_cli.session.changes import Change, Outcome, make_changes

Pairs = Annotated[
    list[str] | None,
    typer.Argument(metavar="KEY=VALUE", help="Variable to set; give one or more"),
    Binding(where="cli", required=True),
]

_DONE: Final = {
    None: "unchanged",
    "var create": "created",
    "var update": "changed",
    "var override": "overridden",
}


def set_(session: Session, pairs: Pairs = None, **options: str) -> None:
    """Create or change variables, whichever each key needs."""
    wanted = _pairs(pairs or [])
    check_keys(wanted)
    scope = find_scope(session, "var list", options)
    variables, secrets = list_visible(session, scope)
    _refuse_secrets(wanted, secrets, scope, options)
    changes = [_change(session, scope, pair, variables) for pair in wanted.items()]
    values = list(wanted.items())

    def describe(place: int, outcome: Outcome) -> dict[str, Any]:
        key, value = values[place]
        return {"key": key, "value": value, "done": outcome.state}

    make_changes(session, changes, describe)


def _pairs(pairs: list[str]) -> dict[str, str]:
    wanted: dict[str, str] = {}
    for pair in pairs:
        key, sign, value = pair.partition("=")
        if not sign or not key:
            raise UsageError(f"'{pair}' is not KEY=VALUE.", hint="qovery var set LOG_LEVEL=debug")
        if key in wanted:
            raise UsageError(f"{key} is given twice.", hint="Give each key once.")
        wanted[key] = value
    if not wanted:
        raise UsageError("KEY=VALUE is missing.", hint="qovery var set LOG_LEVEL=debug")
    return wanted


def _refuse_secrets(
    wanted: Mapping[str, str],
    secrets: list[Entry],
    scope: VariableScope,
    options: Mapping[str, Any],
) -> None:
    """Raise ConflictError for a key that is a secret's: its value would be readable."""
    for secret in secrets:
        key = secret["key"]
        if key in wanted:
            verb = "update" if secret.get("scope") == scope.name else "override"
            name = options.get(scope.option.lstrip("-"))
            words = f" {scope.option} {shlex.quote(name)}" if name else ""
            raise ConflictError(
                f"'{key}' is a secret.", hint=f"Use `qovery secret {verb} {key}{words}`."
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
            # The PUT replaces all of the variable, its description included.
            body = request_from(body, operation.response or {}, operation.body or {})
        request = session.request(operation.key, path, None, body)
    return Change(key, request, _DONE[command])


def _command(
    key: str, value: str, variables: list[Entry], scope: str
) -> tuple[str | None, dict[str, str], dict[str, Any]]:
    """Return the command that gives the key its value, with path and body; None if it has it.

    The body of an update is all that is known of the variable.
    """
    known = [entry for entry in variables if entry["key"] == key]
    own = next((entry for entry in known if entry.get("scope") == scope), None)
    if own is not None:
        if own.get("value") == value:
            return None, {}, {}
        if own.get("aliased_variable"):
            raise UsageError(
                f"{key} is an alias of {own['aliased_variable']['key']}: its value is fixed.",
                hint=f"Set {own['aliased_variable']['key']} itself.",
            )
        return "var update", {"environmentVariableId": own["id"]}, {**own, "value": value}
    if any(entry.get("scope") == BUILT_IN for entry in known):
        raise UsageError(f"{key} is built in and cannot be set.", hint="Make an alias of it.")
    if known:
        return "var override", {"environmentVariableId": known[0]["id"]}, {"value": value}
    return "var create", {}, {"key": key, "value": value}
