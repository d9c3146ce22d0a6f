import pytest

from qovery_cli.commands.variable_scope import (
    VariableScope,
    check_keys,
    find_scope,
    list_visible,
)
from qovery_cli.errors import ForbiddenError, UsageError

APP = "66666666-6666-4666-8666-666666666666"
SCOPE = VariableScope("--app", {"applicationId": APP})
VARIABLE = {"id": "1", "key": "PORT", "value": "8080", "scope": "APPLICATION"}
SECRET = {"id": "2", "key": "TOKEN", "scope": "APPLICATION"}


@pytest.mark.parametrize(
    ("option", "name"),
    [("--app", "APPLICATION"), ("--container", "CONTAINER"), ("--env", "ENVIRONMENT")],
)
def test_scope_has_the_name_of_the_api(option, name):
    assert VariableScope(option, {}).name == name


def test_scope_selects_the_operation_of_a_command():
    assert SCOPE.operation("var list") == "listApplicationEnvironmentVariable"
    assert VariableScope("--project", {}).operation("var create") == (
        "createProjectEnvironmentVariable"
    )


def test_scope_is_found_from_the_options(open_session):
    scope = find_scope(open_session().session, "var list", {"app": APP})
    assert (scope.option, scope.path) == ("--app", {"applicationId": APP})


def test_scope_is_found_in_the_context(open_session):
    session = open_session(scope={"container": APP}).session
    scope = find_scope(session, "var list", {})
    assert (scope.option, scope.path) == ("--container", {"containerId": APP})


def test_two_scopes_are_ambiguous(open_session):
    with pytest.raises(UsageError):
        find_scope(open_session().session, "var list", {"app": APP, "container": APP})


def test_variables_and_secrets_are_listed(api, open_session):
    api.answers["listApplicationEnvironmentVariable"] = {"results": [VARIABLE]}
    api.answers["listApplicationSecrets"] = {"results": [SECRET]}
    assert list_visible(open_session().session, SCOPE) == ([VARIABLE], [SECRET])


def test_secrets_are_empty_without_the_permission(api, open_session):
    api.answers["listApplicationEnvironmentVariable"] = {"results": [VARIABLE]}
    api.statuses["listApplicationSecrets"] = 403
    assert list_visible(open_session().session, SCOPE) == ([VARIABLE], [])


def test_missing_permission_for_variables_is_an_error(api, open_session):
    api.statuses["listApplicationEnvironmentVariable"] = 403
    with pytest.raises(ForbiddenError):
        list_visible(open_session().session, SCOPE)


def test_valid_keys():
    check_keys(["A", "_a", "LOG_LEVEL2", "MY__KEY", "Q", "_QOVERY"])


@pytest.mark.parametrize("key", ["", "1A", "A-B", "A B", "É", "A\n"])
def test_invalid_key_is_named(key):
    with pytest.raises(UsageError) as caught:
        check_keys(["GOOD", key])
    assert caught.value.message == f"Invalid key '{key}'."
    assert "no digit first" in caught.value.hint


@pytest.mark.parametrize("key", ["__A", "QOVERY_X", "qovery_x", "Qovery"])
def test_reserved_key_is_named(key):
    with pytest.raises(UsageError, match=f"'{key}' cannot be set"):
        check_keys([key])


def test_several_invalid_keys_are_all_listed():
    with pytest.raises(UsageError, match="2 keys are invalid") as caught:
        check_keys(["1", "GOOD", "QOVERY_X"])
    assert [line.split("'")[1] for line in caught.value.detail] == ["1", "QOVERY_X"]
