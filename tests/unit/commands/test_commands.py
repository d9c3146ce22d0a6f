from qovery_cli.cli import command_table
from qovery_cli.commands import commands as command


def entry_of(line, operation=None):
    """Return the entry of a command, of one of its operations if it has several."""
    entries = command.entries(command_table.command(line))
    if operation is not None:
        entries = [entry for entry in entries if entry["operation"] == operation]
    (entry,) = entries
    return entry


def test_entry_states_the_request_and_its_parameters():
    entry = entry_of("env delete")
    assert (entry["operation"], entry["method"]) == ("deleteEnvironment", "DELETE")
    assert entry["path"] == "/environment/{environmentId}"
    assert (entry["changes"], entry["confirm"]) == (True, "name")
    environment = next(each for each in entry["parameters"] if each["name"] == "env")
    assert (environment["kind"], environment["required"]) == ("argument", True)
    assert environment["field"] == "environmentId"


def test_command_without_an_operation_has_an_entry():
    entry = entry_of("commands")
    assert (entry["operation"], entry["api"], entry["changes"]) == (None, [], False)


def test_each_operation_has_its_own_parameters():
    older = entry_of("app restart", "restartApplication")
    newer = entry_of("app restart", "redeployApplication")
    assert (older["api"], newer["api"]) == (["1.0.3"], ["1.0.4"])
    of_app = entry_of("var list", "listApplicationEnvironmentVariable")
    of_container = entry_of("var list", "listContainerEnvironmentVariable")
    assert (of_app["when"], of_container["when"]) == ("--app", "--container")
    names = [{each["name"] for each in entry["parameters"]} for entry in (of_app, of_container)]
    assert "app" in names[0]
    assert "app" not in names[1]


def test_names_are_those_of_the_command_line():
    entries = [e for row in command_table.commands() for e in command.entries(row)]
    names = {each["name"] for entry in entries for each in entry["parameters"]}
    assert not [name for name in names if name.endswith("_")]


def test_hidden_commands_with_an_operation_are_listed(open_session):
    opened = open_session()
    command.commands(opened.session)
    listed = {entry["command"] for entry in opened.json}
    assert {"app list", "api", "commands", "job history list-v1"} <= listed
