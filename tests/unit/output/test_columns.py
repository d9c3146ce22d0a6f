import pytest

from qovery_cli.errors import UsageError
from qovery_cli.output.columns import choose, derived, flat, path_of, requested
from qovery_cli.output.view import Column, View

ITEMS = [{"name": "api", "git": {"url": "u"}}, {"name": "web", "cpu": 500}]
VIEW = View(columns=("name", "state=status.state"), wide=("id",), fields=("description",))


def test_columns_are_comma_separated_or_repeated():
    assert requested(("a,b", "c=d.e")) == (Column("a", "a"), Column("b", "b"), Column("c", "d.e"))


@pytest.mark.parametrize("spec", ["", ",", "=a", "a="])
def test_empty_column_is_rejected(spec):
    with pytest.raises(UsageError, match="Invalid --columns"):
        requested((spec,))


def test_columns_default_to_the_view():
    assert [one.header for one in choose((), VIEW, ITEMS)] == ["name", "state"]


def test_column_header_resolves_to_its_path():
    assert choose(("State",), VIEW, ITEMS) == (Column("State", "status.state"),)


def test_path_in_any_item_is_a_valid_column():
    assert choose(("git.url,cpu",), VIEW, ITEMS) == (
        Column("git.url", "git.url"),
        Column("cpu", "cpu"),
    )


def test_wide_column_can_be_requested():
    assert choose(("id",), VIEW, ITEMS) == (Column("id", "id"),)


def test_view_field_missing_in_items_is_a_valid_column():
    assert path_of("description", VIEW, ITEMS) == "description"


def test_unknown_column_lists_valid_columns():
    with pytest.raises(UsageError) as refused:
        choose(("colour",), VIEW, ITEMS)
    assert refused.value.message == "Unknown column 'colour'."
    assert refused.value.hint == (
        "Available columns: name, state, id, description, git, git.url, cpu."
    )


def test_mistyped_column_suggests_the_nearest():
    with pytest.raises(UsageError) as refused:
        choose(("nmae",), VIEW, ITEMS)
    assert refused.value.hint == "Did you mean 'name'?"


def test_long_column_list_is_shortened():
    item = {f"field{n}": n for n in range(50)}
    with pytest.raises(UsageError) as refused:
        choose(("colour",), View(), [item])
    assert refused.value.hint is not None
    assert refused.value.hint.count("field") == 20
    assert refused.value.hint.endswith("and 30 more.")


def test_empty_list_accepts_any_column():
    assert path_of("anything", VIEW, []) == "anything"


def test_unknown_column_of_items_without_fields():
    with pytest.raises(UsageError) as refused:
        path_of("name", View(), ["text"])
    assert refused.value.hint == "The items have no fields."


def test_derived_columns_are_name_id_and_scalars():
    items = [{"cpu": 1, "id": "1", "git": {}, "name": "api"}, {"new": 2}]
    assert [one.path for one in derived(items, whole=False)] == ["name", "id", "cpu", "new"]


def test_derived_columns_are_limited_unless_whole():
    items = [{f"field{i}": i for i in range(20)} | {"deep": {}}]
    assert (len(derived(items, whole=False)), len(derived(items, whole=True))) == (8, 21)


def test_scalar_items_have_one_column():
    assert derived(["a", "b"], whole=False) == (Column("value", ""),)


def test_an_object_is_flattened_to_a_column_for_every_value():
    assert [one.path for one in flat({"a": {"b": 1}, "c": [2]})] == ["a.b", "c"]
