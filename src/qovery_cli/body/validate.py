"""What is wrong with a body before it is sent.

Whatever the server itself said (``current``) is not judged when it goes back unchanged: the API
may have learned fields and values since the catalog was baked.
"""

import re
from collections.abc import Mapping
from typing import Any, Final

from qovery_cli.body import constraints, enums, schemas
from qovery_cli.body.merge import counterpart, json_equal
from qovery_cli.body.suggestions import did_you_mean, listed, nearest
from qovery_cli.errors import UsageError
from qovery_cli.frozen import record

#: Ids that the documents demand in updates and that the server gives to new items itself.
ASSIGNED: Final = frozenset({"ports[].id", "storage[].id"})

_NOUNS: Final = {
    "string": "a text",
    "integer": "a whole number",
    "number": "a number",
    "boolean": "true or false",
    "array": "a list",
    "object": "an object with fields",
    "null": "null",
}
_ANYWAY: Final = "Correct it, or send it as it is with --no-validate."


@record
class Problem:
    """One thing that is wrong, with a field.

    ``path`` is dotted, with [i] for list items. ``kind`` is missing, null, type, unknown, level,
    enum, bounds or format. ``claim`` is the sentence without its subject and dot.
    """

    path: str
    claim: str
    nearest: tuple[str, ...] = ()
    kind: str = "type"

    @property
    def sentence(self) -> str:
        """The sentence that names the field."""
        return self.describe(None)

    def describe(self, flag: str | None) -> str:
        """Return the sentence that names the field, and its flag if there is one."""
        subject = f"'{self.path}'" if self.path else "The body"
        return f"{subject} ({flag}) {self.claim}." if flag else f"{subject} {self.claim}."


def problems(
    body: Any,
    schema: schemas.Schema,
    level: str,
    *,
    known_only: bool = True,
    current: Any = schemas.MISSING,
) -> list[Problem]:
    """Return all that is wrong with a body, in the order of its fields.

    With ``known_only`` false, fields that the level does not declare are not complained about.
    ``current`` is what the server holds, in the shape of the request.
    """
    judge = _Validator(level, known_only)
    judge.value(body, schema, "", current)
    return judge.found


def check(
    body: Any,
    schema: schemas.Schema,
    level: str,
    flags: Mapping[str, str] | None = None,
    *,
    known_only: bool = True,
    current: Any = schemas.MISSING,
) -> None:
    """Raise one UsageError that lists every problem of a body; ``flags`` maps fields to flags."""
    found = problems(body, schema, level, known_only=known_only, current=current)
    if not found:
        return
    said = [each.describe(flag_of(each.path, flags or {})) for each in found]
    if len(found) > 1:
        raise UsageError(
            f"The body has {len(found)} problems.",
            hint="Correct them, or send it as it is with --no-validate.",
            detail=tuple(_with_nearest(text, each) for text, each in zip(said, found, strict=True)),
        )
    raise UsageError(said[0], hint=did_you_mean(found[0].nearest) or _remedy(found[0], flags or {}))


def flag_of(path: str, flags: Mapping[str, str]) -> str | None:
    """Return the flag that gives a field, or the nearest field around it that has a flag."""
    name = re.sub(r"\[[0-9]+\]", "[]", path)
    while name:
        flag = flags.get(name) or flags.get(name.removesuffix("[]"))
        if flag:
            return flag
        name = name.removesuffix("[]").rpartition(".")[0]
    return None


def _with_nearest(text: str, problem: Problem) -> str:
    hint = did_you_mean(problem.nearest)
    return f"{text} {hint}" if hint else text


def _remedy(problem: Problem, flags: Mapping[str, str]) -> str:
    if problem.kind != "missing":
        return _ANYWAY
    flag = flag_of(problem.path, flags)
    return (
        f"Give it with {f'{flag}, ' if flag else ''}--set {problem.path}=VALUE or in a file (-f)."
    )


class _Validator:
    """Walks a body beside its schema and collects what is wrong."""

    def __init__(self, level: str, known_only: bool) -> None:
        self.level = level
        self.known_only = known_only
        self.found: list[Problem] = []

    def add(self, path: str, kind: str, claim: str, close: tuple[str, ...] = ()) -> None:
        self.found.append(Problem(path, claim, close, kind))

    def value(self, value: Any, schema: schemas.Schema, path: str, current: Any) -> None:
        unchanged = current is not schemas.MISSING and json_equal(value, current)
        wanted = schemas.kinds(schema, self.level)
        target = schemas.resolved(schema, self.level)
        if value is None:
            if not schemas.is_nullable(schema, self.level) and not unchanged:
                self.add(path, "null", "must not be null")
        elif not schemas.matches_kind(value, wanted):
            if not unchanged:
                nouns = listed([_NOUNS[kind] for kind in _NOUNS if kind in wanted])
                self.add(path, "type", f"must be {nouns}, not {_NOUNS[schemas.kind_of(value)]}")
        elif "one_of" in target or "by_api" in target:
            if not unchanged:
                self.united(value, target, path, current)
        elif isinstance(value, dict):
            self.fields(value, target, path, current)
        else:
            self.plain(value, target, path, current, unchanged)

    def plain(
        self, value: Any, fact: schemas.Schema, path: str, current: Any, unchanged: bool
    ) -> None:
        if not unchanged:
            self.enum(value, fact, path)
            for kind, claim in constraints.constraint_violations(
                value, schemas.limits(fact, self.level)
            ):
                self.add(path, kind, claim)
        if isinstance(value, list):
            item = schemas.items(fact, self.level)
            for index, each in enumerate(value):
                known = _counterpart(each, index, current, re.sub(r"\[[0-9]+\]", "", path))
                # An item that is left alone goes back even if the server leaves out what it wants.
                if known is schemas.MISSING or not json_equal(each, known):
                    self.value(each, item, f"{path}[{index}]", known)

    def enum(self, value: Any, fact: schemas.Schema, path: str) -> None:
        allowed = schemas.enum(fact, self.level)
        if "enum" not in fact or value in allowed:
            return
        if value in fact["enum"]:
            levels = " and ".join(fact.get("enum_api", {}).get(str(value), ()))
            self.add(path, "level", f"has the value {value!r}, which exists only in API {levels}")
            return
        claim = f"must be {listed([str(each) for each in allowed])}, not {str(value)[:40]!r}"
        self.add(path, "enum", claim, enums.close(str(value), fact, self.level))

    def united(self, value: Any, target: schemas.Schema, path: str, current: Any) -> None:
        """Judge by the variant that the value names, else by the one that it fits best."""
        tag = target.get("discriminator", {})
        if isinstance(value, dict) and tag.get("mapping"):
            self.tagged(value, target, path, current)
            return
        tries: list[tuple[bool, int, int, list[Problem]]] = []
        for plain in schemas.alternatives(target, self.level):
            judge = _Validator(self.level, self.known_only)
            judge.value(value, plain, path, current)
            own = (
                len(set(value) & set(plain.get("properties", {}))) if isinstance(value, dict) else 0
            )
            fits = schemas.matches_kind(value, frozenset({schemas.kind(plain)}))
            tries.append((not fits, len(judge.found), -own, judge.found))
        self.found.extend(min(tries, key=lambda one: one[:3])[3] if tries else [])

    def tagged(
        self, value: dict[str, Any], target: schemas.Schema, path: str, current: Any
    ) -> None:
        name, variants = target["discriminator"]["property"], target["discriminator"]["mapping"]
        given = value.get(name)
        inner = f"{path}.{name}" if path else name
        if given is None:
            self.add(inner, "missing", f"is missing; it is {listed(list(variants))}")
        elif str(given) in variants:
            variant = schemas.with_shared_fields(
                schemas.resolved({"ref": variants[str(given)]}, self.level), target
            )
            rest = schemas.field(variant, name) is not None
            judged = value if rest else {key: one for key, one in value.items() if key != name}
            self.value(judged, variant, path, current)
        elif not json_equal(given, _inside(current, name)):
            claim = f"must be {listed(list(variants))}, not {str(given)[:40]!r}"
            self.add(inner, "enum", claim, nearest(str(given), variants))

    def fields(self, value: dict[str, Any], plain: schemas.Schema, path: str, current: Any) -> None:
        prefix = f"{path}." if path else ""
        for name in schemas.required(plain, self.level):
            if name not in value and re.sub(r"\[[0-9]+\]", "[]", prefix + name) not in ASSIGNED:
                self.add(prefix + name, "missing", "is missing")
        for name, inner in value.items():
            known = _inside(current, name)
            schema = schemas.field(plain, name, self.level)
            if schema is not None:
                self.value(inner, schema, prefix + name, known)
            elif self.known_only and not self.goes_back(name, inner, plain, known):
                self.unknown(name, plain, prefix)

    @staticmethod
    def goes_back(name: str, value: Any, plain: schemas.Schema, known: Any) -> bool:
        """Tell whether the server is sent what it told; a field of another level not changed."""
        told = known is not schemas.MISSING
        return told and (name not in plain.get("properties", {}) or json_equal(value, known))

    def unknown(self, name: str, plain: schemas.Schema, prefix: str) -> None:
        elsewhere = plain.get("properties", {}).get(name)
        if elsewhere is not None:
            levels = schemas.levels_of(elsewhere)
            self.add(prefix + name, "level", f"exists only in API {levels}")
            return
        close = nearest(name, schemas.names(plain, self.level))
        self.add(prefix + name, "unknown", "is not a field of this body", close)


def _inside(current: Any, name: str) -> Any:
    return current.get(name, schemas.MISSING) if isinstance(current, dict) else schemas.MISSING


def _counterpart(item: Any, index: int, current: Any, path: str) -> Any:
    """Return what the server holds for a list's item: the same, of its id or key, of its index."""
    if not isinstance(current, list):
        return schemas.MISSING
    for other in current:
        if json_equal(item, other):
            return other
    found = counterpart(item, current, path)
    if found is not schemas.MISSING:
        return found
    return current[index] if index < len(current) else schemas.MISSING
