"""Options that name a resource take its name at the levels that can list it, and its ID always."""

import pytest
from command_lines import (
    MISSING,
    Case,
    at,
    body_schema,
    cases,
    fact,
    line_for,
    options,
    some_id,
    whole_line,
)
from fake_api import FakeApi

from qovery_cli import catalog
from qovery_cli.catalog.resources import RESOURCES
from qovery_cli.cli import command_table
from qovery_cli.cli.command_table import belongs
from qovery_cli.completion.grammar import command

SCOPE = {f"QOVERY_{kind.upper()}": some_id(kind) for kind in ("organization", "project")}
SCOPE["QOVERY_ENVIRONMENT"] = some_id("environment")


def choices(case, parameter):
    """Return the values that decide the kind of a name at a level, each with the kind."""
    if not parameter.resource_by:
        return []
    seen = fact(body_schema(case), parameter.resource_by, case.level)
    return [(value, parameter.resources[value]) for value in seen["enum"]]


BODY = [
    pytest.param(case, path, kind, key, id=f"{case!r} {path} {key or kind}")
    for case in cases()
    if case.takes_body and not case.row.handler
    for path, parameter in options(case).items()
    if not parameter.hidden
    for kind, key in (
        *([(parameter.resource, None)] if parameter.resource else ()),
        *((kind, choice) for choice, kind in choices(case, parameter)),
        *((kind, name) for name, kind in parameter.keys.items()),
    )
]

QUERY = [
    pytest.param(case, parameter, id=f"{case!r} {parameter.flag}")
    for case in cases()
    if not case.row.handler
    for parameter in case.row.parameters
    if parameter.where == "query" and parameter.resource
    if belongs(parameter, case.position)
    if case.level in (parameter.api or (case.level,))
]


@pytest.fixture
def api(monkeypatch):
    return FakeApi.instead_of_network(monkeypatch)


def without(line, flag):
    """Return a line without an option and its values."""
    while flag in line:
        place = line.index(flag)
        line = [*line[:place], *line[place + 2 :]]
    return line


def name_in(kind, api):
    """Let the list of a kind have one resource; return its name and its ID."""
    resource = RESOURCES[kind]
    item = {"id": some_id(f"the {kind}"), resource.name_fields[0]: "thing"}
    api.answers[resource.list_operation] = {"results": [item]}
    return "thing", item["id"]


def sent_value(api, path, key):
    """Return what the one change says at a path, or for a key of the item that is there."""
    if not api.changes:
        return MISSING
    (request,) = api.changes
    body = request.body[0] if isinstance(request.body, list) else request.body
    found = at(body, path)
    # An update appends a new item to those that are there.
    found = found[-1] if isinstance(found, list) else found
    return found[key] if key and isinstance(found, dict) else found


@pytest.mark.parametrize(("case", "path", "kind", "key"), BODY)
def test_an_option_of_a_body_takes_a_name_and_an_id(case: Case, path, kind, key, api, ran):
    parameter = options(case)[path]
    levels = catalog.operation(RESOURCES[kind].list_operation).api
    name, id = name_in(kind, api)
    # An organization on the command line would cut off the rest of the scope.
    line = without(line_for(case, path), str(parameter.flag))
    if "--confirm" not in line:
        line = without(line, "--org")
    for owner in case.row.resend if case.variant.fetch else ():
        secret = next(p for p in case.row.parameters if p.secret and str(p.field).startswith(owner))
        line += [str(secret.flag), "x"]
    if parameter.resources:
        by = next(p for p in case.row.parameters if p.field == parameter.resource_by)
        line, key = [*without(line, str(by.flag)), str(by.flag), key], None

    def run(text):
        # An update is remembered: each run starts anew.
        api.at(case.level)
        name_in(kind, api)
        # The version that some levels require beside the key does not matter here.
        pair = [f"{key}={text}", "--no-validate"] if key else [text]
        words = [*line, str(parameter.flag), *pair]
        return ran(case.row.command, *words, env={**api.environ, **SCOPE})

    ended = run(id)
    assert sent_value(api, path, key) == id, ended
    ended = run(name)
    if case.level in levels:
        assert sent_value(api, path, key) == id, ended
        return
    # The list is too new for the level, or has been retired.
    assert ended.code == (2 if case.level < levels[0] else 4), ended
    assert sent_value(api, path, key) is MISSING
    if case.level < levels[0]:
        assert "is not an ID" in ended.sentence
        assert "Use the ID" in ended.hint


@pytest.mark.parametrize(("case", "parameter"), QUERY)
def test_an_option_of_a_query_takes_a_name_and_an_id(case: Case, parameter, api, ran):
    api.at(case.level)
    name, id = name_in(parameter.resource, api)
    line = without(whole_line(case), str(parameter.flag))
    for option in case.row.parameters:
        if option.where == "cli" and option.resource == RESOURCES[parameter.resource].parent:
            line += [str(option.flag), some_id(option.name)]
    for text in (name, id):
        api.asked.clear()
        words = [*line, str(parameter.flag), text]
        ended = ran(case.row.command, *words, env={**api.environ, **SCOPE})
        assert ended.code == 0, ended
        assert (parameter.field, id) in [pair for one in api.asked for pair in one.query]


def test_credentials_are_those_of_the_clusters_own_cloud_if_none_is_given(api, ran):
    api.at("1.0.4")
    _, id = name_in("gcpCredentials", api)
    api.answers["getOrganizationCloudProviderInfo"] = {"cloud_provider": "GCP", "region": "europe"}
    line = f"cluster cloud-info update {some_id('c')} --credentials-id thing"
    ended = ran(line, env={**api.environ, **SCOPE})
    assert [one.body["credentials"]["id"] for one in api.changes] == [id], ended


@pytest.mark.parametrize(
    ("name", "flag", "kinds"),
    [
        ("org token create", "--role-id", "@role"),
        ("app create", "--git-token", "@gitToken"),
        ("org git branch", "--git-token", "@gitToken"),
        ("cluster cloud-info update", "--credentials-id", "@awsCredentials?--cloud=AWS|"),
    ],
)
def test_names_are_completed(name, flag, kinds):
    found = command(command_table.command(name))
    (option,) = [one for one in found.options if flag in (*one.shown, *one.accepted)]
    assert str(option.value).startswith(kinds)
