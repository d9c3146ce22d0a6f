import pytest

from qovery_cli.errors import (
    NotFoundError,
    QoveryError,
    UsageError,
)
from qovery_cli.resolve.errors import MissingScopeError

LOOKALIKE = "f73e3833-922a-48a5-9dbd-6163f43f9143"


def refusal(call, *args, **more):
    with pytest.raises(QoveryError) as caught:
        call(*args, **more)
    return caught.value


@pytest.fixture
def twins(world):
    rows = [{"id": "1", "name": "Api"}, {"id": "2", "name": "api"}]
    return world({"": {"organization": ["acme"]}, "acme": {"project": rows}})


def test_several_of_a_name_are_all_told_with_path_and_id(resolver, twins):
    error = refusal(resolver(twins).find, "project", "API")
    assert type(error) is UsageError
    assert error.message == "There are 2 resources that 'API' may mean as project."
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
def test_nothing_given_at_all_names_what_would_give_it(resolver, acme, kind, option, variable):
    error = refusal(resolver(acme).find, kind)
    assert isinstance(error, MissingScopeError)
    assert error.message == f"No {kind} is given."
    assert option in error.hint
    assert variable in error.hint
    assert "qovery context set" in error.hint


def test_a_name_without_the_scope_above_it_names_the_scope(resolver, acme):
    error = refusal(resolver(acme).find, "application", "api")
    assert error.message == "No environment is given."


def test_a_name_that_nothing_has_is_answered_with_the_nearest(resolver, acme):
    error = refusal(resolver(acme, project="shop", environment="prod").find, "application", "aip")
    assert type(error) is NotFoundError
    assert error.message == "There is no application 'aip' in environment 'acme/shop/prod'."
    assert error.hint == "Did you mean 'api'?"


def test_a_name_like_no_other_is_answered_with_all(resolver, acme):
    error = refusal(resolver(acme).find, "project", "zzzzzz")
    assert error.hint == "Those that exist: 'blog' and 'shop'."


def test_a_name_in_an_empty_place_says_that_it_is_empty(resolver, acme):
    error = refusal(resolver(acme, project="shop", environment="staging").find, "container", "x")
    assert "no container at all" in error.hint


def test_a_path_that_ends_in_nothing_tells_where_it_came_to(resolver, acme):
    here = resolver(acme, project="blog", environment="prod")
    error = refusal(here.find, "application", "shop/prod/wob")
    assert error.message == "There is no application 'wob' in environment 'acme/shop/prod'."


def test_a_path_that_breaks_off_tells_where(resolver, acme):
    error = refusal(resolver(acme).find, "application", "shpo/prod/api")
    assert error.message == "There is no project 'shpo' in organization 'acme'."
    assert error.hint == "Did you mean 'shop'?"


def test_a_value_of_the_scope_that_nothing_has_tells_where_it_was_given(resolver, acme):
    error = refusal(resolver(acme, project="shpo").find, "environment", "prod")
    assert "no project 'shpo' (from .qovery.yaml) in organization" in error.message


def test_an_id_of_the_scope_that_is_no_longer_there_tells_where_it_was_given(resolver, acme):
    error = refusal(resolver(acme, environment=LOOKALIKE).find, "application", "api")
    assert type(error) is NotFoundError
    assert f"environment {LOOKALIKE} (from .qovery.yaml)" in error.message


@pytest.mark.parametrize("text", ["", "  "])
def test_an_empty_name_is_refused(resolver, acme, text):
    assert "is empty" in refusal(resolver(acme).find, "project", text).message


def test_an_empty_value_of_the_scope_tells_where_it_was_given(resolver, acme):
    error = refusal(resolver(acme, origin="QOVERY_PROJECT", project="").find, "project")
    assert "(from QOVERY_PROJECT)" in error.message


@pytest.mark.parametrize("text", ["/", "//", "/api", "api/", "shop//api", "../..", "%", "%zz"])
def test_strange_texts_are_errors_of_ours(resolver, acme, text):
    here = resolver(acme, project="shop", environment="prod")
    assert type(refusal(here.find, "application", text)) in {NotFoundError, UsageError}


def test_control_characters_of_names_do_not_reach_messages(resolver, world):
    rows = [{"id": "1", "name": "a\x1b[31mb"}, {"id": "2", "name": "a\x1b[31mb"}]
    there = world({"": {"organization": ["acme"]}, "acme": {"project": rows}})
    error = refusal(resolver(there).find, "project", "a\x1b[31mb")
    assert "\x1b" not in error.message + "".join(error.detail)
