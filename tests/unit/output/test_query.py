import pytest

from qovery_cli.errors import UsageError
from qovery_cli.output.query import check, search

APPS = [{"name": "api", "cpu": 500}, {"name": "web", "cpu": 250}]


@pytest.mark.parametrize(
    ("expression", "result"),
    [
        ("[].name", ["api", "web"]),
        ("[?cpu > `300`].name | [0]", "api"),
        ("length(@)", 2),
        ("sort_by(@, &cpu)[0].name", "web"),
        ("[].nothing", []),
        ("nothing", None),
    ],
)
def test_a_query_selects(expression, result):
    assert search(expression, APPS) == result


def test_a_bad_query_is_refused_with_its_place():
    with pytest.raises(UsageError) as refused:
        check("[?name=='api'")
    assert refused.value.message == "The query is not valid JMESPath at character 14."
    assert refused.value.detail == ("[?name=='api'", " " * 13 + "^")


@pytest.mark.parametrize("expression", ["", "a b", "a[", '"x', "a.", "(" * 3000 + "a"])
def test_what_is_no_jmespath_is_refused(expression):
    with pytest.raises(UsageError):
        check(expression)


@pytest.mark.parametrize("expression", ["&a", "[&a]", "{x: &a}"])
def test_what_no_json_could_spell_is_refused(expression):
    with pytest.raises(UsageError, match="outside the arguments"):
        check(expression)


@pytest.mark.parametrize("expression", ["foo(@)", "length(`1`)", "length(@, @)", "@[::0]"])
def test_a_query_that_does_not_fit_the_data_is_refused(expression):
    with pytest.raises(UsageError, match="cannot be applied") as refused:
        search(expression, APPS)
    assert refused.value.message.endswith(".")


def test_a_query_without_end_is_refused():
    with pytest.raises(UsageError):
        search("a|" * 20_000 + "a", APPS)
