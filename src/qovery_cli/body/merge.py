"""Merge changes into an existing body without dropping unrelated fields.

Objects are merged field by field. Lists of objects are merged by the key field of their items,
see LIST_KEYS; every other list is replaced.
"""

import copy
from collections.abc import Mapping, Sequence
from typing import Any, Final

from qovery_cli.body import schemas
from qovery_cli.errors import UsageError
from qovery_cli.messages import available

#: The key field of the items of each list, by path without indexes.
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
    """Return the body with the changes merged in; the arguments are not modified.

    A list item with an existing key updates that item, which keeps its id and all other fields;
    other items are appended, and an empty list clears. If the schema is a union of objects, fields
    of variants that the changes rule out are removed. Raises UsageError for an ambiguous key.
    """
    return _merged(current, changes, list_keys, "", schema)


def remove(
    current: Mapping[str, Any],
    path: str,
    key_value: Any,
    list_keys: Mapping[str, str] = LIST_KEYS,
) -> dict[str, Any]:
    """Return the body without the list item that has this key.

    ``path`` is the dotted path of the list. Raises UsageError with the existing items if none has
    the key.
    """
    key = list_keys[path]
    *outer, last = path.split(".")
    body = copy.deepcopy(dict(current))
    owner: Any = body
    for name in outer:
        owner = owner.get(name) if isinstance(owner, dict) else None
    current_items = owner.get(last) if isinstance(owner, dict) else None
    items = current_items if isinstance(current_items, list) else []
    kept = [item for item in items if not _has_key(item, key, key_value)]
    if len(kept) == len(items):
        existing = [str(item[key]) for item in items if isinstance(item, dict) and key in item]
        hint = available("items", existing) if existing else "The list is empty."
        raise UsageError(f"'{path}' has no item with {key} {str(key_value)!r}.", hint=hint)
    owner[last] = kept
    return body


def json_equal(first: Any, second: Any) -> bool:
    """Compare two JSON values; true is not 1, and the order of lists matters."""
    if isinstance(first, bool) or isinstance(second, bool):
        return first is second
    if isinstance(first, dict) and isinstance(second, dict):
        return first.keys() == second.keys() and all(
            json_equal(first[key], second[key]) for key in first
        )
    if isinstance(first, list) and isinstance(second, list):
        pairs = zip(first, second, strict=False)
        return len(first) == len(second) and all(json_equal(a, b) for a, b in pairs)
    return bool(first == second)


def _merged(
    current: Any, changes: Any, list_keys: Mapping[str, str], path: str, schema: schemas.Schema
) -> Any:
    if isinstance(current, dict) and isinstance(changes, dict):
        unmatched = _unmatched(current, changes, schema)
        body = {
            name: copy.deepcopy(value) for name, value in current.items() if name not in unmatched
        }
        for name, change in changes.items():
            inner = schemas.field(schema, name) or schemas.ANY
            before = body.get(name, schemas.MISSING)
            inner_path = f"{path}.{name}" if path else name
            body[name] = _merged(before, change, list_keys, inner_path, inner)
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
    """Return the index of the item to change: by id if present, else by key, then by name."""
    for field in ("id", key):
        if change.get(field) is None:
            continue
        matches = [
            index for index, item in enumerate(items) if _has_key(item, field, change[field])
        ]
        same_name = [index for index in matches if items[index].get("name") == change.get("name")]
        if len(matches) > 1 and len(same_name) != 1:
            message = f"'{path}' has {len(matches)} items with {field} {change[field]!r}."
            raise UsageError(message, hint="Identify the item by its id.")
        if matches:
            return matches[0] if len(matches) == 1 else same_name[0]
    return None


def _unmatched(
    current: Mapping[str, Any], changes: Mapping[str, Any], schema: schemas.Schema
) -> set[str]:
    """Return the current fields that belong only to variants ruled out by the changes."""
    objects = [plain for plain in schemas.alternatives(schema) if schemas.kind(plain) == "object"]
    field_sets = [set(plain.get("properties", {})) for plain in objects]
    declared: set[str] = set().union(*field_sets)
    possible = [names for names in field_sets if set(changes) & declared <= names]
    tag = schemas.resolved(schema).get("discriminator", {})
    variant = tag.get("mapping", {}).get(str(changes.get(tag.get("property"))))
    if variant is not None:
        possible = [set(schemas.names({"ref": variant}))]
    if (
        len(field_sets) < 2
        or not possible
        or (len(possible) == len(field_sets) and variant is None)
    ):
        return set()
    return (declared - set().union(*possible)) & set(current) - set(changes)


def counterpart(item: Any, items: Any, path: str, list_keys: Mapping[str, str] = LIST_KEYS) -> Any:
    """Return the list item with the same id, else the same key; MISSING for none or several.

    ``path`` is the dotted path of the list, without indexes.
    """
    candidates = items if isinstance(items, list) else []
    for field in ("id", list_keys.get(path, "id")):
        value = item.get(field) if isinstance(item, dict) else None
        matches = [
            other for other in candidates if value is not None and _has_key(other, field, value)
        ]
        if matches:
            return matches[0] if len(matches) == 1 else schemas.MISSING
    return schemas.MISSING


def _are_objects(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(item, dict) for item in value)


def _has_key(item: Any, key: str, value: Any) -> bool:
    return isinstance(item, dict) and item.get(key) is not None and str(item[key]) == str(value)


def distinct(items: Sequence[Any], key: str) -> bool:
    """Check if every item is an object with the key, and all keys are different."""
    keys = [str(item[key]) for item in items if isinstance(item, dict) and key in item]
    return len(keys) == len(set(keys)) == len(items)
