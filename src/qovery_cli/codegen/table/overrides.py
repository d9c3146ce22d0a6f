"""The curated words about commands: read by codegen, never when a command runs.

``codegen/overrides/<group>.toml`` holds a table per command, ``fields.toml`` the words for fields
wherever they occur, ``groups.toml`` the groups of the tree, ``panels.toml`` the headings of long
lists of options. An entry that matches nothing is an error.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent.parent / "overrides"
_NOT_COMMANDS = {"fields", "groups", "panels", "sections"}
_SHARED_WORDS = ("fields", "groups", "panels")

Words = Mapping[str, Any]


class OverrideError(Exception):
    """An override says something that cannot be so; the message says where."""


@dataclass(frozen=True)
class Overrides:
    """All curated words."""

    commands: Mapping[str, Words]
    fields: Mapping[str, Words]
    groups: Mapping[str, Words]
    panels: Mapping[str, Words] = field(default_factory=dict)
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
        fields, groups, panels = (_toml(folder / f"{one}.toml") for one in _SHARED_WORDS)
        return Overrides(commands, fields, groups, panels)

    def field_words(self, command: Words, path: str, owner: str | None) -> dict[str, Any]:
        """Return the words for a field: the most specific of each key.

        ``path`` is dotted, ``owner`` the name of the schema that declares the field.
        """
        parts = path.split(".")
        keys = [".".join(parts[-count:]) for count in range(1, len(parts) + 1)]
        if owner:
            keys.append(f"{owner}.{parts[-1]}")
        found: dict[str, Any] = {}
        for key in keys:
            if key in self.fields:
                self.used.add(key)
                found.update(self.fields[key])
        found.update(command.get("fields", {}).get(path, {}))
        return found

    def panel(self, path: str) -> str:
        """Return the heading under which a field stands in a long list, empty if there is none."""
        for title, said in self.panels.items():
            for start in said["fields"]:
                if path == start or path.startswith(f"{start}."):
                    self.used.add(f"{title}: {start}")
                    return title
        return ""

    def unused(self) -> set[str]:
        """Return the words for fields and headings that met no field so far."""
        panels = {
            f"{title}: {one}" for title, said in self.panels.items() for one in said["fields"]
        }
        return (set(self.fields) | panels) - self.used

    @cached_property
    def order(self) -> list[str]:
        """The groups in the order of help."""
        return list(self.groups)


def _toml(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise OverrideError(f"{path.name}: {error}.") from error
