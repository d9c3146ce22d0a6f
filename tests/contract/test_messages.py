"""The wording of errors, hints and notices, read from the source."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from qovery_cli.cli import command_table

SRC = Path(__file__).parents[2] / "src" / "qovery_cli"
MODULES = sorted(
    path
    for path in SRC.rglob("*.py")
    if path.relative_to(SRC).parts[0] != "codegen" and "seeds" not in path.parts
)
GROUPS = "|".join(sorted(command_table.index().children))

#: Phrases that hide the problem, and the standard way to put it.
PHRASES = {
    r"\bThere (is|are) no\b": "X does not exist / No X exists",
    r"\bThose that exist\b": "Available Xs: a, b.",
    r"\bwhich --": "X (from --flag)",
    r"\btakes (an?|the|no) ": "Invalid X: expected ...",
    r"\b(wants|needs) (an?|the) ": "expected / requires",
    r"\bis no [a-z]": "is not a / does not exist",
    r"\b(told|said|says)\b": "report, state",
    r"\b(somebody|nobody)\b": "someone else",
    r"\b[Ll]eave (it|them|--\S+|one) out\b|\b[Ll]eave out\b": "omit",
    r"\b[Gg]ive (it|them|its|the|an?|one|--)\b": "use, specify",
    r"\b(exclude each other|exists only in|is not known|ways? in)\b": "mutually exclusive, ...",
    r"\bthe body has \d+ problems\b": "N required options are missing: --a, --b.",
}
COMMAND = re.compile(rf"\bqovery ({GROUPS})\b")
QUOTED_FLAG = re.compile(r"'--?[a-z][a-z-]*'|\"--?[a-z][a-z-]*\"")


class Text(NamedTuple):
    """A string of the source; a placeholder of an f-string is ``{}``."""

    line: int
    text: str


def texts(path: Path) -> Iterator[Text]:
    """Yield the strings of a module that contain a blank, without docstrings."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    skipped = {id(string) for node in ast.walk(tree) for string in docstring_of(node)}
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr):
            skipped |= {id(part) for part in node.values}
    for node in ast.walk(tree):
        if id(node) not in skipped and (text := text_of(node)) and " " in text:
            yield Text(node.lineno, text)


def docstring_of(node: ast.AST) -> list[ast.expr]:
    if not isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
        return []
    first = node.body[0] if node.body else None
    return [first.value] if isinstance(first, ast.Expr) else []


def text_of(node: ast.AST) -> str:
    """Return the text of a string or an f-string, "" for any other node."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    if isinstance(node, ast.JoinedStr):
        parts = (part.value if isinstance(part, ast.Constant) else "{}" for part in node.values)
        return "".join(str(part) for part in parts)
    return ""


def complete_texts(path: Path) -> Iterator[Text]:
    """Yield the messages and hints of errors that are written in the call itself."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if not isinstance(node, ast.Call):
            continue
        name = ast.unparse(node.func).rpartition(".")[2]
        arguments = node.args[:1] if name in ERRORS else []
        arguments += [keyword.value for keyword in node.keywords if keyword.arg == "hint"]
        yield from (Text(argument.lineno, text_of(argument)) for argument in arguments)


ERRORS = {
    "AuthError",
    "ConflictError",
    "DeclinedError",
    "ForbiddenError",
    "MissingScopeError",
    "NotFoundError",
    "UnavailableError",
    "UsageError",
    "WaitTimeoutError",
    "VerdictUnknownError",
    "notice",
}


def name_of(path: Path) -> str:
    return path.relative_to(SRC).as_posix()


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_messages_state_the_problem(path):
    wrong = [
        (line, text, better)
        for line, text in texts(path)
        for phrase, better in PHRASES.items()
        if re.search(phrase, text)
    ]
    assert wrong == []


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_flags_are_bare(path):
    assert [text for text in texts(path) if QUOTED_FLAG.search(text.text)] == []


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_commands_are_in_backticks(path):
    messages = [text for text in texts(path) if re.search(r"[.?:]$", text.text)]
    outside = [(line, " ".join(text.split("`")[::2])) for line, text in messages]
    assert [text for text in outside if COMMAND.search(text[1])] == []


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_messages_and_hints_are_sentences(path):
    wrong = [text for text in complete_texts(path) if text.text and text.text[-1] not in ".?}"]
    assert wrong == []


def test_the_rules_find_what_they_forbid(tmp_path):
    path = tmp_path / "module.py"
    path.write_text(
        '"""There is no docstring here."""\n'
        "raise UsageError(f\"There is no profile {name!r}, which '--profile' names\","
        ' hint="Leave it out, or run qovery auth login.")\n'
    )
    found = [text for _, text in texts(path)]
    assert found == [
        "There is no profile {}, which '--profile' names",
        "Leave it out, or run qovery auth login.",
    ]
    assert [text for _, text in complete_texts(path)] == found
    assert all(any(re.search(phrase, text) for phrase in PHRASES) for text in found)
    assert QUOTED_FLAG.search(found[0])
    assert COMMAND.search(found[1])
