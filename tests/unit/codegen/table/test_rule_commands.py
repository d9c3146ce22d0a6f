from dataclasses import replace

import pytest

from qovery_cli.codegen.override_files import OverrideError
from qovery_cli.codegen.override_schema import UnlistedOverride
from qovery_cli.codegen.table.overrides import Overrides
from qovery_cli.codegen.table.rule_commands import with_rule_commands


@pytest.fixture(scope="module")
def overrides():
    return Overrides.read()


def without(overrides, *operations):
    """Return the overrides without the commands of some operations."""
    commands = {
        name: command
        for name, command in overrides.commands.items()
        if not any(each.op in operations for each in command.operations)
    }
    return replace(overrides, commands=commands)


def mounted(overrides, operation):
    """Return the name and the override of the command for an operation without one."""
    commands = with_rule_commands(without(overrides, operation)).commands
    return next(
        (name, each)
        for name, each in commands.items()
        if each.by_rule and each.operations[0].op == operation
    )


@pytest.mark.parametrize(
    ("operation", "name"),
    [
        ("listEnvironment", "project list-environment"),
        ("deleteApplication", "app delete-application"),
        ("getAccountInformation", "account get-account-information"),
    ],
)
def test_the_group_follows_from_the_path_and_the_verb_from_the_operation(
    overrides, operation, name
):
    assert mounted(overrides, operation)[0] == name


def test_a_deletion_asks_first(overrides):
    assert mounted(overrides, "deleteApplication")[1].confirm == "yes"
    assert mounted(overrides, "createProject")[1].confirm is None


def test_a_flag_of_the_engine_is_not_taken(overrides):
    _, command = mounted(overrides, "get-cluster-metrics")
    assert command.fields["query"].flag == "--api-query"
    assert command.fields["end"].flag is None


def test_a_list_has_columns(overrides):
    assert mounted(overrides, "listEnvironment")[1].columns[0] == "name"


def test_a_new_group_is_added_at_the_end(overrides):
    groups = dict(overrides.groups)
    del groups["account"]
    commands = {n: c for n, c in overrides.commands.items() if not n.startswith("account")}
    extended = with_rule_commands(replace(overrides, groups=groups, commands=commands))
    assert "account" in list(extended.groups)[len(groups) :]


@pytest.mark.parametrize(
    ("operation", "message"),
    [
        ("listProjekt", "unknown operation 'listProjekt'; did you mean 'listProject'?"),
        ("listProject", "'listProject' has the command 'project list'"),
    ],
)
def test_a_wrong_entry_of_the_unlisted_is_refused(overrides, operation, message):
    wrong = replace(overrides, unlisted={operation: UnlistedOverride(reason="none")})
    with pytest.raises(OverrideError) as caught:
        with_rule_commands(wrong)
    assert message in str(caught.value)
