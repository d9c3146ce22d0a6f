from itertools import pairwise

import pytest

from qovery_cli.errors import (
    AuthError,
    ConflictError,
    ForbiddenError,
    NotFoundError,
    UnavailableError,
)
from qovery_cli.http.polling import PATIENCE, REFUSAL_PATIENCE, poll_until

AWAY = UnavailableError("Away.")


class Clock:
    """A clock that only sleep advances, and checks with scripted results; the last one repeats."""

    def __init__(self, *looks):
        self.looks = list(looks)
        self.now = 0.0
        self.naps = []
        self.polls = 0

    def look(self):
        found = self.looks[min(self.polls, len(self.looks) - 1)]
        self.polls += 1
        if isinstance(found, BaseException):
            raise found
        return found

    def sleep(self, seconds):
        assert seconds > 0
        self.naps.append(seconds)
        self.now += seconds

    def poll(self, deadline=3600.0, **more):
        return poll_until(
            self.look, deadline=deadline, clock=lambda: self.now, sleep=self.sleep, **more
        )


def test_first_result_ends_polling():
    clock = Clock(None, None, "done")
    assert clock.poll() == "done"
    assert clock.polls == 3


def test_interval_grows_to_a_maximum():
    clock = Clock(*[None] * 12, "done")
    clock.poll(first_interval=1.0, max_interval=10.0)
    assert clock.naps[0] == 1.0
    assert all(a <= b for a, b in pairwise(clock.naps))
    assert clock.naps[-1] == 10.0


@pytest.mark.parametrize("deadline", [0.5, 1.0, 5.0, 60.0, 3600.0])
def test_last_check_is_shortly_before_the_deadline(deadline):
    clock = Clock(None)
    with pytest.raises(TimeoutError):
        clock.poll(deadline)
    assert deadline - 1 < clock.now <= deadline


def test_result_at_the_deadline_is_returned():
    assert Clock(None, "done").poll(0.5) == "done"


def test_without_a_deadline_polling_continues():
    clock = Clock(*[None] * 2000, "done")
    clock.poll(None)
    assert clock.now > 3600


@pytest.mark.parametrize("error", [AWAY, AuthError("No."), ForbiddenError("No.")])
def test_temporary_error_is_tolerated(error):
    assert Clock(None, error, error, "done").poll() == "done"


@pytest.mark.parametrize(
    ("error", "patience"),
    [
        (AWAY, PATIENCE),
        (AuthError("No."), REFUSAL_PATIENCE),
        (ForbiddenError("No."), REFUSAL_PATIENCE),
    ],
)
def test_persistent_error_is_raised(error, patience):
    clock = Clock(None, error)
    with pytest.raises(type(error)):
        clock.poll(None)
    assert patience <= clock.now < patience + 20


def test_success_resets_the_patience():
    clock = Clock(*[*[AWAY] * 20, None] * 3, "done")
    assert clock.poll(None) == "done"
    assert clock.now > 400


@pytest.mark.parametrize("error", [AWAY, AuthError("No.")])
def test_error_at_the_deadline_is_a_timeout(error):
    with pytest.raises(TimeoutError):
        Clock(None, error).poll(20.0)


@pytest.mark.parametrize("error", [NotFoundError("No."), ConflictError("No."), KeyboardInterrupt()])
def test_any_other_error_is_raised_at_once(error):
    clock = Clock(None, error)
    with pytest.raises(type(error)):
        clock.poll()
    assert clock.polls == 2
