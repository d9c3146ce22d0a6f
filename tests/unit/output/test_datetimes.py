from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qovery_cli.output.datetimes import is_timestamp, local, parse_timestamp, relative, rfc3339

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)


@pytest.mark.parametrize("name", ["created_at", "last_deployment_date", "timestamp", "datetime"])
def test_timestamp_field_names(name):
    assert is_timestamp(name)


@pytest.mark.parametrize("name", ["name", "update", "at", "candidate"])
def test_other_field_names(name):
    assert not is_timestamp(name)


@pytest.mark.parametrize(
    "value",
    [
        "2026-11-23T12:00:00Z",
        "2026-11-23T12:00:00.000000000Z",
        "2026-11-23T13:00:00+01:00",
        "2026-11-23T12:00:00",
        1795435200,
        1795435200.0,
        1795435200000,
        1795435200000000,
        1795435200000000000,
    ],
)
def test_timestamp_formats_are_parsed(value):
    assert parse_timestamp(value) == NOON


@pytest.mark.parametrize(
    "value", ["", "soon", None, True, 5, [], {}, 1e300, float("nan"), "9" * 40]
)
def test_invalid_timestamp_is_none(value):
    assert parse_timestamp(value) is None


@pytest.mark.parametrize(
    ("seconds", "text"),
    [
        (0, "just now"),
        (4, "just now"),
        (5, "5 s ago"),
        (59.9, "59 s ago"),
        (60, "1 min ago"),
        (3599, "59 min ago"),
        (3600, "1 h ago"),
        (47 * 3600, "47 h ago"),
        (48 * 3600, "2 d ago"),
        (59 * 86400, "59 d ago"),
        (60 * 86400, "2026-11-23"),
        (-3, "just now"),
        (-7200, "in 2 h"),
        (-5 * 86400, "in 5 d"),
    ],
)
def test_relative_time(seconds, text):
    assert relative(NOON, NOON.timestamp() + seconds) == text


def test_rfc3339_format():
    assert rfc3339(NOON) == "2026-11-23T12:00:00Z"


@given(st.one_of(st.text(), st.integers(), st.floats(), st.datetimes().map(str)))
def test_any_value_is_accepted(value):
    when = parse_timestamp(value)
    assert when is None or relative(when, 0.0)


def test_local_time_has_seconds():
    when = datetime(2026, 11, 23, 9, 0, 1).astimezone()
    assert local(when.astimezone(UTC)) == "2026-11-23 09:00:01"
