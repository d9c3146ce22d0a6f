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
    """A clock that only sleeping moves, and looks whose results are given; the last one stays."""

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


def test_the_first_result_ends_the_wait():
    clock = Clock(None, None, "done")
    assert clock.poll() == "done"
    assert clock.polls == 3


def test_the_pauses_grow_to_a_limit():
    clock = Clock(*[None] * 12, "done")
    clock.poll(first_interval=1.0, max_interval=10.0)
    assert clock.naps[0] == 1.0
    assert all(a <= b for a, b in pairwise(clock.naps))
    assert clock.naps[-1] == 10.0


@pytest.mark.parametrize("deadline", [0.5, 1.0, 5.0, 60.0, 3600.0])
def test_it_ends_in_time_and_looks_once_more_shortly_before(deadline):
    clock = Clock(None)
    with pytest.raises(TimeoutError):
        clock.poll(deadline)
    assert deadline - 1 < clock.now <= deadline


def test_a_result_just_in_time_counts():
    assert Clock(None, "done").poll(0.5) == "done"


def test_without_an_end_it_waits_on():
    clock = Clock(*[None] * 2000, "done")
    clock.poll(None)
    assert clock.now > 3600


@pytest.mark.parametrize("error", [AWAY, AuthError("No."), ForbiddenError("No.")])
def test_trouble_that_passes_is_waited_through(error):
    assert Clock(None, error, error, "done").poll() == "done"


@pytest.mark.parametrize(
    ("error", "patience"),
    [
        (AWAY, PATIENCE),
        (AuthError("No."), REFUSAL_PATIENCE),
        (ForbiddenError("No."), REFUSAL_PATIENCE),
    ],
)
def test_trouble_that_lasts_is_raised(error, patience):
    clock = Clock(None, error)
    with pytest.raises(type(error)):
        clock.poll(None)
    assert patience <= clock.now < patience + 20


def test_trouble_must_last_without_a_break():
    clock = Clock(*[*[AWAY] * 20, None] * 3, "done")
    assert clock.poll(None) == "done"
    assert clock.now > 400


@pytest.mark.parametrize("error", [AWAY, AuthError("No.")])
def test_trouble_when_the_time_is_up_is_the_end_of_the_time(error):
    with pytest.raises(TimeoutError):
        Clock(None, error).poll(20.0)


@pytest.mark.parametrize("error", [NotFoundError("No."), ConflictError("No."), KeyboardInterrupt()])
def test_any_other_error_is_raised_at_once(error):
    clock = Clock(None, error)
    with pytest.raises(type(error)):
        clock.poll()
    assert clock.polls == 2
