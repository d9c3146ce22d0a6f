"""The catalog's schemas as JSON Schema, so that another library judges answers by them."""

from collections.abc import Mapping
from functools import cache
from typing import Any

import jsonschema

from qovery_cli import catalog
from qovery_cli.catalog.schema import at_level

_SAME = ("enum", "minimum", "maximum", "minLength", "maxLength", "pattern", "minItems")


def complaint(key: str, level: str, status: int, data: Any) -> str | None:
    """Return what the facts of an operation have against an answer, or None.

    A field that the facts of the level do not have counts as wrong.
    """
    operation = catalog.operation(key)
    if status not in operation.responses:
        return f"{status} is not one of {sorted(operation.responses)}"
    schema = operation.responses[status]
    if schema is None or operation.response_type != "application/json":
        return None if (data is None) == (schema is None) else "the body should be empty or is not"
    wrong = _judge(key, level, status).iter_errors(data)
    return next((f"{error.json_path}: {error.message[:300]}" for error in wrong), None)


@cache
def _judge(key: str, level: str, status: int) -> jsonschema.Draft7Validator:
    named: dict[str, Any] = {}
    schema = catalog.operation(key).responses[status]
    assert schema is not None
    whole = {**_plain(schema, level, named), "definitions": named}
    return jsonschema.Draft7Validator(whole, format_checker=jsonschema.FormatChecker(["uuid"]))


def _plain(schema: Mapping[str, Any], level: str, named: dict[str, Any]) -> dict[str, Any]:
    seen = at_level(schema, level)
    assert seen is not None
    name = seen.get("name")
    if name is None:
        return _or_null(_shape(seen, level, named), seen)
    if name not in named:
        named[name] = True  # it may hold itself
        named[name] = _shape(seen, level, named)
    return _or_null({"$ref": f"#/definitions/{name}"}, seen)


def _or_null(made: dict[str, Any], seen: Mapping[str, Any]) -> dict[str, Any]:
    return {"anyOf": [made, {"type": "null"}]} if seen["nullable"] else made


def _shape(seen: Mapping[str, Any], level: str, named: dict[str, Any]) -> dict[str, Any]:
    made = {word: seen[word] for word in _SAME if word in seen}
    if "one_of" in seen:
        made["anyOf"] = [_plain(one, level, named) for one in seen["one_of"]]
    if seen["type"] != "any":
        made["type"] = seen["type"]
    if seen.get("format") == "uuid":
        made["format"] = "uuid"
    if "items" in seen:
        made["items"] = _plain(seen["items"], level, named)
    if "properties" in seen and "one_of" not in seen:
        inner = {one: _plain(each, level, named) for one, each in seen["properties"].items()}
        undeclared = seen.get("undeclared", [])
        made["properties"] = {**inner, **dict.fromkeys(undeclared, True)}
        made["required"] = [*seen["required"], *undeclared]
        made["additionalProperties"] = bool(seen.get("additional"))
    return made
