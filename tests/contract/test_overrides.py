"""Overrides: each one is used, and one that contradicts the facts is refused with its line."""

from dataclasses import replace

import pytest

from qovery_cli.cli import command_table
from qovery_cli.codegen.override_files import OverrideError
from qovery_cli.codegen.override_schema import (
    CommandFieldOverride,
    CommandOverride,
    FieldOverride,
    GroupOverride,
    OperationOverride,
)
from qovery_cli.codegen.table.build_table import build_command, build_commands
from qovery_cli.codegen.table.command_files import generate_table
from qovery_cli.codegen.table.command_index import build_index
from qovery_cli.codegen.table.overrides import Overrides
from qovery_cli.frozen import changed


@pytest.fixture(scope="module")
def overrides() -> Overrides:
    return Overrides.read()


def test_the_same_overrides_generate_the_same_table(overrides):
    assert generate_table(Overrides.read()) == generate_table(overrides)


def test_a_field_that_no_command_has_is_refused(overrides):
    fields = {**overrides.fields, "no_such_field": FieldOverride(help="Nothing")}
    with pytest.raises(OverrideError, match="no command has a field 'no_such_field'"):
        build_commands(replace(overrides, fields=fields, used=set()))


@pytest.mark.parametrize(
    ("command", "update", "keys", "message"),
    [
        (
            "project create",
            {"fields": {"nme": CommandFieldOverride(help="Nothing")}},
            ("fields", "nme"),
            "the body has no field 'nme'; did you mean 'name'?",
        ),
        (
            "app list",
            {"fields": {"toUpdat": CommandFieldOverride(where="query")}},
            ("fields", "toUpdat"),
            "no operation has a query parameter 'toUpdat'; did you mean 'toUpdate'?",
        ),
        (
            "status",
            {"fields": {"name": CommandFieldOverride(help="Nothing")}},
            ("fields", "name"),
            "the body has no field 'name'",
        ),
        (
            "app list",
            {"operations": (OperationOverride(op="listAplication"),)},
            ("operations", 0, "op"),
            "unknown operation 'listAplication'; did you mean 'listApplication'?",
        ),
        (
            "app update",
            {"fetch": "getAplication"},
            ("fetch",),
            "unknown operation 'getAplication'; did you mean 'getApplication'?",
        ),
        (
            "status",
            {"uses": ("listApplication", "listContaine")},
            ("uses", 1),
            "unknown operation 'listContaine'; did you mean 'listContainer'?",
        ),
        (
            "var set",
            {"like": "var lst"},
            ("like",),
            "unknown command 'var lst'; did you mean 'var list'?",
        ),
        (
            "app get",
            {"target": "aplicationId"},
            ("target",),
            "no path of the operations has the parameter or kind of resource 'aplicationId'; "
            "did you mean 'applicationId'?",
        ),
        ("status", {"handler": "status:nothing"}, ("handler",), "no handler 'status:nothing'"),
        (
            "container deploy",
            {"operations": (), "target": None},
            ("handler",),
            "qovery_cli.commands.container.deploy: parameter 'container' is never filled: it has "
            "no Annotated declaration, and no operation of the command supplies it",
        ),
    ],
)
def test_an_override_that_contradicts_the_facts_is_refused(
    overrides, command, update, keys, message
):
    override = overrides.commands[command].model_copy(update=update)
    with pytest.raises(OverrideError) as caught:
        build_command(command, override, overrides)
    assert caught.value.message.startswith(message)
    assert caught.value.keys == keys


def test_the_error_about_a_command_has_its_file_and_line(overrides):
    override = overrides.commands["project get"].model_copy(update={"target": "projctId"})
    commands = {**overrides.commands, "project get": override}
    message = r"^project\.toml:\d+: 'project get': no path of the .* 'projctId'"
    with pytest.raises(OverrideError, match=message):
        build_commands(replace(overrides, commands=commands))


def test_two_parameters_with_one_flag_are_refused(overrides):
    fields = {"description": CommandFieldOverride(flag="--name")}
    override = overrides.commands["project create"].model_copy(update={"fields": fields})
    with pytest.raises(OverrideError, match=r"^--name means both name and name|is defined twice"):
        build_command("project create", override, overrides)


def index_with(overrides, groups, command="app list"):
    row = changed(command_table.command("app list"), command=command)
    commands = {command: CommandOverride(summary="List.", operations=["listApplication"])}
    return build_index([row], replace(overrides, commands=commands, groups=groups))


@pytest.mark.parametrize(
    ("groups", "message"),
    [
        ({}, r"groups\.toml: missing group 'app'"),
        ({"app": GroupOverride(summary="Apps.")}, r"groups\.toml: missing group 'app thing'"),
        (
            {"app": GroupOverride(panel="Resources"), "app thing": GroupOverride(summary="S.")},
            r"groups\.toml:\d+: missing key 'summary' in 'app'",
        ),
        (
            {
                "app": GroupOverride(summary="Apps."),
                "app thing": GroupOverride(summary="Things."),
                "env rule": GroupOverride(summary="Rules."),
            },
            r"groups\.toml:\d+: 'env rule' has no command",
        ),
    ],
)
def test_groups_that_do_not_match_the_commands_are_refused(overrides, groups, message):
    with pytest.raises(OverrideError, match=message):
        index_with(overrides, groups, "app thing list")


def test_every_group_is_in_the_tree(overrides):
    groups = {"app": GroupOverride(summary="Apps.", panel="Resources", aliases=("a",))}
    index = index_with(overrides, groups)
    (app,) = index[()]
    assert (app["name"], app["panel"], app["aliases"]) == ("app", "Resources", ("a",))
    assert [child["name"] for child in index["app",]] == ["list"]
