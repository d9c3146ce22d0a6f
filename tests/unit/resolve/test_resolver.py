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


def error_of(call, *args, **more):
    with pytest.raises(QoveryError) as caught:
        call(*args, **more)
    return caught.value


@pytest.mark.parametrize("text", ["api", "API", " Api "])
def test_name_matches_in_scope_ignoring_case(resolver, acme, id_of, text):
    found = resolver(acme, project="shop", environment="prod").find("application", text)
    assert (found.kind, found.name, found.id) == ("application", "api", id_of("acme>shop>prod>api"))


def test_resource_has_its_path(resolver, acme, id_of):
    found = resolver(acme, project="shop", environment="prod").find("application", "web")
    assert found.path == (
        ("organization", id_of("acme"), "acme"),
        ("project", id_of("acme>shop"), "shop"),
        ("environment", id_of("acme>shop>prod"), "prod"),
    )
    assert found.written == "acme/shop/prod/web"
    assert found.ids["application"] == found.id


def test_resource_has_its_list_item(resolver, acme):
    assert resolver(acme).find("organization", "acme").data["name"] == "acme"


def test_id_is_not_looked_up(resolver, acme):
    found = resolver(acme).find("application", LOOKALIKE.upper())
    assert (found.id, found.name, acme.asked) == (LOOKALIKE, None, [])


def test_id_is_looked_up_if_named(resolver, acme, id_of):
    found = resolver(acme).find("application", id_of("acme>shop>prod>web"), named=True)
    assert (found.name, acme.asked) == ("web", ["getApplication"])


@pytest.mark.parametrize("answer", [{}, [], None, "x", {"results": None}, {"id": None}])
def test_response_that_is_not_a_resource_is_rejected(answer):
    resolver = Resolver(lambda *_: answer, {})
    with pytest.raises(UnexpectedResponseError, match="unexpected shape") as caught:
        resolver.find("application", LOOKALIKE, named=True)
    assert caught.value.operation == "getApplication"


def test_id_without_get_operation_is_looked_up_in_its_list(resolver, acme, id_of):
    found = resolver(acme).find("cluster", id_of("acme>aws-prod"), named=True)
    assert found.name == "aws-prod"


def test_unknown_id_is_reported(resolver, acme):
    assert type(error_of(resolver(acme).find, "cluster", LOOKALIKE, named=True)) is NotFoundError


@pytest.fixture
def twins(world):
    rows = [{"id": "1", "name": "Api"}, {"id": "2", "name": "api"}]
    return world({"": {"organization": ["acme"]}, "acme": {"project": rows}})


@pytest.mark.parametrize(("text", "id"), [("Api", "1"), ("api", "2"), ("1", "1")])
def test_exact_case_is_preferred(resolver, twins, text, id):
    assert resolver(twins).find("project", text).id == id


def test_decomposed_unicode_name_matches(resolver, acme):
    here = resolver(acme, project="blog", environment="prod")
    assert here.find("application", "Wo\u0308rter 🚀").name == "Wörter 🚀"


@pytest.mark.parametrize(
    "tail", ["", "/", "/general?tab=1#x", "/settings/general", "/service-logs/abc"]
)
@pytest.mark.parametrize("start", [CONSOLE, "console.qovery.com", "https://new.console.qovery.com"])
def test_console_url_is_accepted_as_an_id(resolver, acme, id_of, start, tail):
    ids = [id_of(each) for each in ("o", "p", "e", "a")]
    url = "{}/organization/{}/project/{}/environment/{}/application/{}{}".format(start, *ids, tail)
    found = resolver(acme).find("application", url)
    assert (found.id, acme.asked) == (ids[3], [])
    assert [id for _, id, _ in found.path] == ids[:3]


def test_console_url_sets_the_id_of_each_level(resolver, acme, id_of):
    url = f"{CONSOLE}/organization/{id_of('o')}/project/{id_of('p')}/environments/general"
    assert resolver(acme).find("organization", url).id == id_of("o")
    assert resolver(acme).find("project", url).id == id_of("p")


def test_generic_service_url_matches_the_requested_kind(resolver, acme, id_of):
    url = f"{CONSOLE}/organization/{id_of('o')}/environment/{id_of('e')}/service/{id_of('s')}/x"
    assert resolver(acme).find("database", url).id == id_of("s")


def test_console_url_of_another_kind_is_rejected(resolver, acme, id_of):
    url = f"{CONSOLE}/organization/{id_of('o')}/project/{id_of('p')}"
    error = error_of(resolver(acme).find, "application", url)
    assert type(error) is UsageError
    assert error.message == "The URL identifies a project, not an application."


@pytest.mark.parametrize("url", ["https://evil.test/organization/x", "http://[", "https://"])
def test_url_of_another_host_is_rejected(resolver, acme, url):
    assert type(error_of(resolver(acme).find, "application", url)) is UsageError


def test_url_is_a_name_for_kinds_named_by_url(resolver, world):
    hook = {"id": "w1", "target_url": "https://hooks.acme.test/qovery"}
    there = world({"": {"organization": ["acme"]}, "acme": {"webhook": [hook]}})
    assert resolver(there).find("webhook", "https://hooks.acme.test/qovery").id == "w1"


def test_scope_is_the_default(resolver, acme, id_of):
    found = resolver(acme, project="shop", environment="staging").find("environment")
    assert found.id == id_of("acme>shop>staging")


def test_scope_accepts_paths_ids_and_urls(resolver, acme, id_of):
    url = f"{CONSOLE}/organization/{id_of('o')}"
    here = resolver(acme, organization=url, environment="acme/shop/prod")
    assert here.find("organization").id == id_of("o")
    assert here.find("environment").id == id_of("acme>shop>prod")


def test_only_organization_is_the_default(resolver, acme, id_of):
    assert resolver(acme).find("organization").id == id_of("acme")


def test_several_organizations_require_a_choice(resolver, world, id_of):
    error = error_of(resolver(world({"": {"organization": ["a", "b"]}})).find, "project", "x")
    assert error.message == "No organization specified."
    assert error.detail == (f"organization a  {id_of('a')}", f"organization b  {id_of('b')}")


def test_no_request_is_repeated(list_resolver, acme):
    here = list_resolver(acme, project="shop", environment="prod")
    for name in ("api", "web", "api"):
        here.find("application", name)
    here.find("environment", "staging")
    assert sorted(acme.asked) == [
        "listApplication",
        "listEnvironment",
        "listOrganization",
        "listProject",
    ]


def test_cached_id_has_name_and_path(resolver, acme, id_of):
    here = resolver(acme, project="shop", environment="prod")
    here.find("application", "api")
    found = here.find("application", id_of("acme>shop>prod>api"))
    assert found.written == "acme/shop/prod/api"


def test_names_are_looked_up_below_resolved_ids(resolver, acme, id_of):
    here = resolver(acme, project="blog", environment="prod")
    within = {"environmentId": id_of("acme>shop>staging")}
    assert here.find("application", "api", within=within).id == id_of("acme>shop>staging>api")


def test_second_resource_is_looked_up_in_the_same_parent(resolver, acme, id_of):
    here = resolver(acme)
    first = here.find("application", "shop/prod/api")
    second = here.find("application", "web", within={"applicationId": first.id})
    assert second.id == id_of("acme>shop>prod>web")


def test_cached_parent_is_named_in_errors(resolver, acme):
    here = resolver(acme)
    app = here.find("application", "shop/prod/api")
    error = error_of(here.find, "tag", "v1", within={"applicationId": app.id})
    assert "in application 'acme/shop/prod/api'" in error.message


def test_variable_key_is_case_sensitive(resolver, world):
    rows = [{"id": "1", "key": "Port"}, {"id": "2", "key": "PORT"}]
    there = world({"a": {"applicationVariable": rows}})
    within = {"applicationId": next(iter(set(there.owners) - {None}))}
    assert resolver(there).find("applicationVariable", "PORT", within=within).id == "2"
    error = error_of(resolver(there).find, "applicationVariable", "port", within=within)
    assert type(error) is NotFoundError
    assert "Did you mean" in error.hint


def test_own_variable_is_preferred_over_inherited(resolver, world, id_of):
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
def test_member_matches_by_email_name_and_id(resolver, world, text):
    ada = {"id": "auth0|7", "email": "ada@acme.test", "name": "Ada"}
    there = world({"": {"organization": ["acme"]}, "acme": {"member": [ada]}})
    found = resolver(there).find("member", text)
    assert (found.id, found.name) == ("auth0|7", "ada@acme.test")


def test_singleton_needs_no_name(resolver, world, id_of):
    there = world({"e": {"environmentRule": [{"id": "r1"}]}})
    found = resolver(there).find("environmentRule", within={"environmentId": id_of("e")})
    assert found.id == "r1"


@pytest.mark.parametrize("error", [AuthError("Refused."), ForbiddenError("No.")])
def test_api_errors_are_raised(resolver, error):
    def refuses(operation, values):
        raise error

    assert error_of(resolver(refuses).find, "project", "shop") is error


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(text=st.text(alphabet=st.sampled_from("ap/%2F[]{}.:@ \x00é🚀")) | st.text(st.characters()))
def test_any_text_is_resolved_or_rejected(resolver, acme, text):
    here = resolver(acme, project="shop", environment="prod")
    try:
        ended = here.find_service(text).id
    except QoveryError as error:
        ended = error.message
    assert all(category(mark) not in {"Cc", "Cs"} for mark in ended)
