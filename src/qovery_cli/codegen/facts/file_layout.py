"""Assign operations to groups, and operations and schemas to files."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from qovery_cli.codegen.facts.merge_specs import operation_refs, schema_refs
from qovery_cli.codegen.facts.openapi import OperationSpec
from qovery_cli.codegen.override_files import FOLDER, read_entries
from qovery_cli.codegen.toml_source import TomlSource
from qovery_cli.errors import UsageError

#: The contents of the files of a data directory, by file name without its extension.
Files = dict[str, dict[str, Any]]
SECTIONS = FOLDER / "sections.toml"
SHARED = "shared"


class Sections:
    """The group of each section of the documents; OverrideError for an invalid file."""

    def __init__(self, path: Path = SECTIONS) -> None:
        self._path = path
        self._groups = read_entries(TomlSource.read(path), str)

    def group(self, operation: OperationSpec) -> str:
        """Return the group of an operation: that of its own entry, else that of its section.

        Raise ``UsageError`` if neither has an entry.
        """
        own = f"{operation.method} {operation.path}"
        for key in (own, operation.section):
            if key in self._groups:
                return self._groups[key]
        key = own if operation.section == "-" else operation.section
        raise UsageError(
            f"No group for section '{operation.section}' ({own}).",
            hint=f'Add a line such as "{key}" = "env" to {self._path.name}.',
        )


def lay_out(
    operations: Mapping[str, Any], schemas: Mapping[str, Any], levels: Mapping[str, str]
) -> Files:
    """Return the contents of all files: one for each group, one for shared schemas, the index.

    A schema that the operations of a single group reach is in the file of that group.
    """
    homes: dict[str, set[str]] = {name: set() for name in schemas}
    for operation in operations.values():
        for name in _reach(operation_refs(operation), schemas):
            homes[name].add(operation["group"])
    where = {name: groups.pop() if len(groups) == 1 else SHARED for name, groups in homes.items()}
    contents: Files = {
        group: {
            "operations": {key: op for key, op in operations.items() if op["group"] == group},
            "schemas": {name: schemas[name] for name in schemas if where[name] == group},
        }
        for group in {SHARED, *(operation["group"] for operation in operations.values())}
    }
    contents["index"] = {
        "operations": {key: operation["group"] for key, operation in operations.items()},
        "schemas": where,
        "versions": dict(levels),
    }
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


def text(content: Mapping[str, Any]) -> str:
    """Return the text of a file: sorted, with one key a line, for readable diffs."""
    return json.dumps(content, sort_keys=True, indent=1, ensure_ascii=False) + "\n"


def read(directory: Path) -> Files:
    """Return the contents of the files of a data directory; empty if it does not exist.

    Raise ``UsageError`` for a file that is not JSON.
    """
    contents: Files = {}
    for path in sorted(directory.glob("*.json")):
        try:
            contents[path.stem] = json.loads(path.read_text(encoding="utf-8"))
        except ValueError as error:
            raise UsageError(
                f"'{path}' is not JSON.", hint="Generate it again without --check."
            ) from error
    return contents
