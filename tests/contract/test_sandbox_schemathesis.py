"""The sandbox under requests that Schemathesis thinks up from the official document of API 1.0.3.

Each operation is asked for what fits the schema: at made-up ids, and at ids of the demo, where it
takes effect and what it has changed is read again. Whatever is sent: no 5xx, and status, content
type and body are those of the document. ``test_sandbox_schemathesis_broken.py`` breaks the schema.

The requests are the same in every run, whatever else is run; ``--schemathesis-examples 100`` tries
more of them.
"""

import openapi_docs
import pytest

from qovery_cli import catalog

pytest.importorskip("schemathesis")

from schemathesis_cases import LEVEL, NOT_DOCUMENTED, UNKNOWN_IN_REQUESTS

pytestmark = openapi_docs.needs_documents

#: What answers have of the names that the document requires without declaring them: all of them.
UNKNOWN_IN_ANSWERS = {
    ("AccountInfoResponse", "username"),
    ("CostRangeResponse", "total"),
    ("CostRangeResponse", "total_in_cents"),
    ("EnvironmentApplicationsStorageResponse", "instances"),
    ("EnvironmentContainersStorageResponse", "instances"),
    ("EnvironmentLogResponse", "service"),
    ("EnvironmentLogResponse", "status"),
    ("EnvironmentTotalNumber", "number"),
    ("MetricCPUDatapointResponse", "requested_in_float"),
    ("MetricStorageDatapointResponse", "consumed_in_mb"),
    ("MetricStorageDatapointResponse", "requested_in_mb"),
    ("MetricStorageResponse", "instance_name"),
    ("ServiceTotalNumber", "number"),
}

KEYS = [key for key, operation in catalog.operations().items() if LEVEL in operation.api]


def test_the_faults_of_the_document_are_those_that_are_listed():
    assert openapi_docs.undeclared(LEVEL) == {*UNKNOWN_IN_REQUESTS, *UNKNOWN_IN_ANSWERS}


@pytest.mark.parametrize("key", sorted(NOT_DOCUMENTED))
def test_no_status_is_excused_that_the_document_has(key):
    operation = catalog.operation(key)
    described = openapi_docs.operations(LEVEL)[
        openapi_docs.identity(operation.method, operation.path)
    ]
    assert not set(map(int, described["responses"])) & set(NOT_DOCUMENTED[key])


@pytest.mark.parametrize("key", [key for key in KEYS if catalog.operation(key).path_names])
def test_what_fits_the_schema_is_answered_as_documented_at_any_id(key, prover):
    prover.fits(key, at_home=False)


@pytest.mark.parametrize("key", KEYS)
def test_what_fits_the_schema_is_answered_as_documented_in_the_demo(key, prover):
    prover.fits(key, at_home=True)
