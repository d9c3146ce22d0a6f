import pytest

from qovery_cli.errors import UsageError
from qovery_cli.output.query import check, field_names, search, with_headers
from qovery_cli.output.view import View

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


def test_invalid_query_reports_the_position():
    with pytest.raises(UsageError) as refused:
        check("[?name=='api'")
    assert refused.value.message == "The query is not valid JMESPath at character 14."
    assert refused.value.detail == ("[?name=='api'", " " * 13 + "^")


@pytest.mark.parametrize("expression", ["", "a b", "a[", '"x', "a.", "(" * 3000 + "a"])
def test_invalid_jmespath_is_rejected(expression):
    with pytest.raises(UsageError):
        check(expression)


@pytest.mark.parametrize("expression", ["&a", "[&a]", "{x: &a}"])
def test_expression_reference_result_is_rejected(expression):
    with pytest.raises(UsageError, match="outside the arguments"):
        check(expression)


@pytest.mark.parametrize("expression", ["foo(@)", "length(`1`)", "length(@, @)", "@[::0]"])
def test_query_error_on_data_is_reported(expression):
    with pytest.raises(UsageError, match="cannot be applied") as refused:
        search(expression, APPS)
    assert refused.value.message.endswith(".")


def test_deeply_nested_query_is_rejected():
    with pytest.raises(UsageError):
        search("a|" * 20_000 + "a", APPS)


def test_the_fields_that_an_expression_reads():
    expression = "sort_by([?state=='x'], &cpu)[*].{label: status.\"last state\"} | [0].label"
    assert field_names(expression) == {"state", "cpu", "status", "last state", "label"}


VIEW = View(("name", "state=status.state", "name=other"))
STATED = {"name": "api", "status": {"state": "RUNNING"}}


@pytest.mark.parametrize("data", [[STATED], STATED])
def test_a_column_can_be_read_by_its_header(data):
    headed = with_headers("[].state || state", data, VIEW)
    assert headed == ([{**STATED, "state": "RUNNING"}] if isinstance(data, list) else headed)
    assert search("[0].state || state", headed) == "RUNNING"


def test_a_field_of_the_data_wins_over_a_header():
    item = {"name": "api", "state": "own", "status": {"state": "x"}, "other": "y"}
    assert with_headers("[].[state, name]", [item], VIEW) == [item]


@pytest.mark.parametrize("data", [5, None, "x", [5, None]])
def test_headers_of_what_is_no_object(data):
    assert with_headers("state", data, VIEW) == data


def test_headers_that_are_not_read_are_not_added():
    assert with_headers("status.state", STATED, View(("status=status.x",))) == STATED


def test_an_error_does_not_repeat_the_data():
    with pytest.raises(UsageError) as refused:
        search("abs(@)", APPS)
    assert refused.value.message == (
        "The query cannot be applied to this data: abs() takes number, not array."
    )
