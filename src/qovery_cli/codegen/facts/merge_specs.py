"""Merge the operations and named schemas of all documents."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from qovery_cli.codegen.facts.openapi import JSON, Document, OperationSpec
from qovery_cli.codegen.facts.schema_matching import SchemaMatcher
from qovery_cli.codegen.facts.schema_union import Schema, SchemaUnion
from qovery_cli.errors import UsageError

#: One operation at each level that has it, oldest level first.
Versions = dict[str, OperationSpec]


def merge_documents(
    documents: Sequence[Document], group_of: Callable[[OperationSpec], str]
) -> tuple[dict[str, Any], dict[str, Schema]]:
    """Return the united operations by key, and the schemas that they reach by name.

    ``group_of`` returns the group of an operation in its newest level.
    """
    readers = {document.level: document.schemas for document in documents}
    levels = list(readers)
    by_identity = _by_identity(documents)
    matcher = SchemaMatcher(readers)
    first = SchemaUnion(readers, matcher.note)
    for versions in by_identity:
        _operation(first, versions)
    matcher.settle()
    second = SchemaUnion(readers, matcher.name)
    operations = {
        key: {**_operation(second, versions), "group": group_of(_newest(versions))}
        for key, versions in zip(_keys(by_identity, levels), by_identity, strict=True)
    }
    return operations, _reached(operations, matcher, second)


def schema_refs(schema: Mapping[str, Any]) -> set[str]:
    """Return the names that a united schema refers to."""
    names = {schema["ref"]} if "ref" in schema else set()
    names.update(schema.get("discriminator", {}).get("mapping", {}).values())
    inner = [
        *schema.get("properties", {}).values(),
        *schema.get("by_api", {}).values(),
        *schema.get("one_of", ()),
        *(schema[key] for key in ("items", "additional") if key in schema),
    ]
    return names.union(*map(schema_refs, inner))


def operation_refs(operation: Mapping[str, Any]) -> set[str]:
    """Return the names that a united operation refers to."""
    schemas = [each["schema"] for each in operation["parameters"]]
    schemas += [operation.get("body"), *operation["responses"].values()]
    return set[str]().union(*(schema_refs(each) for each in schemas if each))


def _by_identity(documents: Sequence[Document]) -> list[Versions]:
    operations: dict[tuple[str, str], Versions] = {}
    for document in documents:
        for operation in document.operations:
            versions = operations.setdefault(operation.identity, {})
            if document.level in versions:
                raise UsageError(
                    f"Two paths of {document.level} differ in parameter names only: "
                    f"{versions[document.level].path} and {operation.path}.",
                    hint="Remove one of them from the document.",
                )
            versions[document.level] = operation
    return [operations[identity] for identity in sorted(operations)]


def _keys(operations: Sequence[Versions], levels: Sequence[str]) -> list[str]:
    """Return the operation ids, with ``@`` and the first level where several have the same id.

    The first level, because it does not change when a newer document is added.
    """
    ids = [_newest(versions).operation_id for versions in operations]
    return [
        key if ids.count(key) == 1 else f"{key}@{min(versions, key=levels.index)}"
        for key, versions in zip(ids, operations, strict=True)
    ]


def _newest(versions: Versions) -> OperationSpec:
    return versions[list(versions)[-1]]


def _operation(union: SchemaUnion, versions: Versions) -> dict[str, Any]:
    newest = _newest(versions)
    levels = list(versions)
    united: dict[str, Any] = {
        "method": newest.method,
        "path": newest.path,
        "section": newest.section,
        "api": levels,
        "parameters": _parameters(union, versions),
        "responses": _responses(union, versions),
        "statuses": sorted({status for each in versions.values() for status in each.statuses}),
    }
    bodies = {level: each.body for level, each in versions.items() if each.body is not None}
    if bodies:
        united["body"] = union.member(bodies, levels)
        united["body_required"] = [level for level in levels if versions[level].body_required]
        united["body_type"] = next(
            each.body_type for each in reversed(versions.values()) if each.body_type
        )
    if newest.response_type != JSON:
        united["response_type"] = newest.response_type
    if newest.deprecated:
        united["deprecated"] = True
    if not newest.auth:
        united["auth"] = False
    return united


def _parameters(union: SchemaUnion, versions: Versions) -> list[dict[str, Any]]:
    """Return path parameters in the order of the path, then the others by name.

    Path parameters are matched by position; the newest name is kept.
    """
    newest = _newest(versions)
    parameters: dict[tuple[str, str], dict[str, Any]] = {}
    for level, operation in versions.items():
        renamed = dict(zip(operation.path_names, newest.path_names, strict=True))
        for name in newest.path_names:
            parameters.setdefault(("path", name), {})
        for (where, name), facts in operation.parameters.items():
            key = (where, renamed.get(name, name) if where == "path" else name)
            parameters.setdefault(key, {})[level] = facts
    others = sorted(key for key in parameters if key[0] in ("query", "header"))
    ordered = [("path", name) for name in newest.path_names] + others
    return [_parameter(union, key, parameters[key], list(versions)) for key in ordered]


def _parameter(
    union: SchemaUnion, key: tuple[str, str], forms: Mapping[str, Any], levels: list[str]
) -> dict[str, Any]:
    if not forms:  # named by the path alone, described nowhere
        forms = {level: {"type": "string"} for level in levels}
    schema = union.schema(dict(forms))
    required = [level for level, facts in forms.items() if facts.get("required")]
    where, name = key
    return {
        "in": where,
        "name": name,
        "api": levels if where == "path" else list(forms),
        "required": levels if where == "path" else required,
        "schema": schema,
    }


def _responses(union: SchemaUnion, versions: Versions) -> dict[str, Schema | None]:
    levels = list(versions)
    statuses = sorted({status for each in versions.values() for status in each.responses})
    united: dict[str, Schema | None] = {}
    for status in statuses:
        forms = {level: each.responses.get(status) for level, each in versions.items()}
        present = {level: facts for level, facts in forms.items() if facts is not None}
        united[str(status)] = union.member(present, levels) if present else None
    return united


def _reached(
    operations: Mapping[str, Any], matcher: SchemaMatcher, union: SchemaUnion
) -> dict[str, Schema]:
    schemas: dict[str, Schema] = {}
    waiting = set[str]().union(*map(operation_refs, operations.values()))
    while waiting:
        name = waiting.pop()
        schemas[name] = union.schema(matcher.forms(matcher.named(name)))
        waiting |= schema_refs(schemas[name]) - schemas.keys()
    return schemas
