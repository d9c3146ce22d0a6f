"""The profiles in ``config.json``, and the active one.

The file is ``{"version": 1, "active": NAME, "profiles": {NAME: {...}}}``. A profile holds any of
SETTINGS and the levels of a scope as strings, and ``token``: the storage of its token. Unknown
keys, from a newer version or a person, are kept when the file is written.
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
from qovery_cli.messages import does_not_exist

NAME = "config.json"
VERSION = 1

#: The default profile, which always exists, even if empty.
DEFAULT = "default"

SETTINGS = ("api_url", "api_level", "output")
STORAGES = ("keyring", "file", "inline")

_ALPHANUMERIC = frozenset(string.ascii_letters + string.digits)
_NAME_CHARACTERS = _ALPHANUMERIC | frozenset("._-")


@record
class StoredToken:
    """The storage of a profile's token, and the API URL that it may be sent to.

    ``value`` is the token itself, for the storage ``inline`` only. ``backend`` is the class of
    the keyring that stored it, which saves the search for a backend when it is read.
    """

    storage: str
    url: str
    value: str | None = None
    backend: str | None = None

    def __repr__(self) -> str:
        return f"StoredToken(storage={self.storage!r}, url={self.url!r}, backend={self.backend!r})"

    def as_data(self) -> dict[str, str]:
        """Return the JSON object for the file."""
        data = {"storage": self.storage, "url": self.url}
        if self.value is not None:
            data["value"] = self.value
        if self.backend is not None:
            data["backend"] = self.backend
        return data


@record
class Profile:
    """A named set of settings; ``scope`` holds the values of its levels."""

    name: str
    api_url: str | None = None
    api_level: str | None = None
    output: str | None = None
    scope: Mapping[str, str] = MappingProxyType({})
    token: StoredToken | None = None


@record
class Profiles:
    """The content of ``config.json``; ``profiles`` by name, in the order of the file.

    ``path`` is None for a user without a settings directory.
    """

    path: Path | None
    active: str
    profiles: Mapping[str, Profile]

    def get(self, name: str) -> Profile | None:
        """Return a profile, None if unknown; the default profile is empty if not in the file."""
        profile = self.profiles.get(name)
        return Profile(DEFAULT) if profile is None and name == DEFAULT else profile

    def unknown(self, name: str, origin: str | None) -> UsageError:
        """Return the error for an unknown profile from ``origin``, listing the existing ones."""
        names = list(dict.fromkeys((*self.profiles, DEFAULT)))
        close = validation.closest(name, names)
        return UsageError(
            does_not_exist("profile", name, origin),
            hint=(f"{close} " if close else "")
            + f"Create it with `qovery auth login --profile {name}`, or select another one "
            "with --profile or QOVERY_PROFILE.",
            detail=tuple(f"profile {existing}" for existing in names),
        )


def read(directory: Path | None) -> Profiles:
    """Return the ``config.json`` of a directory, empty if the file does not exist.

    The directory is None for a user without a settings directory. Raises UsageError with the path
    and the key for invalid content.
    """
    if directory is None:
        return Profiles(None, DEFAULT, {})
    path = directory / NAME
    return parse(files.read_json(path) or {}, path)


def check_name(name: str) -> str:
    """Return a valid profile name; raise UsageError for any other."""
    if 0 < len(name) <= 64 and name[0] in _ALPHANUMERIC and set(name) <= _NAME_CHARACTERS:
        return name
    raise UsageError(
        f"Invalid profile name {name!r}.",
        hint="Use up to 64 letters, digits, dots, hyphens and underscores.",
    )


def parse(data: Mapping[str, Any], path: Path) -> Profiles:
    """Parse the object of a ``config.json``; raise the errors of ``read``."""
    version = data.get("version", VERSION)
    if type(version) is not int or version < VERSION:
        raise files.broken(path, "has an invalid 'version'")
    if version > VERSION:
        raise UsageError(
            f"{path} was written by a newer version of qovery.", hint="Upgrade qovery to use it."
        )
    active = _text(data, "active", path, "") or DEFAULT
    profiles = {
        name: _profile(name, raw, path)
        for name, raw in _object(data.get("profiles", {}), "profiles", path).items()
    }
    return Profiles(path, active, profiles)


def _profile(name: str, raw: Any, path: Path) -> Profile:
    key_path = f"profiles.{name}"
    data = _object(raw, key_path, path)
    scope = {level: text for level in LEVELS if (text := _text(data, level, path, key_path))}
    token = data.get("token")
    return Profile(
        name=name,
        api_url=_text(data, "api_url", path, key_path),
        api_level=_text(data, "api_level", path, key_path),
        output=_text(data, "output", path, key_path),
        scope=scope,
        token=None if token is None else _token(token, f"{key_path}.token", path),
    )


def _token(raw: Any, key_path: str, path: Path) -> StoredToken:
    data = _object(raw, key_path, path)
    storage, url = _text(data, "storage", path, key_path), _text(data, "url", path, key_path)
    value, backend = _text(data, "value", path, key_path), _text(data, "backend", path, key_path)
    if storage not in STORAGES:
        raise files.broken(path, f"has an unknown storage at '{key_path}.storage'")
    if url is None or (storage == "inline" and value is None):
        raise files.broken(path, f"lacks '{key_path}.{'value' if url else 'url'}'")
    try:
        validation.url_origin(url)
    except ValueError:
        raise files.broken(path, f"has an invalid URL at '{key_path}.url'") from None
    return StoredToken(storage, url, value, backend)


def _object(value: Any, key_path: str, path: Path) -> Mapping[str, Any]:
    if not isinstance(value, dict):
        raise files.broken(path, f"must have an object at '{key_path}'")
    return value


def _text(data: Mapping[str, Any], key: str, path: Path, key_path: str) -> str | None:
    value = data.get(key)
    if value is None or isinstance(value, str):
        return value or None
    raise files.broken(path, f"must have a string at '{key_path + '.' if key_path else ''}{key}'")
