"""Every operation of the catalog returns a response valid for its schema."""

import json

import pytest

from qovery_cli import catalog
from qovery_cli.sandbox.datetimes import Clock
from qovery_cli.sandbox.handler import KINDS
from qovery_cli.sandbox.handlers.resource_kinds import items, members
from qovery_cli.sandbox.schema.generate import generate
from qovery_cli.sandbox.schema.validate import problem
from qovery_cli.sandbox.seeds import plant
from qovery_cli.sandbox.server.backend import Backend, Incoming
from qovery_cli.sandbox.state.store import Store

HEADERS = {"authorization": "Token sandbox"}
OTHERS = {
    "environmentVariableId": "variable",
    "variableId": "variable",
    "deploymentRuleId": "deploymentRule",
    "containerRegistryId": "containerRegistry",
    "customDomainId": "customDomain",
}
QUERY = {"lastSeconds": "600", "scope": "ENVIRONMENT"}


class World:
    """A seeded backend, and requests with existing ids where possible."""

    def __init__(self, level):
        self.store = Store(clock=Clock(lambda: 1_772_400_000.0))
        plant(self.store, "demo")
        self.backend = Backend(self.store, level)
        self.level = level
        served = {key: op for key, op in catalog.operations().items() if level in op.api}
        self.operations = served
        self.kinds = {**items(members(served)), **OTHERS, **KINDS}

    def request(self, operation, body=None):
        path, above = operation.path, None
        for name in operation.path_names:
            key = self._id(name, above)
            path, above = path.replace(f"{{{name}}}", key), key
        return Incoming(operation.method, path, self._query(operation), HEADERS, body or b"")

    def _id(self, name, above):
        docs = self.store.all(self.kinds.get(name, "nothing"))
        kind = self.kinds.get(name, "nothing")
        below = [doc for doc in docs if self.store.parent(kind, doc["id"]) == above]
        found = below or docs or [{"id": "11111111-1111-4111-8111-111111111111"}]
        return found[0]["id"]

    def _query(self, operation):
        asked = {}
        for parameter in operation.parameters:
            if parameter.where == "query" and self.level in parameter.required:
                made = generate(parameter.schema, self.level, "query", parameter.name)
                asked[parameter.name] = QUERY.get(parameter.name, str(made))
        if "parent_id" in asked:
            asked["parent_id"] = self.store.all("environment")[0]["id"]
        return asked


@pytest.fixture(params=catalog.LEVELS)
def world(request):
    made = World(request.param)
    yield made
    made.store.close()


def wrong_with(world, operation, answer):
    """Return the problem of a response, or None; a justified rejection is no problem."""
    if answer.status >= 500 or answer.status in (401, 405):
        return f"{answer.status} {answer.content[:200]!r}"
    if answer.status >= 400:
        return None
    if answer.status not in operation.responses:
        return f"undocumented {answer.status}"
    schema = operation.responses[answer.status]
    if schema is None:
        return None if not answer.content else "a body"
    if operation.response_type != "application/json":
        return None if answer.content else "no body"
    return problem(json.loads(answer.content), schema, world.level)


def test_every_read_matches_its_response_schema(world):
    wrong, refused = {}, 0
    for key, operation in world.operations.items():
        if operation.method == "GET":
            answer = world.backend.respond(world.request(operation))
            refused += answer.status >= 400
            found = wrong_with(world, operation, answer)
            if found:
                wrong[key] = found
    assert wrong == {}
    assert refused < len(world.operations) / 8


def test_every_change_matches_its_response_schema(world):
    wrong = {}
    order = {"POST": 0, "PUT": 1, "PATCH": 1, "DELETE": 2}
    changing = [op for op in world.operations.values() if op.changes]
    for operation in sorted(changing, key=lambda op: order[op.method]):
        body = None
        if operation.body is not None and operation.body_type == "application/json":
            body = json.dumps(generate(operation.body, world.level, "seed")).encode()
        answer = world.backend.respond(world.request(operation, body))
        found = wrong_with(world, operation, answer)
        if found:
            wrong[operation.key] = found
    assert wrong == {}


def test_reading_twice_gives_the_same(world):
    changed = []
    for key, operation in world.operations.items():
        if operation.method == "GET":
            answers = [world.backend.respond(world.request(operation)) for _ in range(2)]
            if answers[0].content != answers[1].content and answers[0].status < 400:
                changed.append(key)
    assert changed == []
