import pytest

from qovery_cli.cli import command_table
from qovery_cli.codegen.table.command_files import generate_table, read_table
from qovery_cli.codegen.table.overrides import Overrides


@pytest.fixture(scope="module")
def files() -> dict[str, str]:
    return generate_table(Overrides.read())


def test_the_table_has_an_index_and_a_file_for_each_group(files):
    groups = {name.split()[0] for name in command_table.names(command_table.index())}
    assert set(files) == {"index.json", *(f"{group}.json" for group in groups)}


def test_files_end_with_a_newline_and_have_one_key_a_line(files):
    assert files["index.json"].startswith('{\n "name": "",\n')
    assert all(text.endswith("}\n") for text in files.values())


def test_generated_files_are_read_as_the_installed_ones(files):
    index, commands = read_table(files)
    assert command_table.names(index) == command_table.names(command_table.index())
    assert commands == command_table.commands()
