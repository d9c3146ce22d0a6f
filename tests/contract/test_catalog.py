"""What the packaged facts promise: complete, consistent, without prose, as the documents say.

The comparison with the official documents needs them: ``QOVERY_OPENAPI_DIR`` names the directory
that holds ``openapi-*.yaml`` and ``operations.tsv``.
"""

import csv
import json
import os
import re
from collections import Counter
from pathlib import Path

import pytest

from qovery_cli import catalog
from qovery_cli.catalog import loader
from qovery_cli.catalog.schema import at_level, required_at
from qovery_cli.codegen.facts import file_layout, openapi
from qovery_cli.codegen.facts.drift import drift
from qovery_cli.codegen.facts.generator import generate_facts
from qovery_cli.codegen.facts.schema_diff import inner

DOCUMENTS = Path(os.environ.get("QOVERY_OPENAPI_DIR", "."))
needs_documents = pytest.mark.skipif(
    "QOVERY_OPENAPI_DIR" not in os.environ,
    reason="QOVERY_OPENAPI_DIR does not say where the official documents are",
)
PROSE = {"description", "summary", "title", "example", "examples", "externalDocs"}
SCHEMA_KEYS = {
    *("ref", "type", "enum", "enum_api", "default", "default_api", "limits_api", "nullable"),
    *("readOnly", "writeOnly", "deprecated", "items", "properties", "additional", "undeclared"),
    *("one_of", "discriminator", "by_api", "api", "required"),
    *("format", "minimum", "maximum", "minLength", "maxLength", "pattern"),
    *("minItems", "maxItems", "uniqueItems"),
}


def identity(method, path):
    """Return what makes an operation the same in every version."""
    return method, re.sub(r"\{[^}]*\}", "{}", path)


def places(schema, where):
    """Yield a schema and every schema written inside it, each with its place."""
    yield where, schema
    for step, each in inner(schema).items():
        yield from places(each, where + step)


@pytest.fixture(scope="module")
def every_place():
    """Every schema that is written anywhere in the facts, with its place."""
    found = []
    for name in catalog.schemas():
        found += places(catalog.named_schema(name), name)
    for key, operation in catalog.operations().items():
        found += [item for each in operation.parameters for item in places(each.schema, key)]
        answers = [each for each in (operation.body, *operation.responses.values()) if each]
        found += [item for each in answers for item in places(each, key)]
    return found


def test_every_operation_of_both_documents_is_there():
    levels = Counter(operation.api for operation in catalog.operations().values())
    assert levels == {("1.0.3", "1.0.4"): 240, ("1.0.3",): 69, ("1.0.4",): 314}


def test_an_id_that_names_two_operations_is_followed_by_a_level():
    assert {key for key in catalog.operations() if "@" in key} == {
        *("deleteMember@1.0.3", "deleteMember@1.0.4"),
        *("deployAllServices@1.0.3", "deployAllServices@1.0.4"),
    }


def test_method_and_path_name_one_operation():
    identities = [identity(each.method, each.path) for each in catalog.operations().values()]
    assert len(set(identities)) == len(identities)


def test_every_path_parameter_is_described_and_required():
    for operation in catalog.operations().values():
        in_path = [each for each in operation.parameters if each.where == "path"]
        assert tuple(each.name for each in in_path) == operation.path_names, operation.key
        assert all(each.required == operation.api for each in in_path), operation.key


def test_every_ref_resolves(every_place):
    names = set(catalog.schemas())
    for where, schema in every_place:
        assert schema.get("ref") in {None, *names}, where
        assert set(schema.get("discriminator", {}).get("mapping", {}).values()) <= names, where


def test_every_named_schema_is_reached(every_place):
    reached = {schema["ref"] for _, schema in every_place if "ref" in schema}
    assert reached == set(catalog.schemas())


def test_schemas_hold_facts_only(every_place):
    for where, schema in every_place:
        assert schema.keys() <= SCHEMA_KEYS, where
        assert not schema.keys() & PROSE, where


def test_no_text_is_long_enough_for_a_sentence(every_place):
    for where, schema in every_place:
        for value in schema.get("enum", ()):
            assert len(str(value)) <= 80, where
        for value in (schema.get("default"), schema.get("pattern")):
            assert len(str(value)) <= 200, where


def test_every_schema_states_what_it_is(every_place):
    kinds = {"string", "integer", "number", "boolean", "object", "array", "any"}
    for where, schema in every_place:
        assert "ref" in schema or "by_api" in schema or schema["type"] in kinds, where


def test_levels_are_known_ones_in_order(every_place):
    for where, schema in every_place:
        for key in ("api", "required", "nullable"):
            levels = schema.get(key, [])
            assert levels == [each for each in catalog.LEVELS if each in levels], (where, key)


@pytest.mark.parametrize("level", catalog.LEVELS)
def test_every_body_and_answer_has_a_view_at_each_level_of_its_operation(level):
    for operation in catalog.operations().values():
        if level not in operation.api:
            continue
        for schema in (operation.body, *operation.responses.values()):
            if schema is not None and level in schema.get("api", [level]):
                assert at_level(schema, level) is not None, operation.key


def test_what_1_0_4_demands_of_a_new_application_is_not_demanded_before():
    body = catalog.operation("createApplication").body
    repository = at_level(body, "1.0.4")["properties"]["git_repository"]
    assert "healthchecks" in required_at(body, "1.0.4")
    assert "healthchecks" not in required_at(body, "1.0.3")
    assert "provider" in required_at(repository, "1.0.4")
    assert "provider" not in required_at(repository, "1.0.3")
    assert "provider" in at_level(repository, "1.0.3")["undeclared"]


def test_a_deployment_ends_in_running_at_1_0_3_and_in_deployed_at_1_0_4():
    state = {"ref": "StateEnum"}
    assert "RUNNING" in at_level(state, "1.0.3")["enum"]
    assert "RUNNING" not in at_level(state, "1.0.4")["enum"]


def test_container_settings_are_a_list_at_1_0_3_and_an_object_at_1_0_4():
    body = catalog.operation("editContainerAdvancedSettings").body
    assert at_level(body, "1.0.3")["type"] == "array"
    assert at_level(body, "1.0.4")["type"] == "object"


def test_files_are_as_the_generator_writes_them():
    for path in Path(loader.DATA).rglob("*.json"):
        content = path.read_text(encoding="utf-8")
        assert content == file_layout.text(json.loads(content)), path.name


@pytest.fixture(scope="module")
def documents():
    """Return the paths of the official documents, oldest first."""
    return sorted(DOCUMENTS.glob("openapi-*.yaml"))


@needs_documents
def test_the_packaged_facts_are_fresh(documents):
    assert drift(file_layout.read(Path(loader.DATA)), generate_facts(documents)) == []


@needs_documents
def test_operations_are_those_of_the_list_of_both_documents():
    with (DOCUMENTS / "operations.tsv").open(encoding="utf-8", newline="") as file:
        rows = {
            identity(row["method"], row["path"]): (
                row["operationId"],
                tuple(row["api"].split(",")),
            )
            for row in csv.DictReader(file, delimiter="\t")
        }
    assert rows == {
        identity(each.method, each.path): (each.key.split("@")[0], each.api)
        for each in catalog.operations().values()
    }


@needs_documents
def test_each_level_states_what_its_document_says(documents):
    for path in documents:
        document = openapi.read(path)
        compare = Comparison(document)
        by_identity = {
            identity(each.method, each.path): each for each in catalog.operations().values()
        }
        for described in document.operations:
            packaged = by_identity[described.identity]
            compare.schema(packaged.body, described.body, packaged.key)
            for status, answer in described.responses.items():
                compare.schema(packaged.responses[status], answer, f"{packaged.key} {status}")


class Comparison:
    """Compares the view of one level with the facts of that level's document, all the way down."""

    def __init__(self, document):
        self.level = document.level
        self.reader = document.schemas
        self.seen = set()

    def schema(self, packaged, facts, where):
        """Assert that a packaged schema says at this level what the document says."""
        view = None if packaged is None else at_level(packaged, self.level)
        if facts is None:
            assert view is None, where
            return
        pair = (packaged.get("ref"), facts.get("ref"))
        said = self.reader.resolved(facts)
        assert view["nullable"] == bool(said.get("nullable")), where
        assert view.get("default") == said.get("default"), where
        if all(pair) and pair in self.seen:
            return
        self.seen.add(pair)
        for key in ("type", "format", "minimum", "maximum", "minLength", "maxLength", "pattern"):
            assert view.get(key) == said.get(key), (where, key)
        assert sorted(map(str, view.get("enum", ()))) == sorted(map(str, said.get("enum", ())))
        assert set(view.get("undeclared", ())) == set(said.get("undeclared", ())), where
        self.inside(view, said, where)

    def inside(self, view, said, where):
        """Assert the same of all that is inside."""
        properties = said.get("properties", {})
        assert view.get("properties", {}).keys() == properties.keys(), where
        required = {name for name, each in properties.items() if each.get("required")}
        assert set(view.get("required", ())) == required, where
        for name, each in properties.items():
            self.schema(view["properties"][name], each, f"{where}.{name}")
        for key in ("items", "additional"):
            if key in said:
                self.schema(view[key], said[key], f"{where}[]")
        parts = said.get("one_of", [])
        assert len(view.get("one_of", [])) == len(parts), where
        for one, other in zip(view.get("one_of", []), parts, strict=True):
            self.schema(one, other, f"{where}|")
