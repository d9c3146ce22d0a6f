import pytest

from qovery_cli.errors import (
    NotFoundError,
    QoveryError,
    UsageError,
)
from qovery_cli.resolve.errors import MissingScopeError

LOOKALIKE = "f73e3833-922a-48a5-9dbd-6163f43f9143"


def error_of(call, *args, **more):
    with pytest.raises(QoveryError) as caught:
        call(*args, **more)
    return caught.value


@pytest.fixture
def twins(world):
    rows = [{"id": "1", "name": "Api"}, {"id": "2", "name": "api"}]
    return world({"": {"organization": ["acme"]}, "acme": {"project": rows}})


def test_ambiguous_name_lists_matches_with_path_and_id(resolver, twins):
    error = error_of(resolver(twins).find, "project", "API")
    assert type(error) is UsageError
    assert error.message == "Project 'API' is ambiguous: 2 resources match."
    assert error.detail == ("project acme/Api  1", "project acme/api  2")


@pytest.mark.parametrize(
    ("kind", "option", "variable"),
    [
        ("project", "--project", "QOVERY_PROJECT"),
        ("environment", "--env", "QOVERY_ENVIRONMENT"),
        ("application", "--app", "QOVERY_APPLICATION"),
        ("database", "--db", "QOVERY_DATABASE"),
        ("cluster", "--cluster", "QOVERY_CLUSTER"),
    ],
)
def test_missing_resource_names_option_and_variable(resolver, acme, kind, option, variable):
    error = error_of(resolver(acme).find, kind)
    assert isinstance(error, MissingScopeError)
    assert error.message == f"No {kind} specified."
    assert option in error.hint
    assert variable in error.hint
    assert "qovery context set" in error.hint


def test_name_without_parent_scope_names_the_missing_scope(resolver, acme):
    error = error_of(resolver(acme).find, "application", "api")
    assert error.message == "No environment specified."


def test_unknown_name_suggests_the_nearest(resolver, acme):
    error = error_of(resolver(acme, project="shop", environment="prod").find, "application", "aip")
    assert type(error) is NotFoundError
    assert error.message == "Application 'aip' does not exist in environment 'acme/shop/prod'."
    assert error.hint == "Did you mean 'api'?"


def test_unknown_name_without_similar_names_lists_all(resolver, acme):
    error = error_of(resolver(acme).find, "project", "zzzzzz")
    assert error.hint == "Available projects: blog, shop."


def test_unknown_name_in_an_empty_parent_is_reported(resolver, acme):
    error = error_of(resolver(acme, project="shop", environment="staging").find, "container", "x")
    assert "has no containers" in error.hint


def test_path_with_unknown_last_segment_names_its_parent(resolver, acme):
    here = resolver(acme, project="blog", environment="prod")
    error = error_of(here.find, "application", "shop/prod/wob")
    assert error.message == "Application 'wob' does not exist in environment 'acme/shop/prod'."


def test_path_with_unknown_middle_segment_names_its_parent(resolver, acme):
    error = error_of(resolver(acme).find, "application", "shpo/prod/api")
    assert error.message == "Project 'shpo' does not exist in organization 'acme'."
    assert error.hint == "Did you mean 'shop'?"


def test_unknown_scope_value_names_its_origin(resolver, acme):
    error = error_of(resolver(acme, project="shpo").find, "environment", "prod")
    assert "Project 'shpo' (from .qovery.yaml) does not exist in organization" in error.message


def test_stale_scope_id_names_its_origin(resolver, acme):
    error = error_of(resolver(acme, environment=LOOKALIKE).find, "application", "api")
    assert type(error) is NotFoundError
    assert f"environment {LOOKALIKE} (from .qovery.yaml)" in error.message


@pytest.mark.parametrize("text", ["", "  "])
def test_empty_name_is_rejected(resolver, acme, text):
    assert "is empty" in error_of(resolver(acme).find, "project", text).message


def test_empty_scope_value_names_its_origin(resolver, acme):
    error = error_of(resolver(acme, origin="QOVERY_PROJECT", project="").find, "project")
    assert "(from QOVERY_PROJECT)" in error.message


@pytest.mark.parametrize("text", ["/", "//", "/api", "api/", "shop//api", "../..", "%", "%zz"])
def test_unusual_text_raises_a_cli_error(resolver, acme, text):
    here = resolver(acme, project="shop", environment="prod")
    assert type(error_of(here.find, "application", text)) in {NotFoundError, UsageError}


def test_control_characters_in_names_are_removed_from_messages(resolver, world):
    rows = [{"id": "1", "name": "a\x1b[31mb"}, {"id": "2", "name": "a\x1b[31mb"}]
    there = world({"": {"organization": ["acme"]}, "acme": {"project": rows}})
    error = error_of(resolver(there).find, "project", "a\x1b[31mb")
    assert "\x1b" not in error.message + "".join(error.detail)
