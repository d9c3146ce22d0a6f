"""Nothing heavy is imported before it is used: each is a tenth of a second that every run pays."""

import json
import os
import subprocess
import sys
from importlib.util import find_spec

import pytest

_RUN = """
import atexit, json, os, sys
out, *words = sys.argv[1:]
sys.argv[1:] = words
opened = []
def note(event, arguments):
    if event == "open" and str(arguments[0]).endswith(".json"):
        opened.append(str(arguments[0]))
def tell():
    files = [os.path.relpath(path, package) for path in opened if path.startswith(package)]
    with open(out, "w") as file:
        json.dump({"modules": sorted(sys.modules), "files": files}, file)
import qovery_cli
package = os.path.dirname(qovery_cli.__file__)
sys.addaudithook(note)
atexit.register(tell)
from qovery_cli.main import main
main()
"""

#: Packages that no ordinary command needs.
_NOT_NEEDED = ("qovery_cli.sandbox", "qovery_cli.codegen")

#: What costs most, and what only the sandbox needs.
HEAVY = {
    *("rich", "pydantic", "keyring", "yaml", "jmespath", "pygments", "click", "h2", "markdown_it"),
    *("starlette", "uvicorn", "dotenv", "hypothesis", "importlib.metadata", "sqlite3", "asyncio"),
}


#: Parts of ours that a list does not need, as it changes nothing and fails nowhere.
NOT_FOR_A_LIST = {
    f"qovery_cli.{name}"
    for name in (
        *("body.text_input", "body.build_body", "body.validate", "catalog.schema"),
        *("catalog.states", "cli.mutate", "cli.body_builder", "config.profile_changes"),
        *("http.concurrency", "http.request_errors", "http.stream", "http.transport_errors"),
        *("output.message", "output.prompt", "output.progress", "output.windows_ansi"),
        *("resolve.search", "session.batch", "session.confirmation", "session.tracking"),
    )
}


@pytest.fixture
def measured(home, sandbox):
    def measured(*words: str) -> dict[str, list[str]]:
        file = home.path / "measured.json"
        environ = {**home.environ, **sandbox.environ, "QOVERY_SLOW_EXIT": "1"}
        ended = subprocess.run(
            [sys.executable, "-c", _RUN, str(file), *words],
            env=environ,
            cwd=home.path,
            capture_output=True,
            text=True,
            check=False,
        )
        assert ended.returncode == 0, ended.stderr
        assert ended.stdout
        return json.loads(file.read_text(encoding="utf-8"))

    return measured


@pytest.fixture
def loaded(measured):
    """Return a function that runs a command and returns the modules that it imports."""
    return lambda *words: set(measured(*words)["modules"])


@pytest.fixture
def files_read(measured):
    """Return a function that runs a command and returns the files of data that it reads."""

    def files_read(*words: str) -> list[str]:
        return [file.replace(os.sep, "/") for file in measured(*words)["files"]]

    return files_read


def heavy(modules: set[str]) -> set[str]:
    return HEAVY & modules


@pytest.mark.parametrize("words", [["--version"], ["--help"], ["app", "create", "--help"]])
def test_what_is_answered_at_once_imports_no_framework(words, loaded):
    modules = loaded(*words)
    assert heavy(modules) == set()
    assert not {"typer", "httpx", "dataclasses", "inspect"} & modules


def test_version_and_help_need_no_catalog(loaded):
    ours = {name for name in loaded("--help") if name.startswith("qovery_cli.")}
    engine = ("qovery_cli.catalog", "qovery_cli.http", "qovery_cli.body")
    assert not [name for name in ours if name.startswith(engine)]


@pytest.mark.parametrize(
    "line",
    [
        "app list --project storefront --env staging -o json",
        "app list --project storefront --env staging",
        "project list -o csv",
        "env list --project storefront -o name",
        "app deploy api --project storefront --env staging --dry-run",
        "app update api --project storefront --env staging --cpu 750 --dry-run -o json",
        "status staging --project storefront",
    ],
)
def test_an_ordinary_command_imports_nothing_heavy(line, loaded):
    assert heavy(loaded(*line.split())) == set()


@pytest.mark.parametrize("form", ["json", "ndjson", "name"])
def test_list_imports_nothing_that_it_does_not_use(form, loaded):
    environment = "52392643-b32e-53e2-82bd-6d501fc5b312"
    modules = loaded(*f"app list --env {environment} -o {form}".split())
    assert "httpx" in modules
    assert modules & NOT_FOR_A_LIST == set()


def test_the_modules_that_a_list_does_not_need_exist():
    assert all(find_spec(name) for name in NOT_FOR_A_LIST)


@pytest.mark.parametrize(
    ("line", "files"),
    [
        ("--version", []),
        ("--help", ["index.json"]),
        ("app --help", ["index.json", "app/index.json"]),
        ("app domain list --help", [*map("{}index.json".format, ("", "app/", "app/domain/"))]),
    ],
)
def test_help_reads_only_the_groups_on_its_path(line, files, files_read):
    """So its cost does not depend on the number of commands."""
    commands = ["app/domain/commands.json"] if line.count(" ") == 3 else []
    assert files_read(*line.split()) == [f"cli/data/{name}" for name in (*files, *commands)]


def test_a_list_reads_the_facts_of_its_own_group_only(files_read):
    files = set(files_read("project", "list", "-o", "json"))
    assert files == {
        *("cli/data/index.json", "cli/data/project/index.json", "cli/data/project/commands.json"),
        *(f"catalog/data/operations/{group}.json" for group in ("index", "org", "project")),
    }


def test_http_client_is_not_imported_by_commands_that_send_nothing(loaded):
    assert "httpx" not in loaded("context", "show")
    assert "httpx" not in loaded("commands", "-o", "json")


def test_a_command_imports_neither_the_sandbox_nor_the_generator(loaded):
    modules = loaded("context", "show")
    assert not [name for name in modules if name.startswith(_NOT_NEEDED)]


@pytest.mark.parametrize(
    ("line", "module"),
    [
        ("project list -o yaml", "yaml"),
        ("project list -q [0].name", "jmespath"),
    ],
)
def test_what_is_requested_is_imported(line, module, loaded):
    """The names above are those of real modules: each turns up where it is needed."""
    assert module in loaded(*line.split())
