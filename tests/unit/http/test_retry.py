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


def delay(method, outcome, attempt=1, jitter=1.0):
    return backoff(method, outcome, attempt, now=lambda: 1000.0, jitter=lambda: jitter)


def status(code, **headers):
    return RawResponse(
        code, {name.replace("_", "-"): value for name, value in headers.items()}, b""
    )


@pytest.mark.parametrize("method", ["GET", "PUT", "DELETE", "POST", "PATCH"])
def test_unsent_request_is_retried_for_any_method(method):
    assert delay(method, UNSENT) is not None


@pytest.mark.parametrize("method", ["GET", "PUT", "DELETE"])
@pytest.mark.parametrize("outcome", [UNKNOWN, *map(status, (429, 502, 503, 504))])
def test_idempotent_request_is_retried(method, outcome):
    assert delay(method, outcome) is not None


@pytest.mark.parametrize("method", ["POST", "PATCH"])
@pytest.mark.parametrize("outcome", [UNKNOWN, SLOW, *map(status, (500, 502, 503, 504))])
def test_non_idempotent_request_is_not_retried(method, outcome):
    assert delay(method, outcome) is None


@pytest.mark.parametrize("method", ["POST", "PATCH"])
def test_rate_limited_post_is_retried(method):
    assert delay(method, status(429)) is not None


@pytest.mark.parametrize("code", [200, 301, 400, 401, 403, 404, 409, 500, 501])
def test_other_statuses_are_not_retried(code):
    assert delay("GET", status(code)) is None


@pytest.mark.parametrize("kind", [FailureKind.UNTRUSTED, FailureKind.UNUSABLE])
def test_permanent_failure_is_not_retried(kind):
    assert delay("GET", Failure(kind, "x")) is None


def test_retries_end_after_four_attempts():
    assert [delay("GET", UNSENT, n) is not None for n in (1, 2, 3, 4)] == [True] * 3 + [False]
    assert MAX_ATTEMPTS == 4


def test_timeout_is_retried_once():
    assert delay("GET", SLOW, 1) is not None
    assert delay("GET", SLOW, 2) is None


def test_delay_doubles():
    assert [delay("GET", UNSENT, n) for n in (1, 2, 3)] == [0.5, 1.0, 2.0]


def test_half_of_the_delay_is_random():
    assert delay("GET", UNSENT, 1, jitter=0.0) == 0.25


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
def test_long_retry_after_is_cut_or_fails(asked, attempt, seconds):
    assert delay("GET", status(503, retry_after=str(asked)), attempt) == seconds


def test_retry_after_overrides_the_delay():
    assert delay("POST", status(429, retry_after="9")) == 9.0
