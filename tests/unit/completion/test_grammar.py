import pytest

from qovery_cli.cli import command_table
from qovery_cli.completion import grammar


def option(command: str, flag: str):
    found = grammar.command(command_table.command(command))
    own = (*found.options, *found.arguments, *grammar.everywhere())
    return next(each for each in own if flag in each.spellings)


@pytest.mark.parametrize(
    ("command", "flag", "value"),
    [
        ("app list", "--env", "@environment"),
        ("app get", "--app", "@application"),
        ("app list", "--columns", "C"),
        ("app list", "--sort-by", "S"),
        ("app list", "--filter", "F"),
        ("app list", "--profile", "P"),
        ("app update", "--file", "/"),
        ("app update", "--name", ""),
        ("app update", "--dry-run", None),
        ("env create", "--mode", "#DEVELOPMENT PRODUCTION STAGING"),
    ],
)
def test_the_code_of_a_value(command, flag, value):
    found = option(command, flag).value
    if value and value.startswith("#"):
        assert set(value[1:].split()) <= set((found or "#")[1:].split())
    else:
        assert found == value


def test_every_format_is_a_word():
    words = option("app list", "-o").value or ""
    assert words.startswith("#table ")
    assert {"json", "ndjson", "yaml", "csv", "tsv", "name", "id"} <= set(words[1:].split())


def test_alternatives_are_told_by_the_option_that_selects_them():
    value = option("org credentials delete", "--credentials").value or ""
    assert value.startswith("@awsCredentials?--cloud=aws|")


def test_alternatives_without_an_option_are_told_by_their_parents():
    value = option("var delete", "--var").value or ""
    assert set(value[1:].split("|")) >= {"applicationVariable", "projectVariable"}
    assert "?" not in value


def test_a_switch_of_a_body_can_be_turned_off():
    spelled = option("app update", "--auto-preview")
    assert "--no-auto-preview" in spelled.shown
    assert spelled.value is None


def test_the_long_flags_of_the_other_program_are_accepted_and_not_shown():
    spelled = option("app list", "--environment")
    assert "--environment" in spelled.accepted
    assert "--environment" not in spelled.shown


def test_hidden_children_are_understood_and_not_shown():
    root, *_ = grammar.groups()
    assert root.name == ""
    assert root.aliases["application"] == "app"
    assert "application" not in dict(root.children)


def test_every_option_is_told_in_a_few_words():
    for command in grammar.commands():
        assert all(each.summary for each in (*command.options, *command.arguments))
