import pytest
from hypothesis import given
from hypothesis import strategies as st

from qovery_cli.body.units import UNITS, format_quantity, parse_quantity, unit_hint

TEXTS = st.text(alphabet="0123456789.mcgkbtihdsw ", max_size=12) | st.text(max_size=12)


@pytest.mark.parametrize(
    ("text", "unit", "number"),
    [
        ("500m", "millicores", 500),
        ("0.5", "millicores", 500),
        (".25", "millicores", 250),
        ("1.0", "millicores", 1000),
        ("2c", "millicores", 2000),
        ("2 cores", "millicores", 2000),
        ("1.5cores", "millicores", 1500),
        ("512", "MB", 512),
        ("512MB", "MB", 512),
        ("512m", "MB", 512),
        ("512Mi", "MB", 512),
        ("1GB", "MB", 1024),
        ("1GiB", "MB", 1024),
        ("0.5gb", "MB", 512),
        ("1 TB", "MB", 1024 * 1024),
        ("10GB", "GB", 10),
        ("1TB", "GB", 1024),
        ("2048MB", "GB", 2),
        ("1MB", "KB", 1024),
        ("90s", "seconds", 90),
        ("30m", "seconds", 1800),
        ("1h30m", "seconds", 5400),
        ("1h 30m", "seconds", 5400),
        ("1.5h", "seconds", 5400),
        ("2w", "days", 14),
        ("84d", "weeks", 12),
    ],
)
def test_quantity_is_converted_to_the_unit_of_the_api(text, unit, number):
    assert parse_quantity(text, UNITS[unit]) == number


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("", "MB"),
        ("MB", "MB"),
        ("1.", "millicores"),
        ("-1GB", "MB"),
        ("1e3", "MB"),
        ("٣", "MB"),
        ("1GB1MB", "MB"),
        ("1GHz", "millicores"),
        ("1 GB!", "MB"),
        ("1h30", "seconds"),
        ("30 1h", "seconds"),
        ("1_000MB", "MB"),
    ],
)
def test_invalid_quantity_is_none(text, unit):
    assert parse_quantity(text, UNITS[unit]) is None


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("0.0005", "millicores"),
        ("1KB", "MB"),
        ("0.3GB", "GB"),
        ("0.5s", "seconds"),
        ("1d", "weeks"),
    ],
)
def test_nothing_is_rounded(text, unit):
    assert parse_quantity(text, UNITS[unit]) is None


@given(st.integers(0, 10**9), st.sampled_from(sorted(UNITS)))
def test_a_plain_number_is_in_the_units_of_the_api(number, unit):
    assert parse_quantity(str(number), UNITS[unit]) == number


@given(st.integers(0, 10**6))
def test_thousandths_of_a_core_are_millicores(number):
    written = f"{number // 1000}.{number % 1000:03}"
    assert parse_quantity(written, UNITS["millicores"]) == number
    assert parse_quantity(f"{number}m", UNITS["millicores"]) == number


@given(st.integers(0, 10**6), st.sampled_from(["GB", "gb", "G", "GiB", "Gi", " GB"]))
def test_gb_is_1024_mb_in_every_notation(number, suffix):
    assert parse_quantity(f"{number}{suffix}", UNITS["MB"]) == number * 1024


@given(st.integers(0, 99), st.integers(0, 59), st.integers(0, 59))
def test_parts_of_a_time_add_up(hours, minutes, seconds):
    written = f"{hours}h{minutes}m{seconds}s"
    assert parse_quantity(written, UNITS["seconds"]) == hours * 3600 + minutes * 60 + seconds


@given(TEXTS, st.sampled_from(sorted(UNITS)))
def test_any_text_is_a_whole_number_or_none(text, unit):
    number = parse_quantity(text, UNITS[unit])
    assert number is None or number >= 0


@pytest.mark.parametrize("name", sorted(UNITS))
def test_the_examples_of_a_unit_are_quantities_of_it(name):
    assert all(parse_quantity(example, UNITS[name]) for example in UNITS[name].examples)


@pytest.mark.parametrize(
    ("value", "unit", "text"),
    [
        (500, "millicores", "500m"),
        (1000, "millicores", "1000m"),
        (1000.0, "millicores", "1000m"),
        (512, "MB", "512MB"),
        (1024, "MB", "1GB"),
        (1536, "MB", "1536MB"),
        (1024 * 1024, "MB", "1TB"),
        (64, "MiB", "64MiB"),
        (2048, "MiB", "2GiB"),
        (8, "KB", "8KB"),
        (10, "GB", "10GB"),
        (4, "GiB", "4GiB"),
        (90, "seconds", "1m30s"),
        (3600, "seconds", "1h"),
        (90061, "seconds", "1d1h1m1s"),
        (30, "days", "30d"),
        (8, "weeks", "8w"),
        (0, "MB", "0MB"),
        (0, "seconds", "0s"),
    ],
)
def test_a_number_is_shown_with_its_unit(value, unit, text):
    assert format_quantity(value, unit) == text


@pytest.mark.parametrize("value", [None, "500", -1, 0.5, True, [1], {}, float("nan"), float("inf")])
def test_non_integer_is_not_formatted(value):
    assert format_quantity(value, "millicores") is None


def test_unknown_unit_is_not_formatted():
    assert format_quantity(5, "") is None


@given(st.sampled_from(sorted(UNITS)), st.integers(0, 10**9))
def test_formatted_quantity_is_parsed_to_the_same_number(unit, number):
    assert parse_quantity(str(format_quantity(number, unit)), UNITS[unit]) == number


@pytest.mark.parametrize(
    ("number", "unit", "hint"),
    [
        (1, "millicores", "Use 1000m or 1.0 for 1 core, or 1m for 1 millicore."),
        (2, "millicores", "Use 2000m or 2.0 for 2 cores, or 2m for 2 millicores."),
        (1, "MB", "Use 1GB for 1 GB, or 1MB for 1 MB."),
        (4, "MiB", "Use 4GiB for 4 GiB, or 4MiB for 4 MiB."),
        (5, "seconds", "Use 5m for 5 minutes, or 5s for 5 seconds."),
        (3, "weeks", "Use 3w for 3 weeks."),
    ],
)
def test_hint_lists_the_meanings_of_a_number(number, unit, hint):
    assert unit_hint(number, unit) == hint


@given(st.sampled_from(sorted(UNITS)), st.integers(1, 1000))
def test_every_suggested_notation_is_valid(unit, number):
    for written, _ in UNITS[unit].readings:
        for form in written.replace("#", str(number)).split(" or "):
            assert parse_quantity(form, UNITS[unit]) is not None
