"""Where each shell looks for completions, and how ours gets there and away again."""

import os
import sys
from collections.abc import Mapping
from pathlib import Path

from qovery_cli.completion import blocks, scripts
from qovery_cli.errors import UsageError
from qovery_cli.record import record

#: Stands in each script; a file without it is not ours to replace or remove.
_OURS = "Made by `python -m qovery_cli.completion`"


@record
class Change:
    """A file that has the script or leads to it, and what happened to it."""

    file: Path
    done: str


@record
class Plan:
    """Where the script goes, and the block of lines that the start-up files need besides."""

    script: Path
    starters: tuple[Path, ...] = ()
    lines: str = ""


def plan(shell: str, program: str, environ: Mapping[str, str], home: Path) -> Plan:
    """Return where the completion of a shell for a program belongs."""
    return _PLANS[shell](program, environ, home)


def install(shell: str, program: str, environ: Mapping[str, str], home: Path) -> list[Change]:
    """Put a shell's script in its place, and return what that took; again it takes nothing.

    Raises UsageError for a place that cannot be written to, or that has a file of somebody else.
    """
    where = plan(shell, program, environ, home)
    before, wanted = blocks.read(where.script), scripts.text(shell, program)
    if before is not None and _OURS not in before:
        raise UsageError(
            f"{where.script} is there already, and qovery did not write it.",
            hint="Move it away, or remove it, and try again.",
        )
    changes = [_put(where.script, before, wanted)]
    for starter in where.starters:
        text = blocks.read(starter)
        changes.append(_put(starter, text, blocks.with_block(text, program, where.lines, starter)))
    return changes


def uninstall(shell: str, program: str, environ: Mapping[str, str], home: Path) -> list[Change]:
    """Take away what ``install`` wrote, and nothing else; raises UsageError as that."""
    where = plan(shell, program, environ, home)
    changes = []
    for starter in where.starters:
        text = blocks.read(starter)
        bare = blocks.without_block(text, program, starter) if text is not None else None
        if bare == text:
            continue
        if bare is not None:
            blocks.write(starter, bare)
        else:
            blocks.remove(starter)
        changes.append(Change(starter, "removed" if bare is None else "changed"))
    if _OURS in (blocks.read(where.script) or ""):
        blocks.remove(where.script)
        changes.append(Change(where.script, "removed"))
    return changes


def _put(path: Path, before: str | None, wanted: str) -> Change:
    if before == wanted:
        return Change(path, "unchanged")
    blocks.write(path, wanted)
    return Change(path, "written" if before is None else "changed")


def _bash(program: str, environ: Mapping[str, str], home: Path) -> Plan:
    data = environ.get("XDG_DATA_HOME") or str(home / ".local" / "share")
    folder = Path(environ.get("BASH_COMPLETION_USER_DIR") or Path(data) / "bash-completion")
    script = folder / "completions" / program
    # Where the package bash-completion is at work, it finds the script by itself.
    lines = f'[ -n "${{BASH_COMPLETION_VERSINFO-}}" ] || . {_quoted(script)}'
    return Plan(script, (home / ".bashrc", *_bash_login(home)), lines)


def _bash_login(home: Path) -> tuple[Path, ...]:
    """Return what bash reads in terminals of macOS, which are logins: the first that is there."""
    if sys.platform != "darwin":
        return ()
    files = [home / name for name in (".bash_profile", ".bash_login", ".profile")]
    return (next((file for file in files if file.exists()), files[0]),)


def _zsh(program: str, environ: Mapping[str, str], home: Path) -> Plan:
    folder = Path(environ.get("ZDOTDIR") or home)
    script = folder / ".zfunc" / f"_{program}"
    # Loaded when it is first used, whether the completion system is on already or not.
    lines = (
        f"fpath=({_quoted(script.parent)} $fpath)\n"
        "(( $+functions[compdef] )) || { autoload -Uz compinit && compinit }\n"
        f"autoload -Uz {script.name} && compdef {script.name} {program}"
    )
    return Plan(script, (folder / ".zshrc",), lines)


def _fish(program: str, environ: Mapping[str, str], home: Path) -> Plan:
    config = Path(environ.get("XDG_CONFIG_HOME") or home / ".config")
    return Plan(config / "fish" / "completions" / f"{program}.fish")


def _powershell(program: str, environ: Mapping[str, str], home: Path) -> Plan:
    if os.name == "nt":
        import platformdirs

        documents = platformdirs.user_documents_path()
        folders = [documents / "PowerShell", documents / "WindowsPowerShell"]
    else:
        config = Path(environ.get("XDG_CONFIG_HOME") or home / ".config")
        folders = [config / "powershell"]
    script = folders[0] / f"{program}-completion.ps1"
    quoted = str(script).replace("'", "''")
    profiles = tuple(folder / "Microsoft.PowerShell_profile.ps1" for folder in folders)
    return Plan(script, profiles, f". '{quoted}'")


def _quoted(path: Path) -> str:
    return "'" + str(path).replace("'", "'\\''") + "'"


_PLANS = {"bash": _bash, "zsh": _zsh, "fish": _fish, "powershell": _powershell}
