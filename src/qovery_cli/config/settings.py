"""The effective settings of one invocation, and the origin of each.

The order of precedence is: option, environment variable, ``.qovery.yaml``, profile, default. With
``--profile`` on the command line, its URL and token take precedence over their variables.
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
_SETTING_FLAGS = {"api_url": "--api-url", "api_level": "--api-level", "output": "--output"}
API_URL_VARIABLE = "QOVERY_API_URL"
API_LEVEL_VARIABLE = "QOVERY_API_LEVEL"
_SETTING_VARIABLES = {
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

#: The origin of a setting that is not configured.
DEFAULT_ORIGIN = "default"


@record
class Settings:
    """The effective settings of one invocation.

    ``origins`` maps profile, api_url, api_level and output to their origin, for example
    ``--profile``, ``QOVERY_API_URL``, the path of a ``.qovery.yaml``, ``profile prod`` or
    ``default``. ``scope`` holds the named levels, ``empty`` the variables that are set but empty,
    by level. ``stored`` is the profile as stored, empty for a new one. ``config_directory`` is
    None for a user without a home directory.
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
    """One setting with its value and origin, both None if it is not set."""

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

    ``options`` are those of the command line: profile, api_url, api_level, output and the levels
    of a scope; others, and None, are ignored. With ``new_profile`` the profile may not exist yet;
    without URL and token, it takes its URL from the variable even with ``--profile``, as it is
    created for the API of the environment. Raises UsageError for an invalid value, an empty
    option, an unknown profile and an invalid settings file.
    """
    options = _setting_options(options)
    config_directory = paths.readable_config_directory(environ)
    config = profiles.read(config_directory)
    file = directory.find(cwd, paths.home_directory(environ))
    name, origin = _profile_name(options, environ, file, config)
    stored = _stored(config, name, origin, new_profile=new_profile)
    has_url = not new_profile or stored.api_url or stored.token
    setting_sources = _SettingSources(
        options, environ, stored, bool(has_url) and "profile" in options
    )
    url, level, output = (setting_sources.pick(key) for key in _DEFAULTS)
    allow_http = validation.switched_on(environ, "QOVERY_ALLOW_HTTP")
    sources = _sources(options, environ, file, stored)
    return Settings(
        profile=name,
        api_url=validation.api_url(*url, allow_http=allow_http),
        api_level=validation.one_of(level[0], validation.API_LEVELS, level[1]),
        output=validation.one_of(output[0], validation.OUTPUTS, output[1]),
        origins=dict(zip(_SETTING_VARIABLES, (origin, url[1], level[1], output[1]), strict=True)),
        scope=effective(sources),
        empty=empty_levels(sources),
        stored=stored,
        config_directory=config_directory,
        profile_on_command_line="profile" in options,
    )


def writable_directory(settings: Settings, environ: Mapping[str, str]) -> Path:
    """Return the directory to write settings to; raise UsageError without a home directory."""
    return settings.config_directory or paths.config_directory(environ)


def _stored(config: Profiles, name: str, origin: str, *, new_profile: bool) -> Profile:
    """Return a profile by name, empty for a new one; raise UsageError if unknown."""
    stored = config.get(name)
    if stored is None and not new_profile:
        raise config.unknown(name, origin)
    return stored or Profile(profiles.check_name(name))


def known_settings(settings: Settings) -> tuple[KnownSetting, ...]:
    """Return every setting with its value and origin, including those that are not set."""
    lines = [
        KnownSetting(
            name, getattr(settings, name), settings.origins[name], _SETTING_VARIABLES[name]
        )
        for name in _SETTING_VARIABLES
    ]
    for level in LEVELS:
        entry = settings.scope.get(level)
        value, origin = (entry.value, entry.origin) if entry else (None, None)
        lines.append(KnownSetting(level, value, origin, VARIABLES[level]))
    return tuple(lines)


@record
class _SettingSources:
    """The sources of a setting other than the profile."""

    options: Mapping[str, str]
    environ: Mapping[str, str]
    stored: Profile
    ignore_url_variable: bool

    def pick(self, name: str) -> tuple[str, str]:
        """Return the effective value, not validated, and its origin."""
        if name in self.options:
            return self.options[name], _SETTING_FLAGS[name]
        variable = _SETTING_VARIABLES[name]
        ignored = name == "api_url" and self.ignore_url_variable
        if not ignored and (value := _variable(self.environ, variable)):
            return value, variable
        stored_value: str | None = getattr(self.stored, name)
        if stored_value is not None:
            return stored_value, f"profile {self.stored.name}"
        return _DEFAULTS[name], DEFAULT_ORIGIN


def _setting_options(options: Mapping[str, Any]) -> dict[str, str]:
    """Return the options that are settings; raise UsageError for an empty one.

    An empty option is most likely an unset variable of a script.
    """
    flags = {"profile": PROFILE_FLAG, **_SETTING_FLAGS, **FLAGS}
    values = {name: str(options[name]).strip() for name in flags if options.get(name) is not None}
    for name, value in values.items():
        if not value:
            raise UsageError(
                f"{flags[name]} is empty.", hint=f"Specify a value, or omit {flags[name]}."
            )
    return values


def _variable(environ: Mapping[str, str], name: str) -> str:
    """Return the value of a variable, empty if it is not set."""
    return environ.get(name, "").strip()


def _profile_name(
    options: Mapping[str, str],
    environ: Mapping[str, str],
    file: DirectoryFile | None,
    config: Profiles,
) -> tuple[str, str]:
    variable = _SETTING_VARIABLES["profile"]
    if "profile" in options:
        return options["profile"], PROFILE_FLAG
    if value := _variable(environ, variable):
        return value, variable
    if file and "profile" in file.values:
        return file.values["profile"], str(file.path)
    if config.active == profiles.DEFAULT:
        return config.active, DEFAULT_ORIGIN
    return config.active, str(config.path)


def _sources(
    options: Mapping[str, str],
    environ: Mapping[str, str],
    file: DirectoryFile | None,
    stored: Profile,
) -> list[Source]:
    """Return the sources of the scope in order of precedence."""
    from_options = {level: options[level] for level in LEVELS if level in options}
    from_variables = {
        level: value for level in LEVELS if (value := _variable(environ, VARIABLES[level]))
    }
    empty = {
        level: VARIABLES[level]
        for level in LEVELS
        if level not in from_variables and VARIABLES[level] in environ
    }
    from_file = (
        {level: file.values[level] for level in LEVELS if level in file.values} if file else {}
    )
    path = str(file.path) if file else ""
    return [
        Source("option", from_options, FLAGS),
        Source("variable", from_variables, VARIABLES, empty),
        Source(directory.NAME, from_file, dict.fromkeys(from_file, path)),
        Source("profile", stored.scope, dict.fromkeys(stored.scope, f"profile {stored.name}")),
    ]
