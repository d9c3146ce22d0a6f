"""Secrets that a command is given: from a prompt, stdin, a file, a variable of the environment.

On the command line itself they work too, with a warning.
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


def secret_value(session: "Session", flag: str, given: str | None) -> str:
    """Return a secret, which the session then keeps out of what it prints.

    None asks for it without echo, ``-`` reads stdin, ``@FILE`` a file, ``env:NAME`` a variable of
    the environment; anything else is the secret itself and taken with a warning, because other
    users of the machine can read it there. An empty text is an empty secret. Raises UsageError
    naming the flag if nobody can be asked, for a source that is not there or empty, and for stdin
    that another option took.
    """
    secret = _secret(session, flag, given)
    session.secrets.add(secret)
    return secret


def _secret(session: "Session", flag: str, given: str | None) -> str:
    if given is None and not session.terminal.can_ask:
        raise UsageError(
            f"{flag} is missing, and there is no terminal to ask for it.",
            hint=f"Give it with {_ways(flag)}.",
        )
    if given is None:
        typed = hidden(f"{flag} (not shown):", session.terminal, flag=_ways(flag))
        return _not_empty(typed, flag, "what was typed")
    if given == "-":
        return _not_empty(without_line_end(session.stdin.read_text(flag)), flag, "standard input")
    if given.startswith("@"):
        return _not_empty(
            without_line_end(read_text(given[1:], flag)), flag, f"the file {given[1:]}"
        )
    if given.startswith("env:"):
        return _variable(session, given, flag)
    if given:
        problem = f"A secret on the command line can be read by others: give {_ways(flag)}."
    else:
        problem = f"{flag} is empty: the secret will have no value."
    warning(problem, session.terminal)
    return given


def _ways(flag: str) -> str:
    return f"{flag} - and a pipe, {flag} @FILE or {flag} env:NAME"


def _variable(session: "Session", given: str, flag: str) -> str:
    found = _VARIABLE.fullmatch(given)
    if found is None:
        raise UsageError(
            f"{flag}: 'env:' takes the name of a variable.",
            hint=f"{flag} env:MY_SECRET; a secret that begins with env: itself comes from a file.",
        )
    name = found.group(1)
    value = session.runtime.environ.get(name)
    if value is None:
        raise UsageError(f"{flag}: there is no variable {name} in the environment.")
    text = decode_variable(value, f"{flag}: the variable {name}")
    return _not_empty(text, flag, f"the variable {name}")


def _not_empty(secret: str, flag: str, source: str) -> str:
    if not secret:
        raise UsageError(
            f"{flag}: {source} is empty.",
            hint=f"Where an empty value is meant, give it with {flag} ''.",
        )
    return secret
