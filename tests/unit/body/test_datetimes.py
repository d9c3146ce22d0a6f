import pytest
from hypothesis import given
from hypothesis import strategies as st

from qovery_cli.body import datetimes
from qovery_cli.body.datetimes import DAYS, clock, month, weekdays, zone

MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, SATURDAY, SUNDAY = DAYS


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("MONDAY", [MONDAY]),
        ("mon", [MONDAY]),
        ("Tues", [TUESDAY]),
        ("mon-wed", [MONDAY, TUESDAY, WEDNESDAY]),
        ("mon - tue", [MONDAY, TUESDAY]),
        ("mon,wed", [MONDAY, WEDNESDAY]),
        ("sun, mon", [SUNDAY, MONDAY]),
        ("sat-mon", [SATURDAY, SUNDAY, MONDAY]),
        ("fri-fri", [FRIDAY]),
        ("weekdays", list(DAYS[:5])),
        ("weekend", [SATURDAY, SUNDAY]),
        ("all", list(DAYS)),
        ("weekdays,fri-sat", [*DAYS[:5], SATURDAY]),
    ],
)
def test_weekdays_as_short_names_ranges_and_groups(text, days):
    assert weekdays(text) == days


@pytest.mark.parametrize(
    "text", ["", "t", "m-f", "mon-", "-fri", "mon,", "monx", "mon-tue-wed", "1"]
)
def test_invalid_weekdays_are_none(text):
    assert weekdays(text) is None


@given(st.integers(0, 6), st.integers(0, 6))
def test_a_range_begins_and_ends_with_its_days(first, last):
    days = weekdays(f"{DAYS[first][:3]}-{DAYS[last]}")
    assert (days[0], days[-1], len(days)) == (DAYS[first], DAYS[last], (last - first) % 7 + 1)


@pytest.mark.parametrize(
    ("text", "moment", "where"),
    [
        ("08:00", "1970-01-01T08:00:00Z", ""),
        ("8:05", "1970-01-01T08:05:00Z", ""),
        ("23:59:58", "1970-01-01T23:59:58Z", ""),
        ("08:00 Europe/Paris", "1970-01-01T08:00:00Z", "Europe/Paris"),
        ("08:00  UTC ", "1970-01-01T08:00:00Z", "UTC"),
        ("08:00Z", "1970-01-01T08:00:00Z", "UTC"),
    ],
)
def test_time_of_day_with_optional_zone(text, moment, where):
    assert clock(text) == (moment, where)


@pytest.mark.parametrize(
    "text", ["", "8", "24:00", "08:60", "0800", "8am", "08:00+02:00", "08:00 a b", "0٣:00"]
)
def test_invalid_time_of_day_is_none(text):
    assert clock(text) is None


def test_zone_has_its_canonical_spelling(monkeypatch):
    monkeypatch.setattr(datetimes, "known_zones", lambda: {"europe/paris": "Europe/Paris"})
    assert zone("europe/PARIS") == "Europe/Paris"
    assert zone("Europe/Atlantis") is None


def test_plausible_zone_is_accepted_without_a_database(monkeypatch):
    monkeypatch.setattr(datetimes, "known_zones", dict)
    assert zone("Europe/Atlantis") == "Europe/Atlantis"
    assert zone("Etc/GMT+5") == "Etc/GMT+5"
    assert zone("not a zone") is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("06/29", (6, 2029)),
        ("6/29", (6, 2029)),
        ("12/2031", (12, 2031)),
        ("2029-06", (6, 2029)),
        ("2029-6", (6, 2029)),
    ],
)
def test_month_and_year(text, expected):
    assert month(text) == expected


@pytest.mark.parametrize(
    "text", ["", "6", "13/29", "0/29", "06/1929", "06-29", "29/06/01", "06/٢٩"]
)
def test_invalid_month_is_none(text):
    assert month(text) is None


@given(st.text(alphabet="mondayweks-,: /0129Zz", max_size=14) | st.text(max_size=14))
def test_any_text_is_parsed_or_none(text):
    days = weekdays(text)
    assert days is None or set(days) <= set(DAYS)
    assert clock(text) is None or clock(text)[0].startswith("1970-01-01T")
    assert month(text) is None or month(text)[0] in range(1, 13)
    assert zone(text) is None or zone(text) == zone(text).strip()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("5m", "PT5M"),
        ("1h30m", "PT1H30M"),
        ("2d", "P2D"),
        ("1d2h", "P1DT2H"),
        ("0s", "PT0S"),
        ("", None),
        ("5", None),
        ("soon", None),
    ],
)
def test_duration_becomes_iso_8601(text, expected):
    assert datetimes.duration(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2h", 1_000_000 - 7200),
        ("1w1d", 1_000_000 - 8 * 86400),
        ("1970-01-02", 86400),
        ("1970-01-02T01:00Z", 90000),
        ("1970-01-02T01:00+01:00", 86400),
        ("1970-13-02", None),
        ("yesterday", None),
        ("", None),
    ],
)
def test_moment_is_an_age_or_a_date_in_unix_seconds(text, expected):
    assert datetimes.moment(text, 1_000_000.5) == expected
