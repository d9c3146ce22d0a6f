"""A kind of service is a row of the table of kinds: no other module lists the kinds."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import qovery_cli

ROOT = Path(qovery_cli.__file__).parent
KINDS = frozenset({"application", "container", "database"})

#: The table; what the sandbox adds to it, which includes the documents that the API describes
#: differently for each kind; and the example data of the sandbox.
TABLES = (
    "catalog/resource_rows.py",
    "sandbox/service_kinds.py",
    "sandbox/state/service_fields.py",
    "sandbox/seeds/",
)

MODULES = [
    path
    for path in sorted(ROOT.rglob("*.py"))
    if not path.relative_to(ROOT).as_posix().startswith(TABLES)
]


def words(tree: ast.AST) -> Iterator[str]:
    """Yield the identifiers and the strings without spaces of a module."""
    for node in ast.walk(tree):
        match node:
            case ast.Constant(value=str(text)) if " " not in text:
                yield text
            case ast.Name(id=name) | ast.Attribute(attr=name) | ast.arg(arg=name):
                yield name
            case ast.keyword(arg=str(name)):
                yield name
            case ast.FunctionDef(name=name) | ast.ClassDef(name=name):
                yield name


def kinds_in(source: str, *, whole_words: bool) -> frozenset[str]:
    """Return the kinds that the words of a module name, or parts of its words."""
    named: set[str] = set()
    for word in words(ast.parse(source)):
        parts = [word] if whole_words else re.findall(r"[A-Z]?[a-z]+|[A-Z]+", word)
        named |= {part.lower().removesuffix("s") for part in parts}
    return KINDS & named


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_no_module_lists_the_kinds_of_service(path):
    # The handlers of the sandbox are registered by operation ids, which contain kinds.
    in_sandbox = path.is_relative_to(ROOT / "sandbox")
    named = kinds_in(path.read_text(encoding="utf-8"), whole_words=in_sandbox)
    assert named != KINDS, "the kinds of service are in catalog.resources"


@pytest.mark.parametrize(
    "source",
    [
        'SERVICES = ("application", "container", "database")',
        'if kind in {"APPLICATION", "containers"} or kind == "database": pass',
        'LINKS = {"--app": "listApplicationLinks", "b": "listContainer", "c": "getDatabase"}',
        "def database(application=None, container=None): pass",
    ],
)
def test_lists_of_kinds_are_recognized(source):
    assert kinds_in(source, whole_words=False) == KINDS


def test_prose_is_not_a_list_of_kinds():
    prose = '"""Find an application, container or database."""\nkind = "application"'
    assert kinds_in(prose, whole_words=False) == {"application"}
