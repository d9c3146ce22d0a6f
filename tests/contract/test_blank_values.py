"""A value that is given but empty is never taken for one that is not given."""

import json
import re

import pytest
from command_lines import body_schema, cases, needed, options, place, sure
from fake_api import FakeApi
from fake_resources import be_there

from qovery_cli import catalog
from qovery_cli.catalog.version_fields import VERSION_FIELDS
from qovery_cli.cli import command_table
from qovery_cli.cli.blank_values import is_version, names_target

BLANKS = ("", "  ", "\t")

#: Names with such a word in them that hold no version.
NO_VERSIONS = {
    "cloud_provider.container_registry.tags",
    "docker_target_build_stage",
    "templateVersion",
    "nginx.hpa.cpu_utilization_percentage_threshold",
}

NAMING = [
    pytest.param(row, parameter, id=f"{row.command} {parameter.flag}")
    for row in command_table.commands()
    for parameter in row.typed_parameters
    if names_target(parameter) and parameter.flag and not parameter.is_flag
]


@pytest.fixture
def api(monkeypatch):
    return FakeApi.instead_of_network(monkeypatch)


def version_paths(schema, path="", depth=0):
    """Yield the dotted paths of versions in a schema, lists with []."""
    target = catalog.resolve(schema)
    if depth > 8:
        return
    for inner in (*target.get("by_api", {}).values(), *target.get("one_of", ())):
        yield from version_paths(inner, path, depth + 1)
    if "items" in target:
        yield from version_paths(target["items"], f"{path}[]", depth + 1)
    for name, inner in target.get("properties", {}).items():
        where = f"{path}.{name}" if path else name
        if name in VERSION_FIELDS:
            yield where
        yield from version_paths(inner, where, depth + 1)


VERSIONS = [
    pytest.param(case, path, id=f"{case!r} {path}")
    for case in cases()
    if case.takes_body and not case.row.handler
    for path in dict.fromkeys(version_paths(body_schema(case)))
]


@pytest.mark.parametrize(("row", "parameter"), NAMING)
def test_an_empty_option_is_refused(row, parameter, api, ran):
    for blank in BLANKS:
        ended = ran(row.command, f"{parameter.flag}={blank}", env=api.environ)
        assert ended.code == 2, ended
        assert f"{parameter.flag} is empty." in ended.sentence, ended
        assert "variable of your script" in ended.hint
    assert api.asked == []


@pytest.mark.parametrize(("case", "path"), VERSIONS)
def test_an_empty_version_is_refused_by_every_way(case, path, api, ran, home):
    be_there(api, case)
    top = path.partition("[")[0]
    line = [*place(case), *sure(case)]
    # An option of the field or of an object around it would replace the version of a file.
    over = {str(p.flag) for field, p in options(case).items() if f"{top}.".startswith(f"{field}.")}
    for words in (words for flag, words in needed(case).items() if flag not in over):
        line += words
    for blank in BLANKS:
        body = nested(path, blank)
        home.write("body.json", json.dumps(body))
        home.write("body.yaml", f"{json.dumps(body)}\n")
        step = path.replace("[]", "[0]")
        ways = [("-f", "body.json"), ("-f", "body.yaml"), ("--set", f"{step}={blank}")]
        for way in [*ways, ("--no-validate", "-f", "body.json"), *list_ways(case, path, blank)]:
            ended = ran(case.row.command, *line, *way, env=api.environ)
            assert ended.code == 2, ended
            assert "is empty" in ended.sentence, ended
            assert path.rpartition(".")[2] in ended.sentence, ended
    assert api.changes == []


def nested(path, value):
    """Return an object with a value at a path, which goes into the first item of lists."""
    name, _, rest = path.partition(".")
    inner = nested(rest, value) if rest else value
    return {name.removesuffix("[]"): [inner]} if name.endswith("[]") else {name: inner}


def list_ways(case, path, blank):
    """Yield the option that takes ``key=value`` for a list of objects, with an empty version."""
    owner, _, name = path.rpartition(".")
    for field, parameter in options(case).items():
        if owner in {f"{field}[]", field} and parameter.type == "object":
            yield (f"{parameter.flag}={name}={blank}",)


def test_every_version_of_the_api_is_one_of_ours():
    """A new field whose name looks like a version is a decision to make."""
    looks = re.compile(r"commit_?id|(^|_)tag$|version$|digest|revision", re.IGNORECASE)
    for row in command_table.commands():
        for parameter in row.parameters:
            name = str(parameter.field).rpartition(".")[2]
            if parameter.where in {"body", "query"} and looks.search(name):
                assert is_version(name) or parameter.field in NO_VERSIONS, (row.command, name)


@pytest.mark.parametrize("command", ["env deploy-services", "app deploy", "container deploy"])
def test_the_commands_that_deploy_a_version_are_among_them(command):
    tried = {one.values[0].command for one in NAMING}
    tried |= {one.values[0].row.command for one in VERSIONS}
    assert command in tried
