"""Assign operations to groups, and operations and schemas to files."""

import json
import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from qovery_cli.catalog.resources import RESOURCES, SERVICES
from qovery_cli.codegen.facts.merge_specs import operation_refs, schema_refs
from qovery_cli.codegen.facts.openapi import OperationSpec
from qovery_cli.codegen.override_files import FOLDER, read_entries
from qovery_cli.codegen.toml_source import TomlSource
from qovery_cli.errors import UsageError

#: The contents of the files of a data directory, by path without the extension.
Files = dict[str, Any]
SECTIONS = FOLDER / "sections.toml"
SHARED, OTHER = "shared", "other"
INDEX, LEVELS = "index", "levels"

#: The first words of the sections of each kind of service, by group: "Job Actions", "Jobs".
_SERVICE_SECTIONS = {
    RESOURCES[kind].group: re.sub(r"(?<=[a-z])(?=[A-Z])", " ", RESOURCES[kind].infix)
    for kind in SERVICES
}


class Sections:
    """The group of each section of the documents; OverrideError for an invalid file."""

    def __init__(self, path: Path = SECTIONS) -> None:
        self._groups = read_entries(TomlSource.read(path), str)

    def group(self, operation: OperationSpec) -> str:
        """Return the group of an operation: that of its own entry, else of its section.

        A section without an entry may be that of a kind of service; if it is not, the group is
        ``other``.
        """
        own = f"{operation.method} {operation.path}"
        for key in (own, operation.section):
            if key in self._groups:
                return self._groups[key]
        for group, prefix in _SERVICE_SECTIONS.items():
            if operation.section == f"{prefix}s" or operation.section.startswith(f"{prefix} "):
                return group
        return OTHER


def lay_out(
    operations: Mapping[str, Any], schemas: Mapping[str, Any], levels: Sequence[str]
) -> Files:
    """Return the contents of all files: the levels; operations and schemas, by group.

    ``operations/app`` contains the operations of a group by key, ``operations/index`` the group of
    each key; ``schemas/`` has the same files for schemas by name. A schema that the operations of
    a single group reach is in the file of that group, any other in that of ``shared``.
    """
    homes: dict[str, set[str]] = {name: set() for name in schemas}
    for operation in operations.values():
        for name in _reach(operation_refs(operation), schemas):
            homes[name].add(operation["group"])
    where = {name: groups.pop() if len(groups) == 1 else SHARED for name, groups in homes.items()}
    groups = {key: operation["group"] for key, operation in operations.items()}
    return {
        LEVELS: list(levels),
        **_by_group("operations", operations, groups),
        **_by_group("schemas", schemas, where),
    }


def _by_group(folder: str, contents: Mapping[str, Any], groups: Mapping[str, str]) -> Files:
    files: Files = {f"{folder}/{INDEX}": dict(groups)}
    for name, content in contents.items():
        files.setdefault(f"{folder}/{groups[name]}", {})[name] = content
    return files


def merged(files: Files, folder: str) -> dict[str, Any]:
    """Return the operations or schemas of all groups, by key or name."""
    contents: dict[str, Any] = {}
    for name, content in files.items():
        if name.startswith(f"{folder}/") and name != f"{folder}/{INDEX}":
            contents |= content
    return contents


def _reach(names: set[str], schemas: Mapping[str, Any]) -> set[str]:
    reached: set[str] = set()
    waiting = set(names)
    while waiting:
        name = waiting.pop()
        reached.add(name)
        waiting |= schema_refs(schemas[name]) - reached
    return reached


def texts(content: Files) -> dict[str, str]:
    """Return the text of every file by its full name."""
    return {f"{name}.json": text(each) for name, each in content.items()}


def text(content: Any) -> str:
    """Return the text of a file: sorted, with one key a line, for readable diffs."""
    return json.dumps(content, sort_keys=True, indent=1, ensure_ascii=False) + "\n"


def read(directory: Path) -> Files:
    """Return the contents of the files of a data directory; empty if it does not exist.

    Raise ``UsageError`` for a file that is not JSON.
    """
    contents: Files = {}
    for path in sorted(directory.rglob("*.json")):
        name = path.relative_to(directory).with_suffix("").as_posix()
        try:
            contents[name] = json.loads(path.read_text(encoding="utf-8"))
        except ValueError as error:
            raise UsageError(
                f"'{path}' is not JSON.", hint="Generate it again without --check."
            ) from error
    return contents
