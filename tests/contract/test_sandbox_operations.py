"""Every operation, asked of the sandbox for what the demo can grant and for what nobody can.

Granted requests are answered as the official document has it (where ``QOVERY_OPENAPI_DIR`` names
its folder) and as the packaged facts have it; wrong ones are refused with the right status.
"""

import asyncio
import copy
import json
import re

import json_schemas
import openapi_docs
import pytest
from demo_sandbox import Seeded
from request_factory import Asking
from sample_values import REFUSED, SUCCESS, WORDS

from qovery_cli import catalog
from qovery_cli.catalog.schema import at_level

SERVED = [
    (level, key)
    for level in catalog.LEVELS
    for key, operation in catalog.operations().items()
    if level in operation.api
]
NOWHERE = "00000000-0000-4000-8000-000000000000"

#: Required by the schema of a list's item, but not by the prose: without an id it is a new one.
NOT_DEMANDED = {("ports", "id"), ("ports", "protocol"), ("storage", "id")}


def has_body(level, key):
    body = catalog.operation(key).body
    is_json = catalog.operation(key).body_type == "application/json"
    return is_json and body is not None and at_level(body, level) is not None


WITH_BODY = [(level, key) for level, key in SERVED if has_body(level, key)]


#: Operations on what hangs on a parent that its path names too.
PARENTS = ("organization", "project", "environment", "application", "container", "database")
WITHIN = [
    (level, key)
    for level, key in SERVED
    for path in [catalog.operation(key).path]
    if re.match(rf"/({'|'.join(PARENTS)})/{{\w+}}/.*{{(?!target)\w+}}", path)
    if not any(name in path for name in WORDS)
    # What is above can be overridden and have another name below.
    if not path.endswith(("/override", "/alias"))
]


@pytest.fixture(scope="module")
def sandboxes():
    with asyncio.Runner() as loop:
        made = {level: Seeded(level, loop) for level in catalog.LEVELS}
        yield made
        for sandbox in made.values():
            sandbox.close()


@pytest.fixture
def asking(sandboxes):
    """Requests for an operation at a level, to a demo in which nothing has happened yet."""

    def asking(level, key):
        return Asking(sandboxes[level].fresh(), catalog.operation(key))

    return asking


def data_of(answer):
    """Return an answer's data, None for an empty body."""
    is_json = answer.headers.get("content-type") == "application/json"
    return json.loads(answer.content) if is_json else answer.text or None


def granted(asked, *, whole):
    """Return the answer to a request that should be granted."""
    path, query, body = asked.path, asked.query, asked.body(whole=whole)
    return asked.sandbox.ask(asked.operation.method, path, body, query)


def assert_granted(asked, *, whole):
    level, key, operation = asked.sandbox.level, asked.operation.key, asked.operation
    answer = granted(asked, whole=whole)
    if (level, key) in REFUSED:
        assert answer.status_code == REFUSED[level, key][0], answer.text
        return
    assert answer.status_code == SUCCESS.get(key, operation.success), answer.text
    assert json_schemas.complaint(key, level, answer.status_code, data_of(answer)) is None
    if openapi_docs.PRESENT:
        told = (operation.method, operation.path, answer.status_code)
        assert openapi_docs.complaint(level, *told, data_of(answer)) is None


@pytest.mark.parametrize(("level", "key"), SERVED)
def test_a_request_is_granted_as_documented(level, key, asking):
    assert_granted(asking(level, key), whole=False)


@pytest.mark.parametrize(("level", "key"), WITH_BODY)
def test_a_request_with_every_field_is_granted_as_documented(level, key, asking):
    assert_granted(asking(level, key), whole=True)


@openapi_docs.needs_documents
@pytest.mark.parametrize(("level", "key"), SERVED)
def test_the_success_of_the_facts_is_a_documented_one(level, key):
    operation = catalog.operation(key)
    described = openapi_docs.operations(level)[
        openapi_docs.identity(operation.method, operation.path)
    ]
    codes = [int(code) for code in described["responses"] if code.startswith("2")]
    assert operation.success == min(codes)


@pytest.mark.parametrize(("level", "key"), SERVED)
def test_an_unknown_id_is_not_found(level, key, asking):
    asked = asking(level, key)
    operation, path = asked.operation, asked.path
    for place, name in places(operation.path):
        if name in WORDS:
            continue  # there is no list of what it may be: any word is answered
        segments = path.split("/")
        segments[place] = NOWHERE
        wrong = "/".join(segments)
        body = asked.body(whole=False)
        answer = asked.sandbox.ask(operation.method, wrong, body, asked.query)
        assert answer.status_code == 404, f"{wrong}: {answer.text}"


@pytest.mark.parametrize(("level", "key"), WITHIN)
def test_what_is_in_another_parent_is_not_found(level, key, asking):
    asked = asking(level, key)
    operation, segments = asked.operation, asked.path.split("/")
    body, query = asked.body(whole=False), asked.query
    segments[2] = another(asked.sandbox, segments[1], segments[2])
    answer = asked.sandbox.ask(operation.method, "/".join(segments), body, query)
    # Which of the two a variable of another scope is has not been told.
    known = {400, 404} if segments[3] in ("environmentVariable", "secret") else {404}
    assert answer.status_code in known, answer.text


def another(sandbox, kind, id):
    """Return the id of a resource of the kind that is another and holds nothing of the first."""
    if kind == "organization":
        made = sandbox.ask("POST", "/organization", {"name": "Other", "plan": "FREE"})
        return made.json()["id"]
    return next(doc["id"] for doc in sandbox.store.all(kind) if doc["id"] != id)


def places(template):
    """Return position and name of each parameter in a path."""
    segments = enumerate(template.split("/"))
    return [(index, each[1:-1]) for index, each in segments if each.startswith("{")]


@pytest.mark.parametrize(("level", "key"), SERVED)
def test_nothing_is_answered_without_a_known_token(level, key, asking):
    asked = asking(level, key)
    operation = asked.operation
    path = operation.path.replace("{", "").replace("}", "")
    for token in (None, "wrong"):
        answer = asked.sandbox.ask(operation.method, path, token=token)
        assert (answer.status_code == 401) == operation.auth, answer.text


@pytest.mark.parametrize(("level", "key"), WITH_BODY)
def test_a_body_without_a_required_field_is_refused_naming_it(level, key, asking):
    asked = asking(level, key)
    body = asked.body(whole=True)
    for steps in required(asked.operation.body, level, body):
        assert refusal(asked, without(body, steps), steps) is None, steps


@pytest.mark.parametrize(("level", "key"), WITH_BODY)
def test_a_field_of_another_type_is_refused_naming_it(level, key, asking):
    asked = asking(level, key)
    body = asked.body(whole=True)
    declared = at_level(asked.operation.body, level).get("properties", {})
    for name in declared.keys() & (body if isinstance(body, dict) else {}):
        wrong = "text" if isinstance(body[name], dict | list) else {"a": "field"}
        if at_level(declared[name], level)["type"] != "any":
            assert refusal(asked, {**body, name: wrong}, (name,)) is None, name


@pytest.mark.parametrize(("level", "key"), WITH_BODY)
def test_a_body_that_is_no_json_or_of_another_type_is_refused(level, key, asking):
    asked = asking(level, key)
    other = b"{}" if isinstance(asked.body(whole=False), list) else b"[]"
    path, query = asked.path, asked.query
    for content in (b"{", other, b'"text"', b"7", b"\xff\xfe"):
        answer = asked.sandbox.ask(asked.operation.method, path, content, query)
        assert answer.status_code == 400, f"{content!r}: {answer.text}"


def refusal(asked, body, steps):
    """Return what is wrong with how a wrong body is refused, or None."""
    answer = asked.sandbox.ask(asked.operation.method, asked.path, body, asked.query)
    told = answer.json() if answer.status_code == 400 else {}
    message = told.get("message") or told.get("detail") or ""
    name = next(step for step in reversed(steps) if isinstance(step, str))
    return None if name in message else f"{answer.status_code} {answer.text}"


def required(schema, level, body, steps=()):
    """Yield the steps to each field that a schema demands and a body has."""
    seen = at_level(schema, level)
    if isinstance(body, list) and "items" in seen:
        for index, item in enumerate(body):
            yield from required(seen["items"], level, item, (*steps, index))
    if not isinstance(body, dict) or "one_of" in seen:
        return
    owner = next((step for step in reversed(steps) if isinstance(step, str)), "")
    for name, inner in seen.get("properties", {}).items():
        if name not in body:
            continue
        if name in seen["required"] and (owner, name) not in NOT_DEMANDED:
            yield (*steps, name)
        yield from required(inner, level, body[name], (*steps, name))


def without(body, steps):
    """Return a copy of a body that lacks a field."""
    left = copy.deepcopy(body)
    holder = left
    for step in steps[:-1]:
        holder = holder[step]
    del holder[steps[-1]]
    return left


PROJECT = {
    "id": NOWHERE,
    "created_at": "2026-03-01T21:20:00.000Z",
    "name": "shop",
    "organization": {"id": NOWHERE},
}


@pytest.mark.parametrize("wrong", [{"id": "1"}, {"name": None}, {"name": 1}])
def test_facts_validate_responses(wrong):
    assert json_schemas.complaint("getProject", "1.0.3", 200, PROJECT) is None
    assert json_schemas.complaint("getProject", "1.0.3", 200, {**PROJECT, **wrong}) is not None
    assert json_schemas.complaint("getProject", "1.0.3", 200, {**PROJECT, "unknown": 1}) is not None
    assert json_schemas.complaint("getProject", "1.0.3", 201, PROJECT) is not None


@openapi_docs.needs_documents
@pytest.mark.parametrize("wrong", [{"id": "1"}, {"name": None}, {"name": 1}])
def test_official_document_validates_responses(wrong):
    told = ("1.0.3", "GET", "/project/{projectId}")
    assert openapi_docs.complaint(*told, 200, PROJECT) is None
    assert openapi_docs.complaint(*told, 200, {**PROJECT, **wrong}) is not None
    assert openapi_docs.complaint(*told, 201, PROJECT) is not None
    assert openapi_docs.complaint(*told, 200, None) is not None
