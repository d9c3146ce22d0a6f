"""qovery var import and secret import: many variables from a dotenv file in one request."""

from collections.abc import Mapping, Sequence
from typing import Annotated, Any, Final

import typer

from qovery_cli.body.text_input import read_text
from qovery_cli.cli.handler_binding import Binding
from qovery_cli.commands import dotenv_file
from qovery_cli.commands.variable_scope import (
    BUILT_IN,
    VariableScope,
    check_keys,
    find_scope,
    list_visible,
)
from qovery_cli.errors import ConflictError, QoveryError, UsageError
from qovery_cli.http.pagination import mapping
from qovery_cli.session import Session

File = Annotated[
    str | None,
    typer.Argument(metavar="FILE", help="Dotenv file to read; - for stdin"),
    Binding(where="cli", required=True),
]
Overwrite = Annotated[bool, typer.Option("--overwrite", help="Replace the values of existing keys")]
Secret = Annotated[bool, typer.Option("--secret", help="Import them as secrets")]

#: Reasons that are no failure: the key has what was asked for, or was left alone on purpose.
_UNCHANGED: Final = "unchanged"
_EXISTS: Final = "exists already"


def import_(
    session: Session,
    file: File = None,
    overwrite: Overwrite = False,
    secret: Secret = False,
    **options: str,
) -> None:
    """Import variables from a dotenv file into a service."""
    if file is None:
        raise UsageError("FILE is missing.", hint="qovery var import .env --app NAME")
    text = session.stdin.read_text("FILE") if file == "-" else read_text(file)
    values = dotenv_file.parse(text, file)
    check_keys(values)
    if secret:
        session.secrets.update(values.values())
    scope = find_scope(session, "var import", options)
    entries = [
        {"name": key, "value": value, "scope": scope.name, "is_secret": secret}
        for key, value in values.items()
    ]
    body = {"overwrite": overwrite, "vars": entries}
    answer = session.send(scope.operation("var import"), scope.path, body=body)
    imported = mapping(answer).get("successful_imported_variables") or []
    session.show(imported)
    if answer is not None:
        names = {entry["name"] for entry in imported}
        left = {key: value for key, value in values.items() if key not in names}
        _report(session, scope, left, len(imported), secret=secret, overwrite=overwrite)


def import_secrets(
    session: Session, file: File = None, overwrite: Overwrite = False, **options: str
) -> None:
    """Import secrets from a dotenv file into a service."""
    import_(session, file, overwrite, secret=True, **options)


def _report(
    session: Session,
    scope: VariableScope,
    left: Mapping[str, str],
    imported: int,
    *,
    secret: bool,
    overwrite: bool,
) -> None:
    """Say on stderr what was imported; raise ConflictError for keys that were not possible."""
    if imported:
        session.notice(f"Imported {imported}. Services see them at their next deployment.")
    if not left:
        return
    reasons = _reasons(session, scope, left, secret=secret, overwrite=overwrite)
    unchanged = [key for key, reason in reasons.items() if reason == _UNCHANGED]
    kept = [key for key, reason in reasons.items() if reason == _EXISTS]
    if unchanged:
        session.notice(f"Unchanged: {', '.join(unchanged)}.")
    if kept:
        session.notice(
            f"Left alone, because they exist already: {', '.join(kept)}. "
            "--overwrite replaces the values of existing keys."
        )
    impossible = {key: why for key, why in reasons.items() if key not in [*unchanged, *kept]}
    if impossible:
        raise _refusal(impossible)


def _refusal(impossible: Mapping[str, str]) -> ConflictError:
    hint = "Remove or rename it in the file, or delete what has the key."
    lines = tuple(f"'{key}' {why}." for key, why in impossible.items())
    if len(lines) == 1:
        return ConflictError(f"Not imported: {lines[0]}", hint=hint)
    return ConflictError(f"{len(lines)} keys were not imported.", hint=hint, detail=lines)


def _reasons(
    session: Session,
    scope: VariableScope,
    left: Mapping[str, str],
    *,
    secret: bool,
    overwrite: bool,
) -> dict[str, str]:
    """Return why each key was left out: the answer of an import names only those that were not."""
    try:
        variables, secrets = list_visible(session, scope)
    except QoveryError as error:
        # The import is done by then: this must not decide its exit code.
        session.notice(f"The reasons cannot be looked up: {error.message}")
        variables, secrets = [], []
    same, other = (secrets, variables) if secret else (variables, secrets)
    noun = "variable" if secret else "secret"
    found: dict[str, str] = {}
    for key, value in left.items():
        own = [entry for entry in same if entry["key"] == key]
        if any(entry["key"] == key for entry in other):
            found[key] = f"is a {noun} already"
        elif own:
            found[key] = _own_reason(own, scope, value, overwrite=overwrite)
        else:
            found[key] = "was not taken by the API"
    return found


def _own_reason(
    own: Sequence[Mapping[str, Any]], scope: VariableScope, value: str, *, overwrite: bool
) -> str:
    """Return why a key was left out that exists as the same kind."""
    for entry in own:
        if entry.get("scope") == BUILT_IN:
            return "is built in"
        alias = entry.get("aliased_variable") or entry.get("aliased_secret")
        if alias:
            return f"is an alias of '{alias['key']}'"
    here = [entry for entry in own if entry.get("scope") == scope.name]
    if any(entry.get("value") == value for entry in here):
        return _UNCHANGED
    return _EXISTS if here and not overwrite else "was not taken by the API"
