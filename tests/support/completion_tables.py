"""Read the tables of completion as the scripts of the shells do."""

import re
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Row:
    """A line: its first field, its summary, and the API levels that lack it."""

    words: str
    summary: str
    lacking: tuple[str, ...] = ()

    @property
    def spellings(self) -> list[str]:
        """All flags of an option."""
        return self.words.lstrip("*").partition("|")[0].replace(";", " ").split()

    @property
    def value(self) -> str | None:
        """The code of the value of an option, None if it takes none."""
        return self.words.partition("|")[2] if "|" in self.words else None


@dataclass(frozen=True)
class CommandTable:
    """The arguments, options and columns of a command."""

    arguments: list[Row]
    options: list[Row]
    columns: list[str]


class Tables:
    """The files of a folder: groups (the root is "") and commands by their full names."""

    def __init__(self, folder: Path) -> None:
        self.groups: dict[str, list[Row]] = {}
        self.commands: dict[str, CommandTable] = {}
        for path in sorted(folder.rglob("*.tsv")):
            name = path.relative_to(folder).with_suffix("").as_posix().replace("/", " ")
            if path.stem == "_index":
                self.groups[name.removesuffix("_index").strip()] = _rows(path, 0)
        self.everywhere, self.root, self.shared = _split(folder / "_options.tsv")
        for path in sorted(folder.rglob("[!_]*.tsv")):
            name = path.relative_to(folder).with_suffix("").as_posix().replace("/", " ")
            self.commands[name] = _command(path, self.shared)
        scope = (folder / "_scope.tsv").read_text(encoding="utf-8").splitlines()
        self.scope = [line.split("\t") for line in scope]


def _lines(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8").splitlines()


def _rows(path: Path, first: int) -> list[Row]:
    rows = []
    for line in _lines(path)[first:]:
        words, summary, *lacking = line.split("\t")
        levels = " ".join(lacking)
        assert not levels or levels.startswith("!")
        rows.append(Row(words, summary, tuple(levels.lstrip("!").split())))
    return rows


def _split(path: Path) -> tuple[list[Row], list[Row], list[Row]]:
    everywhere, root = (int(number) - 1 for number in _lines(path)[0].split())
    rows = _rows(path, 1)
    return rows[:everywhere], rows[everywhere:root], rows[root:]


def _command(path: Path, shared: list[Row]) -> CommandTable:
    first, columns = _lines(path)[0].split("\t")
    count, *references = first.split()
    rows, last = _rows(path, 1), int(count) - 1
    by_word = {re.split("[ ;]", row.words)[0]: row for row in shared}
    options = rows[last:] + [by_word[word] for word in references]
    return CommandTable(rows[:last], options, [name for name in columns.split(",") if name])
