"""All overrides that the command table is built from, and the lookup of those for a field."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

from qovery_cli.codegen.override_files import (
    FOLDER,
    OverrideError,
    read_entries,
    read_tables,
    validate_entries,
)
from qovery_cli.codegen.override_schema import (
    CommandFieldOverride,
    CommandOverride,
    FieldOverride,
    GroupOverride,
    PanelOverride,
    UnlistedOverride,
)
from qovery_cli.codegen.service_commands import CommandDefinition, expand, expand_groups
from qovery_cli.codegen.toml_source import Keys, TomlSource

FIELDS, GROUPS, PANELS = "fields.toml", "groups.toml", "panels.toml"
SECTIONS, UNLISTED = "sections.toml", "unlisted.toml"
SERVICE_COMMANDS, SERVICE_KINDS = "service_commands.toml", "service_kinds.toml"
_SHARED = frozenset({FIELDS, GROUPS, PANELS, SECTIONS, UNLISTED, SERVICE_COMMANDS, SERVICE_KINDS})

Entry = TypeVar("Entry")


@dataclass(frozen=True)
class Overrides:
    """The overrides of commands, fields, groups (in the order of help) and panels.

    ``unlisted`` are the operations without a command, by key.

    ``sources`` are the files by name, ``definitions`` the places of commands in them. ``used`` are
    the keys of the fields and panels that have met a field so far, each behind its file's name.
    """

    commands: Mapping[str, CommandOverride]
    fields: Mapping[str, FieldOverride]
    groups: Mapping[str, GroupOverride]
    panels: Mapping[str, PanelOverride] = field(default_factory=dict)
    unlisted: Mapping[str, UnlistedOverride] = field(default_factory=dict)
    sources: Mapping[str, TomlSource] = field(default_factory=dict)
    definitions: Mapping[str, CommandDefinition] = field(default_factory=dict)
    used: set[tuple[str | int, ...]] = field(default_factory=set)

    @staticmethod
    def read(folder: Path = FOLDER) -> "Overrides":
        """Return the overrides in the files of a folder.

        Raise OverrideError for a file that does not follow the schema, and for a command that two
        files define.
        """
        sources = {path.name: TomlSource.read(path) for path in sorted(folder.glob("*.toml"))}
        definitions = _definitions(sources)
        tables = {name: definition.table for name, definition in definitions.items()}

        def shared(name: str, kind: type[Entry]) -> dict[str, Entry]:
            return read_entries(sources[name], kind) if name in sources else {}

        return Overrides(
            validate_entries(
                tables, CommandOverride, lambda keys: definitions[str(keys[0])].locate(keys)
            ),
            shared(FIELDS, FieldOverride),
            validate_entries(_groups(sources, definitions), GroupOverride, sources[GROUPS].locate),
            shared(PANELS, PanelOverride),
            shared(UNLISTED, UnlistedOverride),
            sources,
            definitions,
        )

    def for_field(
        self, command: CommandOverride, path: str, owner: str | None
    ) -> CommandFieldOverride:
        """Return the override of a field: of each key the most specific value.

        ``path`` is dotted, ``owner`` the name of the schema that declares the field, or "path" for
        a path parameter.
        """
        parts = path.split(".")
        names = [".".join(parts[-count:]) for count in range(1, len(parts) + 1)]
        if owner:
            names.append(f"{owner}.{parts[-1]}")
        matching: list[FieldOverride] = []
        for name in names:
            if name in self.fields:
                self.used.add((FIELDS, name))
                matching.append(self.fields[name])
        if path in command.fields:
            matching.append(command.fields[path])
        values = {key: getattr(each, key) for each in matching for key in each.model_fields_set}
        return CommandFieldOverride(**values)

    def panel(self, path: str) -> str:
        """Return the heading of a field in a long list of options, empty if it has none."""
        for title, override in self.panels.items():
            for position, start in enumerate(override.fields):
                if path == start or path.startswith(f"{start}."):
                    self.used.add((PANELS, title, "fields", position))
                    return title
        return ""

    def refuse_unused(self) -> None:
        """Raise OverrideError for fields and panels that have met no field so far."""
        wanted: list[tuple[str | int, ...]] = [(FIELDS, name) for name in self.fields]
        names: list[str] = list(self.fields)
        for title, override in self.panels.items():
            for position, name in enumerate(override.fields):
                wanted.append((PANELS, title, "fields", position))
                names.append(name)
        lines = [
            f"{self.locate(str(file), keys)}: no command has a field '{name}'"
            for (file, *keys), name in zip(wanted, names, strict=True)
            if (file, *keys) not in self.used
        ]
        if lines:
            raise OverrideError("\n".join(lines))

    def located(self, command: str, error: OverrideError) -> OverrideError:
        """Return an error about a command with the file and line of its keys."""
        message = f"'{command}': {error.message}"
        if command not in self.definitions:
            return OverrideError(message)
        place = self.definitions[command].locate((command, *error.keys))
        return OverrideError(f"{place}: {message}")

    def locate(self, name: str, keys: Keys) -> str:
        """Return ``org.toml:12``: the line of keys in a file, or its name if it was not read."""
        return self.sources[name].locate(keys) if name in self.sources else name


def _groups(
    sources: Mapping[str, TomlSource], commands: Mapping[str, CommandDefinition]
) -> dict[str, Any]:
    """Return the groups, and those of each kind of service that has commands in them."""
    if SERVICE_KINDS not in sources:
        return read_tables(sources[GROUPS])
    return expand_groups(sources[GROUPS], sources[SERVICE_KINDS], commands)


def _definitions(sources: Mapping[str, TomlSource]) -> dict[str, CommandDefinition]:
    """Return the commands of all files; those that kinds of service share come first.

    Raise OverrideError for a command that two files define.
    """
    own: dict[str, CommandDefinition] = {}
    for file, source in sources.items():
        for name, table in ({} if file in _SHARED else read_tables(source)).items():
            if name in own:
                message = f"'{name}' is already defined in {own[name].locate([name])}"
                raise OverrideError(f"{source.locate([name])}: {message}")
            own[name] = CommandDefinition(table, (source, table))
    if SERVICE_COMMANDS not in sources:
        return own
    expanded = expand(sources[SERVICE_COMMANDS], sources[SERVICE_KINDS], own)
    return {**expanded, **{name: each for name, each in own.items() if name not in expanded}}
