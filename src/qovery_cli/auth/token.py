"""Which token is used, where it comes from, and how it is sent.

A token in a variable wins over the profile's own, unless ``--profile`` is on the command line. A
stored token is sent only to the origin (scheme, host, port) that it was stored for.
"""

import string
from collections.abc import Mapping
from typing import Protocol

from qovery_cli.config.profiles import DEFAULT, Profile, StoredToken
from qovery_cli.config.settings import Settings
from qovery_cli.config.validation import url_origin
from qovery_cli.errors import AuthError
from qovery_cli.frozen import record

#: Where a token may be given, the strongest first; the later two are those of Qovery's own CLI.
VARIABLES = ("QOVERY_API_TOKEN", "QOVERY_CLI_ACCESS_TOKEN", "Q_CLI_ACCESS_TOKEN")

#: The commands that help somebody without a token.
WAYS_IN = (
    "Sign in with `qovery auth login`, or set QOVERY_API_TOKEN. "
    "To try things without an account: `qovery sandbox demo`."
)

_VISIBLE = frozenset(string.ascii_letters + string.digits + string.punctuation)
_SHORTEST_SHOWN = 16


class Store(Protocol):
    """What find_token needs of a place that keeps tokens; see store.TokenStore."""

    def load(self, profile: Profile) -> str | None:
        """Return the token of a profile, or None if it has none."""


@record
class Token:
    """A token, where it was found (variable, keyring or file), and the scheme it is sent with."""

    value: str
    source: str
    scheme: str

    def __repr__(self) -> str:
        return f"Token({masked(self.value)!r}, source={self.source!r}, scheme={self.scheme!r})"

    @property
    def authorization(self) -> str:
        """The value of the Authorization header: not for a log."""
        return f"{self.scheme} {self.value}"


def find_token(settings: Settings, environ: Mapping[str, str], store: Store) -> Token:
    """Return the token to use.

    Raises AuthError if there is none, if it has characters that no token has, if it was stored
    for another host, or if the place that keeps it does not answer.
    """
    if not settings.profile_on_command_line:
        for variable in VARIABLES:
            if is_set(environ, variable):
                return _token(environ[variable], variable)
    stored = settings.stored.token
    if stored is None:
        raise _none(settings, environ)
    check_host(settings, stored)
    value = store.load(settings.stored)
    if value is None:
        raise _none(settings, environ)
    return _token(value, source_of(settings, stored))


def check_host(settings: Settings, stored: StoredToken) -> None:
    """Raise AuthError if the API URL in use is not of the origin that a token was stored for."""
    meant, used = url_origin(stored.url), url_origin(settings.api_url)
    if meant == used:
        return
    raise AuthError(
        f"The token of profile {settings.profile} is for {meant}, not for {used}.",
        hint=f"The URL comes from {settings.origins['api_url']}. Change it, set "
        f"QOVERY_API_TOKEN, or use a profile that is signed in to {used}.",
    )


def check_value(text: str, source: str) -> str:
    """Return a token, without white space around it, that may be sent in a header.

    Files and variables of pipelines often end with a line break. Raises AuthError, which does not
    show the token, if it is empty or has characters that no token has.
    """
    value = text.strip()
    if value and all(character in _VISIBLE for character in value):
        return value
    what = "has white space in it, or characters that no token has" if value else "is empty"
    raise AuthError(
        f"The token from {source} {what}.",
        hint="Give the token alone: no quotes, no line end, no word such as Bearer before it.",
    )


def scheme_of(value: str) -> str:
    """Return ``Bearer`` for a JWT, which has three parts with dots between, else ``Token``.

    Qovery's own CLI draws the same line: API tokens have no dots.
    """
    parts = value.split(".")
    return "Bearer" if len(parts) == 3 and all(parts) else "Token"


def masked(value: str) -> str:
    """Return what may be shown of a token: its first four and last two characters, or none."""
    return "****" if len(value) < _SHORTEST_SHOWN else f"{value[:4]}****{value[-2:]}"


def source_of(settings: Settings, stored: StoredToken) -> str:
    """Return where a stored token is kept: ``keyring``, or the path of a file."""
    if stored.storage == "keyring":
        return "keyring"
    name = "credentials.json" if stored.storage == "file" else "config.json"
    assert settings.config_directory is not None, "a token is stored there"
    return str(settings.config_directory / name)


def is_set(environ: Mapping[str, str], variable: str) -> bool:
    """Return whether a variable has a value; white space alone is none."""
    return bool(environ.get(variable, "").strip())


def ignored_variables(settings: Settings, environ: Mapping[str, str]) -> tuple[str, ...]:
    """Return the token variables that are set but do not count in this invocation."""
    there = tuple(variable for variable in VARIABLES if is_set(environ, variable))
    return there if settings.profile_on_command_line else there[1:]


def _token(text: str, source: str) -> Token:
    value = check_value(text, source)
    return Token(value, source, scheme_of(value))


def _none(settings: Settings, environ: Mapping[str, str]) -> AuthError:
    hint = WAYS_IN
    if settings.profile != DEFAULT:
        hint = hint.replace("auth login", f"auth login --profile {settings.profile}")
    ignored = ignored_variables(settings, environ)
    detail = tuple(f"{name} is not used, because --profile was given." for name in ignored)
    return AuthError(
        f"You are not signed in: profile {settings.profile} has no token.",
        hint=hint,
        detail=detail,
    )
