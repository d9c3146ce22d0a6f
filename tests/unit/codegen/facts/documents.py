"""Tiny documents: what a test says of its schemas is all there is."""

from typing import Any

from qovery_cli.codegen.facts.openapi import Document


def document(level: str, schemas: dict[str, Any], paths: dict[str, Any] | None = None) -> Document:
    """Return a document; without paths, GET /thing answers with the component Thing."""
    if paths is None:
        paths = {"/thing": {"get": answering("Thing")}}
    return Document(
        {"info": {"version": level}, "paths": paths, "components": {"schemas": schemas}}
    )


def answering(name: str, **more: Any) -> dict[str, Any]:
    """Return an operation whose 200 answers with a component."""
    schema = {"$ref": f"#/components/schemas/{name}"}
    return {
        "operationId": f"get{name}",
        "tags": ["Things"],
        "responses": {200: {"content": {"application/json": {"schema": schema}}}},
        **more,
    }
