"""Convert the text of an option to a JSON value by the schema of its field.

A string field takes any text. Lists and objects are JSON, or ``key=value,key=value``.
"""

import math
import re
from collections.abc import Sequence
from typing import Any, Final

from qovery_cli.body import enums, json_text, schemas
from qovery_cli.body.suggestions import did_you_mean, listed
from qovery_cli.body.target import Target
from qovery_cli.catalog.json_values import kind_of
from qovery_cli.errors import UsageError
from qovery_cli.messages import available, invalid, only_in

BOOLEANS: Final = {
    **dict.fromkeys(("true", "yes", "on", "1"), True),
    **dict.fromkeys(("false", "no", "off", "0"), False),
}
_INTEGER: Final = re.compile(r"[-+]?[0-9]{1,300}")
_NUMBER: Final = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?")
#: Maximum length of invalid text in an error message.
_MAX_SHOWN: Final = 40


def coerce(text: str, schema: schemas.Schema, target: Target) -> Any:
    """Convert a text to a JSON value for a field, or raise UsageError."""
    try:
        json_text.check_text(text)
    except json_text.TextError as error:
        raise UsageError(f"Invalid {target.name}: {error.problem}.") from None
    plains = schemas.alternatives(schema, target.level)
    if len(plains) == 1:
        return _coerce_kind(text, schemas.kind(plains[0]), plains[0], target)
    return _coerce_union(text, schema, plains, target)


def coerce_all(texts: Sequence[str], schema: schemas.Schema, target: Target) -> Any:
    """Return the value of a repeated option: a list, or an object of all pairs.

    Each text is one item; for a list of objects, a JSON list adds several.
    """
    if "array" not in schemas.kinds(schema, target.level):
        merged: dict[str, Any] = {}
        for text in texts:
            value = coerce(text, schema, target)
            if not isinstance(value, dict):
                return coerce(texts[-1], schema, target)
            merged |= value
        return merged
    item = schemas.items(schema, target.level)
    values: list[Any] = []
    for text in texts:
        is_json_list = text.lstrip().startswith("[") and schemas.kinds(item) <= {"object"}
        value = _json(text, "array", target) if is_json_list else coerce(text, item, target)
        values += value if is_json_list else [value]
    return values


def _coerce_kind(text: str, kind: str, fact: schemas.Schema, target: Target) -> Any:
    if kind == "array":
        return _list(text, fact, target)
    if kind == "object":
        return _object(text, fact, target)
    if kind not in ("integer", "number", "boolean"):
        return _enum_value(text, fact, target) if fact.get("enum") else text
    value = _scalar(text, kind)
    if value is schemas.MISSING:
        raise _invalid(text, _EXPECTED[kind], target)
    if fact.get("enum") and value not in fact["enum"] and target.known_only:
        raise _invalid(text, listed([str(allowed) for allowed in fact["enum"]]), target)
    return value


_EXPECTED: Final = {
    "integer": "an integer",
    "number": "a number",
    "boolean": "true or false",
    "array": "a list",
    "object": "key=value,key=value or a JSON object",
}


def _scalar(text: str, kind: str) -> Any:
    """Return an integer, number or boolean, MISSING if the text is not one."""
    word = text.strip()
    if kind == "boolean":
        return BOOLEANS.get(word.casefold(), schemas.MISSING)
    if _INTEGER.fullmatch(word):
        return int(word)
    if kind == "number" and _NUMBER.fullmatch(word) and math.isfinite(float(word)):
        return float(word)
    return schemas.MISSING


def _enum_value(text: str, fact: schemas.Schema, target: Target) -> str:
    match = enums.match(text, fact, target.level)
    allowed = [str(value) for value in schemas.enum(fact, target.level)]
    if match in allowed:
        return str(match)
    if not target.known_only:
        return match or text
    if match:
        levels = " and ".join(fact.get("enum_api", {}).get(match, ()))
        message = only_in(f"{target.name} '{match}'", levels)
        raise UsageError(message, hint=available("values", allowed))
    close = enums.close(text, fact, target.level)
    raise _invalid(text, listed(allowed), target, did_you_mean(close))


def _list(text: str, fact: schemas.Schema, target: Target) -> list[Any]:
    item = schemas.items(fact, target.level)
    if not text.strip():
        return []
    if text.lstrip().startswith("["):
        value = _json(text, "array", target)
        return list(value)
    if schemas.kinds(item, target.level) <= {"object"}:
        return [coerce(text, item, target)]
    from qovery_cli.body.key_value import parts

    return [coerce(part, item, target) for part in parts(text, target)]


def _object(text: str, schema: schemas.Schema, target: Target) -> dict[str, Any]:
    if text.lstrip().startswith("{"):
        value = _json(text, "object", target)
        return dict(value)
    from qovery_cli.body.key_value import fields

    return fields(text, schema, target, coerce)


def _json(text: str, kind: str, target: Target) -> Any:
    try:
        value = json_text.loads(text)
    except json_text.TextError as error:
        message = f"{target.name} is not valid JSON at character {error.column}: {error.problem}."
        raise UsageError(message) from None
    if kind_of(value) != kind:
        raise UsageError(f"Invalid {target.name}: expected {_EXPECTED[kind]}.")
    return value


def _coerce_union(
    text: str, schema: schemas.Schema, plains: Sequence[schemas.Schema], target: Target
) -> Any:
    """Convert a text for a field of several types: try the narrowest type first."""
    allowed = {schemas.kind(plain) for plain in plains}
    start = text.lstrip()[:1]
    if start == "{" and "object" in allowed:
        return _json(text, "object", target)
    if start == "[" and "array" in allowed:
        return _json(text, "array", target)
    if "boolean" in allowed and text.strip().casefold() in ("true", "false"):
        return _scalar(text, "boolean")
    for kind in ("integer", "number"):
        if kind in allowed and (value := _scalar(text, kind)) is not schemas.MISSING:
            return value
    return _coerce_union_text(text, schema, plains, target)


def _coerce_union_text(
    text: str, schema: schemas.Schema, plains: Sequence[schemas.Schema], target: Target
) -> Any:
    enum_schemas = [plain for plain in plains if plain.get("enum")]
    for plain in enum_schemas:
        match = enums.match(text, plain, target.level)
        if match in schemas.enum(plain, target.level):
            return match
    open_texts = [plain for plain in plains if schemas.kind(plain) in ("string", "any")]
    if any(not plain.get("enum") for plain in open_texts):
        return text
    if enum_schemas and not target.known_only:
        return text
    lists = [plain for plain in plains if schemas.kind(plain) == "array"]
    if any(schemas.kind(plain) == "object" for plain in plains) and (
        "=" in text or not enum_schemas
    ):
        return _object(text, schema, target)
    if lists and not enum_schemas:
        return _list(text, lists[0], target)
    values = [str(value) for plain in enum_schemas for value in schemas.enum(plain, target.level)]
    others = {_EXPECTED[schemas.kind(plain)]: None for plain in plains if plain not in enum_schemas}
    raise _invalid(text, listed([*others, *values]), target)


def _invalid(text: str, expected: str, target: Target, hint: str | None = None) -> UsageError:
    excerpt = text if len(text) <= _MAX_SHOWN else f"{text[:_MAX_SHOWN]}..."
    return UsageError(invalid(target.name, excerpt, expected), hint=hint)
