from email.utils import formatdate

import pytest

from qovery_cli.http.retry import (
    MAX_ATTEMPTS,
    Failure,
    FailureKind,
    RawResponse,
    backoff,
    retry_after,
)

UNSENT = Failure(FailureKind.UNSENT, "refused")
UNKNOWN = Failure(FailureKind.UNKNOWN, "broke")
SLOW = Failure(FailureKind.TIMED_OUT, "slow")


def decided(method, outcome, attempt=1, jitter=1.0):
    return backoff(method, outcome, attempt, now=lambda: 1000.0, jitter=lambda: jitter)


def status(code, **headers):
    return RawResponse(
        code, {name.replace("_", "-"): value for name, value in headers.items()}, b""
    )


@pytest.mark.parametrize("method", ["GET", "PUT", "DELETE", "POST", "PATCH"])
def test_what_was_never_sent_is_sent_again_whatever_it_is(method):
    assert decided(method, UNSENT) is not None


@pytest.mark.parametrize("method", ["GET", "PUT", "DELETE"])
@pytest.mark.parametrize("outcome", [UNKNOWN, *map(status, (429, 502, 503, 504))])
def test_what_can_be_done_twice_is_repeated(method, outcome):
    assert decided(method, outcome) is not None


@pytest.mark.parametrize("method", ["POST", "PATCH"])
@pytest.mark.parametrize("outcome", [UNKNOWN, SLOW, *map(status, (500, 502, 503, 504))])
def test_what_may_have_been_processed_is_not_repeated(method, outcome):
    assert decided(method, outcome) is None


@pytest.mark.parametrize("method", ["POST", "PATCH"])
def test_a_post_that_was_turned_away_unread_is_repeated(method):
    assert decided(method, status(429)) is not None


@pytest.mark.parametrize("code", [200, 301, 400, 401, 403, 404, 409, 500, 501])
def test_other_answers_are_final(code):
    assert decided("GET", status(code)) is None


@pytest.mark.parametrize("kind", [FailureKind.UNTRUSTED, FailureKind.UNUSABLE])
def test_what_cannot_change_is_not_repeated(kind):
    assert decided("GET", Failure(kind, "x")) is None


def test_there_are_four_attempts():
    assert [decided("GET", UNSENT, n) is not None for n in (1, 2, 3, 4)] == [True] * 3 + [False]
    assert MAX_ATTEMPTS == 4


def test_a_time_limit_is_met_twice_at_most():
    assert decided("GET", SLOW, 1) is not None
    assert decided("GET", SLOW, 2) is None


def test_the_pause_doubles():
    assert [decided("GET", UNSENT, n) for n in (1, 2, 3)] == [0.5, 1.0, 2.0]


def test_half_of_the_pause_is_random():
    assert decided("GET", UNSENT, 1, jitter=0.0) == 0.25


@pytest.mark.parametrize(
    ("value", "seconds"),
    [
        ("7", 7.0),
        (" 0 ", 0.0),
        ("1.5", 1.5),
        ("-3", 0.0),
        ("86400", 86400.0),
        (formatdate(1030.0, usegmt=True), 30.0),
        (formatdate(900.0, usegmt=True), 0.0),
        (formatdate(9000.0, usegmt=True), 8000.0),
        ("soon", None),
        ("nan", None),
        ("inf", None),
        ("", None),
    ],
)
def test_retry_after_is_seconds_or_a_date(value, seconds):
    assert retry_after({"retry-after": value}, 1000.0) == seconds


@pytest.mark.parametrize(
    ("asked", "attempt", "seconds"),
    [(100, 1, 60.0), (180, 1, 60.0), (181, 1, None), (61, 3, None), (60, 3, 60.0)],
)
def test_a_pause_is_cut_unless_the_attempts_left_cannot_reach_its_end(asked, attempt, seconds):
    assert decided("GET", status(503, retry_after=str(asked)), attempt) == seconds


def test_the_server_decides_the_pause():
    assert decided("POST", status(429, retry_after="9")) == 9.0
