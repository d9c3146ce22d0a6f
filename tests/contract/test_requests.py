"""Every command that changes something, rehearsed: its request is one that the API documents.

The official documents are not part of the project: ``QOVERY_OPENAPI_DIR`` names their folder.
"""

import json
import os
import re
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import jsonschema
import pytest
import yaml

from qovery_cli import catalog
from qovery_cli.catalog.schema import at_level
from qovery_cli.cli import command_table
from qovery_cli.cli.command_table import CommandSpec, ParameterSpec, belongs
from qovery_cli.codegen.table.body_fields import Flattening, body_fields

FOLDER = os.environ.get("QOVERY_OPENAPI_DIR")

pytestmark = pytest.mark.skipif(
    not FOLDER, reason="QOVERY_OPENAPI_DIR does not name the folder of the official documents"
)

CASES = [
    pytest.param(row, position, level, id=f"{row.command} {variant.when or ''} at {level}")
    for row in command_table.commands()
    if row.changes
    for position, variant in enumerate(row.variants)
    for level in variant.api
]

#: Values where type and choices do not say enough, by the API's name of the field.
VALUES = {
    "dns_provider": "provider=QOVERY,domain=acme.test",
    "domain": "shop.acme.test",
    "email": "linus@acme.test",
    "expiry_month": "6",
    "git_repository.url": "https://github.com/acme/storefront-api",
    "image_tag": "1.24.0",
    "number": "4242424242424242",
    "region": "eu-west-3",
    "timezone": "Europe/Paris",
    "target_url": "https://hooks.acme.test/new",
    "url": "https://registry.acme.test",
}


class Document:
    """An official document, with its schemas as JSON Schema has them."""

    def __init__(self, text: str) -> None:
        self.tree = yaml.load(text, getattr(yaml, "CSafeLoader", yaml.SafeLoader))
        self.components = _as_json_schema(self.tree["components"])
        self.paths = [
            (re.compile(re.sub(r"\{[^}]*\}", "[^/]+", path)), item)
            for path, item in self.tree["paths"].items()
        ]

    def operation(self, method: str, path: str) -> dict[str, Any]:
        """Return the operation that a request means, the one with most literal segments."""
        found = [(p.pattern.count("[^/]+"), i) for p, i in self.paths if p.fullmatch(path)]
        there = [(places, item) for places, item in found if method.lower() in item]
        assert there, f"{method} {path} is not documented"
        return min(there, key=lambda one: one[0])[1][method.lower()]

    def check_body(self, operation: dict[str, Any], body: Any) -> None:
        """Hold a body against what the operation takes."""
        declared = self._target(operation.get("requestBody") or {})
        if body is None:
            assert not declared.get("required"), "a body is demanded"
            return
        if "application/json" not in declared["content"]:
            assert str(body).endswith(f"bytes of {next(iter(declared['content']))}")
            return
        schema = _as_json_schema(declared["content"]["application/json"]["schema"])
        whole = {"allOf": [schema], "components": self.components}
        jsonschema.Draft7Validator(whole).validate(body)

    def _target(self, node: dict[str, Any]) -> dict[str, Any]:
        for word in str(node.get("$ref", "")).split("/")[1:]:
            node = (node if "$ref" not in node else self.tree)[word]
        return node


def _as_json_schema(node: Any) -> Any:
    """Translate the few words in which OpenAPI 3.0 differs from JSON Schema.

    Alternatives of one optional property each would all fit any object: each requires its own.
    """
    if isinstance(node, list):
        return [_as_json_schema(item) for item in node]
    if not isinstance(node, dict):
        return node
    made = {key: _as_json_schema(value) for key, value in node.items() if key != "example"}
    for alternative in made.get("oneOf", ()):
        if len(alternative.get("properties", ())) == 1:
            alternative.setdefault("required", list(alternative["properties"]))
    if made.pop("nullable", False) is True:
        return {"anyOf": [made, {"type": "null"}]}
    return made


@cache
def document(level: str) -> Document:
    return Document((Path(str(FOLDER)) / f"openapi-{level}.yaml").read_text(encoding="utf-8"))


def demanded(row: CommandSpec, position: int, level: str) -> list[ParameterSpec]:
    """Return what must be typed for the body of an operation at a level, by the API or by us."""
    variant = row.variants[position]
    body = catalog.operation(variant.operation).body
    fields = body_fields(body, (level,), Flattening()) if body else []
    needed = {one.path for one in fields if one.required}
    return [
        p
        for p in row.parameters
        if p.where == "body" and belongs(p, position)
        if p.required or variant.fields.get(str(p.field), p.field) in needed
    ]


def changeable(row: CommandSpec, position: int, level: str) -> list[ParameterSpec]:
    """Return one field that an update can change: text if there is one, else a number or flag."""
    order = {"string": 0, "integer": 1, "number": 2, "boolean": 3}
    fit = [
        p
        for p in row.parameters
        if p.where == "body" and belongs(p, position) and not p.resource
        if level in (p.api or (level,))
        if p.type in order and not p.repeatable and not p.secret
    ]
    return sorted(fit, key=lambda p: (p.enum is not None, order[p.type]))[:1]


def value(parameter: ParameterSpec, operation: catalog.Operation, level: str, demo: Any) -> str:
    """Return a value that fits a field, as it is typed."""
    if parameter.resource:
        return demo.id(parameter.resource)
    if str(parameter.field) in VALUES:
        return VALUES[str(parameter.field)]
    facts = _facts(operation, str(parameter.field), level)
    enum = facts.get("enum") or parameter.enum
    if enum:
        return str(enum[-1])
    if parameter.type in {"integer", "number"}:
        return str(int(facts.get("minimum", 1)) + 1)
    if parameter.type in {"object", "any"}:
        return "{}"
    formats = {
        "uri": "https://acme.test/new",
        "date-time": "2030-01-01T00:00:00Z",
        "email": "new@acme.test",
        "uuid": "00000000-0000-4000-8000-000000000000",
    }
    return formats.get(str(facts.get("format")), "new")


def _facts(operation: catalog.Operation, path: str, level: str) -> Any:
    """Return what is known of a field at a level, nothing where a body has alternatives."""
    found: Any = operation.body
    for name in path.split("."):
        found = at_level(found or {}, level) or {}
        found = found.get("properties", {}).get(name)
    return at_level(found, level) or {} if found else {}


def words(row: CommandSpec, position: int, level: str, demo: Any) -> list[str]:
    """Return the command line of a rehearsal."""
    operation = catalog.operation(row.variants[position].operation)
    updates = row.kind == "update" and row.variants[position].fetch is not None
    fields = (changeable if updates else demanded)(row, position, level)
    typed = f"{row.command} {row.variants[position].when or ''}".strip()
    found = [*demo.words(row, position), *EXTRA.get(typed, EXTRA.get(row.command, ()))]
    for parameter in fields:
        if parameter.flag in found or parameter.field in row.derive:
            continue
        if parameter.is_flag:
            found.append(str(parameter.flag))
        else:
            found += [str(parameter.flag), value(parameter, operation, level, demo)]
    return found


#: What a command needs beyond what its facts demand: one of several forms of a body, and values
#: that the API never gives back.
EXTRA: dict[str, tuple[str, ...]] = {
    "agentic update": ("--model-key", "-"),
    "alert receiver check": (
        "--reveal",
        "--receiver",
        '{"type": "SLACK", "name": "a", "description": "", "send_resolved": true,'
        ' "webhook_url": "https://hooks.acme.test"}',
    ),
    "alert receiver create": (
        *("--name", "new", "--type", "SLACK", "--webhook-url", "https://hooks.acme.test"),
    ),
    "app deploy": ("--commit", "2bfd61fe45946c74f318050b26210be486c43a39"),
    "cluster kubeconfig update": ("--file", "-"),
    "cluster route update": ("--route", "destination=10.0.0.0/8,target=tgw-1,description=office"),
    "helm create": (
        *("--chart", "grafana", "--chart-version", "8.5.1", "--chart-repository", "charts"),
    ),
    "job create": (
        *("--image", "library/nginx", "--tag", "1.23.1", "--registry", "dockerhub"),
        *("--cron", "0 3 * * *"),
    ),
    "org credentials create --cloud aws": (
        *("--name", "new", "--access-key-id", "AKIA", "--secret-access-key", "-"),
    ),
    "org credentials update --cloud aws": (
        *("--access-key-id", "AKIA", "--secret-access-key", "-"),
    ),
    "org credentials update --cloud scaleway": ("--scaleway-secret-key", "-"),
    "org annotation create": ("--annotation", "key=a,value=b"),
    "org credentials create --cloud gcp": ("--name", "new", "--gcp-credentials", "-"),
    "org credentials update --cloud gcp": ("--gcp-credentials", "-"),
    "org git-token update": ("--token-value", "-"),
    "org label create": ("--label", "key=a,value=b"),
    "org mcp-server update": ("--headers", "-"),
    "org registry create": ("--kind", "DOCKER_HUB", "--username", "acme", "--password", "-"),
    "org registry update": ("--password", "-"),
    "org webhook update": ("--webhook-secret", "-"),
    "secret update": ("--value", "-"),
    "terraform create": (
        *("--engine-version", "1.9.7", "--repository", "https://github.com/acme/infra"),
    ),
    "var import": ("-",),
    "var import-environment-variables": (
        *("--vars", '[{"name": "A", "value": "b", "scope": "ENVIRONMENT", "is_secret": false}]'),
    ),
}


@pytest.fixture
def rehearsed(ran, served):
    def rehearsed(row: CommandSpec, position: int, level: str) -> dict[str, Any]:
        sandbox, demo = served(level)
        line = words(row, position, level, demo)
        ended = ran(
            row.command, *line, "--dry-run", "-o", "json", stdin="A=b\n", env=sandbox.environ
        )
        assert ended.code == 0, f"{' '.join(line)}\n{ended}"
        assert sandbox.changes == []
        (planned,) = json.loads(ended.out)
        return planned

    return rehearsed


@pytest.mark.parametrize(("row", "position", "level"), CASES)
def test_a_request_is_one_that_is_documented(row, position, level, rehearsed):
    request = rehearsed(row, position, level)
    planned = document(level).operation(request["method"], urlsplit(request["url"]).path)
    document(level).check_body(planned, request["body"])
    known = catalog.operation(row.variants[position].operation)
    assert request["method"] == known.method
    assert unquote(urlsplit(request["url"]).path).count("/") == known.path.count("/")
