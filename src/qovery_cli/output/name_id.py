"""One field of each item, one per line: ``-o name`` and ``-o id``."""

from collections.abc import Iterable, Iterator
from typing import Any

from qovery_cli.errors import UsageError
from qovery_cli.output.dotted_path import MISSING, find, names
from qovery_cli.output.sanitize import one_line


def single_lines(
    items: Iterable[Any], path: str, option: str, default: str | None = None
) -> Iterator[str]:
    """Yield the values at a path, one per line.

    Raises UsageError, listing the fields of the item, if an item lacks the value and there is no
    default. ``option`` is the format as typed.
    """
    for item in items:
        value = find(item, path)
        if default is not None and (value is None or value is MISSING or value == ""):
            value = default
        if isinstance(value, bool) or not isinstance(value, str | int | float) or value == "":
            raise _missing(item, option)
        yield one_line(str(value), keep_hiding=True) + "\n"


def _missing(item: Any, option: str) -> UsageError:
    fields = ", ".join(names([item])) if isinstance(item, dict) else ""
    return UsageError(
        f"The result has no {option}.",
        hint=f"Use --columns with one of {fields}." if fields else "Use -o json.",
    )
