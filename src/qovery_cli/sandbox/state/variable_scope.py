"""Visibility of variables and secrets at a project, an environment or a service.

Both are documents of kind ``variable`` below the resource of their scope; secrets have
``is_secret``. ``target`` is the variable that an alias or override refers to. Visible are the
variables of the resource and of its parents, and the built-in ones.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from qovery_cli.sandbox.handler import Refusal
from qovery_cli.sandbox.service_kinds import enum_word
from qovery_cli.sandbox.state import builtin_variables
from qovery_cli.sandbox.state.store import Document, Store

KIND = "variable"
#: Fields copied unchanged to a response.
_FIELDS = (
    "id",
    "created_at",
    "updated_at",
    "key",
    "scope",
    "variable_type",
    "is_secret",
    "mount_path",
    "description",
    "enable_interpolation_in_file",
    "owned_by",
    "service_id",
    "service_name",
    "service_type",
)
_RANKS = {"BUILT_IN": 0, "PROJECT": 1, "ENVIRONMENT": 2}
#: Kinds of service that API 1.0.3 supports as origin of a built-in variable.
_NAMED_EARLIER = ("APPLICATION", "DATABASE")


def rank(scope: str) -> int:
    """Return the rank of a scope, from 0 for BUILT_IN to 3 for a service."""
    return _RANKS.get(scope, 3)


@dataclass(frozen=True, slots=True)
class Owner:
    """The resource that has variables: kind (``project``, ``environment``, ...) and id."""

    kind: str
    id: str

    @property
    def scope(self) -> str:
        """The scope of its variables."""
        return enum_word(self.kind)


def owners(store: Store, owner: Owner) -> list[Owner]:
    """Return an owner and its parents, the project first."""
    if owner.kind == "project":
        return [owner]
    if owner.kind == "environment":
        return [Owner("project", store.parent("environment", owner.id) or ""), owner]
    environment = Owner("environment", store.parent(owner.kind, owner.id) or "")
    return [*owners(store, environment), owner]


def visible(store: Store, owner: Owner) -> list[Document]:
    """Return all visible variables, wide scopes first, with resolved values.

    An alias has its target's value. An alias without its target is omitted.
    """
    entries: list[Document] = []
    for source in owners(store, owner):
        entries += built_in_at(store, source)
    for source in owners(store, owner):
        entries += store.children(KIND, source.id)
    by_id = {entry["id"]: entry for entry in entries}
    resolved = (_resolved(entry, by_id) for entry in entries)
    return [entry for entry in resolved if entry is not None]


def built_in_at(store: Store, owner: Owner) -> list[Document]:
    """Return the built-in variables of an owner, without those of its parents."""
    doc = store.get(owner.kind, owner.id)
    if doc is None:
        return []
    if owner.kind == "project":
        return builtin_variables.of_project(doc)
    if owner.kind == "environment":
        return builtin_variables.of_environment(store, doc)
    return builtin_variables.of_service(owner.kind, doc)


def _resolved(entry: Document, by_id: Mapping[str, Document]) -> Document | None:
    if "target" not in entry:
        return entry
    target = by_id.get(entry["target"])
    if target is None:
        return None
    # A variable that had aliases can itself have become an alias.
    resolved = _resolved(target, by_id) if is_alias(target) else target
    if resolved is None:
        return None
    result = {**entry, "of": target}
    return {**result, "value": resolved["value"]} if is_alias(entry) else result


def is_alias(entry: Document) -> bool:
    """Return whether a variable is an alias of its target."""
    return bool(entry["variable_type"] == "ALIAS")


def visible_entry(store: Store, owner: Owner, id: str, secret: bool | None = None) -> Document:
    """Return the visible variable with an id; Refusal 404 if it does not exist.

    A variable outside the visible scopes is rejected with 400.
    """
    noun = "secret" if secret else "variable"
    for entry in visible(store, owner):
        if entry["id"] == id and secret in (None, entry["is_secret"]):
            return entry
    stored = store.get(KIND, id)
    if stored is not None and secret in (None, stored["is_secret"]):
        scope = stored["scope"].lower()
        raise Refusal(400, f"The {noun} belongs to another {scope}, which is not above this one.")
    raise Refusal(404, f"No {noun} with the id {id} was found.")


def own_entry(store: Store, owner: Owner, id: str, secret: bool | None = None) -> Document:
    """Return an owner's own variable by its id; Refusal if it may not be changed."""
    entry = visible_entry(store, owner, id, secret)
    if entry["scope"] == "BUILT_IN":
        raise Refusal(400, f"{entry['key']} is built in and cannot be changed or deleted.")
    if store.parent(KIND, id) != owner.id:
        scope = entry["scope"]
        raise Refusal(400, f"{entry['key']} has the scope {scope} and can only be changed there.")
    return entry


def entry_with_key(store: Store, owner: Owner, key: str) -> Document | None:
    """Return an owner's own variable by its key, or None."""
    return next((entry for entry in store.children(KIND, owner.id) if entry["key"] == key), None)


def entry_for_level(entry: Document, level: str, family: str) -> Document:
    """Return a variable in the format of the API.

    ``family`` is ``variable`` or ``secret`` for the operations of that name, or ``any`` for those
    for both. A secret never has a value.
    """
    answer = {name: entry[name] for name in _FIELDS if name in entry}
    if level == "1.0.3" and entry.get("service_type") not in _NAMED_EARLIER:
        answer.pop("service_type", None)
    if family != "secret":
        answer["value"] = None if entry["is_secret"] else entry["value"]
    if "of" in entry:
        relation = "aliased" if is_alias(entry) else "overridden"
        noun = "secret" if family == "secret" else "variable"
        answer[f"{relation}_{noun}"] = _reference(entry["of"], family)
    return answer


def _reference(entry: Document, family: str) -> Document:
    answer = {name: entry[name] for name in ("id", "key", "scope", "variable_type")}
    answer["mount_path"] = entry.get("mount_path") or ""
    if family != "secret":
        answer["value"] = None if entry["is_secret"] else entry["value"]
    return answer
