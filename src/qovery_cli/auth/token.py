"""Select the API token, its source and its authorization scheme.

A token in a variable takes precedence over that of the profile, unless ``--profile`` is on the
command line. A stored token is sent only to the origin (scheme, host, port) it was stored for.
"""

import string
from collections.abc import Mapping
from typing import Protocol

from qovery_cli.config.profiles import DEFAULT, Profile, StoredToken
from qovery_cli.config.settings import Settings
from qovery_cli.config.validation import url_origin
from qovery_cli.errors import AuthError
from qovery_cli.frozen import record

#: The token variables in order of precedence; the last two are those of Qovery's official CLI.
VARIABLES = ("QOVERY_API_TOKEN", "QOVERY_CLI_ACCESS_TOKEN", "Q_CLI_ACCESS_TOKEN")

#: Hint for users without a token.
WAYS_IN = (
    "Sign in with `qovery auth login`, or set QOVERY_API_TOKEN. "
    "To try it without an account: `qovery sandbox demo`."
)

_TOKEN_CHARACTERS = frozenset(string.ascii_letters + string.digits + string.punctuation)
_MIN_MASKED_LENGTH = 16


class Store(Protocol):
    """The token storage that find_token requires; see store.TokenStore."""

    def load(self, profile: Profile) -> str | None:
        """Return the token of a profile, or None if it has none."""


@record
class Token:
    """A token, its source (variable, keyring or file), and its authorization scheme."""

    value: str
    source: str
    scheme: str

    def __repr__(self) -> str:
        return f"Token({masked(self.value)!r}, source={self.source!r}, scheme={self.scheme!r})"

    @property
    def authorization(self) -> str:
        """The value of the Authorization header, which must not be logged."""
        return f"{self.scheme} {self.value}"


def find_token(settings: Settings, environ: Mapping[str, str], store: Store) -> Token:
    """Return the token to use.

    Raises AuthError if there is none, if it has invalid characters, if it was stored for another
    host, or if its storage cannot be read.
    """
    if not settings.profile_on_command_line:
        for variable in VARIABLES:
            if is_set(environ, variable):
                return _token(environ[variable], variable)
    stored = settings.stored.token
    if stored is None:
        raise _missing_token_error(settings, environ)
    check_host(settings, stored)
    value = store.load(settings.stored)
    if value is None:
        raise _missing_token_error(settings, environ)
    return _token(value, source_of(settings, stored))


def check_host(settings: Settings, stored: StoredToken) -> None:
    """Raise AuthError if the API URL has another origin than the one a token was stored for."""
    expected, used = url_origin(stored.url), url_origin(settings.api_url)
    if expected == used:
        return
    raise AuthError(
        f"The token of profile {settings.profile} is for {expected}, not for {used}.",
        hint=f"The URL comes from {settings.origins['api_url']}. Change it, set "
        f"QOVERY_API_TOKEN, or use a profile that is signed in to {used}.",
    )


def check_value(text: str, source: str) -> str:
    """Return a token that is valid in a header, stripped of surrounding white space.

    Files and variables of pipelines often end with a line break. Raises AuthError, without the
    token, if it is empty or has invalid characters.
    """
    value = text.strip()
    if value and all(character in _TOKEN_CHARACTERS for character in value):
        return value
    problem = "contains white space or invalid characters" if value else "is empty"
    raise AuthError(
        f"The token from {source} {problem}.",
        hint="Use the token alone, without quotes, line breaks or a prefix such as Bearer.",
    )


def scheme_of(value: str) -> str:
    """Return ``Bearer`` for a JWT, which has three parts separated by dots, else ``Token``.

    Qovery's official CLI uses the same rule: API tokens have no dots.
    """
    parts = value.split(".")
    return "Bearer" if len(parts) == 3 and all(parts) else "Token"


def masked(value: str) -> str:
    """Return a masked token: its first four and last two characters, or none if it is short."""
    return "****" if len(value) < _MIN_MASKED_LENGTH else f"{value[:4]}****{value[-2:]}"


def source_of(settings: Settings, stored: StoredToken) -> str:
    """Return the source of a stored token: ``keyring``, or the path of a file."""
    if stored.storage == "keyring":
        return "keyring"
    name = "credentials.json" if stored.storage == "file" else "config.json"
    assert settings.config_directory is not None, "a token is stored there"
    return str(settings.config_directory / name)


def is_set(environ: Mapping[str, str], variable: str) -> bool:
    """Return true if a variable is set to more than white space."""
    return bool(environ.get(variable, "").strip())


def ignored_variables(settings: Settings, environ: Mapping[str, str]) -> tuple[str, ...]:
    """Return the token variables that are set but not used in this invocation."""
    present = tuple(variable for variable in VARIABLES if is_set(environ, variable))
    return present if settings.profile_on_command_line else present[1:]


def _token(text: str, source: str) -> Token:
    value = check_value(text, source)
    return Token(value, source, scheme_of(value))


def _missing_token_error(settings: Settings, environ: Mapping[str, str]) -> AuthError:
    hint = WAYS_IN
    if settings.profile != DEFAULT:
        hint = hint.replace("auth login", f"auth login --profile {settings.profile}")
    ignored = ignored_variables(settings, environ)
    detail = tuple(f"{name} is ignored because of --profile." for name in ignored)
    return AuthError(
        f"You are not signed in: profile {settings.profile} has no token.",
        hint=hint,
        detail=detail,
    )
