"""Render the completion scripts from their templates and the command table.

A template contains what is the same for every command. A line ``#@NAME@``, and ``@NAME@`` within a
line, is replaced by the block of that name.
"""

from pathlib import Path

from qovery_cli.codegen.completion import shells
from qovery_cli.codegen.completion.script_tables import Tables
from qovery_cli.completion.scripts import FILES

TEMPLATES = Path(__file__).parent / "templates"


def generate_scripts(tables: Tables) -> dict[str, str]:
    """Return the script of every shell by the name of its file."""
    return {name: render_script(shell, tables) for shell, name in FILES.items()}


def render_script(shell: str, tables: Tables) -> str:
    """Return the script of one shell."""
    script = (TEMPLATES / FILES[shell]).read_text(encoding="utf-8")
    for name, block in shells.ALL[shell](tables).items():
        script = script.replace(f"#@{name}@\n", block + "\n").replace(f"@{name}@", block)
    return script
