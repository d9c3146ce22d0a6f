"""A scope that is missing: signing in comes first, and its hint names options that work."""

import re

import pytest
from command_lines import Case, needed, selector
from fake_api import FakeApi

from qovery_cli.cli import command_table
from qovery_cli.cli.command_table import CommandSpec, belongs

#: Each command with each of its operations, or alone; a sandbox would run until it is stopped.
CASES = [
    pytest.param(row, position, id=f"{row.command} {position}")
    for row in command_table.commands()
    if row.words[0] != "sandbox"
    for position in (range(len(row.variants)) if row.variants else [None])
]

FLAG = re.compile(r"--[a-z][a-z-]*")


@pytest.fixture
def api(monkeypatch):
    made = FakeApi.instead_of_network(monkeypatch)
    made.answers["listOrganization"] = {"results": [{"id": "o", "name": "acme"}]}
    return made


def arguments(row: CommandSpec, position: int | None) -> list[str]:
    """Return the words of a line that names what must be given, and no scope."""
    if position is None or row.handler:
        typed = [p for p in row.parameters if p.kind == "argument"]
        return ["thing" if p.resource else "A=b" for p in typed]
    case = Case(row, position, row.variants[position].api[-1])
    words = selector(case.variant)
    for parameter in row.parameters:
        if parameter.kind == "argument" and parameter.where == "path":
            words += [str(parameter.flag), "thing"] if belongs(parameter, position) else []
    return [*words, *(word for each in needed(case).values() for word in each)]


def flags(row: CommandSpec) -> set[str]:
    """Return all options of a command."""
    return {flag for p in row.typed_parameters for flag in (str(p.flag), *p.aliases)}


def hinted(ended) -> list[str] | None:
    """Return the options that the error of a missing scope names, None for another end."""
    if ended.code != 2 or not re.search(
        r"No (?!setting|shell).* specified\.|requires a scope", ended.sentence
    ):
        return None
    return list(dict.fromkeys(FLAG.findall(f"{ended.sentence} {ended.hint}")))


@pytest.mark.parametrize(("row", "position"), CASES)
def test_every_option_that_a_hint_names_is_accepted(row, position, api, ran):
    level = row.variants[position].api[-1] if position is not None else "1.0.4"
    api.level = level
    signed_out = {name: v for name, v in api.environ.items() if name != "QOVERY_API_TOKEN"}
    lines: list[list[str]] = [arguments(row, position)]
    seen: set[frozenset[str]] = set()
    while lines:
        line = lines.pop()
        ended = ran(row.command, *line, stdin="A=b\n", env=api.environ)
        options = hinted(ended)
        if options is None:
            continue
        assert options, ended
        assert set(options) <= flags(row), ended
        assert api.changes == []
        without_token = ran(row.command, *line, stdin="A=b\n", env=signed_out)
        assert without_token.code == 3, without_token
        assert "qovery auth login" in without_token.hint
        for option in options:
            longer = [*line, option, "thing"]
            if option not in line and frozenset(longer) not in seen:
                seen.add(frozenset(longer))
                lines.append(longer)


def test_a_copy_of_an_environment_is_looked_up_in_the_project_of_its_original(api, ran):
    api.level = "1.0.4"
    project = {"id": "p", "name": "shop", "organization": {"id": "o"}}
    api.answers["listProject"] = {"results": [project]}
    api.answers["listEnvironment"] = {"results": [{"id": "e", "name": "staging"}]}
    api.answers["listServicesByOrganizationId"] = api.answers[
        "listEnvironmentsByOrganizationId"
    ] = []
    ended = ran("env clone staging --project shop --name copy", env=api.environ)
    assert ended.code == 0, ended
    assert [one.path for one in api.changes] == ["/environment/e/clone"]


SKELETONS = [one for one in CASES if "skeleton" in {p.name for p in one.values[0].parameters}]


@pytest.mark.parametrize(("row", "position"), SKELETONS)
def test_a_skeleton_needs_no_token(row, position, api, ran):
    variant = row.variants[position]
    words = [
        *(variant.when or "").split(),
        *(["thing"] if " " not in (variant.when or " ") else []),
    ]
    for level in variant.api:
        api.level = level
        environ = {name: v for name, v in api.environ.items() if name != "QOVERY_API_TOKEN"}
        ended = ran(row.command, *words, "--skeleton", env=environ)
        assert ended.code == 0 or "sends no body" in ended.sentence, ended
        assert api.asked == []
