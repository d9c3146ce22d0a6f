import pytest

from qovery_cli.errors import UsageError
from qovery_cli.output.name_id import single_lines


def single_text(*given):
    return "".join(single_lines(*given))


def test_each_item_is_a_line():
    assert single_text([{"id": "a"}, {"id": 2}], "id", "id") == "a\n2\n"


def test_a_name_is_one_line_whatever_is_in_it():
    assert single_text([{"name": "a\n\x1b[31mb"}], "name", "name") == "a\\nb\n"


def test_no_items_are_no_lines():
    assert single_text([], "name", "name") == ""


@pytest.mark.parametrize("value", [None, "", {}, [], True])
def test_a_missing_field_is_refused_with_those_there_are(value):
    with pytest.raises(UsageError) as refused:
        single_text([{"name": value, "key": "PORT"}], "name", "name")
    assert refused.value.hint == "Use --columns with one of name, key."


def test_items_without_fields_have_no_name():
    with pytest.raises(UsageError) as refused:
        single_text(["text"], "name", "name")
    assert refused.value.hint == "Use -o json."
