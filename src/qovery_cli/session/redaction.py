"""Mask secrets in printed requests and responses."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from qovery_cli import catalog
from qovery_cli.errors import UsageError
from qovery_cli.http import redact
from qovery_cli.http.request import Request

if TYPE_CHECKING:
    from qovery_cli.session.connection import Connection
    from qovery_cli.session.session import Session

#: The replacement of a secret value.
MASK = "********"

_SECRET_WORDS = ("password", "secret", "token", "private", "cvv", "credential")
_SECRET_NAMES = ("number", "access_key", "json_credentials")
#: Suffixes of fields that describe a secret without containing it.
_NO_SECRETS = ("_id", "_ids", "Id", "_type", "_name", "_set")
#: Fields with values that the user stored as public, which are printed unchanged.
_PUBLIC = frozenset({"value"})


#: Maps the name and the string of a field to the string to print.
_Masker = Callable[[str, str], str]


def names_secret(name: str) -> bool:
    """Return True for the name of a field with a secret value."""
    if name.endswith(_NO_SECRETS):
        return False
    return any(word in name for word in _SECRET_WORDS) or name in _SECRET_NAMES


def masked(body: Any, secrets: Collection[str] = ()) -> Any:
    """Return the body of a request with its secrets masked.

    Masks fields with a secret name, values in ``secrets``, and credentials in URLs.
    """
    return _map_strings(body, "", _masker(names_secret, secrets))


def redacted(session: "Session", data: Any) -> Any:
    """Return the data of a response with its secrets masked; masks an iterable lazily.

    Masks the secrets that the command sent, fields that the body of a change declares under a
    secret name (the API may echo them), and credentials in URLs. Masks nothing with --reveal.
    """
    if session.flags.shared.get("reveal"):
        return data
    names = _echoed(session.changing)
    if names or session.secrets:
        mask, marker = _masker(names.__contains__, session.secrets), ""
    else:
        mask, marker = _mask_credentials, "@"
    if isinstance(data, Iterable) and not isinstance(data, str | Mapping | list):
        return _map_each(data, mask, marker)
    return _map_strings(data, "", mask, marker)


def note_secrets(session: "Connection", request: Request) -> None:
    """Record the secrets of a change before it is sent; raise UsageError if one is masked.

    A masked value comes from a response that was saved to a file without --reveal. Sending it
    would overwrite the secret.
    """

    def note(name: str, text: str) -> str:
        if f"://{redact.MASK}@" in text:
            raise UsageError(
                f"The value of '{name}' is masked, so it cannot be sent.",
                hint="Fetch it with --reveal, or specify the value itself.",
            )
        if text and names_secret(name):
            session.secrets.add(text)
        return text

    if request.operation is not None:
        session.changing.add(request.operation)
    _map_strings(request.body, "", note)


def _masker(is_secret: Callable[[str], bool], secrets: Collection[str]) -> _Masker:
    """Return a function that masks the string of a field."""
    mask_known = redact.secret_masker(secrets)

    def mask(name: str, text: str) -> str:
        if text and (is_secret(name) or text in secrets):
            return MASK
        return _mask_credentials(name, mask_known(text))

    return mask


def _mask_credentials(name: str, text: str) -> str:
    return text if name in _PUBLIC else redact.mask_urls(text)


def _map_each(data: Iterable[Any], mask: _Masker, marker: str) -> Iterator[Any]:
    try:
        for item in data:
            yield _map_strings(item, "", mask, marker)
    finally:
        close = getattr(data, "close", None)
        if close is not None:
            close()


def _map_strings(value: Any, name: str, mask: _Masker, marker: str = "") -> Any:
    """Return a value with its strings masked; return the same object if nothing changes.

    Strings without ``marker`` are skipped, because a list may have a million of them.
    """
    if isinstance(value, str):
        return mask(name, value)
    if isinstance(value, dict):
        pairs: Iterable[tuple[Any, Any]] = value.items()
    elif isinstance(value, list):
        pairs = enumerate(value)
    else:
        return value
    new: Any = None
    for key, inner in pairs:
        kind = type(inner)
        inside = key if isinstance(key, str) else name
        if kind is str:
            if marker not in inner:
                continue
            changed = mask(inside, inner)
        elif kind is dict or kind is list:
            changed = _map_strings(inner, inside, mask, marker)
        else:
            continue
        if changed is not inner:
            new = value.copy() if new is None else new
            new[key] = changed
    return value if new is None else new


def _echoed(operations: Iterable[str]) -> set[str]:
    """Return the secret field names in the bodies of operations, at any depth and API level."""
    names: set[str] = set()
    for key in operations:
        body = catalog.operation(key).body
        if body is not None:
            names.update(_secret_names(body, set()))
    return names


def _secret_names(schema: Mapping[str, Any], seen: set[str]) -> Iterator[str]:
    while "ref" in schema:
        if schema["ref"] in seen:
            return
        seen.add(schema["ref"])
        schema = catalog.resolve(schema)
    for name, inner in schema.get("properties", {}).items():
        if names_secret(name):
            yield name
        yield from _secret_names(inner, seen)
    forms = [*schema.get("by_api", {}).values(), *schema.get("one_of", ())]
    forms += [schema[key] for key in ("items", "additional") if isinstance(schema.get(key), dict)]
    for form in forms:
        yield from _secret_names(form, seen)
