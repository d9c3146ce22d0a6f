"""qovery completion: TAB in bash, zsh, fish and PowerShell."""

import os
from pathlib import Path
from typing import Annotated, Literal

import typer

from qovery_cli.completion import install as places
from qovery_cli.completion import scripts
from qovery_cli.config.paths import home_directory
from qovery_cli.errors import UsageError
from qovery_cli.output.view import View
from qovery_cli.session import Session
from qovery_cli.session.render import show_done

Shell = Annotated[
    Literal["bash", "zsh", "fish", "powershell"] | None,
    typer.Argument(metavar="SHELL", help="Shell; defaults to your own"),
]


def install(session: Session, shell: Shell = None) -> None:
    """Put the script where the shell looks for it."""
    chosen = _chosen(session, shell)
    environ, program = session.runtime.environ, session.runtime.program
    changes = places.install(chosen, program, environ, _home(session))
    _show(session, chosen, changes)
    if any(change.done != "unchanged" for change in changes):
        session.notice("It works in shells that start from now on.")


def uninstall(session: Session, shell: Shell = None) -> None:
    """Take away what install wrote."""
    chosen = _chosen(session, shell)
    environ, program = session.runtime.environ, session.runtime.program
    changes = places.uninstall(chosen, program, environ, _home(session))
    if not changes:
        session.notice(f"There is no completion of {program} for {chosen}.")
    _show(session, chosen, changes)


def show(session: Session, shell: Shell = None) -> None:
    """Print the script."""
    session.terminal.write(scripts.text(_chosen(session, shell), session.runtime.program))


def _show(session: Session, shell: str, changes: list[places.Change]) -> None:
    rows = [{"shell": shell, "file": str(each.file), "done": each.done} for each in changes]
    show_done(session, rows, View(session.view.columns, kind="list"))


def _chosen(session: Session, shell: str | None) -> str:
    """Return the shell that was named, else the one that the system says is the user's."""
    own = "powershell" if os.name == "nt" else Path(session.runtime.environ.get("SHELL", "")).name
    found = shell or {"pwsh": "powershell"}.get(own, own)
    if found not in scripts.FILES:
        raise UsageError(
            f"There is no completion for the shell '{own}'." if own else "No shell is given.",
            hint=f"Name one of {', '.join(scripts.FILES)}: qovery completion install zsh",
        )
    return found


def _home(session: Session) -> Path:
    found = home_directory(session.runtime.environ)
    if found is None:
        raise UsageError("Your home directory is not known.", hint="Set HOME to a directory.")
    return found
