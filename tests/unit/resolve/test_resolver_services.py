import threading

import pytest

from qovery_cli.catalog.resources import ALL_SERVICES, RESOURCES, SERVICES, services_at
from qovery_cli.errors import NotFoundError, QoveryError, UsageError
from qovery_cli.frozen import record
from qovery_cli.resolve.errors import MissingScopeError
from qovery_cli.resolve.resolver import Resolver

CONSOLE = "https://console.qovery.com"
LOOKALIKE = "f73e3833-922a-48a5-9dbd-6163f43f9143"


@record
class Entry:
    """A value of the context."""

    value: str
    origin: str
    passed_over: str = ""


def error_of(call, *args, **more):
    with pytest.raises(QoveryError) as caught:
        call(*args, **more)
    return caught.value


@pytest.mark.parametrize(
    ("text", "kind", "path"),
    [
        ("web", "application", "acme>shop>prod>web"),
        ("Proxy", "container", "acme>shop>prod>proxy"),
        ("main-db", "database", "acme>shop>prod>main-db"),
        ("blog/prod/api", "application", "acme>blog>prod>api"),
    ],
)
def test_service_of_any_kind_is_found_by_name(resolver, acme, id_of, text, kind, path):
    found = resolver(acme, project="shop", environment="prod").find_service(text)
    assert (found.kind, found.id) == (kind, id_of(path))


def test_service_name_of_two_kinds_is_ambiguous(resolver, acme):
    error = error_of(resolver(acme, project="shop", environment="staging").find_service, "api")
    assert type(error) is UsageError
    assert [line.split()[0] for line in error.detail] == ["application", "database"]


def test_unknown_service_suggests_the_nearest_of_all_kinds(resolver, acme):
    error = error_of(resolver(acme, project="shop", environment="prod").find_service, "proxi")
    assert type(error) is NotFoundError
    assert error.message.startswith("Service 'proxi' does not exist in environment")
    assert error.hint == "Did you mean 'proxy'?"


def test_service_lists_are_fetched_in_parallel(list_resolver, acme, id_of):
    together = threading.Barrier(len(SERVICES))

    def meets(operation, values):
        together.wait(5)
        return acme(operation, values)

    here = list_resolver(meets, environment=id_of("acme>shop>prod"))
    assert here.find_service("proxy").kind == "container"


def test_services_of_all_kinds_come_from_one_list(index_resolver, wide, acme, id_of):
    here = index_resolver(wide(acme), environment=id_of("acme>shop>prod"))
    assert here.find_service("proxy").kind == "container"
    assert acme.asked == [ALL_SERVICES]


def test_each_kind_is_listed_if_the_server_has_no_list_of_all(index_resolver, wide, acme, id_of):
    def respond(operation, values, query=None):
        if operation == ALL_SERVICES:
            raise NotFoundError("Not found.", http=404)
        return wide(acme)(operation, values, query)

    here = index_resolver(respond, environment=id_of("acme>shop>prod"))
    assert here.find_service("proxy").kind == "container"
    assert sorted(acme.asked) == sorted(RESOURCES[kind].list_operation for kind in SERVICES)


def test_kinds_that_the_api_lacks_are_not_listed(acme, id_of):
    environment = Entry(id_of("acme>shop>prod"), ".qovery.yaml")
    here = Resolver(acme, {"environment": environment}, services=services_at("1.0.3"))
    assert here.find_service("proxy").kind == "container"
    assert sorted(acme.asked) == ["listApplication", "listContainer", "listDatabase"]
    assert (
        "--job" not in error_of(Resolver(acme, {}, services=services_at("1.0.3")).find_service).hint
    )


@pytest.mark.parametrize("kind", SERVICES)
def test_service_of_every_kind_is_known_by_name(resolver, world, id_of, kind):
    tree = {"": {"organization": ["acme"]}, "acme": {"project": ["shop"]}}
    tree["acme>shop"] = {"environment": ["prod"]}
    tree["acme>shop>prod"] = {kind: ["worker"]}
    ref = resolver(world(tree), project="shop", environment="prod").find_service("WORKER")
    assert (ref.kind, ref.id) == (kind, id_of("acme>shop>prod>worker"))


def test_service_id_determines_its_kind(resolver, acme, id_of):
    assert resolver(acme).find_service(id_of("acme>shop>prod>main-db")).kind == "database"
    assert type(error_of(resolver(acme).find_service, LOOKALIKE)) is NotFoundError


def test_service_url_determines_its_kind(resolver, acme, id_of):
    url = f"{CONSOLE}/organization/{id_of('o')}/service/{id_of('acme>shop>prod>proxy')}"
    assert resolver(acme).find_service(url).kind == "container"


def test_scope_service_is_the_default(resolver, acme):
    here = resolver(acme, project="shop", environment="prod", container="proxy")
    assert here.find_service().name == "proxy"


def test_scope_with_two_services_is_ambiguous(resolver, acme):
    error = error_of(resolver(acme, application="a", database="b").find_service)
    assert error.detail == ("application a (from .qovery.yaml)", "database b (from .qovery.yaml)")


def test_missing_service_names_the_options(resolver, acme):
    error = error_of(resolver(acme).find_service)
    assert isinstance(error, MissingScopeError)
    assert all(RESOURCES[kind].option in error.hint for kind in SERVICES)
