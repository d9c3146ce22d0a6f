"""A scope variable that is set but empty: no command goes on as if it were not set."""

import json

import pytest
from command_lines import Case, cases, whole_line
from fake_api import FakeApi
from fake_resources import be_there

from qovery_cli.catalog.resources import RESOURCES, by_parameter
from qovery_cli.cli.command_table import belongs
from qovery_cli.config.scope import VARIABLES

LEFT_OUT = [
    pytest.param(case, parameter, resource.kind, id=f"{case!r} {resource.kind}")
    for case in cases()
    # That one goes on to the host of the link in the answer.
    if case.row.command != "org billing invoice download"
    for parameter in case.row.parameters
    if parameter.where == "path" and belongs(parameter, case.position)
    for resource in [by_parameter(str(parameter.field), case.variant.operation)]
    if resource is not None and resource.kind in VARIABLES and parameter.variable
]


def without_scope(case: Case, kind: str) -> tuple[list[str], dict[str, str]]:
    """Return a line that leaves a kind, and all above it, to the profile, and its profile."""
    line = [*whole_line(case), *the_rest(case)]
    kept: dict[str, str] = {}
    for parameter in case.row.parameters:
        left_out = parameter.resource in {kind, *above(kind)} and parameter.where == "path"
        if left_out and belongs(parameter, case.position) and parameter.flag in line:
            place = line.index(str(parameter.flag))
            kept[str(parameter.resource)] = line[place + 1]
            line = [*line[:place], *line[place + 2 :]]
    return line, kept


def above(kind: str) -> list[str]:
    parent = RESOURCES[kind].parent
    return [parent, *above(parent)] if parent else []


def the_rest(case: Case) -> list[str]:
    more = {"var import": ["-"], "cluster kubeconfig update": ["--file", "-"]}
    return more.get(case.row.command, [])


@pytest.mark.parametrize(("case", "parameter", "kind"), LEFT_OUT)
def test_an_empty_variable_is_named(case, parameter, kind, ran, home, monkeypatch):
    api = FakeApi.instead_of_network(monkeypatch)
    be_there(api, case)
    line, scope = without_scope(case, kind)
    kept = {"version": 1, "profiles": {"default": scope}}
    home.write("config/config.json", json.dumps(kept))
    variable = VARIABLES[kind]
    for blank in ("", "  "):
        api.asked.clear()
        environ = {**api.environ, variable: blank}
        ended = ran(case.row.command, *line, stdin="A=b\n", env=environ)
        if case.row.changes:
            assert ended.code == 2, ended
            assert ended.sentence.startswith(f"{variable} is set but empty"), ended
            assert api.changes == []
        else:
            assert ended.code == 0, ended
            assert f"{variable} is set but empty: using " in ended.err, ended
            assert "from profile default" in ended.err


@pytest.mark.parametrize(("case", "parameter", "kind"), LEFT_OUT)
def test_an_option_makes_an_empty_variable_irrelevant(case, parameter, kind, ran, monkeypatch):
    api = FakeApi.instead_of_network(monkeypatch)
    be_there(api, case)
    line = [*whole_line(case), *the_rest(case)]
    codes = set()
    for more in ({VARIABLES[kind]: ""}, {}):
        ended = ran(case.row.command, *line, stdin="A=b\n", env={**api.environ, **more})
        assert "is set but empty" not in ended.err, ended
        codes.add(ended.code)
    assert len(codes) == 1, codes


def test_many_commands_were_tried():
    commands = {case.row.command for case, *_ in (one.values for one in LEFT_OUT)}
    assert {"app deploy", "env deploy", "app list", "var import", "cluster deploy"} <= commands
