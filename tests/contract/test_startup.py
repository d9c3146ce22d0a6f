"""Nothing heavy is imported before it is used: each is a tenth of a second that every run pays."""

import json
import subprocess
import sys
from collections.abc import Sequence

import pytest

from qovery_cli.later import SELDOM_USED

_RUN = """
import atexit, json, sys
out, *words = sys.argv[1:]
sys.argv[1:] = words
def tell():
    with open(out, "w") as file:
        # Without those whose code has not run: see later.py.
        loaded = [name for name, m in sys.modules.items() if type(m).__name__ != "_Later"]
        json.dump(sorted(loaded), file)
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


@pytest.fixture
def loaded(home, sandbox):
    def loaded(*words: str, env: Sequence[str] = ()) -> set[str]:
        file = home.path / "modules.json"
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
        return set(json.loads(file.read_text(encoding="utf-8")))

    return loaded


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


@pytest.mark.parametrize("form", ["json", "csv", "name"])
def test_a_list_uses_no_module_that_is_seldom_used(form, loaded):
    modules = loaded(*f"app list --project storefront --env staging -o {form}".split())
    assert "httpx" in modules
    # The sandbox's host is a number.
    assert modules & SELDOM_USED <= {"ipaddress"}


def test_the_http_client_is_not_imported_by_commands_that_ask_nobody(loaded):
    assert "httpx" not in loaded("context", "show")
    assert "httpx" not in loaded("commands", "-o", "json")


def test_a_command_reads_the_facts_of_its_own_group_only(loaded):
    modules = loaded("context", "show")
    assert not [name for name in modules if name.startswith(_NOT_NEEDED)]


@pytest.mark.parametrize(
    ("line", "module"),
    [
        ("project list -o yaml", "yaml"),
        ("project list -q [0].name", "jmespath"),
    ],
)
def test_what_is_asked_for_is_imported(line, module, loaded):
    """The names above are those of real modules: each turns up where it is needed."""
    assert module in loaded(*line.split())
