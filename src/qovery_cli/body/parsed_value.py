"""The description of an input format, and the value that is read in it."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from qovery_cli.body.target import Target
from qovery_cli.frozen import record


@record
class ParsedValue:
    """An option value in the format of the API, and the values of sibling fields."""

    texts: tuple[str, ...]
    siblings: Mapping[str, str]


Reader = Callable[[str, Target], ParsedValue | None]


@record
class ValueFormat:
    """An input format: its noun for errors, metavar for help, and examples.

    ``read`` returns None for a text in neither this format nor that of the API. With ``strict``
    only the parsed value may be sent, also from a file, because the API would misinterpret other
    text. ``units`` are the units of the numeric fields of the resulting object.
    """

    noun: str
    metavar: str
    examples: tuple[str, ...]
    read: Reader
    strict: bool = False
    units: Mapping[str, str] = MappingProxyType({})


def parsed(*texts: str, **siblings: str) -> ParsedValue:
    """Return texts in the format of the API, and the values of sibling fields."""
    return ParsedValue(texts, siblings)
