"""Expand the commands that kinds of service have in common, one command for each kind.

``service_commands.toml`` describes such a command once. Its names and texts may have placeholders:
string fields of the row in the table of kinds, such as ``{group}`` and ``{noun}``; ``{Kind}``, the
name of the kind in operation ids; ``{a_noun}``, the noun with its article; and the words of
``service_kinds.toml``. A kind's own file, such as ``app.toml``, adds to an expanded command or
changes it, key by key.
"""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from qovery_cli import catalog
from qovery_cli.catalog import LEVELS
from qovery_cli.catalog.resource_rows import SERVICES
from qovery_cli.catalog.resources import Resource
from qovery_cli.codegen.override_files import OverrideError, read_entries, read_tables
from qovery_cli.codegen.override_schema import CommandOverride, suggestion
from qovery_cli.codegen.toml_source import Keys, TomlSource
from qovery_cli.frozen import values_of

Table = Mapping[str, Any]

_PLACEHOLDER = re.compile(r"\{([A-Za-z_]+)\}")


@dataclass(frozen=True)
class CommandDefinition:
    """The table of a command as TOML has it, and where its keys are defined.

    ``own`` is the file with a table of its own for the command, and that table; ``shared`` the
    file and the name of the template that it was expanded from.
    """

    table: Table
    own: tuple[TomlSource, Table] | None = None
    shared: tuple[TomlSource, str] | None = None

    def locate(self, keys: Keys) -> str:
        """Return ``app.toml:12``, the line of these keys; the first is the command's name."""
        if self.shared is None or (self.own and _has(self.own[1], keys[1:])):
            return self.own[0].locate(keys) if self.own else ""
        source, template = self.shared
        return source.locate((template, *keys[1:]))


def expand(
    shared: TomlSource, kinds: TomlSource, own: Mapping[str, CommandDefinition]
) -> dict[str, CommandDefinition]:
    """Return the commands of all kinds, merged with the tables that kinds have of their own.

    ``kinds`` has further placeholders by kind. A kind has a command if the facts have one of its
    operations. Raise OverrideError for a template that no kind has, for a table of a kind's own
    that has no operation, and for an unknown kind or placeholder.
    """
    read_entries(shared, CommandOverride)
    words = _words(kinds)
    templates = read_tables(shared)
    commands: dict[str, CommandDefinition] = {}
    for service in SERVICES:
        expansion = _Expansion(shared, _placeholders(service, words.get(service.kind, {})))
        for template, table in templates.items():
            name = expansion.text(template, (template,))
            definition = own.get(name, _NO_TABLE)
            if not isinstance(definition.table, dict):
                continue  # refused by the schema
            merged = expansion.merge(table, definition.table, template)
            if merged:
                commands[name] = CommandDefinition(merged, definition.own, (shared, template))
            elif definition.own:
                message = f"'{name}': the API has none of its operations"
                raise OverrideError(f"{definition.locate([name])}: {message}")
    used = {definition.shared[1] for definition in commands.values() if definition.shared}
    unused = [
        f"{shared.locate([template])}: '{template}': the API has its operations for no kind"
        for template in templates
        if template not in used
    ]
    if unused:
        raise OverrideError("\n".join(unused))
    return commands


_NO_TABLE = CommandDefinition({})


def expand_groups(
    groups: TomlSource, kinds: TomlSource, commands: Collection[str]
) -> dict[str, Any]:
    """Return the tables of groups, those with placeholders for each kind with commands in them.

    Raise OverrideError as ``expand``.
    """
    words, expanded = _words(kinds), {}
    for template, table in read_tables(groups).items():
        if not _PLACEHOLDER.search(template):
            expanded[template] = table
            continue
        used = False
        for service in SERVICES:
            expansion = _Expansion(groups, _placeholders(service, words.get(service.kind, {})))
            name = expansion.text(template, (template,))
            if any(command.startswith(f"{name} ") for command in commands):
                used = True
                expanded.setdefault(name, expansion.value(table, None, (template,)))
        if not used:
            raise OverrideError(
                f"{groups.locate([template])}: no kind has commands in '{template}'"
            )
    return expanded


@dataclass(frozen=True)
class _Expansion:
    """The expansion of templates for one kind."""

    source: TomlSource
    placeholders: Mapping[str, str]

    def merge(self, template: Table, own: Table, name: str) -> dict[str, Any]:
        """Return the expanded template with the values of ``own``; empty without operations."""
        operations = [
            each
            for position, raw in enumerate(template.get("operations", ()))
            if _exists(each := self.value(raw, None, (name, "operations", position)))
        ]
        if not operations and not own.get("operations"):
            return {}
        rest = {key: value for key, value in template.items() if key != "operations"}
        merged = self.value(rest, own, (name,))
        return _without_missing({"operations": operations, **merged}, own)

    def value(self, template: Any, own: Any, keys: tuple[str | int, ...]) -> Any:
        """Return a value with its placeholders replaced; ``own`` takes precedence over it."""
        if isinstance(template, dict) and (own is None or isinstance(own, dict)):
            own = own or {}
            expanded = {
                name: self.value(raw, own.get(name), (*keys, key))
                for key, raw in template.items()
                for name in [self.text(key, (*keys, key))]
            }
            return {**expanded, **{name: raw for name, raw in own.items() if name not in expanded}}
        if own is not None:
            return own
        if isinstance(template, list):
            return [self.value(raw, None, (*keys, each)) for each, raw in enumerate(template)]
        return self.text(template, keys) if isinstance(template, str) else template

    def text(self, template: str, keys: Keys) -> str:
        """Return a text with its placeholders replaced; raise OverrideError for an unknown one."""

        def replace(match: re.Match[str]) -> str:
            if match[1] not in self.placeholders:
                hint = suggestion(match[1], self.placeholders)
                message = f"unknown placeholder '{match[0]}' for {self.placeholders['kind']}{hint}"
                raise OverrideError(f"{self.source.locate(keys)}: {message}")
            return self.placeholders[match[1]]

        return _PLACEHOLDER.sub(replace, template)


def _words(kinds: TomlSource) -> dict[str, dict[str, str]]:
    words = read_entries(kinds, dict[str, str])
    kinds_of_service = [service.kind for service in SERVICES]
    for kind in words:
        if kind not in kinds_of_service:
            hint = suggestion(kind, kinds_of_service)
            raise OverrideError(f"{kinds.locate([kind])}: unknown kind of service '{kind}'{hint}")
    return words


#: Words for kinds that have none of their own.
_DEFAULT_WORDS = {
    "kept": "The configuration is kept.",
    "redeployed": "Deploys the current version again.",
}


def _placeholders(service: Resource, words: Mapping[str, str]) -> dict[str, str]:
    row = {key: value for key, value in values_of(service).items() if isinstance(value, str)}
    sample = words.get("sample", f"my-{service.group}")
    defaults = {**_DEFAULT_WORDS, "sample": sample, "host": f"{sample}.acme.test"}
    placeholders = {**defaults, **row, "Kind": service.infix, "group": service.group, **words}
    article = "an" if placeholders["noun"][0] in "aeiou" else "a"
    return {**placeholders, "a_noun": f"{article} {placeholders['noun']}"}


@cache
def _operations() -> dict[str, frozenset[str]]:
    return {key: frozenset(operation.api) for key, operation in catalog.operations().items()}


def _exists(operation: str | Table) -> bool:
    """Return true for an operation that the facts have, at a level of ``api`` if it has some."""
    table = {"op": operation} if isinstance(operation, str) else operation
    levels = table.get("api", LEVELS)
    known = _operations().get(table["op"], frozenset())
    return not known.isdisjoint([levels] if isinstance(levels, str) else levels)


def _without_missing(merged: dict[str, Any], own: Table) -> dict[str, Any]:
    """Leave out expanded references to operations that the API does not have for this kind."""
    if "join" in merged and "join" not in own and not _exists(merged["join"]):
        del merged["join"]
    if "defaults" in merged and "defaults" not in own:
        merged["defaults"] = {at: key for at, key in merged["defaults"].items() if _exists(key)}
    return merged


def _has(table: Any, keys: Keys) -> bool:
    for key in keys:
        try:
            table = table[key]
        except (KeyError, IndexError, TypeError):
            return False
    return True
