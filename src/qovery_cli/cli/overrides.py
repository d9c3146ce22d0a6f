"""The curated words about commands: read when the table is baked, never when a command runs.

``catalog/overrides/<group>.toml`` holds a table per command, ``fields.toml`` the words for fields
wherever they occur, ``groups.toml`` the groups of the tree. An entry that matches nothing is an
error of the bake, found by ``table.py``.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent.parent / "catalog" / "overrides"
_NOT_COMMANDS = {"fields", "groups", "sections"}

Words = Mapping[str, Any]


class OverrideError(Exception):
    """An override says something that cannot be so; the message says where."""


@dataclass(frozen=True)
class Overrides:
    """All curated words."""

    commands: Mapping[str, Words]
    fields: Mapping[str, Words]
    groups: Mapping[str, Words]
    used: set[str] = field(default_factory=set)

    @staticmethod
    def read(folder: Path = FOLDER) -> "Overrides":
        """Return what the TOML files say; OverrideError for a command that two files name."""
        commands: dict[str, Words] = {}
        for path in sorted(folder.glob("*.toml")):
            if path.stem in _NOT_COMMANDS:
                continue
            for name, words in _toml(path).items():
                if name in commands:
                    raise OverrideError(f"{path.name}: '{name}' is already in another file.")
                commands[name] = words
        return Overrides(commands, _toml(folder / "fields.toml"), _toml(folder / "groups.toml"))

    def field_words(self, command: Words, path: str, owner: str | None) -> dict[str, Any]:
        """Return the words for a field: the most specific of each key.

        ``path`` is dotted, ``owner`` the name of the schema that declares the field.
        """
        leaf = path.rsplit(".", 1)[-1]
        keys = [leaf]
        if "." in path:
            keys.append(".".join(path.split(".")[-2:]))
        if owner:
            keys.append(f"{owner}.{leaf}")
        found: dict[str, Any] = {}
        for key in keys:
            if key in self.fields:
                self.used.add(key)
                found.update(self.fields[key])
        found.update(command.get("fields", {}).get(path, {}))
        return found

    @cached_property
    def order(self) -> list[str]:
        """The groups in the order of help."""
        return list(self.groups)


def _toml(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise OverrideError(f"{path.name}: {error}.") from error
