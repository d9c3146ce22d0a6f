"""Independent questions asked side by side, their answers in the order of the questions."""

from collections.abc import Callable, Generator, Sequence
from functools import partial
from heapq import heappop, heappush
from queue import Empty, SimpleQueue
from threading import Thread
from typing import Generic, TypeVar, cast

from qovery_cli.errors import QoveryError
from qovery_cli.frozen import record

#: How many requests are under way at most.
MAX_THREADS = 8

#: How many answers may wait for an earlier one before no further question is begun.
MAX_BUFFERED = 32

T = TypeVar("T")
A = TypeVar("A")
B = TypeVar("B")

#: Tells whether the error of the job at a place ends it all.
_Final = Callable[[int, QoveryError], bool]

#: Where a step stands: the places of those that it came from, and its own among its siblings.
_Place = tuple[int, ...]


@record
class Step(Generic[T]):
    """A job, and what follows from its result: further steps in its place, or None for none.

    ``then`` is called in the thread that reads the results.
    """

    job: Callable[[], T]
    then: Callable[[T], "Sequence[Step[T]] | None"] | None = None


def in_order(
    steps: Sequence[Step[T]], *, limit: int = MAX_THREADS, ahead: int = MAX_BUFFERED
) -> Generator[T, None, None]:
    """Yield the results of steps as they come, in order; steps that others followed yield none.

    The order is that of a walk through a tree, and so is that in which jobs are begun: what is
    needed next is asked for first. Not more than ``ahead`` results wait for an earlier one, so
    that memory stays bounded. Any exception of a job is raised here. When the generator is closed,
    or Ctrl-C ends the wait, no further job is begun, and nobody waits for those under way.
    """
    workers: _Workers[T] = _Workers(limit)
    waiting: list[tuple[_Place, Step[T]]] = [((i,), step) for i, step in enumerate(steps)]
    running: dict[_Place, Step[T]] = {}
    finished: list[tuple[_Place, T]] = []
    try:
        while waiting or running or finished:
            while waiting and len(running) < 2 * limit and _has_room(waiting, finished, ahead):
                place, step = heappop(waiting)
                running[place] = step
                workers.begin(place, step.job)
            if finished and _is_next(finished[0][0], waiting, running):
                yield heappop(finished)[1]
                continue
            place, result = workers.next()
            following = running.pop(place).then
            children = following(result) if following else None
            if children is None:
                heappush(finished, (place, result))
            for index, child in enumerate(children or ()):
                heappush(waiting, ((*place, index), child))
    finally:
        workers.end()


def _has_room(
    waiting: list[tuple[_Place, Step[T]]], finished: list[tuple[_Place, T]], ahead: int
) -> bool:
    # What comes before all that has finished is what those wait for: it may always begin.
    return len(finished) < ahead or waiting[0][0] < finished[0][0]


def _is_next(
    place: _Place, waiting: list[tuple[_Place, Step[T]]], running: dict[_Place, Step[T]]
) -> bool:
    earliest = min(running, default=place)
    return earliest >= place and not (waiting and waiting[0][0] < place)


def in_parallel(
    jobs: Sequence[Callable[[], T]], *, limit: int = MAX_THREADS, final: _Final = lambda *_: False
) -> list[T | QoveryError]:
    """Return the result, or the error of ours, of each job, in order.

    Any other exception of a job is raised here, and so is an error for which ``final``, asked
    with the place of the job, says that the others no longer count. That, like Ctrl-C, ends the
    wait at once: no further job is begun, and the program does not wait for those under way.
    """
    done = [partial(_outcome, job, place, final) for place, job in enumerate(jobs)]
    if len(jobs) == 1:
        return [done[0]()]
    steps: list[Step[T | QoveryError]] = [Step(job) for job in done]
    return list(in_order(steps, limit=limit, ahead=len(jobs)))


def both(first: Callable[[], A], second: Callable[[], B]) -> tuple[A, B]:
    """Return what two jobs return, done side by side; raises the first one's error first."""
    jobs: list[Callable[[], A | B]] = [first, second]
    one, other = in_parallel(jobs)
    for result in (one, other):
        if isinstance(result, QoveryError):
            raise result
    return cast(A, one), cast(B, other)


def _outcome(job: Callable[[], T], place: int, final: _Final) -> T | QoveryError:
    try:
        return job()
    except QoveryError as error:
        if final(place, error):
            raise
        return error


class _Workers(Generic[T]):
    """Threads that run jobs, at most ``limit`` of them at once, and tell when one is done.

    Not concurrent.futures: leaving the program would join its threads, and so would hang for as
    long as the slowest answer takes.
    """

    def __init__(self, limit: int) -> None:
        self._limit = limit
        self._started = 0
        self._jobs: SimpleQueue[tuple[_Place, Callable[[], T]] | None] = SimpleQueue()
        self._done: SimpleQueue[tuple[_Place, T] | BaseException] = SimpleQueue()

    def begin(self, place: _Place, job: Callable[[], T]) -> None:
        """Run a job as soon as a thread is free."""
        self._jobs.put((place, job))
        if self._started < self._limit:
            self._started += 1
            Thread(target=self._work, daemon=True).start()

    def next(self) -> tuple[_Place, T]:
        """Wait for the next result; raises what its job raised."""
        while True:
            try:
                # On Windows, Ctrl-C cannot interrupt a wait without a limit.
                found = self._done.get(timeout=0.2)
            except Empty:
                continue
            if isinstance(found, BaseException):
                raise found
            return found

    def end(self) -> None:
        """Begin no further job, and let the threads go when they are done with theirs."""
        while True:
            try:
                self._jobs.get_nowait()
            except Empty:
                break
        for _ in range(self._started):
            self._jobs.put(None)

    def _work(self) -> None:
        while (taken := self._jobs.get()) is not None:
            place, job = taken
            try:
                self._done.put((place, job()))
            except BaseException as error:  # the waiting thread raises it
                self._done.put(error)
