"""Run independent jobs concurrently and return their results in order."""

from collections.abc import Callable, Generator, Sequence
from functools import partial
from heapq import heappop, heappush
from queue import Empty, SimpleQueue
from threading import Thread
from typing import Generic, TypeVar, cast

from qovery_cli.errors import QoveryError
from qovery_cli.frozen import record

#: Maximum number of concurrent jobs.
MAX_THREADS = 8

#: Maximum number of results that wait for an earlier one before no further job is started.
MAX_BUFFERED = 32

T = TypeVar("T")
A = TypeVar("A")
B = TypeVar("B")

#: Decides if the error of the job with this index aborts all jobs.
_Final = Callable[[int, QoveryError], bool]

#: Position of a step in the tree: the indexes of its ancestors, then its own.
_Position = tuple[int, ...]


@record
class Step(Generic[T]):
    """A job, and a function of its result that returns the steps to replace it, or None.

    ``then`` is called in the thread that reads the results.
    """

    job: Callable[[], T]
    then: Callable[[T], "Sequence[Step[T]] | None"] | None = None


def in_order(
    steps: Sequence[Step[T]], *, limit: int = MAX_THREADS, ahead: int = MAX_BUFFERED
) -> Generator[T, None, None]:
    """Run steps concurrently and yield their results in order, as soon as they are available.

    Results and job starts follow the order of a depth-first walk; a step that was replaced by
    others yields nothing. At most ``ahead`` results wait for an earlier one, which bounds memory.
    Exceptions of jobs are raised here. When the generator is closed or interrupted by Ctrl-C, no
    further job is started and running ones are not waited for.
    """
    workers: _Workers[T] = _Workers(limit)
    waiting: list[tuple[_Position, Step[T]]] = [((i,), step) for i, step in enumerate(steps)]
    running: dict[_Position, Step[T]] = {}
    finished: list[tuple[_Position, T]] = []
    try:
        while waiting or running or finished:
            while waiting and len(running) < 2 * limit and _has_room(waiting, finished, ahead):
                position, step = heappop(waiting)
                running[position] = step
                workers.submit(position, step.job)
            if finished and _is_next(finished[0][0], waiting, running):
                yield heappop(finished)[1]
                continue
            position, result = workers.next()
            then = running.pop(position).then
            children = then(result) if then else None
            if children is None:
                heappush(finished, (position, result))
            for index, child in enumerate(children or ()):
                heappush(waiting, ((*position, index), child))
    finally:
        workers.shutdown()


def _has_room(
    waiting: list[tuple[_Position, Step[T]]], finished: list[tuple[_Position, T]], ahead: int
) -> bool:
    # The finished results wait for an earlier step, which may therefore always start.
    return len(finished) < ahead or waiting[0][0] < finished[0][0]


def _is_next(
    position: _Position, waiting: list[tuple[_Position, Step[T]]], running: dict[_Position, Step[T]]
) -> bool:
    earliest = min(running, default=position)
    return earliest >= position and not (waiting and waiting[0][0] < position)


def in_parallel(
    jobs: Sequence[Callable[[], T]], *, limit: int = MAX_THREADS, final: _Final = lambda *_: False
) -> list[T | QoveryError]:
    """Run jobs concurrently; return the result or QoveryError of each job, in order.

    Any other exception is raised here, and so is a QoveryError for which ``final``, called with
    the index of the job and the error, returns True. That, like Ctrl-C, stops at once: no further
    job is started, and running ones are not waited for.
    """
    guarded = [partial(_outcome, job, index, final) for index, job in enumerate(jobs)]
    if len(jobs) == 1:
        return [guarded[0]()]
    steps: list[Step[T | QoveryError]] = [Step(job) for job in guarded]
    return list(in_order(steps, limit=limit, ahead=len(jobs)))


def both(first: Callable[[], A], second: Callable[[], B]) -> tuple[A, B]:
    """Run two jobs concurrently and return both results; the first error by order is raised."""
    jobs: list[Callable[[], A | B]] = [first, second]
    first_result, second_result = in_parallel(jobs)
    for result in (first_result, second_result):
        if isinstance(result, QoveryError):
            raise result
    return cast(A, first_result), cast(B, second_result)


def _outcome(job: Callable[[], T], index: int, final: _Final) -> T | QoveryError:
    try:
        return job()
    except QoveryError as error:
        if final(index, error):
            raise
        return error


class _Workers(Generic[T]):
    """A pool of at most ``limit`` daemon threads with a queue of results.

    concurrent.futures joins its threads at interpreter exit, which would block for as long as the
    slowest response takes.
    """

    def __init__(self, limit: int) -> None:
        self._limit = limit
        self._started = 0
        self._jobs: SimpleQueue[tuple[_Position, Callable[[], T]] | None] = SimpleQueue()
        self._done: SimpleQueue[tuple[_Position, T] | BaseException] = SimpleQueue()

    def submit(self, position: _Position, job: Callable[[], T]) -> None:
        """Queue a job for the next free thread."""
        self._jobs.put((position, job))
        if self._started < self._limit:
            self._started += 1
            Thread(target=self._work, daemon=True).start()

    def next(self) -> tuple[_Position, T]:
        """Wait for and return the next result; raise the exception of its job."""
        while True:
            try:
                # On Windows, Ctrl-C cannot interrupt a wait without a timeout.
                result = self._done.get(timeout=0.2)
            except Empty:
                continue
            if isinstance(result, BaseException):
                raise result
            return result

    def shutdown(self) -> None:
        """Drop queued jobs and let the threads end after their current one."""
        while True:
            try:
                self._jobs.get_nowait()
            except Empty:
                break
        for _ in range(self._started):
            self._jobs.put(None)

    def _work(self) -> None:
        while (item := self._jobs.get()) is not None:
            position, job = item
            try:
                self._done.put((position, job()))
            except BaseException as error:  # the waiting thread raises it
                self._done.put(error)
