"""A time limit for calls that block where no timeout reaches, such as a host name look-up."""

from collections.abc import Callable
from queue import Empty, SimpleQueue
from threading import Lock, Thread
from time import monotonic
from typing import Any, Generic, TypeVar, cast

T = TypeVar("T")

#: Seconds that a lock is waited for at once: on Windows, Ctrl-C cannot interrupt a longer wait.
_SLICE = 0.2


class AbandonedError(Exception):
    """Nobody waits for the result of this call any more."""


class Attempt(Generic[T]):
    """One call in a thread of its own, which the caller can stop waiting for.

    A thread cannot be ended from outside. An abandoned call runs on until it passes a
    ``checkpoint``, which raises AbandonedError, or until the program ends.
    """

    def __init__(self) -> None:
        self._lock = Lock()
        self._abandoned = False
        #: True once a checkpoint with ``committing`` was passed.
        self.committed = False

    def checkpoint(self, *, committing: bool = False) -> None:
        """Raise AbandonedError if the call was abandoned.

        ``committing`` marks the step after which the call may have an effect: no call passes it
        once it is abandoned, and ``committed`` tells reliably whether it was passed.
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
        # Not concurrent.futures: leaving the program would join its threads.
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
        left = end - monotonic()
        if left <= 0:
            raise TimeoutError
        try:
            return results.get(timeout=min(left, _SLICE))
        except Empty:
            continue
