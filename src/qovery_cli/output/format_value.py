"""Format a value for a table, by its type and by the name of its field.

Text from the server is sanitized here, so that every cell is safe to display.
"""

import json
import re
from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from qovery_cli.catalog.states import StateClass, classify
from qovery_cli.frozen import record
from qovery_cli.output.datetimes import is_timestamp, local, parse_timestamp, relative, rfc3339
from qovery_cli.output.dotted_path import MISSING
from qovery_cli.output.sanitize import clean, one_line

#: The sign, the ASCII sign and the colour of each class; colour alone would not be accessible.
_SIGNS: Mapping[StateClass, tuple[str, str, str]] = {
    StateClass.SUCCESS: ("✓", "+", "green"),
    StateClass.IDLE: ("○", "o", "dim"),
    StateClass.CANCELLED: ("⊘", "/", "yellow"),
    StateClass.FAILED: ("✗", "x", "red"),
    StateClass.QUEUED: ("…", ".", "cyan"),
    StateClass.PROGRESS: ("●", "*", "cyan"),
    StateClass.UNREACHABLE: ("?", "?", "yellow"),
}


class Cell(NamedTuple):
    """One line of text, and its style for a coloured terminal."""

    text: str
    style: str = ""


Writer = Callable[[Any], Cell]


@record
class CellStyle:
    """The formatting options of cells.

    ``exact`` is for data formats. ``multiline`` keeps line breaks and tabs, ``escaped`` doubles
    backslashes, so that escapes are unambiguous. ``now`` is in seconds since 1970.
    """

    interactive: bool = False
    coloured: bool = False
    unicode: bool = True
    exact: bool = False
    multiline: bool = False
    escaped: bool = False
    now: float = 0.0

    @property
    def mark(self) -> str:
        """The ellipsis for truncated text."""
        return "…" if self.unicode else "..."

    @property
    def nothing(self) -> str:
        """The placeholder for a missing value; a blank would shift the fields for ``awk``."""
        return "" if self.exact else "-"


def writer(
    path: str, style: CellStyle, *, to_the_second: bool = False, short_commits: bool = False
) -> Writer:
    """Return the function that formats the values at a path.

    On a terminal, timestamps are relative, or absolute with ``to_the_second``, and commit ids are
    abbreviated with ``short_commits``.
    """
    name = path.rpartition(".")[2]
    if short_commits and style.interactive and name.endswith("commit_id"):
        return lambda value: Cell(plain(value[:_COMMIT_LENGTH] if _is_sha(value) else value, style))
    if is_timestamp(name):
        return lambda value: Cell(_timestamp_text(value, style, to_the_second))
    if name in {"start_time", "stop_time"}:
        return lambda value: Cell(_time_of_day(value, style))
    if name in {"state", "status"} or name.endswith(("_state", "_status")):
        return lambda value: state_cell(value, style)
    return lambda value: Cell(plain(value, style))


def with_unit(base_writer: Writer, path: str, header: str, units: Mapping[str, str]) -> Writer:
    """Return a writer that adds the unit of the numbers at a path, unless the header names it."""
    unit = units.get(re.sub(r"\[[0-9]+\]", "", path)) if units else None
    if unit is None or unit in header.split():
        return base_writer
    from qovery_cli.body.units import format_quantity

    def write(value: Any) -> Cell:
        text = format_quantity(value, unit)
        return base_writer(value) if text is None else Cell(text)

    return write


def plain(value: Any, style: CellStyle) -> str:
    """Return a value of any type as text, on one line unless the style is multiline."""
    if isinstance(value, str):
        if style.multiline:
            return clean(value, keep_hiding=not style.interactive)
        text = value.replace("\\", "\\\\") if style.escaped else value
        return _line(text, style) or style.nothing
    if value is None or value is MISSING:
        return style.nothing
    if isinstance(value, bool):
        return _boolean_text(value, style)
    if isinstance(value, list):
        return ", ".join(plain(item, style) for item in value) or style.nothing
    if isinstance(value, dict):
        return _object_text(value, style)
    return str(value)


def _line(text: str, style: CellStyle) -> str:
    return one_line(text, keep_hiding=not style.interactive)


def state_cell(value: Any, style: CellStyle) -> Cell:
    """Return a state with sign and colour for a terminal, unchanged for a script.

    An unknown state has no sign, unless its name ends in ``ING`` or ``_ERROR``.
    """
    if isinstance(value, dict) and "state" in value:
        value = value["state"]
    text = plain(value, style)
    if not isinstance(value, str) or not (style.interactive or style.coloured):
        return Cell(text)
    kind = classify(value)
    if kind is StateClass.PROGRESS and not value.endswith("ING"):
        return Cell(text)
    sign, ascii_sign, colour = _SIGNS[kind]
    return Cell(f"{sign if style.unicode else ascii_sign} {text}", colour)


_COMMIT_LENGTH = 8


def _is_sha(value: Any) -> bool:
    return isinstance(value, str) and len(value) == 40 and set(value) <= set("0123456789abcdef")


def number(value: Any) -> bool:
    """Return true for a number, which is right-aligned."""
    return isinstance(value, int | float) and not isinstance(value, bool)


def _timestamp_text(value: Any, style: CellStyle, to_the_second: bool) -> str:
    when = parse_timestamp(value)
    if when is None:
        return plain(value, style)
    if style.interactive:
        return local(when) if to_the_second else relative(when, style.now)
    return plain(value, style) if isinstance(value, str) else rfc3339(when)


def _time_of_day(value: Any, style: CellStyle) -> str:
    """Return 08:00 for 1970-01-01T08:00:00Z, the form of times of day in deployment rules."""
    if isinstance(value, str) and value.startswith("1970-01-01T") and not style.exact:
        return plain(value[11:16], style)
    return plain(value, style)


def _boolean_text(value: bool, style: CellStyle) -> str:
    if style.exact:
        return "true" if value else "false"
    return "yes" if value else "no"


def _object_text(value: Mapping[str, Any], style: CellStyle) -> str:
    for key in ("name", "key", "id"):
        if isinstance(value.get(key), str) and value[key]:
            return plain(value[key], style)
    if not value:
        return style.nothing
    if not style.exact and not any(isinstance(item, dict | list) for item in value.values()):
        return ", ".join(f"{_line(key, style)}={plain(item, style)}" for key, item in value.items())
    return plain(json.dumps(value, ensure_ascii=False, separators=(",", ":")), style)
