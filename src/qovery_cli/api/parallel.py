"""Independent questions asked side by side."""

from collections.abc import Callable, Sequence
from queue import Empty, SimpleQueue
from threading import Thread
from typing import TypeVar

from qovery_cli.errors import QoveryError

#: How many requests are under way at most.
LIMIT = 8

T = TypeVar("T")


def in_parallel(jobs: Sequence[Callable[[], T]], *, limit: int = LIMIT) -> list[T | QoveryError]:
    """Return the result, or the error of ours, of each job, in order.

    Any other exception of a job is raised here. Ctrl-C ends the wait at once: no further job is
    begun, and the program does not wait for those that are under way.
    """
    if len(jobs) == 1:
        return [_outcome(jobs[0])]
    waiting: SimpleQueue[int] = SimpleQueue()
    done: SimpleQueue[tuple[int, T | QoveryError | BaseException]] = SimpleQueue()
    for index in range(len(jobs)):
        waiting.put(index)
    # Not concurrent.futures: leaving the program would join its threads, and so would hang for
    # as long as the slowest answer takes.
    for _ in range(min(limit, len(jobs))):
        Thread(target=_work, args=(jobs, waiting, done), daemon=True).start()
    results: dict[int, T | QoveryError] = {}
    try:
        while len(results) < len(jobs):
            index, result = _next(done)
            if isinstance(result, BaseException) and not isinstance(result, QoveryError):
                raise result
            results[index] = result
    except BaseException:
        _drain(waiting)
        raise
    return [results[index] for index in range(len(jobs))]


def _work(
    jobs: Sequence[Callable[[], T]],
    waiting: "SimpleQueue[int]",
    done: "SimpleQueue[tuple[int, T | QoveryError | BaseException]]",
) -> None:
    while True:
        try:
            index = waiting.get_nowait()
        except Empty:
            return
        try:
            done.put((index, _outcome(jobs[index])))
        except BaseException as error:  # the waiting thread raises it
            done.put((index, error))


def _outcome(job: Callable[[], T]) -> T | QoveryError:
    try:
        return job()
    except QoveryError as error:
        return error


def _next(done: "SimpleQueue[T]") -> T:
    while True:
        try:
            # On Windows, Ctrl-C cannot interrupt a wait without a limit.
            return done.get(timeout=0.2)
        except Empty:
            continue


def _drain(waiting: "SimpleQueue[int]") -> None:
    while True:
        try:
            waiting.get_nowait()
        except Empty:
            return
