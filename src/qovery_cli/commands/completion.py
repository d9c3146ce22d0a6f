"""qovery completion: install the completion scripts of bash, zsh, fish and PowerShell."""

import os
from pathlib import Path
from typing import Annotated, Literal

import typer

from qovery_cli.body.suggestions import listed
from qovery_cli.completion import install as installer
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
    """Install the script where the shell loads it from."""
    selected = _selected_shell(session, shell)
    environ, program = session.runtime.environ, session.runtime.program
    changes = installer.install(selected, program, environ, _home(session))
    _show(session, selected, changes)
    if any(change.done != "unchanged" for change in changes):
        session.notice("Open a new shell to use it.")


def uninstall(session: Session, shell: Shell = None) -> None:
    """Remove the files and lines that install wrote."""
    selected = _selected_shell(session, shell)
    environ, program = session.runtime.environ, session.runtime.program
    changes = installer.uninstall(selected, program, environ, _home(session))
    if not changes:
        session.notice(f"Completion of {program} is not installed for {selected}.")
    _show(session, selected, changes)


def show(session: Session, shell: Shell = None) -> None:
    """Print the script."""
    session.terminal.write(scripts.text(_selected_shell(session, shell), session.runtime.program))


def _show(session: Session, shell: str, changes: list[installer.Change]) -> None:
    rows = [{"shell": shell, "file": str(change.file), "done": change.done} for change in changes]
    show_done(session, rows, View(session.view.columns, kind="list"))


def _selected_shell(session: Session, shell: str | None) -> str:
    """Return SHELL, or else the default shell of the user; raise UsageError if not supported."""
    login = "powershell" if os.name == "nt" else Path(session.runtime.environ.get("SHELL", "")).name
    name = shell or {"pwsh": "powershell"}.get(login, login)
    if name not in scripts.FILES:
        raise UsageError(
            f"Unsupported shell '{login}'." if login else "No shell specified.",
            hint=f"Specify {listed(list(scripts.FILES))}, as in `qovery completion install zsh`.",
        )
    return name


def _home(session: Session) -> Path:
    home = home_directory(session.runtime.environ)
    if home is None:
        raise UsageError("The home directory is unknown.", hint="Set HOME to a directory.")
    return home
