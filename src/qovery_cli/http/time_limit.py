"""A time limit for blocking calls without a timeout, such as DNS lookups."""

from collections.abc import Callable
from queue import Empty, SimpleQueue
from threading import Lock, Thread
from time import monotonic
from typing import Any, Generic, TypeVar, cast

T = TypeVar("T")

#: Seconds of a single wait for a lock: on Windows, Ctrl-C cannot interrupt a wait.
_SLICE = 0.2


class AbandonedError(Exception):
    """The caller no longer waits for the result of this call."""


class Attempt(Generic[T]):
    """A call in a separate thread, which the caller can abandon.

    A thread cannot be terminated from outside. An abandoned call continues until its next
    ``checkpoint``, which raises AbandonedError, or until the program exits.
    """

    def __init__(self) -> None:
        self._lock = Lock()
        self._abandoned = False
        #: True once a checkpoint with ``committing`` was passed.
        self.committed = False

    def checkpoint(self, *, committing: bool = False) -> None:
        """Raise AbandonedError if the call was abandoned.

        ``committing`` marks the step after which the call may have an effect: an abandoned call
        never passes it, and ``committed`` is reliable.
        """
        with self._lock:
            if self._abandoned:
                raise AbandonedError
            self.committed = self.committed or committing

    def run(self, call: Callable[[], T], seconds: float) -> T:
        """Return the result of ``call`` or raise its exception; TimeoutError after ``seconds``."""
        results: SimpleQueue[tuple[T | None, BaseException | None]] = SimpleQueue()

        def work() -> None:
            try:
                results.put((call(), None))
            except BaseException as error:  # the waiting thread raises it
                results.put((None, error))

        end = monotonic() + seconds
        # concurrent.futures would join its threads at interpreter exit.
        Thread(target=work, daemon=True).start()
        try:
            result, error = _next(results, end)
        except BaseException:
            with self._lock:
                self._abandoned = True
            raise
        if error is not None:
            raise error
        return cast(T, result)


def _next(results: SimpleQueue[Any], end: float) -> Any:
    while True:
        remaining = end - monotonic()
        if remaining <= 0:
            raise TimeoutError
        try:
            return results.get(timeout=min(remaining, _SLICE))
        except Empty:
            continue
