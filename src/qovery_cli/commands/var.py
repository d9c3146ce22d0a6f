"""qovery var and secret: set many at once, import files."""

from collections.abc import Mapping
from typing import Annotated, Any

import typer

from qovery_cli.api.pages import mapping, records
from qovery_cli.api.text_input import read_text
from qovery_cli.cli import rows
from qovery_cli.cli.choose import choose
from qovery_cli.cli.paths import place
from qovery_cli.cli.written import Sends
from qovery_cli.commands import dotenv_file
from qovery_cli.errors import ConflictError, UsageError
from qovery_cli.session import Session
from qovery_cli.session.session import whole

Pairs = Annotated[
    list[str] | None,
    typer.Argument(metavar="KEY=VALUE", help="Variable to set; give one or more"),
    Sends(where="cli", required=True),
]
File = Annotated[
    str | None,
    typer.Argument(metavar="FILE", help="Dotenv file to read; - for stdin"),
    Sends(where="cli", required=True),
]
Overwrite = Annotated[bool, typer.Option("--overwrite", help="Replace the values of existing keys")]
Secret = Annotated[bool, typer.Option("--secret", help="Import them as secrets")]

BUILT_IN = "BUILT_IN"


def set_(session: Session, pairs: Pairs = None, **scope: str) -> None:
    """Create or change variables, whichever each key needs."""
    wanted = _pairs(pairs or [])
    when, path = _where(session, "var list", scope)
    listed = records(session.ask(_operation("var list", when), path), "id", "key")
    own_scope = _scope_name(when)
    changes = [_change(key, value, listed, own_scope) for key, value in wanted.items()]
    requests = [
        session.request(_operation(command, when), {**path, **extra}, None, body)
        for command, extra, body in changes
        if command
    ]
    if session.flags.rehearses:
        session.planned.extend(requests)
    else:
        whole(session.client.send_all(requests))
    done = [_said(key, wanted[key], change) for key, change in zip(wanted, changes, strict=True)]
    session.show(done)


def import_(
    session: Session,
    file: File = None,
    overwrite: Overwrite = False,
    secret: Secret = False,
    **scope: str,
) -> None:
    """Import variables from a dotenv file into a service."""
    if file is None:
        raise UsageError("FILE is missing.", hint="qovery var import .env --app NAME")
    text = session.stdin.read_text("FILE") if file == "-" else read_text(file)
    values = dotenv_file.parse(text, file)
    if secret:
        session.secrets.update(values.values())
    when, path = _where(session, "var import", scope)
    name = _scope_name(when)
    entries = [
        {"name": key, "value": value, "scope": name, "is_secret": secret}
        for key, value in values.items()
    ]
    body = {"overwrite": overwrite, "vars": entries}
    answer = session.call(_operation("var import", when), path, body=body)
    taken = mapping(answer).get("successful_imported_variables") or []
    session.show(taken)
    if answer is not None:
        _tell_left_out(session, [*values], [one["name"] for one in taken], overwrite)


def import_secrets(
    session: Session, file: File = None, overwrite: Overwrite = False, **scope: str
) -> None:
    """Import secrets from a dotenv file into a service."""
    import_(session, file, overwrite, secret=True, **scope)


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


def _where(session: Session, command: str, scope: Mapping[str, Any]) -> tuple[str, dict[str, str]]:
    """Return the option that names the scope that is meant, and its path values."""
    row = rows.command(command)
    position, variant = choose(session, row, scope)
    return str(variant.when), dict(place(session, row, position, scope).values)


def _operation(command: str, when: str) -> str:
    return next(v.operation for v in rows.command(command).variants if v.when == when)


_SCOPE_NAMES = {
    "--app": "APPLICATION",
    "--container": "CONTAINER",
    "--env": "ENVIRONMENT",
    "--project": "PROJECT",
}


def _scope_name(when: str) -> str:
    return _SCOPE_NAMES[when]


Change = tuple[str | None, dict[str, str], dict[str, str]]


def _change(key: str, value: str, listed: list[dict[str, Any]], scope: str) -> Change:
    """Return the command that gives the key its value, with path and body; None if it has it."""
    known = [one for one in listed if one["key"] == key]
    own = next((one for one in known if one.get("scope") == scope), None)
    if own is not None:
        if own.get("value") == value:
            return None, {}, {}
        if own.get("aliased_variable"):
            raise UsageError(
                f"{key} is an alias of {own['aliased_variable']['key']}: its value is fixed.",
                hint=f"Set {own['aliased_variable']['key']} itself.",
            )
        return "var update", {"environmentVariableId": own["id"]}, {"key": key, "value": value}
    if any(one.get("scope") == BUILT_IN for one in known):
        raise UsageError(f"{key} is built in and cannot be set.", hint="Make an alias of it.")
    if known:
        return "var override", {"environmentVariableId": known[0]["id"]}, {"value": value}
    return "var create", {}, {"key": key, "value": value}


_DONE = {None: "unchanged", "var update": "changed", "var override": "overridden"}


def _said(key: str, value: str, change: Change) -> dict[str, Any]:
    return {"key": key, "value": value, "done": _DONE.get(change[0], "created")}


def _tell_left_out(session: Session, wanted: list[str], taken: list[str], overwrite: bool) -> None:
    left = [key for key in wanted if key not in taken]
    if not left:
        session.notice(f"Imported {len(taken)}. Services see them at their next deployment.")
        return
    sentence = f"{len(left)} of {len(wanted)} were not taken: {', '.join(left)}."
    if overwrite:
        raise ConflictError(
            sentence, hint="Built-in keys, aliases, and keys of another kind cannot be imported."
        )
    session.notice(f"{sentence} --overwrite replaces the values of existing keys.")
