"""Which items of a list a name means."""

from collections.abc import Iterable, Mapping
from typing import Any
from unicodedata import normalize
from urllib.parse import unquote

from qovery_cli.catalog.resources import Resource

_DATE = len("2026-01-31")

#: Where inherited variables come from, the nearest scope first.
_SCOPES = ("ENVIRONMENT", "PROJECT", "BUILT_IN")


def names_of(item: Mapping[str, Any], resource: Resource) -> list[str]:
    """Return what an item can be called by, the best name first.

    Paths joined by colons make one name of several fields; of a time, the date is enough.
    """
    names: list[str] = []
    for field in resource.name_fields:
        parts = [_at(item, path) for path in field.split(":")]
        if any(part in (None, "") for part in parts):
            continue
        name = ":".join(str(part) for part in parts)
        names += [name[:_DATE], name] if field.endswith("_at") else [name]
    return names


def matching(
    items: Iterable[Mapping[str, Any]], text: str, resource: Resource
) -> list[Mapping[str, Any]]:
    """Return the items that a text names.

    The same spelling, or the id, wins over another case; a name as typed wins over one with
    percent signs decoded (``%2F`` is a slash). A host name is found by its international form. Of
    equal names in several scopes, that of the parent's own wins, else the nearest.
    """
    rows = [item for item in items if item.get("id")]
    for wanted in dict.fromkeys((text, unquote(text), *_punycode(text, resource))):
        for spelled in (_plain,) if resource.case_sensitive else (_plain, _folded):
            hits = [
                item
                for item in rows
                if spelled(wanted) in {spelled(name) for name in names_of(item, resource)}
                or str(item["id"]) == wanted
            ]
            if hits:
                return _nearest(hits, resource)
    return []


def _punycode(text: str, resource: Resource) -> list[str]:
    """Return the form in which the API has an international host name."""
    if not resource.host_name or text.isascii():
        return []
    from qovery_cli.body.hostnames import host_name

    name = host_name(text)
    return [name] if name else []


def _nearest(hits: list[Mapping[str, Any]], resource: Resource) -> list[Mapping[str, Any]]:
    if resource.own_scope is None:
        return hits
    for scope in (resource.own_scope, *_SCOPES):
        near = [item for item in hits if item.get("scope") == scope]
        if near:
            return near
    return hits


def _plain(name: str) -> str:
    # macOS hands out file names, and so what is pasted from them, in decomposed form.
    return normalize("NFC", name)


def _folded(name: str) -> str:
    return normalize("NFC", normalize("NFC", name).casefold()).strip()


def _at(item: Any, path: str) -> Any:
    for part in path.split("."):
        item = item.get(part) if isinstance(item, Mapping) else None
    return item
