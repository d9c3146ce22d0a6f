"""qovery auth: sign in and out."""

from typing import Annotated, Any

import typer

from qovery_cli.auth.status import WHERE_TO_MAKE_A_TOKEN, describe
from qovery_cli.auth.token import check_value, find_token, masked, scheme_of
from qovery_cli.config import profile_changes
from qovery_cli.config.settings import API_LEVEL_VARIABLE, API_URL_VARIABLE, writable_directory
from qovery_cli.errors import AuthError, QoveryError, UsageError
from qovery_cli.frozen import values_of
from qovery_cli.http.pagination import records
from qovery_cli.output.prompt import hidden
from qovery_cli.session import Session
from qovery_cli.session.render import show_done

Insecure = Annotated[
    bool,
    typer.Option(
        "--insecure-storage", help="Store the token in a file (mode 0600) instead of the keyring"
    ),
]
Header = Annotated[
    bool, typer.Option("--header", help="Print the value of an Authorization header")
]

_LIST_ORGANIZATIONS = "listOrganization"


def login(session: Session, insecure_storage: Insecure = False) -> None:
    """Check a token against the API and store it."""
    session.settings = session.load_settings(new_profile=True)
    _warn_of_other_url(session)
    token = check_value(_read_token(session), "the input")
    organizations = _organizations(session, f"{scheme_of(token)} {token}")
    name, url = session.settings.profile, session.settings.api_url
    storage = session.tokens.save(name, url, token, insecure=insecure_storage)
    _keep_level(session)
    session.notice(f"Signed in with access to {_joined(organizations)}.")
    result = {"profile": name, "api_url": url, "token": masked(token), "storage": storage}
    show_done(session, {**result, "sees": organizations})


def status(session: Session) -> None:
    """Show the token in use and check it against the API."""
    token_status = describe(session.settings, session.runtime.environ, session.tokens)
    problem: QoveryError | None = None
    organizations: list[str] = []
    try:
        organizations = _organizations(session, None)
    except AuthError as error:
        problem = error
    data = {**values_of(token_status), "works": problem is None, "sees": organizations}
    session.show({key: value for key, value in data.items() if value not in ((), None)})
    if problem is not None:
        raise problem


def logout(session: Session) -> None:
    """Delete the stored token."""
    deleted = session.tokens.delete(session.settings.stored)
    name = session.settings.profile
    if not deleted:
        session.notice(f"Profile {name} has no stored token.")
    show_done(session, {"profile": name, "done": "forgotten" if deleted else "nothing"})


def token(session: Session, header: Header = False) -> None:
    """Print the token that commands use."""
    stored = find_token(session.settings, session.runtime.environ, session.tokens)
    if session.terminal.interactive_out:
        session.notice("This is a secret: do not share it.")
    session.show(stored.authorization if header else stored.value)


def _warn_of_other_url(session: Session) -> None:
    """Say that the profile has another API than the environment: the token goes to the profile's.

    Only ``--profile`` on the command line makes the variable not count.
    """
    other = session.runtime.environ.get(API_URL_VARIABLE, "").strip().rstrip("/")
    settings = session.settings
    if settings.profile_on_command_line and other not in ("", settings.api_url):
        session.notice(
            f"{API_URL_VARIABLE} is ignored: profile {settings.profile} is for {settings.api_url}."
        )


def _keep_level(session: Session) -> None:
    """Store the API level from the environment in the profile, together with its URL."""
    settings = session.settings
    if settings.origins["api_level"] == API_LEVEL_VARIABLE and settings.stored.api_level is None:
        values = {"api_level": settings.api_level}
        directory = writable_directory(settings, session.runtime.environ)
        profile_changes.set_values(directory, settings.profile, values)


def _read_token(session: Session) -> str:
    """Return the token from a prompt without echo, or from stdin; UsageError if it is empty."""
    if session.terminal.can_ask:
        session.notice(WHERE_TO_MAKE_A_TOKEN)
        return hidden("Token (not shown):", session.terminal, flag="a pipe: < token.txt")
    token = session.stdin.read_text("auth login").strip()
    if not token:
        raise UsageError(
            "Standard input contains no token.",
            hint=f"Use `qovery auth login < token.txt`. {WHERE_TO_MAKE_A_TOKEN}",
        )
    return token


def _organizations(session: Session, authorization: str | None) -> list[str]:
    """Return the names of the organizations of a token; raise AuthError if it is refused."""
    request = session.request(_LIST_ORGANIZATIONS, {})
    if authorization is None:
        return _names(session.client.send(request).data)
    client = session.client_for(authorization)
    try:
        data: Any = client.send(request).data
    finally:
        client.close()
    return _names(data)


def _names(data: Any) -> list[str]:
    return [str(row["name"]) for row in records(data, "name", operation=_LIST_ORGANIZATIONS)]


def _joined(names: list[str]) -> str:
    return ", ".join(names) if names else "no organization yet"
