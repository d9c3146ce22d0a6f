"""Every script of completion knows the commands that ``qovery commands`` lists, and no others."""

import re
import subprocess

import pytest
from script_trees import READERS, ScriptTree
from shells import skip_without

from qovery_cli.catalog.resources import RESOURCES
from qovery_cli.cli import command_table
from qovery_cli.codegen.completion.script_tables import specification
from qovery_cli.completion import grammar, scripts

#: What stands behind the bar of an option's specification.
VALUE = re.compile(r"#[^|]*|C|S|F|P|/|@[^ ]+|")

#: How a shell starts a process inside a line: $(...), but not what is calculated or read from a
#: file, `...`, or a pipe, but not between patterns.
FORKS = re.compile(r"\$\((?![(<])|(?<!\\)`| \| (?!.*\))")


@pytest.fixture(scope="module", params=READERS)
def shell(request) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def tree(shell: str) -> ScriptTree:
    return READERS[shell](scripts.text(shell))


@pytest.fixture
def listed(ran):
    """What other programs are told of all commands, by name."""
    found = {}
    for row in ran("commands -o json").json:
        found.setdefault(row["command"], []).append(row)
    return found


def spellings(spec: str) -> list[str]:
    return re.split("[ ;]", spec.lstrip("*").partition("|")[0])


def value(spec: str) -> str | None:
    return spec.partition("|")[2] if "|" in spec else None


def test_a_script_has_the_commands_that_are_listed(tree: ScriptTree, listed):
    assert set(tree.commands) == set(listed)


def test_a_script_has_the_options_and_values_that_are_listed(tree: ScriptTree, listed):
    missing = []
    for name, variants in listed.items():
        options, arguments, _ = tree.commands[name]
        by_flag = {flag: spec for spec in options + arguments for flag in spellings(spec)}
        for parameter in (parameter for row in variants for parameter in row["parameters"]):
            if parameter["flag"] is None:
                continue
            spec = by_flag.get(parameter["flag"])
            words = {word for word in parameter["enum"] or [] if word}
            known = set((value(spec or "") or "#")[1:].split())
            repeatable = (spec or "").startswith("*")
            if spec is None or repeatable != parameter["repeatable"] or not words <= known:
                missing.append((name, parameter["flag"], spec))
    assert missing == []


def test_a_script_has_the_arguments_that_are_listed_in_their_order(tree: ScriptTree, listed):
    for name in listed:
        expected = [p for p in command_table.command(name).typed_parameters if p.kind == "argument"]
        _, arguments, _ = tree.commands[name]
        assert len(arguments) == len(expected)
        for spec, parameter in zip(arguments, expected, strict=True):
            assert parameter.flag is None or parameter.flag in spellings(spec)


def test_a_script_has_the_columns_of_each_command(tree: ScriptTree):
    for row in command_table.commands():
        headers = [spec.partition("=")[0].strip() for spec in (*row.columns, *row.wide)]
        assert tree.commands[row.command][2] == headers


def test_a_script_is_the_whole_grammar(tree: ScriptTree):
    for group in grammar.groups():
        kids = [name for name, _ in group.children]
        assert tree.groups.pop(group.name) == (kids, dict(group.aliases))
    assert tree.groups == {}
    for command in grammar.commands():
        assert tree.commands[command.name] == (
            [specification(option) for option in command.options],
            [specification(option) for option in command.arguments],
            list(command.columns),
        )
    started = (*grammar.everywhere(), *grammar.at_root())
    assert tree.start == [specification(option) for option in started]


def test_a_script_says_what_options_are_for_where_the_shell_shows_it(tree: ScriptTree, shell):
    assert bool(tree.about) == (shell != "bash")
    # zsh tells flags from what they are for by the "-" in front, and counts bytes.
    assert all(re.fullmatch(r"[^-\t\n][^\t\n]*", about) for about in tree.about.values())
    assert all(about.isascii() for about in tree.about.values())


def test_every_value_has_a_meaning_that_the_scripts_know(tree: ScriptTree):
    for options, arguments, _ in tree.commands.values():
        for spec in options + arguments:
            assert spec.count("|") <= 1 or "|@" in spec
            assert value(spec) is None or VALUE.fullmatch(value(spec) or "")


def test_every_kind_that_a_value_names_is_a_resource_with_a_list():
    for command in grammar.commands():
        for option in (*command.options, *command.arguments):
            if (option.value or "").startswith("@"):
                codes = str(option.value)[1:].split("|")
                kinds = [kind for code in codes for kind in code.partition("?")[0].split("+")]
                assert not any(RESOURCES[kind].singleton for kind in kinds)


@pytest.mark.parametrize("name", ["bash", "zsh"])
def test_nothing_but_the_question_starts_a_process(name):
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


@pytest.mark.parametrize("name", READERS)
def test_another_name_of_the_program_is_all_that_differs(name):
    ours, theirs = scripts.text(name), scripts.text(name, "qov")
    differing = [
        (a, b) for a, b in zip(ours.splitlines(), theirs.splitlines(), strict=True) if a != b
    ]
    assert differing
    assert all(re.sub(r"\bqovery\b", "qov", a, count=1) == b for a, b in differing)
