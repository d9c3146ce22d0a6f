r"""Parse ``--set`` arguments and apply them to a body.

``a.b[0].c=value``: "=" reads the value as the declared type, ":=" as JSON, "=@" reads a
file as text and ":=@" a file as JSON. ``[]`` appends to a list, ``\.`` is a dot within a name.
"""

import re
from typing import Any, Final

from qovery_cli.body import json_text, schemas
from qovery_cli.body.coerce import coerce
from qovery_cli.body.json_path import APPEND, PathError, PathWriter, Step
from qovery_cli.body.suggestions import did_you_mean
from qovery_cli.body.target import Target
from qovery_cli.body.text_input import read_text, without_line_end
from qovery_cli.errors import UsageError
from qovery_cli.frozen import record

_SYNTAX: Final = (
    "Use NAME=VALUE, NAME:=JSON, NAME=@FILE or NAME:=@FILE, with NAME such as ports[0].name."
)
#: Deeper than any body of the API; the index limit exceeds any list.
_MAX_DEPTH: Final = 40
_INDEX: Final = re.compile(r"\[([0-9]{0,6})\]")
_OPERATOR: Final = re.compile(r":=@|:=|=@|=")
_SECRET: Final = re.compile(r"secret|password|token|credential|private|key", re.IGNORECASE)
#: Maximum length of an argument in an error message.
_MAX_SHOWN: Final = 200


@record
class Setting:
    """A parsed argument: the steps of its path, its operator, its raw value.

    ``marks`` are the offsets in ``text`` where each step begins, for the caret of an error.
    """

    path: tuple[Step, ...]
    operator: str
    raw: str
    text: str
    marks: tuple[int, ...]

    def __repr__(self) -> str:
        # The value may be a secret.
        return f"Setting({self.name!r}, {self.operator!r})"

    @property
    def name(self) -> str:
        """The path as written."""
        return self.text[: len(self.text) - len(self.raw) - len(self.operator)]


def parse(text: str) -> Setting:
    """Parse a ``--set`` argument; raise UsageError with a caret at the error."""
    try:
        json_text.check_text(text)
    except json_text.TextError as error:
        raise UsageError(f"Invalid --set: {error.problem}.") from None
    return _Scanner(text).setting()


def apply(
    body: Any,
    setting: Setting,
    schema: schemas.Schema,
    level: str,
    *,
    known_only: bool = True,
) -> Any:
    """Return the body with the setting applied; the argument is not modified.

    Missing objects and lists on the path are created. Without ``known_only``, an undeclared field
    is set as a string instead of being rejected. Raises UsageError for an invalid path or value.
    """
    target = Target(f"--set {setting.name}", level, known_only)

    def write(_current: Any, leaf: schemas.Schema) -> Any:
        raw = setting.raw
        if setting.operator.endswith("@"):
            raw = without_line_end(read_text(setting.raw, target.name))
        if setting.operator.startswith(":"):
            return _json(raw, setting)
        texts = schemas.kinds(leaf, level) & {"string", "any"}
        return coerce(raw if texts or setting.operator == "=" else raw.strip(), leaf, target)

    try:
        return PathWriter(setting.path, write, known_only=known_only).set_in(body, schema)
    except PathError as error:
        raise _error(
            setting.text,
            setting.marks[error.step],
            f"{target.name}: {error.problem}",
            did_you_mean(error.nearest),
        ) from None


def _json(raw: str, setting: Setting) -> Any:
    try:
        return json_text.loads(raw)
    except json_text.TextError as error:
        if setting.operator.endswith("@"):
            position = f"line {error.line}, column {error.column}"
            raise UsageError(
                f"{setting.raw!r} is not valid JSON: {position}: {error.problem}."
            ) from None
        start = len(setting.text) - len(raw)
        lines = raw.split("\n")[: error.line - 1]
        offset = start + sum(len(line) + 1 for line in lines) + error.column - 1
        quoting = "JSON strings must be quoted; use '=' for plain text."
        problem = f"--set {setting.name}: the value is not valid JSON: {error.problem}"
        raise _error(setting.text, offset, problem, quoting) from None


def _error(text: str, offset: int, problem: str, hint: str | None) -> UsageError:
    """Return an error that shows the argument with a caret, with possible secrets masked."""
    operator = _OPERATOR.search(text)
    end = operator.end() if operator else len(text)
    name, value = text[:end], text[end:]
    if _SECRET.search(text):
        value = re.sub(r"\w", "*", value)
    printable = "".join(char if char.isprintable() else " " for char in name + value)
    first = max(0, offset - _MAX_SHOWN // 2)
    lines = (printable[first : first + _MAX_SHOWN], " " * (offset - first) + "^")
    return UsageError(f"{problem}.", hint=hint or _SYNTAX, detail=lines)


class _Scanner:
    """A left-to-right scanner of one argument."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.offset = 0
        self.path: list[Step] = []
        self.marks: list[int] = []

    def setting(self) -> Setting:
        while not (operator := _OPERATOR.match(self.text, self.offset)):
            self.step()
            if len(self.path) > _MAX_DEPTH:
                raise self.error("the path is too long")
        if not self.path:
            raise self.error("missing name before the operator")
        raw = self.text[operator.end() :]
        return Setting(tuple(self.path), operator.group(), raw, self.text, tuple(self.marks))

    def step(self) -> None:
        """Read one name or index, with the dot before it."""
        if self.text.startswith("[", self.offset):
            self.index()
            return
        if self.path and not self.text.startswith(".", self.offset):
            raise self.error("missing '.', '[' or operator" if self.rest() else _NO_OPERATOR)
        self.offset += 1 if self.path else 0
        self.name()

    def index(self) -> None:
        match = _INDEX.match(self.text, self.offset)
        if not match:
            raise self.error("expected an index such as [0], or [] for a new item")
        self.add(int(match.group(1)) if match.group(1) else APPEND)
        self.offset = match.end()

    def name(self) -> None:
        start = self.offset
        name: list[str] = []
        while self.rest() and self.rest() not in ".[" and not self.at_operator():
            escaped = self.rest() == "\\" and self.offset + 1 < len(self.text)
            self.offset += escaped
            name.append(self.rest())
            self.offset += 1
        if not name:
            raise self.error("missing name" if self.rest() else _NO_OPERATOR)
        self.add("".join(name), start)

    def add(self, step: Step, start: int | None = None) -> None:
        self.path.append(step)
        self.marks.append(self.offset if start is None else start)

    def at_operator(self) -> bool:
        return _OPERATOR.match(self.text, self.offset) is not None

    def rest(self) -> str:
        """Return the current character, "" at the end."""
        return self.text[self.offset : self.offset + 1]

    def error(self, problem: str) -> UsageError:
        return _error(self.text, self.offset, f"Invalid --set: {problem}", None)


_NO_OPERATOR: Final = "missing operator such as '='"
