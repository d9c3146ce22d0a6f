"""Read secret option values from a prompt, stdin, a file or an environment variable.

Secrets on the command line itself are accepted with a warning.
"""

import re
from typing import TYPE_CHECKING, Final

from qovery_cli.body.text_input import decode_variable, read_text, without_line_end
from qovery_cli.errors import UsageError
from qovery_cli.output.message import warning
from qovery_cli.output.prompt import hidden

if TYPE_CHECKING:
    from qovery_cli.session.session import Session

_VARIABLE: Final = re.compile(r"env:([A-Za-z_][A-Za-z0-9_]*)")


def secret_value(session: "Session", flag: str, value: str | None) -> str:
    """Return the secret for an option, and record it so that the session never prints it.

    The value None prompts without echo, ``-`` reads stdin, ``@FILE`` a file and ``env:NAME`` an
    environment variable. Any other value is the secret itself; it prints a warning, because other
    users of the machine can see command lines. "" is an empty secret. Raises UsageError naming the
    option if there is no terminal to prompt on, if the source is missing or empty, or if another
    option reads stdin.
    """
    secret = _secret(session, flag, value)
    session.secrets.add(secret)
    return secret


def _secret(session: "Session", flag: str, value: str | None) -> str:
    if value is None and not session.terminal.can_ask:
        raise UsageError(
            f"{flag} is missing, and stdin is not a terminal.",
            hint=f"Use {_ways(flag)}.",
        )
    if value is None:
        typed = hidden(f"{flag} (not shown):", session.terminal, flag=_ways(flag))
        return _not_empty(typed, flag, "the input")
    if value == "-":
        return _not_empty(without_line_end(session.stdin.read_text(flag)), flag, "standard input")
    if value.startswith("@"):
        return _not_empty(
            without_line_end(read_text(value[1:], flag)), flag, f"the file {value[1:]}"
        )
    if value.startswith("env:"):
        return _variable(session, value, flag)
    if value:
        problem = f"Other users can read secrets on the command line; use {_ways(flag)}."
    else:
        problem = f"{flag} is empty: the secret will have no value."
    warning(problem, session.terminal)
    return value


def _ways(flag: str) -> str:
    return f"{flag} - and a pipe, {flag} @FILE or {flag} env:NAME"


def _variable(session: "Session", value: str, flag: str) -> str:
    match = _VARIABLE.fullmatch(value)
    if match is None:
        raise UsageError(
            f"{flag}: 'env:' must be followed by the name of a variable.",
            hint=f"Use {flag} env:MY_SECRET, or a file for a secret that starts with 'env:'.",
        )
    name = match.group(1)
    content = session.runtime.environ.get(name)
    if content is None:
        raise UsageError(f"{flag}: environment variable {name} is not set.")
    text = decode_variable(content, f"{flag}: the variable {name}")
    return _not_empty(text, flag, f"the variable {name}")


def _not_empty(secret: str, flag: str, source: str) -> str:
    if not secret:
        raise UsageError(
            f"{flag}: {source} is empty.",
            hint=f"Use {flag} '' for an empty value.",
        )
    return secret
