"""Mask secrets in what a command shows: in bodies that are sent, and in answers."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from qovery_cli import catalog
from qovery_cli.errors import UsageError
from qovery_cli.http import redact
from qovery_cli.http.request import Request

if TYPE_CHECKING:
    from qovery_cli.session.session import Session

#: The replacement of a secret value.
MASK = "********"

_SECRET_WORDS = ("password", "secret", "token", "private", "cvv", "credential")
_SECRET_NAMES = ("number", "access_key", "json_credentials")
#: Endings of names that describe a secret without containing it.
_NO_SECRETS = ("_id", "_ids", "Id", "_type", "_name", "_set")
#: Fields that hold what a user stored as public, which is shown as it was stored.
_PUBLIC = frozenset({"value"})


#: Gets the name of a field and its text, and returns the text to show.
_Change = Callable[[str, str], str]


def names_secret(name: str) -> bool:
    """Return whether the name of a field says that its value is secret."""
    if name.endswith(_NO_SECRETS):
        return False
    return any(word in name for word in _SECRET_WORDS) or name in _SECRET_NAMES


def masked(body: Any, secrets: Collection[str] = ()) -> Any:
    """Return a body of a request with its secrets masked.

    Secret is a field with a secret name, a value in ``secrets``, and the user in a URL.
    """
    return _mapped(body, "", _masking(names_secret, secrets))


def redacted(session: "Session", data: Any) -> Any:
    """Return an answer with its secrets masked, items of an iterable as they come.

    Secret is what the command sent as a secret, what the API echoes in a field that the body of a
    change declares under a secret name, and the user in a URL. With --reveal nothing is masked.
    """
    if session.flags.shared.get("reveal"):
        return data
    names = _echoed(session.changing)
    if names or session.secrets:
        change, marker = _masking(names.__contains__, session.secrets), ""
    else:
        change, marker = _public, "@"
    if isinstance(data, Iterable) and not isinstance(data, str | Mapping | list):
        return _each(data, change, marker)
    return _mapped(data, "", change, marker)


def note_secrets(session: "Session", request: Request) -> None:
    """Remember the secrets of a change that is about to be sent; UsageError if one is masked.

    A masked value comes from an answer that was saved to a file without --reveal. Sending it
    would replace the secret.
    """

    def note(name: str, text: str) -> str:
        if f"://{redact.MASK}@" in text:
            raise UsageError(
                f"The value of '{name}' is masked, so it cannot be sent.",
                hint="Get it again with --reveal, or give the value itself.",
            )
        if text and names_secret(name):
            session.secrets.add(text)
        return text

    if request.operation is not None:
        session.changing.add(request.operation)
    _mapped(request.body, "", note)


def _masking(is_secret: Callable[[str], bool], secrets: Collection[str]) -> _Change:
    """Return the function that masks the text of a field."""
    strike = redact.secret_masker(secrets)

    def change(name: str, text: str) -> str:
        if text and (is_secret(name) or text in secrets):
            return MASK
        return _public(name, strike(text))

    return change


def _public(name: str, text: str) -> str:
    return text if name in _PUBLIC else redact.mask_urls(text)


def _each(data: Iterable[Any], change: _Change, marker: str) -> Iterator[Any]:
    try:
        for item in data:
            yield _mapped(item, "", change, marker)
    finally:
        close = getattr(data, "close", None)
        if close is not None:
            close()


def _mapped(value: Any, name: str, change: _Change, marker: str = "") -> Any:
    """Return a value with its texts changed; what has none to change stays the same object.

    Texts without ``marker`` are skipped: a list may have a million of them.
    """
    if isinstance(value, str):
        return change(name, value)
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
            changed = change(inside, inner)
        elif kind is dict or kind is list:
            changed = _mapped(inner, inside, change, marker)
        else:
            continue
        if changed is not inner:
            new = value.copy() if new is None else new
            new[key] = changed
    return value if new is None else new


def _echoed(operations: Iterable[str]) -> set[str]:
    """Return the secret names of fields in the bodies of operations, at any depth and level."""
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
