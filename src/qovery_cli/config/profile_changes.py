"""Create, change, select and remove profiles.

Every change is one read-modify-write under the lock of ``config.json``. An invalid file raises
UsageError and is not modified.
"""

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

from qovery_cli.catalog.resources import SERVICES
from qovery_cli.config import files, profiles, validation
from qovery_cli.config.profiles import DEFAULT, Profile, Profiles, StoredToken
from qovery_cli.config.scope import LEVELS, shadowed_levels
from qovery_cli.errors import UsageError
from qovery_cli.messages import available, mutually_exclusive

#: The keys of ``set_values`` and ``unset_values``.
KEYS = (*profiles.SETTINGS, *LEVELS)

_ONE_OF = {"api_level": validation.API_LEVELS, "output": validation.OUTPUTS}


def set_values(
    directory: Path, name: str, values: Mapping[str, str], *, allow_http: bool = False
) -> Profile:
    """Set some of KEYS in a profile, creating it if needed, and return the profile.

    Changing a level clears the lower levels that are not set with it, as they belong to another
    parent. Raises UsageError for an unknown key, an invalid value, and two kinds of service.
    """
    profiles.check_name(name)
    validated = {key: _validated(key, value, allow_http) for key, value in values.items()}
    services = [kind for kind in SERVICES if kind in validated]
    if len(services) > 1:
        raise UsageError(
            mutually_exclusive(services[0], services[1]),
            hint="A profile has one service only.",
        )

    def change(entry: dict[str, Any]) -> None:
        for level in LEVELS:
            if level in validated and entry.get(level) != validated[level]:
                for lower in shadowed_levels(level):
                    entry.pop(lower, None)
        entry.update(validated)

    return _change(directory, name, change)


def unset_values(directory: Path, name: str, keys: Iterable[str]) -> Profile:
    """Remove some of KEYS from a profile, and return the profile.

    Lower levels are kept, as they may be resolved without the removed one. Raises UsageError for
    an unknown key or profile.
    """
    for key in (keys := tuple(keys)):
        _require_key(key)
    _require_profile(profiles.read(directory), name)

    def change(entry: dict[str, Any]) -> None:
        for key in keys:
            entry.pop(key, None)

    return _change(directory, name, change)


def use(directory: Path, name: str) -> None:
    """Make a profile the active one; raise UsageError if it does not exist."""

    def change(data: dict[str, Any], existing: Profiles) -> None:
        _require_profile(existing, name)
        data["active"] = name

    _update(directory, change)


def remove(directory: Path, name: str) -> None:
    """Remove a profile; if it was the active one, the default profile becomes active.

    Only an inline token is removed with it: delete other tokens first. Raises UsageError if the
    profile does not exist.
    """

    def change(data: dict[str, Any], existing: Profiles) -> None:
        _require_profile(existing, name)
        data.get("profiles", {}).pop(name, None)
        if existing.active == name:
            data["active"] = DEFAULT

    _update(directory, change)


def set_token(
    directory: Path, name: str, token: StoredToken | None, api_url: str | None = None
) -> Profile:
    """Record the storage of a profile's token, or None for no token, and return the profile.

    ``api_url`` becomes the URL of the profile, so that token and URL match.
    """
    profiles.check_name(name)

    def change(entry: dict[str, Any]) -> None:
        entry.pop("token", None)
        if token is not None:
            entry["token"] = token.as_data()
        if api_url is not None and (api_url != validation.DEFAULT_API_URL or "api_url" in entry):
            entry["api_url"] = api_url

    return _change(directory, name, change)


def _change(directory: Path, name: str, change: Callable[[dict[str, Any]], None]) -> Profile:
    """Change the object of one profile."""

    def change_file(data: dict[str, Any], _existing: Profiles) -> None:
        change(data.setdefault("profiles", {}).setdefault(name, {}))

    profile = _update(directory, change_file).get(name)
    assert profile is not None
    return profile


def _update(directory: Path, change: Callable[[dict[str, Any], Profiles], None]) -> Profiles:
    path = directory / profiles.NAME
    after: list[Profiles] = []

    def change_file(data: dict[str, Any]) -> None:
        before = profiles.parse(data, path)
        data.setdefault("version", profiles.VERSION)
        data.setdefault("active", DEFAULT)
        change(data, before)
        after.append(profiles.parse(data, path))

    files.update(path, change_file)
    return after[0]


def _require_profile(existing: Profiles, name: str) -> None:
    if existing.get(name) is None:
        raise existing.unknown(name, None)


def _require_key(key: str) -> None:
    if key not in KEYS:
        hint = validation.closest(key, KEYS) or available("settings", KEYS)
        raise UsageError(f"Unknown setting {key!r}.", hint=hint)


def _validated(key: str, value: str, allow_http: bool) -> str:
    _require_key(key)
    text = value.strip()
    if not text:
        raise UsageError(
            f"The value of '{key}' is empty.",
            hint=f"Omit it, or remove the setting with `qovery context unset {key}`.",
        )
    if key == "api_url":
        return validation.api_url(text, key, allow_http=allow_http)
    return validation.one_of(text, _ONE_OF[key], key) if key in _ONE_OF else text
