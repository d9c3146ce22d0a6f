"""What a body must hold that nobody needs to type: fields that follow from others.

A rule names a field and where its value comes from: ``git_provider:``, ``git_owner:`` or
``git_name:`` and the path of a repository's URL, ``fetched:`` and a path in what was read, or the
value itself; ``null:`` is null, which TOML cannot write. ``variant:`` is for the field that tells
united objects apart: it is the value whose
fields are given, or the one that follows the colon if that may be meant too. For the items of a
list (``ports[].protocol``) it is the value of each new one; ``given:`` and a field's name is
whether the item has that field. Rules are overrides of the catalog.
"""

import copy
import re
from collections.abc import Container, Mapping
from typing import Any, Final

from qovery_cli.body import git_urls, schemas
from qovery_cli.body.merge import counterpart, json_equal

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
    """Return the body with each field of the rules filled that the level demands and that lacks.

    A field is demanded if it is required, declared or not, of an object that is there; null counts
    as lacking unless it may be sent. What cannot be derived is left out. ``fetched`` is what
    "fetched:" reads. ``before`` is the body before an update: a field whose source was changed and
    which itself was neither changed nor ``given`` is derived anew: owner and name follow the URL.
    An update that changes nothing stays one: nothing is derived. New items of lists, those without
    a counterpart in ``before``, get what their rules say whether it is demanded or not.
    """
    result = copy.deepcopy(body)
    if before is not None and json_equal(before, body):
        return result
    for path, rule in rules.items():
        if _EACH in path:
            _fill_items(result, before, path, rule, schema, level)
            continue
        owner, owner_schema, name = _owner(result, schema, path, level)
        if not isinstance(owner, dict):
            continue
        lacking = _lacks(owner, name, owner_schema, level)
        stale = not lacking and path not in given and _is_stale(result, before, path, rule)
        if stale or (lacking and schemas.requires(owner_schema, name, level)):
            value = _derived(rule, result, fetched)
            if isinstance(rule, str) and rule.startswith(_VARIANT):
                value = _variant(owner, owner_schema, level, rule)
            _fill(owner, name, value, stale)
    return result


def _owner(
    body: Any, schema: schemas.Schema, path: str, level: str
) -> tuple[Any, schemas.Schema, str]:
    *outer, name = path.split(".")
    for step in outer:
        body = body.get(step) if isinstance(body, dict) else None
        schema = schemas.field(schema, step, level) or schemas.ANY
    return body, schema, name


def _variant(owner: Mapping[str, Any], schema: schemas.Schema, level: str, rule: str) -> str:
    """Return the value that names the variant with the fewest fields that has all that are given.

    Fields that no variant has do not count, nor do those that are null.
    """
    usual, tag = rule.removeprefix(_VARIANT), schemas.resolved(schema, level)["discriminator"]
    names = {
        value: set(schemas.names({"ref": ref}, level)) for value, ref in tag["mapping"].items()
    }
    known = set().union(*names.values()) - {tag["property"]}
    given = {name for name, value in owner.items() if value is not None} & known
    fits = [value for value in names if given <= names[value]]
    return usual if usual in fits or not fits else min(fits, key=lambda one: len(names[one]))


def _fill_items(
    body: Any, before: Any, path: str, rule: Any, schema: schemas.Schema, level: str
) -> None:
    where, _, name = path.partition(_EACH)
    for step in where.split("."):
        schema = schemas.field(schema, step, level) or schemas.ANY
    schema = schemas.items(schema, level)
    items, known = value_at(body, where), value_at(before, where)
    for item in items if isinstance(items, list) else ():
        if not isinstance(item, dict) or not _lacks(item, name, schema, level):
            continue
        is_new = counterpart(item, known, where) is schemas.MISSING
        offered = schemas.field(schema, name, level) is not None
        if (is_new and offered) or schemas.requires(schema, name, level):
            way, _, source = rule.partition(":") if isinstance(rule, str) else ("", "", "")
            item[name] = item.get(source) is not None if way == "given" else copy.deepcopy(rule)


def repository(url: str) -> tuple[str, str, str] | None:
    """Return host, owner and name of a git URL, https or ssh; None if it is none.

    The owner of a nested group is all of its path. Credentials do not matter here: a URL that is
    stored already may have some.
    """
    try:
        found = git_urls.read(_CREDENTIALS.sub("//", url, count=1))
    except git_urls.GitUrlError:
        return None
    return found.host, found.owner, found.name


def provider(host: str) -> str | None:
    """Return the provider of a git host, or None for a host that tells nothing."""
    if host in ("github.com", "www.github.com"):
        return "GITHUB"
    labels = host.split(".")
    for word in ("gitlab", "bitbucket"):
        if word in labels:
            return word.upper()
    return None


def _lacks(owner: Mapping[str, Any], name: str, schema: schemas.Schema, level: str) -> bool:
    if name not in owner:
        return True
    declared = schemas.field(schema, name, level)
    if owner[name] is not None or declared is None:
        return False
    return not schemas.is_nullable(declared, level)


def _derived(rule: Any, body: Any, fetched: Any) -> Any:
    way, colon, source = rule.partition(":") if isinstance(rule, str) else ("", "", "")
    if colon and way == "fetched":
        found = value_at(fetched, source)
        return found if found is schemas.MISSING else copy.deepcopy(found)
    if colon and way == "null":
        return None
    if not colon or way not in ("git_provider", "git_owner", "git_name"):
        return copy.deepcopy(rule)
    url = value_at(body, source)
    parts = repository(url) if isinstance(url, str) else None
    if parts is None:
        return schemas.MISSING
    host, owner, name = parts
    known = {"git_provider": provider(host), "git_owner": owner, "git_name": name}[way]
    return schemas.MISSING if known is None else known


def _fill(owner: dict[str, Any], name: str, value: Any, stale: bool) -> None:
    if value is not schemas.MISSING:
        owner[name] = value
    elif stale:
        del owner[name]


def _is_stale(body: Any, before: Any, path: str, rule: Any) -> bool:
    """Whether a field was derived from a URL that an update has changed since."""
    way, _, source = rule.partition(":") if isinstance(rule, str) else ("", "", "")
    if before is None or not way.startswith("git_"):
        return False
    old, new = value_at(before, source), value_at(body, source)
    if (
        old is schemas.MISSING
        or json_equal(old, new)
        or not json_equal(value_at(before, path), value_at(body, path))
    ):
        return False
    return way != "git_provider" or not _same_host(old, new)


def _same_host(*urls: Any) -> bool:
    parts = [repository(url) for url in urls if isinstance(url, str)]
    hosts = {part[0] for part in parts if part}
    return len(parts) == len(urls) and None not in parts and len(hosts) == 1


def value_at(value: Any, path: str) -> Any:
    """Return the value at a dotted path, MISSING if there is none."""
    for step in path.split("."):
        value = value.get(step, schemas.MISSING) if isinstance(value, dict) else schemas.MISSING
    return value
