import pytest

from qovery_cli.body.schemas import MISSING
from qovery_cli.body.verify import Mismatch, equivalent, not_applied


def paths(before, sent, after, echo=MISSING, **options):
    return [each.path for each in not_applied(before, sent, after, echo, **options)]


def test_applied_change_is_not_reported():
    assert paths({"cpu": 500}, {"cpu": 750}, {"cpu": 750}) == []


def test_missing_change_is_returned_with_both_values():
    mismatches = not_applied({"cpu": 500}, {"cpu": 750}, {"cpu": 1000})
    assert mismatches == [Mismatch("cpu", "cpu", 750, 1000)]


def test_unchanged_fields_are_not_compared():
    assert paths({"cpu": 500, "a": 1}, {"cpu": 750, "a": 1}, {"cpu": 750, "a": 2}) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (1, 1.0),
        ("8080", 8080),
        (True, "true"),
        ("Web", "web"),
        ("SCALEWAY", "SCW"),
        ("https://example.com/", "https://example.com"),
        ("https://example.com/a.git", "https://example.com/a"),
        ("2026-01-31T08:00:00Z", "2026-01-31T08:00:00.000+00:00"),
        (["a", "b"], ["b", "a"]),
        ({"a": 1}, {"a": 1.0, "more": 2}),
        ([{"a": 1}, {"a": 2}], [{"a": 2, "id": "x"}, {"a": 1, "id": "y"}]),
    ],
)
def test_equivalent_values(one, other):
    assert equivalent(one, other)
    assert equivalent(other, one)
    assert paths({"x": "before"}, {"x": one}, {"x": other}) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (1, 2),
        (1, True),
        ("1.10", "1.1"),
        ("a-b", "a_b"),
        ("v1", "v2"),
        (True, False),
        (["a"], ["a", "a"]),
        ({"a": 1}, {"a": 2}),
        ("SCW", "AWS"),
    ],
)
def test_different_values_are_not_equivalent(one, other):
    assert not equivalent(one, other)
    assert not equivalent(other, one)


def test_echo_shows_the_normalized_value():
    assert paths({"x": "a"}, {"x": "b"}, {"x": "B!"}, {"x": "B!"}) == []
    assert paths({"x": "a"}, {"x": "b"}, {"x": "c"}, {"x": "B!"}) == ["x"]


def test_kept_old_value_is_reported():
    assert paths({"x": "a"}, {"x": "b"}, {"x": "a"}, {"x": "a"}) == ["x"]


def test_never_returned_field_is_not_compared():
    assert paths({}, {"secret": "x"}, {}) == []
    assert paths({}, {"secret": "x"}, {"secret": None}, {"secret": None}) == []


def test_removed_field_is_reported():
    assert paths({"x": "a"}, {"x": "b"}, {}) == ["x"]
    assert paths({}, {"x": "b"}, {}, {"x": "b"}) == ["x"]
    assert paths({"x": None}, {"x": "b"}, {"x": None}, {"x": "b"}) == ["x"]


def test_cleared_field_may_have_a_default():
    assert paths({"x": "a"}, {"x": None}, {"x": "default"}) == []
    assert paths({"x": "a"}, {"x": ""}, {}) == []
    assert paths({"x": "a"}, {"x": None}, {"x": "a"}) == ["x"]


def test_another_shape_is_not_compared():
    assert paths({"x": "a"}, {"x": "b"}, {"x": {"id": "b"}}) == []


def test_ignored_fields_are_not_compared():
    sent, after = {"a": {"token": "new"}}, {"a": {"token": "***"}}
    assert paths({"a": {"token": "old"}}, sent, after, ignored="a.token".__eq__) == []


def test_values_inside_objects_are_named_by_their_path():
    assert paths({"a": {"b": 1}}, {"a": {"b": 2}}, {"a": {"b": 3, "c": 4}}) == ["a.b"]


def port(number, **fields):
    return {"internal_port": number, **fields}


def test_items_are_compared_by_their_key_whatever_their_order():
    before, sent = [port(80), port(81, name="a")], [port(80), port(81, name="b"), port(82)]
    after = [port(82, id="3"), port(81, id="2", name="b"), port(80, id="1")]
    assert paths({"ports": before}, {"ports": sent}, {"ports": after}) == []
    after[1]["name"] = "c"
    assert paths({"ports": before}, {"ports": sent}, {"ports": after}) == [
        "ports[internal_port=81].name"
    ]


def test_missing_new_item_is_reported():
    assert paths({"ports": []}, {"ports": [port(80)]}, {"ports": [port(81)]}) == [
        "ports[internal_port=80]"
    ]


def test_remaining_removed_item_is_reported():
    before, sent = [port(80), port(81)], [port(80)]
    (mismatches,) = not_applied({"ports": before}, {"ports": sent}, {"ports": before})
    assert (mismatches.path, mismatches.sent) == ("ports[internal_port=81]", None)


def test_unchanged_item_removed_by_others_is_ignored():
    before, sent = [port(80), port(81)], [port(80, name="x"), port(81)]
    assert paths({"ports": before}, {"ports": sent}, {"ports": [port(80, name="x")]}) == []


def test_items_without_a_key_are_matched_by_content():
    before, sent = [{"a": 1}], [{"a": 1}, {"a": 2}]
    assert paths({"x": before}, {"x": sent}, {"x": [{"a": 2, "b": 0}, {"a": 1}]}) == []
    assert paths({"x": before}, {"x": sent}, {"x": before}) == ["x[...]"]


def test_list_of_scalars_may_have_additional_items():
    assert paths({"x": ["a"]}, {"x": ["a", "b"]}, {"x": ["b", "a", "default"]}) == []
    assert paths({"x": ["a"]}, {"x": ["a", "b"]}, {"x": ["a"]}) == ["x"]
    assert paths({"x": ["a", "b"]}, {"x": ["a"]}, {"x": ["a", "b"]}) == ["x"]
    assert paths({"x": ["a"]}, {"x": []}, {"x": ["a"]}) == ["x"]


@pytest.mark.parametrize("after", [None, 1, "x", [], [None], {}, {"ports": [None, 1]}])
def test_any_answer_can_be_compared(after):
    assert paths({"ports": []}, {"ports": [port(80)]}, after) is not None
