import pytest

from qovery_cli.cli import command_table
from qovery_cli.completion import grammar


def option(command: str, flag: str):
    found = grammar.command(command_table.command(command))
    all_options = (*found.options, *found.arguments, *grammar.everywhere())
    return next(each for each in all_options if flag in each.spellings)


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
def test_value_code_matches_the_parameter(command, flag, value):
    found = option(command, flag).value
    if value and value.startswith("#"):
        assert set(value[1:].split()) <= set((found or "#")[1:].split())
    else:
        assert found == value


def test_output_formats_are_offered():
    words = option("app list", "-o").value or ""
    assert words.startswith("#table ")
    assert {"json", "ndjson", "yaml", "csv", "tsv", "name", "id"} <= set(words[1:].split())


def test_alternatives_name_their_selecting_option():
    value = option("org credentials delete", "--credentials").value or ""
    assert value.startswith("@awsCredentials?--cloud=aws|")


def test_alternatives_without_option_differ_by_parent():
    value = option("var delete", "--var").value or ""
    assert set(value[1:].split("|")) >= {"applicationVariable", "projectVariable"}
    assert "?" not in value


def test_body_flag_has_a_no_form():
    spelled = option("app update", "--auto-preview")
    assert "--no-auto-preview" in spelled.shown
    assert spelled.value is None


def test_alias_flags_are_accepted_but_not_offered():
    spelled = option("app list", "--environment")
    assert "--environment" in spelled.accepted
    assert "--environment" not in spelled.shown


def test_levels_are_named_only_where_the_command_has_more():
    clone = grammar.command(command_table.command("env clone"))
    assert clone.levels == ()
    assert option("env clone", "--to-project").levels == ("1.0.4",)
    assert option("env clone", "--mode").levels == ()
    metric = grammar.command(command_table.command("app metric cpu"))
    assert metric.levels == ("1.0.3",)
    assert all(each.levels == () for each in metric.options)


def test_every_option_has_a_summary():
    for command in grammar.commands():
        assert all(each.summary for each in (*command.options, *command.arguments))
