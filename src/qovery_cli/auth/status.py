"""The authentication status, determined without a request to the API."""

from collections.abc import Mapping

from qovery_cli.auth.token import Store, find_token, ignored_variables, masked, source_of
from qovery_cli.config.profiles import Profiles
from qovery_cli.config.settings import Settings
from qovery_cli.frozen import record

#: Instructions for creating a token.
WHERE_TO_MAKE_A_TOKEN = (
    "Create an API token in the console (https://console.qovery.com, Organization settings > API "
    "tokens), or with `qovery org token create` where you are signed in already."
)


@record
class Status:
    """The token in use. ``token`` is masked; ``expires_at`` is UTC, ISO 8601, None if unknown.

    ``storage`` is variable, keyring, file or inline; ``plain_text`` is true if the token is
    stored unencrypted on disk. ``ignored`` lists the sources of tokens that are not used.
    """

    profile: str
    api_url: str
    api_level: str
    source: str
    storage: str
    plain_text: bool
    token: str
    scheme: str
    expires_at: str | None
    ignored: tuple[str, ...]


@record
class ProfileToken:
    """The recorded storage of the token of one profile; the token itself is not read."""

    profile: str
    active: bool
    api_url: str | None
    storage: str | None
    plain_text: bool


def describe(settings: Settings, environ: Mapping[str, str], store: Store) -> Status:
    """Return the status of the token in use; raise the errors of find_token."""
    token = find_token(settings, environ, store)
    stored = settings.stored.token
    from_profile = stored is not None and token.source == source_of(settings, stored)
    storage = stored.storage if stored and from_profile else "variable"
    ignored = ignored_variables(settings, environ)
    if stored and not from_profile:
        ignored = (*ignored, f"profile {settings.profile} ({stored.storage})")
    return Status(
        profile=settings.profile,
        api_url=settings.api_url,
        api_level=settings.api_level,
        source=token.source,
        storage=storage,
        plain_text=storage in {"file", "inline"},
        token=masked(token.value),
        scheme=token.scheme,
        expires_at=expires_at(token.value),
        ignored=ignored,
    )


def describe_profiles(profiles: Profiles) -> list[ProfileToken]:
    """Return the recorded storage of each profile's token, in the order of the file."""
    return [
        ProfileToken(
            profile=name,
            active=name == profiles.active,
            api_url=profile.token.url if profile.token else profile.api_url,
            storage=profile.token.storage if profile.token else None,
            plain_text=profile.token is not None and profile.token.storage != "keyring",
        )
        for name, profile in profiles.profiles.items()
    ]


def expires_at(value: str) -> str | None:
    """Return the expiry of a JWT (RFC 7519, ``exp``) in ISO 8601; None for other tokens."""
    import base64
    import json
    from datetime import UTC, datetime

    parts = value.split(".")
    if len(parts) != 3:
        return None
    try:
        payload = json.loads(base64.urlsafe_b64decode(parts[1] + "=" * (-len(parts[1]) % 4)))
        return datetime.fromtimestamp(payload["exp"], UTC).isoformat()
    except (ValueError, TypeError, KeyError, OverflowError, OSError, RecursionError):
        return None
