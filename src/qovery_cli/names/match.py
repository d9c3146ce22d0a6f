"""Which items of a list a name means."""

from collections.abc import Iterable, Mapping
from typing import Any
from unicodedata import normalize
from urllib.parse import unquote

from qovery_cli.catalog.resources import Resource


def names_of(item: Mapping[str, Any], resource: Resource) -> list[str]:
    """Return what an item can be called by, the best name first."""
    found = (_at(item, path) for path in resource.name_fields)
    return [str(value) for value in found if value not in (None, "")]


def matching(
    items: Iterable[Mapping[str, Any]], text: str, resource: Resource
) -> list[Mapping[str, Any]]:
    """Return the items that a text names.

    The same spelling, or the id, wins over another case; a name as typed wins over one with
    percent signs decoded (``%2F`` is a slash). Of equal names, those of the parent's own scope
    win over inherited ones.
    """
    rows = [item for item in items if item.get("id")]
    for wanted in dict.fromkeys((text, unquote(text))):
        for spelled in (_plain,) if resource.case_sensitive else (_plain, _folded):
            hits = [
                item
                for item in rows
                if spelled(wanted) in {spelled(name) for name in names_of(item, resource)}
                or str(item["id"]) == wanted
            ]
            if hits:
                own = [item for item in hits if item.get("scope") == resource.own_scope]
                return own if resource.own_scope and own else hits
    return []


def _plain(name: str) -> str:
    # macOS hands out file names, and so what is pasted from them, in decomposed form.
    return normalize("NFC", name)


def _folded(name: str) -> str:
    return normalize("NFC", normalize("NFC", name).casefold()).strip()


def _at(item: Any, path: str) -> Any:
    for part in path.split("."):
        item = item.get(part) if isinstance(item, Mapping) else None
    return item
