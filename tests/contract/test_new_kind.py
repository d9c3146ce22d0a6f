"""A kind of service needs one row in the table of kinds, and an API that has it.

The row and the operations of a kind that does not exist are added to a copy of the sources.
"""

import copy
import json
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from checkout import Checkout
from openapi_docs import document, needs_documents
from program import Ran, clean_environ
from sandboxes import Sandbox, running

pytestmark = needs_documents

ROW = 'service("widget", "--widget", "listWidget", levels=NEW, links=True, tag_field="image_tag"),'
TABLE = "SERVICES: tuple[Resource, ...] = (\n"

#: The operations of widgets are those of containers, under names of their own.
COPIED = re.compile(
    r"/container/\{containerId\}(/(status|deploy|stop|redeploy|uninstall|link|deploymentHistoryV2))?"
    r"|/environment/\{environmentId\}/container(/status)?"
)
COLLECTIONS = {
    "EnvironmentStatuses": ("containers", "widgets"),
    "DeploymentStageWithServicesStatuses": ("containers", "widgets"),
    "DeployAllRequest": ("containers", "widgets"),
    "EnvironmentServiceIdsAllRequest": ("container_ids", "widget_ids"),
}


def renamed(text: str) -> str:
    """Return the name of something of a widget for that of a container."""
    return text.replace("Container", "Widget").replace("container", "widget")


def with_widgets() -> dict[str, Any]:
    """Return the newest official document with a further kind of service."""
    changed = copy.deepcopy(dict(document("1.0.4")))
    paths, components = changed["paths"], changed["components"]
    for path in [path for path in paths if COPIED.fullmatch(path)]:
        item = copy.deepcopy(paths[path])
        for operation in item.values():
            if "operationId" in operation:
                operation["operationId"] = renamed(operation["operationId"])
                operation["tags"] = [renamed(tag) for tag in operation["tags"]]
        parameter = "#/components/parameters/containerId"
        paths[renamed(path)] = json.loads(
            json.dumps(item, default=str).replace(parameter, renamed(parameter))
        )
    parameters, schemas = components["parameters"], components["schemas"]
    parameters["widgetId"] = {**parameters["containerId"], "name": "widgetId"}
    schemas["ServiceTypeEnum"]["enum"].append("WIDGET")
    for name, (template, added) in COLLECTIONS.items():
        properties = schemas[name]["properties"]
        properties[added] = properties[template]
    return changed


class Widgets:
    """The program with the kind, and a sandbox of it."""

    def __init__(self, checkout: Checkout, sandbox: Sandbox, home: Path) -> None:
        self.checkout = checkout
        self.sandbox = sandbox
        self.environ = {
            **clean_environ(home),
            **checkout.environ,
            **sandbox.environ,
            "QOVERY_PROJECT": "storefront",
            "QOVERY_ENVIRONMENT": "staging",
        }
        self.home = home

    def __call__(self, *words: str, **environ: str) -> Ran:
        """Run the program."""
        ran = subprocess.run(
            [sys.executable, "-m", "qovery_cli", *words],
            env={**self.environ, **environ},
            cwd=self.home,
            capture_output=True,
            text=True,
            stdin=subprocess.DEVNULL,
            check=False,
        )
        return Ran(ran.returncode, ran.stdout, ran.stderr)

    def create(self, environment: str = "staging") -> str:
        """Create a widget and return its name."""
        name = self.sandbox.new_name("gadget")
        registry = self("org", "registry", "get", "dockerhub", "-o", "id").out.strip()
        id = self("env", "get", environment, "-o", "id").out.strip()
        image = {"registry_id": registry, "image_name": "library/nginx", "tag": "1"}
        body = {**image, "name": name, "healthchecks": {}}
        self.sandbox.call("POST", f"/environment/{id}/widget", body)
        return name


@pytest.fixture(scope="module")
def widgets(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Widgets]:
    folder = tmp_path_factory.mktemp("widgets")
    checkout = Checkout(folder)
    checkout.replace("catalog/resource_rows.py", TABLE, f"{TABLE}    {ROW}\n")
    specs = [folder / f"{level}.json" for level in ("1.0.3", "1.0.4")]
    for path, spec in zip(specs, (document("1.0.3"), with_widgets()), strict=True):
        path.write_text(json.dumps(spec, default=str), encoding="utf-8")
    code, _, err = checkout.codegen(*specs)
    assert code == 0, err
    home = tmp_path_factory.mktemp("home")
    with running(home, "1.0.4", environ=checkout.environ) as sandbox:
        yield Widgets(checkout, sandbox, home)


@pytest.fixture
def widget(widgets) -> str:
    return widgets.create()


def test_it_has_commands_of_its_own(widgets):
    shown = widgets("widget", "--help").out
    verbs = ("list", "get", "create", "update", "delete", "status", "deploy", "stop", "restart")
    assert [verb for verb in verbs if not re.search(rf"^ +{verb} +\S", shown, re.M)] == []


def test_it_is_known_by_name(widgets, widget):
    got = widgets("widget", "get", widget.upper(), "-o", "json").json
    assert (got["name"], got["service_type"]) == (widget, "WIDGET")
    ran = widgets("widget", "get", widget[:-1] + "x")
    assert ran.code == 4
    assert "staging" in ran.sentence


@pytest.mark.parametrize("level", ["1.0.4", "1.0.3"])
def test_a_level_without_it_is_not_asked_for_it(widgets, level):
    widgets.sandbox.forget()
    assert widgets("status", QOVERY_API_LEVEL=level).code == 0
    assert not any("widget" in request for request in widgets.sandbox.requests)


def test_it_is_a_level_of_the_scope(widgets, widget):
    assert widgets("widget", "get", "-o", "name", QOVERY_WIDGET=widget).out.strip() == widget
    scope = ("--project", "storefront", "--env", "staging", "--widget", widget)
    directory = str(widgets.home / "context")
    assert widgets("context", "set", *scope, QOVERY_CONFIG_DIR=directory).code == 0
    (profile,) = widgets("context", "list", "-o", "json", QOVERY_CONFIG_DIR=directory).json
    assert profile["widget"] == widget


def test_a_wait_ends_with_its_state_and_status_shows_it(widgets, widget):
    ran = widgets("widget", "deploy", widget, "--tag", "2", "--wait", "-o", "json")
    assert (ran.code, ran.json["state"]) == (0, "DEPLOYED"), ran
    (row,) = [row for row in widgets("status", "-o", "json").json if row["name"] == widget]
    assert (row["kind"], row["state"]) == ("widget", "DEPLOYED")
    ran = widgets("widget", "stop", widget, "--wait", "-o", "json")
    assert (ran.code, ran.json["state"]) == (0, "STOPPED"), ran


def test_its_environment_deploys_it(widgets, widget):
    assert widgets("env", "deploy", "--wait").code == 0
    (row,) = [row for row in widgets("status", "-o", "json").json if row["name"] == widget]
    assert row["state"] == "DEPLOYED"


def test_a_production_prompt_protects_it(widgets):
    name = widgets.create("production")
    delete = ("widget", "delete", name, "--env", "production")
    ran = widgets(*delete, "--yes")
    assert ran.code == 2
    assert f"--confirm {name}" in ran.hint
    assert widgets(*delete, "--confirm", name, "--wait").code == 0
    assert widgets("widget", "get", name, "--env", "production").code == 4


def test_a_deletion_elsewhere_needs_yes(widgets, widget):
    assert widgets("widget", "delete", widget).code == 2
    assert widgets("widget", "delete", widget, "--yes", "--wait").code == 0


@pytest.fixture
def complete(widgets) -> Callable[..., list[str]]:
    def complete(*words: str) -> list[str]:
        return widgets("__complete", "bash", *words, "").out.splitlines()

    return complete


def test_its_name_is_completed(complete, widget):
    assert widget in complete("widget", "get")
    assert widget in complete("context", "set", "--widget")


def test_the_completion_tables_know_it(widgets):
    folder = widgets.checkout.root / "completions"
    tables = [path for path in folder.rglob("*.tsv") if "widget" in path.read_text("utf-8")]
    names = {path.relative_to(folder).as_posix().partition("/")[2] for path in tables}
    assert {"_scope.tsv", "context/set.tsv"} <= names
    assert any(name.startswith("widget/") for name in names)
