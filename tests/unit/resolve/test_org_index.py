"""Requests of a search to an API with organization-wide lists, and their failures."""

import threading

import pytest

from qovery_cli.errors import (
    AuthError,
    ForbiddenError,
    NotFoundError,
    QoveryError,
    UnavailableError,
    UsageError,
)
from qovery_cli.resolve.org_index import ENVIRONMENTS, SERVICES_LIST

WALK = ["listProject", "listEnvironment", "listApplication"]
AT_ONCE = sorted(["listProject", ENVIRONMENTS, SERVICES_LIST])


@pytest.mark.parametrize(
    ("text", "scope"),
    [
        ("api", {"project": "shop", "environment": "prod"}),
        ("prod/api", {"project": "shop"}),
        ("shop/prod/api", {}),
        ("acme/shop/prod/api", {}),
        ("shop/prod/api", {"project": "blog", "environment": "prod"}),
        ("api", {"environment": "shop/prod"}),
    ],
)
def test_lists_are_fetched_in_parallel(index_resolver, wide, acme, id_of, text, scope):
    found = index_resolver(wide(acme), **scope).find("application", text)
    assert (found.id, found.name) == (id_of("acme>shop>prod>api"), "api")
    assert sorted(acme.asked) == sorted(["listOrganization", *AT_ONCE])


def test_organization_id_saves_its_list(index_resolver, wide, acme, id_of):
    here = index_resolver(
        wide(acme), organization=id_of("acme"), project="shop", environment="prod"
    )
    assert here.find("application", "api").id == id_of("acme>shop>prod>api")
    assert sorted(acme.asked) == AT_ONCE


def test_project_id_limits_the_lists_to_the_project(index_resolver, wide, acme, id_of):
    asked = []
    world = wide(acme)

    def ask(operation, values, query=None):
        asked.append((operation, query))
        return world(operation, values, query)

    scope = {"organization": id_of("acme"), "project": id_of("acme>shop"), "environment": "prod"}
    assert index_resolver(ask, **scope).find("application", "api").id == id_of("acme>shop>prod>api")
    narrow = (SERVICES_LIST, {"project_id": id_of("acme>shop")})
    assert sorted(asked, key=str) == sorted([("listEnvironment", None), narrow], key=str)


@pytest.mark.parametrize(
    ("kind", "text", "scope", "asked"),
    [
        ("project", "shop", {}, ["listOrganization", "listProject"]),
        ("cluster", "aws-prod", {}, ["listOrganization", "listOrganizationCluster"]),
        ("application", "api", {"environment": "acme>shop>prod"}, ["listApplication"]),
        ("environment", "prod", {"project": "acme>shop"}, ["listEnvironment"]),
        (
            "application",
            "api",
            {"environment": "prod", "project": "acme>shop"},
            ["listEnvironment", "listApplication"],
        ),
    ],
)
def test_single_list_is_fetched_if_sufficient(
    index_resolver, wide, acme, id_of, kind, text, scope, asked
):
    known = {level: id_of(at) if ">" in at else at for level, at in scope.items()}
    index_resolver(wide(acme), **known).find(kind, text)
    assert acme.asked == asked


def test_services_of_all_kinds_come_from_one_list(index_resolver, wide, acme, id_of):
    here = index_resolver(wide(acme), project="shop", environment="prod")
    assert here.find_service("main-db").id == id_of("acme>shop>prod>main-db")
    assert sorted(acme.asked) == sorted(["listOrganization", *AT_ONCE])


def test_index_items_are_not_whole(index_resolver, wide, acme):
    here = index_resolver(wide(acme), project="shop", environment="prod")
    assert not here.find("application", "api").whole
    assert here.find("project", "shop").whole


def broken(world, answer, *operations):
    """Return a world in which operations answer otherwise, or fail."""

    def ask(operation, values, *query):
        if operation not in operations:
            return world(operation, values, *query)
        world.world.asked.append(operation)
        if isinstance(answer, QoveryError):
            raise answer
        return answer

    return ask


@pytest.mark.parametrize(
    "answer",
    [
        NotFoundError("Not found.", http=404),
        ForbiddenError("Forbidden.", http=403),
        UsageError("Not allowed.", http=405),
        UnavailableError("Too slow.", http=504),
        None,
        "<html>",
        {},
        {"results": None},
        {"results": ["api"]},
        {"results": [{"id": "1", "name": "api"}]},
        {"results": [{"id": "1", "name": "prod", "project": None, "environment_id": "e"}]},
    ],
)
@pytest.mark.parametrize("lost", [[SERVICES_LIST], [ENVIRONMENTS], [SERVICES_LIST, ENVIRONMENTS]])
def test_without_index_each_list_is_fetched(index_resolver, wide, acme, id_of, answer, lost):
    here = index_resolver(broken(wide(acme), answer, *lost), project="shop", environment="prod")
    assert here.find("application", "api").id == id_of("acme>shop>prod>api")
    assert len(acme.asked) == len(set(acme.asked)) <= len(WALK) + 3


def test_incomplete_index_falls_back_to_lists(index_resolver, wide, acme, id_of):
    without = broken(wide(acme), {"results": []}, SERVICES_LIST)
    here = index_resolver(without, project="shop", environment="prod")
    assert here.find("application", "api").id == id_of("acme>shop>prod>api")


def test_rejected_token_stops_the_search(index_resolver, wide, acme):
    refused = broken(wide(acme), AuthError("The token was refused.", http=401), SERVICES_LIST)
    with pytest.raises(AuthError):
        index_resolver(refused, project="shop", environment="prod").find("application", "api")
    assert "listApplication" not in acme.asked


def test_error_of_the_required_list_is_raised(index_resolver, wide, acme):
    error = UnavailableError("No answer.")
    every = broken(wide(acme), error, "listProject", SERVICES_LIST, ENVIRONMENTS)
    with pytest.raises(UnavailableError) as caught:
        index_resolver(every, project="shop", environment="prod").find("application", "api")
    assert caught.value is error
    assert len(acme.asked) == len(set(acme.asked))


def test_fatal_error_does_not_wait_for_other_lists(index_resolver, wide, acme):
    world, never = wide(acme), threading.Event()

    def ask(operation, values, *query):
        if operation == "listProject":
            raise UnavailableError("No answer.")
        if operation == SERVICES_LIST:
            never.wait()
        return world(operation, values, *query)

    with pytest.raises(UnavailableError):
        index_resolver(ask, project="shop", environment="prod").find("application", "api")
    never.set()


def test_learn_receives_lists_taken_from_the_index(index_resolver, wide, acme, id_of):
    heard = {}

    def learn(operation, values, rows):
        heard[operation] = (values, sorted(row["name"] for row in rows))

    here = index_resolver(wide(acme), learn=learn, project="shop", environment="prod")
    here.find("application", "api")
    assert heard == {
        "listEnvironment": (
            {"projectId": id_of("acme>shop")},
            ["[PR] feat/x", "prod", "staging"],
        ),
        "listApplication": ({"environmentId": id_of("acme>shop>prod")}, ["api", "web"]),
    }


@pytest.mark.parametrize("scope", [{}, {"project": "shop"}])
def test_environments_of_the_scope_are_listed(resolver, acme, scope):
    places = resolver(acme, **scope).environments()
    of_shop = ["acme/shop/prod", "acme/shop/staging", "acme/shop/[PR] feat%2Fx"]
    assert [one.written for one in places] == [*of_shop, *([] if scope else ["acme/blog/prod"])]


def test_environments_of_an_organization_take_one_list(index_resolver, wide, acme):
    index_resolver(wide(acme)).environments()
    assert sorted(acme.asked) == sorted(["listOrganization", "listProject", ENVIRONMENTS])
