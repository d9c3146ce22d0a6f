import pytest

from qovery_cli.cli import command_table
from qovery_cli.codegen.table.command_files import generate_table, read_table
from qovery_cli.codegen.table.overrides import Overrides


@pytest.fixture(scope="module")
def files() -> dict[str, str]:
    return generate_table(Overrides.read())


def test_each_group_has_a_folder_with_its_index_and_its_commands(files):
    folders = [name.split()[:-1] for name in command_table.names(command_table.index())]
    with_commands = {"/".join([*folder, "commands.json"]) for folder in folders}
    above = {tuple(folder[:depth]) for folder in folders for depth in range(len(folder) + 1)}
    indexes = {"/".join([*folder, "index.json"]) for folder in above}
    assert set(files) == with_commands | indexes | {"unlisted.json"}


def test_a_command_is_in_the_folder_of_its_group_only(files):
    names = {name for name, text in files.items() if '"app domain create"' in text}
    assert names == {"app/domain/commands.json"}


def test_files_end_with_a_newline_and_have_one_key_a_line(files):
    assert files["index.json"].startswith('[\n {\n  "name": "org",\n')
    assert all(text.endswith(("}\n", "]\n")) for text in files.values())


def test_generated_files_are_read_as_the_installed_ones(files):
    table = read_table(files)
    assert command_table.names(table.index) == command_table.names(command_table.index())
    assert table.commands() == command_table.commands()
