"""The sandbox under requests that Schemathesis thinks up from the official document of API 1.0.3.

Each operation is asked three ways: with what fits the schema at made-up ids, the same at ids of the
demo (then it takes effect, and what it has changed is read again), and with what breaks the schema.
Whatever is sent: no 5xx, and status, content type and body are those of the document. That a
request which breaks the schema is refused is shown field by field in
``test_sandbox_operations.py``; here it may be granted as well, because the API accepts fields that
it does not know, and null for what may be left out.

The examples are the same in every run. ``--schemathesis-examples 100`` tries more of them.
"""

import asyncio
import json
from collections.abc import Iterator, Mapping
from functools import cache

import official
import pytest
from asking import Asking
from demo_choices import IDS, VALUES
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from seeded import TOKEN, Seeded

from qovery_cli import catalog

schemathesis = pytest.importorskip("schemathesis")

from schemathesis import GenerationMode  # noqa: E402 - only where it is installed
from schemathesis.checks import not_a_server_error  # noqa: E402
from schemathesis.specs.openapi import checks  # noqa: E402

pytestmark = official.needs_documents

LEVEL = "1.0.3"
#: How many requests of each kind are sent to an operation that takes a body; two minutes are all
#: that the whole may take.
EXAMPLES = 8
CHECKS = (
    not_a_server_error,
    checks.status_code_conformance,
    checks.content_type_conformance,
    checks.response_schema_conformance,
)

#: What the document requires without declaring it: nobody can know what to send, and the prose
#: does not ask for it. It is taken from what must be sent; answers have the others all the same.
UNKNOWN_IN_REQUESTS = {
    ("OrganizationEditRequest", "plan"): "the plan is changed by an operation of its own",
    ("ApplicationGitRepositoryRequest", "provider"): "follows from the URL",
    ("ApplicationGitRepositoryRequest", "owner"): "follows from the URL",
    ("ApplicationGitRepositoryRequest", "name"): "follows from the URL",
}
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

NO_ID = "the path has an id, and the document does not say what happens if there is no such thing"
NO_QUERY = "the query has types, and the document does not say what happens if it breaks them"
NO_BODY = "it takes a body, and the document does not say what happens if that is invalid"
#: Statuses that the document lacks, one operation at a time, and why the sandbox answers so.
NOT_DOCUMENTED: Mapping[str, Mapping[int, str]] = {
    "cloneEnvironment": {400: NO_BODY},
    "createApplicationDeploymentRestriction": {404: NO_ID},
    "createOrganizationWebhook": {404: NO_ID},
    "getApplicationMetricCpu": {400: NO_QUERY},
    "getApplicationMetricHealthCheck": {400: NO_QUERY},
    "getApplicationMetricMemory": {400: NO_QUERY},
    "getApplicationMetricRestart": {400: NO_QUERY},
    "getApplicationMetricStorage": {400: NO_QUERY},
    "getDatabaseMetricCpu": {400: NO_QUERY},
    "getDatabaseMetricHealthCheck": {400: NO_QUERY},
    "getDatabaseMetricMemory": {400: NO_QUERY},
    "getDatabaseMetricRestart": {400: NO_QUERY},
    "getDatabaseMetricStorage": {400: NO_QUERY},
    "getOrganizationBitbucketRepositories": {404: NO_ID},
    "getOrganizationBitbucketRepositoryBranches": {404: NO_ID},
    "getOrganizationGitProviderAccount": {404: NO_ID},
    "getOrganizationGithubRepositories": {404: NO_ID},
    "getOrganizationGithubRepositoryBranches": {404: NO_ID},
    "getOrganizationGitlabRepositories": {404: NO_ID},
    "getOrganizationGitlabRepositoryBranches": {404: NO_ID},
    "listApplication": {400: NO_QUERY},
    "listContainer": {400: NO_QUERY},
    "organizationGithubAppDisconnect": {400: NO_QUERY},
    "postAccountRewardClaim": {
        400: NO_BODY,
        401: "nothing of the API is open to everybody; the document only forgot it here",
    },
    "restartEnvironment": {400: NO_BODY},
}

KEYS = [key for key, operation in catalog.operations().items() if LEVEL in operation.api]


def patched():
    """Return the document without the names that it requires of requests and does not declare."""
    document = json.loads(json.dumps(official.document(LEVEL)))
    for name, required in UNKNOWN_IN_REQUESTS:
        schema = document["components"]["schemas"][name]
        for part in (schema, *schema.get("allOf", ())):
            if required in part.get("required", ()):
                part["required"].remove(required)
    return document


@pytest.fixture(scope="module")
def sandbox():
    with asyncio.Runner() as loop:
        made = Seeded(LEVEL, loop)
        yield made
        made.close()


@pytest.fixture(scope="module")
def described(sandbox):
    """The operations as Schemathesis reads them, by their identity."""
    schema = schemathesis.openapi.from_dict(patched())
    schema.app = sandbox.app
    found = (result.ok() for result in schema.get_all_operations())
    return {official.identity(one.method, one.path): one for one in found}


@pytest.fixture
def prove(request, sandbox, described):
    """Send examples of one kind to an operation, each to the same demo, and judge the answers."""
    examples = request.config.getoption("--schemathesis-examples") or EXAMPLES

    def prove(key, mode=GenerationMode.POSITIVE, *, at_home=True):
        operation = catalog.operation(key)
        asked = Asking(sandbox.fresh(), operation)
        path = asked.path
        known = {"path_parameters": ids_in(operation.path, path)} if at_home else {}
        token = {"Authorization": f"Token {TOKEN}"}
        found = described[official.identity(operation.method, operation.path)]
        cases = found.as_strategy(generation_mode=mode, headers=token, **known)
        back = sandbox.mark()

        @given(cases, st.booleans())
        @settings(
            max_examples=examples if asked.body(whole=False) is not None else examples // 2,
            derandomize=True,
            database=None,
            deadline=None,
            suppress_health_check=list(HealthCheck),
            phases=[Phase.generate, Phase.shrink],
        )
        def one(case, sensible):
            back()
            if sensible and at_home and mode is GenerationMode.POSITIVE:
                make_sensible(case.body, asked)
            answer = case.call(headers=token)
            judge(case, answer, NOT_DOCUMENTED.get(key, {}))
            if at_home and operation.changes and answer.status_code < 300:
                for wrong in read_again(sandbox, path, answer):
                    raise AssertionError(wrong)

        one()

    return prove


def judge(case, answer, not_documented):
    """Hold an answer against the document, except for statuses that it lacks."""
    chosen = [
        check
        for check in CHECKS
        if check is not checks.status_code_conformance or answer.status_code not in not_documented
    ]
    case.validate_response(answer, checks=chosen)


def ids_in(template, path):
    """Return the values of a path by their parameters."""
    pairs = zip(template.split("/"), path.split("/"), strict=True)
    return {name[1:-1]: value for name, value in pairs if name.startswith("{")}


def make_sensible(body, asked, owner=""):
    """Put values into a body that mean something to the demo, where their type is the same."""
    if isinstance(body, list):
        for item in body:
            make_sensible(item, asked, owner)
    elif isinstance(body, dict):
        for name, value in body.items():
            known = [one for one in (f"{owner}.{name}", name) if one in IDS or one in VALUES]
            if known and isinstance(value, str | int | list):
                body[name] = sensible(known[0], value, asked)
            else:
                make_sensible(value, asked, name)


def sensible(name, value, asked):
    """Return what a field means in the demo, or the value as it was if that is of another type."""
    found = asked.id_for(name) if name in IDS else VALUES[name]
    if isinstance(value, list):
        return [found] if name in IDS else value
    return found if isinstance(found, type(value)) else value


def read_again(sandbox, path, answer) -> Iterator[str]:
    """Yield what is wrong with reading what a request has changed."""
    data = answer.json() if answer.content else None
    own = data.get("id") if isinstance(data, dict) else None
    collection, last = path.rpartition("/")[::2]
    made = (f"{path}/{own}", f"/{last}/{own}", f"/{last}/{own}/status") if own else ()
    for place in (path, collection, "/".join(path.split("/")[:3]), *made):
        template = template_of(place)
        if template is not None:
            read = sandbox.ask("GET", place)
            content = read.json() if read.content else None
            wrong = read.status_code < 300 and official.complaint(
                LEVEL, "GET", template, read.status_code, content
            )
            if wrong or read.status_code >= 500:
                yield f"GET {place} afterwards: {wrong or read.text}"


@cache
def readable():
    """Return the segments of the paths that can be read without a query, literal ones first."""
    paths = [
        operation.path
        for operation in catalog.operations().values()
        if operation.method == "GET" and LEVEL in operation.api
        if not any(one.where == "query" and LEVEL in one.required for one in operation.parameters)
    ]
    return [path.split("/") for path in sorted(paths, key=lambda path: path.count("{"))]


def template_of(place):
    """Return the path of the operation that reads a place, None if there is none."""
    segments = place.split("/")
    for template in readable():
        if len(template) == len(segments) and all(
            each.startswith("{") or each == segment
            for each, segment in zip(template, segments, strict=True)
        ):
            return "/".join(template)
    return None


def test_the_faults_of_the_document_are_those_that_are_listed():
    assert official.undeclared(LEVEL) == {*UNKNOWN_IN_REQUESTS, *UNKNOWN_IN_ANSWERS}


@pytest.mark.parametrize("key", sorted(NOT_DOCUMENTED))
def test_no_status_is_excused_that_the_document_has(key):
    operation = catalog.operation(key)
    described = official.operations(LEVEL)[official.identity(operation.method, operation.path)]
    assert not set(map(int, described["responses"])) & set(NOT_DOCUMENTED[key])


@pytest.mark.parametrize("key", [key for key in KEYS if catalog.operation(key).path_names])
def test_what_fits_the_schema_is_answered_as_documented_at_any_id(key, prove):
    prove(key, at_home=False)


@pytest.mark.parametrize("key", KEYS)
def test_what_fits_the_schema_is_answered_as_documented_in_the_demo(key, prove):
    prove(key)


@pytest.mark.parametrize("key", KEYS)
def test_what_breaks_the_schema_is_answered_as_documented(key, prove):
    prove(key, GenerationMode.NEGATIVE)
