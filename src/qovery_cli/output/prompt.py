"""Interactive prompts on stderr, each with a flag that answers it non-interactively.

Ctrl-C raises KeyboardInterrupt.
"""

from qovery_cli.errors import DeclinedError, UsageError
from qovery_cli.output.sanitize import clean, one_line
from qovery_cli.output.style import paint
from qovery_cli.output.terminal import Terminal


def confirm(question: str, terminal: Terminal, *, flag: str = "--yes") -> bool:
    """Return true if the answer is y or yes, false for anything else.

    Raises UsageError, naming the flag, without a terminal, and DeclinedError at the end of input.
    """
    question = _check_interactive(question, terminal, flag)
    return _read_answer(f"{question} [y/N] ", terminal).strip().casefold() in {"y", "yes"}


def type_name(
    question: str, name: str, terminal: Terminal, *, flag: str = "--confirm NAME"
) -> bool:
    """Return true if the name was typed, ignoring case.

    Raises the errors of `confirm`.
    """
    question = _check_interactive(question, terminal, flag)
    wanted = one_line(name)
    answer = _read_answer(f"{question}\nType {_bold(wanted, terminal)} to confirm: ", terminal)
    return answer.strip().casefold() == wanted.strip().casefold()


def hidden(question: str, terminal: Terminal, *, flag: str) -> str:
    """Read a line without echo, which may be empty.

    Raises the errors of `confirm`, and UsageError if the terminal cannot disable echo.
    """
    import getpass
    import warnings

    question = _check_interactive(question, terminal, flag, "Input")
    with warnings.catch_warnings():
        # getpass only warns, and then echoes the secret.
        warnings.simplefilter("error", getpass.GetPassWarning)
        try:
            return getpass.getpass(f"{question} ", stream=terminal.stderr)
        except getpass.GetPassWarning as warning:
            raise UsageError("This terminal cannot hide input.", hint=f"Use {flag}.") from warning
        except EOFError:
            raise _declined(terminal) from None


def _check_interactive(
    question: str, terminal: Terminal, flag: str, need: str = "Confirmation"
) -> str:
    """Return the sanitized question; raise UsageError without a terminal."""
    question = clean(question)
    if not terminal.can_ask or terminal.stdin is None:
        raise UsageError(
            f"{need} required, but stdin is not a terminal.",
            hint=f"Re-run with {flag}.",
            detail=(question,),
        )
    return question


def _read_answer(text: str, terminal: Terminal) -> str:
    assert terminal.stdin is not None
    terminal.tell(text)
    line = terminal.stdin.readline()
    if not line:
        raise _declined(terminal)
    return line


def _declined(terminal: Terminal) -> DeclinedError:
    # The cursor is still at the end of the question.
    terminal.tell("\n")
    return DeclinedError("No answer; nothing was done.")


def _bold(text: str, terminal: Terminal) -> str:
    return paint(text, "bold", terminal.color_err)
