"""``python -m qovery_cli.cli.table [--check]``: bakes the command table, or says if it is stale.

It needs no official document: only the baked facts, the curated words and the signatures of the
hand-written commands. ``--check`` exits 10 and names the files that differ.
"""

import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from qovery_cli.cli import rows
from qovery_cli.cli.baking import as_json, bake
from qovery_cli.cli.overrides import OverrideError, Overrides
from qovery_cli.cli.tree import tree

_USAGE = "python -m qovery_cli.cli.table [--check]"


def main(argv: Sequence[str]) -> int:
    """Return the exit code: 0 written or fresh, 2 for words that cannot be so, 10 stale."""
    if set(argv) - {"--check"}:
        return _say(f"usage: {_USAGE}", 2)
    try:
        wanted = files(Overrides.read())
    except OverrideError as error:
        return _say(f"error: {error}", 2)
    stale = stale_files(wanted, Path(rows.DATA))
    if "--check" in argv:
        if stale:
            return _say(f"The command table is stale: {', '.join(stale)}. Run {_USAGE[:-10]}.", 10)
        return 0
    write(wanted, Path(rows.DATA))
    sys.stdout.write(f"{len(stale)} of {len(wanted)} files changed\n")
    return 0


def files(overrides: Overrides) -> dict[str, str]:
    """Return the text of every file of the table by its name."""
    commands = bake(overrides)
    texts = {"index.json": _text(tree(commands, overrides))}
    groups: dict[str, dict[str, Any]] = {}
    for row in commands:
        groups.setdefault(row.words[0], {})[row.command] = as_json(row)
    return {**texts, **{f"{group}.json": _text(found) for group, found in groups.items()}}


def stale_files(wanted: dict[str, str], folder: Path) -> list[str]:
    """Return the names of files that differ from what they should hold, or should not be there."""
    there = {path.name: path.read_text(encoding="utf-8") for path in folder.glob("*.json")}
    names = wanted.keys() | there.keys()
    return sorted(name for name in names if wanted.get(name) != there.get(name))


def write(wanted: dict[str, str], folder: Path) -> None:
    """Write the table and remove files of groups that are gone."""
    folder.mkdir(exist_ok=True)
    for path in folder.glob("*.json"):
        if path.name not in wanted:
            path.unlink()
    for name, text in wanted.items():
        (folder / name).write_text(text, encoding="utf-8", newline="\n")


def _text(data: Any) -> str:
    return json.dumps(data, indent=1, ensure_ascii=False) + "\n"


def _say(text: str, code: int) -> int:
    sys.stderr.write(text + "\n")
    return code


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
