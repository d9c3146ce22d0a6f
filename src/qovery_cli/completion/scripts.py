"""Read the completion scripts of the four shells, which ``qovery_cli.codegen`` generates."""

from __future__ import annotations

from pathlib import Path

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
    """Return the folder of the scripts: beside ``src`` in a checkout, here in an installation."""
    inside = _HERE / "scripts"
    return inside if inside.is_dir() else _HERE.parents[2] / "completions"


def text(shell: str, program: str = PROGRAM) -> str:
    """Return the script of a shell for a program of this name; raise OSError if it is missing."""
    found = (folder() / FILES[shell]).read_text(encoding="utf-8")
    for line in _REGISTERS[shell]:
        found = found.replace(line.format(PROGRAM), line.format(program))
    return found
