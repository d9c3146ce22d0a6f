"""qovery context: the scope and settings in use, and the profiles that store them."""

from contextlib import closing
from typing import Annotated, Any, Literal

import typer

from qovery_cli.cli.handler_binding import Binding, ScopeOptions, option_name
from qovery_cli.config import profile_changes, profiles
from qovery_cli.config.paths import config_directory, readable_config_directory
from qovery_cli.config.scope import FLAGS, LEVELS
from qovery_cli.config.settings import known_settings, writable_directory
from qovery_cli.config.validation import switched_on
from qovery_cli.errors import UsageError
from qovery_cli.output.view import View
from qovery_cli.session import Session
from qovery_cli.session.render import show_done

Name = Annotated[
    str | None,
    typer.Argument(metavar="PROFILE", help="Name of the profile"),
    Binding(where="cli", required=True),
]
Keys = Annotated[
    list[str] | None,
    typer.Argument(metavar="SETTING", help="Setting to remove, such as environment"),
]
Everything = Annotated[
    bool, typer.Option("--everything", help="Remove all settings except the token")
]
NoCheck = Annotated[bool, typer.Option("--no-check", help="Do not check that the names exist")]
Format = Annotated[
    Literal["table", "wide", "json", "yaml"] | None,
    typer.Option("--format", metavar="FORMAT", help="Default output format"),
]
Url = Annotated[str | None, typer.Option("--api-url", metavar="URL", help="URL of the API")]
Level = Annotated[
    Literal["1.0.3", "1.0.4"] | None,
    typer.Option("--api-level", metavar="LEVEL", help="API version of the server"),
]
#: The option of each level of the scope.
Scope = Annotated[str | None, ScopeOptions("Default {noun}")]

#: View of a changed profile, whose name is also its id.
PROFILE = View(name="profile", id="profile")


def show(session: Session) -> None:
    """Show each setting with its value and origin."""
    rows = [
        {"setting": row.name, "value": row.value, "origin": row.origin, "variable": row.variable}
        for row in known_settings(session.settings)
    ]
    session.show(rows, View(session.view.columns, kind="list"))


def list_(session: Session) -> None:
    """List the profiles."""
    stored = profiles.read(readable_config_directory(session.runtime.environ))
    names = list(dict.fromkeys([*stored.profiles, profiles.DEFAULT]))
    rows = [_row(name, stored) for name in names]
    session.show(rows, View(session.view.columns, kind="list"))


def use(session: Session, name: Name = None) -> None:
    """Make a profile the active one."""
    if name is None:
        raise UsageError("PROFILE is missing.", hint="`qovery context list` shows the profiles.")
    # Without loading the settings: a broken profile must not prevent a switch to another.
    profile_changes.use(config_directory(session.runtime.environ), name)
    show_done(session, {"profile": name, "done": "active"}, PROFILE)


def set_(
    session: Session,
    format_: Format = None,
    api_url: Url = None,
    api_level: Level = None,
    no_check: NoCheck = False,
    **scope: Scope,
) -> None:
    """Store a scope or settings in the profile."""
    names = {
        level: str(scope[name])
        for level in LEVELS
        if scope.get(name := option_name(FLAGS[level])) is not None
    }
    session.settings = session.load_settings(new_profile=True)
    if names and not no_check:
        names = _look_up(session, names)
    settings = {"output": format_, "api_url": api_url, "api_level": api_level}
    values = {**names, **{key: value for key, value in settings.items() if value}}
    if not values:
        raise UsageError(
            "No setting specified.", hint="For example: `qovery context set --project NAME`."
        )
    profile_changes.set_values(
        writable_directory(session.settings, session.runtime.environ),
        session.settings.profile,
        values,
        allow_http=switched_on(session.runtime.environ, "QOVERY_ALLOW_HTTP"),
    )
    show_done(session, {"profile": session.settings.profile, **values, "done": "kept"}, PROFILE)


def unset(session: Session, keys: Keys = None, everything: Everything = False) -> None:
    """Remove settings from the profile."""
    names = list(profile_changes.KEYS) if everything else list(keys or [])
    if not names:
        raise UsageError(
            "SETTING is missing.",
            hint=f"Specify one or more of {', '.join(LEVELS)}, or --everything.",
        )
    directory = writable_directory(session.settings, session.runtime.environ)
    profile_changes.unset_values(directory, session.settings.profile, names)
    result = {"profile": session.settings.profile, "forgotten": names, "done": "forgotten"}
    show_done(session, result, PROFILE)


def _look_up(session: Session, scope: dict[str, str]) -> dict[str, str]:
    """Return the scope with names in the spelling of the API; ids are unchanged."""
    names: dict[str, str] = {}
    with closing(session.with_scope(scope)) as scoped:
        for level, name in scope.items():
            names[level] = scoped.find(level).name or name
    return names


def _row(name: str, stored: profiles.Profiles) -> dict[str, Any]:
    profile = stored.get(name)
    assert profile is not None, "listed names have a profile"
    return {
        "name": name,
        "active": name == stored.active,
        **{level: profile.scope.get(level) for level in LEVELS},
        "api_url": profile.api_url,
        "api_level": profile.api_level,
        "token": profile.token.storage if profile.token else None,
    }
