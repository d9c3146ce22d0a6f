"""``python -m qovery_cli.codegen``, run in a copy of the sources."""

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from checkout import Checkout
from openapi_docs import DIRECTORY, needs_documents

from qovery_cli.cli import command_table

SPEC = """
openapi: 3.0.0
info: {{version: "{level}"}}
paths:
  /application:
    get:
      operationId: listApplication
      tags: [Applications]
      responses: {{200: {{content: {{application/json: {{schema: {{type: integer}}}}}}}}}}
"""


@pytest.fixture
def checkout(tmp_path: Path) -> Checkout:
    return Checkout(tmp_path)


def spec(folder: Path, level: str) -> Path:
    path = folder / f"{level}.yaml"
    path.write_text(SPEC.format(level=level), encoding="utf-8")
    return path


def test_the_generated_files_of_the_sources_are_fresh():
    ran = subprocess.run(
        [sys.executable, "-m", "qovery_cli.codegen", "--check"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (ran.returncode, ran.stdout) == (0, ""), "run python -m qovery_cli.codegen"


def test_a_changed_override_makes_both_tables_stale_until_they_are_generated(checkout):
    checkout.replace("codegen/overrides/ours.toml", "Switch to another profile.", "Switch profile.")
    before = checkout.contents()
    code, out, err = checkout.codegen("--check")
    assert code == 10
    assert out.splitlines() == [
        "stale: src/qovery_cli/cli/data/context/commands.json",
        "stale: src/qovery_cli/cli/data/context/index.json",
        "stale: completions/tables-1/context/_index.tsv",
    ]
    assert "3 generated files are stale. Run `python -m qovery_cli.codegen`." in err
    assert checkout.contents() == before

    code, out, _ = checkout.codegen()
    assert code == 0
    assert "changed: src/qovery_cli/cli/data/context/commands.json" in out
    assert re.search(r"\n3 of \d+ files changed\n$", out)
    assert checkout.codegen("--check")[:2] == (0, "")


def test_folder_of_a_group_that_no_longer_exists_is_removed(checkout):
    gone = checkout.package / "cli" / "data" / "gone"
    gone.mkdir()
    (gone / "commands.json").write_text("{}")
    assert "stale: src/qovery_cli/cli/data/gone/commands.json" in checkout.codegen("--check")[1]
    assert checkout.codegen()[0] == 0
    assert not gone.exists()


def test_missing_outdated_and_superfluous_tables_of_completion_are_stale(checkout):
    tables = checkout.root / "completions" / "tables-1"
    before = checkout.contents()
    (tables / "app" / "list.tsv").unlink()
    (tables / "app" / "get.tsv").write_text("1\t\n", encoding="utf-8")
    (tables / "gone" / "deep").mkdir(parents=True)
    (tables / "gone" / "deep" / "list.tsv").write_text("", encoding="utf-8")
    (tables / "notes.txt").write_text("", encoding="utf-8")
    code, out, err = checkout.codegen("--check")
    names = ["app/get.tsv", "app/list.tsv", "gone/deep/list.tsv", "notes.txt"]
    assert (code, out.splitlines()) == (10, [f"stale: completions/tables-1/{n}" for n in names])
    assert err.endswith("4 generated files are stale. Run `python -m qovery_cli.codegen`.\n")
    assert checkout.codegen()[0] == 0
    assert checkout.contents() == before
    assert not (tables / "gone").exists()


def test_one_more_command_adds_its_own_table_and_one_line_of_an_index(checkout):
    """Completion does not grow: nothing else of it changes with the number of commands."""
    overrides = checkout.package / "codegen" / "overrides" / "org.toml"
    whole = overrides.read_text(encoding="utf-8")
    with_it = checkout.completions()
    command = re.search(r'^\["org delete"\]\n(.+\n)+', whole, re.MULTILINE)
    overrides.write_text(whole.replace(command[0], ""), encoding="utf-8")
    with (overrides.parent / "unlisted.toml").open("a", encoding="utf-8") as unlisted:
        unlisted.write('["deleteOrganization"]\nreason = "it has no command yet"\n')
    assert checkout.codegen()[0] == 0
    without = checkout.completions()

    assert with_it.keys() - without.keys() == {"tables-1/org/delete.tsv"}
    changed = [name for name in without if with_it[name] != without[name]]
    assert changed == ["tables-1/org/_index.tsv"]
    lines = with_it[changed[0]].splitlines()
    added = [line for line in lines if line not in without[changed[0]].splitlines()]
    assert [line.partition("\t")[0] for line in added] == ["delete"]
    assert [line for line in lines if line not in added] == without[changed[0]].splitlines()


def test_documents_are_compared_with_the_facts(checkout, tmp_path):
    path = spec(tmp_path, "1.0.4")
    code, out, err = checkout.codegen("--check", path)
    assert code == 10
    assert "- GET /account (getAccountInformation)" in out
    assert "+ GET /application (listApplication)" in out
    assert "stale: src/qovery_cli/catalog/data/operations/app.json" in out
    assert err.endswith(f" generated files are stale. Run `python -m qovery_cli.codegen {path}`.\n")


def test_the_table_is_generated_from_the_new_facts(checkout, tmp_path):
    """Commands whose operations the document lacks cannot be generated any more."""
    code, _, err = checkout.codegen(spec(tmp_path, "1.0.4"))
    assert code == 2
    assert "'app get': the API has none of its operations" in err
    index = (checkout.package / "catalog" / "data" / "operations" / "index.json").read_text(
        encoding="utf-8"
    )
    assert "listApplication" in index
    assert "getAccountInformation" not in index


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["nowhere.yaml"], "'nowhere.yaml' cannot be read"),
        (["--chekc"], "usage: python -m qovery_cli.codegen"),
    ],
)
def test_invalid_arguments_are_2(checkout, arguments, message):
    code, out, err = checkout.codegen(*arguments)
    assert (code, out) == (2, "")
    assert message in err


@pytest.mark.parametrize(
    ("name", "old", "new", "message"),
    [
        (
            "codegen/overrides/org.toml",
            'columns = ["name", "plan", "description"]',
            'colums = ["name", "plan", "description"]',
            r"org\.toml:6: unknown key 'colums' in 'org list'; did you mean 'columns'\?\n",
        ),
        (
            "codegen/overrides/ours.toml",
            '"Switch to another profile."',
            '"Switch"',
            r"ours\.toml:\d+: 'summary' in 'context use': must have .* end with a dot\n",
        ),
        (
            "codegen/overrides/org.toml",
            '"listOrganization"',
            '"listOrganisation"',
            r"org\.toml:4: 'org list': unknown operation 'listOrganisation'; did you mean "
            r"'listOrganization'\?\n",
        ),
        (
            "commands/container.py",
            "container: str | None = None,",
            "container: str | None = None, digest: str | None = None,",
            r"container\.toml:\d+: 'container deploy': qovery_cli\.commands\.container\.deploy: "
            r"parameter 'digest' is never filled: .*\n",
        ),
    ],
)
def test_an_invalid_source_is_2_and_changes_nothing(checkout, name, old, new, message):
    checkout.replace(name, old, new)
    before = checkout.contents()
    code, out, err = checkout.codegen()
    assert (code, out) == (2, "")
    assert re.fullmatch(message, err), err
    assert checkout.contents() == before


def test_a_folder_that_cannot_be_written_is_2(checkout):
    shutil.rmtree(checkout.root / "completions")
    (checkout.root / "completions").write_text("")
    code, _, err = checkout.codegen()
    assert code == 2
    assert re.search("completions/[^']*' cannot be used: ", err)


ADDED = """
  /environment/{environmentId}/widget:
    get:
      operationId: listWidgets
      tags: [Widgets]
      parameters: [{name: environmentId, in: path, required: true, schema: {type: string}}]
      responses:
        "200":
          content:
            application/json:
              schema: {$ref: '#/components/schemas/WidgetListForTest'}
    post:
      operationId: createWidget
      tags: [Widgets]
      parameters: [{name: environmentId, in: path, required: true, schema: {type: string}}]
      requestBody:
        content:
          application/json:
            schema: {$ref: '#/components/schemas/WidgetForTest'}
      responses:
        "201":
          content:
            application/json:
              schema: {$ref: '#/components/schemas/WidgetForTest'}
  /gadget/{gadgetId}:
    delete:
      operationId: deleteGadget
      tags: [Gadgets]
      parameters: [{name: gadgetId, in: path, required: true, schema: {type: string}}]
      responses: {"204": {description: done}}
"""
ADDED_SCHEMAS = """
    WidgetForTest:
      type: object
      required: [name, size]
      properties:
        name: {type: string}
        size: {type: integer}
        color: {type: string, enum: [RED, GREEN]}
    WidgetListForTest:
      type: object
      properties:
        results:
          type: array
          items: {$ref: '#/components/schemas/WidgetForTest'}
"""


@pytest.fixture
def newer_api(checkout, tmp_path):
    """A checkout, and the official documents with three operations that no override knows."""
    text = (DIRECTORY / "openapi-1.0.4.yaml").read_text(encoding="utf-8")
    text = text.replace("\npaths:\n", f"\npaths:{ADDED}", 1)
    text = text.replace("\n  schemas:\n", f"\n  schemas:{ADDED_SCHEMAS}", 1)
    newer = tmp_path / "openapi-1.0.4.yaml"
    newer.write_text(text, encoding="utf-8")
    code, _, err = checkout.codegen(DIRECTORY / "openapi-1.0.3.yaml", newer)
    assert code == 0, err
    return checkout, err


@needs_documents
def test_operations_without_an_override_get_commands(newer_api):
    checkout, err = newer_api
    names = {"env list-widgets", "env create-widget", "gadget delete-gadget"}
    mounted = {line.removeprefix("by rule: ") for line in err.splitlines() if "by rule" in line}
    assert mounted - {row.command for row in command_table.commands() if row.by_rule} == names
    assert checkout.codegen("--check")[0] == 0

    code, listed, _ = checkout.qovery("commands", "-o", "json")
    assert code == 0
    rows = {row["operation"]: row for row in json.loads(listed) if row["command"] in names}
    assert all(row["by_rule"] for row in rows.values())
    fields = {p["field"]: p for p in rows["createWidget"]["parameters"] if p["in"] == "body"}
    assert fields["size"]["type"] == "integer"
    assert fields["size"]["required"]
    assert fields["color"]["enum"] == ["RED", "GREEN"]

    _, page, _ = checkout.qovery("env", "--help")
    assert re.search(r"Further operations of the API:\n(  .*\n)*  list-widgets ", page)
    _, page, _ = checkout.qovery("env", "create-widget", "--help")
    assert "Sends POST /environment/{environmentId}/widget." in page
    assert re.search(r"--size NUMBER", page)

    code, _, err = checkout.qovery("gadget", "delete-gadget", "--gadget-id", "one")
    assert (code, "--yes" in err) == (2, True)
