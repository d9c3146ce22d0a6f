"""A scope variable that is set but empty, where a weaker source would decide instead.

In a script that is a variable which got no value: what it was to name is not what the profile or
the directory names. A command that changes something stops; one that reads tells its source.
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
    """Decides what follows from an empty variable; ``changes`` tells for the command."""

    def __init__(self, notice: Callable[[str], None], *, changes: bool) -> None:
        self._notice = notice
        self._changes = changes
        self._told: set[str] = set()

    def used(self, entry: _Entry) -> None:
        """Refuse with UsageError, or tell once, that a weaker source is used instead."""
        self.replaced(entry.passed_over, f"'{entry.value}' from {entry.origin}")

    def replaced(self, variable: str, used: str) -> None:
        """Do what ``used`` does; the second text says what is used instead of the variable."""
        if self._changes:
            raise UsageError(
                f"{variable} is set but empty; it is not replaced by {used}.",
                hint=f"Give {variable} a value, unset it, or use the option instead.",
            )
        if variable not in self._told:
            self._told.add(variable)
            self._notice(f"{variable} is set but empty: using {used}.")
