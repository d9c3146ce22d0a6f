"""Which profiles there are, what each one holds, and which one is active.

``config.json`` is ``{"version": 1, "active": NAME, "profiles": {NAME: {...}}}``. A profile holds
any of SETTINGS and the levels of a scope as texts, and ``token``: where its token is kept. What a
newer version or a person added to the file is kept when it is written.
"""

import string
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

from qovery_cli.config import files, validation
from qovery_cli.config.scope import LEVELS
from qovery_cli.errors import UsageError
from qovery_cli.frozen import record

NAME = "config.json"
VERSION = 1

#: The profile of a first run; it always exists, if only empty.
DEFAULT = "default"

SETTINGS = ("api_url", "api_level", "output")
STORAGES = ("keyring", "file", "inline")

_ALPHANUMERIC = frozenset(string.ascii_letters + string.digits)
_IN_A_NAME = _ALPHANUMERIC | frozenset("._-")


@record
class StoredToken:
    """Where a profile's token is kept, and the API URL that it may be sent to.

    ``value`` is the token itself, for the storage ``inline`` only. ``backend`` is the class of
    the keyring that took it, so that reading it back need not look for one.
    """

    storage: str
    url: str
    value: str | None = None
    backend: str | None = None

    def __repr__(self) -> str:
        return f"StoredToken(storage={self.storage!r}, url={self.url!r}, backend={self.backend!r})"

    def as_data(self) -> dict[str, str]:
        """Return the object that the file holds."""
        data = {"storage": self.storage, "url": self.url}
        if self.value is not None:
            data["value"] = self.value
        if self.backend is not None:
            data["backend"] = self.backend
        return data


@record
class Profile:
    """What is kept under a name; ``scope`` has the levels that it names."""

    name: str
    api_url: str | None = None
    api_level: str | None = None
    output: str | None = None
    scope: Mapping[str, str] = MappingProxyType({})
    token: StoredToken | None = None


@record
class Profiles:
    """The content of ``config.json``; ``profiles`` by name, in the order of the file.

    ``path`` is None for a user who has no directory of settings.
    """

    path: Path | None
    active: str
    profiles: Mapping[str, Profile]

    def get(self, name: str) -> Profile | None:
        """Return a profile; an empty one for the default, None for another that is not there."""
        found = self.profiles.get(name)
        return Profile(DEFAULT) if found is None and name == DEFAULT else found

    def unknown(self, name: str, origin: str) -> UsageError:
        """Return the error for a name that ``origin`` gives, which lists those that there are."""
        names = list(dict.fromkeys((*self.profiles, DEFAULT)))
        close = validation.closest(name, names)
        return UsageError(
            f"There is no profile {name!r}, which {origin} names.",
            hint=(f"{close} " if close else "")
            + f"Make it with `qovery auth login --profile {name}`, or choose another one "
            "with --profile or QOVERY_PROFILE.",
            detail=tuple(f"profile {known}" for known in names),
        )


def read(directory: Path | None) -> Profiles:
    """Return the ``config.json`` of a directory; no file is the same as an empty one.

    None is for a user who has no directory of settings. Raises UsageError that names the file and
    the key for content of another shape.
    """
    if directory is None:
        return Profiles(None, DEFAULT, {})
    path = directory / NAME
    return parsed(files.read_json(path) or {}, path)


def check_name(name: str) -> str:
    """Return a profile's name if it may be one; raises UsageError."""
    if 0 < len(name) <= 64 and name[0] in _ALPHANUMERIC and set(name) <= _IN_A_NAME:
        return name
    raise UsageError(
        f"{name!r} cannot be the name of a profile.",
        hint="Use up to 64 letters, digits, dots, hyphens and underscores.",
    )


def parsed(data: Mapping[str, Any], path: Path) -> Profiles:
    """Return what the object of a ``config.json`` says; errors as ``read``."""
    version = data.get("version", VERSION)
    if type(version) is not int or version < VERSION:
        raise files.broken(path, "has no valid version")
    if version > VERSION:
        raise UsageError(
            f"{path} was written by a newer version of qovery.", hint="Upgrade this one to use it."
        )
    active = _text(data, "active", path, "") or DEFAULT
    profiles = {
        name: _profile(name, raw, path)
        for name, raw in _object(data.get("profiles", {}), "profiles", path).items()
    }
    return Profiles(path, active, profiles)


def _profile(name: str, raw: Any, path: Path) -> Profile:
    place = f"profiles.{name}"
    data = _object(raw, place, path)
    scope = {level: text for level in LEVELS if (text := _text(data, level, path, place))}
    token = data.get("token")
    return Profile(
        name=name,
        api_url=_text(data, "api_url", path, place),
        api_level=_text(data, "api_level", path, place),
        output=_text(data, "output", path, place),
        scope=scope,
        token=None if token is None else _token(token, f"{place}.token", path),
    )


def _token(raw: Any, place: str, path: Path) -> StoredToken:
    data = _object(raw, place, path)
    storage, url = _text(data, "storage", path, place), _text(data, "url", path, place)
    value, backend = _text(data, "value", path, place), _text(data, "backend", path, place)
    if storage not in STORAGES:
        raise files.broken(path, f"has no known storage in {place}.storage")
    if url is None or (storage == "inline" and value is None):
        raise files.broken(path, f"lacks {place}.{'value' if url else 'url'}")
    try:
        validation.url_origin(url)
    except ValueError:
        raise files.broken(path, f"has no valid URL in {place}.url") from None
    return StoredToken(storage, url, value, backend)


def _object(value: Any, place: str, path: Path) -> Mapping[str, Any]:
    if not isinstance(value, dict):
        raise files.broken(path, f"has something else than an object in {place}")
    return value


def _text(data: Mapping[str, Any], key: str, path: Path, place: str) -> str | None:
    value = data.get(key)
    if value is None or isinstance(value, str):
        return value or None
    raise files.broken(
        path, f"has something else than a text in {place + '.' if place else ''}{key}"
    )
