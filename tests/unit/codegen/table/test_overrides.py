import pytest

from qovery_cli.codegen.table.overrides import OverrideError, Overrides


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "fields.toml").write_text("")
    (tmp_path / "groups.toml").write_text("[app]\nsummary = 'Apps.'\n")
    (tmp_path / "panels.toml").write_text("")
    return tmp_path


def test_each_file_holds_commands(folder):
    (folder / "app.toml").write_text('["app list"]\nsummary = "List."\n')
    (folder / "env.toml").write_text('["env list"]\nsummary = "List."\n')
    found = Overrides.read(folder)
    assert set(found.commands) == {"app list", "env list"}
    assert found.order == ["app"]


def test_a_command_in_two_files_is_refused(folder):
    for name in ("app.toml", "env.toml"):
        (folder / name).write_text('["app list"]\nsummary = "List."\n')
    with pytest.raises(OverrideError, match="app list"):
        Overrides.read(folder)


def test_a_file_that_is_no_toml_is_named(folder):
    (folder / "app.toml").write_text('["app list"\n')
    with pytest.raises(OverrideError, match=r"app\.toml"):
        Overrides.read(folder)


def test_the_most_specific_words_of_a_field_win():
    fields = {
        "url": {"help": "A URL", "unit": "x"},
        "git_repository.url": {"help": "The repository"},
        "Git.url": {"metavar": "URL"},
    }
    found = Overrides({}, fields, {})
    command = {"fields": {"git_repository.url": {"flag": "--repository"}}}
    said = found.field_words(command, "git_repository.url", "Git")
    assert said == {
        "help": "The repository",
        "unit": "x",
        "metavar": "URL",
        "flag": "--repository",
    }
    assert found.used == set(fields)
