"""Merge two changes of one body that were made at the same time.

Fields are merged one by one, lists of objects item by item; any other list is one value.
"""

import copy
from collections.abc import Mapping
from typing import Any

from qovery_cli.body import schemas
from qovery_cli.body.merge import LIST_KEYS, distinct, json_equal
from qovery_cli.frozen import record


@record
class Merged:
    """The body with both changes.

    ``theirs`` are the paths that only the other side changed, ``conflicts`` those that both sides
    changed to different values; there the body has our value. Items of lists are named by their
    key, as in ``ports[internal_port=8080].name``.
    """

    body: Any
    theirs: tuple[str, ...] = ()
    conflicts: tuple[str, ...] = ()


def three_way_merge(
    base: Any, ours: Any, theirs: Any, list_keys: Mapping[str, str] = LIST_KEYS
) -> Merged:
    """Return ``theirs`` with what ``ours`` changes of ``base``; no argument is changed."""
    merge = _Merge(list_keys)
    body = merge.values("", "", base, ours, theirs)
    return Merged(copy.deepcopy(body), tuple(merge.theirs), tuple(merge.conflicts))


class _Merge:
    """Walks three versions of a body at once. MISSING stands for a field that is not there."""

    def __init__(self, list_keys: Mapping[str, str]) -> None:
        self.list_keys = list_keys
        self.theirs: list[str] = []
        self.conflicts: list[str] = []

    def values(self, path: str, plain: str, base: Any, ours: Any, theirs: Any) -> Any:
        """Return the merged value; ``plain`` is the path without indexes."""
        if json_equal(base, theirs) or json_equal(ours, theirs):
            return ours
        if json_equal(base, ours):
            self.theirs.append(path)
            return theirs
        if isinstance(ours, dict) and isinstance(theirs, dict):
            return self.fields(path, plain, base, ours, theirs)
        if isinstance(ours, list) and isinstance(theirs, list):
            known = base if isinstance(base, list) else []
            key = self.key(plain, known, ours, theirs)
            if key is not None:
                return self.items(path, plain, key, known, ours, theirs)
        self.conflicts.append(path)
        return ours

    def fields(
        self, path: str, plain: str, base: Any, ours: dict[str, Any], theirs: dict[str, Any]
    ) -> dict[str, Any]:
        known, body = base if isinstance(base, dict) else {}, {}
        for name in dict.fromkeys([*theirs, *ours]):
            three = (each.get(name, schemas.MISSING) for each in (known, ours, theirs))
            inner, plain_inner = (f"{each}.{name}" if each else name for each in (path, plain))
            value = self.values(inner, plain_inner, *three)
            if value is not schemas.MISSING:
                body[name] = value
        return body

    def items(
        self, path: str, plain: str, key: str, base: list[Any], ours: list[Any], theirs: list[Any]
    ) -> list[Any]:
        before, own, other = (
            {str(item[key]): item for item in each} for each in (base, ours, theirs)
        )
        body = []
        for label in dict.fromkeys([*own, *other, *before]):
            three = (each.get(label, schemas.MISSING) for each in (before, own, other))
            value = self.values(f"{path}[{key}={label}]", plain, *three)
            if value is not schemas.MISSING:
                body.append(value)
        return body

    def key(self, plain: str, *lists: list[Any]) -> str | None:
        """Return the field that tells all items of all lists apart, None if there is none."""
        for key in (self.list_keys.get(plain), "id", "key", "name"):
            if key and all(distinct(items, key) for items in lists):
                return key
        return None
