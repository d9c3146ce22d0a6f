"""Read a YAML or JSON body from a file or from standard input.

Unquoted YAML scalars are converted to the declared type of the field: ``version: 14.10`` is the
string "14.10", and ``country_code: NO`` is not a boolean.
"""

from pathlib import Path
from typing import Any

from qovery_cli.body import json_text, schemas
from qovery_cli.body.text_input import read_text
from qovery_cli.catalog.json_values import kind_of, matches_kind
from qovery_cli.errors import UsageError

_HINT = "Use --skeleton to print a body to fill in."
_BOOLEAN = {"yes": True, "on": True, "no": False, "off": False}


def read(
    source: str,
    *,
    stdin: str | None = None,
    schema: schemas.Schema = schemas.ANY,
    level: str | None = None,
) -> Any:
    """Read a body file and return it as JSON values.

    ``source`` is a path, or "-" for standard input, whose text is ``stdin``. The extension selects
    the language; with an unknown one, JSON is tried before YAML. Raises UsageError with the file,
    line and column.
    """
    name = "Standard input" if source == "-" else repr(source)
    text = stdin or "" if source == "-" else read_text(source)
    value = _parse(text, name, Path(source).suffix.lower())
    if value is None:
        raise UsageError(f"{name} is empty.", hint=_HINT)
    body = typed(value, schema, level)
    _check_type(body, schema, level, name)
    return body


def typed(value: Any, schema: schemas.Schema, level: str | None = None) -> Any:
    """Convert the plain scalars of a YAML value to the types that the schema declares."""
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
    allowed = schemas.kinds(schema, level)
    if plain.value is None or matches_kind(plain.value, *allowed):
        return plain.value
    if "string" in allowed:
        return plain.text
    if "boolean" in allowed:
        return _BOOLEAN.get(plain.text.lower(), plain.value)
    return plain.value


def _parse(text: str, name: str, extension: str) -> Any:
    if not text.strip():
        return None
    if extension in (".yaml", ".yml"):
        return _parse_as(text, name, "YAML")
    if extension == ".json":
        return _parse_as(text, name, "JSON")
    try:
        return _parse_as(text, name, "JSON")
    except UsageError as not_json:
        try:
            return _parse_as(text, name, "YAML")
        except UsageError as not_yaml:
            meant_json = text.lstrip().startswith(("{", "["))
            raise (not_json if meant_json else not_yaml) from None


def _parse_as(text: str, name: str, language: str) -> Any:
    try:
        if language == "JSON":
            return json_text.loads(text)
        from qovery_cli.body import yaml_text

        return yaml_text.loads(text)
    except json_text.TextError as error:
        position = f"line {error.line}, column {error.column}"
        message = f"{name} is not valid {language}: {position}: {error.problem}."
        raise UsageError(message, hint=_HINT) from None


def _check_type(body: Any, schema: schemas.Schema, level: str | None, name: str) -> None:
    allowed = schemas.kinds(schema, level)
    if matches_kind(body, *allowed) and not (
        allowed == {"any"} and not isinstance(body, dict | list)
    ):
        return
    expects_list = "array" in allowed and "object" not in allowed
    expected = "a list" if expects_list else "an object (name: value)"
    nouns = {"string": "a string", "array": "a list", "object": "an object"}
    actual = nouns.get(kind_of(body), "a single value")
    raise UsageError(f"{name} must contain {expected}, not {actual}.", hint=_HINT)
