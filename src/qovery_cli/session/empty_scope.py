"""Scope variables that are set but empty, where a weaker source would apply instead.

In a script this is usually a variable that failed to get its value, and the profile or directory
may name something else. A command that changes something stops; one that reads prints a notice.
"""

from collections.abc import Callable
from typing import Protocol

from qovery_cli.errors import UsageError


class _Entry(Protocol):
    @property
    def value(self) -> str:
        """The name, id, path or URL that is used."""

    @property
    def origin(self) -> str:
        """The source of the value."""

    @property
    def passed_over(self) -> str:
        """The variable that is set but empty."""


class EmptyScope:
    """Rule for empty scope variables; ``changes`` is True for a command that changes something."""

    def __init__(self, notice: Callable[[str], None], *, changes: bool) -> None:
        self._notice = notice
        self._changes = changes
        self._noticed: set[str] = set()

    def used(self, entry: _Entry) -> None:
        """Raise UsageError, or print one notice, if a weaker source replaces the variable."""
        self.replaced(entry.passed_over, f"'{entry.value}' from {entry.origin}")

    def replaced(self, variable: str, used: str) -> None:
        """Raise or print as ``used`` does; the second argument describes the replacement."""
        if self._changes:
            raise UsageError(
                f"{variable} is set but empty; refusing to use {used} instead.",
                hint=f"Set {variable} to a value, unset it, or use the option instead.",
            )
        if variable not in self._noticed:
            self._noticed.add(variable)
            self._notice(f"{variable} is set but empty: using {used}.")
