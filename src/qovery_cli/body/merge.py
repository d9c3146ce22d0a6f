"""What a body becomes when some of it is changed: nothing is lost that was not meant.

Objects are merged field by field. Lists of objects are merged by the field that tells their items
apart, which LIST_KEYS names; every other list is replaced.
"""

import copy
from collections.abc import Mapping, Sequence
from typing import Any, Final

from qovery_cli.body import schemas
from qovery_cli.body.suggestions import listed
from qovery_cli.errors import UsageError

#: By which field the items of a list are told apart; the path has no indexes.
LIST_KEYS: Final[Mapping[str, str]] = {
    "annotations": "key",
    "annotations_groups": "id",
    "cluster_permissions": "cluster_id",
    "features": "id",
    "labels": "key",
    "labels_groups": "id",
    "outputs": "name",
    "ports": "internal_port",
    "project_permissions": "project_id",
    "project_permissions.permissions": "environment_type",
    "project_repositories": "url",
    "routes": "destination",
    "secret_manager_accesses": "name",
    "storage": "mount_point",
    "terraform_variables_source.tf_vars": "key",
    "values_override.file.raw.values": "name",
}


def merge(
    current: Any,
    changes: Any,
    list_keys: Mapping[str, str] = LIST_KEYS,
    schema: schemas.Schema = schemas.ANY,
) -> Any:
    """Return the body with the changes made; neither argument is changed.

    An item with the key of one there updates it, which keeps its id and all that is not mentioned;
    other items are added, and an empty list clears. Where the schema unites several objects, the
    fields of the variant that the changes leave are taken out. UsageError if a key means several.
    """
    return _merged(current, changes, list_keys, "", schema)


def remove(
    current: Mapping[str, Any],
    path: str,
    key_value: Any,
    list_keys: Mapping[str, str] = LIST_KEYS,
) -> dict[str, Any]:
    """Return the body without the item of a list that has this key.

    ``path`` names the list, dotted. UsageError names the items there are if there is none.
    """
    key = list_keys[path]
    *outer, last = path.split(".")
    body = copy.deepcopy(dict(current))
    owner: Any = body
    for name in outer:
        owner = owner.get(name) if isinstance(owner, dict) else None
    held = owner.get(last) if isinstance(owner, dict) else None
    items = held if isinstance(held, list) else []
    kept = [item for item in items if not _is(item, key, key_value)]
    if len(kept) == len(items):
        there = [str(item[key]) for item in items if isinstance(item, dict) and key in item]
        hint = f"There is {listed(there, 'and')}." if there else "There is none at all."
        raise UsageError(f"'{path}' has no item whose {key} is {str(key_value)!r}.", hint=hint)
    owner[last] = kept
    return body


def json_equal(one: Any, other: Any) -> bool:
    """Whether two JSON values are equal; true is not 1, and the order of a list counts."""
    if isinstance(one, bool) or isinstance(other, bool):
        return one is other
    if isinstance(one, dict) and isinstance(other, dict):
        return one.keys() == other.keys() and all(json_equal(one[key], other[key]) for key in one)
    if isinstance(one, list) and isinstance(other, list):
        pairs = zip(one, other, strict=False)
        return len(one) == len(other) and all(json_equal(left, right) for left, right in pairs)
    return bool(one == other)


def unchanged(before: Any, after: Any) -> bool:
    """Whether an update has nothing to send."""
    return json_equal(before, after)


def _merged(
    current: Any, changes: Any, list_keys: Mapping[str, str], path: str, schema: schemas.Schema
) -> Any:
    if isinstance(current, dict) and isinstance(changes, dict):
        left = _unmatched(current, changes, schema)
        body = {name: copy.deepcopy(one) for name, one in current.items() if name not in left}
        for name, change in changes.items():
            inner = schemas.field(schema, name) or schemas.ANY
            known = body.get(name, schemas.MISSING)
            place = f"{path}.{name}" if path else name
            body[name] = _merged(known, change, list_keys, place, inner)
        return body
    if path in list_keys and _are_objects(current) and _are_objects(changes) and changes:
        return _merged_items(current, changes, list_keys, path, schema)
    return copy.deepcopy(changes)


def _merged_items(
    current: list[dict[str, Any]],
    changes: list[dict[str, Any]],
    list_keys: Mapping[str, str],
    path: str,
    schema: schemas.Schema,
) -> list[Any]:
    merged: list[Any] = copy.deepcopy(current)
    item_schema = schemas.items(schema)
    for change in changes:
        index = _index_of(change, merged, list_keys[path], path)
        if index is None:
            merged.append(copy.deepcopy(change))
        else:
            merged[index] = _merged(merged[index], change, list_keys, path, item_schema)
    return merged


def _index_of(
    change: dict[str, Any], items: list[dict[str, Any]], key: str, path: str
) -> int | None:
    """Return which item a change means: by id if it gives one, else by key, then also by name."""
    for field in ("id", key):
        if change.get(field) is None:
            continue
        found = [index for index, item in enumerate(items) if _is(item, field, change[field])]
        named = [index for index in found if items[index].get("name") == change.get("name")]
        if len(found) > 1 and len(named) != 1:
            message = f"'{path}' has {len(found)} items whose {field} is {change[field]!r}."
            raise UsageError(message, hint="Say which one by its id.")
        if found:
            return found[0] if len(found) == 1 else named[0]
    return None


def _unmatched(
    current: Mapping[str, Any], changes: Mapping[str, Any], schema: schemas.Schema
) -> set[str]:
    """Return the fields of the variants that the changes rule out."""
    plains = [each for each in schemas.alternatives(schema) if schemas.kind(each) == "object"]
    variants = [set(plain.get("properties", {})) for plain in plains]
    known: set[str] = set().union(*variants)
    chosen = [names for names in variants if set(changes) & known <= names]
    tag = schemas.resolved(schema).get("discriminator", {})
    named = tag.get("mapping", {}).get(str(changes.get(tag.get("property"))))
    if named is not None:
        chosen = [set(schemas.names({"ref": named}))]
    if len(variants) < 2 or not chosen or (len(chosen) == len(variants) and named is None):
        return set()
    return (known - set().union(*chosen)) & set(current) - set(changes)


def counterpart(item: Any, items: Any, path: str, list_keys: Mapping[str, str] = LIST_KEYS) -> Any:
    """Return which of the items of a list is the same thing: the same id, else the same key.

    ``path`` names the list, dotted and without indexes. MISSING if there is none, or several.
    """
    held = items if isinstance(items, list) else []
    for field in ("id", list_keys.get(path, "id")):
        value = item.get(field) if isinstance(item, dict) else None
        found = [other for other in held if value is not None and _is(other, field, value)]
        if found:
            return found[0] if len(found) == 1 else schemas.MISSING
    return schemas.MISSING


def _are_objects(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(item, dict) for item in value)


def _is(item: Any, key: str, value: Any) -> bool:
    return isinstance(item, dict) and item.get(key) is not None and str(item[key]) == str(value)


def distinct(items: Sequence[Any], key: str) -> bool:
    """Whether every item is an object that has the key, and no two the same."""
    found = [str(item[key]) for item in items if isinstance(item, dict) and key in item]
    return len(found) == len(set(found)) == len(items)
