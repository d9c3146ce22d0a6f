"""Read override files into the models of their schema, and report where they are wrong."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import NoneType, UnionType
from typing import Any, TypeVar, get_args

from pydantic import BaseModel, TypeAdapter, ValidationError
from pydantic.fields import FieldInfo

from qovery_cli.codegen.override_schema import suggestion
from qovery_cli.codegen.toml_source import Keys, TomlSource

FOLDER = Path(__file__).parent / "overrides"

Entry = TypeVar("Entry")

#: pydantic's names for what TOML calls otherwise.
_TYPES = {
    "bool_type": "true or false",
    "dict_type": "a table",
    "model_type": "a table",
    "string_type": "a string",
    "tuple_type": "an array",
}


class OverrideError(Exception):
    """An override that cannot be used.

    ``keys`` lead to it in its file, or in the table of the command that is being built.
    """

    def __init__(self, message: str, keys: Keys = ()) -> None:
        super().__init__(message)
        self.message = message
        self.keys = keys


def read_entries(source: TomlSource, kind: type[Entry]) -> dict[str, Entry]:
    """Return the entries of an override file, in their order, as instances of a class.

    Raise OverrideError with a line for each mistake: its file and line, and the nearest valid key
    for one that is not in the schema.
    """
    return validate_entries(read_tables(source), kind, source.locate)


def read_tables(source: TomlSource) -> dict[str, Any]:
    """Return the tables of a TOML file; raise OverrideError with file and line if it is none."""
    try:
        return source.parse()
    except ValueError as error:
        raise OverrideError(f"{error}.") from error


def validate_entries(
    tables: Mapping[str, Any], kind: type[Entry], locate: Callable[[Keys], str]
) -> dict[str, Entry]:
    """Return tables as instances of a class; ``locate`` returns file and line of their keys.

    Raise OverrideError as ``read_entries``.
    """
    try:
        return TypeAdapter(dict[str, kind]).validate_python(tables)  # type: ignore[valid-type]
    except ValidationError as error:
        mistakes = (_mistake(each, kind) for each in error.errors(include_url=False))
        lines = [f"{locate(keys)}: {message}" for keys, message in mistakes]
        raise OverrideError("\n".join(sorted(lines, key=_line_number))) from error


def _line_number(text: str) -> int:
    return int(text.split(":", 2)[1])


def _mistake(error: Mapping[str, Any], kind: type) -> tuple[Keys, str]:
    """Return the keys that lead to a mistake, and its description."""
    keys, place = error["loc"], _place(error["loc"][:-1])
    key = keys[-1]
    if error["type"] == "extra_forbidden":
        return keys, f"unknown key '{key}'{place}{suggestion(str(key), _valid_keys(kind, keys))}"
    if error["type"] == "missing":
        return keys[:-1], f"missing key '{key}'{place}"
    if error["type"] == "value_error":
        return keys, f"'{key}'{place}: {error['ctx']['error']}"
    if error["type"] == "literal_error":
        hint = suggestion(str(error["input"]), error["ctx"]["expected"].split("'")[1::2])
        return keys, f"'{key}'{place}: unknown value '{error['input']}'{hint}"
    expected = _TYPES.get(error["type"], error["msg"])
    return keys, f"'{key}'{place}: expected {expected}, not {_shown(error['input'])}"


def _place(keys: Sequence[str | int]) -> str:
    """Return where a key is: `` in 'org list' (fields.name)``."""
    if not keys:
        return ""
    inner = "".join(f"[{key}]" if isinstance(key, int) else f".{key}" for key in keys[1:])
    return f" in '{keys[0]}'" + (f" ({inner[1:]})" if inner else "")


def _shown(value: Any) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    return f"'{value}'" if isinstance(value, str) else repr(value)


def _valid_keys(kind: Any, keys: Keys) -> list[str]:
    """Return the keys of the table in which the last of these keys is, from its model."""
    for key in keys[1:-1]:
        if _is_model(kind):
            kind = _by_key(kind)[str(key)].annotation
            if isinstance(kind, UnionType):
                (kind,) = (each for each in get_args(kind) if each is not NoneType)
        else:
            kind = next(filter(_is_model, get_args(kind)))
    return list(_by_key(kind))


def _is_model(kind: Any) -> bool:
    return isinstance(kind, type) and issubclass(kind, BaseModel)


def _by_key(model: type[BaseModel]) -> dict[str, FieldInfo]:
    return {field.alias or name: field for name, field in model.model_fields.items()}
