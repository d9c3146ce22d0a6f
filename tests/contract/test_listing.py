"""``qovery commands -o json``: a stable interface, tried as its readers would."""

import json
import subprocess
import sys

import pytest
from command_lines import cases, whole_line
from fake_api import FakeApi

from qovery_cli import catalog
from qovery_cli.cli import command_table
from qovery_cli.commands.commands import unlisted

KEYS = [
    *("command", "operation", "method", "path", "api", "when", "summary", "changes", "confirm"),
    *("by_rule", "parameters"),
]
PARAMETER_KEYS = [
    *("name", "kind", "flag", "in", "field", "required"),
    *("required_at", "type", "enum", "repeatable"),
]


@pytest.fixture(scope="module")
def listed():
    ended = subprocess.run(
        [sys.executable, "-m", "qovery_cli", "commands", "-o", "json"],
        capture_output=True,
        check=True,
        text=True,
    )
    return json.loads(ended.stdout)


def entry(listed, command, when=None):
    (found,) = [one for one in listed if (one["command"], one["when"]) == (command, when)]
    return found


def test_every_operation_of_the_api_is_listed(listed):
    assert {row["operation"] for row in listed} - {None} == set(catalog.operations())


def parameter(found, name):
    (one,) = [one for one in found["parameters"] if one["name"] == name]
    return one


def test_it_needs_no_sign_in_and_no_network(ran):
    assert ran("commands -o json").code == 0


def test_every_command_is_there(listed):
    shown = [row.command for row in command_table.commands() if row.variants or not row.hidden]
    shown += [f"api --operation {key}" for key in unlisted()]
    assert list(dict.fromkeys(one["command"] for one in listed)) == shown


def test_each_object_has_the_keys_in_their_order(listed):
    for one in listed:
        keys = list(one)
        assert keys[: len(KEYS)] == KEYS
        assert set(keys[len(KEYS) :]) <= {"uses"}


def test_each_parameter_has_the_keys_in_their_order(listed):
    for one in listed:
        for found in one["parameters"]:
            assert list(found) == PARAMETER_KEYS


def test_values_are_of_the_types_that_readers_rely_on(listed):
    for one in listed:
        assert isinstance(one["changes"], bool)
        assert one["confirm"] in {None, "yes", "name"}
        assert set(one["api"]) <= set(catalog.LEVELS)
        assert (one["operation"] is None) == (one["method"] is None) == (one["path"] is None)
        for found in one["parameters"]:
            assert found["kind"] in {"argument", "option"}
            assert found["in"] in {"path", "query", "body", "cli"}
            assert isinstance(found["required"], bool)
            assert isinstance(found["repeatable"], bool)
            assert found["enum"] is None or isinstance(found["enum"], list)


def test_a_name_is_there_once(listed):
    for one in listed:
        names = [found["name"] for found in one["parameters"]]
        assert sorted(names) == sorted(set(names)), one["command"]


def test_names_are_plain(listed):
    odd = {
        p["name"] for one in listed for p in one["parameters"] if p["name"].strip("_") != p["name"]
    }
    assert odd == set()


def test_shared_options_are_not_repeated(listed):
    for one in listed:
        flags = {found["flag"] for found in one["parameters"]}
        assert not {"--output", "--query", "--profile", "--debug", "--columns"} & flags


def test_the_example_of_a_create_command(listed):
    found = entry(listed, "app domain create")
    assert found["operation"] == "createApplicationCustomDomain"
    assert found["method"] == "POST"
    assert found["path"] == "/application/{applicationId}/customDomain"
    assert found["api"] == ["1.0.3", "1.0.4"]
    assert (found["when"], found["changes"], found["confirm"]) == (None, True, None)
    assert parameter(found, "domain") == {
        "name": "domain",
        "kind": "argument",
        "flag": "--domain",
        "in": "body",
        "field": "domain",
        "required": True,
        "required_at": [],
        "type": "string",
        "enum": None,
        "repeatable": False,
    }
    assert parameter(found, "app") == {
        "name": "app",
        "kind": "option",
        "flag": "--app",
        "in": "path",
        "field": "applicationId",
        "required": True,
        "required_at": [],
        "type": "string",
        "enum": None,
        "repeatable": False,
    }


def test_a_command_with_a_scope_has_an_object_for_each(listed):
    scopes = [one["when"] for one in listed if one["command"] == "var list"]
    assert scopes == ["--app", "--container", "--job", "--env", "--project"]


def test_an_object_lists_only_the_parameters_of_its_operation(listed):
    found = entry(listed, "var list", "--project")
    in_path = {one["field"] for one in found["parameters"] if one["in"] == "path"}
    assert in_path == {"projectId"}


def test_what_selects_an_operation_is_a_parameter_with_a_value_to_choose(listed):
    for one in listed:
        flag, _, value = (one["when"] or "").partition(" ")
        if value:
            (found,) = [p for p in one["parameters"] if p["flag"] == flag]
            assert value in found["enum"]


def test_convenience_has_no_operation_and_states_what_it_uses(listed):
    found = entry(listed, "var set")
    assert found["operation"] is None
    assert found["api"] == []
    assert "createApplicationEnvironmentVariable" in found["uses"]


def test_a_nested_field_is_dotted(listed):
    found = entry(listed, "app create")
    assert "git_repository.url" in {one["field"] for one in found["parameters"]}


def test_a_repeatable_option_has_the_type_of_one_value(listed):
    found = entry(listed, "app create")
    (port,) = [one for one in found["parameters"] if one["field"] == "ports"]
    assert (port["flag"], port["repeatable"], port["type"]) == ("--port", True, "object")


def test_an_update_demands_nothing_that_it_can_read(listed):
    found = entry(listed, "app update")
    demanded = {one["name"] for one in found["parameters"] if one["required"]}
    assert demanded == {"app"}


def test_what_accepts_a_name_is_reported(listed):
    assert entry(listed, "project delete")["confirm"] == "name"
    assert entry(listed, "app delete")["confirm"] == "yes"


#: What a level demands beyond what one line can say at every level.
NOT_ALL = {
    "org credentials create --cloud scaleway at 1.0.4": "an organization, new in 1.0.4",
}


#: Those that change something: the others have no --dry-run.
SENDING = [case for case in cases("create", "action") if case.row.changes]


@pytest.mark.parametrize("case", SENDING, ids=repr)
def test_a_line_of_what_is_required_is_enough_at_every_level(case, ran, monkeypatch):
    api = FakeApi.instead_of_network(monkeypatch, case.level)
    said = whole_line(case)
    ended = ran(case.row.command, *said, "--dry-run", env=api.environ)
    if repr(case) in NOT_ALL:
        assert ended.code == 2
        assert "missing" in ended.err
    else:
        assert ended.code == 0, f"{said} {ended}"
    assert api.changes == []


def test_what_some_level_demands_is_listed_as_required(listed):
    assert parameter(entry(listed, "var create", "--app"), "value")["required"]
    assert parameter(entry(listed, "org credentials create", "--cloud do"), "name")["required"]
    assert parameter(entry(listed, "org billing card create"), "expiry_year")["required"]
    assert not parameter(entry(listed, "app create"), "git_provider")["required"]
    assert not parameter(entry(listed, "project update"), "name")["required"]
