"""Merge two concurrent changes of a body (three-way merge).

Fields are merged one by one, lists of objects item by item; other lists are single values.
"""

import copy
from collections.abc import Mapping
from typing import Any

from qovery_cli.body import schemas
from qovery_cli.body.merge import LIST_KEYS, distinct, json_equal
from qovery_cli.frozen import record


@record
class Merged:
    """The result of a three-way merge.

    ``theirs`` are the paths that only the other side changed, ``conflicts`` those that both sides
    changed to different values; the body has our value there. List items are identified by key,
    as in ``ports[internal_port=8080].name``.
    """

    body: Any
    theirs: tuple[str, ...] = ()
    conflicts: tuple[str, ...] = ()


def three_way_merge(
    base: Any, ours: Any, theirs: Any, list_keys: Mapping[str, str] = LIST_KEYS
) -> Merged:
    """Apply the changes from ``base`` to ``ours`` to ``theirs``; the arguments stay unmodified."""
    merge = _Merge(list_keys)
    body = merge.values("", "", base, ours, theirs)
    return Merged(copy.deepcopy(body), tuple(merge.theirs), tuple(merge.conflicts))


class _Merge:
    """A walk over three versions of a body; MISSING marks an absent field."""

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
            base_items = base if isinstance(base, list) else []
            key = self.key(plain, base_items, ours, theirs)
            if key is not None:
                return self.items(path, plain, key, base_items, ours, theirs)
        self.conflicts.append(path)
        return ours

    def fields(
        self, path: str, plain: str, base: Any, ours: dict[str, Any], theirs: dict[str, Any]
    ) -> dict[str, Any]:
        base_fields, body = base if isinstance(base, dict) else {}, {}
        for name in dict.fromkeys([*theirs, *ours]):
            versions = (
                version.get(name, schemas.MISSING) for version in (base_fields, ours, theirs)
            )
            inner, plain_inner = (
                f"{version}.{name}" if version else name for version in (path, plain)
            )
            value = self.values(inner, plain_inner, *versions)
            if value is not schemas.MISSING:
                body[name] = value
        return body

    def items(
        self, path: str, plain: str, key: str, base: list[Any], ours: list[Any], theirs: list[Any]
    ) -> list[Any]:
        base_by_key, ours_by_key, theirs_by_key = (
            {str(item[key]): item for item in version} for version in (base, ours, theirs)
        )
        body = []
        for label in dict.fromkeys([*ours_by_key, *theirs_by_key, *base_by_key]):
            versions = (
                version.get(label, schemas.MISSING)
                for version in (base_by_key, ours_by_key, theirs_by_key)
            )
            value = self.values(f"{path}[{key}={label}]", plain, *versions)
            if value is not schemas.MISSING:
                body.append(value)
        return body

    def key(self, plain: str, *lists: list[Any]) -> str | None:
        """Return the field that identifies the items of all lists, None without one."""
        for key in (self.list_keys.get(plain), "id", "key", "name"):
            if key and all(distinct(items, key) for items in lists):
                return key
        return None
