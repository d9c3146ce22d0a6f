"""What stands around one invocation: the world it runs in, and the switches it was given."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from time import sleep
from typing import Any

from qovery_cli.output.terminal import Terminal

#: A wait that nobody limited ends after an hour.
DEFAULT_TIMEOUT = 3600.0


@dataclass(frozen=True, slots=True)
class World:
    """Everything outside the process that a command may touch, so that tests can replace it."""

    environ: Mapping[str, str]
    terminal: Terminal
    cwd: Path
    read_stdin: Callable[[], str]
    sleep: Callable[[float], None] = sleep


@dataclass(frozen=True, slots=True)
class Flags:
    """The switches that the engine itself understands, whatever the command."""

    yes: bool = False
    confirm: str | None = None
    wait: bool = False
    timeout: float | None = DEFAULT_TIMEOUT
    dry_run: bool = False
    explain: bool = False
    validate: bool = True
    scope: Mapping[str, str] = field(default_factory=dict)
    shared: Mapping[str, Any] = field(default_factory=dict)

    @property
    def rehearses(self) -> bool:
        """Tell whether changes are shown instead of sent."""
        return self.dry_run or self.explain
