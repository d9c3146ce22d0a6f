from types import SimpleNamespace

import pytest

from qovery_cli import catalog
from qovery_cli.cli import command_table
from qovery_cli.cli.select_operation import (
    reject_body,
    reject_inapplicable_options,
    select_operation,
)
from qovery_cli.errors import UsageError


def check(command, position, *options, level):
    reject_inapplicable_options(
        SimpleNamespace(
            session=SimpleNamespace(level=level),
            spec=command_table.command(command),
            position=position,
            values=dict.fromkeys(options, "x"),
        )
    )


def refused(command, position, *options, level="1.0.3"):
    with pytest.raises(UsageError) as caught:
        check(command, position, *options, level=level)
    return caught.value


def test_option_of_another_level_is_rejected():
    error = refused("env deploy-services", 0, "env", "deploy_db")
    assert error.message == "--deploy-db is available only in API 1.0.4."
    assert error.hint == "Omit it: the server has API 1.0.3."


def test_option_of_another_operation_is_rejected():
    error = refused("org credentials create", 0, "cloud", "name", "do_token")
    assert error.message == "--do-token requires --cloud do."


def test_options_of_the_operation_are_accepted():
    check("env deploy-services", 1, "env", "deploy_db", "deploy_container", level="1.0.4")


def test_scope_options_of_other_operations_are_accepted():
    check("var list", 0, "app", "env", "project", level="1.0.4")


def test_body_option_of_an_operation_without_a_body_is_rejected():
    spec = command_table.command("app stop")
    operation = catalog.operation(spec.variants[0].operation)
    invocation = SimpleNamespace(spec=spec, operation=operation, level="1.0.4", values={})
    reject_body(invocation)
    invocation.values = {"set": ["a=1"]}
    with pytest.raises(UsageError, match="`app stop` sends no body in API"):
        reject_body(invocation)


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
