"""Questions: on stderr, only to a person, and each with the flag that answers it beforehand.

Ctrl-C passes through as KeyboardInterrupt.
"""

from qovery_cli.errors import DeclinedError, UsageError
from qovery_cli.output.sanitize import clean, one_line
from qovery_cli.output.style import paint
from qovery_cli.output.terminal import Terminal


def confirm(question: str, terminal: Terminal, *, flag: str = "--yes") -> bool:
    """Return whether the answer is yes; anything else but y or yes means no.

    Raises UsageError, naming the flag, if nobody can be asked, and DeclinedError if the input
    ends.
    """
    question = _asked(question, terminal, flag)
    return _answer(f"{question} [y/N] ", terminal).strip().casefold() in {"y", "yes"}


def type_name(
    question: str, name: str, terminal: Terminal, *, flag: str = "--confirm NAME"
) -> bool:
    """Return whether the name was typed, upper and lower case being the same.

    Raises as `confirm` does.
    """
    question = _asked(question, terminal, flag)
    wanted = one_line(name)
    answer = _answer(f"{question}\nType {_bold(wanted, terminal)} to confirm: ", terminal)
    return answer.strip().casefold() == wanted.strip().casefold()


def hidden(question: str, terminal: Terminal, *, flag: str) -> str:
    """Return what was typed without showing it, which may be nothing.

    Raises as `confirm` does, and UsageError where a terminal cannot stop showing what is typed.
    """
    import getpass
    import warnings

    question = _asked(question, terminal, flag)
    with warnings.catch_warnings():
        # getpass would go on and show the secret.
        warnings.simplefilter("error", getpass.GetPassWarning)
        try:
            return getpass.getpass(f"{question} ", stream=terminal.stderr)
        except getpass.GetPassWarning as warning:
            raise UsageError(
                "This terminal cannot hide what is typed.", hint=f"Use {flag}."
            ) from warning
        except EOFError:
            raise _declined(terminal) from None


def _asked(question: str, terminal: Terminal, flag: str) -> str:
    """Return the question as it is safe to display."""
    question = clean(question)
    if not terminal.can_ask or terminal.stdin is None:
        raise UsageError(f"{question} There is no terminal to ask on.", hint=f"Answer with {flag}.")
    return question


def _answer(text: str, terminal: Terminal) -> str:
    assert terminal.stdin is not None
    terminal.tell(text)
    line = terminal.stdin.readline()
    if not line:
        raise _declined(terminal)
    return line


def _declined(terminal: Terminal) -> DeclinedError:
    # The cursor still stands behind the question.
    terminal.tell("\n")
    return DeclinedError("There was no answer.", hint="Nothing was done.")


def _bold(text: str, terminal: Terminal) -> str:
    return paint(text, "bold", terminal.color_err)
