"""The index of the command table: the tree of names and summaries in the order of help.

Only used when the table is baked.
"""

from typing import Any

from qovery_cli.cli.rows import CommandRow
from qovery_cli.codegen.table.overrides import OverrideError, Overrides


def build_index(commands: list[CommandRow], overrides: Overrides) -> dict[str, Any]:
    """Return the index: the tree of names and summaries in the order of help."""
    root: dict[str, Any] = {
        "name": "",
        "summary": "Manage everything on Qovery from the command line.",
        "children": [],
    }
    places: dict[str, dict[str, Any]] = {"": root}
    order = {name: position for position, name in enumerate(overrides.order)}
    unlisted = {name.split()[0] for name in overrides.commands} - set(order)
    if unlisted:
        raise OverrideError(f"groups.toml: {', '.join(sorted(unlisted))} is missing.")
    for row in sorted(commands, key=lambda row: order[row.words[0]]):
        parent = _group(places, row.words[:-1], overrides)
        parent["children"].append(_leaf(row, overrides))
    for place in places.values():
        place["children"].sort(key=_rank)
    return root


_USUAL = ("list", "get", "create", "update", "delete")


def _rank(child: dict[str, Any]) -> int:
    """The usual verbs come first, whichever file their words are in."""
    return _USUAL.index(child["name"]) if child["name"] in _USUAL else len(_USUAL)


def _group(
    places: dict[str, dict[str, Any]], words: tuple[str, ...], overrides: Overrides
) -> dict[str, Any]:
    name = " ".join(words)
    if name not in places:
        said = overrides.groups.get(name)
        if not said or "summary" not in said:
            raise OverrideError(f"groups.toml: the group '{name}' has no summary.")
        places[name] = {"name": words[-1], **said, "children": []}
        _group(places, words[:-1], overrides)["children"].append(places[name])
    return places[name]


def _leaf(row: CommandRow, overrides: Overrides) -> dict[str, Any]:
    words = overrides.commands[row.command]
    said = overrides.groups.get(row.command, {})
    leaf: dict[str, Any] = {"name": row.words[-1], "summary": row.summary, **said}
    leaf.update({key: words[key] for key in ("aliases", "panel", "hidden") if key in words})
    return leaf
