import pytest
from hypothesis import given
from hypothesis import strategies as st

from qovery_cli.errors import UsageError
from qovery_cli.output.filter_sort import Filter, narrow, natural, parse_filter, stream
from qovery_cli.output.view import View

APPS = [
    {
        "name": "app-10",
        "cpu": 500,
        "auto": True,
        "status": {"state": "RUNNING"},
        "tags": ["x", "y"],
    },
    {"name": "App-9", "cpu": 250.0, "auto": False, "status": {"state": "STOPPED"}, "tags": []},
    {
        "name": "web",
        "cpu": None,
        "status": {"state": "RUNNING"},
        "env": {"id": "e1", "name": "prod"},
    },
]
VIEW = View(columns=("name", "state=status.state"))


def kept(*filters):
    return [app["name"] for app in narrow(APPS, VIEW, filters=filters)]


@pytest.mark.parametrize(
    ("spec", "parsed"),
    [
        ("a=b", Filter("a", "=", "b")),
        ("a!=b", Filter("a", "!=", "b")),
        ("a~=b", Filter("a", "~=", "b")),
        ("a.b=c=d", Filter("a.b", "=", "c=d")),
        ("a=", Filter("a", "=", "")),
        ("a=b!=c", Filter("a", "=", "b!=c")),
    ],
)
def test_a_filter_is_field_operator_value(spec, parsed):
    assert parse_filter(spec) == parsed


@pytest.mark.parametrize("spec", ["", "name", "=value"])
def test_filter_without_operator_is_rejected(spec):
    with pytest.raises(UsageError, match="Invalid --filter"):
        parse_filter(spec)


def test_equality_ignores_case():
    assert kept("name=APP-9") == ["App-9"]


def test_a_header_of_the_view_can_be_filtered_by():
    assert kept("state=running") == ["app-10", "web"]


def test_a_dotted_field_can_be_filtered_by():
    assert kept("status.state=STOPPED") == ["App-9"]


def test_filters_add_up():
    assert kept("state=RUNNING", "name~=app") == ["app-10"]


def test_inequality_keeps_the_others():
    assert kept("state!=RUNNING") == ["App-9"]


def test_contains_looks_for_a_part():
    assert kept("name~=PP-") == ["app-10", "App-9"]


@pytest.mark.parametrize("spec", ["cpu=250", "cpu=250.0", "cpu=2.5e2"])
def test_numbers_are_compared_as_numbers(spec):
    assert kept(spec) == ["App-9"]


@pytest.mark.parametrize("spec", ["auto=true", "auto=yes", "auto=YES"])
def test_a_boolean_is_true_or_yes(spec):
    assert kept(spec) == ["app-10"]


@pytest.mark.parametrize("spec", ["cpu=", "cpu=null"])
def test_empty_value_matches_missing_values(spec):
    assert kept(spec) == ["web"]


def test_a_list_equals_any_of_its_values():
    assert kept("tags=y") == ["app-10"]


def test_an_object_equals_its_name_or_id():
    assert (kept("env=prod"), kept("env=e1")) == (["web"], ["web"])


def test_an_unknown_field_is_refused():
    with pytest.raises(UsageError, match="Unknown column 'sate'"):
        kept("sate=RUNNING")


def sorted_by(field):
    return [app["name"] for app in narrow(APPS, VIEW, sort_by=field)]


def test_digits_are_sorted_by_size_and_case_is_ignored():
    assert sorted_by("name") == ["App-9", "app-10", "web"]


def test_leading_minus_reverses_the_order():
    assert sorted_by("-name") == ["web", "app-10", "App-9"]


@pytest.mark.parametrize(
    ("field", "order"), [("cpu", ["App-9", "app-10"]), ("-cpu", ["app-10", "App-9"])]
)
def test_missing_values_sort_last_in_both_directions(field, order):
    assert sorted_by(field) == [*order, "web"]


def test_a_second_field_decides_between_equals():
    assert sorted_by("state,-name") == ["web", "app-10", "App-9"]


def test_an_unknown_field_cannot_be_sorted_by():
    with pytest.raises(UsageError, match="Unknown column 'size'"):
        sorted_by("size")


def test_view_sort_is_the_default():
    assert [app["name"] for app in narrow(APPS, View(sort="-name"))] == ["web", "app-10", "App-9"]


def test_the_limit_comes_after_the_order():
    assert [app["name"] for app in narrow(APPS, VIEW, sort_by="name", limit=1)] == ["App-9"]


anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=5,
)


@given(st.lists(anything))
def test_mixed_types_can_be_sorted(values):
    items = [{"field": value} for value in values]
    assert len(narrow(items, View(), sort_by="-field" if items else None)) == len(items)


@given(st.integers(0, 10**30), st.integers(0, 10**30))
def test_digits_in_text_are_ordered_as_numbers(one, other):
    assert (natural(f"app-{one}") < natural(f"app-{other}")) is (one < other)


def test_a_stream_ends_at_its_limit_without_reading_on():
    read = []

    def source():
        for number in range(10):
            read.append(number)
            yield {"number": number}

    passing = list(stream(source(), View(), ["number!=1"], 2))
    assert (passing, read) == ([{"number": 0}, {"number": 2}], [0, 1, 2])
