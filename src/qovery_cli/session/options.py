"""What stands around one invocation: the world it runs in, and the switches it was given."""

from collections.abc import Callable, Mapping
from pathlib import Path
from time import monotonic, sleep
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Protocol

from qovery_cli.frozen import record
from qovery_cli.http.receive import MAX_ANSWER
from qovery_cli.output.terminal import Terminal

#: A wait that nobody limited ends after an hour.
DEFAULT_TIMEOUT = 3600.0

if TYPE_CHECKING:
    from qovery_cli.config.settings import Settings
    from qovery_cli.http.request import Request


class Memory(Protocol):
    """Who learns from what passes by; see completion.cache_writer. It raises nothing."""

    def answered(self, request: "Request", data: Any) -> None:
        """Note the decoded answer to a request that succeeded."""

    def flush(self, settings: "Settings | None") -> None:
        """Keep what was noted; the settings are None for a command that needed none."""


@record
class Runtime:
    """Everything outside the process that a command may touch, so that tests can replace it.

    ``program`` is the name under which the program was started.
    """

    environ: Mapping[str, str]
    terminal: Terminal
    cwd: Path
    read_stdin: Callable[[], bytes]
    sleep: Callable[[float], None] = sleep
    memory: Memory | None = None
    program: str = "qovery"

    @property
    def max_answer(self) -> int:
        """Bytes that an answer may have in memory; UsageError for an invalid QOVERY_MAX_ANSWER."""
        size = self.environ.get("QOVERY_MAX_ANSWER")
        if not size:
            return MAX_ANSWER
        from qovery_cli.http.answer_size import max_answer

        return max_answer(size)


@record
class EngineOptions:
    """The switches that the engine itself understands, whatever the command.

    ``changes`` tells whether the command changes something.
    """

    yes: bool = False
    confirm: str | None = None
    wait: bool = False
    timeout: float | None = DEFAULT_TIMEOUT
    dry_run: bool = False
    explain: bool = False
    validate: bool = True
    changes: bool = False
    scope: Mapping[str, str] = MappingProxyType({})
    shared: Mapping[str, Any] = MappingProxyType({})

    @property
    def deadline(self) -> float | None:
        """The time (of ``time.monotonic``) at which a wait that begins now is over."""
        if not self.wait or self.timeout is None:
            return None
        return monotonic() + self.timeout

    @property
    def dry_run_only(self) -> bool:
        """Tell whether changes are shown instead of sent."""
        return self.dry_run or self.explain
