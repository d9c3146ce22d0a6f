"""Find the line of a key in a TOML file; ``tomllib`` only locates syntax errors."""

import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

#: What leads to a value: keys of tables and positions in arrays.
Keys = Sequence[str | int]

_POSITION = re.compile(r" \(at (?:line (\d+), column \d+|end of document)\)$")


@dataclass(frozen=True)
class TomlSource:
    """The text of a TOML file."""

    name: str
    text: str

    @classmethod
    def read(cls, path: Path) -> "TomlSource":
        """Return the source of a file; raise OSError if it cannot be read."""
        return cls(path.name, path.read_text(encoding="utf-8"))

    def parse(self) -> dict[str, Any]:
        """Return the tables of the file; raise ValueError with file and line if it is no TOML."""
        try:
            return tomllib.loads(self.text)
        except tomllib.TOMLDecodeError as error:
            position = _POSITION.search(str(error))
            line = (position and position[1]) or len(self.text.splitlines())
            raise ValueError(f"{self.name}:{line}: {_POSITION.sub('', str(error))}") from error

    def locate(self, keys: Keys) -> str:
        """Return ``org.toml:12``, the line where the deepest of these keys is defined."""
        return f"{self.name}:{self._line(tuple(keys))}"

    def _line(self, keys: tuple[str | int, ...]) -> int:
        line, depth = 1, 0
        table: tuple[str, ...] = ()
        for first, statement, values in _statements(self.text):
            if statement.lstrip().startswith("["):
                table = _header(values)
                common = _common(table, keys)
            elif table == keys[: len(table)]:
                common = len(table) + _depth(values, keys[len(table) :])
            else:
                continue
            if common > depth:
                line, depth = first + _offset(statement, keys[len(table) : common]), common
        return line


def _statements(text: str) -> Iterator[tuple[int, str, dict[str, Any]]]:
    """Yield the line number, the text and the value of each header and key."""
    first, statement = 1, ""
    for number, line in enumerate(text.splitlines(keepends=True), 1):
        first, statement = (first, statement) if statement else (number, "")
        statement += line
        values = _parsed(statement)
        if values is None:
            continue  # a string or an array that ends on a later line
        if values:
            yield first, statement, values
        statement = ""


def _parsed(text: str) -> dict[str, Any] | None:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        return None


def _header(values: Any) -> tuple[str, ...]:
    """Return the keys in ``["org list".fields.name]``, as parsed."""
    keys: tuple[str, ...] = ()
    while isinstance(values, dict) and values:
        ((key, values),) = values.items()
        keys = (*keys, key)
    return keys


def _common(table: Keys, keys: Keys) -> int:
    count = 0
    for left, right in zip(table, keys, strict=False):
        if left != right:
            break
        count += 1
    return count


def _depth(values: Any, keys: Keys) -> int:
    """Return how many of the keys lead into a value."""
    for count, key in enumerate(keys):
        inside = isinstance(values, dict) and key in values
        if not inside and not (isinstance(values, list) and key in range(len(values))):
            return count
        values = values[key]
    return len(keys)


def _offset(statement: str, keys: Keys) -> int:
    """Return how many lines below the first one of a statement an item of its array begins."""
    lines = statement.splitlines()
    for depth, key in enumerate(keys):
        if isinstance(key, int):
            for count in range(1, len(lines)):
                start = _parsed("\n".join(lines[:count]) + "\n]")
                if start is not None and _depth(start, keys[: depth + 1]) > depth:
                    return count - 1
            return len(lines) - 1
    return 0
