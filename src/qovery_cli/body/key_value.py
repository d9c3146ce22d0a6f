r"""What ``key=value,key=value`` says: the short form of an object, and ``a,b`` of a list.

Commas separate, the first "=" assigns and dots in keys lead into nested objects, unless they are
quoted or follow a backslash. A quote counts only where a key or value begins, and a backslash only
before what it protects, so that ``it's`` and ``C:\temp`` are what they look like.
"""

from collections.abc import Iterator, Sequence
from typing import Any, Final

from qovery_cli.body import schemas
from qovery_cli.body.coerce import Target, coerce
from qovery_cli.body.json_path import PathError, PathWriter
from qovery_cli.body.suggestions import did_you_mean
from qovery_cli.errors import UsageError

_PROTECTED: Final = frozenset(",=\"'\\.")
#: Deeper than any body of the API.
_MAX_DEPTH: Final = 30

#: A character, and whether it is one of the text: separators are not.
_Char = tuple[str, bool]


def fields(text: str, schema: schemas.Schema, target: Target) -> dict[str, Any]:
    """Return the object that a text such as ``internal_port=80,is_default=true`` stands for.

    Values are read as the types that the schema declares; a list takes one item each time that
    its key is given. UsageError names the field that is wrong.
    """
    body: dict[str, Any] = {}
    given: set[tuple[str, ...]] = set()
    for pair in _split(list(_chars(text, target)), ","):
        key, *values = _split(pair, "=", most=1)
        steps = tuple(_text(step).strip() for step in _split(key, "."))
        if not values or not all(steps) or len(steps) > _MAX_DEPTH:
            raise UsageError(
                f"{target.quoted} takes key=value,key=value; {_text(key)[:40]!r} is no such pair.",
                hint="Put a value that contains commas in quotes.",
            )
        body = _placed(body, steps, _text(values[0]), schema, target, steps in given)
        given.add(steps)
    return body


def parts(text: str, target: Target) -> list[str]:
    """Return the items of ``a,b,"c,d"``."""
    return [_text(part) for part in _split(list(_chars(text, target)), ",")]


def pieces(text: str, target: Target) -> list[tuple[str, str | None]]:
    """Return what stands between commas: key and value, or a word and None."""
    found: list[tuple[str, str | None]] = []
    for pair in _split(list(_chars(text, target)), ","):
        key, *values = _split(pair, "=", most=1)
        found.append((_text(key).strip(), _text(values[0]) if values else None))
    return found


def _placed(
    body: dict[str, Any],
    steps: tuple[str, ...],
    text: str,
    schema: schemas.Schema,
    target: Target,
    again: bool,
) -> dict[str, Any]:
    named = Target(f"{target.name} {'.'.join(steps)}", target.level, target.known_only)

    def write(current: Any, leaf: schemas.Schema) -> Any:
        new = coerce(text, leaf, named)
        if not again:
            return new
        if isinstance(current, list) and isinstance(new, list):
            return [*current, *new]
        raise UsageError(f"{named.quoted} is given twice.")

    try:
        placing = PathWriter(steps, write, known_only=target.known_only)
        placed: dict[str, Any] = placing.set_in(body, schema)
    except PathError as error:
        hint = did_you_mean(error.nearest)
        raise UsageError(f"{named.quoted}: {error.problem}.", hint=hint) from None
    return placed


def _chars(text: str, target: Target) -> Iterator[_Char]:
    """Return the characters that count; quotes and escaping backslashes are taken out."""
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
        raise UsageError(f"{target.quoted}: a quote is not closed.")


def _split(chars: Sequence[_Char], separator: str, most: int = -1) -> list[list[_Char]]:
    found: list[list[_Char]] = [[]]
    for char in chars:
        if char == (separator, False) and len(found) - 1 != most:
            found.append([])
        else:
            found[-1].append(char)
    return found


def _text(chars: Sequence[_Char]) -> str:
    return "".join(char for char, _ in chars)
