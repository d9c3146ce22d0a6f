"""One field of each item, a line each: ``-o name`` and ``-o id``."""

from collections.abc import Iterable, Iterator
from typing import Any

from qovery_cli.errors import UsageError
from qovery_cli.output.dotted_path import MISSING, find, names
from qovery_cli.output.sanitize import one_line


def single_lines(
    items: Iterable[Any], path: str, option: str, default: str | None = None
) -> Iterator[str]:
    """Yield the values at a path, a line each.

    Raises UsageError, listing what there is, if an item has none and there is no default;
    ``option`` is what was typed.
    """
    for item in items:
        value = find(item, path)
        if default is not None and (value is None or value is MISSING or value == ""):
            value = default
        if isinstance(value, bool) or not isinstance(value, str | int | float) or value == "":
            raise _missing(item, option)
        yield one_line(str(value), keep_hiding=True) + "\n"


def _missing(item: Any, option: str) -> UsageError:
    has = ", ".join(names([item])) if isinstance(item, dict) else ""
    return UsageError(
        f"There is no {option} to print.",
        hint=f"Use --columns with one of {has}." if has else "Use -o json.",
    )
