"""How one value is spelled in a table: by its type, and by the name of its field.

Text from the server is cleaned here, so that everything that makes cells is safe to display.
"""

import json
import re
from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from qovery_cli.catalog.states import StateClass, classify
from qovery_cli.frozen import record
from qovery_cli.output.datetimes import is_moment, local, moment, relative, rfc3339
from qovery_cli.output.dotted_path import MISSING
from qovery_cli.output.sanitize import clean, one_line

#: A state is never told by colour alone: the sign, the sign in ASCII, and the colour.
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
    """A text of one line, and the style that it may be painted in."""

    text: str
    style: str = ""


Writer = Callable[[Any], Cell]


@record
class CellStyle:
    """Who reads the cells.

    ``exact`` means a file of values. ``multiline`` keeps line breaks and tabs, ``escaped`` doubles
    backslashes, so that escapes can be told from text. ``now`` is in seconds since 1970.
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
        """What stands for text that was cut off."""
        return "…" if self.unicode else "..."

    @property
    def nothing(self) -> str:
        """What stands for a value that is not there; a blank would shift what ``awk`` counts."""
        return "" if self.exact else "-"


def writer(
    path: str, look: CellStyle, *, to_the_second: bool = False, short_commits: bool = False
) -> Writer:
    """Return the function that spells the values found at a path.

    A person reads of a moment how long ago it was, or ``to_the_second`` when it was, and with
    ``short_commits`` so much of a commit as names it.
    """
    name = path.rpartition(".")[2]
    if short_commits and look.interactive and name.endswith("commit_id"):
        return lambda value: Cell(plain(value[:_COMMIT] if _is_sha(value) else value, look))
    if is_moment(name):
        return lambda value: Cell(_moment_text(value, look, to_the_second))
    if name in {"start_time", "stop_time"}:
        return lambda value: Cell(_time_of_day(value, look))
    if name in {"state", "status"} or name.endswith(("_state", "_status")):
        return lambda value: state_cell(value, look)
    return lambda value: Cell(plain(value, look))


def with_unit(spell: Writer, path: str, header: str, units: Mapping[str, str]) -> Writer:
    """Return a writer that adds the unit of the numbers at a path, unless the header names it."""
    unit = units.get(re.sub(r"\[[0-9]+\]", "", path)) if units else None
    if unit is None or unit in header.split():
        return spell
    from qovery_cli.body.units import format_quantity

    def spelled(value: Any) -> Cell:
        text = format_quantity(value, unit)
        return spell(value) if text is None else Cell(text)

    return spelled


def plain(value: Any, look: CellStyle) -> str:
    """Return a value as text, of one line unless the look is multiline, whatever its type."""
    if isinstance(value, str):
        if look.multiline:
            return clean(value, keep_hiding=not look.interactive)
        text = value.replace("\\", "\\\\") if look.escaped else value
        return _line(text, look) or look.nothing
    if value is None or value is MISSING:
        return look.nothing
    if isinstance(value, bool):
        return _truth(value, look)
    if isinstance(value, list):
        return ", ".join(plain(item, look) for item in value) or look.nothing
    if isinstance(value, dict):
        return _object_text(value, look)
    return str(value)


def _line(text: str, look: CellStyle) -> str:
    return one_line(text, keep_hiding=not look.interactive)


def state_cell(value: Any, look: CellStyle) -> Cell:
    """Return a state with sign and colour for a person, as it is for a script.

    A state that is not known is shown without a sign, unless its name says that it goes on
    (``...ING``) or failed (``..._ERROR``).
    """
    if isinstance(value, dict) and "state" in value:
        value = value["state"]
    text = plain(value, look)
    if not isinstance(value, str) or not (look.interactive or look.coloured):
        return Cell(text)
    kind = classify(value)
    if kind is StateClass.PROGRESS and not value.endswith("ING"):
        return Cell(text)
    sign, in_ascii, style = _SIGNS[kind]
    return Cell(f"{sign if look.unicode else in_ascii} {text}", style)


_COMMIT = 8


def _is_sha(value: Any) -> bool:
    return isinstance(value, str) and len(value) == 40 and set(value) <= set("0123456789abcdef")


def number(value: Any) -> bool:
    """Tell whether a value is a number, which stands to the right."""
    return isinstance(value, int | float) and not isinstance(value, bool)


def _moment_text(value: Any, look: CellStyle, to_the_second: bool) -> str:
    when = moment(value)
    if when is None:
        return plain(value, look)
    if look.interactive:
        return local(when) if to_the_second else relative(when, look.now)
    return plain(value, look) if isinstance(value, str) else rfc3339(when)


def _time_of_day(value: Any, look: CellStyle) -> str:
    """Return 08:00 for 1970-01-01T08:00:00Z, which is how a rule's times are written."""
    if isinstance(value, str) and value.startswith("1970-01-01T") and not look.exact:
        return plain(value[11:16], look)
    return plain(value, look)


def _truth(value: bool, look: CellStyle) -> str:
    if look.exact:
        return "true" if value else "false"
    return "yes" if value else "no"


def _object_text(value: Mapping[str, Any], look: CellStyle) -> str:
    for key in ("name", "key", "id"):
        if isinstance(value.get(key), str) and value[key]:
            return plain(value[key], look)
    if not value:
        return look.nothing
    if not look.exact and not any(isinstance(one, dict | list) for one in value.values()):
        return ", ".join(f"{_line(key, look)}={plain(one, look)}" for key, one in value.items())
    return plain(json.dumps(value, ensure_ascii=False, separators=(",", ":")), look)
