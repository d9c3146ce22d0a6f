"""What every command of the table promises: help, words, flags."""

import re

import pytest

from qovery_cli import main
from qovery_cli.cli import command_table, global_options
from qovery_cli.cli import help as pages
from qovery_cli.cli.command_table import CommandSpec, GroupSpec

ROWS = command_table.commands()
FLAG = re.compile(r"--[a-z0-9]+(-[a-z0-9]+)*")
SHARED = {
    flag
    for row in (*global_options.SHARED, global_options.HELP)
    for flag in (row.flag, row.short, *row.aliases)
    if flag
}


def each_row(test):
    return pytest.mark.parametrize("row", ROWS, ids=lambda row: row.command)(test)


def each_worded_row(test):
    """Run for the commands that have words of their own: not for those derived from the API."""
    rows = [row for row in ROWS if not row.by_rule]
    return pytest.mark.parametrize("row", rows, ids=lambda row: row.command)(test)


def groups() -> list[tuple[str, ...]]:
    def below(group: GroupSpec, path: tuple[str, ...]) -> list[tuple[str, ...]]:
        deeper = [
            found
            for child in group.children.values()
            if child.is_group
            for found in below(child, (*path, child.name))
        ]
        return [path, *deeper]

    return below(command_table.index(), ())


def spellings(row: CommandSpec) -> list[str]:
    """Return every spelling of every option of a command."""
    found = []
    for parameter in row.typed_parameters:
        longs = [flag for flag in (parameter.flag, *parameter.aliases) if flag]
        both = parameter.is_flag and parameter.where in {"body", "query"}
        found += [*longs, *(f"--no-{flag[2:]}" for flag in longs if both)]
        found += [parameter.short] if parameter.short else []
    return found


def commands_of(page: str) -> list[str]:
    return [line.strip() for line in page.splitlines()]


@each_row
def test_help_is_the_same_from_the_table_and_through_typer(row, ran):
    quick = main._help_page([*row.words, "--help"])
    whole = ran(f"{row.command} --help")
    assert whole.code == 0, whole
    assert whole.out == quick
    assert whole.err == ""


@pytest.mark.parametrize("path", groups(), ids=" ".join)
def test_help_of_a_group_is_the_same_from_the_table_and_through_typer(path, ran):
    quick = main._help_page([*path, "-h"])
    whole = ran(" ".join(path), "-h")
    assert whole.code == 0, whole
    assert whole.out == quick


@each_row
def test_help_names_the_command_and_its_options(row):
    page = pages.command_page(row, 100)
    assert page.startswith(row.summary + "\n")
    assert f"qovery {row.command} " in page
    for parameter in row.parameters:
        if not parameter.hidden and parameter.flag and parameter.kind == "option":
            assert f"{parameter.flag}" in page


@each_row
def test_help_fits_the_width(row):
    rest, _, examples = pages.command_page(row, 100).partition("\nExamples:\n")
    assert [line for line in rest.splitlines() if len(line) > 100] == []
    assert all(line.startswith("  ") for line in examples.splitlines())


@each_row
def test_the_summary_is_one_short_sentence(row):
    assert row.summary.endswith(".")
    assert not row.summary.endswith("..")
    assert row.summary[0].isupper()
    assert "\n" not in row.summary
    assert len(row.summary) <= 70


@each_worded_row
def test_there_is_an_example(row):
    assert row.examples


@each_row
def test_flags_are_kebab_case(row):
    wrong = [flag for flag in spellings(row) if flag.startswith("--") and not FLAG.fullmatch(flag)]
    assert wrong == []


@each_row
def test_short_flags_are_one_letter(row):
    shorts = [flag for flag in spellings(row) if not flag.startswith("--")]
    assert [flag for flag in shorts if not re.fullmatch(r"-[a-zA-Z]", flag)] == []


@each_row
def test_no_flag_means_two_things(row):
    found = spellings(row)
    assert sorted(found) == sorted(set(found))


#: Where the name of what the API calls ``query`` or the like would be hidden by a shared option.
OWN_MEANING: dict[tuple[str, str], str] = {
    ("api", "-f"): "as gh and curl users know it; api takes no body from --file",
}


@each_row
def test_no_flag_is_a_shared_one(row):
    assert sorted(set(spellings(row)) & SHARED) == []


@each_row
def test_the_short_flags_mean_the_same_everywhere(row):
    meaning = {"-w": "wait", "-y": "yes", "-f": "file"}
    wrong = [
        f"{p.short} is {p.flag}"
        for p in row.parameters
        if p.short in meaning and p.name != meaning[p.short]
        if (row.command, p.short) not in OWN_MEANING
    ]
    assert wrong == []


@each_row
def test_a_parameter_is_an_argument_or_an_option_with_a_flag(row):
    for parameter in row.parameters:
        assert parameter.kind in {"argument", "option"}
        assert parameter.where in {"path", "query", "body", "cli"}
        assert parameter.kind == "argument" or parameter.flag, parameter.name
        assert parameter.where == "cli" or parameter.field, parameter.name
        assert parameter.type in {
            "string",
            "integer",
            "number",
            "boolean",
            "object",
            "array",
            "any",
        }


@each_row
def test_only_one_argument_takes_many_words_and_it_is_the_last(row):
    arguments = [p for p in row.parameters if p.kind == "argument"]
    assert not any(p.repeatable for p in arguments[:-1])


@each_row
def test_every_option_states_what_it_is(row):
    bare = [p.flag or p.name for p in row.parameters if not p.help and not p.hidden]
    assert bare == []


@each_worded_row
def test_the_words_of_an_option_have_one_style(row):
    for parameter in row.typed_parameters:
        words = parameter.help
        if parameter.hidden:
            continue
        assert words[0].isupper() or words.startswith("vSphere"), parameter.flag
        assert not words.endswith("."), parameter.flag
        assert len(words) <= 110, parameter.flag
        assert not re.search(r"\b(id|ids|Id|url|https?)\b(?![=:/])", words), parameter.flag


@each_worded_row
def test_no_two_options_of_a_command_say_the_same(row):
    said = [p.help for p in row.typed_parameters if not p.hidden]
    assert sorted({words for words in said if said.count(words) > 1}) == []


@each_worded_row
def test_number_states_its_unit_or_what_it_counts(row):
    for parameter in row.typed_parameters:
        if parameter.hidden or parameter.type not in {"integer", "number"} or parameter.format:
            continue
        assert re.search(
            rf"\b{parameter.unit or 'in'}\b|^(Number|Minimum number|Maximum number) of|^Port ",
            parameter.help,
        ), f"{parameter.flag}: {parameter.help}"


@each_row
def test_option_with_a_unit_states_it(row):
    for parameter in row.typed_parameters:
        assert (parameter.unit or "") in parameter.help, parameter.flag


@each_row
def test_help_shows_all_that_must_be_typed_in_the_usage(row):
    page = pages.command_page(row, 100)
    usage, _, _ = page.partition("\n\nArguments:")
    for parameter in row.typed_parameters:
        demanded = parameter.required and not parameter.variable and not parameter.secret
        if parameter.hidden:
            continue
        selectors = [row.variants[i].when for i in parameter.variants if row.variants]
        if demanded and selectors and all(selectors):
            (line,) = re.findall(rf"^ +{parameter.flag} .*(?:\n {{20,}}.*)*", page, re.M)
            flag = str(selectors[0]).split()[0]
            values = " or ".join(str(selector).split()[1] for selector in selectors)
            assert f"required with {flag} {values}" in " ".join(line.split())
        elif demanded and parameter.kind == "option":
            assert f"{parameter.flag} " in usage
        elif demanded:
            assert f"[{parameter.metavar}" not in usage


@pytest.mark.parametrize("row", [r for r in ROWS if r.kind == "list"], ids=lambda r: r.command)
def test_a_list_has_columns(row):
    assert row.columns


#: What the API counts in: the end of a field's name, and how a header says it.
UNITS = {
    "in_mb": "MB",
    "in_gb": "GB",
    "in_percent": "%",
    "in_cents": "cents",
    "in_seconds": "seconds",
    "in_number": "millicores",
    "cpu": "millicores|CPUs",
    "memory": "MB",
    "disk_size": "GB",
    "storage.size": "GB",
}


@each_row
def test_column_of_amounts_states_their_unit(row):
    for spec in (*row.columns, *row.wide):
        header, _, path = spec.partition("=")
        for end, unit in UNITS.items():
            counted = path or header
            if counted == end or counted.endswith(("_" + end, "." + end)):
                assert re.search(unit, header), spec


@each_row
def test_what_changes_something_can_be_rehearsed(row):
    names = {p.name for p in row.parameters}
    if row.changes:
        assert {"dry_run", "explain"} <= names
    else:
        assert not {"dry_run", "explain"} & names


@each_row
def test_what_asks_can_be_answered_by_a_flag(row):
    names = {p.name for p in row.parameters}
    asks = row.confirm is not None or row.confirm_production
    assert ({"yes", "confirm"} <= names) == asks


@each_row
def test_what_can_wait_has_a_limit(row):
    names = {p.name for p in row.parameters}
    assert ("wait" in names) == (row.wait is not None) == ("timeout" in names)


@pytest.mark.parametrize("row", [r for r in ROWS if r.kind == "delete"], ids=lambda r: r.command)
def test_delete_asks_first(row):
    assert row.confirm in {"yes", "name"}


def test_siblings_have_names_and_aliases_of_their_own():
    def check(group: GroupSpec) -> None:
        taken = [word for child in group.children.values() for word in (child.name, *child.aliases)]
        assert sorted(taken) == sorted(set(taken)), group.name
        for child in group.children.values():
            check(child)

    check(command_table.index())


def test_every_group_states_what_it_is():
    def check(group: GroupSpec) -> None:
        assert group.summary.endswith("."), group.name
        assert len(group.summary) <= 70
        for child in group.children.values():
            check(child)

    check(command_table.index())


def test_the_long_words_are_accepted():
    long = {
        "organization": "org",
        "environment": "env",
        "application": "app",
        "database": "db",
        "variable": "var",
    }
    for word, short in long.items():
        found = pages.find_child(command_table.index(), word)
        assert found is not None, word
        assert found.name == short


@pytest.mark.parametrize(
    ("long", "short"),
    [
        ("--organization", "--org"),
        ("--environment", "--env"),
        ("--application", "--app"),
        ("--database", "--db"),
        ("--watch", "--wait"),
    ],
)
def test_the_long_flags_are_accepted_wherever_the_short_ones_are(long, short):
    lacking = [
        row.command
        for row in ROWS
        for parameter in row.parameters
        if short == parameter.flag and long not in parameter.aliases
    ]
    assert lacking == []


def test_a_summary_belongs_to_one_command_only():
    said = [row.summary for row in ROWS]
    assert sorted({text for text in said if said.count(text) > 1}) == []
