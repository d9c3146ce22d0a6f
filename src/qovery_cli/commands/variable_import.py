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
from qovery_cli.messages import is_missing
from qovery_cli.session import Session

File = Annotated[
    str | None,
    typer.Argument(metavar="FILE", help="Dotenv file to read; - for stdin"),
    Binding(where="cli", required=True),
]
Overwrite = Annotated[bool, typer.Option("--overwrite", help="Replace the values of existing keys")]
Secret = Annotated[bool, typer.Option("--secret", help="Import them as secrets")]

#: Reasons that are no failures: the key has this value already, or is not to be overwritten.
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
        raise UsageError(
            is_missing("FILE"), hint="For example: `qovery var import .env --app NAME`."
        )
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
        skipped = {key: value for key, value in values.items() if key not in names}
        _report(session, scope, skipped, len(imported), secret=secret, overwrite=overwrite)


def import_secrets(
    session: Session, file: File = None, overwrite: Overwrite = False, **options: str
) -> None:
    """Import secrets from a dotenv file into a service."""
    import_(session, file, overwrite, secret=True, **options)


def _report(
    session: Session,
    scope: VariableScope,
    skipped: Mapping[str, str],
    imported: int,
    *,
    secret: bool,
    overwrite: bool,
) -> None:
    """Print notices on the result; raise ConflictError for keys that could not be imported."""
    if imported:
        session.notice(f"Imported {imported}. Services see them at their next deployment.")
    if not skipped:
        return
    reasons = _reasons(session, scope, skipped, secret=secret, overwrite=overwrite)
    unchanged = [key for key, reason in reasons.items() if reason == _UNCHANGED]
    kept = [key for key, reason in reasons.items() if reason == _EXISTS]
    if unchanged:
        session.notice(f"Unchanged: {', '.join(unchanged)}.")
    if kept:
        session.notice(
            f"Skipped existing keys: {', '.join(kept)}. Use --overwrite to replace their values."
        )
    failed = {key: reason for key, reason in reasons.items() if key not in [*unchanged, *kept]}
    if failed:
        raise _conflict(failed)


def _conflict(reasons: Mapping[str, str]) -> ConflictError:
    hint = "Remove or rename it in the file, or delete the existing one."
    lines = tuple(f"'{key}' {reason}." for key, reason in reasons.items())
    if len(lines) == 1:
        return ConflictError(f"Not imported: {lines[0]}", hint=hint)
    return ConflictError(f"{len(lines)} keys were not imported.", hint=hint, detail=lines)


def _reasons(
    session: Session,
    scope: VariableScope,
    skipped: Mapping[str, str],
    *,
    secret: bool,
    overwrite: bool,
) -> dict[str, str]:
    """Return the reason for each skipped key, which the response to an import does not contain."""
    try:
        variables, secrets = list_visible(session, scope)
    except QoveryError as error:
        # The import has been made: this lookup must not fail the command.
        session.notice(f"The reasons are unknown: {error.message}")
        variables, secrets = [], []
    same, other = (secrets, variables) if secret else (variables, secrets)
    noun = "variable" if secret else "secret"
    reasons: dict[str, str] = {}
    for key, value in skipped.items():
        entries = [entry for entry in same if entry["key"] == key]
        if any(entry["key"] == key for entry in other):
            reasons[key] = f"is a {noun} already"
        elif entries:
            reasons[key] = _reason(entries, scope, value, overwrite=overwrite)
        else:
            reasons[key] = "was not accepted by the API"
    return reasons


def _reason(
    entries: Sequence[Mapping[str, Any]], scope: VariableScope, value: str, *, overwrite: bool
) -> str:
    """Return the reason for a skipped key that exists as the same kind (variable or secret)."""
    for entry in entries:
        if entry.get("scope") == BUILT_IN:
            return "is built in"
        alias = entry.get("aliased_variable") or entry.get("aliased_secret")
        if alias:
            return f"is an alias of '{alias['key']}'"
    in_scope = [entry for entry in entries if entry.get("scope") == scope.name]
    if any(entry.get("value") == value for entry in in_scope):
        return _UNCHANGED
    return _EXISTS if in_scope and not overwrite else "was not accepted by the API"
