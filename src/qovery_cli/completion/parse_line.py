"""Parse an unfinished command line by the rules of the completion scripts."""

from __future__ import annotations

from qovery_cli.cli import command_table
from qovery_cli.cli import help as pages
from qovery_cli.completion import grammar
from qovery_cli.completion.grammar import Command, Option
from qovery_cli.config.scope import FLAGS
from qovery_cli.frozen import record

TYPE_CHECKING = False

if TYPE_CHECKING:
    from collections.abc import Sequence

_LEVELS = {flag: level for level, flag in FLAGS.items()}


class Line:
    """The parsed words before the last one.

    ``typed`` has the profile and the scope levels from options; ``flags`` has every option with its
    value, as ``--flag=value``. ``awaiting`` is the option whose value is the next word.
    """

    def __init__(self) -> None:
        self.command: Command | None = None
        self.typed: dict[str, str] = {}
        self.flags: set[str] = set()
        self.arguments = 0
        self.awaiting: Option | None = None
        self.ended = False

    def add_option(self, option: Option, value: str) -> None:
        """Record an option with its value."""
        first = option.shown[0] if option.shown else ""
        self.flags.add(f"{first}={value}")
        if first == "--profile":
            self.typed["profile"] = value
        elif first in _LEVELS:
            self.typed[_LEVELS[first]] = value


@record
class NameRequest:
    """A name to complete: the code of its kinds, its typed part, and the text in front of it."""

    kinds: str
    text: str
    lead: str
    is_argument: bool
    line: Line


def parse_line(words: Sequence[str]) -> NameRequest | None:
    """Return the name to complete in the last word, None if it is not a resource name."""
    line = parse_words(words[:-1])
    text, lead, is_argument = (words[-1] if words else ""), "", False
    option = line.awaiting
    if option is None and not line.ended and text.startswith("--") and "=" in text:
        flag, _, text = text.partition("=")
        option, lead = _option(line, flag), f"{flag}="
    elif option is None and line.command and (line.ended or not text.startswith("-")):
        option, is_argument = _argument(line), not line.ended
    if option is None or not (option.value or "").startswith("@"):
        return None
    return NameRequest(str(option.value)[1:], text, lead, is_argument, line)


def parse_words(words: Sequence[str]) -> Line:
    """Parse the words after the program's name; unknown options are skipped."""
    line, node, path = Line(), command_table.index(), list[str]()
    for word in words:
        if line.awaiting is not None:
            line.add_option(line.awaiting, word)
            line.awaiting = None
        elif word == "--" and not line.ended:
            line.ended = True
        elif word.startswith("-") and len(word) > 1 and not line.ended:
            _flag(line, word)
        elif node.is_group:
            child = pages.find_child(node, word)
            if child is None:
                return Line()
            node = child
            path.append(child.name)
            if not node.is_group:
                line.command = grammar.command(command_table.command(" ".join(path)))
        else:
            line.arguments += 1
    return line


def _flag(line: Line, word: str) -> None:
    if word.startswith("--"):
        flag, equals, value = word.partition("=")
        option = _option(line, flag)
        if option is not None and option.value is not None:
            if equals:
                line.add_option(option, value)
            else:
                line.awaiting = option
        return
    for position, letter in enumerate(word[1:], 2):
        option = _option(line, f"-{letter}")
        if option is not None and option.value is not None:
            if word[position:]:
                line.add_option(option, word[position:])
            else:
                line.awaiting = option
            return


def _option(line: Line, flag: str) -> Option | None:
    of_command = (*line.command.options, *line.command.arguments) if line.command else ()
    options = (*of_command, *grammar.everywhere())
    return next((option for option in options if flag in option.spellings), None)


def _argument(line: Line) -> Option | None:
    arguments = line.command.arguments if line.command else ()
    if line.arguments < len(arguments):
        return arguments[line.arguments]
    return arguments[-1] if arguments and arguments[-1].repeatable else None
