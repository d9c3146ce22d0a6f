import pytest

from qovery_cli.body import schemas
from qovery_cli.body.merge import counterpart, json_equal, merge, remove
from qovery_cli.errors import UsageError

PORTS = [
    {"id": "1", "internal_port": 80, "name": "web", "brand_new": True},
    {"id": "2", "internal_port": 81, "name": "admin"},
]


def test_objects_merge_deep():
    current = {"git": {"url": "u", "branch": "main"}, "cpu": 1}
    assert merge(current, {"git": {"branch": "dev"}}) == {
        "git": {"url": "u", "branch": "dev"},
        "cpu": 1,
    }


def test_the_same_key_updates_and_keeps_its_id():
    merged = merge({"ports": PORTS}, {"ports": [{"internal_port": 81, "name": "ops"}]})
    assert merged["ports"] == [PORTS[0], {"id": "2", "internal_port": 81, "name": "ops"}]


def test_a_new_key_is_added_and_others_stay():
    merged = merge({"ports": PORTS}, {"ports": [{"internal_port": 90}]})
    assert merged["ports"] == [*PORTS, {"internal_port": 90}]


def test_item_is_matched_by_id_before_key():
    merged = merge({"ports": PORTS}, {"ports": [{"id": "2", "internal_port": 99}]})
    assert merged["ports"][1] == {"id": "2", "internal_port": 99, "name": "admin"}


def test_an_empty_list_clears():
    assert merge({"ports": PORTS}, {"ports": []}) == {"ports": []}


def test_lists_of_scalars_are_replaced():
    assert merge({"arguments": ["a", "b"]}, {"arguments": ["c"]}) == {"arguments": ["c"]}


def test_lists_of_objects_without_a_key_are_replaced():
    assert merge({"rules": [{"a": 1}]}, {"rules": [{"b": 2}]}) == {"rules": [{"b": 2}]}


def test_nested_lists_have_keys_too():
    current = {"values_override": {"file": {"raw": {"values": [{"name": "a", "content": "1"}]}}}}
    changes = {"values_override": {"file": {"raw": {"values": [{"name": "b", "content": "2"}]}}}}
    merged = merge(current, changes)
    values = merged["values_override"]["file"]["raw"]["values"]
    assert [value["name"] for value in values] == ["a", "b"]


def test_null_is_a_change():
    assert merge({"note": "x"}, {"note": None}) == {"note": None}


def test_ambiguous_key_is_rejected():
    current = {"ports": [{"internal_port": 80, "name": "a"}, {"internal_port": 80, "name": "b"}]}
    with pytest.raises(UsageError, match="'ports' has 2 items with internal_port 80"):
        merge(current, {"ports": [{"internal_port": 80, "is_default": True}]})


def test_name_disambiguates_a_key():
    current = {"ports": [{"internal_port": 80, "name": "a"}, {"internal_port": 80, "name": "b"}]}
    merged = merge(current, {"ports": [{"internal_port": 80, "name": "b", "is_default": True}]})
    assert merged["ports"][1] == {"internal_port": 80, "name": "b", "is_default": True}


def test_change_of_variant_drops_fields_of_the_old_one():
    source = {
        "one_of": [
            {"type": "object", "properties": {"git": {}, "path": {}}},
            {"type": "object", "properties": {"chart": {}, "path": {}}},
        ]
    }
    current = {"git": "u", "path": "/", "brand_new": 1}
    assert merge(current, {"chart": "c"}, schema=source) == {
        "chart": "c",
        "path": "/",
        "brand_new": 1,
    }
    assert merge(current, {"path": "/x"}, schema=source) == {**current, "path": "/x"}


def test_arguments_are_not_modified():
    current, changes = {"ports": [{"internal_port": 1}]}, {"ports": [{"internal_port": 2}]}
    merge(current, changes)["ports"][1]["name"] = "x"
    assert current == {"ports": [{"internal_port": 1}]}
    assert changes == {"ports": [{"internal_port": 2}]}


def test_an_item_is_removed_by_its_key():
    assert remove({"ports": PORTS, "cpu": 1}, "ports", "80") == {"ports": [PORTS[1]], "cpu": 1}


def test_removing_a_missing_item_lists_the_existing_ones():
    with pytest.raises(UsageError) as caught:
        remove({"ports": PORTS}, "ports", 9000)
    assert caught.value.message == "'ports' has no item with internal_port '9000'."
    assert caught.value.hint == "Available items: 80, 81."


@pytest.mark.parametrize("body", [{}, {"ports": None}, {"ports": []}])
def test_removing_from_an_empty_list_is_rejected(body):
    with pytest.raises(UsageError) as caught:
        remove(body, "ports", 80)
    assert caught.value.hint == "The list is empty."


def test_true_is_not_one():
    assert not json_equal(True, 1)
    assert not json_equal({"a": [0]}, {"a": [False]})
    assert json_equal({"a": [1, {"b": None}]}, {"a": [1.0, {"b": None}]})


def test_a_list_in_another_order_is_a_change_to_send():
    assert not json_equal({"a": [1, 2]}, {"a": [2, 1]})
    assert json_equal({"a": 1, "b": 2}, {"b": 2, "a": 1})


def test_the_counterpart_of_an_item_has_its_id_or_else_its_key():
    items = [{"id": "1", "internal_port": 80}, {"id": "2", "internal_port": 81}]
    assert counterpart({"id": "2", "internal_port": 80}, items, "ports") == items[1]
    assert counterpart({"internal_port": 80}, items, "ports") == items[0]
    assert counterpart({"internal_port": 82}, items, "ports") is schemas.MISSING
    assert counterpart({"internal_port": 80}, items, "unheard_of") is schemas.MISSING
    assert counterpart("text", None, "ports") is schemas.MISSING


def test_ambiguous_item_has_no_counterpart():
    items = [{"internal_port": 80, "name": "a"}, {"internal_port": 80, "name": "b"}]
    assert counterpart({"internal_port": 80}, items, "ports") is schemas.MISSING
