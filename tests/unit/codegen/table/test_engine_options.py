from qovery_cli.cli.command_table import OperationSpec
from qovery_cli.codegen.override_schema import CommandOverride
from qovery_cli.codegen.table.engine_options import engine_options, list_options, selectors


def options(kind="action", *, body=False, changes=False, **keys):
    rows = engine_options(kind, override(**keys), body=body, changes=changes)
    return {row.name: row for row in rows}


def override(**keys):
    return CommandOverride(summary="Do it.", operations=["doIt"], **keys)


def test_a_command_that_only_reads_has_none():
    assert options("get") == {}


def test_a_body_can_come_from_a_file_and_be_sketched():
    assert set(options(body=True)) == {"file", "set", "skeleton", "no_validate"}


def test_what_changes_something_can_be_rehearsed():
    assert set(options(changes=True)) == {"dry_run", "explain"}


def test_what_asks_can_be_answered():
    assert set(options(confirm="yes")) == {"yes", "confirm"}
    assert set(options(confirm_production=True)) == {"yes", "confirm"}


def test_what_takes_time_can_be_waited_for():
    found = options(wait="stop")
    assert found["wait"].short == "-w"
    assert found["wait"].aliases == ("--watch",)
    assert found["timeout"].default == "1h"


def test_items_of_lists_that_have_a_key_can_be_removed():
    keys = {"list_keys": {"ports": "internal_port"}, "singular": {"ports": "--port"}}
    found = options("update", **keys)
    assert found["remove_port"].flag == "--remove-port"
    assert found["remove_port"].field == "ports"
    assert "internal port" in found["remove_port"].help


def test_a_value_that_selects_an_operation_is_an_option_to_choose():
    variants = [
        OperationSpec("one", "GET", "/a", ("1.0.3",), when="--cloud aws"),
        OperationSpec("two", "GET", "/b", ("1.0.3",), when="--cloud scaleway"),
        OperationSpec("three", "GET", "/c", ("1.0.3",), when="--app"),
    ]
    (found,) = selectors(variants, override())
    assert (found.flag, found.enum, found.required) == ("--cloud", ("aws", "scaleway"), True)


def test_lists_have_a_limit_where_there_are_pages_and_all_where_there_is_a_parent():
    rows = list_options(override(), paged=True, parent=True)
    assert {row.name for row in rows} == {"limit", "all"}
    assert list(list_options(override(no_all=True), paged=False, parent=True)) == []
