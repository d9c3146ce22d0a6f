import pytest

from qovery_cli.cli import command_table
from qovery_cli.cli.command_table import ParameterSpec, belongs


def test_command_is_returned_by_name():
    assert command_table.command("app domain create").words == ("app", "domain", "create")


@pytest.mark.parametrize("name", ["app nothing", "nothing", "no group here"])
def test_unknown_command_raises_key_error(name):
    with pytest.raises(KeyError):
        command_table.command(name)


@pytest.fixture
def files_read(monkeypatch):
    """Use a table that has read nothing yet, and record the names of the files that it reads."""
    names = []

    def read(name):
        names.append(name)
        return command_table._read_packaged(name)

    monkeypatch.setattr(command_table, "_PACKAGED", command_table.CommandTable(read))
    return names


def test_a_command_reads_the_file_of_its_own_group_only(files_read):
    command_table.command("app domain create")
    command_table.command("app domain list")
    assert files_read == ["app/domain/commands.json"]


def test_a_group_reads_its_index_only_when_its_children_are_needed(files_read):
    apps = command_table.index().children["app"]
    assert files_read == ["index.json"]
    assert apps.is_group
    assert apps.children["domain"].is_group
    assert files_read == ["index.json", "app/index.json"]


def test_every_index_name_is_a_command():
    assert len(command_table.commands()) == len(command_table.names(command_table.index()))


def test_json_lists_become_tuples():
    row = command_table.command("app create")
    assert isinstance(row.examples, tuple)
    assert isinstance(row.parameters[0].aliases, tuple)


def test_parameter_belongs_to_its_variants_or_to_all():
    everywhere = ParameterSpec("a", "option", "body")
    second = ParameterSpec("a", "option", "body", variants=(1,))
    assert belongs(everywhere, 0)
    assert belongs(second, 1)
    assert not belongs(second, 0)


def test_argument_spelling_includes_its_flag():
    assert ParameterSpec("app", "argument", "path", "--app").spelling == "APP or --app"
    assert ParameterSpec("env", "option", "path", "--env").spelling == "--env"


def test_only_groups_have_children():
    index = command_table.index()
    assert index.children["app"].is_group
    assert not index.children["app"].children["list"].is_group


def test_command_repr_is_its_name():
    assert repr(command_table.command("app list")) == "CommandSpec('app list')"
