"""Which variables and secrets a project, an environment or a service sees.

Both are documents of kind ``variable`` below the resource whose scope they have; secrets are
marked ``is_secret``. An alias and an override name in ``target`` the entry they stand for. What is
visible is the own entries and those of everything above, with the built-in ones.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from qovery_cli.sandbox.handler import Refusal
from qovery_cli.sandbox.state import builtin_variables
from qovery_cli.sandbox.state.kinds import enum_word
from qovery_cli.sandbox.state.store import Document, Store

KIND = "variable"
#: The fields of an entry that an answer shows as they are.
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
#: The kinds of service that API 1.0.3 can name as the origin of a built-in variable.
_NAMED_EARLIER = ("APPLICATION", "DATABASE")


def rank(scope: str) -> int:
    """Return how narrow a scope is: 0 for BUILT_IN to 3 for that of any kind of service."""
    return _RANKS.get(scope, 3)


@dataclass(frozen=True, slots=True)
class Owner:
    """Where variables are: the kind (``project``, ``environment``, ``application`` ...) and id."""

    kind: str
    id: str

    @property
    def scope(self) -> str:
        """The scope of an entry that is here."""
        return enum_word(self.kind)


def owners(store: Store, place: Owner) -> list[Owner]:
    """Return a place and those above it, the project first."""
    if place.kind == "project":
        return [place]
    if place.kind == "environment":
        return [Owner("project", store.parent("environment", place.id) or ""), place]
    environment = Owner("environment", store.parent(place.kind, place.id) or "")
    return [*owners(store, environment), place]


def visible(store: Store, place: Owner) -> list[Document]:
    """Return every entry that is seen at a place, wide scopes first; values are resolved.

    An alias has its target's value. One whose target is gone is left out.
    """
    entries: list[Document] = []
    for spot in owners(store, place):
        entries += built_in_at(store, spot)
    for spot in owners(store, place):
        entries += store.children(KIND, spot.id)
    by_id = {entry["id"]: entry for entry in entries}
    resolved = (_resolved(entry, by_id) for entry in entries)
    return [entry for entry in resolved if entry is not None]


def built_in_at(store: Store, place: Owner) -> list[Document]:
    """Return the built-in entries of a place, without those of the places above."""
    doc = store.get(place.kind, place.id)
    if doc is None:
        return []
    if place.kind == "project":
        return builtin_variables.of_project(doc)
    if place.kind == "environment":
        return builtin_variables.of_environment(store, doc)
    return builtin_variables.of_service(place.kind, doc)


def _resolved(entry: Document, by_id: Mapping[str, Document]) -> Document | None:
    if "target" not in entry:
        return entry
    target = by_id.get(entry["target"])
    if target is None:
        return None
    # An entry that had aliases can have become one itself.
    resolved = _resolved(target, by_id) if is_alias(target) else target
    if resolved is None:
        return None
    result = {**entry, "of": target}
    return {**result, "value": resolved["value"]} if is_alias(entry) else result


def is_alias(entry: Document) -> bool:
    """Return whether an entry is another name for its target."""
    return bool(entry["variable_type"] == "ALIAS")


def visible_entry(store: Store, place: Owner, id: str, secret: bool | None = None) -> Document:
    """Return the entry with an id that is seen at a place; Refusal 404 if there is none.

    One that exists below or beside the place is refused with 400: the scope does not fit.
    """
    word = "secret" if secret else "variable"
    for entry in visible(store, place):
        if entry["id"] == id and secret in (None, entry["is_secret"]):
            return entry
    stored = store.get(KIND, id)
    if stored is not None and secret in (None, stored["is_secret"]):
        scope = stored["scope"].lower()
        raise Refusal(400, f"The {word} belongs to another {scope}, which is not above this one.")
    raise Refusal(404, f"No {word} with the id {id} was found.")


def own_entry(store: Store, place: Owner, id: str, secret: bool | None = None) -> Document:
    """Return the entry with an id that was created at a place; Refusal if it may not be changed."""
    entry = visible_entry(store, place, id, secret)
    if entry["scope"] == "BUILT_IN":
        raise Refusal(400, f"{entry['key']} is built in and cannot be changed or deleted.")
    if store.parent(KIND, id) != place.id:
        scope = entry["scope"]
        raise Refusal(400, f"{entry['key']} has the scope {scope} and can only be changed there.")
    return entry


def entry_with_key(store: Store, place: Owner, key: str) -> Document | None:
    """Return the entry with a key that was created at a place, or None."""
    return next((entry for entry in store.children(KIND, place.id) if entry["key"] == key), None)


def entry_for_level(entry: Document, level: str, family: str) -> Document:
    """Return an entry as the API shows it.

    ``family`` is ``variable`` or ``secret`` for the operations of that name, or ``any`` for those
    that have both; a secret has no value in any of them.
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
