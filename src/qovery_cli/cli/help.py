"""Render the pages of ``--help`` from the command table.

Nothing else is imported, so that a page costs only the reading of one JSON file.
"""

from __future__ import annotations

from qovery_cli.cli import command_table, global_options
from qovery_cli.cli.command_table import CommandSpec, GroupSpec, ParameterSpec
from qovery_cli.frozen import changed

TYPE_CHECKING = False

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    Pair = tuple[str, str]

PROGRAM = "qovery"
#: Longer lines are hard to read.
WIDEST = 100
_NAMES = (
    "A NAME can also be an ID, a path such as project/environment/service, or the URL of a page of "
    "the console."
)
_GAP = 2
_WIDEST_NAME = 34


def fit(environ: Mapping[str, str], stream: object) -> tuple[int, bool]:
    """Return the width of pages on a stream (at most 100 columns), and whether titles are bold."""
    import os

    bold = bool(getattr(stream, "isatty", bool)()) and os.name == "posix"
    if environ.get("NO_COLOR") or environ.get("TERM") == "dumb":
        bold = False
    for name in ("TERMINAL_WIDTH", "COLUMNS"):
        width_setting = environ.get(name, "")
        if (
            width_setting.isascii()
            and width_setting.isdigit()
            and 0 < len(width_setting) <= 5
            and int(width_setting) > 0
        ):
            return min(int(width_setting), WIDEST), bold
    try:
        columns = os.get_terminal_size(stream.fileno()).columns  # type: ignore[attr-defined]
    except (OSError, ValueError, AttributeError):
        columns = 0
    return min(columns or WIDEST, WIDEST), bold


def group_page(path: Sequence[str], group: GroupSpec, width: int, bold: bool = False) -> str:
    """Return the help page of a group, or of the program for an empty path."""
    usage = " ".join([PROGRAM, *path, "COMMAND", "[options]"])
    parts = [group.summary, f"{_title('Usage', bold)}\n  {usage}"]
    panels: dict[str, list[Pair]] = {}
    for child in group.children.values():
        if not child.hidden:
            panel = child.panel or ("Command groups" if child.is_group else "Commands")
            panels.setdefault(panel, []).append((child.name, child.summary))
    parts += [_section(panel, pairs, width, bold) for panel, pairs in panels.items()]
    if not path:
        parts.append(_section("Shared options", _pairs(_global_options()), width, bold))
    if not path:
        parts.append("\n".join(wrap(_NAMES, width)))
    more = " ".join([PROGRAM, *path, "COMMAND", "--help"])
    parts.append(f"Use `{more}` for help on a command.")
    return "\n\n".join(parts) + "\n"


def command_page(command: CommandSpec, width: int, bold: bool = False) -> str:
    """Return the help page of a command."""
    parameters = [_of_page(command, p) for p in command.typed_parameters if not p.hidden]
    arguments = [p for p in parameters if p.kind == "argument"]
    options = [p for p in parameters if p.kind == "option"]
    parts = [command.summary]
    if command.about:
        parts += ["\n".join(wrap(p, width)) for p in command.about.strip().split("\n\n")]
    parts.append(_usage(command, arguments, options, width, bold))
    if arguments:
        pairs = [(_argument_name(p), _argument_description(p)) for p in arguments]
        parts.append(_section("Arguments", pairs, width, bold))
    for title, heading_options in _by_heading(options).items():
        parts.append(_section(title, _pairs(heading_options), width, bold))
    if command.examples:
        lines = "\n".join(f"  {line}" for line in command.examples)
        parts.append(f"{_title('Examples', bold)}\n{lines}")
    return "\n\n".join(parts) + "\n"


def _of_page(command: CommandSpec, parameter: ParameterSpec) -> ParameterSpec:
    """Return a parameter as it is shown: where a required one is required, unless everywhere."""
    if not parameter.required or not parameter.variants or not command.variants:
        return parameter
    same = [p for p in command.parameters if p.same_as == parameter.name]
    positions = {position for p in (parameter, *same) for position in p.variants}
    if len(positions) == len(command.variants) or not all(p.variants for p in same):
        return changed(parameter, variants=())
    selectors = [(command.variants[i].when or "").partition(" ") for i in sorted(positions)]
    if parameter.secret or not all(value for _, _, value in selectors):
        return parameter
    values = " or ".join(value for _, _, value in selectors)
    return changed(parameter, help=f"{parameter.help}, required with {selectors[0][0]} {values}")


def page(words: Sequence[str], width: int, bold: bool = False) -> str | None:
    """Return the help page for the words of a command line, None if they name no command."""
    node, path = command_table.index(), []
    for word in words:
        child = find_child(node, word)
        if child is None:
            return None
        node = child
        path.append(child.name)
    if node.is_group:
        return group_page(path, node, width, bold)
    return command_page(command_table.command(" ".join(path)), width, bold)


def find_child(group: GroupSpec, word: str) -> GroupSpec | None:
    """Return the child with this name or alias."""
    child = group.children.get(word)
    if child is None:
        child = next((c for c in group.children.values() if word in c.aliases), None)
    return child


def flags_of(parameter: ParameterSpec) -> list[str]:
    """Return the visible spellings of an option, the short one first."""
    long = parameter.flag or "--" + parameter.name.replace("_", "-")
    return [parameter.short, long] if parameter.short else [long]


def _global_options() -> Iterable[ParameterSpec]:
    return [p for p in (*global_options.SHARED, global_options.HELP) if not p.hidden]


def _by_heading(options: Sequence[ParameterSpec]) -> dict[str, list[ParameterSpec]]:
    """Return the options by heading, in the order of the page."""
    by_heading: dict[str, list[ParameterSpec]] = {REQUIRED: [], OPTIONS: []}
    for option in options:
        if option.where not in {"path", "cli"}:
            heading = REQUIRED if _is_mandatory(option) else option.panel or OPTIONS
            by_heading.setdefault(heading, []).append(option)
    for option in options:
        if option.where in {"path", "cli"}:
            heading = REQUIRED if _is_mandatory(option) else option.panel or _heading(option)
            by_heading.setdefault(heading, []).append(option)
    order = [title for title in by_heading if title not in _LAST]
    by_heading["Shared options"] = list(_global_options())
    return {title: by_heading[title] for title in (*order, *_LAST) if by_heading.get(title)}


REQUIRED, OPTIONS = "Required options", "Options"
_LAST = ("Scope", "Request body", "Confirmation and preview", "Shared options")
_ENGINE = {
    "Request body": {"file", "set", "skeleton", "no_validate", "replace"},
    "Confirmation and preview": {"yes", "confirm", "dry_run", "explain"},
}


def _heading(option: ParameterSpec) -> str:
    if option.resource:
        return "Scope"
    return next((title for title, names in _ENGINE.items() if option.name in names), OPTIONS)


def _is_mandatory(parameter: ParameterSpec) -> bool:
    """Return whether a parameter has no other source, such as the context or a prompt."""
    needed = parameter.required and not parameter.variants
    return needed and not parameter.variable and not parameter.secret


def _usage(
    command: CommandSpec,
    arguments: Sequence[ParameterSpec],
    options: Sequence[ParameterSpec],
    width: int,
    bold: bool,
) -> str:
    """Return the usage lines, optional arguments in brackets."""
    words = [
        name if _is_mandatory(p) else f"[{name}]" for p in arguments for name in [_argument_name(p)]
    ]
    words += [_option_name(p).strip() for p in options if _is_mandatory(p)]
    head = f"  {PROGRAM} {command.command}"
    lines = [head]
    for word in (*words, "[options]"):
        if len(lines[-1]) + 1 + len(word) <= width or lines[-1].isspace():
            lines[-1] += f" {word}"
        else:
            lines.append(f"      {word}")
    return "\n".join([_title("Usage", bold), *lines])


def _argument_name(parameter: ParameterSpec) -> str:
    name = parameter.metavar or parameter.name.upper().replace("_", "-")
    return name + ("..." if parameter.repeatable else "")


def _argument_description(parameter: ParameterSpec) -> str:
    words = _description(parameter)
    return f"{words}; also {parameter.flag}" if parameter.flag else words


def _pairs(parameters: Iterable[ParameterSpec]) -> list[Pair]:
    return [(_option_name(p), _description(p)) for p in parameters]


def _option_name(parameter: ParameterSpec) -> str:
    name = ", ".join(flags_of(parameter))
    name = name if parameter.short else "    " + name
    if parameter.is_flag:
        return name
    metavar = parameter.metavar or _metavar(parameter)
    return f"{name} {metavar}"


def _metavar(parameter: ParameterSpec) -> str:
    if parameter.resource:
        return "NAME"
    if parameter.secret:
        return "SECRET"
    if parameter.unit:
        return parameter.unit.upper()
    if parameter.enum:
        return str(parameter.flag).rpartition("-")[2].upper()
    kinds = {"integer": "NUMBER", "number": "NUMBER", "object": "KEY=VALUE,...", "array": "JSON"}
    return kinds.get(parameter.type, "TEXT")


def _description(parameter: ParameterSpec) -> str:
    notes = []
    if parameter.value_examples:
        notes.append("such as " + " or ".join(parameter.value_examples))
    elif parameter.enum:
        notes.append("one of " + ", ".join(choice or "''" for choice in parameter.enum))
    if parameter.secret:
        notes.append("read from @FILE, env:NAME or - for stdin")
    if parameter.repeatable and parameter.kind == "option":
        notes.append("repeatable")
    if parameter.default not in (None, [], ""):
        unit = f" {parameter.unit}" if parameter.unit else ""
        notes.append(f"default {_default_text(parameter.default)}{unit}")
    if parameter.required_at:
        notes.append(f"required in API {' and '.join(parameter.required_at)}")
    if len(parameter.api) == 1:
        notes.append(f"API {parameter.api[0]} only")
    if parameter.variable:
        notes.append(f"${parameter.variable}")
    if parameter.required and parameter.secret:
        notes.insert(0, "prompted for if omitted")
    if parameter.is_flag and parameter.where in {"body", "query"}:
        notes.insert(0, f"or --no-{str(parameter.flag)[2:]}")
    text = parameter.help or parameter.name.replace("_", " ").capitalize()
    return f"{text} ({'; '.join(notes)})" if notes else text


def _default_text(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def wrap(text: str, width: int) -> list[str]:
    """Split a text into lines of at most ``width`` characters; longer words are not broken.

    ``textwrap`` is not used because it imports ``re``, a third of the time budget of help.
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
