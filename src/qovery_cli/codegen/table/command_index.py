"""Build the index of the command table: names and summaries by group, in the order of help."""

from typing import Any

from qovery_cli.cli.command_table import CommandSpec
from qovery_cli.codegen.override_files import OverrideError
from qovery_cli.codegen.override_schema import GroupOverride
from qovery_cli.codegen.table.overrides import GROUPS, Overrides

#: The children of each group, by the words of its name: none for the root.
Index = dict[tuple[str, ...], list[dict[str, Any]]]


def build_index(commands: list[CommandSpec], overrides: Overrides) -> Index:
    """Return the children of each group: name and summary, ``"group": true`` for a group.

    Raise OverrideError for a group without a summary, and for one that has no command.
    """
    index: Index = {(): []}
    order = {name: position for position, name in enumerate(overrides.groups)}
    unlisted = {row.words[0] for row in commands} - set(order)
    if unlisted:
        raise _missing(min(unlisted))
    for row in sorted(commands, key=lambda row: order[row.words[0]]):
        _children(index, row.words[:-1], overrides).append(_leaf(row, overrides))
    groups = {" ".join(path) for path in index}
    _refuse_empty(set(order) - groups - {row.command for row in commands}, overrides)
    for children in index.values():
        children.sort(key=_rank)
    return index


_USUAL = ("list", "get", "create", "update", "delete")


def _rank(child: dict[str, Any]) -> int:
    """Return a sort key that puts the usual verbs first, whichever file defines them."""
    return _USUAL.index(child["name"]) if child["name"] in _USUAL else len(_USUAL)


def _children(index: Index, path: tuple[str, ...], overrides: Overrides) -> list[dict[str, Any]]:
    """Return the children of a group, which is added to its parent if it is new."""
    if path not in index:
        name = " ".join(path)
        override = overrides.groups.get(name)
        if override is None:
            raise _missing(name)
        if override.summary is None:
            place = overrides.locate(GROUPS, [name])
            raise OverrideError(f"{place}: missing key 'summary' in '{name}'")
        entry = {"name": path[-1], **_set_values(override), "group": True}
        _children(index, path[:-1], overrides).append(entry)
        index[path] = []
    return index[path]


def _missing(group: str) -> OverrideError:
    return OverrideError(f"{GROUPS}: missing group '{group}'; add [\"{group}\"] with a 'summary'")


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
