import inspect
from types import SimpleNamespace
from typing import Literal, get_args

import pytest

from qovery_cli.cli.command_table import ParameterSpec
from qovery_cli.cli.typer_adapter import (
    converter,
    declaration,
    flags,
    mentioned_parameters,
    plain_type,
    positional_flags,
    with_signature,
)


def option(name="x", **more):
    return ParameterSpec(name, "option", more.pop("where", "body"), f"--{name}", **more)


def test_body_flag_has_a_no_form():
    assert flags(option(type="boolean")) == ["--x/--no-x"]


def test_engine_flag_has_no_no_form():
    assert flags(option(type="boolean", where="cli", short="-x")) == ["-x", "--x"]


def test_aliases_are_included_in_the_spellings():
    assert flags(option(aliases=("--long-x",))) == ["--x", "--long-x"]


def test_list_of_booleans_is_not_a_flag():
    assert flags(option(type="boolean", repeatable=True)) == ["--x"]


def test_api_values_are_strings_for_typer():
    assert plain_type(option(type="integer")) is str
    assert plain_type(option(enum=("a", "b"))) is str


def test_engine_values_have_their_type():
    assert plain_type(option(type="integer", where="cli")) is int
    assert plain_type(option(enum=("a", "b"), where="cli")) == Literal["a", "b"]


def test_all_parameters_are_optional():
    for row in (option(required=True), ParameterSpec("y", "argument", "path", required=True)):
        found = declaration(row)
        assert found.default is None
        assert type(None) in get_args(get_args(found.annotation)[0])


def test_missing_values_are_not_passed_on():
    seen = []
    rows = [option("a"), option("b"), option("c", repeatable=True), option("d", type="boolean")]
    command = with_signature(lambda _, values: seen.append(values), rows)
    command(SimpleNamespace(), a=None, b="", c=[], d=False)
    assert seen == [{"b": "", "d": False}]
    assert list(inspect.signature(command).parameters) == ["ctx", "a", "b", "c", "d"]


def test_argument_with_flag_has_a_flag_option():
    rows = [ParameterSpec("app", "argument", "path", "--app", aliases=("--application",)), option()]
    (twin,) = positional_flags(rows)
    assert (twin.name, twin.flag, twin.aliases) == ("app__flag", "--app", ("--application",))


OUTPUT = ParameterSpec("output", "option", "cli", "--output", short="-o")
CPU = ParameterSpec("cpu", "option", "body", "--cpu", aliases=("--millicores",))
PUBLIC = ParameterSpec("public", "option", "body", "--public", type="boolean")
NAME = ParameterSpec("name", "argument", "body", "--name")


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("", ["name"]),
        ("api", ["name"]),
        ("api -o json", ["output", "name"]),
        ("api --cpu=5", ["cpu", "name"]),
        ("api --millicores 5 --no-public", ["cpu", "public", "name"]),
        ("-- --cpu", ["cpu", "name"]),
        ("- --", ["name"]),
    ],
)
def test_only_mentioned_options_are_declared(line, names):
    found = mentioned_parameters([OUTPUT, CPU, PUBLIC, NAME], line.split())
    assert [row.name for row in found] == names


@pytest.mark.parametrize("line", ["--cpus 5", "-ojson", "--cpu -5", "--help", "-x"])
def test_all_options_are_declared_for_an_unknown_word(line):
    everything = [OUTPUT, CPU, PUBLIC, NAME]
    assert mentioned_parameters(everything, line.split()) == everything


@pytest.mark.parametrize("typed", ["GET", "get", "Get"])
def test_choice_is_case_insensitive(typed):
    assert converter(Literal["GET", "POST"])(typed) == "GET"


def test_invalid_choice_error_lists_the_choices():
    with pytest.raises(ValueError, match="'PATCH' is not one of GET, POST"):
        converter(Literal["GET", "POST"] | None)("PATCH")


@pytest.mark.parametrize(("kind", "typed", "value"), [(int, "7", 7), (str, "7", "7")])
def test_word_is_converted_to_its_type(kind, typed, value):
    assert converter(list[kind] | None)(typed) == value


def test_invalid_integer_is_rejected():
    with pytest.raises(ValueError, match="'x' is not an integer"):
        converter(int)("x")
