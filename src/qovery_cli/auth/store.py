"""Token storage of the profiles: the system keyring, or a file with the user's consent.

``config.json`` records the storage of each profile: ``keyring``; ``file``, which is
``credentials.json``; or ``inline``, in ``config.json`` itself, for tokens that protect nothing.
"""

from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from qovery_cli.auth.keychain import Keychain
from qovery_cli.auth.token import check_value
from qovery_cli.config import files, paths, profiles
from qovery_cli.config.profiles import Profile, StoredToken
from qovery_cli.config.validation import switched_on, url_origin
from qovery_cli.errors import AuthError, QoveryError, UsageError

FILE_NAME = "credentials.json"
NO_KEYRING = "QOVERY_NO_KEYRING"


class TokenStore:
    """The tokens of the ``config.json`` in a directory, which is None for a user without home."""

    def __init__(
        self, directory: Path | None, environ: Mapping[str, str], keychain: Keychain | None = None
    ) -> None:
        self._readable = directory
        self._environ = environ
        self._no_keyring = switched_on(environ, NO_KEYRING)
        self._keychain = keychain or Keychain()

    @property
    def _directory(self) -> Path:
        """The directory to write to; raises UsageError without a home directory."""
        return self._readable or paths.config_directory(self._environ)

    @property
    def path(self) -> Path:
        """The file for tokens outside the keyring."""
        return self._directory / FILE_NAME

    def save(
        self, profile: str, url: str, token: str, *, insecure: bool = False, inline: bool = False
    ) -> str:
        """Store the token of a profile for an API URL; return keyring, file or inline.

        ``insecure`` is the user's consent to a file of mode 0600. ``inline`` is for the sandbox.
        The URL becomes that of the profile. A copy in another storage is removed if possible.
        Raises AuthError if the keyring fails, UsageError if the keyring is disabled and there is
        no consent, or if a file cannot be written.
        """
        from qovery_cli.config import profile_changes

        profiles.check_name(profile)
        token = check_value(token, "the input")
        before = profiles.read(self._directory).profiles.get(profile)
        if inline:
            record = StoredToken("inline", url, value=token)
        elif insecure:
            record = StoredToken("file", url)
            self._write(profile, {"url": url, "token": token})
        else:
            record = self._save_in_keyring(profile, url, token)
        profile_changes.set_token(self._directory, profile, record, api_url=url)
        if before and before.token and _location(before.token) != _location(record):
            with suppress(QoveryError):
                self._remove(profile, before.token)
        return record.storage

    def load(self, profile: Profile) -> str | None:
        """Return the token of a profile, or None if it has none.

        Raises AuthError if the recorded token cannot be read, UsageError for an invalid file.
        """
        stored = profile.token
        if stored is None:
            return None
        if stored.storage == "inline":
            return stored.value
        if stored.storage == "file":
            value = self._read(profile.name, stored)
        else:
            self._require_keyring(profile.name)
            value = self._keychain.get(_service(stored.url), profile.name, stored.backend)
        if not value:
            place = self.path if stored.storage == "file" else "The system keyring"
            raise AuthError(
                f"{place} no longer has the token of profile {profile.name}.",
                hint=f"Sign in again: `qovery auth login --profile {profile.name}`.",
            )
        return value

    def delete(self, profile: Profile) -> bool:
        """Remove the token of a profile and keep the profile; return false if it had none.

        Raises the errors of ``load``; the token and its record are then kept.
        """
        from qovery_cli.config import profile_changes

        if profile.token is None:
            return False
        if profile.token.storage == "keyring":
            self._require_keyring(profile.name)
        self._remove(profile.name, profile.token)
        profile_changes.set_token(self._directory, profile.name, None)
        return True

    def _save_in_keyring(self, profile: str, url: str, token: str) -> StoredToken:
        if self._no_keyring:
            raise UsageError(
                f"{NO_KEYRING} is set, so the token cannot be stored in the system keyring.",
                hint=f"Add --insecure-storage to store it in {self.path}, readable by you only, "
                "or set QOVERY_API_TOKEN instead of signing in.",
            )
        backend = self._keychain.put(_service(url), profile, token)
        return StoredToken("keyring", url, backend=backend)

    def _require_keyring(self, profile: str) -> None:
        if self._no_keyring:
            raise AuthError(
                f"The token of profile {profile} is in the system keyring, which {NO_KEYRING} "
                "disables.",
                hint=f"Unset {NO_KEYRING}, set QOVERY_API_TOKEN, or store the token in a file: "
                f"`qovery auth login --profile {profile} --insecure-storage`.",
            )

    def _remove(self, profile: str, stored: StoredToken) -> None:
        if stored.storage == "file":
            self._write(profile, None)
        elif stored.storage == "keyring" and not self._no_keyring:
            self._keychain.remove(_service(stored.url), profile, stored.backend)

    def _read(self, profile: str, stored: StoredToken) -> str | None:
        entry = _tokens(files.read_json(self.path) or {}, self.path).get(profile)
        if not isinstance(entry, dict) or entry.get("url") != stored.url:
            return None
        value = entry.get("token")
        return value if isinstance(value, str) else None

    def _write(self, profile: str, entry: dict[str, str] | None) -> None:
        def change(data: dict[str, Any]) -> None:
            tokens = _tokens(data, self.path)
            data.setdefault("version", 1)
            if entry is None:
                tokens.pop(profile, None)
            else:
                tokens[profile] = entry

        files.update(self.path, change)


def _tokens(data: dict[str, Any], path: Path) -> dict[str, Any]:
    tokens = data.setdefault("tokens", {})
    if not isinstance(tokens, dict):
        raise files.broken(path, "must have an object at 'tokens'")
    return tokens


def _service(url: str) -> str:
    # The host is part of the key: a changed URL in config.json must not get the token.
    return f"qovery-cli {url_origin(url)}"


def _location(stored: StoredToken) -> tuple[str, str]:
    return stored.storage, url_origin(stored.url) if stored.storage == "keyring" else ""
