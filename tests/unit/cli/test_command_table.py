import pytest

from qovery_cli.cli import command_table
from qovery_cli.cli.command_table import ParameterSpec, belongs


def test_a_command_is_found_by_its_words():
    assert command_table.command("app domain create").words == ("app", "domain", "create")


def test_an_unknown_command_is_an_error():
    with pytest.raises(KeyError):
        command_table.command("app nothing")


def test_every_name_of_the_index_is_a_command():
    assert len(command_table.commands()) == len(command_table.names(command_table.index()))


def test_lists_of_the_file_are_tuples():
    row = command_table.command("app create")
    assert isinstance(row.examples, tuple)
    assert isinstance(row.parameters[0].aliases, tuple)


def test_a_parameter_belongs_to_all_operations_or_to_those_it_names():
    everywhere = ParameterSpec("a", "option", "body")
    second = ParameterSpec("a", "option", "body", variants=(1,))
    assert belongs(everywhere, 0)
    assert belongs(second, 1)
    assert not belongs(second, 0)


def test_an_argument_is_spelled_both_ways():
    assert ParameterSpec("app", "argument", "path", "--app").spelling == "APP or --app"
    assert ParameterSpec("env", "option", "path", "--env").spelling == "--env"


def test_a_group_has_children_and_a_command_has_none():
    index = command_table.index()
    assert index.children["app"].is_group
    assert not index.children["app"].children["list"].is_group


def test_a_command_is_printed_by_its_name_alone():
    assert repr(command_table.command("app list")) == "CommandSpec('app list')"
