"""The official OpenAPI documents as judges of answers, where they are present.

``QOVERY_OPENAPI_DIR`` names the directory that holds ``openapi-<level>.yaml``.
"""

import os
import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

DIRECTORY = Path(os.environ.get("QOVERY_OPENAPI_DIR", "."))
PRESENT = "QOVERY_OPENAPI_DIR" in os.environ
needs_documents = pytest.mark.skipif(
    not PRESENT,
    reason="QOVERY_OPENAPI_DIR does not say where the official documents are",
)

#: Alternatives none of whose fields is required: an object can be several of them at once, which
#: ``oneOf`` forbids. Every answer would be wrong, so any of them is enough.
INDISTINCT = {"DeploymentHistoryServiceDetails"}

#: Words of OpenAPI 3.0 that JSON Schema does not have, or that say nothing about a value.
_SILENT = {"discriminator", "xml", "externalDocs", "description", "title", "example", "deprecated"}


class _Loader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):
    """Leaves dates as text: examples and defaults look like them."""


_Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in pairs if not tag.endswith(":timestamp")]
    for first, pairs in _Loader.yaml_implicit_resolvers.items()
}


@cache
def document(level: str) -> Mapping[str, Any]:
    """Return the document of a level as it was written; nobody may change it."""
    text = (DIRECTORY / f"openapi-{level}.yaml").read_text(encoding="utf-8")
    return yaml.load(text, _Loader)


def identity(method: str, path: str) -> tuple[str, str]:
    """Return what names an operation in every document, however its parameters are called."""
    return method.upper(), re.sub(r"\{[^}]*\}", "{}", path)


@cache
def operations(level: str) -> Mapping[tuple[str, str], Mapping[str, Any]]:
    """Return the operations of a level's document by their identity."""
    return {
        identity(method, path): operation
        for path, item in document(level)["paths"].items()
        for method, operation in item.items()
        if method in ("get", "post", "put", "patch", "delete")
    }


def complaint(level: str, method: str, path: str, status: int, data: Any) -> str | None:
    """Return what the document of a level has against an answer, or None.

    ``data`` is the JSON of the body, None for an empty body.
    """
    responses = operations(level)[identity(method, path)]["responses"]
    described = responses.get(str(status))
    if described is None:
        return f"{status} is not one of {', '.join(responses)}"
    content = described.get("content", {})
    schema = content.get("application/json", {}).get("schema")
    if schema is None:
        return None if data is None or content else "the body should be empty"
    wrong = validator(level, schema).iter_errors(data)
    return next((f"{error.json_path}: {error.message[:300]}" for error in wrong), None)


def parameters(level: str, path: str, operation: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    """Return what a document says of an operation's path, query and headers."""
    whole = document(level)
    found = [*_item(level, path).get("parameters", ()), *operation.get("parameters", ())]
    kept = whole["components"].get("parameters", {})
    return [kept[one["$ref"].rpartition("/")[2]] if "$ref" in one else one for one in found]


def _item(level: str, path: str) -> Mapping[str, Any]:
    wanted = identity("GET", path)
    items = document(level)["paths"].items()
    return next(item for template, item in items if identity("GET", template) == wanted)


def validator(level: str, schema: Mapping[str, Any]) -> jsonschema.Draft4Validator:
    """Return what judges data by a schema of a level's document."""
    whole = {**plain(schema), "components": {"schemas": _components(level)}}
    formats = jsonschema.FormatChecker(formats=["uuid", "date", "email"])
    return jsonschema.Draft4Validator(whole, format_checker=formats)


@cache
def _components(level: str) -> Mapping[str, Any]:
    found = {
        name: plain(schema) for name, schema in document(level)["components"]["schemas"].items()
    }
    for name in INDISTINCT & found.keys():
        found[name] = {"anyOf": found[name]["oneOf"]}
    return found


def plain(schema: Any) -> Any:
    """Return a schema of OpenAPI 3.0 as JSON Schema: null is a type of its own there."""
    if "$ref" in schema:
        return {"$ref": schema["$ref"]}
    made = {word: _inside(word, value) for word, value in schema.items() if word not in _SILENT}
    if "oneOf" in schema and "mapping" in schema.get("discriminator", {}):
        made["oneOf"] = list(_told_apart(schema["discriminator"]))
    if not made.pop("nullable", False):
        return made
    if None not in made.get("enum", [None]):
        made["enum"] = [*made["enum"], None]
    if "type" in made:
        return {**made, "type": [made["type"], "null"]}
    return {"anyOf": [made, {"type": "null"}]}


def _told_apart(discriminator: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    """Yield what a discriminator tells apart: JSON Schema would not know which one is meant."""
    name = discriminator["propertyName"]
    for word, target in discriminator["mapping"].items():
        told = {"required": [name], "properties": {name: {"enum": [word]}}}
        yield {"allOf": [{"$ref": target}, told]}


def _inside(word: str, value: Any) -> Any:
    if word == "properties":
        return {name: plain(schema) for name, schema in value.items()}
    if word in ("allOf", "oneOf", "anyOf"):
        return [plain(schema) for schema in value]
    return plain(value) if isinstance(value, dict) and word in ("items", "not") else value


def undeclared(level: str) -> set[tuple[str, str]]:
    """Return schema and name wherever a component requires what neither it nor a part declares."""
    schemas = document(level)["components"]["schemas"]
    return {
        (name, required)
        for name, schema in schemas.items()
        for part in (schema, *schema.get("allOf", ()))
        for required in part.get("required", ())
        if required not in _declared(schema, schemas)
    }


def _declared(schema: Mapping[str, Any], schemas: Mapping[str, Any]) -> set[str]:
    while "$ref" in schema:
        schema = schemas[schema["$ref"].rpartition("/")[2]]
    parts = (_declared(part, schemas) for part in schema.get("allOf", ()))
    return set(schema.get("properties", {})).union(*parts)
