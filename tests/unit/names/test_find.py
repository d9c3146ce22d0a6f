import threading
from unicodedata import category

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from qovery_cli.errors import (
    AuthError,
    ForbiddenError,
    NotFoundError,
    QoveryError,
    UsageError,
)

CONSOLE = "https://console.qovery.com"
LOOKALIKE = "f73e3833-922a-48a5-9dbd-6163f43f9143"


def refusal(call, *args, **more):
    with pytest.raises(QoveryError) as caught:
        call(*args, **more)
    return caught.value


@pytest.mark.parametrize("text", ["api", "API", " Api "])
def test_a_name_is_found_in_the_scope_whatever_its_case(finder, acme, id_of, text):
    found = finder(acme, project="shop", environment="prod").find("application", text)
    assert (found.kind, found.name, found.id) == ("application", "api", id_of("acme>shop>prod>api"))


def test_a_resource_knows_its_path(finder, acme, id_of):
    found = finder(acme, project="shop", environment="prod").find("application", "web")
    assert found.path == (
        ("organization", id_of("acme"), "acme"),
        ("project", id_of("acme>shop"), "shop"),
        ("environment", id_of("acme>shop>prod"), "prod"),
    )
    assert found.written == "acme/shop/prod/web"
    assert found.ids["application"] == found.id


def test_a_resource_brings_what_its_list_said(finder, acme):
    assert finder(acme).find("organization", "acme").data["name"] == "acme"


def test_an_id_is_taken_as_it_is(finder, acme):
    found = finder(acme).find("application", LOOKALIKE.upper())
    assert (found.id, found.name, acme.asked) == (LOOKALIKE, None, [])


def test_an_id_is_looked_up_if_its_name_is_needed(finder, acme, id_of):
    found = finder(acme).find("application", id_of("acme>shop>prod>web"), named=True)
    assert (found.name, acme.asked) == ("web", ["getApplication"])


def test_an_id_without_an_operation_of_its_own_is_looked_up_in_its_list(finder, acme, id_of):
    found = finder(acme).find("cluster", id_of("acme>aws-prod"), named=True)
    assert found.name == "aws-prod"


def test_an_id_that_no_list_has_is_not_found(finder, acme):
    assert type(refusal(finder(acme).find, "cluster", LOOKALIKE, named=True)) is NotFoundError


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("shop/prod/api", "acme>shop>prod>api"),
        ("blog/prod/api", "acme>blog>prod>api"),
        ("acme/shop/staging/api", "acme>shop>staging>api"),
        ("SHOP/Prod/API", "acme>shop>prod>api"),
        ("shop/[PR] feat/x/api", "acme>shop>[PR] feat/x>api"),
        ("shop/[PR] feat%2Fx/api", "acme>shop>[PR] feat/x>api"),
        ("blog/prod/wörter 🚀", "acme>blog>prod>Wörter 🚀"),
        ("blog/prod/W%C3%B6rter%20🚀", "acme>blog>prod>Wörter 🚀"),
    ],
)
def test_a_path_leads_through_names(finder, acme, id_of, text, path):
    assert finder(acme).find("application", text).id == id_of(path)


def test_a_short_path_starts_in_the_scope(finder, acme, id_of):
    found = finder(acme, project="shop").find("application", "staging/api")
    assert found.id == id_of("acme>shop>staging>api")


def test_a_path_leaves_the_scope(finder, acme, id_of):
    here = finder(acme, project="shop", environment="staging")
    assert here.find("application", "blog/prod/api").id == id_of("acme>blog>prod>api")


def test_a_path_is_followed_although_the_scope_no_longer_exists(finder, acme, id_of):
    here = finder(acme, project="gone", environment="gone")
    assert here.find("application", "shop/prod/api").id == id_of("acme>shop>prod>api")


def test_a_path_may_hold_ids(finder, acme, id_of):
    text = f"{id_of('acme>shop>prod')}/web"
    assert finder(acme).find("application", text).id == id_of("acme>shop>prod>web")


def test_a_whole_name_wins_over_a_path(finder, world, id_of):
    tree = {
        "": {"organization": ["acme"]},
        "acme": {"project": ["shop", "feat"]},
        "acme>shop": {"environment": ["feat/x"]},
        "acme>feat": {"environment": ["x"]},
    }
    here = finder(world(tree), project="shop")
    assert here.find("environment", "feat/x").id == id_of("acme>shop>feat/x")
    assert here.find("environment", "acme/feat/x").id == id_of("acme>feat>x")
    assert here.find("environment", "feat%2Fx").id == id_of("acme>shop>feat/x")


def test_a_path_with_two_meanings_is_no_guess(finder, world):
    tree = {
        "": {"organization": ["acme"]},
        "acme": {"project": ["p"]},
        "acme>p": {"environment": ["x", "x/y"]},
        "acme>p>x": {"application": ["y/z"]},
        "acme>p>x/y": {"application": ["z"]},
    }
    error = refusal(finder(world(tree)).find, "application", "p/x/y/z")
    assert type(error) is UsageError
    assert len(error.detail) == 2


def test_a_name_in_the_form_of_an_id_is_reached_by_its_path(finder, world, id_of):
    tree = {
        "": {"organization": ["acme"]},
        "acme": {"project": ["shop"]},
        "acme>shop": {"environment": [LOOKALIKE]},
        f"acme>shop>{LOOKALIKE}": {"application": [LOOKALIKE]},
    }
    here = finder(world(tree), project="shop")
    expected = id_of(f"acme>shop>{LOOKALIKE}")
    assert here.find("environment", f"shop/{LOOKALIKE}").id == expected
    assert here.find("environment", LOOKALIKE.replace("-", "%2D", 1)).id == expected
    found = here.find("application", f"shop/{LOOKALIKE}/{LOOKALIKE}")
    assert found.id == id_of(f"acme>shop>{LOOKALIKE}>{LOOKALIKE}")


@pytest.fixture
def twins(world):
    rows = [{"id": "1", "name": "Api"}, {"id": "2", "name": "api"}]
    return world({"": {"organization": ["acme"]}, "acme": {"project": rows}})


@pytest.mark.parametrize(("text", "id"), [("Api", "1"), ("api", "2"), ("1", "1")])
def test_of_names_equal_but_for_their_case_the_one_as_typed_is_meant(finder, twins, text, id):
    assert finder(twins).find("project", text).id == id


def test_several_of_a_name_are_all_told_with_path_and_id(finder, twins):
    error = refusal(finder(twins).find, "project", "API")
    assert type(error) is UsageError
    assert error.message == "There are 2 resources that 'API' may mean as project."
    assert error.detail == ("project acme/Api  1", "project acme/api  2")


def test_a_name_typed_in_decomposed_unicode_is_the_same_name(finder, acme):
    here = finder(acme, project="blog", environment="prod")
    assert here.find("application", "Wo\u0308rter 🚀").name == "Wörter 🚀"


@pytest.mark.parametrize(
    "tail", ["", "/", "/general?tab=1#x", "/settings/general", "/service-logs/abc"]
)
@pytest.mark.parametrize("start", [CONSOLE, "console.qovery.com", "https://new.console.qovery.com"])
def test_a_url_of_the_console_is_as_good_as_an_id(finder, acme, id_of, start, tail):
    ids = [id_of(each) for each in ("o", "p", "e", "a")]
    url = "{}/organization/{}/project/{}/environment/{}/application/{}{}".format(start, *ids, tail)
    found = finder(acme).find("application", url)
    assert (found.id, acme.asked) == (ids[3], [])
    assert [id for _, id, _ in found.path] == ids[:3]


def test_a_url_gives_each_level_its_id(finder, acme, id_of):
    url = f"{CONSOLE}/organization/{id_of('o')}/project/{id_of('p')}/environments/general"
    assert finder(acme).find("organization", url).id == id_of("o")
    assert finder(acme).find("project", url).id == id_of("p")


def test_a_url_of_a_service_of_any_kind_is_taken_for_the_kind_wanted(finder, acme, id_of):
    url = f"{CONSOLE}/organization/{id_of('o')}/environment/{id_of('e')}/service/{id_of('s')}/x"
    assert finder(acme).find("database", url).id == id_of("s")


def test_a_url_of_another_kind_is_refused(finder, acme, id_of):
    url = f"{CONSOLE}/organization/{id_of('o')}/project/{id_of('p')}"
    error = refusal(finder(acme).find, "application", url)
    assert type(error) is UsageError
    assert error.message == "The URL leads to a project, not to an application."


@pytest.mark.parametrize("url", ["https://evil.test/organization/x", "http://[", "https://"])
def test_a_url_of_another_host_is_refused(finder, acme, url):
    assert type(refusal(finder(acme).find, "application", url)) is UsageError


def test_a_url_can_be_a_name_where_names_are_urls(finder, world):
    hook = {"id": "w1", "target_url": "https://hooks.acme.test/qovery"}
    there = world({"": {"organization": ["acme"]}, "acme": {"webhook": [hook]}})
    assert finder(there).find("webhook", "https://hooks.acme.test/qovery").id == "w1"


def test_nothing_given_is_taken_from_the_scope(finder, acme, id_of):
    found = finder(acme, project="shop", environment="staging").find("environment")
    assert found.id == id_of("acme>shop>staging")


def test_the_scope_may_hold_paths_ids_and_urls(finder, acme, id_of):
    url = f"{CONSOLE}/organization/{id_of('o')}"
    here = finder(acme, organization=url, environment="acme/shop/prod")
    assert here.find("organization").id == id_of("o")
    assert here.find("environment").id == id_of("acme>shop>prod")


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
def test_nothing_given_at_all_names_what_would_give_it(finder, acme, kind, option, variable):
    error = refusal(finder(acme).find, kind)
    assert type(error) is UsageError
    assert error.message == f"No {kind} is given."
    assert option in error.hint
    assert variable in error.hint
    assert "qovery context set" in error.hint


def test_a_name_without_the_scope_above_it_names_the_scope(finder, acme):
    error = refusal(finder(acme).find, "application", "api")
    assert error.message == "No environment is given."


def test_a_path_that_is_too_short_names_what_is_above_it(finder, acme):
    error = refusal(finder(acme).find, "application", "prod/api")
    assert error.message == "No project is given."


def test_the_only_organization_need_not_be_given(finder, acme, id_of):
    assert finder(acme).find("organization").id == id_of("acme")


def test_of_several_organizations_one_must_be_given(finder, world, id_of):
    error = refusal(finder(world({"": {"organization": ["a", "b"]}})).find, "project", "x")
    assert error.message == "No organization is given."
    assert error.detail == (f"organization a  {id_of('a')}", f"organization b  {id_of('b')}")


def test_a_name_that_nothing_has_is_answered_with_the_nearest(finder, acme):
    error = refusal(finder(acme, project="shop", environment="prod").find, "application", "aip")
    assert type(error) is NotFoundError
    assert error.message == "There is no application 'aip' in environment 'acme/shop/prod'."
    assert error.hint == "Did you mean 'api'?"


def test_a_name_like_no_other_is_answered_with_all(finder, acme):
    error = refusal(finder(acme).find, "project", "zzzzzz")
    assert error.hint == "Those that exist: 'blog' and 'shop'."


def test_a_name_in_an_empty_place_says_that_it_is_empty(finder, acme):
    error = refusal(finder(acme, project="shop", environment="staging").find, "container", "x")
    assert "no container at all" in error.hint


def test_a_path_that_ends_in_nothing_tells_where_it_came_to(finder, acme):
    here = finder(acme, project="blog", environment="prod")
    error = refusal(here.find, "application", "shop/prod/wob")
    assert error.message == "There is no application 'wob' in environment 'acme/shop/prod'."


def test_a_path_that_breaks_off_tells_where(finder, acme):
    error = refusal(finder(acme).find, "application", "shpo/prod/api")
    assert error.message == "There is no project 'shpo' in organization 'acme'."
    assert error.hint == "Did you mean 'shop'?"


def test_a_value_of_the_scope_that_nothing_has_tells_where_it_was_given(finder, acme):
    error = refusal(finder(acme, project="shpo").find, "environment", "prod")
    assert "no project 'shpo' (from .qovery.yaml) in organization" in error.message


def test_an_id_of_the_scope_that_is_no_longer_there_tells_where_it_was_given(finder, acme):
    error = refusal(finder(acme, environment=LOOKALIKE).find, "application", "api")
    assert type(error) is NotFoundError
    assert f"environment {LOOKALIKE} (from .qovery.yaml)" in error.message


@pytest.mark.parametrize("text", ["", "  "])
def test_an_empty_name_is_refused(finder, acme, text):
    assert "is empty" in refusal(finder(acme).find, "project", text).message


def test_an_empty_value_of_the_scope_tells_where_it_was_given(finder, acme):
    error = refusal(finder(acme, origin="QOVERY_PROJECT", project="").find, "project")
    assert "(from QOVERY_PROJECT)" in error.message


@pytest.mark.parametrize("text", ["/", "//", "/api", "api/", "shop//api", "../..", "%", "%zz"])
def test_strange_texts_are_errors_of_ours(finder, acme, text):
    here = finder(acme, project="shop", environment="prod")
    assert type(refusal(here.find, "application", text)) in {NotFoundError, UsageError}


def test_control_characters_of_names_do_not_reach_messages(finder, world):
    rows = [{"id": "1", "name": "a\x1b[31mb"}, {"id": "2", "name": "a\x1b[31mb"}]
    there = world({"": {"organization": ["acme"]}, "acme": {"project": rows}})
    error = refusal(finder(there).find, "project", "a\x1b[31mb")
    assert "\x1b" not in error.message + "".join(error.detail)


def test_nothing_is_asked_twice(finder, acme):
    here = finder(acme, project="shop", environment="prod")
    for name in ("api", "web", "api"):
        here.find("application", name)
    here.find("environment", "staging")
    assert sorted(acme.asked) == [
        "listApplication",
        "listEnvironment",
        "listOrganization",
        "listProject",
    ]


def test_an_id_that_was_seen_in_a_list_keeps_its_name_and_path(finder, acme, id_of):
    here = finder(acme, project="shop", environment="prod")
    here.find("application", "api")
    found = here.find("application", id_of("acme>shop>prod>api"))
    assert found.written == "acme/shop/prod/api"


def test_names_are_looked_up_within_what_is_decided_already(finder, acme, id_of):
    here = finder(acme, project="blog", environment="prod")
    within = {"environmentId": id_of("acme>shop>staging")}
    assert here.find("application", "api", within=within).id == id_of("acme>shop>staging>api")


def test_a_second_resource_is_looked_up_beside_the_first(finder, acme, id_of):
    here = finder(acme)
    first = here.find("application", "shop/prod/api")
    second = here.find("application", "web", within={"applicationId": first.id})
    assert second.id == id_of("acme>shop>prod>web")


def test_the_place_of_what_is_decided_is_named_if_it_is_known(finder, acme):
    here = finder(acme)
    app = here.find("application", "shop/prod/api")
    error = refusal(here.find, "tag", "v1", within={"applicationId": app.id})
    assert "in application 'acme/shop/prod/api'" in error.message


def test_a_variable_is_found_by_its_key_with_its_case(finder, world):
    rows = [{"id": "1", "key": "Port"}, {"id": "2", "key": "PORT"}]
    there = world({"a": {"applicationVariable": rows}})
    within = {"applicationId": next(iter(set(there.owners) - {None}))}
    assert finder(there).find("applicationVariable", "PORT", within=within).id == "2"
    error = refusal(finder(there).find, "applicationVariable", "port", within=within)
    assert type(error) is NotFoundError
    assert "Did you mean" in error.hint


def test_a_variable_of_the_scope_itself_wins_over_the_inherited_one(finder, world, id_of):
    rows = [
        {"id": "1", "key": "LOG", "scope": "PROJECT"},
        {"id": "2", "key": "LOG", "scope": "APPLICATION"},
        {"id": "3", "key": "ONLY", "scope": "PROJECT"},
    ]
    here = finder(world({"a": {"applicationVariable": rows}}))
    within = {"applicationId": id_of("a")}
    assert here.find("applicationVariable", "LOG", within=within).id == "2"
    assert here.find("applicationVariable", "ONLY", within=within).id == "3"


@pytest.mark.parametrize("text", ["ada@acme.test", "Ada", "ADA@ACME.TEST", "auth0|7"])
def test_a_member_is_known_by_address_name_and_id(finder, world, text):
    ada = {"id": "auth0|7", "email": "ada@acme.test", "name": "Ada"}
    there = world({"": {"organization": ["acme"]}, "acme": {"member": [ada]}})
    found = finder(there).find("member", text)
    assert (found.id, found.name) == ("auth0|7", "ada@acme.test")


def test_what_there_is_one_of_needs_no_name(finder, world, id_of):
    there = world({"e": {"environmentRule": [{"id": "r1"}]}})
    found = finder(there).find("environmentRule", within={"environmentId": id_of("e")})
    assert found.id == "r1"


@pytest.mark.parametrize("error", [AuthError("Refused."), ForbiddenError("No.")])
def test_an_answer_that_is_an_error_is_raised(finder, error):
    def refuses(operation, values):
        raise error

    assert refusal(finder(refuses).find, "project", "shop") is error


@pytest.mark.parametrize(
    ("text", "kind", "path"),
    [
        ("web", "application", "acme>shop>prod>web"),
        ("Proxy", "container", "acme>shop>prod>proxy"),
        ("main-db", "database", "acme>shop>prod>main-db"),
        ("blog/prod/api", "application", "acme>blog>prod>api"),
    ],
)
def test_a_service_of_any_kind_is_found_by_its_name(finder, acme, id_of, text, kind, path):
    found = finder(acme, project="shop", environment="prod").find_service(text)
    assert (found.kind, found.id) == (kind, id_of(path))


def test_a_service_name_that_two_kinds_have_is_no_guess(finder, acme):
    error = refusal(finder(acme, project="shop", environment="staging").find_service, "api")
    assert type(error) is UsageError
    assert [line.split()[0] for line in error.detail] == ["application", "database"]


def test_a_service_that_does_not_exist_is_answered_with_the_nearest_of_all_kinds(finder, acme):
    error = refusal(finder(acme, project="shop", environment="prod").find_service, "proxi")
    assert type(error) is NotFoundError
    assert error.message.startswith("There is no service 'proxi' in environment")
    assert error.hint == "Did you mean 'proxy'?"


def test_the_lists_of_an_environment_are_asked_for_in_parallel(finder, acme, id_of):
    together = threading.Barrier(3)

    def meets(operation, values):
        together.wait(5)
        return acme(operation, values)

    here = finder(meets, environment=id_of("acme>shop>prod"))
    assert here.find_service("proxy").kind == "container"


def test_the_id_of_a_service_tells_its_kind(finder, acme, id_of):
    assert finder(acme).find_service(id_of("acme>shop>prod>main-db")).kind == "database"
    assert type(refusal(finder(acme).find_service, LOOKALIKE)) is NotFoundError


def test_the_url_of_a_service_tells_its_kind(finder, acme, id_of):
    url = f"{CONSOLE}/organization/{id_of('o')}/service/{id_of('acme>shop>prod>proxy')}"
    assert finder(acme).find_service(url).kind == "container"


def test_the_service_of_the_scope_is_meant_if_none_is_given(finder, acme):
    here = finder(acme, project="shop", environment="prod", container="proxy")
    assert here.find_service().name == "proxy"


def test_a_scope_with_two_services_is_no_guess(finder, acme):
    error = refusal(finder(acme, application="a", database="b").find_service)
    assert error.detail == ("application a (from .qovery.yaml)", "database b (from .qovery.yaml)")


def test_no_service_at_all_names_the_options(finder, acme):
    error = refusal(finder(acme).find_service)
    assert type(error) is UsageError
    assert all(option in error.hint for option in ("--app", "--container", "--db"))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(text=st.text(alphabet=st.sampled_from("ap/%2F[]{}.:@ \x00é🚀")) | st.text(st.characters()))
def test_any_text_is_found_or_refused(finder, acme, text):
    here = finder(acme, project="shop", environment="prod")
    try:
        ended = here.find_service(text).id
    except QoveryError as error:
        ended = error.message
    assert all(category(mark) not in {"Cc", "Cs"} for mark in ended)
