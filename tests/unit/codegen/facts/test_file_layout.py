"""Which file holds what, and how files look."""

import json
import tomllib
from pathlib import Path

import pytest

from qovery_cli.catalog import loader
from qovery_cli.catalog.resources import RESOURCES, SERVICES
from qovery_cli.codegen.facts import file_layout
from qovery_cli.codegen.generated_folder import GeneratedFolder
from qovery_cli.errors import UsageError

from .documents import answering, document


def operation(group, name):
    return {"group": group, "parameters": [], "responses": {"200": {"ref": name}}}


@pytest.mark.parametrize(
    "schema",
    [
        {"type": "object", "properties": {"x": {"ref": "Two"}}},
        {"type": "array", "items": {"ref": "Two"}},
        {"type": "object", "additional": {"ref": "Two"}},
        {"type": "any", "one_of": [{"ref": "Two"}]},
        {"by_api": {"1": {"ref": "Two"}}},
    ],
)
def test_a_schema_is_reached_wherever_it_is_referred_to(schema):
    found = layout({"a": operation("app", "One")}, {"One": schema, "Two": {"type": "string"}})
    assert found["schemas/index"]["Two"] == "app"


def layout(operations, schemas):
    return file_layout.lay_out(operations, schemas, ["1"])


def test_a_schema_that_one_group_reaches_lies_with_it():
    found = layout({"a": operation("app", "One")}, {"One": {"type": "string"}})
    assert found["schemas/app"] == {"One": {"type": "string"}}
    assert found["schemas/index"] == {"One": "app"}


def test_a_schema_that_two_groups_reach_is_shared():
    operations = {"a": operation("app", "One"), "b": operation("db", "One")}
    found = layout(operations, {"One": {"type": "string"}})
    assert found["schemas/shared"] == {"One": {"type": "string"}}
    assert "schemas/app" not in found


def test_what_a_shared_schema_refers_to_is_shared():
    operations = {"a": operation("app", "One"), "b": operation("db", "One")}
    schemas = {"One": {"type": "array", "items": {"ref": "Two"}}, "Two": {"type": "string"}}
    assert layout(operations, schemas)["schemas/index"]["Two"] == "shared"


def test_a_property_called_ref_is_not_a_reference():
    schemas = {"One": {"type": "object", "properties": {"ref": {"type": "string"}}}}
    assert layout({"a": operation("app", "One")}, schemas)["schemas/app"] == schemas


def test_a_property_called_default_may_refer():
    schemas = {
        "One": {"type": "object", "properties": {"default": {"ref": "Two"}}},
        "Two": {"type": "string"},
    }
    assert layout({"a": operation("app", "One")}, schemas)["schemas/index"]["Two"] == "app"


def test_an_operation_is_in_the_file_of_its_group_and_in_the_index():
    found = layout({"a": operation("app", "One")}, {"One": {"type": "string"}})
    assert found["operations/app"] == {"a": operation("app", "One")}
    assert found["operations/index"] == {"a": "app"}
    assert found["levels"] == ["1"]


def test_operations_of_all_groups_are_merged():
    operations = {"a": operation("app", "One"), "b": operation("db", "One")}
    found = layout(operations, {"One": {"type": "string"}})
    assert file_layout.merged(found, "operations") == operations
    assert file_layout.merged(found, "schemas") == {"One": {"type": "string"}}


def test_files_are_sorted_with_one_key_a_line_and_a_last_newline():
    assert file_layout.text({"b": 1, "a": ["é"]}) == '{\n "a": [\n  "é"\n ],\n "b": 1\n}\n'


def test_each_file_has_its_text():
    assert file_layout.texts({"schemas/app": {}}) == {"schemas/app.json": "{}\n"}


def test_written_files_are_read_back(tmp_path):
    files = layout({"a": operation("app", "One")}, {"One": {"type": "string"}})
    GeneratedFolder(tmp_path, file_layout.texts(files)).write()
    assert file_layout.read(tmp_path) == files


def test_a_folder_that_does_not_exist_has_no_files(tmp_path):
    assert file_layout.read(tmp_path / "data") == {}


def test_a_file_that_is_not_json_is_refused(tmp_path):
    (tmp_path / "app.json").write_text("{")
    with pytest.raises(UsageError, match="not JSON"):
        file_layout.read(tmp_path)


def described(**more):
    return document("1", {"Thing": {}}, {"/x": {"get": answering("Thing", **more)}}).operations[0]


def sections(tmp_path, content):
    path = tmp_path / "sections.toml"
    path.write_text(content)
    return file_layout.Sections(path)


def test_a_section_names_the_group(tmp_path):
    assert sections(tmp_path, '"Things" = "app"').group(described()) == "app"


def test_an_operations_own_entry_counts_before_its_section(tmp_path):
    found = sections(tmp_path, '"Things" = "app"\n"GET /x" = "db"')
    assert found.group(described()) == "db"


@pytest.mark.parametrize(
    ("section", "group"),
    [("Jobs", "job"), ("Database Actions", "db"), ("Agentic Workflows", "agentic")],
)
def test_a_section_of_a_kind_of_service_needs_no_entry(tmp_path, section, group):
    assert sections(tmp_path, "").group(described(tags=[section])) == group
    own = sections(tmp_path, f'"{section}" = "var"')
    assert own.group(described(tags=[section])) == "var"


def test_a_section_without_an_entry_is_in_the_group_other(tmp_path):
    assert sections(tmp_path, "").group(described()) == "other"
    assert sections(tmp_path, "").group(described(tags=[])) == "other"


def test_every_section_entry_names_an_existing_group():
    groups = {path.stem for path in Path(loader.DATA).glob("*/*.json")}
    named = set(tomllib.loads(file_layout.SECTIONS.read_text(encoding="utf-8")).values())
    services = {RESOURCES[kind].group for kind in SERVICES}
    assert named | services == groups - {"index", "shared"}


@pytest.mark.parametrize("folder", ["operations", "schemas"])
def test_the_index_names_the_file_of_each_entry(folder):
    paths = {path.stem: path for path in (Path(loader.DATA) / folder).glob("*.json")}
    contents = {name: json.loads(path.read_text("utf-8")) for name, path in paths.items()}
    index = contents.pop("index")
    assert index == {key: group for group, content in contents.items() for key in content}
