from qovery_cli.cli.rows import VariantRow
from qovery_cli.codegen.table.engine_options import list_switches, selectors, switches


def names(kind="action", words=None, *, body=False, changes=False):
    return {row.name for row in switches(kind, words or {}, body=body, changes=changes)}


def test_a_command_that_only_reads_has_none():
    assert names("get") == set()


def test_a_body_can_come_from_a_file_and_be_sketched():
    assert names(body=True) == {"file", "set", "skeleton", "no_validate"}


def test_what_changes_something_can_be_rehearsed():
    assert names(changes=True) == {"dry_run", "explain"}


def test_what_asks_can_be_answered():
    assert names(words={"confirm": "yes"}) == {"yes", "confirm"}
    assert names(words={"confirm_production": True}) == {"yes", "confirm"}


def test_what_takes_time_can_be_waited_for():
    found = {
        row.name: row for row in switches("action", {"wait": "stop"}, body=False, changes=False)
    }
    assert found["wait"].short == "-w"
    assert found["wait"].aliases == ("--watch",)
    assert found["timeout"].default == "1h"


def test_items_of_lists_that_have_a_key_can_be_removed():
    words = {"list_keys": {"ports": "internal_port"}, "singular": {"ports": "--port"}}
    found = {row.name: row for row in switches("update", words, body=False, changes=False)}
    assert found["remove_port"].flag == "--remove-port"
    assert found["remove_port"].field == "ports"
    assert "internal port" in found["remove_port"].help


def test_a_value_that_selects_an_operation_is_an_option_to_choose():
    variants = [
        VariantRow("one", "GET", "/a", ("1.0.3",), when="--cloud aws"),
        VariantRow("two", "GET", "/b", ("1.0.3",), when="--cloud scaleway"),
        VariantRow("three", "GET", "/c", ("1.0.3",), when="--app"),
    ]
    (found,) = selectors(variants, {})
    assert (found.flag, found.enum, found.required) == ("--cloud", ("aws", "scaleway"), True)


def test_lists_have_a_limit_where_there_are_pages_and_all_where_there_is_a_parent():
    assert {row.name for row in list_switches({}, paged=True, parent=True)} == {"limit", "all"}
    assert list(list_switches({"no_all": True}, paged=False, parent=True)) == []
