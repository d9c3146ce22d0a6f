from types import SimpleNamespace

import pytest

from qovery_cli.cli import command_table
from qovery_cli.cli.output_options import check_output
from qovery_cli.cli.views import view
from qovery_cli.errors import UsageError


def checked(command, *, wait=False, dry_run_only=False, **shared):
    row = command_table.command(command)
    flags = SimpleNamespace(
        shared={"output": "table", **shared}, wait=wait, dry_run_only=dry_run_only
    )
    session = SimpleNamespace(flags=flags, view=view(row), level="1.0.4", is_change=False)
    check_output(session, row, range(min(len(row.variants), 1)))
    return session


@pytest.mark.parametrize(
    ("command", "columns"),
    [
        ("app deploy", "state,STATE,deployed,last_deployment_date"),
        ("app deploy", "x=status_details.status"),
        ("app update", "name,ports[0].internal_port,git_repository.url,storage.size"),
        ("app settings update", "build.timeout_max_sec"),
        ("app delete", "id,name,done"),
        ("cluster route update", "destination"),
        ("var set", "key,done"),
        ("var import", "key,scope"),
    ],
)
def test_declared_fields_are_accepted_and_stored_in_the_view(command, columns):
    session = checked(command, columns=columns)
    assert session.is_change
    assert session.view.fields == tuple(one.rpartition("=")[2] for one in columns.split(","))


@pytest.mark.parametrize(
    ("command", "shared", "message"),
    [
        ("app deploy", {"columns": "nosuch"}, "Unknown column 'nosuch'."),
        ("app update", {"columns": "git_repository.nosuch"}, "Unknown column"),
        ("cluster route update", {"sort_by": "-nosuch"}, "Unknown column 'nosuch'."),
        ("cluster route update", {"filter": ["nosuch=1"]}, "Unknown column 'nosuch'."),
        ("app update", {"sort_by": "name"}, "--sort-by requires a list"),
        ("app update", {"filter": ["name=x"]}, "--filter requires a list"),
        ("var set", {"output": "id"}, "has no id"),
        ("account reward", {"output": "name"}, "has no name"),
        ("app update", {"query": "bad("}, "not valid JMESPath"),
    ],
)
def test_inapplicable_output_options_are_rejected(command, shared, message):
    with pytest.raises(UsageError, match=message.replace("(", r"\(")):
        checked(command, **shared)


def test_error_suggests_the_nearest_field():
    with pytest.raises(UsageError) as refused:
        checked("app deploy", columns="stat")
    assert "Did you mean 'state" in refused.value.hint
    assert "-o json shows all" in refused.value.hint


def test_list_results_can_be_sorted_and_filtered():
    assert checked("cluster route update", sort_by="-target", filter=["description~=x"])


@pytest.mark.parametrize("output", ["name", "id"])
@pytest.mark.parametrize("command", ["app deploy", "app network update", "app delete", "env stop"])
def test_name_and_id_of_the_target_are_available(command, output):
    assert checked(command, output=output)


def test_wait_accepts_status_fields():
    with pytest.raises(UsageError):
        checked("app delete", columns="state")
    assert checked("app delete", columns="state", wait=True)


def test_dry_run_skips_the_field_check():
    assert not checked("app deploy", columns="method", dry_run_only=True).is_change


@pytest.mark.parametrize(
    ("command", "name"),
    [
        ("var create", "key"),
        ("app domain list", "domain"),
        ("org webhook list", "target_url"),
        ("org invite create", "email"),
        ("app list", "name"),
        ("env history list", "name"),
        ("app update", "name"),
    ],
)
def test_view_name_is_the_identifying_column(command, name):
    assert view(command_table.command(command)).name == name
