"""Read the completion scripts of the four shells, which ``qovery_cli.codegen`` generates."""

from __future__ import annotations

from pathlib import Path

#: The file name of each shell's script.
FILES = {"bash": "qovery.bash", "zsh": "_qovery", "fish": "qovery.fish", "powershell": "qovery.ps1"}

PROGRAM = "qovery"

# The lines of each script that contain the name of the completed program.
_PROGRAM_LINES = {
    "bash": ("complete -F _qovery {}\n",),
    "zsh": ("#compdef {}\n", "compdef _qovery {}\n"),
    "fish": ("complete -c {} ",),
    "powershell": ("-CommandName '{}' ",),
}

_HERE = Path(__file__).parent


def folder() -> Path:
    """Return the folder of the scripts: next to ``src`` in a checkout, else in this package."""
    packaged = _HERE / "scripts"
    return packaged if packaged.is_dir() else _HERE.parents[2] / "completions"


def text(shell: str, program: str = PROGRAM) -> str:
    """Return a shell's script for a program name; raise OSError if it is missing."""
    script = (folder() / FILES[shell]).read_text(encoding="utf-8")
    for line in _PROGRAM_LINES[shell]:
        script = script.replace(line.format(PROGRAM), line.format(program))
    return script
