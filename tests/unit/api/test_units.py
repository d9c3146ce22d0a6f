import pytest
from hypothesis import given
from hypothesis import strategies as st

from qovery_cli.api.units import UNITS, quantity

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
def test_a_quantity_is_counted_in_the_units_of_the_api(text, unit, number):
    assert quantity(text, UNITS[unit]) == number


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
def test_what_is_no_quantity_of_the_unit_is_none(text, unit):
    assert quantity(text, UNITS[unit]) is None


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
    assert quantity(text, UNITS[unit]) is None


@given(st.integers(0, 10**9), st.sampled_from(sorted(UNITS)))
def test_a_plain_number_is_in_the_units_of_the_api(number, unit):
    assert quantity(str(number), UNITS[unit]) == number


@given(st.integers(0, 10**6))
def test_thousandths_of_a_core_are_millicores(number):
    written = f"{number // 1000}.{number % 1000:03}"
    assert quantity(written, UNITS["millicores"]) == number
    assert quantity(f"{number}m", UNITS["millicores"]) == number


@given(st.integers(0, 10**6), st.sampled_from(["GB", "gb", "G", "GiB", "Gi", " GB"]))
def test_a_gb_is_1024_mb_however_it_is_spelled(number, suffix):
    assert quantity(f"{number}{suffix}", UNITS["MB"]) == number * 1024


@given(st.integers(0, 99), st.integers(0, 59), st.integers(0, 59))
def test_parts_of_a_time_add_up(hours, minutes, seconds):
    written = f"{hours}h{minutes}m{seconds}s"
    assert quantity(written, UNITS["seconds"]) == hours * 3600 + minutes * 60 + seconds


@given(TEXTS, st.sampled_from(sorted(UNITS)))
def test_any_text_is_a_whole_number_or_none(text, unit):
    number = quantity(text, UNITS[unit])
    assert number is None or number >= 0


@pytest.mark.parametrize("name", sorted(UNITS))
def test_the_examples_of_a_unit_are_quantities_of_it(name):
    assert all(quantity(example, UNITS[name]) for example in UNITS[name].examples)
