import threading

import pytest

from qovery_cli.errors import UnavailableError
from qovery_cli.resolve.memo import RequestMemo


def test_equal_requests_are_sent_once_in_any_order_of_values():
    seen = []
    asked = RequestMemo(lambda operation, _: seen.append(operation) or len(seen))
    first = asked("list", {"a": "1", "b": "2"})
    assert asked("list", {"b": "2", "a": "1"}) == first
    assert asked("list", {"a": "1", "b": "3"}) != first
    assert len(seen) == 2


def test_concurrent_equal_requests_are_sent_once():
    entered, release, seen, got = threading.Event(), threading.Event(), [], []

    def slow(operation, values):
        seen.append(operation)
        entered.set()
        assert release.wait(5)
        return 7

    asked = RequestMemo(slow)
    threads = [threading.Thread(target=lambda: got.append(asked("list", {}))) for _ in range(2)]
    for thread in threads:
        thread.start()
    assert entered.wait(5)
    release.set()
    for thread in threads:
        thread.join(5)
    assert (seen, got) == (["list"], [7, 7])


def test_errors_are_not_cached():
    answers = [UnavailableError("Away."), 7]

    def ask(operation, values):
        answer = answers.pop(0)
        if isinstance(answer, Exception):
            raise answer
        return answer

    asked = RequestMemo(ask)
    with pytest.raises(UnavailableError):
        asked("list", {})
    assert asked("list", {}) == 7
