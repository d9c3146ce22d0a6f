"""The pages that ``--help`` prints, made from the command table alone.

Nothing else is imported: a page costs the reading of one JSON file.
"""

from __future__ import annotations

from qovery_cli.cli import rows, shared_rows
from qovery_cli.cli.rows import CommandRow, GroupRow, ParameterRow

TYPE_CHECKING = False

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    Pair = tuple[str, str]

PROGRAM = "qovery"
#: Longer lines are hard to read.
WIDEST = 100
_GAP = 2
_WIDEST_NAME = 34


def fit(environ: Mapping[str, str], stream: object) -> tuple[int, bool]:
    """Return the width of a page on a stream, at most 100 columns, and whether titles are bold."""
    import os

    bold = bool(getattr(stream, "isatty", bool)()) and os.name == "posix"
    if environ.get("NO_COLOR") or environ.get("TERM") == "dumb":
        bold = False
    for name in ("TERMINAL_WIDTH", "COLUMNS"):
        given = environ.get(name, "")
        if given.isascii() and given.isdigit() and 0 < len(given) <= 5 and int(given) > 0:
            return min(int(given), WIDEST), bold
    try:
        columns = os.get_terminal_size(stream.fileno()).columns  # type: ignore[attr-defined]
    except (OSError, ValueError, AttributeError):
        columns = 0
    return min(columns or WIDEST, WIDEST), bold


def group_page(path: Sequence[str], group: GroupRow, width: int, bold: bool = False) -> str:
    """Return the page of a group, or of the whole program for an empty path."""
    usage = " ".join([PROGRAM, *path, "COMMAND", "[options]"])
    parts = [group.summary, f"{_title('Usage', bold)} {usage}"]
    panels: dict[str, list[Pair]] = {}
    for child in group.children.values():
        if not child.hidden:
            panels.setdefault(child.panel or "Commands", []).append((child.name, child.summary))
    parts += [_section(panel, pairs, width, bold) for panel, pairs in panels.items()]
    if not path:
        parts.append(_section("Shared options", _pairs(_everywhere()), width, bold))
    more = " ".join([PROGRAM, *path, "COMMAND", "--help"])
    parts.append(f"{more} explains a command.")
    return "\n\n".join(parts) + "\n"


def command_page(command: CommandRow, width: int, bold: bool = False) -> str:
    """Return the page of one command."""
    parameters = [p for p in command.typed_parameters if not p.hidden]
    arguments = [p for p in parameters if p.kind == "argument"]
    options = [p for p in parameters if p.kind == "option"]
    parts = [command.summary]
    if command.about:
        parts += ["\n".join(wrap(p, width)) for p in command.about.strip().split("\n\n")]
    parts.append(f"{_title('Usage', bold)} {_usage(command, arguments)}")
    if arguments:
        pairs = [(_argument_name(p), _argument_words(p)) for p in arguments]
        parts.append(_section("Arguments", pairs, width, bold))
    for title, chosen in (
        ("Options", [p for p in options if p.where in {"body", "query"}]),
        ("Scope and behaviour", [p for p in options if p.where in {"path", "cli"}]),
        ("Shared options", list(_everywhere())),
    ):
        if chosen:
            parts.append(_section(title, _pairs(chosen), width, bold))
    if command.examples:
        lines = "\n".join(f"  {line}" for line in command.examples)
        parts.append(f"{_title('Examples', bold)}\n{lines}")
    return "\n\n".join(parts) + "\n"


def page(words: Sequence[str], width: int, bold: bool = False) -> str | None:
    """Return the page for the words of a command line, or None if they name no command."""
    node, path = rows.index(), []
    for word in words:
        child = find_child(node, word)
        if child is None:
            return None
        node = child
        path.append(child.name)
    if node.is_group:
        return group_page(path, node, width, bold)
    return command_page(rows.command(" ".join(path)), width, bold)


def find_child(group: GroupRow, word: str) -> GroupRow | None:
    """Return the child with this name or alias."""
    found = group.children.get(word)
    if found is None:
        found = next((c for c in group.children.values() if word in c.aliases), None)
    return found


def flags_of(parameter: ParameterRow) -> list[str]:
    """Return the visible spellings of an option, the short one first."""
    long = parameter.flag or "--" + parameter.name.replace("_", "-")
    if parameter.is_flag and parameter.where in {"body", "query"}:
        long = f"{long}/--no-{long[2:]}"
    return [parameter.short, long] if parameter.short else [long]


def _everywhere() -> Iterable[ParameterRow]:
    return [p for p in (*shared_rows.SHARED, shared_rows.HELP) if not p.hidden]


def _usage(command: CommandRow, arguments: Sequence[ParameterRow]) -> str:
    named = [_argument_name(p) for p in arguments]
    return " ".join([PROGRAM, command.command, *(f"[{name}]" for name in named), "[options]"])


def _argument_name(parameter: ParameterRow) -> str:
    name = parameter.metavar or parameter.name.upper().replace("_", "-")
    return name + ("..." if parameter.repeatable else "")


def _argument_words(parameter: ParameterRow) -> str:
    words = _words(parameter)
    return f"{words}; or {parameter.flag} {_argument_name(parameter)}" if parameter.flag else words


def _pairs(parameters: Iterable[ParameterRow]) -> list[Pair]:
    return [(_option_name(p), _words(p)) for p in parameters]


def _option_name(parameter: ParameterRow) -> str:
    name = ", ".join(flags_of(parameter))
    name = name if parameter.short else "    " + name
    if parameter.is_flag:
        return name
    metavar = parameter.metavar or _metavar(parameter)
    return f"{name} {metavar}"


def _metavar(parameter: ParameterRow) -> str:
    if parameter.resource:
        return "NAME"
    if parameter.secret:
        return "SECRET"
    if parameter.unit:
        return parameter.unit.upper()
    kinds = {"integer": "NUMBER", "number": "NUMBER", "object": "KEY=VALUE,...", "array": "JSON"}
    return kinds.get(parameter.type, "VALUE" if parameter.enum else "TEXT")


def _words(parameter: ParameterRow) -> str:
    notes = []
    if parameter.such_as:
        notes.append("such as " + " or ".join(parameter.such_as))
    elif parameter.enum:
        notes.append("one of " + ", ".join(choice or "''" for choice in parameter.enum))
    if parameter.secret:
        notes.append("- for stdin, @FILE or env:NAME")
    if parameter.repeatable:
        notes.append("repeatable")
    if parameter.default not in (None, [], ""):
        notes.append(f"default {_plain(parameter.default)}")
    if len(parameter.api) == 1:
        notes.append(f"API {parameter.api[0]}")
    if parameter.variable:
        notes.append(f"${parameter.variable}")
    if parameter.required and parameter.where in {"body", "query"}:
        notes.insert(0, "asked for if left out" if parameter.secret else "required")
    text = parameter.help or parameter.name.replace("_", " ").capitalize()
    return f"{text} ({'; '.join(notes)})" if notes else text


def _plain(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def wrap(text: str, width: int) -> list[str]:
    """Return a text in lines of at most so many characters, longer words whole.

    Not textwrap: that imports ``re``, a third of what help may cost.
    """
    lines: list[str] = []
    for word in text.split():
        if lines and len(lines[-1]) + 1 + len(word) <= width:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines


def _title(text: str, bold: bool) -> str:
    return f"\x1b[1m{text}:\x1b[0m" if bold else f"{text}:"


def _section(title: str, pairs: Sequence[Pair], width: int, bold: bool) -> str:
    longest = max((len(name) for name, _ in pairs if len(name) <= _WIDEST_NAME), default=12)
    indent = 2 + longest + _GAP
    lines = [_title(title, bold)]
    for name, text in pairs:
        wrapped = wrap(text, max(width - indent, 24)) or [""]
        if len(name) > longest:
            lines.append(f"  {name}")
            lines.append(" " * indent + wrapped[0])
        else:
            lines.append(f"  {name:<{longest}}{' ' * _GAP}{wrapped[0]}".rstrip())
        lines += [" " * indent + line for line in wrapped[1:]]
    return "\n".join(lines)
