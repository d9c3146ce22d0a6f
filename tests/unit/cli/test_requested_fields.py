from types import SimpleNamespace

import pytest

from qovery_cli.cli.requested_fields import requested_fields
from qovery_cli.errors import UsageError
from qovery_cli.output.view import View

VIEW = View(("name", "state=status.state", "cluster"), ("id",))


def fields(**shared):
    session = SimpleNamespace(flags=SimpleNamespace(shared=shared))
    return requested_fields(session, VIEW)


@pytest.mark.parametrize("output", ["table", "csv", "tsv", "wide"])
def test_table_uses_its_columns(output):
    requested = fields(output=output)
    assert requested.include("status")
    assert requested.show("status.state")
    assert not requested.include("environment")


def test_only_wide_output_uses_wide_columns():
    assert fields(output="wide").include("id")
    assert not fields(output="csv").include("id")


@pytest.mark.parametrize("output", ["json", "ndjson", "yaml", "name", "id"])
def test_other_formats_use_no_fields_by_default(output):
    assert not fields(output=output).include("status")


@pytest.mark.parametrize(
    "option",
    [
        {"columns": "name,state"},
        {"columns": "STATE"},
        {"columns": "x=status.state"},
        {"columns": "status"},
        {"columns": "status.last_deployment_date"},
        {"columns": "status[0]"},
        {"filter": ["state=RUNNING"]},
        {"filter": ["status.state!=RUNNING"]},
        {"sort_by": "-state"},
        {"sort_by": "name,state"},
        {"query": "[].status.state"},
        {"query": "[].state"},
        {"query": "sort_by(@, &state)[0].name"},
        {"query": "[?state=='RUNNING'].{n: name}"},
    ],
    ids=str,
)
def test_every_option_that_names_a_field_requests_it_in_json(option):
    assert fields(output="json", **option).include("status")


@pytest.mark.parametrize(
    "option",
    [{"columns": "name"}, {"filter": ["name=a"]}, {"sort_by": "name"}, {"query": "[].{state: id}"}],
    ids=str,
)
@pytest.mark.parametrize("output", ["json", "name"])
def test_unrelated_fields_are_not_included(option, output):
    assert not fields(output=output, **option).include("status")


def test_columns_option_replaces_the_table_columns():
    assert not fields(output="table", columns="name").include("status")


def test_filters_and_queries_are_not_columns():
    assert not fields(output="json", filter=["state=x"]).show("status")
    assert not fields(output="json", query="[].state").show("status")


def test_invalid_filter_is_rejected():
    with pytest.raises(UsageError):
        fields(output="json", filter=["state"])
