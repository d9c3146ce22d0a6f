"""Each kind of mistake in an override file is reported with its line and what would be valid."""

import pytest

from qovery_cli.codegen.override_files import OverrideError, read_entries
from qovery_cli.codegen.override_schema import (
    CommandOverride,
    FieldOverride,
    GroupOverride,
    PanelOverride,
)
from qovery_cli.codegen.toml_source import TomlSource


def read(kind, text):
    return read_entries(TomlSource("org.toml", text), kind)


def mistakes(kind, text):
    with pytest.raises(OverrideError) as caught:
        read(kind, text)
    return str(caught.value).splitlines()


COMMAND = '["org list"]\nsummary = "List."\noperations = ["listOrganization"]\n'


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ('colums = ["name"]', "unknown key 'colums' in 'org list'; did you mean 'columns'?"),
        (
            'join = { op = "a", om = "id", as = "b", on = "c" }',
            "unknown key 'om' in 'org list' (join); did you mean 'from'?",
        ),
        ('join = { op = "a", on = "id" }', "missing key 'as' in 'org list' (join)"),
        ("wide = 3", "'wide' in 'org list': expected an array, not 3"),
        ('wide = "name"', "'wide' in 'org list': expected an array, not 'name'"),
        ("wide = [3]", "'0' in 'org list' (wide): expected a string, not 3"),
        ("about = true", "'about' in 'org list': expected a string, not true"),
        ('no_all = "yes"', "'no_all' in 'org list': expected true or false, not 'yes'"),
        ('singular = "--x"', "'singular' in 'org list': expected a table, not '--x'"),
        ('join = "a"', "'join' in 'org list': expected a table, not 'a'"),
        ('confirm = "nmae"', "'confirm' in 'org list': unknown value 'nmae'; did you mean 'name'?"),
        ('kind = "xyz"', "'kind' in 'org list': unknown value 'xyz'; valid: action, create, "),
        (
            'names = { owner = "membre" }',
            "'owner' in 'org list' (names): unknown resource 'membre'; did you mean 'member'?",
        ),
    ],
)
def test_a_mistake_in_a_command_is_reported(line, message):
    (found,) = mistakes(CommandOverride, f"{COMMAND}{line}\n")
    assert found.startswith(f"org.toml:4: {message}")


@pytest.mark.parametrize(
    ("operation", "message"),
    [
        ('{ op = "x", wen = "--a" }', "unknown key 'wen' in 'org list' (operations[0]); did you "),
        ('{ when = "--a" }', "missing key 'op' in 'org list' (operations[0])"),
        ('{ op = "x", api = 3 }', "'api' in 'org list' (operations[0]): expected an array, not 3"),
        ("3", "'0' in 'org list' (operations): expected a table, not 3"),
    ],
)
def test_a_mistake_in_an_operation_is_reported(operation, message):
    text = f'["org list"]\nsummary = "List."\noperations = [\n  {operation},\n]\n'
    (found,) = mistakes(CommandOverride, text)
    assert message in found
    assert found.startswith("org.toml:4: ")


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ('hlep = "x"', "unknown key 'hlep' in 'org list' (fields.name); did you mean 'help'?"),
        (
            'resource = "aplication"',
            "'resource' in 'org list' (fields.name): unknown resource 'aplication'; did you mean ",
        ),
        (
            'format = "weekday"',
            "'format' in 'org list' (fields.name): unknown form 'weekday'; did you mean 'weekdays",
        ),
        ('where = "path"', "'where' in 'org list' (fields.name): unknown value 'path'; valid: que"),
    ],
)
def test_a_mistake_in_a_field_of_a_command_is_reported(line, message):
    (found,) = mistakes(CommandOverride, f'{COMMAND}["org list".fields."name"]\n{line}\n')
    assert found.startswith(f"org.toml:5: {message}")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('["org x"]\noperations = ["a"]\n', "org.toml:1: missing key 'summary' in 'org x'"),
        ('["org x"]\nsummary = "S."\n', "org.toml:1: 'org x': needs 'operations' or 'handler'"),
        ('"org x" = 3\n', "org.toml:1: 'org x': expected a table, not 3"),
        (
            '["org x"]\nsummary = "List"\nhandler = "a:b"\n',
            "org.toml:2: 'summary' in 'org x': must have at most 70 characters and end with a dot",
        ),
        (
            f'["org x"]\nsummary = "{"x" * 70}."\nhandler = "a:b"\n',
            "org.toml:2: 'summary' in 'org x': must have at most 70 characters and end with a dot",
        ),
        (
            '["org x"]\nsummary = "S."\noperations = ["a"]\nuses = ["b"]\n',
            "org.toml:1: 'org x': 'uses' needs a 'handler'",
        ),
        (
            '["org x"]\nsummary = "S."\noperations = ["a"]\nlike = "b"\n',
            "org.toml:1: 'org x': 'like' needs a 'handler'",
        ),
        ('["org x"\n', "org.toml:1: Expected ']' at the end of a table declaration."),
    ],
)
def test_a_command_that_cannot_be_is_reported(text, message):
    assert mistakes(CommandOverride, text) == [message]


@pytest.mark.parametrize(
    ("kind", "text", "message"),
    [
        (FieldOverride, "[url]\nhidde = true\n", "org.toml:2: unknown key 'hidde' in 'url'; did y"),
        (FieldOverride, "[url]\nargument = true\n", "org.toml:2: unknown key 'argument' in 'url'"),
        (GroupOverride, "[org]\nsumary = 'x'\n", "org.toml:2: unknown key 'sumary' in 'org'; did "),
        (GroupOverride, "[org]\naliases = 'x'\n", "org.toml:2: 'aliases' in 'org': expected an ar"),
        (
            PanelOverride,
            "[A]\nfields = []\nfield = 1\n",
            "org.toml:3: unknown key 'field' in 'A'; ",
        ),
        (str, 'a = "b"\nc = 1\n', "org.toml:2: 'c': expected a string, not 1"),
    ],
)
def test_a_mistake_in_another_file_is_reported(kind, text, message):
    assert mistakes(kind, text)[0].startswith(message)


def test_all_mistakes_are_reported_in_the_order_of_the_file():
    lines = mistakes(CommandOverride, f'{COMMAND}b = 1\n\na = 1\n["org x"]\n')
    assert [line.split(":")[1] for line in lines] == ["4", "6", "7"]


def test_valid_entries_are_read_in_their_order():
    commands = read(CommandOverride, f'["org get"]\nsummary = "S."\nhandler = "a:b"\n{COMMAND}')
    assert list(commands) == ["org get", "org list"]
    assert [each.op for each in commands["org list"].operations] == ["listOrganization"]


def test_one_api_level_may_be_given_without_a_list():
    text = '["a b"]\nsummary = "S."\noperations = [{ op = "x", api = "1.0.4" }]\n'
    (operation,) = read(CommandOverride, text)["a b"].operations
    assert operation.api == ("1.0.4",)


def test_python_names_are_no_keys():
    line = 'join = { op = "a", on = "id", target = "b" }'
    assert "unknown key 'target'" in "\n".join(mistakes(CommandOverride, f"{COMMAND}{line}\n"))
