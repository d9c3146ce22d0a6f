import threading

import pytest

from qovery_cli.errors import NotFoundError, UsageError
from qovery_cli.http.concurrency import Step, both, in_order, in_parallel


def test_results_keep_the_order_of_the_jobs():
    first_may_end = threading.Event()

    def slow():
        assert first_may_end.wait(5)
        return "slow"

    def quick():
        first_may_end.set()
        return "quick"

    assert in_parallel([slow, quick]) == ["slow", "quick"]


def test_error_is_returned_in_the_position_of_its_result():
    error = NotFoundError("Gone.")

    def fails():
        raise error

    assert in_parallel([lambda: 1, fails, lambda: 3]) == [1, error, 3]


def test_concurrency_is_limited():
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
def test_unexpected_exception_of_a_job_is_raised(count):
    def broken():
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        in_parallel([broken] * count)


def test_no_jobs_return_no_results():
    assert in_parallel([]) == []


def test_interrupt_starts_no_further_job_and_waits_for_none():
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


def steps(*jobs):
    return [Step(job) for job in jobs]


def test_first_result_is_yielded_before_the_last_job_ends():
    may_end = threading.Event()

    def last():
        assert may_end.wait(5)
        return "last"

    results = in_order(steps(lambda: "first", lambda: "second", last))
    assert next(results) == "first"
    assert next(results) == "second"
    may_end.set()
    assert list(results) == ["last"]


def test_results_are_yielded_in_order():
    later_is_done = threading.Event()

    def first():
        assert later_is_done.wait(5)
        return "first"

    def later():
        later_is_done.set()
        return "later"

    assert list(in_order(steps(first, later))) == ["first", "later"]


def test_following_steps_replace_their_parent():
    def branch(*leaves):
        return Step(
            lambda: leaves, lambda values: [Step(lambda leaf=value: leaf) for value in values]
        )

    tree = [branch("a", "b"), Step(lambda: "c"), branch(), branch("d")]
    assert list(in_order(tree)) == ["a", "b", "c", "d"]


def test_step_whose_then_returns_none_yields_its_result():
    assert list(in_order([Step(lambda: "a", lambda _: None)])) == ["a"]


def test_jobs_start_in_the_order_of_results():
    begun = []

    def job(name):
        return lambda: begun.append(name) or name

    def branch(name):
        return Step(
            job(name), lambda results: [Step(job(f"{results}{number}")) for number in (1, 2)]
        )

    results = list(in_order([branch(name) for name in "abcdef"], limit=1))
    assert results == [f"{name}{number}" for name in "abcdef" for number in (1, 2)]
    # Two are handed out at a time, so that one may stand between a list and what follows from it.
    assert begun.index("a1") < begun.index("d")


def test_number_of_buffered_results_is_limited():
    begun, begun_meanwhile, too_many = [], [], threading.Event()

    def first():
        # Ends early only if more is begun than may be.
        too_many.wait(0.2)
        begun_meanwhile.append(len(begun))

    def job():
        begun.append(1)
        if len(begun) > 4 + 2 * 2:
            too_many.set()

    results = list(in_order(steps(first, *[job] * 50), limit=2, ahead=4))
    assert len(results) == 51
    assert begun_meanwhile[0] <= 4 + 2 * 2


def test_closing_the_generator_starts_no_further_job():
    begun, may_go_on = [], threading.Event()

    def job():
        begun.append(1)
        if len(begun) > 1:
            assert may_go_on.wait(5)

    results = in_order(steps(*[job] * 100), limit=2)
    next(results)
    before = set(threading.enumerate())
    results.close()
    may_go_on.set()
    for worker in before - {threading.current_thread()}:
        if worker.daemon:
            worker.join(5)
    assert len(begun) <= 3


def test_threads_end_with_the_work():
    before = set(threading.enumerate())
    list(in_order(steps(*[lambda: 1] * 20)))
    for worker in set(threading.enumerate()) - before:
        worker.join(5)
        assert not worker.is_alive()


@pytest.mark.parametrize("others", [0, 1, 20])
def test_final_error_is_raised_without_waiting_for_other_jobs(others):
    forever, begun = threading.Event(), []

    def fails():
        raise NotFoundError("Gone.")

    def hangs():
        begun.append(1)
        forever.wait()

    with pytest.raises(NotFoundError):
        in_parallel([fails, *[hangs] * others], final=lambda place, _: place == 0)
    forever.set()
    assert len(begun) <= 8


def test_error_that_is_not_final_is_returned():
    def fails():
        raise NotFoundError("Gone.")

    answers = in_parallel([lambda: 1, fails], final=lambda place, _: place == 0)
    assert [type(one) for one in answers] == [int, NotFoundError]


def test_both_runs_two_jobs_concurrently():
    together = threading.Barrier(2)

    def job():
        together.wait(5)
        return "done"

    assert both(job, job) == ("done", "done")


def test_both_raises_the_error_of_the_first_job():
    def fails():
        raise NotFoundError("Gone.")

    def fails_too():
        raise UsageError("Wrong.")

    with pytest.raises(NotFoundError):
        both(fails, fails_too)
    with pytest.raises(UsageError):
        both(lambda: 1, fails_too)
