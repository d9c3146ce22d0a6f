"""Requests that Schemathesis thinks up from the official document of API 1.0.3, and their judge.

Importing this needs Schemathesis, and using it the document.
"""

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from typing import Any
from unittest import mock

import openapi_docs
import schemathesis
from demo_sandbox import TOKEN, Seeded
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from hypothesis.internal.conjecture import providers
from request_factory import Asking
from sample_values import IDS, VALUES
from schemathesis import GenerationMode
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi import checks

from qovery_cli import catalog
from qovery_cli.catalog import Operation

LEVEL = "1.0.3"
CHECKS = (
    not_a_server_error,
    checks.status_code_conformance,
    checks.content_type_conformance,
    checks.response_schema_conformance,
)

#: What the document requires without declaring it: nobody can know what to send, and the prose
#: does not ask for it. It is taken from what must be sent; answers have the others all the same.
UNKNOWN_IN_REQUESTS: Mapping[tuple[str, str], str] = {
    ("OrganizationEditRequest", "plan"): "the plan is changed by an operation of its own",
    ("ApplicationGitRepositoryRequest", "provider"): "follows from the URL",
    ("ApplicationGitRepositoryRequest", "owner"): "follows from the URL",
    ("ApplicationGitRepositoryRequest", "name"): "follows from the URL",
}
#: The same of the items of a list, where the prose says what it means to leave it out.
NEW_WITHOUT: Mapping[tuple[str, str], str] = {
    ("ports", "id"): "a port without an id is a new one",
    ("ports", "protocol"): "there is only one",
    ("storage", "id"): "a volume without an id is a new one",
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
    "listApplicationCommit": {400: NO_QUERY},
    "listApplicationDeploymentHistory": {400: NO_QUERY},
    "listApplicationEvent": {400: NO_QUERY},
    "listContainer": {400: NO_QUERY},
    "listDatabaseBackup": {400: NO_QUERY},
    "listDatabaseDeploymentHistory": {400: NO_QUERY},
    "listDatabaseEvent": {400: NO_QUERY},
    "listEnvironmentDeploymentHistory": {400: NO_QUERY},
    "organizationGithubAppDisconnect": {400: NO_QUERY},
    "postAccountRewardClaim": {
        400: NO_BODY,
        401: "nothing of the API is open to everybody; the document only forgot it here",
    },
    "restartEnvironment": {400: NO_BODY},
}

_words: Any = type(providers.CONSTANTS_CACHE)(1024)


@contextmanager
def no_local_words() -> Iterator[None]:
    """Keep Hypothesis from drawing words out of whichever modules of ours are imported just now.

    There is no setting for it, and every choice of tests would send other requests. Should
    Hypothesis call these two otherwise one day, that is all that comes back.
    """
    nothing = providers.Constants
    with (
        mock.patch.object(providers, "_get_local_constants", nothing, create=True),
        mock.patch.object(providers, "CONSTANTS_CACHE", _words, create=True),
    ):
        yield


class Prover:
    """Sends requests of one kind to an operation, each to the same demo, and judges the answers.

    The requests are the same in every run. AssertionError says which answer is wrong.
    """

    def __init__(self, sandbox: Seeded, examples: int) -> None:
        self._sandbox = sandbox
        self._examples = examples
        schema = schemathesis.openapi.from_dict(patched())
        schema.app = sandbox.app
        found = (result.ok() for result in schema.get_all_operations())
        self._described = {openapi_docs.identity(one.method, one.path): one for one in found}

    def fits(self, key: str, *, at_home: bool) -> None:
        """Ask for what fits the schema, at the ids of the demo or at made-up ones."""
        self._prove(key, GenerationMode.POSITIVE, at_home)

    def breaks(self, key: str, *, at_home: bool) -> None:
        """Ask for what breaks the schema: its body or query, or its path too if not at home.

        Raises hypothesis.errors.Unsatisfiable if nothing can be broken.
        """
        self._prove(key, GenerationMode.NEGATIVE, at_home)

    def _prove(self, key: str, mode: GenerationMode, at_home: bool) -> None:
        asked = Asking(self._sandbox.fresh(), catalog.operation(key))
        operation, path = asked.operation, asked.path
        sensible = at_home and mode is GenerationMode.POSITIVE
        back = self._sandbox.mark()
        few = asked.body(whole=False) is None or not at_home

        @given(self._cases(operation, mode, path if at_home else None), st.booleans())
        @settings(
            max_examples=max(self._examples // 2, 1) if few else self._examples,
            derandomize=True,
            database=None,
            deadline=None,
            suppress_health_check=list(HealthCheck),
            phases=[Phase.generate, Phase.shrink],
        )
        def one(case: Any, chosen: bool) -> None:
            back()
            if sensible and chosen:
                make_sensible(case.body, asked)
            answer = case.call(
                # The sandbox answers for names of this machine only.
                base_url="http://127.0.0.1",
                headers={"Authorization": f"Token {TOKEN}"},
            )
            judge(case, answer, operation)
            if at_home and operation.changes and answer.status_code < 300:
                for wrong in read_again(self._sandbox, path, answer):
                    raise AssertionError(wrong)

        with no_local_words():
            one()

    def _cases(self, operation: Operation, mode: GenerationMode, path: str | None) -> Any:
        known = {} if path is None else {"path_parameters": ids_in(operation.path, path)}
        token = {"Authorization": f"Token {TOKEN}"}
        found = self._described[openapi_docs.identity(operation.method, operation.path)]
        return found.as_strategy(generation_mode=mode, headers=token, **known)


def judge(case: Any, answer: Any, operation: Operation) -> None:
    """Hold an answer against the document, except for statuses that it lacks."""
    status, excused = answer.status_code, NOT_DOCUMENTED.get(operation.key, {})
    chosen = [
        check
        for check in CHECKS
        if check is not checks.status_code_conformance or status not in excused
    ]
    case.validate_response(answer, checks=chosen)
    if status >= 400:
        assert answer.json()["message"], answer.text
    elif operation.body is not None:
        content = answer.request.body
        wrong = wrong_body(operation, json.loads(content)) if content else None
        assert wrong is None, f"{status} although {wrong}"


def wrong_body(operation: Operation, body: Any) -> str | None:
    """Return what the document has against a body, or None.

    null is how official clients leave out a body that is not required.
    """
    described = openapi_docs.operations(LEVEL)[
        openapi_docs.identity(operation.method, operation.path)
    ]
    if body is None and not described["requestBody"].get("required"):
        return None
    schema = described["requestBody"]["content"]["application/json"]["schema"]
    for error in openapi_docs.validator(LEVEL, schema).iter_errors(body):
        owner = next((step for step in reversed(error.path) if isinstance(step, str)), "")
        names = UNKNOWN_NAMES if error.validator == "required" else ()
        name = error.message.split("'")[1] if names else ""
        if name not in names and (owner, name) not in NEW_WITHOUT:
            return f"{error.json_path}: {error.message[:300]}"
    return None


UNKNOWN_NAMES = {name for _, name in UNKNOWN_IN_REQUESTS}


def patched() -> Any:
    """Return the document without the names that it requires of requests and does not declare."""
    document = json.loads(json.dumps(openapi_docs.document(LEVEL)))
    for name, required in UNKNOWN_IN_REQUESTS:
        schema = document["components"]["schemas"][name]
        for part in (schema, *schema.get("allOf", ())):
            if required in part.get("required", ()):
                part["required"].remove(required)
    return document


def ids_in(template: str, path: str) -> dict[str, str]:
    """Return the values of a path by their parameters."""
    pairs = zip(template.split("/"), path.split("/"), strict=True)
    return {name[1:-1]: value for name, value in pairs if name.startswith("{")}


def make_sensible(body: Any, asked: Asking, owner: str = "") -> None:
    """Put values into a body that mean something to the demo, where their type is the same."""
    if isinstance(body, list):
        for item in body:
            make_sensible(item, asked, owner)
    elif isinstance(body, dict):
        for name, value in body.items():
            known = [one for one in (f"{owner}.{name}", name) if asked.knows(one) or one in VALUES]
            if known and isinstance(value, str | int | list):
                body[name] = sensible(known[0], value, asked)
            else:
                make_sensible(value, asked, name)


def sensible(name: str, value: Any, asked: Asking) -> Any:
    """Return what a field means in the demo, or the value as it was if that is of another type."""
    found = asked.id_for(name) if asked.knows(name) else VALUES[name]
    if isinstance(value, list):
        return [found] if name in IDS else value
    return found if isinstance(found, type(value)) else value


def read_again(sandbox: Seeded, path: str, answer: Any) -> Iterator[str]:
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
            wrong = read.status_code < 300 and openapi_docs.complaint(
                LEVEL, "GET", template, read.status_code, content
            )
            if wrong or read.status_code >= 500:
                yield f"GET {place} afterwards: {wrong or read.text}"


@cache
def readable() -> list[list[str]]:
    """Return the segments of the paths that can be read without a query, literal ones first."""
    paths = [
        operation.path
        for operation in catalog.operations().values()
        if operation.method == "GET" and LEVEL in operation.api
        if not any(one.where == "query" and LEVEL in one.required for one in operation.parameters)
    ]
    return [path.split("/") for path in sorted(paths, key=lambda path: path.count("{"))]


def template_of(place: str) -> str | None:
    """Return the path of the operation that reads a place, None if there is none."""
    segments = place.split("/")
    for template in readable():
        if len(template) == len(segments) and all(
            each.startswith("{") or each == segment
            for each, segment in zip(template, segments, strict=True)
        ):
            return "/".join(template)
    return None
