"""Which settings count for one invocation, and where each one comes from.

In this order: option, environment variable, ``.qovery.yaml``, profile, default. A ``--profile`` on
the command line comes with its URL and its token: variables for these do not count then.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from qovery_cli.config import directory, paths, profiles, validation
from qovery_cli.config.directory import DirectoryFile
from qovery_cli.config.profiles import Profile, Profiles
from qovery_cli.config.scope import (
    FLAGS,
    LEVELS,
    VARIABLES,
    ScopeEntry,
    Source,
    effective,
    empty_levels,
)
from qovery_cli.errors import UsageError
from qovery_cli.frozen import record

PROFILE_FLAG = "--profile"
_OWN_FLAGS = {"api_url": "--api-url", "api_level": "--api-level", "output": "--output"}
API_URL_VARIABLE = "QOVERY_API_URL"
API_LEVEL_VARIABLE = "QOVERY_API_LEVEL"
_OWN_VARIABLES = {
    "profile": "QOVERY_PROFILE",
    "api_url": API_URL_VARIABLE,
    "api_level": API_LEVEL_VARIABLE,
    "output": "QOVERY_OUTPUT",
}
_DEFAULTS = {
    "api_url": validation.DEFAULT_API_URL,
    "api_level": validation.DEFAULT_API_LEVEL,
    "output": validation.DEFAULT_OUTPUT,
}

#: What the origin of a setting is called that nobody made.
DEFAULT_ORIGIN = "default"


@record
class Settings:
    """What counts for one invocation.

    ``origins`` says for profile, api_url, api_level and output where each comes from, for example
    ``--profile``, ``QOVERY_API_URL``, the path of a ``.qovery.yaml``, ``profile prod`` or
    ``default``. ``scope`` has the levels that are named, ``empty`` the variables that are set
    but empty, by the level that they would name. ``stored`` is the profile as it is kept; an empty
    one if it is not kept yet. ``config_directory`` is None for a user without a home.
    """

    profile: str
    api_url: str
    api_level: str
    output: str
    origins: Mapping[str, str]
    scope: Mapping[str, ScopeEntry]
    empty: Mapping[str, str]
    stored: Profile
    config_directory: Path | None
    profile_on_command_line: bool


@record
class KnownSetting:
    """One line of what counts; value and origin are None for what is not set."""

    name: str
    value: str | None
    origin: str | None
    variable: str | None


def load(
    options: Mapping[str, Any],
    environ: Mapping[str, str],
    cwd: Path,
    *,
    new_profile: bool = False,
) -> Settings:
    """Return the settings for one invocation.

    ``options`` are only those typed on the command line: profile, api_url, api_level, output and
    the levels of a scope; others are ignored, and so is None. With ``new_profile`` the profile
    need not be there yet, and one that has neither URL nor token takes its URL from the variable
    also with ``--profile``: it is being made for the API that the environment names. Raises
    UsageError for a value that is not allowed, an empty option, an unknown profile and a settings
    file that is not understood.
    """
    given = _given(options)
    config_directory = paths.readable_config_directory(environ)
    kept = profiles.read(config_directory)
    file = directory.find(cwd, paths.home_directory(environ))
    name, origin = _profile_name(given, environ, file, kept)
    stored = _stored(kept, name, origin, new_profile=new_profile)
    has_url = not new_profile or stored.api_url or stored.token
    chosen = _Chosen(given, environ, stored, bool(has_url) and "profile" in given)
    url, level, output = (chosen.pick(key) for key in _DEFAULTS)
    allow_http = validation.switched_on(environ, "QOVERY_ALLOW_HTTP")
    sources = _sources(given, environ, file, stored)
    return Settings(
        profile=name,
        api_url=validation.api_url(*url, allow_http=allow_http),
        api_level=validation.one_of(level[0], validation.API_LEVELS, level[1]),
        output=validation.one_of(output[0], validation.OUTPUTS, output[1]),
        origins=dict(zip(_OWN_VARIABLES, (origin, url[1], level[1], output[1]), strict=True)),
        scope=effective(sources),
        empty=empty_levels(sources),
        stored=stored,
        config_directory=config_directory,
        profile_on_command_line="profile" in given,
    )


def writable_directory(settings: Settings, environ: Mapping[str, str]) -> Path:
    """Return the directory to write settings to; UsageError if no home directory is known."""
    return settings.config_directory or paths.config_directory(environ)


def _stored(kept: Profiles, name: str, origin: str, *, new_profile: bool) -> Profile:
    """Return the profile of a name, an empty one for a new profile; UsageError if unknown."""
    stored = kept.get(name)
    if stored is None and not new_profile:
        raise kept.unknown(name, origin)
    return stored or Profile(profiles.check_name(name))


def known_settings(settings: Settings) -> tuple[KnownSetting, ...]:
    """Return every setting with its value and origin, the unset ones too, for a list of them."""
    lines = [
        KnownSetting(name, getattr(settings, name), settings.origins[name], _OWN_VARIABLES[name])
        for name in _OWN_VARIABLES
    ]
    for level in LEVELS:
        entry = settings.scope.get(level)
        value, origin = (entry.value, entry.origin) if entry else (None, None)
        lines.append(KnownSetting(level, value, origin, VARIABLES[level]))
    return tuple(lines)


@record
class _Chosen:
    """The places where a setting other than the profile may come from."""

    given: Mapping[str, str]
    environ: Mapping[str, str]
    stored: Profile
    comes_with_url: bool

    def pick(self, name: str) -> tuple[str, str]:
        """Return the value that counts and its origin, not validated."""
        if name in self.given:
            return self.given[name], _OWN_FLAGS[name]
        variable = _OWN_VARIABLES[name]
        ignored = name == "api_url" and self.comes_with_url
        if not ignored and (value := _variable(self.environ, variable)):
            return value, variable
        kept: str | None = getattr(self.stored, name)
        if kept is not None:
            return kept, f"profile {self.stored.name}"
        return _DEFAULTS[name], DEFAULT_ORIGIN


def _given(options: Mapping[str, Any]) -> dict[str, str]:
    """The options that count here; an empty one is most likely a variable that is not set."""
    flags = {"profile": PROFILE_FLAG, **_OWN_FLAGS, **FLAGS}
    given = {name: str(options[name]).strip() for name in flags if options.get(name) is not None}
    for name, value in given.items():
        if not value:
            raise UsageError(
                f"{flags[name]} is empty.", hint=f"Give it a value, or leave {flags[name]} out."
            )
    return given


def _variable(environ: Mapping[str, str], name: str) -> str:
    """The value of a variable; empty is the same as not set."""
    return environ.get(name, "").strip()


def _profile_name(
    given: Mapping[str, str],
    environ: Mapping[str, str],
    file: DirectoryFile | None,
    kept: Profiles,
) -> tuple[str, str]:
    variable = _OWN_VARIABLES["profile"]
    if "profile" in given:
        return given["profile"], PROFILE_FLAG
    if value := _variable(environ, variable):
        return value, variable
    if file and "profile" in file.values:
        return file.values["profile"], str(file.path)
    if kept.active == profiles.DEFAULT:
        return kept.active, DEFAULT_ORIGIN
    return kept.active, str(kept.path)


def _sources(
    given: Mapping[str, str],
    environ: Mapping[str, str],
    file: DirectoryFile | None,
    stored: Profile,
) -> list[Source]:
    """Everything that may name levels, the strongest first."""
    typed = {level: given[level] for level in LEVELS if level in given}
    variables = {
        level: value for level in LEVELS if (value := _variable(environ, VARIABLES[level]))
    }
    empty = {
        level: VARIABLES[level]
        for level in LEVELS
        if level not in variables and VARIABLES[level] in environ
    }
    in_file = (
        {level: file.values[level] for level in LEVELS if level in file.values} if file else {}
    )
    place = str(file.path) if file else ""
    return [
        Source("option", typed, FLAGS),
        Source("variable", variables, VARIABLES, empty),
        Source(directory.NAME, in_file, dict.fromkeys(in_file, place)),
        Source("profile", stored.scope, dict.fromkeys(stored.scope, f"profile {stored.name}")),
    ]
