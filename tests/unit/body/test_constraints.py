import pytest

from qovery_cli.body.constraints import constraint_violations


def kinds(value, **fact):
    return [kind for kind, _ in constraint_violations(value, fact)]


def test_bounds_are_checked():
    assert kinds(5, minimum=5, maximum=5) == []
    assert kinds(4, minimum=5) == ["bounds"]
    assert kinds(6.5, maximum=5) == ["bounds"]


def test_true_has_no_bounds():
    assert kinds(True, minimum=5) == []


def test_lengths_and_patterns_are_checked():
    assert kinds("ab", minLength=1, maxLength=2, pattern="^[a-z]+$") == []
    assert kinds("", minLength=1) == ["bounds"]
    assert kinds("abc", maxLength=2) == ["bounds"]
    assert kinds("A", pattern="^[a-z]+$") == ["bounds"]


def test_invalid_pattern_is_ignored():
    assert kinds("a", pattern="[") == []


def test_minimum_length_and_uniqueness_of_lists():
    assert kinds([1, 2], minItems=2, uniqueItems=True) == []
    assert kinds([1], minItems=2) == ["bounds"]
    assert kinds([{"a": 1}, {"a": 1}], uniqueItems=True) == ["bounds"]


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("uuid", "123e4567-e89b-12d3-a456-426614174000"),
        ("UUID", "123E4567-E89B-12D3-A456-426614174000"),
        ("date-time", "1970-01-01T08:00:00Z"),
        ("date-time", "1970-01-01T08:00:00.123456+02:00"),
        ("date", "2026-01-31"),
        ("uri", "https://example.com/a?b"),
        ("uri", "app://qovery-console/redis"),
        ("cron", "whatever"),
    ],
)
def test_valid_format_is_accepted(name, value):
    assert kinds(value, format=name) == []


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("uuid", "shop"),
        ("uuid", "123e4567-e89b-12d3-a456-426614174000\n"),
        ("date-time", "2026-01-31"),
        ("date-time", "2026-01-31T08:00:00"),
        ("date-time", "2026-13-31T08:00:00Z"),
        ("date", "31.01.2026"),
        ("uri", "example.com"),
        ("uri", "https://exam ple.com"),
    ],
)
def test_invalid_format_is_reported(name, value):
    assert kinds(value, format=name) == ["format"]
