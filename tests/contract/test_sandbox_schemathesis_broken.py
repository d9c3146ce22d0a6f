"""The sandbox under requests with which Schemathesis breaks the official document of API 1.0.3.

At ids of the demo the body or the query is broken, at made-up ids the path as well. Whatever is
sent: no 5xx, and status, content type and body are those of the document. A body that does not fit
the schema is never granted, with the exceptions that ``thought_up.py`` lists and the fields that
no schema knows, because the API accepts those.

A request without a body and a query can only be broken in its path, and one without a path's
values not at all; which operations those are follows from the facts and is held against what
Schemathesis finds in the document.
"""

import openapi_docs
import pytest
from hypothesis.errors import Unsatisfiable

from qovery_cli import catalog
from qovery_cli.catalog.schema import at_level

pytest.importorskip("schemathesis")

from schemathesis_cases import LEVEL

pytestmark = openapi_docs.needs_documents

KEYS = [key for key, operation in catalog.operations().items() if LEVEL in operation.api]


def parts_of(key):
    """Return the parts of an operation's requests that the facts know: path, query, body."""
    operation = catalog.operation(key)
    body = at_level(operation.body, LEVEL) if operation.body is not None else None
    return ({"body"} if body is not None else set()) | {
        one.where for one in operation.parameters if LEVEL in one.api
    }


AT_HOME = [key for key in KEYS if parts_of(key) & {"query", "body"}]
ANYWHERE = [key for key in KEYS if "path" in parts_of(key)]


def documented_parts(key):
    """Return the parts of an operation's requests that the document knows."""
    operation = catalog.operation(key)
    described = openapi_docs.operations(LEVEL)[
        openapi_docs.identity(operation.method, operation.path)
    ]
    return {
        *(["body"] if "requestBody" in described else []),
        *(one["in"] for one in openapi_docs.parameters(LEVEL, operation.path, described)),
    }


@pytest.mark.parametrize("key", KEYS)
def test_the_parts_of_a_request_are_those_of_the_document(key):
    assert parts_of(key) == documented_parts(key)


@pytest.mark.parametrize("key", sorted({*KEYS} - {*AT_HOME}))
def test_nothing_else_can_be_broken(key, prover):
    with pytest.raises(Unsatisfiable):
        prover.breaks(key, at_home=True)


@pytest.mark.parametrize("key", AT_HOME)
def test_what_breaks_the_schema_is_answered_as_documented_in_the_demo(key, prover):
    prover.breaks(key, at_home=True)


@pytest.mark.parametrize("key", ANYWHERE)
def test_what_breaks_the_schema_is_answered_as_documented_at_any_id(key, prover):
    prover.breaks(key, at_home=False)
