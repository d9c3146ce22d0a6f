"""What the package says of itself: dependencies, the program, and the files that go with it."""

import ast
import importlib.metadata
import os
import re
import shutil
import subprocess
import sys
import tarfile
import tomllib
import zipfile
from pathlib import Path

import pytest

from qovery_cli.cli import command_table
from qovery_cli.completion import scripts

ROOT = Path(__file__).parents[2]
SRC = ROOT / "src" / "qovery_cli"
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]

#: Modules whose distribution is called otherwise.
DISTRIBUTIONS = {"yaml": "pyyaml", "dotenv": "python-dotenv"}

#: Declared without an import of ours, and why.
NOT_IMPORTED = {"pydantic"}  # Typer's own; so far no input is foreign enough for its models

#: Needed where the requirement is fulfilled by another one, or by the platform.
UNDECLARED = {"ctypes", "msvcrt", "winreg"}


def imported(folder: Path) -> set[str]:
    """Return the top names of all that a folder's modules import, in functions too."""
    found: set[str] = set()
    for path in folder.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                found |= {alias.name.split(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module:
                found.add(node.module.split(".")[0])
    return found


def foreign(names: set[str]) -> set[str]:
    """Return the distributions of what is neither ours nor Python's own."""
    outside = names - set(sys.stdlib_module_names) - {"qovery_cli"} - UNDECLARED
    return {DISTRIBUTIONS.get(name, name) for name in outside}


def declared(requirements: list[str]) -> set[str]:
    return {re.split(r"[<>=\[ ]", text)[0].lower() for text in requirements}


EXTRAS = {name: declared(found) for name, found in PROJECT["optional-dependencies"].items()}


def test_what_is_imported_is_declared_and_the_other_way_round():
    sandbox = imported(SRC / "sandbox")
    rest: set[str] = set()
    for path in SRC.iterdir():
        if path.is_dir() and path.name not in {"sandbox", "codegen"}:
            rest |= imported(path)
    assert foreign(rest) == declared(PROJECT["dependencies"]) - NOT_IMPORTED
    assert foreign(sandbox) - declared(PROJECT["dependencies"]) == EXTRAS["sandbox"]


def test_tests_and_generators_need_no_more_than_the_extra_for_them():
    ours = {path.stem for path in (ROOT / "tests").rglob("*.py")}
    needed = foreign((imported(ROOT / "tests") | imported(SRC / "codegen")) - ours)
    known = declared(PROJECT["dependencies"]) | EXTRAS["dev"] | EXTRAS["sandbox"]
    assert needed - known == set()


def test_the_extra_for_tests_brings_the_sandbox():
    assert "qovery-cli[sandbox]" in PROJECT["optional-dependencies"]["dev"]


def test_the_program_is_installed_and_starts_at_the_edge():
    assert PROJECT["scripts"] == {"qovery": "qovery_cli.main:main"}
    assert shutil.which("qovery", path=str(Path(sys.executable).parent)), (
        "install the project first: pip install -e '.[dev]'"
    )


def test_the_installed_version_is_that_of_the_source():
    from qovery_cli import __version__

    assert importlib.metadata.version("qovery-cli") == __version__


@pytest.mark.parametrize("name", ["README.md", "CHANGELOG.md", "LICENSE", "completions/README.md"])
def test_the_files_of_a_project_are_there(name):
    assert (ROOT / name).stat().st_size > 50


def test_the_changelog_begins_with_what_is_not_released():
    text = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    headings = re.findall(r"^## .*$", text, re.MULTILINE)
    assert headings[0] == "## [Unreleased]"
    assert "Keep a Changelog" in text


def test_package_is_reported_as_typed():
    assert (SRC / "py.typed").exists() or "Typing :: Typed" not in PROJECT["classifiers"]


def test_the_data_goes_with_the_package():
    for folder in ("cli/data", "catalog/data"):
        assert list((SRC / folder).rglob("*.json"))


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> zipfile.Path:
    """The wheel, built as an installation from these sources builds it."""
    from hatchling.builders.wheel import WheelBuilder

    folder = str(tmp_path_factory.mktemp("wheel"))
    (built,) = WheelBuilder(str(ROOT)).build(directory=folder, versions=["standard"])
    return zipfile.Path(built)


def completion_files() -> dict[str, Path]:
    """Return the scripts and tables in the sources by their paths in the wheel."""
    folder = ROOT / "completions"
    paths = [folder / name for name in scripts.FILES.values()]
    paths += [path for path in (folder / scripts.TABLES).rglob("*") if path.is_file()]
    inside = "qovery_cli/completion/scripts"
    return {f"{inside}/{path.relative_to(folder).as_posix()}": path for path in paths}


def test_the_wheel_has_the_scripts_and_tables_where_an_installation_looks(wheel: zipfile.Path):
    assert len(completion_files()) > len(command_table.commands())
    for name, path in completion_files().items():
        assert wheel.joinpath(*name.split("/")).read_bytes() == path.read_bytes()


def sources() -> set[str]:
    return {
        path.relative_to(SRC.parent).as_posix()
        for path in SRC.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }


def test_the_wheel_has_every_module_and_its_data_but_not_what_generates_it(wheel: zipfile.Path):
    names = [name for name in wheel.root.namelist() if not name.endswith("/")]
    shipped = {name for name in names if ".dist-info/" not in name}
    wanted = {name for name in sources() if not name.startswith("qovery_cli/codegen/")}
    assert shipped == wanted | completion_files().keys()


@pytest.mark.parametrize("words", ["--help", "--version", "commands -o json", "app create --help"])
def test_the_wheel_works_by_itself(wheel: zipfile.Path, words: str, tmp_path: Path):
    ended = run_from(wheel, tmp_path, *words.split())
    assert (ended.returncode, ended.stderr) == (0, "")
    assert ended.stdout


@pytest.mark.parametrize("shell", scripts.FILES)
def test_the_wheel_prints_the_script_of_every_shell(
    wheel: zipfile.Path, shell: str, tmp_path: Path
):
    ended = run_from(wheel, tmp_path, "completion", "show", shell)
    unpacked = tmp_path / "site" / "qovery_cli" / "completion" / "scripts" / scripts.TABLES
    assert (unpacked / "_index.tsv").is_file()
    ours = scripts.tables().as_posix()
    assert ended.stdout.replace(unpacked.as_posix(), ours) == scripts.text(shell)


def run_from(wheel: zipfile.Path, folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """Run the program of an unpacked wheel; the sources are not on its path."""
    site = folder / "site"
    wheel.root.extractall(site)
    program = (
        "import sys\n"
        f"sys.path = [{str(site)!r}, *(path for path in sys.path if path != {str(SRC.parent)!r})]\n"
        "from qovery_cli.main import main\n"
        f"assert main.__code__.co_filename.startswith({str(site)!r})\n"
        "sys.argv[0] = 'qovery'\n"
        "main()\n"
    )
    return subprocess.run(
        [sys.executable, "-c", program, *words],
        env={**os.environ, "HOME": str(folder), "QOVERY_CONFIG_DIR": str(folder)},
        cwd=folder,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def test_the_wheel_has_no_generator(wheel: zipfile.Path):
    names = wheel.root.namelist()
    assert not [name for name in names if "codegen" in name or name.endswith(".toml")]


def test_the_sources_that_are_given_on_have_the_generator(tmp_path: Path):
    from hatchling.builders.sdist import SdistBuilder

    (built,) = SdistBuilder(str(ROOT)).build(directory=str(tmp_path), versions=["standard"])
    with tarfile.open(built) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    wanted = {f"src/{name}" for name in sources() if name.startswith("qovery_cli/codegen/")}
    assert wanted
    assert wanted - names == set()


def test_the_sources_that_are_given_on_have_the_scripts():
    config = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    assert "completions" in config["tool"]["hatch"]["build"]["targets"]["sdist"]["include"]


def test_a_checkout_uses_its_own_scripts():
    assert scripts.folder() == ROOT / "completions"
