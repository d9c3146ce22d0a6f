"""Match a name against the items of a list."""

from collections.abc import Iterable, Mapping
from typing import Any
from unicodedata import normalize
from urllib.parse import unquote

from qovery_cli.catalog.resources import ALL_SERVICES, Resource

_DATE = len("2026-01-31")

#: The scopes of inherited variables, nearest first.
_SCOPES = ("ENVIRONMENT", "PROJECT", "BUILT_IN")


def items_of(
    rows: Iterable[Any], resource: Resource, operation: str | None = None
) -> list[Mapping[str, Any]]:
    """Return the items of a kind in a list, those with an id.

    ``operation`` returned the list; by default it is the kind's own list operation.
    """
    # Only the list of all services has items of several kinds.
    is_shared = (operation or resource.list_operation) == ALL_SERVICES
    service_type = resource.service_type if is_shared else None
    if resource.items_field is not None:
        nested = (row.get(resource.items_field) for row in rows if isinstance(row, Mapping))
        rows = [item for value in nested if isinstance(value, list) for item in value]
    return [
        item
        for item in rows
        if isinstance(item, Mapping) and id_of(item, resource)
        if service_type in {None, item.get("service_type") or service_type}
    ]


def id_of(item: Mapping[str, Any], resource: Resource) -> str:
    """Return the id of an item, "" without one."""
    return str(_value_at(item, resource.id_field) or "")


def names_of(item: Mapping[str, Any], resource: Resource) -> list[str]:
    """Return the names that an item can be referred to by, the preferred one first.

    Paths joined by colons make one name of several fields. A timestamp also matches by its date.
    """
    names: list[str] = []
    for field in resource.name_fields:
        parts = [_value_at(item, path) for path in field.split(":")]
        if any(part in (None, "") for part in parts):
            continue
        name = ":".join(str(part) for part in parts)
        names += [name[:_DATE], name] if field.endswith("_at") else [name]
    return names


def matching(
    items: Iterable[Mapping[str, Any]], text: str, resource: Resource
) -> list[Mapping[str, Any]]:
    """Return the items whose name or id is the text.

    An exact match, or the id, takes precedence over another case; the text as typed over its
    percent-decoded form (``%2F`` is a slash). A host name also matches by its punycode form. Of
    equal names in several scopes, the parent's own scope takes precedence, then the nearest.
    """
    rows = [item for item in items if id_of(item, resource)]
    for wanted in dict.fromkeys((text, unquote(text), *_punycode(text, resource))):
        for normalized in (_nfc,) if resource.case_sensitive else (_nfc, _casefold):
            matches = [
                item
                for item in rows
                if normalized(wanted) in {normalized(name) for name in names_of(item, resource)}
                or id_of(item, resource) == wanted
            ]
            if matches:
                return _nearest(matches, resource)
    return []


def _punycode(text: str, resource: Resource) -> list[str]:
    """Return the ASCII form of an international host name, as the API stores it."""
    if not resource.host_name or text.isascii():
        return []
    from qovery_cli.body.hostnames import host_name

    name = host_name(text)
    return [name] if name else []


def _nearest(matches: list[Mapping[str, Any]], resource: Resource) -> list[Mapping[str, Any]]:
    if resource.own_scope is None:
        return matches
    for scope in (resource.own_scope, *_SCOPES):
        in_scope = [item for item in matches if item.get("scope") == scope]
        if in_scope:
            return in_scope
    return matches


def _nfc(name: str) -> str:
    # macOS returns file names in decomposed form, so names pasted from them are decomposed too.
    return normalize("NFC", name)


def _casefold(name: str) -> str:
    return normalize("NFC", normalize("NFC", name).casefold()).strip()


def _value_at(item: Any, path: str) -> Any:
    for part in path.split("."):
        item = item.get(part) if isinstance(item, Mapping) else None
    return item
