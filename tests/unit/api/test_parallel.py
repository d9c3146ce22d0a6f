import threading

import pytest

from qovery_cli.api.parallel import in_parallel
from qovery_cli.errors import NotFoundError


def test_results_keep_the_order_of_the_jobs():
    first_may_end = threading.Event()

    def slow():
        assert first_may_end.wait(5)
        return "slow"

    def quick():
        first_may_end.set()
        return "quick"

    assert in_parallel([slow, quick]) == ["slow", "quick"]


def test_an_error_takes_the_place_of_its_result():
    error = NotFoundError("Gone.")

    def fails():
        raise error

    assert in_parallel([lambda: 1, fails, lambda: 3]) == [1, error, 3]


def test_at_most_so_many_run_at_once():
    lock, running, most = threading.Lock(), [0], [0]
    together = threading.Barrier(2)

    def job():
        with lock:
            running[0] += 1
            most[0] = max(most[0], running[0])
        together.wait(5)
        with lock:
            running[0] -= 1

    in_parallel([job] * 6, limit=2)
    assert most[0] == 2


@pytest.mark.parametrize("count", [1, 2])
def test_a_bug_in_a_job_is_raised(count):
    def broken():
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        in_parallel([broken] * count)


def test_nothing_to_do_is_no_result():
    assert in_parallel([]) == []


def test_an_interruption_begins_no_further_job_and_waits_for_none():
    release, began, before = threading.Event(), [], set(threading.enumerate())

    def stuck():
        began.append(1)
        release.wait(5)

    def interrupted():
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        in_parallel([interrupted, stuck, stuck, stuck, stuck], limit=2)
    workers = set(threading.enumerate()) - before
    release.set()
    for worker in workers:
        worker.join(5)
    assert workers
    assert len(began) <= 2


def test_threads_do_not_keep_the_program_alive():
    seen = []
    in_parallel([lambda: seen.append(threading.current_thread().daemon)] * 2)
    assert seen == [True, True]
