import pytest

from qovery_cli.errors import UsageError
from qovery_cli.output.columns import choose, derived, flat, path_of, requested
from qovery_cli.output.view import Column, View

ITEMS = [{"name": "api", "git": {"url": "u"}}, {"name": "web", "cpu": 500}]
VIEW = View(columns=("name", "state=status.state"), wide=("id",), fields=("description",))


def test_commas_and_repetition_both_separate_columns():
    assert requested(("a,b", "c=d.e")) == (Column("a", "a"), Column("b", "b"), Column("c", "d.e"))


@pytest.mark.parametrize("spec", ["", ",", "=a", "a="])
def test_an_empty_column_is_refused(spec):
    with pytest.raises(UsageError, match="not a list of columns"):
        requested((spec,))


def test_without_a_wish_the_view_decides():
    assert [one.header for one in choose((), VIEW, ITEMS)] == ["name", "state"]


def test_a_header_of_the_view_means_its_path():
    assert choose(("State",), VIEW, ITEMS) == (Column("State", "status.state"),)


def test_a_path_in_any_item_is_a_column():
    assert choose(("git.url,cpu",), VIEW, ITEMS) == (
        Column("git.url", "git.url"),
        Column("cpu", "cpu"),
    )


def test_a_wide_column_can_be_asked_for_by_name():
    assert choose(("id",), VIEW, ITEMS) == (Column("id", "id"),)


def test_a_field_that_no_item_has_but_the_view_knows_is_a_column():
    assert path_of("description", VIEW, ITEMS) == "description"


def test_an_unknown_column_is_refused_with_those_there_are():
    with pytest.raises(UsageError) as refused:
        choose(("colour",), VIEW, ITEMS)
    assert refused.value.message == "There is no field 'colour'."
    assert refused.value.hint == ("Choose from name, state, id, description, git, git.url, cpu.")


def test_a_slip_in_a_column_is_told_with_what_was_meant():
    with pytest.raises(UsageError) as refused:
        choose(("nmae",), VIEW, ITEMS)
    assert refused.value.hint == "Did you mean name?"


def test_of_many_columns_some_are_offered():
    item = {f"field{n}": n for n in range(50)}
    with pytest.raises(UsageError) as refused:
        choose(("colour",), View(), [item])
    assert refused.value.hint is not None
    assert refused.value.hint.count("field") == 20
    assert refused.value.hint.endswith("or one that -o json shows.")


def test_an_empty_list_can_have_any_column():
    assert path_of("anything", VIEW, []) == "anything"


def test_items_without_fields_have_no_columns_to_choose_from():
    with pytest.raises(UsageError) as refused:
        path_of("name", View(), ["text"])
    assert refused.value.hint == "What is listed has no fields."


def test_derived_columns_start_with_name_and_id_and_leave_out_depth():
    items = [{"cpu": 1, "id": "1", "git": {}, "name": "api"}, {"new": 2}]
    assert [one.path for one in derived(items, whole=False)] == ["name", "id", "cpu", "new"]


def test_derived_columns_are_few_unless_the_whole_is_asked_for():
    items = [{f"field{i}": i for i in range(20)} | {"deep": {}}]
    assert (len(derived(items, whole=False)), len(derived(items, whole=True))) == (8, 21)


def test_items_without_fields_are_one_column():
    assert derived(["a", "b"], whole=False) == (Column("value", ""),)


def test_an_object_is_flattened_to_a_column_for_every_value():
    assert [one.path for one in flat({"a": {"b": 1}, "c": [2]})] == ["a.b", "c"]
