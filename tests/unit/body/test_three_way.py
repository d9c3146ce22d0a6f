import pytest

from qovery_cli.body.three_way import Merged, three_way_merge

BASE = {"cpu": 500, "memory": 512, "probe": {"path": "/", "port": 80}, "args": ["a"]}


def merged(ours, theirs, base=BASE):
    return three_way_merge(base, {**base, **ours}, {**base, **theirs})


def test_changes_of_different_fields_are_both_kept():
    result = merged({"cpu": 750}, {"memory": 1024})
    assert result == Merged({**BASE, "cpu": 750, "memory": 1024}, theirs=("memory",))


def test_the_same_change_twice_is_no_conflict():
    assert merged({"cpu": 750}, {"cpu": 750}) == Merged({**BASE, "cpu": 750})


def test_a_field_changed_to_two_values_is_a_conflict():
    result = merged({"cpu": 750}, {"cpu": 1000})
    assert result.conflicts == ("cpu",)
    assert result.body["cpu"] == 750


def test_objects_are_merged_field_by_field():
    result = merged({"probe": {"path": "/up", "port": 80}}, {"probe": {"path": "/", "port": 81}})
    assert result == Merged({**BASE, "probe": {"path": "/up", "port": 81}}, ("probe.port",))


def test_an_object_that_both_add_is_merged_field_by_field():
    result = merged({"new": {"a": 1, "c": 3}}, {"new": {"b": 2, "c": 4}})
    assert result.body["new"] == {"a": 1, "b": 2, "c": 3}
    assert (result.theirs, result.conflicts) == (("new.b",), ("new.c",))


def test_fields_that_one_side_adds_or_removes():
    ours = {"kept": 1, "added": 2}
    result = three_way_merge({"kept": 1, "gone": 0}, ours, {"kept": 1, "gone": 0, "theirs": 3})
    assert result == Merged({"kept": 1, "theirs": 3, "added": 2}, ("theirs",))


def test_a_field_that_one_side_removes_and_the_other_changes_is_a_conflict():
    assert three_way_merge({"a": 1}, {}, {"a": 2}).conflicts == ("a",)
    assert three_way_merge({"a": 1}, {"a": 2}, {}).conflicts == ("a",)


def test_a_list_of_scalars_is_one_value():
    assert merged({"args": ["a", "b"]}, {"args": ["a", "c"]}).conflicts == ("args",)
    assert merged({"args": ["b"]}, {"cpu": 1}).body["args"] == ["b"]


def port(number, **fields):
    return {"internal_port": number, "name": "p", **fields}


TWO = [port(80), port(81)]


def ports(ours, theirs, base=TWO):
    return three_way_merge({"ports": base}, {"ports": ours}, {"ports": theirs})


def test_items_are_merged_by_their_key():
    result = ports([port(80, name="x"), port(81)], [port(80), port(81, name="y"), port(82)])
    assert result.body == {"ports": [port(80, name="x"), port(81, name="y"), port(82)]}
    assert result.theirs == ("ports[internal_port=81]", "ports[internal_port=82]")


def test_item_removed_by_one_side_is_removed():
    assert ports([port(80)], [port(80), port(81), port(82)]).body == {"ports": [port(80), port(82)]}
    result = ports([port(80, name="x"), port(81)], [port(80)])
    assert result.body == {"ports": [port(80, name="x")]}
    assert result.theirs == ("ports[internal_port=81]",)


def test_an_item_that_one_side_removes_and_the_other_changes_is_a_conflict():
    assert ports([port(80)], [port(80), port(81, name="y")]).conflicts == (
        "ports[internal_port=81]",
    )


def test_two_new_items_with_one_key_are_merged():
    result = ports([port(82, a=1)], [port(82, b=2)], base=[])
    assert result.body == {"ports": [port(82, a=1, b=2)]}


def test_items_without_a_key_are_one_value():
    assert three_way_merge({"x": []}, {"x": [{"a": 1}]}, {"x": [{"a": 2}]}).conflicts == ("x",)


@pytest.mark.parametrize("other", [None, 1, "x", []])
def test_values_of_other_types_are_one_value(other):
    assert three_way_merge({"a": {}}, {"a": {"b": 1}}, {"a": other}).conflicts == ("a",)


def test_arguments_are_not_modified():
    ours, theirs = {"ports": [port(80)]}, {"ports": [], "x": {"y": [1]}}
    result = three_way_merge({"ports": []}, ours, theirs)
    result.body["ports"][0]["name"] = "changed"
    result.body["x"]["y"].append(2)
    assert (ours, theirs) == ({"ports": [port(80)]}, {"ports": [], "x": {"y": [1]}})
