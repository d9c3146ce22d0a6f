"""Tiny documents: what a test says of its schemas is all there is."""

from typing import Any

import pytest

from qovery_cli.catalog.join import joined
from qovery_cli.catalog.spec import Document


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


@pytest.fixture
def united():
    """Unite documents of levels 1, 2, ... whose schemas are given; return the united schemas."""

    def unite(*schemas: dict[str, Any]) -> dict[str, Any]:
        documents = [document(str(level), each) for level, each in enumerate(schemas, 1)]
        return joined(documents, lambda _: "things")[1]

    return unite


@pytest.fixture
def thing(united):
    """Unite one property's schema at levels 1, 2, ...; return the united property."""

    def unite(*schemas: dict[str, Any]) -> Any:
        things = [{"Thing": {"type": "object", "properties": {"x": each}}} for each in schemas]
        return united(*things)["Thing"]["properties"]["x"]

    return unite
