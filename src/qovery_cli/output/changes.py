"""Render a diff: one line for each field that is added, removed or changed."""

import json
from collections.abc import Iterable
from typing import Any, Protocol

from qovery_cli.http.redact import mask_urls
from qovery_cli.output.sanitize import one_line
from qovery_cli.output.style import paint
from qovery_cli.output.terminal import Terminal
from qovery_cli.output.width import width_of

_STYLES = {"+": "green", "-": "red", "~": "yellow"}

#: Longer paths do not widen the column of all values, only move their own.
_MAX_PATH_WIDTH = 40


class Change(Protocol):
    """One field that differs; ``kind`` is ``+``, ``-`` or ``~``."""

    @property
    def path(self) -> str:
        """The dotted path of the field."""

    @property
    def kind(self) -> str:
        """The sign of the change: ``+`` added, ``-`` removed, ``~`` changed."""

    @property
    def old(self) -> Any:
        """The value before; not used for ``+``."""

    @property
    def new(self) -> Any:
        """The value after; not used for ``-``."""


def changes_text(changes: Iterable[Change], *, coloured: bool = False) -> str:
    """Return one line for each change, such as ``~ cpu  500 -> 1000``."""
    rows = [(change.kind, one_line(change.path), _values(change)) for change in changes]
    widest = min(_MAX_PATH_WIDTH, max((width_of(path) for _, path, _ in rows), default=0))
    lines = []
    for kind, path, values in rows:
        padding = " " * (max(0, widest - width_of(path)) + 2)
        lines.append(paint(f"{kind} {path}{padding}{values}", _STYLES.get(kind, ""), coloured))
    return "".join(f"{line}\n" for line in lines)


def show_changes(changes: Iterable[Change], terminal: Terminal) -> None:
    """Write the changes to stderr."""
    terminal.tell(changes_text(changes, coloured=terminal.color_err))


def _values(change: Change) -> str:
    if change.kind == "+":
        return spelled(change.new)
    if change.kind == "-":
        return spelled(change.old)
    return f"{spelled(change.old)} -> {spelled(change.new)}"


def spelled(value: Any) -> str:
    """Return a value as one line; a string is quoted only if it has leading or trailing blanks."""
    if isinstance(value, str):
        value = mask_urls(value)
    if isinstance(value, str) and value and value == value.strip():
        return one_line(value)
    return one_line(mask_urls(json.dumps(value, ensure_ascii=False)))
