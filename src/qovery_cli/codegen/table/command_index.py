"""Build the index of the command table: a tree of names and summaries in the order of help."""

from typing import Any

from qovery_cli.cli.command_table import CommandSpec
from qovery_cli.codegen.override_files import OverrideError
from qovery_cli.codegen.override_schema import GroupOverride
from qovery_cli.codegen.table.overrides import GROUPS, Overrides


def build_index(commands: list[CommandSpec], overrides: Overrides) -> dict[str, Any]:
    """Return the root of the tree, without a name.

    Raise OverrideError for a group without a summary, and for one that has no command.
    """
    root: dict[str, Any] = {
        "name": "",
        "summary": "Manage everything on Qovery from the command line.",
        "children": [],
    }
    groups: dict[str, dict[str, Any]] = {"": root}
    order = {name: position for position, name in enumerate(overrides.groups)}
    unlisted = {row.words[0] for row in commands} - set(order)
    if unlisted:
        raise OverrideError(f"{GROUPS}: missing group '{min(unlisted)}'")
    for row in sorted(commands, key=lambda row: order[row.words[0]]):
        parent = _group(groups, row.words[:-1], overrides)
        parent["children"].append(_leaf(row, overrides))
    _refuse_empty(set(order) - set(groups) - {row.command for row in commands}, overrides)
    for group in groups.values():
        group["children"].sort(key=_rank)
    return root


_USUAL = ("list", "get", "create", "update", "delete")


def _rank(child: dict[str, Any]) -> int:
    """Return a sort key that puts the usual verbs first, whichever file defines them."""
    return _USUAL.index(child["name"]) if child["name"] in _USUAL else len(_USUAL)


def _group(
    groups: dict[str, dict[str, Any]], words: tuple[str, ...], overrides: Overrides
) -> dict[str, Any]:
    """Return the group of a name, which is added to its parent if it is new."""
    name = " ".join(words)
    if name not in groups:
        override = overrides.groups.get(name)
        if override is None:
            raise OverrideError(f"{GROUPS}: missing group '{name}'")
        if override.summary is None:
            place = overrides.locate(GROUPS, [name])
            raise OverrideError(f"{place}: missing key 'summary' in '{name}'")
        groups[name] = {"name": words[-1], **_set_values(override), "children": []}
        _group(groups, words[:-1], overrides)["children"].append(groups[name])
    return groups[name]


def _refuse_empty(names: set[str], overrides: Overrides) -> None:
    lines = [f"{overrides.locate(GROUPS, [name])}: '{name}' has no command" for name in names]
    if lines:
        raise OverrideError("\n".join(sorted(lines)))


def _leaf(row: CommandSpec, overrides: Overrides) -> dict[str, Any]:
    override = overrides.commands[row.command]
    group = overrides.groups.get(row.command)
    return {
        "name": row.words[-1],
        "summary": row.summary,
        **(_set_values(group) if group else {}),
        **override.model_dump(include={"aliases", "panel", "hidden"}, exclude_unset=True),
    }


def _set_values(override: GroupOverride) -> dict[str, Any]:
    return override.model_dump(exclude_unset=True)
