"""What a body file says: YAML or JSON, from a path or from standard input.

What is written without quotes in YAML is read as the type that the field declares: ``version:
14.10`` is the text "14.10", and ``country_code: NO`` is not a boolean.
"""

from pathlib import Path
from typing import Any

from qovery_cli.body import json_text, schemas
from qovery_cli.body.text_input import read_text
from qovery_cli.errors import UsageError

_HINT = "Print a body to fill in with --skeleton."
_BOOLEAN = {"yes": True, "on": True, "no": False, "off": False}


def read(
    source: str,
    *,
    stdin: str | None = None,
    schema: schemas.Schema = schemas.ANY,
    level: str | None = None,
) -> Any:
    """Return the body that a file holds, as plain JSON.

    ``source`` is a path, or "-" for the text of standard input, given as ``stdin``. The extension
    decides how it is read; without one that is known, JSON is tried, then YAML. UsageError names
    the file, the line and the column.
    """
    name = "Standard input" if source == "-" else repr(source)
    text = stdin or "" if source == "-" else read_text(source)
    value = _parsed(text, name, Path(source).suffix.lower())
    if value is None:
        raise UsageError(f"{name} is empty.", hint=_HINT)
    body = typed(value, schema, level)
    _must_hold(body, schema, level, name)
    return body


def typed(value: Any, schema: schemas.Schema, level: str | None = None) -> Any:
    """Return what YAML read with its plain scalars as the types that the schema declares."""
    if isinstance(value, dict):
        return {
            key: typed(item, schemas.field(schema, key) or schemas.ANY, level)
            for key, item in value.items()
        }
    if isinstance(value, list):
        item_schema = schemas.items(schema)
        return [typed(item, item_schema, level) for item in value]
    return _scalar(value, schema, level) if hasattr(value, "text") else value


def _scalar(plain: Any, schema: schemas.Schema, level: str | None) -> Any:
    wanted = schemas.kinds(schema, level)
    if plain.value is None or schemas.matches_kind(plain.value, wanted):
        return plain.value
    if "string" in wanted:
        return plain.text
    if "boolean" in wanted:
        return _BOOLEAN.get(plain.text.lower(), plain.value)
    return plain.value


def _parsed(text: str, name: str, extension: str) -> Any:
    if not text.strip():
        return None
    if extension in (".yaml", ".yml"):
        return _strictly(text, name, "YAML")
    if extension == ".json":
        return _strictly(text, name, "JSON")
    try:
        return _strictly(text, name, "JSON")
    except UsageError as not_json:
        try:
            return _strictly(text, name, "YAML")
        except UsageError as not_yaml:
            meant_json = text.lstrip().startswith(("{", "["))
            raise (not_json if meant_json else not_yaml) from None


def _strictly(text: str, name: str, language: str) -> Any:
    try:
        if language == "JSON":
            return json_text.loads(text)
        from qovery_cli.body import yaml_text

        return yaml_text.loads(text)
    except json_text.TextError as error:
        where = f"line {error.line}, column {error.column}"
        message = f"{name} is not valid {language}: {where}: {error.problem}."
        raise UsageError(message, hint=_HINT) from None


def _must_hold(body: Any, schema: schemas.Schema, level: str | None, name: str) -> None:
    wanted = schemas.kinds(schema, level)
    if schemas.matches_kind(body, wanted) and not (
        wanted == {"any"} and not isinstance(body, dict | list)
    ):
        return
    list_wanted = "array" in wanted and "object" not in wanted
    shown = "a list of values" if list_wanted else "fields, as 'name: value'"
    held = {"string": "one text", "array": "a list", "object": "fields"}
    own = held.get(schemas.kind_of(body), "one value")
    raise UsageError(f"{name} must hold {shown}; it holds {own}.", hint=_HINT)
