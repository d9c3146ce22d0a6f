from types import SimpleNamespace

import pytest

from qovery_cli.cli import command_table
from qovery_cli.cli.select_operation import reject_inapplicable_options, select_operation
from qovery_cli.errors import UsageError


def refused(command, position, *given, level="1.0.3"):
    with pytest.raises(UsageError) as caught:
        reject_inapplicable_options(
            SimpleNamespace(level=level), command_table.command(command), position, given
        )
    return caught.value


def test_option_of_another_level_is_rejected():
    error = refused("env deploy-services", 0, "env", "deploy_db")
    assert error.message == "--deploy-db is available only in API 1.0.4."
    assert error.hint == "Omit it: the server has API 1.0.3."


def test_option_of_another_operation_is_rejected():
    error = refused("org credentials create", 0, "cloud", "name", "do_token")
    assert error.message == "--do-token requires --cloud do."


def test_options_of_the_operation_are_accepted():
    session = SimpleNamespace(level="1.0.4")
    given = ("env", "deploy_db", "deploy_container")
    reject_inapplicable_options(session, command_table.command("env deploy-services"), 1, given)


def test_scope_options_of_other_operations_are_accepted():
    session = SimpleNamespace(level="1.0.4")
    reject_inapplicable_options(
        session, command_table.command("var list"), 0, ("app", "env", "project")
    )


@pytest.mark.parametrize(
    ("command", "message", "hint"),
    [
        (
            "org credentials list",
            "--cloud is missing.",
            "Use --cloud aws, --cloud scaleway or --cloud do.",
        ),
        (
            "var list",
            "`var list` requires a scope: --app, --container, --env or --project.",
            "Use one of these options, or set a default with `qovery context set`.",
        ),
    ],
)
def test_missing_selection_lists_the_alternatives(command, message, hint):
    session = SimpleNamespace(level="1.0.3", settings=SimpleNamespace(scope={}))
    with pytest.raises(UsageError) as caught:
        select_operation(session, command_table.command(command), {})
    assert (caught.value.message, caught.value.hint) == (message, hint)
