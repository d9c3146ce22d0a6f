from qovery_cli.body.diff import MASK, Change, difference


def test_fields_are_added_removed_and_changed():
    before = {"name": "a", "old": 1, "git": {"branch": "main"}}
    after = {"name": "b", "git": {"branch": "dev"}, "new": None}
    assert difference(before, after) == [
        Change("name", "~", "a", "b"),
        Change("old", "-", old=1),
        Change("git.branch", "~", "main", "dev"),
        Change("new", "+", new=None),
    ]


def test_equal_bodies_do_not_differ():
    assert difference({"a": [1, {"b": 2}]}, {"a": [1, {"b": 2}]}) == []


def test_items_are_matched_by_their_key_and_order_does_not_count():
    before = {"ports": [{"internal_port": 80, "name": "a"}, {"internal_port": 81}]}
    after = {"ports": [{"internal_port": 81}, {"internal_port": 80, "name": "b"}]}
    assert difference(before, after) == [Change("ports[internal_port=80].name", "~", "a", "b")]


def test_items_are_added_and_removed():
    before = {"ports": [{"internal_port": 80}]}
    after = {"ports": [{"internal_port": 81}]}
    assert difference(before, after) == [
        Change("ports[internal_port=80]", "-", old={"internal_port": 80}),
        Change("ports[internal_port=81]", "+", new={"internal_port": 81}),
    ]


def test_items_without_a_key_of_their_own_are_matched_by_id():
    before = {"things": [{"id": "1", "a": 1}, {"id": "2", "a": 2}]}
    after = {"things": [{"id": "2", "a": 3}, {"id": "1", "a": 1}]}
    assert difference(before, after) == [Change("things[id=2].a", "~", 2, 3)]


def test_items_without_any_key_are_matched_by_index():
    before = {"rules": [{"a": 1}, {"a": 2}]}
    assert difference(before, {"rules": [{"a": 1}, {"a": 3}]}) == [Change("rules[1].a", "~", 2, 3)]


def test_a_list_of_scalars_is_one_value():
    assert difference({"a": [1, 2]}, {"a": [2, 1]}) == [Change("a", "~", [1, 2], [2, 1])]


def test_nested_secrets_are_masked():
    before = {"config": {"password": "one", "user": "u"}}
    after = {"config": {"password": "two", "user": "v"}, "extra": {"password": "three", "b": 1}}
    changes = difference(before, after, lambda path: path.endswith("password"))
    assert changes == [
        Change("config.password", "~", MASK, MASK),
        Change("config.user", "~", "u", "v"),
        Change("extra", "+", new={"password": MASK, "b": 1}),
    ]


def test_a_secret_object_is_masked_as_a_whole():
    changes = difference({"config": {"a": 1}}, {"config": {"a": 2}}, lambda path: path == "config")
    assert changes == [Change("config", "~", MASK, MASK)]


def test_absent_secret_is_not_masked():
    changes = difference({"password": None}, {"password": "x"}, lambda _path: True)
    assert changes == [Change("password", "~", None, MASK)]


def test_numbers_have_their_unit():
    before = {"cpu": 500, "storage": []}
    after = {"cpu": 2000, "storage": [{"id": "a", "size": 10}]}
    units = {"cpu": "millicores", "storage.size": "GB"}
    assert difference(before, after, units=units) == [
        Change("cpu", "~", "500m", "2000m"),
        Change("storage[id=a]", "+", new={"id": "a", "size": "10GB"}),
    ]
