"""The four scripts: made from the command table by ``python -m qovery_cli.completion``.

A template has what is the same for every command; a line ``#@NAME@``, and ``@NAME@`` within one, is
where the table comes in.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from qovery_cli.completion.tables import Tables

#: The name of each shell's script.
FILES = {"bash": "qovery.bash", "zsh": "_qovery", "fish": "qovery.fish", "powershell": "qovery.ps1"}

PROGRAM = "qovery"

# How a script tells its shell whose words it completes; nothing else in it depends on that name.
_REGISTERS = {
    "bash": ("complete -F _qovery {}\n",),
    "zsh": ("#compdef {}\n", "compdef _qovery {}\n"),
    "fish": ("complete -c {} ",),
    "powershell": ("-CommandName '{}' ",),
}

_HERE = Path(__file__).parent


def folder() -> Path:
    """Return where the scripts lie: in a checkout beside ``src``, in an installation here."""
    inside = _HERE / "scripts"
    return inside if inside.is_dir() else _HERE.parents[2] / "completions"


def text(shell: str, program: str = PROGRAM) -> str:
    """Return the script of a shell for a program of this name; OSError if it is not there."""
    found = (folder() / FILES[shell]).read_text(encoding="utf-8")
    for line in _REGISTERS[shell]:
        found = found.replace(line.format(PROGRAM), line.format(program))
    return found


def render(shell: str, tables: Tables) -> str:
    """Return what the script of a shell must be."""
    from qovery_cli.completion import dialects

    script = (_HERE / "templates" / FILES[shell]).read_text(encoding="utf-8")
    for name, made in dialects.ALL[shell](tables).items():
        script = script.replace(f"#@{name}@\n", made + "\n").replace(f"@{name}@", made)
    return script


def stale() -> list[str]:
    """Return the names of scripts that are not what the table makes of them."""
    from qovery_cli.completion.tables import Tables

    tables = Tables.read()
    return [name for shell, name in FILES.items() if _kept(name) != render(shell, tables)]


def write() -> None:
    """Write all scripts."""
    from qovery_cli.completion.tables import Tables

    tables = Tables.read()
    for shell, name in FILES.items():
        path = folder() / name
        path.write_text(render(shell, tables), encoding="utf-8", newline="\n")


def _kept(name: str) -> str | None:
    try:
        return (folder() / name).read_text(encoding="utf-8")
    except OSError:
        return None
