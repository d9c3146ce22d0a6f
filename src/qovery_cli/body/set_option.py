r"""What one ``--set`` argument says, and a body with it done.

``a.b[0].c=value``: "=" reads the value as the declared type, ":=" as JSON, "=@" takes a file's
text and ":=@" a file's JSON. ``[]`` adds an item to a list and ``\.`` is a dot within a name.
"""

import re
from typing import Any, Final

from qovery_cli.body import json_text, schemas
from qovery_cli.body.coerce import Target, coerce
from qovery_cli.body.json_path import APPEND, PathError, PathWriter, Step
from qovery_cli.body.suggestions import did_you_mean
from qovery_cli.body.text_input import read_text, without_line_end
from qovery_cli.errors import UsageError
from qovery_cli.frozen import record

_SYNTAX: Final = (
    "Write NAME=VALUE, NAME:=JSON, NAME=@FILE or NAME:=@FILE, with NAME such as ports[0].name."
)
#: Deeper than any body of the API, and an index longer than any list.
_MAX_DEPTH: Final = 40
_INDEX: Final = re.compile(r"\[([0-9]{0,6})\]")
_OPERATOR: Final = re.compile(r":=@|:=|=@|=")
_SECRET: Final = re.compile(r"secret|password|token|credential|private|key", re.IGNORECASE)
#: How much of an argument an error repeats.
_MAX_SHOWN: Final = 200


@record
class Setting:
    """One argument, taken apart: the steps of its path, its operator, its value as written.

    ``marks`` are the places in ``text`` where each step begins, for the caret of an error.
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
        """The path as it was written."""
        return self.text[: len(self.text) - len(self.raw) - len(self.operator)]


def parse(text: str) -> Setting:
    """Return a ``--set`` argument taken apart, or raise UsageError with a caret at the fault."""
    try:
        json_text.check_text(text)
    except json_text.TextError as error:
        raise UsageError(f"A --set argument cannot be read: {error.problem}.") from None
    return _Scanner(text).setting()


def apply(
    body: Any,
    setting: Setting,
    schema: schemas.Schema,
    level: str,
    *,
    known_only: bool = True,
) -> Any:
    """Return the body with the setting done; the body given in stays as it is.

    Objects and lists on the way are made where they are not there yet. Without ``known_only``, a
    field that is not declared is sent as a text instead of being refused. UsageError says what is
    wrong with the path or the value.
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
            f"{target.quoted}: {error.problem}",
            did_you_mean(error.nearest),
        ) from None


def _json(raw: str, setting: Setting) -> Any:
    try:
        return json_text.loads(raw)
    except json_text.TextError as error:
        if setting.operator.endswith("@"):
            where = f"line {error.line}, column {error.column}"
            raise UsageError(
                f"{setting.raw!r} is not valid JSON: {where}: {error.problem}."
            ) from None
        start = len(setting.text) - len(raw)
        lines = raw.split("\n")[: error.line - 1]
        place = start + sum(len(line) + 1 for line in lines) + error.column - 1
        quoting = "A text needs quotes in JSON; with '=' it does not."
        problem = f"'--set {setting.name}': the value is not valid JSON: {error.problem}"
        raise _error(setting.text, place, problem, quoting) from None


def _error(text: str, place: int, problem: str, hint: str | None) -> UsageError:
    """Return an error that shows the argument with a caret, and nothing that may be a secret."""
    found = _OPERATOR.search(text)
    end = found.end() if found else len(text)
    name, value = text[:end], text[end:]
    if _SECRET.search(text):
        value = re.sub(r"\w", "*", value)
    shown = "".join(char if char.isprintable() else " " for char in name + value)
    first = max(0, place - _MAX_SHOWN // 2)
    lines = (shown[first : first + _MAX_SHOWN], " " * (place - first) + "^")
    return UsageError(f"{problem}.", hint=hint or _SYNTAX, detail=lines)


class _Scanner:
    """Reads an argument from left to right."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.place = 0
        self.path: list[Step] = []
        self.marks: list[int] = []

    def setting(self) -> Setting:
        while not (found := _OPERATOR.match(self.text, self.place)):
            self.step()
            if len(self.path) > _MAX_DEPTH:
                raise self.error("the path is too long")
        if not self.path:
            raise self.error("a name is missing before the operator")
        raw = self.text[found.end() :]
        return Setting(tuple(self.path), found.group(), raw, self.text, tuple(self.marks))

    def step(self) -> None:
        """Read one name or index, with the dot before it."""
        if self.text.startswith("[", self.place):
            self.index()
            return
        if self.path and not self.text.startswith(".", self.place):
            raise self.error("a '.', '[' or operator is missing" if self.rest() else _NO_OPERATOR)
        self.place += 1 if self.path else 0
        self.name()

    def index(self) -> None:
        found = _INDEX.match(self.text, self.place)
        if not found:
            raise self.error("an index is [0], [1] and so on, or [] for a new item")
        self.add(int(found.group(1)) if found.group(1) else APPEND)
        self.place = found.end()

    def name(self) -> None:
        start = self.place
        name: list[str] = []
        while self.rest() and self.rest() not in ".[" and not self.at_operator():
            escaped = self.rest() == "\\" and self.place + 1 < len(self.text)
            self.place += escaped
            name.append(self.rest())
            self.place += 1
        if not name:
            raise self.error("a name is missing" if self.rest() else _NO_OPERATOR)
        self.add("".join(name), start)

    def add(self, step: Step, start: int | None = None) -> None:
        self.path.append(step)
        self.marks.append(self.place if start is None else start)

    def at_operator(self) -> bool:
        return _OPERATOR.match(self.text, self.place) is not None

    def rest(self) -> str:
        """Return the character at this place, or nothing at the end."""
        return self.text[self.place : self.place + 1]

    def error(self, problem: str) -> UsageError:
        return _error(self.text, self.place, f"A --set argument is not valid: {problem}", None)


_NO_OPERATOR: Final = "an operator such as '=' is missing"
