"""Runtime environment and engine options of one invocation."""

from collections.abc import Callable, Mapping
from pathlib import Path
from time import monotonic, sleep
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Protocol

from qovery_cli.frozen import record
from qovery_cli.http.receive import MAX_ANSWER
from qovery_cli.output.terminal import Terminal

#: Seconds until a wait without --timeout ends.
DEFAULT_TIMEOUT = 3600.0

if TYPE_CHECKING:
    from qovery_cli.config.settings import Settings
    from qovery_cli.http.request import Request


class ResponseRecorder(Protocol):
    """Receiver of all responses, which fills the completion cache; raises nothing.

    Implemented in ``completion.cache_writer``.
    """

    def record(self, request: "Request", data: Any) -> None:
        """Record the decoded response to a request that succeeded."""

    def flush(self, settings: "Settings | None") -> None:
        """Write the recorded data; ``settings`` is None for a command that used none."""


@record
class Runtime:
    """Access to everything outside the process, replaceable in tests.

    ``program`` is the name under which the program was started.
    """

    environ: Mapping[str, str]
    terminal: Terminal
    cwd: Path
    read_stdin: Callable[[], bytes]
    sleep: Callable[[float], None] = sleep
    recorder: ResponseRecorder | None = None
    program: str = "qovery"

    @property
    def max_answer(self) -> int:
        """Maximum bytes of a response in memory; UsageError for an invalid QOVERY_MAX_ANSWER."""
        size = self.environ.get("QOVERY_MAX_ANSWER")
        if not size:
            return MAX_ANSWER
        from qovery_cli.http.answer_size import max_answer

        return max_answer(size)


@record
class EngineOptions:
    """Options that the engine handles for every command.

    ``changes`` is True if the command changes something.
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
        """End of a wait that starts now (``time.monotonic``), None for no limit or no wait."""
        if not self.wait or self.timeout is None:
            return None
        return monotonic() + self.timeout

    @property
    def dry_run_only(self) -> bool:
        """True if changes are printed instead of sent."""
        return self.dry_run or self.explain
