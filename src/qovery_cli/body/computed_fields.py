"""Compute required fields of a body from other fields.

A rule maps a field to the source of its value: ``git_provider:``, ``git_owner:`` or ``git_name:``
with the path of a repository URL, ``fetched:`` with a path in the fetched resource, or a literal
value; ``null:`` is null, which TOML cannot express. ``variant:`` is for the discriminator of a
union: the variant with the fields of the body, preferably the one after the colon. For list items
(``ports[].protocol``) the rule is the value for each new item; ``given:`` with a field name is a
boolean, true if the item has that field. ``scope:`` with a kind of resource is the id of the
resource in the scope; the caller replaces it. Rules are overrides of the catalog.
"""

import copy
import re
from collections.abc import Container, Mapping
from typing import Any, Final

from qovery_cli.body import git_urls, schemas
from qovery_cli.body.merge import counterpart, json_equal

#: Beginning of a rule that is replaced by the id of a resource of the scope.
SCOPE_RULE: Final = "scope:"
_EACH: Final = "[]."
_VARIANT: Final = "variant:"
_CREDENTIALS: Final = re.compile(r"//[^@/\s]*@")


def derive(
    body: Any,
    rules: Mapping[str, Any],
    schema: schemas.Schema,
    level: str,
    *,
    fetched: Any = None,
    before: Any = None,
    given: Container[str] = (),
) -> Any:
    """Return the body with the missing required fields that the rules can compute.

    A field counts as required if an existing object requires it, declared or not; null counts as
    missing unless it is allowed. Fields that cannot be computed stay absent. ``fetched`` is the
    source of "fetched:". ``before`` is the body before an update: a field whose source changed,
    and which was neither changed nor ``given``, is computed again (owner and name follow the URL).
    New list items, those without a counterpart in ``before``, get the values of their rules even
    if these are optional.
    """
    result = copy.deepcopy(body)
    for path, rule in rules.items():
        if _EACH in path:
            _fill_items(result, before, path, rule, schema, level)
            continue
        owner, owner_schema, name = _owner(result, schema, path, level)
        if not isinstance(owner, dict):
            continue
        is_missing = _is_missing(owner, name, owner_schema, level)
        is_stale = not is_missing and path not in given and _is_stale(result, before, path, rule)
        if is_stale or (is_missing and schemas.requires(owner_schema, name, level)):
            value = _compute(rule, result, fetched)
            if isinstance(rule, str) and rule.startswith(_VARIANT):
                value = _variant(owner, owner_schema, level, rule)
            _fill(owner, name, value, is_stale)
    return result


def lacks(body: Any, path: str, schema: schemas.Schema, level: str) -> bool:
    """Return True if the object that holds a field exists, requires the field and lacks it.

    The discriminator of a union selects the variant; without a valid one, nothing is required.
    """
    owner, owner_schema, name = _owner(body, schema, path, level)
    if not isinstance(owner, dict) or name in owner:
        return False
    union = schemas.resolved(owner_schema, level)
    plains = schemas.alternatives(owner_schema, level)
    tag = union.get("discriminator", {})
    if tag.get("mapping"):
        ref = tag["mapping"].get(str(owner.get(tag["property"])))
        variant = schemas.resolved({"ref": ref}, level) if ref else schemas.ANY
        plains = (schemas.with_shared_fields(variant, union),)
    return bool(plains) and all(name in schemas.required(plain, level) for plain in plains)


def _owner(
    body: Any, schema: schemas.Schema, path: str, level: str
) -> tuple[Any, schemas.Schema, str]:
    *outer, name = path.split(".")
    for step in outer:
        body = body.get(step) if isinstance(body, dict) else None
        schema = schemas.field(schema, step, level) or schemas.ANY
    return body, schema, name


def _variant(owner: Mapping[str, Any], schema: schemas.Schema, level: str, rule: str) -> str:
    """Return the discriminator of the smallest variant that has all fields of the object.

    Null fields and fields of no variant are ignored.
    """
    preferred, tag = rule.removeprefix(_VARIANT), schemas.resolved(schema, level)["discriminator"]
    names = {
        value: set(schemas.names({"ref": ref}, level)) for value, ref in tag["mapping"].items()
    }
    all_names = set().union(*names.values()) - {tag["property"]}
    present = {name for name, value in owner.items() if value is not None} & all_names
    matches = [value for value in names if present <= names[value]]
    return (
        preferred
        if preferred in matches or not matches
        else min(matches, key=lambda value: len(names[value]))
    )


def _fill_items(
    body: Any, before: Any, path: str, rule: Any, schema: schemas.Schema, level: str
) -> None:
    list_path, _, name = path.partition(_EACH)
    for step in list_path.split("."):
        schema = schemas.field(schema, step, level) or schemas.ANY
    schema = schemas.items(schema, level)
    items, items_before = value_at(body, list_path), value_at(before, list_path)
    for item in items if isinstance(items, list) else ():
        if not isinstance(item, dict) or not _is_missing(item, name, schema, level):
            continue
        is_new = counterpart(item, items_before, list_path) is schemas.MISSING
        is_declared = schemas.field(schema, name, level) is not None
        if (is_new and is_declared) or schemas.requires(schema, name, level):
            source_kind, _, source = rule.partition(":") if isinstance(rule, str) else ("", "", "")
            item[name] = (
                item.get(source) is not None if source_kind == "given" else copy.deepcopy(rule)
            )


def repository(url: str) -> tuple[str, str, str] | None:
    """Return host, owner and name of an https or ssh git URL, None for anything else.

    The owner of a nested group is its whole path. Credentials are ignored: stored URLs may have
    some.
    """
    try:
        parsed = git_urls.read(_CREDENTIALS.sub("//", url, count=1))
    except git_urls.GitUrlError:
        return None
    return parsed.host, parsed.owner, parsed.name


def provider(host: str) -> str | None:
    """Return the provider of a git host, None if the host does not show it."""
    if host in ("github.com", "www.github.com"):
        return "GITHUB"
    labels = host.split(".")
    for word in ("gitlab", "bitbucket"):
        if word in labels:
            return word.upper()
    return None


def _is_missing(owner: Mapping[str, Any], name: str, schema: schemas.Schema, level: str) -> bool:
    if name not in owner:
        return True
    declared = schemas.field(schema, name, level)
    if owner[name] is not None or declared is None:
        return False
    return not schemas.is_nullable(declared, level)


def _compute(rule: Any, body: Any, fetched: Any) -> Any:
    source_kind, colon, source = rule.partition(":") if isinstance(rule, str) else ("", "", "")
    if colon and source_kind == "fetched":
        value = value_at(fetched, source)
        return value if value is schemas.MISSING else copy.deepcopy(value)
    if colon and source_kind == "null":
        return None
    if not colon or source_kind not in ("git_provider", "git_owner", "git_name"):
        return copy.deepcopy(rule)
    url = value_at(body, source)
    parts = repository(url) if isinstance(url, str) else None
    if parts is None:
        return schemas.MISSING
    host, owner, name = parts
    computed = {"git_provider": provider(host), "git_owner": owner, "git_name": name}[source_kind]
    return schemas.MISSING if computed is None else computed


def _fill(owner: dict[str, Any], name: str, value: Any, is_stale: bool) -> None:
    if value is not schemas.MISSING:
        owner[name] = value
    elif is_stale:
        del owner[name]


def _is_stale(body: Any, before: Any, path: str, rule: Any) -> bool:
    """Check if a field was computed from a URL that the update has changed."""
    source_kind, _, source = rule.partition(":") if isinstance(rule, str) else ("", "", "")
    if before is None or not source_kind.startswith("git_"):
        return False
    old, new = value_at(before, source), value_at(body, source)
    if (
        old is schemas.MISSING
        or json_equal(old, new)
        or not json_equal(value_at(before, path), value_at(body, path))
    ):
        return False
    return source_kind != "git_provider" or not _same_host(old, new)


def _same_host(*urls: Any) -> bool:
    parts = [repository(url) for url in urls if isinstance(url, str)]
    hosts = {part[0] for part in parts if part}
    return len(parts) == len(urls) and None not in parts and len(hosts) == 1


def value_at(value: Any, path: str) -> Any:
    """Return the value at a dotted path, MISSING without one."""
    for step in path.split("."):
        value = value.get(step, schemas.MISSING) if isinstance(value, dict) else schemas.MISSING
    return value
