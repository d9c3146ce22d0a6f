"""The tables of completion have the commands of ``qovery commands``, and the scripts read them."""

import re
import subprocess
from collections.abc import Iterable

import pytest
from completion_tables import Row, Tables
from shells import skip_without

from qovery_cli.catalog.resources import RESOURCES
from qovery_cli.cli import command_table
from qovery_cli.codegen.completion.tables import option_row
from qovery_cli.completion import grammar, scripts
from qovery_cli.config.scope import FLAGS, LEVELS, VARIABLES

#: What can follow the bar of an option's specification.
VALUE = re.compile(r"#[^|]*|C|S|F|P|/|@[^ ]+|")

#: How a shell starts a process inside a line: $(...), but not what is calculated or read from a
#: file, `...`, or a pipe, but not between patterns.
FORKS = re.compile(r"\$\((?![(<])|(?<!\\)`| \| (?!.*\))")

MAX_LINES = 350
MAX_BYTES = 8192


@pytest.fixture(scope="module")
def tables() -> Tables:
    return Tables(scripts.tables())


@pytest.fixture(scope="module")
def options(tables: Tables) -> list[Row]:
    """Every option and argument of the tables."""
    own = (row for each in tables.commands.values() for row in (*each.arguments, *each.options))
    return [*tables.everywhere, *tables.root, *tables.shared, *own]


@pytest.fixture
def listed(ran):
    """The rows of ``qovery commands`` by the name of the command, without those of ``api``.

    An operation without a command of its own is listed as ``api --operation NAME``.
    """
    found = {}
    for row in ran("commands -o json").json:
        if row["command"].startswith("api --operation "):
            continue
        found.setdefault(row["command"], []).append(row)
    return found


def test_tables_have_the_commands_that_are_listed_and_the_hidden_ones(tables: Tables, listed):
    hidden = {row.command for row in command_table.commands() if row.hidden}
    assert set(tables.commands) == set(listed) | hidden


def test_tables_have_the_options_and_values_that_are_listed(tables: Tables, listed):
    missing = []
    for name, variants in listed.items():
        table = tables.commands[name]
        by_flag = {flag: row for row in table.arguments + table.options for flag in row.spellings}
        for parameter in (parameter for row in variants for parameter in row["parameters"]):
            if parameter["flag"] is None:
                continue
            row = by_flag.get(parameter["flag"], Row("", ""))
            words = {word.strip() for word in parameter["enum"] or [] if word}
            known = set((row.value or "#")[1:].split())
            repeatable = row.words.startswith("*")
            if repeatable != parameter["repeatable"] or not words <= known or not row.words:
                missing.append((name, parameter["flag"], row))
    assert missing == []


def test_tables_have_the_arguments_in_their_order(tables: Tables, listed):
    for name in listed:
        expected = [p for p in command_table.command(name).typed_parameters if p.kind == "argument"]
        arguments = tables.commands[name].arguments
        assert len(arguments) == len(expected)
        for row, parameter in zip(arguments, expected, strict=True):
            assert parameter.flag is None or parameter.flag in row.spellings


def test_tables_have_the_columns_of_each_command(tables: Tables):
    for row in command_table.commands():
        headers = [spec.partition("=")[0].strip() for spec in (*row.columns, *row.wide)]
        assert tables.commands[row.command].columns == headers


def test_tables_are_the_whole_grammar(tables: Tables):
    assert len(tables.commands) == len(grammar.commands())
    for command in grammar.commands():
        table = tables.commands[command.name]
        assert fields(table.arguments) == rows(command.arguments)
        assert sorted(fields(table.options)) == sorted(rows(command.options))
    assert fields(tables.everywhere) == rows(grammar.everywhere())
    assert fields(tables.root) == rows(grammar.at_root())


def fields(table: list[Row]) -> list[tuple[str, str]]:
    return [(row.words, row.summary) for row in table]


def rows(options: Iterable[grammar.Option]) -> list[tuple[str, str]]:
    lines = (option_row(option).split("\t") for option in options)
    return [(words, summary) for words, summary, *_ in lines]


def test_a_reference_means_one_shared_option(tables: Tables):
    firsts = [re.split("[ ;]", row.words)[0] for row in tables.shared]
    assert len(set(firsts)) == len(firsts)
    used = [
        row for each in tables.commands.values() for row in each.options if row in tables.shared
    ]
    assert len(used) > 3 * len(tables.commands)


def test_an_index_has_each_child_of_its_group_with_its_aliases(tables: Tables):
    groups = dict(tables.groups)

    def check(group: command_table.GroupSpec, name: str) -> None:
        expected = [
            " ".join((f"-{each.name}" if each.hidden else each.name, *each.aliases))
            for each in group.children.values()
        ]
        assert [row.words for row in groups.pop(name)] == expected
        for child in group.children.values():
            if child.is_group:
                check(child, f"{name} {child.name}".strip())

    check(command_table.index(), "")
    assert groups == {}


def test_rows_name_the_levels_that_lack_them(tables: Tables):
    group = {row.words: row.lacking for row in tables.groups["app"]}
    assert group["metric"] == ("1.0.4",)
    assert group["list"] == ()
    (option,) = (row for row in tables.commands["env clone"].options if "to-project" in row.words)
    assert option.lacking == ("1.0.3",)


def test_a_row_that_every_level_lacks_does_not_exist(tables: Tables, options: list[Row]):
    rows = [*options, *(row for group in tables.groups.values() for row in group)]
    assert {row.lacking for row in rows} == {(), ("1.0.3",), ("1.0.4",)}


def test_summaries_are_texts_that_every_shell_can_show(options: list[Row]):
    # zsh tells flags from summaries by the "-" in front, and counts bytes; "!" is for levels.
    assert all(re.fullmatch(r"[^-!\t\n][^\t\n]*", row.summary) for row in options)
    assert all(row.summary.isascii() for row in options)


def test_words_are_safe_in_a_path_and_in_a_pattern(tables: Tables, options: list[Row]):
    rows = [row for group in tables.groups.values() for row in group]
    names = {word for row in rows for word in row.words.split()}
    assert all(re.fullmatch(r"-?[a-z0-9][a-z0-9-]*", name) for name in names)
    flags = {flag for row in options for flag in row.spellings}
    assert all(re.fullmatch(r"--?[A-Za-z0-9][a-z0-9-]*", flag) for flag in flags)
    columns = {column for each in tables.commands.values() for column in each.columns}
    assert all(re.fullmatch(r"[A-Za-z0-9_ ()%./-]+", column) for column in columns)


def test_every_value_has_a_meaning_that_the_scripts_know(options: list[Row]):
    for row in options:
        assert row.words.count("|") <= 1 or "|@" in row.words
        assert row.value is None or VALUE.fullmatch(row.value)


def test_every_kind_of_a_value_has_a_list_in_its_parent(options: list[Row]):
    for row in options:
        if not (row.value or "").startswith("@"):
            continue
        for code in str(row.value)[1:].split("|"):
            for pair in code.partition("?")[0].split("+"):
                kind, _, parent = pair.partition(":")
                assert not RESOURCES[kind].singleton
                assert parent == (RESOURCES[kind].parent or "")
                assert parent in {"", *LEVELS}


def test_the_scope_has_every_level_after_its_parent(tables: Tables):
    assert [row[0] for row in tables.scope] == list(LEVELS)
    assert [row[2] for row in tables.scope] == list(FLAGS.values())
    assert [row[3] for row in tables.scope] == list(VARIABLES.values())
    known = {"-"}
    for level, parent, *_ in tables.scope:
        assert parent in known
        known.add(level)


def test_no_file_is_larger_than_a_shell_reads_at_once():
    sizes = {path.name: path.stat().st_size for path in scripts.tables().rglob("*.tsv")}
    assert max(sizes.values()) < MAX_BYTES


@pytest.mark.parametrize("name", scripts.FILES)
def test_a_script_is_short(name):
    file = scripts.folder() / scripts.FILES[name]
    assert file.read_text(encoding="utf-8").count("\n") <= MAX_LINES


@pytest.mark.parametrize("name", scripts.FILES)
def test_a_script_names_no_command_and_no_option_of_one(name, tables: Tables):
    """All that it knows of the commands comes from the tables."""
    text = (scripts.folder() / scripts.FILES[name]).read_text(encoding="utf-8")
    assert (
        set(re.findall(r"--[a-z][a-z-]+", text))
        & {flag for row in tables.commands["app create"].options for flag in row.spellings}
        == set()
    )
    assert not {level for level in LEVELS if re.search(rf"\b{level}\b", text)}


@pytest.mark.parametrize("name", ["bash", "zsh"])
def test_only_the_question_to_the_program_starts_a_process(name):
    text = scripts.text(name)
    _, asking, rest = text.partition("_qovery_ask() {\n")
    assert asking
    outside = text.replace(rest.partition("\n}\n")[0], "")
    code = (line.partition("# ")[0] for line in outside.splitlines())
    assert [line for line in code if FORKS.search(line)] == []


@pytest.mark.parametrize("name", ["bash", "zsh", "fish"])
def test_the_shell_itself_finds_no_fault_in_its_script(name):
    skip_without(name)
    file = scripts.folder() / scripts.FILES[name]
    subprocess.run([name, "-n", str(file)], check=True, capture_output=True)


@pytest.mark.parametrize("name", scripts.FILES)
def test_another_name_of_the_program_is_all_that_differs(name):
    ours, theirs = scripts.text(name), scripts.text(name, "qov")
    differing = [
        (a, b) for a, b in zip(ours.splitlines(), theirs.splitlines(), strict=True) if a != b
    ]
    assert differing
    assert all(re.sub(r"\bqovery\b", "qov", a, count=1) == b for a, b in differing)


@pytest.mark.parametrize("name", scripts.FILES)
def test_the_folder_of_the_tables_is_written_into_one_line(name):
    packaged = (scripts.folder() / scripts.FILES[name]).read_text(encoding="utf-8").splitlines()
    written = scripts.text(name).splitlines()
    ((before, after),) = [
        pair for pair in zip(packaged, written, strict=True) if pair[0] != pair[1]
    ]
    assert scripts.TABLES in before
    assert after.endswith(f"'{scripts.tables().as_posix()}'")
