"""Validate a body before it is sent.

Unchanged values of the server (``current``) are not validated: the API may have gained fields and
values since the catalog was generated.
"""

import re
from collections.abc import Mapping, Sequence
from typing import Any, Final

from qovery_cli.body import constraints, enums, schemas
from qovery_cli.body.merge import counterpart, json_equal
from qovery_cli.body.suggestions import did_you_mean, listed, nearest
from qovery_cli.catalog.json_values import kind_of, matches_kind
from qovery_cli.catalog.schema import limits_at
from qovery_cli.errors import UsageError
from qovery_cli.frozen import record

#: Ids that the specification requires in updates but that the server assigns to new items.
ASSIGNED: Final = frozenset({"ports[].id", "storage[].id"})

_NOUNS: Final = {
    "string": "a string",
    "integer": "an integer",
    "number": "a number",
    "boolean": "true or false",
    "array": "a list",
    "object": "an object",
    "null": "null",
}
_MISSING: Final = "is missing"
_ANYWAY: Final = "Correct it, or skip validation with --no-validate."


@record
class Problem:
    """A validation error of one field.

    ``path`` is dotted, with [i] for list items. ``kind`` is missing, null, type, unknown, level,
    enum, bounds or format. ``claim`` is the message without its subject and final dot.
    """

    path: str
    claim: str
    nearest: tuple[str, ...] = ()
    kind: str = "type"

    @property
    def sentence(self) -> str:
        """The message, with the field."""
        return self.describe(None)

    def describe(self, flag: str | None) -> str:
        """Return the message, with the field and its flag if any."""
        subject = f"'{self.path}'" if self.path else "The request body"
        return f"{subject} ({flag}) {self.claim}." if flag else f"{subject} {self.claim}."


def problems(
    body: Any,
    schema: schemas.Schema,
    level: str,
    *,
    known_only: bool = True,
    current: Any = schemas.MISSING,
) -> list[Problem]:
    """Return all problems of a body, in the order of its fields.

    Without ``known_only``, fields that the level does not declare are accepted.
    ``current`` is the body on the server, in the shape of the request.
    """
    validator = _Validator(level, known_only)
    validator.value(body, schema, "", current)
    return validator.problems


def check(
    body: Any,
    schema: schemas.Schema,
    level: str,
    flags: Mapping[str, str] | None = None,
    *,
    known_only: bool = True,
    current: Any = schemas.MISSING,
) -> None:
    """Raise one UsageError with all problems of a body; ``flags`` maps fields to flags."""
    problem_list = problems(body, schema, level, known_only=known_only, current=current)
    if not problem_list:
        return
    messages = [problem.describe(flag_of(problem.path, flags or {})) for problem in problem_list]
    if len(problem_list) > 1:
        if all(problem.claim == _MISSING for problem in problem_list):
            raise _all_missing(problem_list, flags or {})
        raise UsageError(
            f"The request body has {len(problem_list)} errors.",
            hint="Correct them, or skip validation with --no-validate.",
            detail=tuple(
                _with_nearest(message, problem)
                for message, problem in zip(messages, problem_list, strict=True)
            ),
        )
    raise UsageError(
        messages[0],
        hint=did_you_mean(problem_list[0].nearest) or _remedy(problem_list[0], flags or {}),
    )


def flag_of(path: str, flags: Mapping[str, str]) -> str | None:
    """Return the flag that sets a field or its closest parent with a flag; None without one."""
    name = re.sub(r"\[[0-9]+\]", "[]", path)
    while name:
        flag = flags.get(name) or flags.get(name.removesuffix("[]"))
        if flag:
            return flag
        name = name.removesuffix("[]").rpartition(".")[0]
    return None


def _all_missing(problem_list: Sequence[Problem], flags: Mapping[str, str]) -> UsageError:
    """Return the error that lists the missing fields, as options if all have one."""
    options = [flags.get(problem.path) for problem in problem_list]
    names = [f"'{problem.path}'" for problem in problem_list]
    listing = ", ".join(option or "" for option in options) if all(options) else ", ".join(names)
    noun = "options" if all(options) else "fields"
    return UsageError(
        f"{len(problem_list)} required {noun} are missing: {listing}.",
        hint="Use these options, --set FIELD=VALUE or a file (-f).",
    )


def _with_nearest(message: str, problem: Problem) -> str:
    hint = did_you_mean(problem.nearest)
    return f"{message} {hint}" if hint else message


def _remedy(problem: Problem, flags: Mapping[str, str]) -> str:
    if problem.kind != "missing":
        return _ANYWAY
    flag = flag_of(problem.path, flags)
    return f"Use {f'{flag}, ' if flag else ''}--set {problem.path}=VALUE or a file (-f)."


class _Validator:
    """A walk over a body and its schema that collects problems."""

    def __init__(self, level: str, known_only: bool) -> None:
        self.level = level
        self.known_only = known_only
        self.problems: list[Problem] = []

    def add(self, path: str, kind: str, claim: str, close: tuple[str, ...] = ()) -> None:
        self.problems.append(Problem(path, claim, close, kind))

    def value(self, value: Any, schema: schemas.Schema, path: str, current: Any) -> None:
        unchanged = current is not schemas.MISSING and json_equal(value, current)
        allowed = schemas.kinds(schema, self.level)
        target = schemas.resolved(schema, self.level)
        if value is None:
            if not schemas.is_nullable(schema, self.level) and not unchanged:
                self.add(path, "null", "must not be null")
        elif not matches_kind(value, *allowed):
            if not unchanged:
                nouns = listed([_NOUNS[kind] for kind in _NOUNS if kind in allowed])
                self.add(path, "type", f"must be {nouns}, not {_NOUNS[kind_of(value)]}")
        elif "one_of" in target or "by_api" in target:
            if not unchanged:
                self.any_of(value, target, path, current)
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
                value, limits_at(fact, self.level)
            ):
                self.add(path, kind, claim)
        if isinstance(value, list):
            item_schema = schemas.items(fact, self.level)
            for index, item in enumerate(value):
                before = _counterpart(item, index, current, re.sub(r"\[[0-9]+\]", "", path))
                # The server may return items that lack fields which it requires.
                if before is schemas.MISSING or not json_equal(item, before):
                    self.value(item, item_schema, f"{path}[{index}]", before)

    def enum(self, value: Any, fact: schemas.Schema, path: str) -> None:
        allowed = schemas.enum(fact, self.level)
        if "enum" not in fact or value in allowed:
            return
        if value in fact["enum"]:
            levels = " and ".join(fact.get("enum_api", {}).get(str(value), ()))
            self.add(path, "level", f"has the value {value!r}, available only in API {levels}")
            return
        claim = f"must be {listed([str(item) for item in allowed])}, not {str(value)[:40]!r}"
        self.add(path, "enum", claim, enums.close(str(value), fact, self.level))

    def any_of(self, value: Any, target: schemas.Schema, path: str, current: Any) -> None:
        """Validate against the variant that the value names, else against the best match."""
        tag = target.get("discriminator", {})
        if isinstance(value, dict) and tag.get("mapping"):
            self.tagged(value, target, path, current)
            return
        results: list[tuple[bool, int, int, list[Problem]]] = []
        for plain in schemas.alternatives(target, self.level):
            validator = _Validator(self.level, self.known_only)
            validator.value(value, plain, path, current)
            shared_fields = (
                len(set(value) & set(plain.get("properties", {}))) if isinstance(value, dict) else 0
            )
            is_kind = matches_kind(value, schemas.kind(plain))
            results.append(
                (not is_kind, len(validator.problems), -shared_fields, validator.problems)
            )
        self.problems.extend(min(results, key=lambda result: result[:3])[3] if results else [])

    def tagged(
        self, value: dict[str, Any], target: schemas.Schema, path: str, current: Any
    ) -> None:
        name, variants = target["discriminator"]["property"], target["discriminator"]["mapping"]
        tag = value.get(name)
        tag_path = f"{path}.{name}" if path else name
        if tag is None:
            self.add(tag_path, "missing", f"is missing; expected {listed(list(variants))}")
        elif str(tag) in variants:
            variant = schemas.with_shared_fields(
                schemas.resolved({"ref": variants[str(tag)]}, self.level), target
            )
            declares_tag = schemas.field(variant, name) is not None
            tagged_value = (
                value
                if declares_tag
                else {key: inner for key, inner in value.items() if key != name}
            )
            self.value(tagged_value, variant, path, current)
        elif not json_equal(tag, _inside(current, name)):
            claim = f"must be {listed(list(variants))}, not {str(tag)[:40]!r}"
            self.add(tag_path, "enum", claim, nearest(str(tag), variants))

    def fields(self, value: dict[str, Any], plain: schemas.Schema, path: str, current: Any) -> None:
        prefix = f"{path}." if path else ""
        for name in schemas.required(plain, self.level):
            if name not in value and re.sub(r"\[[0-9]+\]", "[]", prefix + name) not in ASSIGNED:
                self.add(prefix + name, "missing", _MISSING)
        for name, inner in value.items():
            before = _inside(current, name)
            schema = schemas.field(plain, name, self.level)
            if schema is not None:
                self.value(inner, schema, prefix + name, before)
            elif self.known_only and not self.is_unchanged(name, inner, plain, before):
                self.unknown(name, plain, prefix)

    @staticmethod
    def is_unchanged(name: str, value: Any, plain: schemas.Schema, before: Any) -> bool:
        """Check if the server itself returned the field, unchanged if it is of another level."""
        is_returned = before is not schemas.MISSING
        return is_returned and (
            name not in plain.get("properties", {}) or json_equal(value, before)
        )

    def unknown(self, name: str, plain: schemas.Schema, prefix: str) -> None:
        elsewhere = plain.get("properties", {}).get(name)
        if elsewhere is not None:
            levels = schemas.levels_of(elsewhere)
            self.add(prefix + name, "level", f"is available only in API {levels}")
            return
        close = nearest(name, schemas.names(plain, self.level))
        self.add(prefix + name, "unknown", "is not a known field", close)


def _inside(current: Any, name: str) -> Any:
    return current.get(name, schemas.MISSING) if isinstance(current, dict) else schemas.MISSING


def _counterpart(item: Any, index: int, current: Any, path: str) -> Any:
    """Return the current list item that is equal, or has the same id or key, or the same index."""
    if not isinstance(current, list):
        return schemas.MISSING
    for other in current:
        if json_equal(item, other):
            return other
    match = counterpart(item, current, path)
    if match is not schemas.MISSING:
        return match
    return current[index] if index < len(current) else schemas.MISSING
