import pytest

from qovery_cli.codegen.override_files import OverrideError
from qovery_cli.codegen.override_schema import (
    CommandFieldOverride,
    CommandOverride,
    FieldOverride,
    PanelOverride,
)
from qovery_cli.codegen.table.overrides import Overrides

COMMAND = CommandOverride(summary="List.", handler="a:b")


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "fields.toml").write_text('[url]\nhelp = "A URL"\n')
    (tmp_path / "groups.toml").write_text("[app]\nsummary = 'Apps.'\n")
    (tmp_path / "panels.toml").write_text('[Ports]\nfields = [\n  "ports",\n  "url",\n]\n')
    (tmp_path / "sections.toml").write_text("")
    return tmp_path


def write(folder, name, command, **more):
    lines = [f'["{command}"]', 'summary = "List."', 'operations = ["listApplication"]']
    (folder / name).write_text("\n".join([*lines, *(f"{k} = {v}" for k, v in more.items())]))


def test_each_file_has_commands(folder):
    write(folder, "app.toml", "app list")
    write(folder, "env.toml", "env list")
    found = Overrides.read(folder)
    assert set(found.commands) == {"app list", "env list"}
    assert list(found.groups) == ["app"]


def test_a_command_in_two_files_is_refused(folder):
    write(folder, "app.toml", "app list")
    write(folder, "env.toml", "app list")
    message = r"^env\.toml:1: 'app list' is already defined in app\.toml:1$"
    with pytest.raises(OverrideError, match=message):
        Overrides.read(folder)


def test_a_file_that_does_not_follow_the_schema_is_refused(folder):
    write(folder, "app.toml", "app list", colums='["name"]')
    with pytest.raises(OverrideError, match=r"^app\.toml:4: unknown key 'colums' in 'app list'"):
        Overrides.read(folder)


def test_the_most_specific_value_of_each_key_counts():
    fields = {
        "url": FieldOverride(help="A URL", unit="x", hidden=True),
        "git_repository.url": FieldOverride(help="The repository", hidden=False),
        "Git.url": FieldOverride(metavar="URL"),
    }
    found = Overrides({}, fields, {})
    path = "git_repository.url"
    command = COMMAND.model_copy(
        update={"fields": {path: CommandFieldOverride(flag="--repository")}}
    )
    assert found.for_field(command, path, "Git") == CommandFieldOverride(
        help="The repository", unit="x", hidden=False, metavar="URL", flag="--repository"
    )
    found.refuse_unused()


def test_a_panel_has_its_fields_and_what_is_nested_in_them():
    found = Overrides({}, {}, {}, {"Ports": PanelOverride(fields=("ports",))})
    assert found.panel("ports") == found.panel("ports.name") == "Ports"
    assert found.panel("portside") == ""


def test_fields_and_panels_that_met_no_field_are_refused_with_their_lines(folder):
    write(folder, "app.toml", "app list")
    found = Overrides.read(folder)
    found.panel("ports")
    with pytest.raises(OverrideError) as caught:
        found.refuse_unused()
    assert str(caught.value).splitlines() == [
        "fields.toml:1: no command has a field 'url'",
        "panels.toml:4: no command has a field 'url'",
    ]


def test_an_error_about_a_command_gets_file_and_line(folder):
    write(folder, "app.toml", "app list", target='"application"')
    found = Overrides.read(folder)
    error = found.located("app list", OverrideError("no", ("target",)))
    assert str(error) == "app.toml:4: 'app list': no"
    assert str(found.located("new", OverrideError("no"))) == "'new': no"
