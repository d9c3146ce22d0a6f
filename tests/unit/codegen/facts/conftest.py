"""Unions of tiny documents, level by level."""

from typing import Any

import pytest

from qovery_cli.codegen.facts.merge_specs import merge_documents

from .documents import document


@pytest.fixture
def united():
    """Unite documents of levels 1, 2, ... whose schemas are given; return the united schemas."""

    def unite(*schemas: dict[str, Any]) -> dict[str, Any]:
        documents = [document(str(level), each) for level, each in enumerate(schemas, 1)]
        return merge_documents(documents, lambda _: "things")[1]

    return unite


@pytest.fixture
def thing(united):
    """Unite one property's schema at levels 1, 2, ...; return the united property."""

    def unite(*schemas: dict[str, Any]) -> Any:
        things = [{"Thing": {"type": "object", "properties": {"x": each}}} for each in schemas]
        return united(*things)["Thing"]["properties"]["x"]

    return unite
