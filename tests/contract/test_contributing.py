"""The examples of CONTRIBUTING.md: applied to a copy of the sources, they work."""

import re
import subprocess
import sys
import textwrap
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from checkout import Checkout
from program import Ran, clean_environ
from sandboxes import running

from qovery_cli.codegen.facts import file_layout
from qovery_cli.codegen.facts.generator import generate_facts

ROOT = Path(__file__).parents[2]
TEXT = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
LEVEL = "1.0.4"
DOCUMENT = f"openapi-{LEVEL}.yaml"

_FENCE = re.compile(r"^( *)```(\w+)\n(.*?)^ *```$", re.MULTILINE | re.DOTALL)
_PLACE = re.compile(r"# (?P<file>[\w./-]+)(?:, above `(?P<anchor>.+)`)?")


def blocks() -> Iterator[tuple[str, str | None, str]]:
    """Yield the file, the start of the line below the block, if any, and the text of each block."""
    for indentation, language, text in _FENCE.findall(TEXT):
        if language != "sh":
            place, _, content = textwrap.dedent(indentation + text.lstrip()).partition("\n")
            match = _PLACE.fullmatch(place)
            assert match, f"{place!r} names no file"
            yield match["file"], match["anchor"], content


def apply(checkout: Checkout, file: str, anchor: str | None, content: str) -> None:
    """Add a block to a file of the package, with the indentation of the line below it."""
    path = checkout.package / file
    before = path.read_text(encoding="utf-8") if path.exists() else ""
    if anchor is None:
        path.write_text(f"{before}\n{content}" if before else content, encoding="utf-8")
        return
    line = re.compile(rf"^( *){re.escape(anchor)}", re.MULTILINE)
    matches = list(line.finditer(before))
    assert len(matches) == 1, f"{file} has {len(matches)} lines that begin with {anchor!r}"
    (match,) = matches
    gap = "\n\n" if anchor.startswith("class") else ""
    block = textwrap.indent(content, match[1]) + gap
    path.write_text(before[: match.start()] + block + before[match.start() :], encoding="utf-8")


def add_facts(checkout: Checkout, folder: Path, content: str) -> None:
    """Add the operations and schemas of a part of a document to the facts."""
    path = folder / DOCUMENT
    path.write_text(f"info: {{version: {LEVEL}}}\n{content}", encoding="utf-8")
    sections = checkout.package / "codegen" / "overrides" / "sections.toml"
    data = checkout.package / "catalog" / "data"
    old, new = file_layout.read(data), generate_facts([path], sections)
    operations, schemas = (
        {**file_layout.merged(old, name), **file_layout.merged(new, name)}
        for name in ("operations", "schemas")
    )
    files = file_layout.lay_out(operations, schemas, old[file_layout.LEVELS])
    for name, text in file_layout.texts(files).items():
        (data / name).write_text(text, encoding="utf-8")


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Checkout:
    folder = tmp_path_factory.mktemp("contributing")
    checkout = Checkout(folder)
    document = ""
    for file, anchor, content in blocks():
        if file == DOCUMENT:
            document = content
        else:
            apply(checkout, file, anchor, content)
    add_facts(checkout, folder, document)
    code, _, err = checkout.codegen()
    assert code == 0, err
    return checkout


@pytest.fixture(scope="module")
def qovery(
    checkout: Checkout, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Callable[..., Ran]]:
    """The program with the examples, and a sandbox of it."""
    home = tmp_path_factory.mktemp("home")
    with running(home, LEVEL, environ=checkout.environ) as sandbox:
        environ = {**clean_environ(home), **checkout.environ, **sandbox.environ}

        def run(*words: str) -> Ran:
            ran = subprocess.run(
                [sys.executable, "-m", "qovery_cli", *words],
                env=environ,
                cwd=home,
                capture_output=True,
                text=True,
                stdin=subprocess.DEVNULL,
                check=False,
            )
            return Ran(ran.returncode, ran.stdout, ran.stderr)

        yield run


def test_the_page_is_short():
    assert len(TEXT.splitlines()) <= 220


@pytest.mark.parametrize("page", ["CONTRIBUTING.md", "docs/architecture.md"])
def test_files_that_a_page_names_exist(page):
    text = _FENCE.sub("", (ROOT / page).read_text(encoding="utf-8"))
    text = text.replace("`tests/unit/commands/test_freeze.py`", "")  # belongs to an example
    names = re.findall(r"`([\w./-]+\.(?:py|toml|md|json))`", text)
    folders = (ROOT, ROOT / "src" / "qovery_cli", ROOT / "src" / "qovery_cli" / "codegen")
    folders = (*folders, folders[-1] / "overrides")
    assert names
    assert [name for name in names if not any((each / name).exists() for each in folders)] == []


def test_each_thing_has_an_example():
    files = {file for file, _, _ in blocks()}
    assert {DOCUMENT, "catalog/organization_rows.py", "commands/freeze.py", "errors.py"} <= files


def test_python_examples_are_formatted(checkout):
    files = [str(checkout.package / file) for file, *_ in blocks() if file.endswith(".py")]
    settings = ("--config", str(ROOT / "pyproject.toml"), "--no-cache")
    for command in (("check",), ("format", "--check")):
        ran = subprocess.run(
            [sys.executable, "-m", "ruff", *command, *settings, *files],
            capture_output=True,
            text=True,
            check=False,
        )
        assert ran.returncode == 0, ran.stdout


def test_new_commands_are_in_help_and_in_the_list_of_commands(qovery):
    verbs = ("list", "create", "delete", "check")
    shown = qovery("org", "freeze", "--help").out
    assert [verb for verb in verbs if not re.search(rf"^ +{verb} +\S", shown, re.MULTILINE)] == []
    assert re.search(r"^ +freeze +Deployment freezes", qovery("org", "--help").out, re.MULTILINE)
    listed = {row["command"] for row in qovery("commands", "-o", "json").json}
    assert {f"org freeze {verb}" for verb in verbs} <= listed


def test_new_operations_kind_and_error_work(qovery):
    assert qovery("org", "freeze", "check").code == 0
    assert qovery("org", "freeze", "create", "holidays", "--active").code == 0
    (row,) = qovery("org", "freeze", "list", "-o", "json").json
    assert (row["name"], row["active"]) == ("holidays", True)

    ran = qovery("org", "freeze", "check", "-o", "json")
    assert (ran.code, ran.error["code"]) == (12, "frozen")

    assert qovery("org", "freeze", "delete", "holydays", "--yes").code == 4
    assert qovery("org", "freeze", "delete", "HOLIDAYS", "--yes").code == 0
    assert qovery("org", "freeze", "list", "-o", "json").json == []


def test_the_name_of_the_new_kind_is_completed(qovery):
    qovery("org", "freeze", "create", "migration", "--active")
    words = qovery("__complete", "bash", "org", "freeze", "delete", "").out.split()
    assert "migration" in words
