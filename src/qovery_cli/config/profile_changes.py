"""How profiles are made, changed, chosen and removed.

Every change is one read-modify-write under the lock of ``config.json``. A file that is not
understood raises UsageError and is left alone.
"""

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

from qovery_cli.config import files, profiles, validation
from qovery_cli.config.profiles import DEFAULT, Profile, Profiles, StoredToken
from qovery_cli.config.scope import LEVELS, SERVICES, cut_off_by
from qovery_cli.errors import UsageError

#: What ``set_values`` and ``unset_values`` know.
KEYS = (*profiles.SETTINGS, *LEVELS)

_ONE_OF = {"api_level": validation.API_LEVELS, "output": validation.OUTPUTS}


def set_values(
    directory: Path, name: str, values: Mapping[str, str], *, allow_http: bool = False
) -> Profile:
    """Set some of KEYS in a profile, which is made if it is new, and return the profile.

    Naming a level forgets the lower levels that are not named with it, as they were those of
    another parent. Raises UsageError for an unknown key, a value that is not allowed, and two
    kinds of service at once.
    """
    profiles.check_name(name)
    wanted = {key: _checked(key, value, allow_http) for key, value in values.items()}
    services = [kind for kind in SERVICES if kind in wanted]
    if len(services) > 1:
        raise UsageError(
            f"A profile holds one service: {services[0]} and {services[1]} exclude each other.",
            hint=f"Leave out {services[1]}.",
        )

    def change(entry: dict[str, Any]) -> None:
        for level in LEVELS:
            if level in wanted and entry.get(level) != wanted[level]:
                for lower in cut_off_by(level):
                    entry.pop(lower, None)
        entry.update(wanted)

    return _change(directory, name, change)


def unset_values(directory: Path, name: str, keys: Iterable[str]) -> Profile:
    """Forget some of KEYS in a profile, and return the profile.

    Forgetting a level leaves the lower ones: they may be found without it. Raises UsageError for
    an unknown key or profile.
    """
    for key in (keys := tuple(keys)):
        _known(key)
    _existing(profiles.read(directory), name)

    def change(entry: dict[str, Any]) -> None:
        for key in keys:
            entry.pop(key, None)

    return _change(directory, name, change)


def use(directory: Path, name: str) -> None:
    """Make a profile the active one; raises UsageError if there is none of that name."""

    def change(data: dict[str, Any], there: Profiles) -> None:
        _existing(there, name)
        data["active"] = name

    _update(directory, change)


def remove(directory: Path, name: str) -> None:
    """Remove a profile; where it was the active one, the default is active afterwards.

    Its token, unless kept inline, stays where it is: remove it first. Raises UsageError if there
    is no such profile.
    """

    def change(data: dict[str, Any], there: Profiles) -> None:
        _existing(there, name)
        data.get("profiles", {}).pop(name, None)
        if there.active == name:
            data["active"] = DEFAULT

    _update(directory, change)


def set_token(
    directory: Path, name: str, token: StoredToken | None, api_url: str | None = None
) -> Profile:
    """Note where a profile's token is, or with None that it has none, and return the profile.

    ``api_url`` becomes the profile's own, so that token and URL go on belonging together.
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

    def change_file(data: dict[str, Any], _there: Profiles) -> None:
        change(data.setdefault("profiles", {}).setdefault(name, {}))

    found = _update(directory, change_file).get(name)
    assert found is not None
    return found


def _update(directory: Path, change: Callable[[dict[str, Any], Profiles], None]) -> Profiles:
    path = directory / profiles.NAME
    after: list[Profiles] = []

    def change_file(data: dict[str, Any]) -> None:
        there = profiles.parsed(data, path)
        data.setdefault("version", profiles.VERSION)
        data.setdefault("active", DEFAULT)
        change(data, there)
        after.append(profiles.parsed(data, path))

    files.update(path, change_file)
    return after[0]


def _existing(there: Profiles, name: str) -> None:
    if there.get(name) is None:
        raise there.unknown(name, "the command line")


def _known(key: str) -> None:
    if key not in KEYS:
        hint = validation.closest(key, KEYS) or f"Known are {', '.join(KEYS)}."
        raise UsageError(f"{key!r} is no setting of a profile.", hint=hint)


def _checked(key: str, value: str, allow_http: bool) -> str:
    _known(key)
    text = value.strip()
    if not text:
        raise UsageError(f"The value of {key} is empty.", hint=f"Leave {key} out, or unset it.")
    if key == "api_url":
        return validation.api_url(text, key, allow_http=allow_http)
    return validation.one_of(text, _ONE_OF[key], key) if key in _ONE_OF else text
