import threading

import pytest

from qovery_cli.http.time_limit import AbandonedError, Attempt


def test_the_result_is_returned():
    assert Attempt().run(lambda: 7, 5) == 7


def test_an_exception_of_the_call_is_raised():
    def fails():
        raise ValueError("no")

    with pytest.raises(ValueError, match="no"):
        Attempt().run(fails, 5)


def test_blocking_call_is_abandoned_after_the_limit():
    released, threads, passed = threading.Event(), [], []
    attempt = Attempt()

    def blocks():
        threads.append(threading.current_thread())
        released.wait(5)
        attempt.checkpoint(committing=True)
        passed.append(True)

    with pytest.raises(TimeoutError):
        attempt.run(blocks, 0.05)
    released.set()
    threads[0].join(5)
    assert (passed, attempt.committed) == ([], False)


def test_an_interrupted_wait_abandons_the_call(monkeypatch):
    attempt, released = Attempt(), threading.Event()

    def interrupted(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr("qovery_cli.http.time_limit._next", interrupted)
    with pytest.raises(KeyboardInterrupt):
        attempt.run(lambda: released.wait(5), 5)
    released.set()
    with pytest.raises(AbandonedError):
        attempt.checkpoint()


def test_a_committed_call_is_reported_as_such():
    attempt, released = Attempt(), threading.Event()

    def commits():
        attempt.checkpoint(committing=True)
        released.wait(5)

    with pytest.raises(TimeoutError):
        attempt.run(commits, 0.05)
    released.set()
    assert attempt.committed
