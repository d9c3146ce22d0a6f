"""The documents for contributors name modules, files and commands that exist."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "src" / "qovery_cli"
DOCUMENTS = [ROOT / "CONTRIBUTING.md", ROOT / "docs" / "architecture.md"]

#: Attributes and documents that look like modules or files, but are none of the project's.
ELSEWHERE = {"session.send", "openapi-1.0.3.yaml", "openapi-1.0.4.yaml"}


def names(document: Path) -> list[str]:
    """Return the names in backticks that look like a module, a file or a folder."""
    quoted = re.findall(r"`([\w./-]+)`", document.read_text(encoding="utf-8"))
    return sorted({name for name in quoted if "/" in name or "." in name} - ELSEWHERE)


def exists(name: str) -> bool:
    """Return whether a name is a path of the project, or a module or path of the package."""
    dotted = PACKAGE / name.replace(".", "/")
    module = dotted.with_name(f"{dotted.name}.py")
    return any(path.exists() for path in (ROOT / name, PACKAGE / name, dotted, module))


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_documents_name_what_exists(document):
    found = names(document)
    assert found
    assert [name for name in found if not exists(name)] == []


def test_modules_of_the_picture_exist():
    picture = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8").split("```")[1]
    modules = re.findall(r"\b(?:cli|codegen|catalog|session)[./][a-z_]+\b", picture)
    assert len(modules) >= 5
    assert [name for name in modules if not exists(name)] == []
