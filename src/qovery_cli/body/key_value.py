r"""Parse ``key=value,key=value``, the short form of an object, and ``a,b`` of a list.

Commas separate, the first "=" assigns and dots in keys address nested objects, unless they are
quoted or escaped with a backslash. Quotes are special only at the start of a key or value, and
backslashes only before a special character, so that ``it's`` and ``C:\temp`` stay unchanged.
"""

from collections.abc import Callable, Iterator, Sequence
from typing import Any, Final

from qovery_cli.body import schemas
from qovery_cli.body.json_path import PathError, PathWriter
from qovery_cli.body.suggestions import did_you_mean
from qovery_cli.body.target import Target
from qovery_cli.errors import UsageError
from qovery_cli.messages import invalid

_PROTECTED: Final = frozenset(",=\"'\\.")
#: Deeper than any body of the API.
_MAX_DEPTH: Final = 30

#: Converts the text of a value by its schema.
Convert = Callable[[str, schemas.Schema, Target], Any]

#: A character, and True if it is text, False for a separator.
_Char = tuple[str, bool]


def fields(text: str, schema: schemas.Schema, target: Target, convert: Convert) -> dict[str, Any]:
    """Parse a text such as ``internal_port=80,is_default=true`` to an object.

    ``convert`` converts values to the types that the schema declares; a repeated key appends to a
    list.
    Raises UsageError with the invalid field.
    """
    body: dict[str, Any] = {}
    seen: set[tuple[str, ...]] = set()
    for pair in _split(list(_chars(text, target)), ","):
        key, *values = _split(pair, "=", max_splits=1)
        steps = tuple(_text(step).strip() for step in _split(key, "."))
        if not values or not all(steps) or len(steps) > _MAX_DEPTH:
            raise UsageError(
                invalid(target.name, _text(key)[:40], "key=value,key=value"),
                hint="Quote values that contain commas.",
            )
        body = _with_field(body, steps, _text(values[0]), schema, target, convert, steps in seen)
        seen.add(steps)
    return body


def parts(text: str, target: Target) -> list[str]:
    """Split ``a,b,"c,d"`` into its items."""
    return [_text(part) for part in _split(list(_chars(text, target)), ",")]


def pieces(text: str, target: Target) -> list[tuple[str, str | None]]:
    """Split a text at commas into pairs of key and value, or word and None."""
    result: list[tuple[str, str | None]] = []
    for pair in _split(list(_chars(text, target)), ","):
        key, *values = _split(pair, "=", max_splits=1)
        result.append((_text(key).strip(), _text(values[0]) if values else None))
    return result


def _with_field(
    body: dict[str, Any],
    steps: tuple[str, ...],
    text: str,
    schema: schemas.Schema,
    target: Target,
    convert: Convert,
    is_repeated: bool,
) -> dict[str, Any]:
    field_target = Target(f"{target.name} {'.'.join(steps)}", target.level, target.known_only)

    def write(current: Any, leaf: schemas.Schema) -> Any:
        new = convert(text, leaf, field_target)
        if not is_repeated:
            return new
        if isinstance(current, list) and isinstance(new, list):
            return [*current, *new]
        raise UsageError(f"{field_target.name} was given twice.")

    try:
        writer = PathWriter(steps, write, known_only=target.known_only)
        result: dict[str, Any] = writer.set_in(body, schema)
    except PathError as error:
        hint = did_you_mean(error.nearest)
        raise UsageError(f"{field_target.name}: {error.problem}.", hint=hint) from None
    return result


def _chars(text: str, target: Target) -> Iterator[_Char]:
    """Yield the characters without quotes and escaping backslashes."""
    quote = ""
    begins = True
    index = 0
    while index < len(text):
        char = text[index]
        index += 1
        if char == "\\" and text[index : index + 1] in _PROTECTED and index < len(text):
            yield text[index], True
            index += 1
            begins = False
        elif quote:
            if char == quote:
                quote = ""
            else:
                yield char, True
        elif begins and char in "\"'":
            quote = char
            begins = False
        else:
            yield char, char not in ",=."
            begins = char in ",=" or (begins and char == " ")
    if quote:
        raise UsageError(f"Invalid {target.name}: unclosed quote.")


def _split(chars: Sequence[_Char], separator: str, max_splits: int = -1) -> list[list[_Char]]:
    result: list[list[_Char]] = [[]]
    for char in chars:
        if char == (separator, False) and len(result) - 1 != max_splits:
            result.append([])
        else:
            result[-1].append(char)
    return result


def _text(chars: Sequence[_Char]) -> str:
    return "".join(char for char, _ in chars)
