"""Secrets that a command is given: from a prompt, stdin, a file, or the line with a warning."""

from pathlib import Path
from typing import TYPE_CHECKING

from qovery_cli.errors import UsageError
from qovery_cli.output.message import warning
from qovery_cli.output.prompt import hidden

if TYPE_CHECKING:
    from qovery_cli.session.session import Session


def secret_value(session: "Session", flag: str, given: str | None) -> str:
    """Return a secret: asked for without echo, ``-`` from stdin, ``@FILE`` from a file.

    A value on the command line is taken with a warning, because other users of the machine can
    read it there. Raises UsageError naming the flag if nobody can be asked.
    """
    if given is None:
        return hidden(f"{flag} (not shown):", session.terminal, flag=f"{flag} - and a pipe")
    if given == "-":
        return session.world.read_stdin().removesuffix("\n")
    if given.startswith("@"):
        return _file(given[1:], flag)
    warning(
        f"A secret on the command line can be read by others: give {flag} - and a pipe, or "
        f"{flag} @FILE.",
        session.terminal,
    )
    return given


def _file(name: str, flag: str) -> str:
    try:
        return Path(name).read_text(encoding="utf-8").removesuffix("\n")
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or "it is not UTF-8 text"
        raise UsageError(f"{flag}: cannot read {name}: {reason}.", hint=f"{flag} @FILE") from None
