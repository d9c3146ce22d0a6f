"""Every operation is the operation of exactly one command, or is listed with a reason."""

from collections import defaultdict

import pytest

from qovery_cli import catalog
from qovery_cli.cli import command_table
from qovery_cli.commands.commands import unlisted

#: Operations of two commands: what one command calls at a level where its own is gone.
SHARED = {
    "deployAllServices@1.0.4": "the successor of deployAllApplications and deployAllServices@1.0.3,"
    " which took applications and containers apart",
    **dict.fromkeys(
        (
            "getOrganizationGitProviderAccount",
            *(
                f"getOrganization{provider}{what}"
                for provider in ("Github", "Gitlab", "Bitbucket")
                for what in ("Repositories", "RepositoryBranches")
            ),
        ),
        "the successor of an operation on the account, which API 1.0.4 marks as deprecated",
    ),
}

#: Operations that no command has, each with its reason.
UNLISTED = unlisted()


def commands_by_operation() -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for row in command_table.commands():
        for variant in row.variants:
            found[variant.operation].append(row.command)
    return found


BY_OPERATION = commands_by_operation()


@pytest.mark.parametrize("key", catalog.operations())
def test_every_operation_has_exactly_one_command(key):
    if key in UNLISTED:
        assert UNLISTED[key]
        assert key not in BY_OPERATION
    else:
        most = 2 if key in SHARED else 1
        assert 1 <= len(BY_OPERATION[key]) <= most, BY_OPERATION[key]


#: Groups of the facts that are about kinds of service, and sections in them that are not.
KINDS = ("agentic", "app", "blueprint", "container", "db", "helm", "job", "terraform")
OTHER_SECTIONS = {"Lifecycle Template Main Calls", "MCP Servers"}
OF_KINDS = [
    key
    for group in KINDS
    for key, operation in catalog.group(group).items()
    if operation.section not in OTHER_SECTIONS
]


@pytest.mark.parametrize("key", OF_KINDS)
def test_every_operation_of_a_kind_of_service_has_exactly_one_command(key):
    allowed = 2 if key in SHARED else 1
    assert 1 <= len(BY_OPERATION.get(key, ())) <= allowed, BY_OPERATION.get(key)


def test_no_operation_has_two_commands_without_a_reason():
    several = {key for key, found in BY_OPERATION.items() if len(found) > 1}
    assert several == set(SHARED)


def test_every_operation_of_a_command_is_in_the_catalog_as_the_table_says():
    for row in command_table.commands():
        for variant in row.variants:
            fact = catalog.operation(variant.operation)
            assert (fact.method, fact.path) == (variant.method, variant.path)
            assert set(variant.api) <= set(fact.api), variant.operation


def test_every_path_value_of_an_operation_has_its_parameter():
    for row in command_table.commands():
        for position, variant in enumerate(row.variants):
            there = {
                p.field
                for p in row.parameters
                if p.where == "path" and command_table.belongs(p, position)
            }
            assert set(catalog.operation(variant.operation).path_names) == there, row.command


def test_successors_take_over_level_by_level():
    """No level finds two operations of one command, unless an option selects one."""
    for row in command_table.commands():
        taken = [(level, variant.when) for variant in row.variants for level in variant.api]
        assert sorted(taken, key=str) == sorted(set(taken), key=str), row.command


def test_conveniences_use_operations_that_exist():
    for row in command_table.commands():
        for key in row.uses:
            catalog.operation(key)


def test_what_a_convenience_uses_is_named():
    """A command with no operation of its own says what it may send."""
    silent = {
        "auth logout",
        "auth token",
        "api",
        "commands",
        "context list",
        "context show",
        "context unset",
        "context use",
        "context set",
        "completion install",
        "completion uninstall",
        "completion show",
    }
    lacking = {row.command for row in command_table.commands() if not row.variants and not row.uses}
    assert {name for name in lacking if not name.startswith("sandbox ")} <= silent
