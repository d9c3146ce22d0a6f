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
from qovery_cli.http.response import UnexpectedResponseError
from qovery_cli.resolve.resolver import Resolver

CONSOLE = "https://console.qovery.com"
LOOKALIKE = "f73e3833-922a-48a5-9dbd-6163f43f9143"


def refusal(call, *args, **more):
    with pytest.raises(QoveryError) as caught:
        call(*args, **more)
    return caught.value


@pytest.mark.parametrize("text", ["api", "API", " Api "])
def test_a_name_is_found_in_the_scope_whatever_its_case(resolver, acme, id_of, text):
    found = resolver(acme, project="shop", environment="prod").find("application", text)
    assert (found.kind, found.name, found.id) == ("application", "api", id_of("acme>shop>prod>api"))


def test_a_resource_knows_its_path(resolver, acme, id_of):
    found = resolver(acme, project="shop", environment="prod").find("application", "web")
    assert found.path == (
        ("organization", id_of("acme"), "acme"),
        ("project", id_of("acme>shop"), "shop"),
        ("environment", id_of("acme>shop>prod"), "prod"),
    )
    assert found.written == "acme/shop/prod/web"
    assert found.ids["application"] == found.id


def test_a_resource_brings_what_its_list_said(resolver, acme):
    assert resolver(acme).find("organization", "acme").data["name"] == "acme"


def test_an_id_is_taken_as_it_is(resolver, acme):
    found = resolver(acme).find("application", LOOKALIKE.upper())
    assert (found.id, found.name, acme.asked) == (LOOKALIKE, None, [])


def test_an_id_is_looked_up_if_its_name_is_needed(resolver, acme, id_of):
    found = resolver(acme).find("application", id_of("acme>shop>prod>web"), named=True)
    assert (found.name, acme.asked) == ("web", ["getApplication"])


@pytest.mark.parametrize("answer", [{}, [], None, "x", {"results": None}, {"id": None}])
def test_an_answer_that_is_no_resource_is_told(answer):
    resolver = Resolver(lambda *_: answer, {})
    with pytest.raises(UnexpectedResponseError, match="another form") as caught:
        resolver.find("application", LOOKALIKE, named=True)
    assert caught.value.operation == "getApplication"


def test_an_id_without_an_operation_of_its_own_is_looked_up_in_its_list(resolver, acme, id_of):
    found = resolver(acme).find("cluster", id_of("acme>aws-prod"), named=True)
    assert found.name == "aws-prod"


def test_an_id_that_no_list_has_is_not_found(resolver, acme):
    assert type(refusal(resolver(acme).find, "cluster", LOOKALIKE, named=True)) is NotFoundError


@pytest.fixture
def twins(world):
    rows = [{"id": "1", "name": "Api"}, {"id": "2", "name": "api"}]
    return world({"": {"organization": ["acme"]}, "acme": {"project": rows}})


@pytest.mark.parametrize(("text", "id"), [("Api", "1"), ("api", "2"), ("1", "1")])
def test_of_names_equal_but_for_their_case_the_one_as_typed_is_meant(resolver, twins, text, id):
    assert resolver(twins).find("project", text).id == id


def test_a_name_typed_in_decomposed_unicode_is_the_same_name(resolver, acme):
    here = resolver(acme, project="blog", environment="prod")
    assert here.find("application", "Wo\u0308rter 🚀").name == "Wörter 🚀"


@pytest.mark.parametrize(
    "tail", ["", "/", "/general?tab=1#x", "/settings/general", "/service-logs/abc"]
)
@pytest.mark.parametrize("start", [CONSOLE, "console.qovery.com", "https://new.console.qovery.com"])
def test_a_url_of_the_console_is_as_good_as_an_id(resolver, acme, id_of, start, tail):
    ids = [id_of(each) for each in ("o", "p", "e", "a")]
    url = "{}/organization/{}/project/{}/environment/{}/application/{}{}".format(start, *ids, tail)
    found = resolver(acme).find("application", url)
    assert (found.id, acme.asked) == (ids[3], [])
    assert [id for _, id, _ in found.path] == ids[:3]


def test_a_url_gives_each_level_its_id(resolver, acme, id_of):
    url = f"{CONSOLE}/organization/{id_of('o')}/project/{id_of('p')}/environments/general"
    assert resolver(acme).find("organization", url).id == id_of("o")
    assert resolver(acme).find("project", url).id == id_of("p")


def test_a_url_of_a_service_of_any_kind_is_taken_for_the_kind_wanted(resolver, acme, id_of):
    url = f"{CONSOLE}/organization/{id_of('o')}/environment/{id_of('e')}/service/{id_of('s')}/x"
    assert resolver(acme).find("database", url).id == id_of("s")


def test_a_url_of_another_kind_is_refused(resolver, acme, id_of):
    url = f"{CONSOLE}/organization/{id_of('o')}/project/{id_of('p')}"
    error = refusal(resolver(acme).find, "application", url)
    assert type(error) is UsageError
    assert error.message == "The URL leads to a project, not to an application."


@pytest.mark.parametrize("url", ["https://evil.test/organization/x", "http://[", "https://"])
def test_a_url_of_another_host_is_refused(resolver, acme, url):
    assert type(refusal(resolver(acme).find, "application", url)) is UsageError


def test_a_url_can_be_a_name_where_names_are_urls(resolver, world):
    hook = {"id": "w1", "target_url": "https://hooks.acme.test/qovery"}
    there = world({"": {"organization": ["acme"]}, "acme": {"webhook": [hook]}})
    assert resolver(there).find("webhook", "https://hooks.acme.test/qovery").id == "w1"


def test_nothing_given_is_taken_from_the_scope(resolver, acme, id_of):
    found = resolver(acme, project="shop", environment="staging").find("environment")
    assert found.id == id_of("acme>shop>staging")


def test_the_scope_may_hold_paths_ids_and_urls(resolver, acme, id_of):
    url = f"{CONSOLE}/organization/{id_of('o')}"
    here = resolver(acme, organization=url, environment="acme/shop/prod")
    assert here.find("organization").id == id_of("o")
    assert here.find("environment").id == id_of("acme>shop>prod")


def test_the_only_organization_need_not_be_given(resolver, acme, id_of):
    assert resolver(acme).find("organization").id == id_of("acme")


def test_of_several_organizations_one_must_be_given(resolver, world, id_of):
    error = refusal(resolver(world({"": {"organization": ["a", "b"]}})).find, "project", "x")
    assert error.message == "No organization is given."
    assert error.detail == (f"organization a  {id_of('a')}", f"organization b  {id_of('b')}")


def test_nothing_is_asked_twice(old_finder, acme):
    here = old_finder(acme, project="shop", environment="prod")
    for name in ("api", "web", "api"):
        here.find("application", name)
    here.find("environment", "staging")
    assert sorted(acme.asked) == [
        "listApplication",
        "listEnvironment",
        "listOrganization",
        "listProject",
    ]


def test_an_id_that_was_seen_in_a_list_keeps_its_name_and_path(resolver, acme, id_of):
    here = resolver(acme, project="shop", environment="prod")
    here.find("application", "api")
    found = here.find("application", id_of("acme>shop>prod>api"))
    assert found.written == "acme/shop/prod/api"


def test_names_are_looked_up_within_what_is_decided_already(resolver, acme, id_of):
    here = resolver(acme, project="blog", environment="prod")
    within = {"environmentId": id_of("acme>shop>staging")}
    assert here.find("application", "api", within=within).id == id_of("acme>shop>staging>api")


def test_a_second_resource_is_looked_up_beside_the_first(resolver, acme, id_of):
    here = resolver(acme)
    first = here.find("application", "shop/prod/api")
    second = here.find("application", "web", within={"applicationId": first.id})
    assert second.id == id_of("acme>shop>prod>web")


def test_the_place_of_what_is_decided_is_named_if_it_is_known(resolver, acme):
    here = resolver(acme)
    app = here.find("application", "shop/prod/api")
    error = refusal(here.find, "tag", "v1", within={"applicationId": app.id})
    assert "in application 'acme/shop/prod/api'" in error.message


def test_a_variable_is_found_by_its_key_with_its_case(resolver, world):
    rows = [{"id": "1", "key": "Port"}, {"id": "2", "key": "PORT"}]
    there = world({"a": {"applicationVariable": rows}})
    within = {"applicationId": next(iter(set(there.owners) - {None}))}
    assert resolver(there).find("applicationVariable", "PORT", within=within).id == "2"
    error = refusal(resolver(there).find, "applicationVariable", "port", within=within)
    assert type(error) is NotFoundError
    assert "Did you mean" in error.hint


def test_a_variable_of_the_scope_itself_wins_over_the_inherited_one(resolver, world, id_of):
    rows = [
        {"id": "1", "key": "LOG", "scope": "PROJECT"},
        {"id": "2", "key": "LOG", "scope": "APPLICATION"},
        {"id": "3", "key": "ONLY", "scope": "PROJECT"},
    ]
    here = resolver(world({"a": {"applicationVariable": rows}}))
    within = {"applicationId": id_of("a")}
    assert here.find("applicationVariable", "LOG", within=within).id == "2"
    assert here.find("applicationVariable", "ONLY", within=within).id == "3"


@pytest.mark.parametrize("text", ["ada@acme.test", "Ada", "ADA@ACME.TEST", "auth0|7"])
def test_a_member_is_known_by_address_name_and_id(resolver, world, text):
    ada = {"id": "auth0|7", "email": "ada@acme.test", "name": "Ada"}
    there = world({"": {"organization": ["acme"]}, "acme": {"member": [ada]}})
    found = resolver(there).find("member", text)
    assert (found.id, found.name) == ("auth0|7", "ada@acme.test")


def test_what_there_is_one_of_needs_no_name(resolver, world, id_of):
    there = world({"e": {"environmentRule": [{"id": "r1"}]}})
    found = resolver(there).find("environmentRule", within={"environmentId": id_of("e")})
    assert found.id == "r1"


@pytest.mark.parametrize("error", [AuthError("Refused."), ForbiddenError("No.")])
def test_an_answer_that_is_an_error_is_raised(resolver, error):
    def refuses(operation, values):
        raise error

    assert refusal(resolver(refuses).find, "project", "shop") is error


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(text=st.text(alphabet=st.sampled_from("ap/%2F[]{}.:@ \x00é🚀")) | st.text(st.characters()))
def test_any_text_is_found_or_refused(resolver, acme, text):
    here = resolver(acme, project="shop", environment="prod")
    try:
        ended = here.find_service(text).id
    except QoveryError as error:
        ended = error.message
    assert all(category(mark) not in {"Cc", "Cs"} for mark in ended)
