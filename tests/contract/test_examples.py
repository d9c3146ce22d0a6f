"""Every example of every command is one that the program accepts."""

import re
import shlex

import pytest

from qovery_cli.cli import command_table, dispatch

#: What a shell takes away before the program sees its words.
_REDIRECTION = re.compile(r"\s+(<|>|\|).*$")
_SUBSTITUTION = re.compile(r'"[^"]*\$\((qovery [^)]*)\)[^"]*"')

CASES = [
    pytest.param(row, example, id=f"{row.command}-{number}")
    for row in command_table.commands()
    for number, example in enumerate(row.examples, 1)
]


def words(example: str) -> list[str]:
    """Return the words that the program gets when a shell runs the example."""
    inner = _SUBSTITUTION.search(example)
    line = inner[1] if inner else example.rpartition("| ")[2]
    program, *rest = shlex.split(_REDIRECTION.sub("", line))
    assert program == "qovery", example
    return rest


@pytest.fixture
def parsed(ran, monkeypatch):
    """Parse a line as the program does, and return the row and the values it came to."""
    seen = []

    def keep(row, values, shared, runtime):
        seen.append((row, dispatch.merge_positional_flags(row, values)))

    monkeypatch.setattr(dispatch, "run_command", keep)

    def parsed(line: list[str]):
        ended = ran("", *line)
        assert ended.code == 0, ended
        assert ended.out + ended.err == ""
        return seen.pop()

    return parsed


@pytest.mark.parametrize(("row", "example"), CASES)
def test_an_example_is_parsed_as_its_own_command(row, example, parsed):
    called, _ = parsed(words(example))
    assert called.command == row.command


@pytest.mark.parametrize(("row", "example"), CASES)
def test_an_example_gives_values_that_are_on_offer(row, example, parsed):
    _, values = parsed(words(example))
    for parameter in row.parameters:
        if parameter.enum and not parameter.format and parameter.name in values:
            given = values[parameter.name]
            offered = {choice.casefold() for choice in parameter.enum}
            for one in given if parameter.repeatable else [given]:
                assert str(one).casefold() in offered, parameter.flag


@pytest.mark.parametrize(("row", "example"), CASES)
def test_an_example_sets_numbers_without_a_unit_as_numbers(row, example, parsed):
    _, values = parsed(words(example))
    for parameter in row.parameters:
        plain = not parameter.unit and not parameter.format
        if parameter.type in {"integer", "number"} and plain:
            float(values.get(parameter.name, 0))


def test_every_create_command_shows_all_that_it_demands():
    """The examples together give every required option, or read a file."""
    for row in command_table.commands():
        if row.kind != "create" or not row.variants:
            continue
        typed = " ".join(row.examples)
        demanded = [p for p in row.parameters if p.where == "body" and p.required]
        lacking = [
            str(p.flag)
            for p in demanded
            if p.kind == "option" and str(p.flag) not in typed and not p.secret
        ]
        assert lacking == [] or " -f " in typed or "--file" in typed, f"{row.command}: {lacking}"
