"""What the last word of an unfinished command line is to be, as the shells' scripts see it."""

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
    """The words before the last one, understood.

    ``typed`` has profile and levels of the scope that options name; ``flags`` every option with
    its value, as ``--flag=value``. ``awaiting`` is the option whose value comes next.
    """

    def __init__(self) -> None:
        self.command: Command | None = None
        self.typed: dict[str, str] = {}
        self.flags: set[str] = set()
        self.arguments = 0
        self.awaiting: Option | None = None
        self.ended = False

    def takes(self, option: Option, value: str) -> None:
        """Note that an option was given with a value."""
        first = option.shown[0] if option.shown else ""
        self.flags.add(f"{first}={value}")
        if first == "--profile":
            self.typed["profile"] = value
        elif first in _LEVELS:
            self.typed[_LEVELS[first]] = value


@record
class Asked:
    """A name is wanted: the code of its kinds, what is typed of it and in front of it."""

    kinds: str
    text: str
    lead: str
    is_argument: bool
    line: Line


def asked(words: Sequence[str]) -> Asked | None:
    """Return which name the last word is to be, None if it is to be something else."""
    line = understood(words[:-1])
    text, lead, is_argument = (words[-1] if words else ""), "", False
    option = line.awaiting
    if option is None and not line.ended and text.startswith("--") and "=" in text:
        flag, _, text = text.partition("=")
        option, lead = _option(line, flag), f"{flag}="
    elif option is None and line.command and (line.ended or not text.startswith("-")):
        option, is_argument = _argument(line), not line.ended
    if option is None or not (option.value or "").startswith("@"):
        return None
    return Asked(str(option.value)[1:], text, lead, is_argument, line)


def understood(words: Sequence[str]) -> Line:
    """Return what the words behind the program's name say; unknown ones are passed over."""
    line, node, path = Line(), command_table.index(), list[str]()
    for word in words:
        if line.awaiting is not None:
            line.takes(line.awaiting, word)
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
                line.takes(option, value)
            else:
                line.awaiting = option
        return
    for place, letter in enumerate(word[1:], 2):
        option = _option(line, f"-{letter}")
        if option is not None and option.value is not None:
            if word[place:]:
                line.takes(option, word[place:])
            else:
                line.awaiting = option
            return


def _option(line: Line, flag: str) -> Option | None:
    own = (*line.command.options, *line.command.arguments) if line.command else ()
    known = (*own, *grammar.everywhere())
    return next((option for option in known if flag in option.spellings), None)


def _argument(line: Line) -> Option | None:
    arguments = line.command.arguments if line.command else ()
    if line.arguments < len(arguments):
        return arguments[line.arguments]
    return arguments[-1] if arguments and arguments[-1].repeatable else None
