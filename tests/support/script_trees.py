"""What the scripts of completion know: read out of their text, each as its shell would."""

import re
import shlex
from collections.abc import Callable
from dataclasses import dataclass, field

#: Children by name, and what else they are called.
Group = tuple[list[str], dict[str, str]]

#: The specifications of options and of arguments, and the columns.
Command = tuple[list[str], list[str], list[str]]


@dataclass
class ScriptTree:
    """Groups (the root is ""), commands, and the options that need no command."""

    groups: dict[str, Group] = field(default_factory=dict)
    commands: dict[str, Command] = field(default_factory=dict)
    start: list[str] = field(default_factory=list)
    about: dict[str, str] = field(default_factory=dict)


def _between(text: str, start: str, end: str) -> list[str]:
    """Return the lines between two lines."""
    lines = text.splitlines()
    first = lines.index(start)
    return lines[first + 1 : lines.index(end, first)]


def _picked(specs: list[str], numbers: str, first: int) -> list[str]:
    return [specs[int(number) - first] for number in numbers.split()]


def _named(nodes: list[tuple[list[tuple[str, int]], dict[str, int]] | None]) -> dict[int, str]:
    """Return the full name of each node: the root first, children by their places."""
    names = {0: ""}
    for place, node in enumerate(nodes):
        for child, there in node[0] if node else []:
            names[there] = f"{names[place]} {child}".strip()
    return names


def bash(text: str) -> ScriptTree:
    """Return what the script for bash knows."""
    specs = [shlex.split(line)[0] for line in _between(text, "_qovery_options=(", ")")]
    rows = [shlex.split(line)[0] for line in _between(text, "_qovery_nodes=(", ")")]
    nodes = [None if row.startswith("|") else _bash_group(row) for row in rows]
    names, tree = _named(nodes), ScriptTree()
    for place, (row, node) in enumerate(zip(rows, nodes, strict=True)):
        if node is None:
            _, options, arguments, columns = row.split("|")
            tree.commands[names[place]] = _command(specs, options, arguments, columns, 0)
        else:
            kids, aliases = node
            last = {alias: names[there].rpartition(" ")[2] for alias, there in aliases.items()}
            tree.groups[names[place]] = ([kid for kid, _ in kids], last)
    (numbers,) = re.findall(r"^  own='([\d ]+)'$", text, re.MULTILINE)
    tree.start = _picked(specs, numbers, 0)
    return tree


def _bash_group(row: str) -> tuple[list[tuple[str, int]], dict[str, int]]:
    kids, _, others = row.partition(";")
    pairs = [
        [(name, int(place)) for name, place in (one.split(":") for one in part.split())]
        for part in (kids, others)
    ]
    return pairs[0], dict(pairs[1])


def _command(specs: list[str], options: str, arguments: str, columns: str, first: int) -> Command:
    heads = [head for head in columns.split(",") if head]
    return _picked(specs, options, first), _picked(specs, arguments, first), heads


_ZSH_QUOTED = r"'(?:[^']|'\\'')*'"
_ZSH_ROW = re.compile(rf"^  ({_ZSH_QUOTED})\) (.*) ;;$")
_ZSH_ARRAY = re.compile(rf"(\w+)=\(((?:{_ZSH_QUOTED}|[\d ])*)\)|(\w+)=({_ZSH_QUOTED})")


def zsh(text: str) -> ScriptTree:
    """Return what the script for zsh knows."""
    specs = [shlex.split(line)[0] for line in _between(text, "_qovery_options=(", ")")]
    offered = [shlex.split(line)[0] for line in _between(text, "_qovery_offered=(", ")")]
    tree = ScriptTree(about=_zsh_about(specs, offered))
    for line in text.splitlines():
        row = _ZSH_ROW.match(line)
        if row is None:
            continue
        name, found = shlex.split(row[1])[0], dict[str, list[str]]()
        for array, words, scalar, word in _ZSH_ARRAY.findall(row[2]):
            found[array or scalar] = shlex.split(words or word)
        if "kids" in found:
            aliases = (found.get("aliases") or [""])[0].split()
            kids = [kid.partition(":")[0] for kid in found["kids"]]
            tree.groups[name] = (kids, dict(alias.split("=") for alias in aliases))
        else:
            own, args = found["own"], found.get("args", [])
            options, arguments = (_picked(specs, " ".join(ids), 1) for ids in (own, args))
            tree.commands[name] = (options, arguments, found.get("columns", []))
    (numbers,) = re.findall(r"^  _qovery_node ''\n  own=\(([\d ]+)\)$", text, re.MULTILINE)
    tree.start = _picked(specs, numbers, 1)
    return tree


def _zsh_about(specs: list[str], offered: list[str]) -> dict[str, str]:
    """Return what is said of each option that is shown, which is the same for all its flags."""
    about = {}
    for spec, row in zip(specs, offered, strict=True):
        flags = spec.removeprefix("*").partition(";")[0].split()
        pairs = row.split("\t") if row else []
        assert sorted(pairs[::2]) == sorted(flags)
        if flags:
            (about[spec],) = set(pairs[1::2])
    return about


def fish(text: str) -> ScriptTree:
    """Return what the script for fish knows."""
    rows = _fish_list(text, "options")
    specs = [row.partition(":")[2].partition("\t")[0] for row in rows]
    about = dict(zip(specs, (row.partition("\t")[2] for row in rows), strict=True))
    kids = _fish_list(text, "kids")
    first, final = (_fish_numbers(text, name) for name in ("first", "final"))
    nodes: list[tuple[list[tuple[str, int]], dict[str, int]] | None] = []
    raw = _fish_list(text, "nodes")
    for place, row in enumerate(raw):
        if row.startswith("|"):
            nodes.append(None)
            continue
        own = [kid.partition("\t")[0].split(":") for kid in kids[first[place] - 1 : final[place]]]
        aliases = (one.split(":") for one in row.split())
        nodes.append(
            (
                [(name, int(number) - 1) for number, name in own],
                {name: int(number) - 1 for number, name in aliases},
            )
        )
    names, tree = _named(nodes), ScriptTree(about=about)
    for place, (row, node) in enumerate(zip(raw, nodes, strict=True)):
        if node is None:
            _, options, arguments, columns = row.split("|")
            tree.commands[names[place]] = _command(specs, options, arguments, columns, 1)
        else:
            last = {alias: names[there].rpartition(" ")[2] for alias, there in node[1].items()}
            tree.groups[names[place]] = ([kid for kid, _ in node[0]], last)
    (numbers,) = re.findall(r"^    set -l own ([\d ]+)$", text, re.MULTILINE)
    tree.start = _picked(specs, numbers, 1)
    return tree


def _fish_numbers(text: str, name: str) -> list[int]:
    (line,) = re.findall(rf"^set -g __qovery_{name} (.*)$", text, re.MULTILINE)
    return [int(number) for number in line.split()]


def _fish_list(text: str, name: str) -> list[str]:
    lines = text.splitlines()
    place = lines.index(f"set -g __qovery_{name} \\") + 1
    found = []
    while True:
        line = lines[place].strip()
        quoted = line.removesuffix("\\").rstrip()[1:-1]
        found.append(quoted.replace("\\'", "'").replace("\\\\", "\\"))
        if not line.endswith("\\"):
            return found
        place += 1


_PS_QUOTED = "'((?:[^'\u2018\u2019\u201a\u201b]|['\u2018\u2019\u201a\u201b]{2})*)'"


def powershell(text: str) -> ScriptTree:
    """Return what the script for PowerShell knows."""
    specs = [_ps_texts(line)[0] for line in _between(text, "    Options = @(", "    )")]
    about = [_ps_texts(line)[0] for line in _between(text, "    About = @(", "    )")]
    tree = ScriptTree(about=dict(zip(specs, about, strict=True)))
    for line in _between(text, "    Groups = @{", "    }"):
        name, aliases, *kids = _ps_texts(line)
        others = dict(alias.split("=") for alias in aliases.split())
        tree.groups[name] = ([kid.partition("\t")[0] for kid in kids], others)
    for line in _between(text, "    Commands = @{", "    }"):
        name, options, arguments, columns = _ps_texts(line)
        tree.commands[name] = _command(specs, options, arguments, columns, 0)
    (everywhere,) = re.findall(r"^    Everywhere = '(.*)'$", text, re.MULTILINE)
    (root,) = re.findall(r"^    Root = '(.*)'$", text, re.MULTILINE)
    tree.start = _picked(specs, f"{everywhere} {root}", 0)
    return tree


def _ps_texts(line: str) -> list[str]:
    doubled = re.compile("(['\u2018\u2019\u201a\u201b])\\1")
    return [doubled.sub(r"\1", found) for found in re.findall(_PS_QUOTED, line)]


READERS: dict[str, Callable[[str], ScriptTree]] = {
    "bash": bash,
    "zsh": zsh,
    "fish": fish,
    "powershell": powershell,
}
