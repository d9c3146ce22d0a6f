"""Read the completion scripts of the four shells, and find the tables that they read."""

from __future__ import annotations

from pathlib import Path

#: The file name of each shell's script.
FILES = {"bash": "qovery.bash", "zsh": "_qovery", "fish": "qovery.fish", "powershell": "qovery.ps1"}

#: The folder of the tables. Its number is that of their format: an installed script must find
#: nothing rather than files that it cannot read.
TABLES = "tables-1"

PROGRAM = "qovery"

# The lines of each script that contain the name of the completed program.
_PROGRAM_LINES = {
    "bash": ("complete -F _qovery {}\n",),
    "zsh": ("#compdef {}\n", "compdef _qovery {}\n"),
    "fish": ("complete -c {} ",),
    "powershell": ("-CommandName '{}' ",),
}

# The start of the line that sets the folder of the tables; by default it is next to the script.
_TABLES_LINES = {
    "bash": "_qovery_tables=",
    "zsh": "typeset -g _qovery_tables=",
    "fish": "set -g __qovery_tables ",
    "powershell": "$global:QoveryTables = ",
}

_HERE = Path(__file__).parent


def folder() -> Path:
    """Return the folder of the scripts: next to ``src`` in a checkout, else in this package."""
    packaged = _HERE / "scripts"
    return packaged if packaged.is_dir() else _HERE.parents[2] / "completions"


def tables() -> Path:
    """Return the folder of the tables that the scripts read."""
    return folder() / TABLES


def text(shell: str, program: str = PROGRAM) -> str:
    """Return a shell's script for a program name, with the absolute path of the tables.

    Raise OSError if the script is missing.
    """
    script = (folder() / FILES[shell]).read_text(encoding="utf-8")
    for line in _PROGRAM_LINES[shell]:
        script = script.replace(line.format(PROGRAM), line.format(program))
    start = _TABLES_LINES[shell]
    before, _, rest = script.partition(f"\n{start}")
    _, newline, after = rest.partition("\n")
    return f"{before}\n{start}{_quoted(shell, tables().as_posix())}{newline}{after}"


def _quoted(shell: str, path: str) -> str:
    """Return a path as a literal string of a shell."""
    if shell == "fish":
        path = path.replace("\\", "\\\\").replace("'", "\\'")
    elif shell == "powershell":
        # It takes typographic quotes for quotes as well.
        path = "".join(c * 2 if c in "'\u2018\u2019\u201a\u201b" else c for c in path)
    else:
        path = path.replace("'", "'\\''")
    return f"'{path}'"
